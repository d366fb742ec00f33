"""Who is kept out or stays away (codebook 1.16, 2.11, rule R9)."""
