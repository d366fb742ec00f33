"""What a worker does: code one shard with one thread. The same function serves processes and clusters."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from dragoman.actors import using
from dragoman.coder.stream import code_stream
from dragoman.errors import RunError
from dragoman.records import Failure
from dragoman.runs.shards import Coding, fingerprint, read_documents, write_codings

Maker = Callable[[], Any]
"""Makes the coder in a worker; goes there by pickle, so it must be a function or object of a module."""


class ShippedCoder(msgspec.Struct, frozen=True):
    """Makes the shipped coder with one thread.

    Attributes:
        actors: folders with own tables that it reads too.
    """

    actors: tuple[str, ...] = ()

    def __call__(self) -> Any:
        """Load it and all its knowledge."""
        from dragoman.coder import Coder

        with using(self.actors):
            coder = Coder(threads=1).load()
        gc.freeze()  # what was loaded stays: no use in looking through it again and again
        return coder


class Task(msgspec.Struct, frozen=True):
    """One shard to code.

    Attributes:
        shard: file with the documents.
        out: file that the codings go to.
        version: what the coder's version has to be.
        maker: makes the coder.
    """

    shard: str
    out: str
    version: str
    maker: Maker


_coders = threading.local()


def code_shard(task: Task) -> None:
    """Code the documents of a shard and write what was found; do nothing where that is done already.

    Raises:
        RunError: a file cannot be read or written, or this worker has another version of the coder.
    """
    out = Path(task.out)
    if out.exists():
        return
    documents = read_documents(Path(task.shard))
    coder = _coder(task.maker)
    if coder.version != task.version:
        raise RunError(
            f"a worker has coder {coder.version}, this process {task.version}. Install the same version of Dragoman"
            " and the same tables of actors on all machines"
        )
    codings = []
    with using(getattr(task.maker, "actors", ())):
        for document, coded in zip(documents, code_stream(coder, documents), strict=True):
            failed = coded if isinstance(coded, Failure) else None
            events = [] if isinstance(coded, Failure) else list(coded.events)
            codings.append(Coding(document.id, fingerprint(document), events, failed))
    write_codings(out, codings, task.version)


def _coder(maker: Maker) -> Any:
    """The coder of this thread, made once; a cluster's worker may run several threads."""
    known: dict[Maker, Any] = _coders.__dict__.setdefault("by_maker", {})
    if maker not in known:
        known[maker] = maker()
    return known[maker]
