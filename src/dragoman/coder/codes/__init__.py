"""The codes of a mention that follow from the others: PLOVER and CAMEO, contact and outcome, texts, and the name of the track."""
