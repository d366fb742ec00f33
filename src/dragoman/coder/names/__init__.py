"""Who is meant: the noun phrases of a document with the actors they stand for, by titles, short forms, pronouns and what stands beside."""
