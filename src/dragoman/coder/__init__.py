"""What is said to happen: from parsed sentences to event mentions with roles, status, place, date and who says so."""

from dragoman.coder.coder import CodedDocument, Coder

__all__ = ["CodedDocument", "Coder"]
