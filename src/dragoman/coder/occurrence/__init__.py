"""What became of it: status, polarity, certainty and tense as the clause tells them (codebook 2.3, rules R22 to R24)."""
