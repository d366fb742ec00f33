"""Every error that Dragoman raises on purpose.

Each message says what went wrong, with which value and where, what was expected, and what to do about it.
The command line prints it on one line and exits with 2; a library user catches `DragomanError`.
"""

from __future__ import annotations


class DragomanError(Exception):
    """Base of all errors raised on purpose by this package."""


class InputError(DragomanError):
    """A document or table that cannot be read: names the file, the place in it and the remedy.

    Attributes:
        path: the file or source as the user gave it.
        place: where in it ("line 7", "column 'text'", "byte 120"), or "".
        problem: what is wrong, with the offending value.
        remedy: what the user can do.
    """

    def __init__(self, path: str, problem: str, remedy: str, place: str = "") -> None:
        self.path, self.place, self.problem, self.remedy = path, place, problem, remedy
        where = f"{path}, {place}" if place else path
        super().__init__(f"{where}: {problem}. {remedy}")


class DataError(DragomanError):
    """A knowledge file of the package (ontology, lexicon, actors) breaks its schema."""


class ModelError(DragomanError):
    """The language model's files are missing or do not fit this version of the code."""


class StoreError(DragomanError):
    """The DuckDB file cannot be opened, is of another version, or is held by another process."""


class OptionError(DragomanError):
    """An option's value is not one of those allowed."""


class RunError(DragomanError):
    """Coding over processes or a cluster cannot go on; what was coded is kept."""
