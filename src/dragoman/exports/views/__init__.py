"""Views of the record for other programs: one a file, found by its file name."""
