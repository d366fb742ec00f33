"""Who mediates, hosts, sits at the table: third parties, functions, sides, and what kind of meeting it is by who meets."""
