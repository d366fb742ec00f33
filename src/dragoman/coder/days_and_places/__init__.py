"""When and where it happens (codebook 1.14; venue, host and place of speech differ)."""
