"""One process loads finished shards into the record; loading one twice changes nothing."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec

from dragoman.errors import RunError
from dragoman.records import EventMention, Failure
from dragoman.runs.shards import Coding, WorkFolder, fingerprint, read_codings
from dragoman.store import Store

_PATIENCE = 60
"""Seconds until a file that a worker has written must be seen here; network file systems lag by as much."""


class Counts(msgspec.Struct):
    """What was coded: documents, those of them with an event, their mentions, and documents that failed."""

    coded: int = 0
    relevant: int = 0
    mentions: int = 0
    failed: int = 0

    def add(self, mentions: list[EventMention]) -> None:
        """Count a document by what was found in it."""
        self.coded += 1
        self.relevant += bool(mentions)
        self.mentions += len(mentions)


def load_finished(record: Store, work: WorkFolder, version: str, run_id: str, counts: Counts) -> None:
    """Load what a run before this one coded but did not load.

    Documents that failed are left out: they wait for coding still and are tried again.
    """
    for file in work.results():
        try:
            made_by, codings = read_codings(file)
        except RunError:
            made_by, codings = "", []  # a file that was damaged is made anew
        if made_by == version:
            of_document = {coding.document_id: coding for coding in codings if coding.failure is None}
            waiting = record.uncoded(version, ids=list(of_document))
            same = [of_document[d.id] for d in waiting if fingerprint(d) == of_document[d.id].fingerprint]
            _add(record, same, version, run_id, counts)
        file.unlink(missing_ok=True)


def load_shard(record: Store, out: Path, version: str, run_id: str, failures: list[Failure], counts: Counts) -> None:
    """Load the codings of a shard; what could not be coded goes to `failures`.

    Raises:
        RunError: the file does not appear or cannot be read.
        StoreError: the record cannot be written; nothing of the shard is in it then.
    """
    end = time.monotonic() + _PATIENCE
    while not out.exists() and time.monotonic() < end:
        time.sleep(0.2)
    made_by, codings = read_codings(out)
    if made_by != version:
        raise RunError(f"{out}: coded by {made_by}, not {version}. Remove the file and run the same command again")
    good = [coding for coding in codings if coding.failure is None]
    bad = [coding.failure for coding in codings if coding.failure is not None]
    _add(record, good, version, run_id, counts)
    failures.extend(bad)
    counts.failed += len(bad)


def _add(record: Store, codings: list[Coding], version: str, run_id: str, counts: Counts) -> None:
    mentions: list[EventMention] = [mention for coding in codings for mention in coding.mentions]
    if codings:
        record.add_codings([c.document_id for c in codings], mentions, coder_version=version, run_id=run_id)
    for coding in codings:
        counts.add(coding.mentions)
