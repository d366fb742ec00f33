"""The command line: one verb a file. The only room that prints."""
