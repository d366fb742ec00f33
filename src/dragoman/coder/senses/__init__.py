"""Whether the words tell of such an event at all: plain senses, other matters, idioms, and one act told twice."""
