"""Which report of an agency a document retells in other words (codebook 1.2, rule R14).

A brief that says "Reuters reported" has hardly five words in a row in common with the report. What it has in common are stems of words,
weighed by how rare they are (linking.weights). Names of people and places tell the conflict rather than the report; without them half
as much has to agree.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
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

    Candidates of the same agency and days come from an index of rare stems, so that time grows with the number of documents.

    Args:
        texts: text by document id.
        days: day of publication by id; documents without one are left out.
        sources: documents that tell what an agency reported.
        wires: the agency that a document credits or quotes.
        docs: the documents; an outlet that somebody quotes is an agency too.
        window: how many days before the retelling the report may be published.
    """
    agencies = {source.agency.casefold() for source in sources.values()}
    index: dict[tuple[str, dt.date], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    words: dict[str, _Words] = {}
    for name in sorted(texts):
        wire = (wires[name] or docs[name].outlet or "").casefold()
        if name in days and wire in agencies:
            words[name] = _words(texts[name])
            for word in words[name].all:
                index[wire, days[name]][word].append(name)
    for name in sorted(n for n in sources if n in days and n in texts):
        own, wire, when = words.get(name) or _words(texts[name]), sources[name].agency.casefold(), days[name]
        rarest = sorted(own.all, key=lambda word: (-weight(word), word))[:_LOOKED_UP]
        met: Counter[str] = Counter()
        for gap in range(-_SLIP_DAYS, window + 1):
            held = index.get((wire, when - dt.timedelta(days=gap)), {})
            for word in rarest:
                met.update(held.get(word, ()))
        nearest = sorted((n for n in met if _other_outlet(docs, n, name)), key=lambda n: (-met[n], n))[:_COMPARED]
        scored = [(*in_common(own, words[other]), other) for other in nearest]
        least = sources[name].least
        fit = [(share, other) for share, plain, other in scored if share >= least and plain >= least / 2]
        if fit:
            yield name, min(fit, key=lambda item: (-item[0], item[1]))[1]


def _other_outlet(docs: Mapping[str, Document], a: str, b: str) -> bool:
    """An outlet's next brief is not one with its last, which quotes the same agency."""
    return a != b and (not docs[a].outlet or docs[a].outlet != docs[b].outlet)
