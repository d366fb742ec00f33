"""Who says so: the chain from outlet to speaker (codebook 1.4, rules R15 and R28), and what an author judges himself."""
