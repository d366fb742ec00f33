"""From articles to the record in one step: read, leave out what is known, code the rest, link everything.

What the command line's `ingest` and `Store.ingest` of the Python interface do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from dragoman import store
from dragoman.coder.stream import code_stream
from dragoman.records import Document, EventMention, Failure
from dragoman.store import AddResult

COMMIT_EVERY = 32
"""Articles coded between two commits: a run that is broken off loses at most the work on these."""

Step = Callable[[str, int, int | None], None]
"""Told what is being done, how many are done, and of how many."""

_PARTS = (
    "roots",
    "events",
    "participations",
    "status_changes",
    "tracks",
    "track_relations",
    "exclusions",
    "agreements",
)


class Ingested(msgspec.Struct, frozen=True):
    """What an ingest did.

    Attributes:
        added: which documents were new, known already, changed or replaced.
        n_coded: documents coded in this run.
        n_mentions: their event mentions.
        record: number of rows of the event layer by kind ("events", "tracks" ...).
        failures: inputs that could not be read or coded; kept in the store too.
    """

    added: AddResult
    n_coded: int
    n_mentions: int
    record: dict[str, int]
    failures: list[Failure]


class Store(store.Store):
    """The record in one DuckDB file, with the step that fills it."""

    def ingest(
        self,
        *paths: str,
        coder: Any = None,
        published: str | None = None,
        outlet: str | None = None,
        replace_changed: bool = False,
    ) -> Ingested:
        """Read files, folders or "-" into the record; run it again at any time, what is known stays.

        Args:
            coder: a `Coder`; the shipped one where None.
            published, outlet: for articles that do not tell theirs.
            replace_changed: take the new text of an article that is known with another.

        Raises:
            InputError: a path is not there.
        """
        from dragoman.coder import Coder
        from dragoman.sources import Defaults, read_paths
        from dragoman.text.extraction import extract_html

        items = read_paths(paths, defaults=Defaults(published=published, outlet=outlet), extract=extract_html)
        options = {"paths": list(paths), "published": published, "outlet": outlet, "replace_changed": replace_changed}
        return ingest(self, coder or Coder(), items, options=options, replace_changed=replace_changed)


def ingest(
    record: store.Store, coder: Any, items: Iterable[Document | Failure], *, options: dict[str, Any], replace_changed: bool = False,
    step: Step = lambda text, done, total: None,
) -> Ingested:  # fmt: skip
    """Add what is read, code what this coder version has not coded, link all, and note the run.

    A run that is broken off keeps what was committed; the next one goes on from there.
    """
    failures: list[Failure] = []
    run = record.begin_run("ingest", options=options, model_version=coder.version)
    added = record.add_documents(_documents(items, failures, step), run_id=run, replace_changed=replace_changed)
    failures.extend(added.changed)
    n_coded, n_mentions = _code(record, coder, run, failures, step)
    step("Linking", 0, None)
    rows = relink(record)
    record.add_failures(failures, run)
    record.finish_run(run)
    return Ingested(added, n_coded, n_mentions, rows, failures)


def relink(record: store.Store) -> dict[str, int]:
    """Compute the event layer anew from the mentions; return the number of rows of each kind."""
    from dragoman.linking import link

    linked = link(list(record.documents()), list(record.mentions()))
    parts = {name: getattr(linked, name) for name in _PARTS}
    record.replace_event_layer(**parts)
    return {name: len(rows) for name, rows in parts.items()}


def _documents(items: Iterable[Document | Failure], failures: list[Failure], step: Step) -> Iterator[Document]:
    count = 0
    for item in items:
        if isinstance(item, Failure):
            failures.append(item)
        else:
            count += 1
            step("Reading articles", count, None)
            yield item


def _code(record: store.Store, coder: Any, run: str, failures: list[Failure], step: Step) -> tuple[int, int]:
    version = coder.version
    waiting = list(record.uncoded(version))
    ids: list[str] = []
    mentions: list[EventMention] = []
    n_coded = n_mentions = 0
    for number, coded in enumerate(code_stream(coder, waiting), start=1):
        step("Coding articles", number, len(waiting))
        if isinstance(coded, Failure):
            failures.append(coded)
            continue
        ids.append(coded.document.id)
        mentions.extend(coded.events)
        n_coded, n_mentions = n_coded + 1, n_mentions + len(coded.events)
        if len(ids) >= COMMIT_EVERY:
            record.add_codings(ids, mentions, coder_version=version, run_id=run)
            ids, mentions = [], []
    if ids:
        record.add_codings(ids, mentions, coder_version=version, run_id=run)
    return n_coded, n_mentions
