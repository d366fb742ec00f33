"""From articles to the record in one step: read, leave out what is known, screen and code the rest, link everything.

What the command line's `ingest` and `Store.ingest` of the Python interface do.
"""

from __future__ import annotations

import datetime
import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from dragoman import store
from dragoman.coder.stream import code_stream
from dragoman.errors import OptionError
from dragoman.records import Document, EventMention, Failure
from dragoman.records.dates import published_day
from dragoman.runs import Counts, Spread, code_spread, default_processes, input_hashes, take_over
from dragoman.screening import Screen, Tally, screen_waiting
from dragoman.store import AddResult

COMMIT_EVERY = 128
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
        record: number of rows of the event layer by kind ("events", "tracks" ...); "reprints" counts the
            documents that go back to another one.
        failures: inputs that could not be read or coded; kept in the store too.
        n_relevant: documents coded in this run that tell of an event.
        n_processes: processes that coded, 0 on a cluster.
        screened: what was set aside in this run.
        n_set_aside: documents that are set aside now, those of earlier runs included.
        n_undated: new documents without a day of publication, in which "Friday" cannot be dated.
    """

    added: AddResult
    n_coded: int
    n_mentions: int
    record: dict[str, int]
    failures: list[Failure]
    n_relevant: int = 0
    n_processes: int = 1
    screened: Tally = msgspec.field(default_factory=Tally)
    n_set_aside: int = 0
    n_undated: int = 0


class Store(store.Store):
    """The record in one DuckDB file, with the step that fills it."""

    def ingest(
        self,
        *paths: str | Path | Iterable[str | Path],
        coder: Any = None,
        published: str | datetime.date | None = None,
        outlet: str | None = None,
        genre: str | None = None,
        replace_changed: bool = False,
        spread: Spread | None = None,
        screen: bool = True,
    ) -> Ingested:
        """Read files, folders or "-" into the record; run it again at any time, what is known stays.

        Args:
            paths: names or `Path` objects, one by one or in lists.
            coder: a `Coder`; the shipped one where None.
            published, outlet, genre: for articles that do not tell theirs (genre: codebook 1.2); a date is an ISO date or date-time, or such an
                object of Python's.
            replace_changed: take the new text of an article that is known with another.
            spread: codes in several processes or on a cluster; in this process where None. A script that
                asks for it needs `if __name__ == "__main__":` around what it does.
            screen: set articles aside that are not English or have hardly a word of war and peace
                (`dragoman.screening`); without it all are coded, also those that were set aside before.

        Raises:
            InputError: the only path is not there; of several it is among the failures.
            OptionError: no path is given, what is given is none, or `published` is no date.
            RunError: workers or cluster fail.
        """
        from dragoman.coder import Coder
        from dragoman.sources import Defaults, read_paths
        from dragoman.text.extraction import extract_html

        names, day = _names(paths), published_day(published)
        items = read_paths(names, defaults=Defaults(published=day, outlet=outlet, genre=genre), extract=extract_html)
        options = {
            "paths": names,
            "published": day,
            "outlet": outlet,
            "genre": genre,
            "replace_changed": replace_changed,
        }
        return ingest(
            self, coder or Coder(), items, options=options | {"screen": screen}, replace_changed=replace_changed,
            spread=spread, screen=Screen() if screen else None,
        )  # fmt: skip


def _names(paths: Iterable[object]) -> list[str]:
    """Names of the paths that a user gave, lists of them taken apart."""
    names: list[str] = []
    for path in paths:
        if isinstance(path, str | Path):
            names.append(str(path))
        elif isinstance(path, Iterable) and not isinstance(path, bytes | Mapping):
            names += _names(path)
        else:
            remedy = "Give names of files or folders; documents made by yourself are added by add_documents"
            raise OptionError(f"ingest: {type(path).__name__} is no path. {remedy}")
    if not names:
        raise OptionError("ingest: no path is given. Give names of files or folders")
    return names


def ingest(
    record: store.Store, coder: Any, items: Iterable[Document | Failure], *, options: dict[str, Any], replace_changed: bool = False,
    step: Step = lambda text, done, total: None, spread: Spread | None = None, screen: Screen | None = None,
) -> Ingested:  # fmt: skip
    """Add what is read, set aside what the screen finds, code what this coder version has not coded, link all, note the run.

    A run that is broken off keeps what was committed; the next one goes on from there.
    """
    failures: list[Failure] = []
    counts = Counts()
    version = coder.version
    step("Hashing inputs", 0, None)
    run = record.begin_run(
        "ingest",
        options=options,
        model_version=getattr(getattr(coder, "engine", None), "version", None),
        lexicon_version=getattr(getattr(coder, "words", None), "version", None),
        coder_version=version,
        inputs=input_hashes(options.get("paths", [])),
    )
    with record.sparing_memory():
        undated: set[str] = set()
        read = _documents(items, failures, step, undated)
        added = record.add_documents(read, run_id=run, replace_changed=replace_changed)
        failures.extend(added.changed)
        take_over(record, spread.scratch if spread else None, version, run, counts)
        screened = screen_waiting(record, screen, version, run, step)
        processes = _processes(record, spread, version)
        if spread and processes != 1:
            code_spread(record, spread, processes, version, run, failures, counts, step)
        else:
            _code(record, coder, run, failures, counts, step)
        step("Linking", 0, None)
        rows = relink(record)
    record.add_failures(failures, run)
    done = Ingested(
        added, counts.coded, counts.mentions, rows, failures, counts.relevant, processes, screened, record.n_screened(),
        len(undated.intersection(added.new)),
    )  # fmt: skip
    record.finish_run(run, _summary(done))
    return done


def _processes(record: store.Store, spread: Spread | None, version: str) -> int:
    """Processes that code: 0 on a cluster, 1 for this one."""
    if spread is None:
        return 1
    if spread.scheduler:
        return 0
    return spread.processes or default_processes(record.n_uncoded(version))


def _summary(done: Ingested) -> dict[str, Any]:
    by_stage = Counter(failure.stage for failure in done.failures)
    return {
        "new": len(done.added.new),
        "known": len(done.added.duplicates),
        "replaced": len(done.added.replaced),
        "set_aside": {
            "languages": dict(sorted(done.screened.languages.items())),
            "irrelevant": done.screened.irrelevant,
        },
        "coded": done.n_coded,
        "relevant": done.n_relevant,
        "mentions": done.n_mentions,
        "processes": done.n_processes,
        "failures": dict(sorted(by_stage.items())),
        "record": done.record,
    }


def relink(record: store.Store, step: Callable[[str], None] = lambda name: None) -> dict[str, int]:
    """Compute the event layer anew from the mentions; return the number of rows of each kind.

    Args:
        step: told the name of each step when it begins: reading, those of `linking.link`, writing.
    """
    from dragoman.linking import link
    from dragoman.linking.sparing import spared

    with record.sparing_memory():
        step("reading")
        documents = list(record.documents(set_aside=False))  # what is set aside has nothing to link
        mentions = list(spared(record.each_mention()))
        gc.freeze()  # these live to the end: looking through them for garbage again and again takes a tenth of the time
        try:
            linked = link(documents, mentions, step=step)
            step("writing")
            parts = {name: getattr(linked, name) for name in _PARTS}
            record.replace_event_layer(**parts)
        finally:
            gc.unfreeze()
    n_roots = len({root.id for root in linked.roots})
    return {name: len(rows) for name, rows in parts.items()} | {"reprints": len(linked.roots) - n_roots}


@contextmanager
def as_known(record: store.Store, until: str | None) -> Iterator[store.Store]:
    """The record as it would have been on a day: made of the articles published up to it and linked anew, in memory.

    So that nothing which was reported later tells in a brief of the past what became of a meeting, who was kept out or where a line
    of talks stands. The record itself where nothing in it was published later. Articles without a date are kept.

    Args:
        until: ISO date, month or year, included; None takes the record as it is.
    """
    documents = list(record.documents(set_aside=False)) if until else []
    known = [d for d in documents if not d.published or d.published[: len(until or "")] <= (until or "")]
    if len(known) == len(documents):
        yield record
        return
    ids = {d.id for d in known}
    with store.Store(":memory:") as past:
        past.add_documents(known)
        past.add_codings(
            [d.id for d in known], [m for m in record.each_mention() if m.document.id in ids], coder_version=""
        )
        relink(past)
        yield past


def mend(record: store.Store) -> list[str]:
    """Repair what can be without loss and compute the event layer anew; return what was done, nothing where all is well.

    Texts are left as they are. Documents whose coding was damaged wait for the next `ingest`.
    """
    if record.check_shape() or not (problems := record.check()):
        return []
    done = record.repair([problem.id for problem in problems if problem.table == "event_mention"])
    relink(record)
    return [*done, "events, tracks, exclusions and agreements computed anew"]


def _documents(
    items: Iterable[Document | Failure], failures: list[Failure], step: Step, undated: set[str]
) -> Iterator[Document]:
    """The documents among what is read; failures, and ids of documents without a day, are noted."""
    count = 0
    for item in items:
        if isinstance(item, Failure):
            failures.append(item)
        else:
            count += 1
            step("Reading articles", count, None)
            if not item.published:
                undated.add(item.id)
            yield item


def _code(record: store.Store, coder: Any, run: str, failures: list[Failure], counts: Counts, step: Step) -> None:
    version = coder.version
    total = record.n_uncoded(version)
    ids: list[str] = []
    mentions: list[EventMention] = []
    for number, coded in enumerate(code_stream(coder, record.uncoded(version)), start=1):
        step("Coding articles", number, total)
        if isinstance(coded, Failure):
            failures.append(coded)
            counts.failed += 1
            continue
        ids.append(coded.document.id)
        mentions.extend(coded.events)
        counts.add(coded.events)
        if len(ids) >= COMMIT_EVERY:
            record.add_codings(ids, mentions, coder_version=version, run_id=run)
            ids, mentions = [], []
    if ids:
        record.add_codings(ids, mentions, coder_version=version, run_id=run)
