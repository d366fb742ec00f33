"""Which report of an agency a document retells in other words (codebook 1.2, rule R14).

A brief that says "Reuters reported" has hardly five words in a row in common with the report. What it has in common are stems of words,
weighed by how rare they are (linking.weights). Names of people and places tell the conflict rather than the report; without them half
as much has to agree.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dragoman.linking.weights import total, weight
from dragoman.records import Document
from dragoman.text.stems import stem, stems

# As many of a document's rarest stems are looked up, and as many reports at most compared with it, those with most of them first.
_LOOKED_UP, _COMPARED = 24, 20
# A paper may be dated a day before the agency's report that it quotes: time zones.
_SLIP_DAYS = 1
_CAPITALISED = re.compile(r"(?<!\w)[A-Z][\w.'’]*")
_IN_LOWER_CASE = re.compile(r"(?<!\w)[a-z0-9][\w.'’]*")


class _Words(NamedTuple):
    all: frozenset[str]
    names: frozenset[str]


def _words(text: str) -> _Words:
    """Stems of a text, and those among them that it writes with a capital only."""
    lower = {stem(word) for word in _IN_LOWER_CASE.findall(text)}
    return _Words(stems(text), frozenset(stem(word) for word in _CAPITALISED.findall(text)) - lower)


def in_common(retelling: _Words, report: _Words) -> tuple[float, float]:
    """Share of the weight of a retelling's words that the report has too, 0 to 1: of all words, and of those that are no names."""
    whole = total(retelling.all)
    names = retelling.names | report.names
    plain = total(retelling.all - names)
    both = retelling.all & report.all
    return total(both) / whole if whole else 0.0, total(both - names) / plain if plain else 0.0


class Source(NamedTuple):
    """The agency that a document has its news from, and the least share of its words that the agency's report must have."""

    agency: str
    least: float


def retellings(
    texts: Mapping[str, str],
    days: Mapping[str, dt.date],
    sources: Mapping[str, Source],
    wires: Mapping[str, str | None],
    docs: Mapping[str, Document],
    window: int,
) -> Iterator[tuple[str, str]]:
    """Pairs of a document that has its news from an agency and the one report, or other retelling, that it is most like.

    Candidates of the same agency and days come from an index of rare stems, so that time grows with the number of documents, and
    memory with those of a few days.

    Args:
        texts: text by document id.
        days: day of publication by id; documents without one are left out.
        sources: documents that tell what an agency reported.
        wires: the agency that a document credits or quotes.
        docs: the documents; an outlet that somebody quotes is an agency too.
        window: how many days before the retelling the report may be published.
    """
    agencies = {source.agency.casefold() for source in sources.values()}
    of_day: dict[dt.date, list[str]] = defaultdict(list)
    for name in sorted(texts):
        if name in days and _wire(name, wires, docs) in agencies:
            of_day[days[name]].append(name)
    waiting: dict[dt.date, list[str]] = defaultdict(list)
    for name in sorted(n for n in sources if n in days and n in texts):
        waiting[days[name]].append(name)
    held: dict[dt.date, _Reports] = {}
    for when in sorted(waiting):
        near = [when - dt.timedelta(days=gap) for gap in range(-_SLIP_DAYS, window + 1)]
        held = {at: held.get(at) or _reports(of_day.get(at, ()), texts, wires, docs) for at in near}
        words = {name: its for reports in held.values() for name, its in reports.words.items()}
        for name in waiting[when]:
            own, wire = words.get(name) or _words(texts[name]), sources[name].agency.casefold()
            rarest = sorted(own.all, key=lambda word: (-weight(word), word))[:_LOOKED_UP]
            met: Counter[str] = Counter()
            for reports in held.values():
                for word in rarest:
                    met.update(reports.holding.get((wire, word), ()))
            nearest = sorted((n for n in met if n != name), key=lambda n: (-met[n], n))[:_COMPARED]
            scored = [(*in_common(own, words[other]), other) for other in nearest]
            least = sources[name].least
            fit = [(share, other) for share, plain, other in scored if share >= least and plain >= least / 2]
            if fit:
                yield name, min(fit, key=lambda item: (-item[0], item[1]))[1]


class _Reports(NamedTuple):
    """The reports of agencies of one day: their words, and which of them have a word, by agency and word."""

    words: dict[str, _Words]
    holding: dict[tuple[str, str], list[str]]


def _reports(
    names: Iterable[str], texts: Mapping[str, str], wires: Mapping[str, str | None], docs: Mapping[str, Document]
) -> _Reports:
    found = _Reports({}, defaultdict(list))
    for name in names:
        found.words[name] = _words(texts[name])
        for word in found.words[name].all:
            found.holding[_wire(name, wires, docs), word].append(name)
    return found


def _wire(name: str, wires: Mapping[str, str | None], docs: Mapping[str, Document]) -> str:
    """The agency of a document; an outlet that somebody quotes is an agency too."""
    return (wires[name] or docs[name].outlet or "").casefold()
