"""Which documents and mentions go back to one report (codebook 1.2, rule R14)."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from dragoman.linking.dates import day, moment
from dragoman.linking.order import reading_order
from dragoman.linking.record import LinkOptions
from dragoman.linking.vocabulary import read_table
from dragoman.records import Document, EventMention, Root
from dragoman.text.duplicates import groups, shingles

Duplicates = Callable[[Mapping[str, str]], list[set[str]]]

# "ALEPPO, Syria (Reuters) -" opens a report, "(Reporting by ...; Reuters)" or "© AFP" closes it.
_OPENING, _CLOSING = 200, 300


@cache
def _wire_names() -> tuple[tuple[str, str], ...]:
    """Pairs of (spelling, name of the agency), longest spelling first."""
    table = read_table("wires.yaml")
    pairs = [(spelling, name) for name, spellings in table.items() for spelling in spellings]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def wire_named(text: str | None) -> str | None:
    """The news agency that a byline, outlet or speaker names ("Reuters, Beirut"), None where none
    is named.
    """
    if not text:
        return None
    for spelling, name in _wire_names():
        if re.search(rf"(?<!\w){re.escape(spelling)}(?!\w)", text):
            return name
    return None


def credit(document: Document) -> tuple[str, str] | None:
    """The agency that a document credits, and the basis (own, byline, credit_line); None without one."""
    own = wire_named(document.outlet)
    if own:
        return own, "own"
    byline = wire_named(document.author)
    if byline:
        return byline, "byline"
    opening, closing = document.text[:_OPENING], document.text[-_CLOSING:]
    for spelling, name in _wire_names():
        mark = re.escape(spelling)
        if re.search(rf"\(\s*{mark}\s*\)|^\W*{mark}\s*[-–—:]", opening) or re.search(
            rf"\([^()]*(?<!\w){mark}(?!\w)[^()]*\)\s*$|(?:©|Source:|Copyright)\s*(?:\d{{4}}\s*)?{mark}(?!\w)",
            closing,
        ):
            return name, "credit_line"
    return None


def quoted_wire(mention: EventMention) -> str | None:
    """The agency in a mention's chain of sources, None where the outlet reports by itself."""
    for step in sorted(mention.attribution, key=lambda s: s.step, reverse=True):
        if step.source_type in ("wire", "third_outlet"):
            return wire_named(step.speaker) or (step.speaker if step.step > 1 else None)
    return None


def find_roots(
    documents: Sequence[Document],
    mentions: Sequence[EventMention],
    *,
    duplicates: Duplicates | None = None,
    options: LinkOptions | None = None,
) -> list[Root]:
    """One row for each document: the earliest published document of its family, and why it belongs there.

    Documents share a root where their texts are near duplicates, or where both go back to one agency (credit
    line, byline or quotation), were published within two days and repeat at least `quotation_overlap` of the
    shorter text.
    """
    options = options or LinkOptions()
    docs = {d.id: d for d in sorted(documents, key=lambda d: (d.id, d.sha256), reverse=True)}
    parent = {name: name for name in docs}

    def find(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    def join(a: str, b: str) -> None:
        first, second = sorted((find(a), find(b)))
        parent[second] = first

    texts = {name: docs[name].text for name in sorted(docs) if docs[name].text.strip()}
    duplicated: set[str] = set()
    for group in (duplicates or groups)(texts):
        members = sorted(member for member in group if member in docs)
        duplicated.update(members if len(members) > 1 else ())
        for other in members[1:]:
            join(members[0], other)

    credits = {name: credit(document) for name, document in docs.items()}
    quoting = _quoting_documents(mentions, docs, credits)
    by_wire: dict[str, list[str]] = defaultdict(list)
    for name in sorted(docs):
        credited = credits[name]
        wire = credited[0] if credited else quoting.get(name)
        if wire:
            by_wire[wire].append(name)
    pieces = {name: shingles(docs[name].text) for names in by_wire.values() for name in names}
    for names in by_wire.values():
        for i, a in enumerate(names):
            for b in names[i + 1 :]:
                if find(a) == find(b) or not _within_two_days(docs[a].published, docs[b].published):
                    continue
                shorter = min(len(pieces[a]), len(pieces[b]))
                if shorter and len(pieces[a] & pieces[b]) >= options.quotation_overlap * shorter:
                    join(a, b)

    families: dict[str, list[str]] = defaultdict(list)
    for name in docs:
        families[find(name)].append(name)
    rows = []
    for members in families.values():
        head = min(members, key=lambda n: (moment(docs[n].published), _rank(credits[n]), n))
        for name in members:
            rows.append(Root(id=head, document_id=name, basis=_basis(name, head, credits, quoting, duplicated)))
    return sorted(rows, key=lambda root: root.document_id)


def _rank(credited: tuple[str, str] | None) -> int:
    """The agency's own report goes before copies that were published in the same moment."""
    return 0 if credited and credited[1] == "own" else 1


def _basis(
    name: str,
    head: str,
    credits: Mapping[str, tuple[str, str] | None],
    quoting: Mapping[str, str],
    duplicated: set[str],
) -> str:
    credited = credits[name]
    if credited and credited[1] != "own":
        return credited[1]
    if name == head:
        return "explicit_quote_of_outlet" if name in quoting else "own"
    return "near_duplicate_text" if name in duplicated else "explicit_quote_of_outlet"


def _quoting_documents(
    mentions: Iterable[EventMention],
    docs: Mapping[str, Document],
    credits: Mapping[str, tuple[str, str] | None],
) -> dict[str, str]:
    """Documents of which at least half of the mentions come through one agency that is not their own."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    for mention in mentions:
        total[mention.document.id] += 1
        wire = quoted_wire(mention)
        if wire:
            said[mention.document.id][wire] += 1
    result = {}
    for name, wires in said.items():
        wire, count = min(wires.items(), key=lambda item: (-item[1], item[0]))
        if name in docs and not credits[name] and 2 * count >= total[name]:
            result[name] = wire
    return result


def _within_two_days(a: str | None, b: str | None) -> bool:
    first, second = day(a), day(b)
    return first is not None and second is not None and abs(first - second) <= dt.timedelta(days=2)


class RootIndex:
    """Tells the root of a document and of a mention, and counts independent roots."""

    def __init__(self, roots: Iterable[Root], documents: Iterable[Document]) -> None:
        self._root = {root.document_id: root.id for root in roots}
        self._credit = {d.id: (credit(d) or (None, ""))[0] for d in documents}

    def document(self, document_id: str) -> str:
        """Root of a document; an unknown document is its own root."""
        return self._root.get(document_id, document_id)

    def independent(self, mentions: Iterable[EventMention]) -> dict[str, str]:
        """Root of each mention of one event by mention id; all mentions of a document have one root.

        A document whose every mention of the event quotes an agency belongs to that agency's report among the
        mentions if there is one, else to "quoted:" and the agency's name, so that two papers that quote
        Reuters are one root. With a word of its own on the event a document stands for itself.
        """
        by_document: dict[str, list[EventMention]] = defaultdict(list)
        for mention in sorted(mentions, key=reading_order):
            by_document[mention.document.id].append(mention)
        home: dict[str, str] = {}
        for document_id in by_document:
            wire = self._credit.get(document_id)
            if wire:
                home.setdefault(wire, self.document(document_id))
        result = {}
        for document_id, told in by_document.items():
            own = self._credit.get(document_id)
            quoted = [quoted_wire(m) for m in told]
            wire = quoted[0]
            root = self.document(document_id)
            if wire and wire != own and all(quoted):
                root = home.get(wire, f"quoted:{wire.casefold()}")
            result.update({m.id: root for m in told})
        return result
