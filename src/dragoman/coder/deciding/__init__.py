"""Which words are triggers: the wordings of the ontology, the reading of the model, and the judge between them."""
