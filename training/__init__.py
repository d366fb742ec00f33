"""How the shipped language model is made: corpora, network, training, evaluation, export. Not part of the package."""
