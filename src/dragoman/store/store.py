"""The store as the rest of the package sees it."""

from __future__ import annotations

from dragoman.store.checks import Checks
from dragoman.store.documents import Documents
from dragoman.store.events import EventLayer
from dragoman.store.mentions import Mentions
from dragoman.store.repairs import Repairs
from dragoman.store.runs import Runs
from dragoman.store.screenings import Screenings


class Store(Documents, Screenings, Mentions, EventLayer, Runs, Checks, Repairs):
    """The record in one DuckDB file: documents, what texts say, what is held to have happened.

    Use it in a with block, or call `close`. One process may write at a time; several may read with
    `read_only=True` while none writes.
    """
