"""How the shipped language model is made: material, network, training, evaluation, export. Not part of the package."""
