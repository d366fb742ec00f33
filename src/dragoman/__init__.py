"""Dragoman reads news and keeps the record of peacemaking.

>>> import dragoman
>>> coder = dragoman.load()
>>> document = coder("Qatar hosted talks between the two sides in Doha on Monday.", published="2020-09-15")
>>> [event.type for event in document.events]  # doctest: +SKIP
['mediated_talks']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.version import VERSION as __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dragoman.coder import CodedDocument, Coder
    from dragoman.errors import DragomanError
    from dragoman.recording import Store
    from dragoman.records import Document, Event, EventMention, Track

_HOMES = {
    "Coder": "dragoman.coder", "CodedDocument": "dragoman.coder", "Store": "dragoman.recording",
    "Document": "dragoman.records", "Event": "dragoman.records", "EventMention": "dragoman.records",
    "Track": "dragoman.records", "DragomanError": "dragoman.errors",
}  # fmt: skip

__all__ = [
    "CodedDocument",
    "Coder",
    "Document",
    "DragomanError",
    "Event",
    "EventMention",
    "Store",
    "Track",
    "__version__",
    "load",
]


def load(*, threads: int | None = None, actors: Sequence[str | Path] | None = None) -> Coder:
    """The shipped English coder: model, ontology and actors, without any download.

    Args:
        threads: threads of one model pass; None takes what the machine has, at most four.
        actors: folders with your own tables and dictionaries of actors, read beside the shipped ones; None takes
            those that the environment variable DRAGOMAN_ACTORS names.

    Raises:
        ModelError: the model's files are missing from the installation.
    """
    from dragoman.compiled_file import no_collection

    with no_collection():
        from dragoman.coder import Coder

        return Coder(threads=threads, actors=actors).load()


def __getattr__(name: str) -> Any:
    """Import the public classes when first used, so that `import dragoman` stays quick."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
