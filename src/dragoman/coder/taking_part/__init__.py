"""Who takes part in an event: the arguments read, joined with the slots of the tree, and who takes none by the build of the sentence."""
