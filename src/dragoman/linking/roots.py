"""Which documents and mentions go back to one report (codebook 1.2, rule R14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.linking.credits import Credit, credit, part_credit, quoted_wire, quoting_documents
from dragoman.linking.dates import day, moment
from dragoman.linking.order import reading_order
from dragoman.linking.record import LinkOptions
from dragoman.linking.retold import Source, retellings
from dragoman.records import Document, EventMention, Root
from dragoman.text.duplicates import groups
from dragoman.text.reprints import reprints

Duplicates = Callable[[Mapping[str, str]], list[set[str]]]
_DAYS = 2
# Share of what stands outside quotation marks that a reprint without a credit repeats; two reports of one press
# conference, with the same long quotations, have less.
_OWN_WORDS = 0.4
# Share of its mentions for which a document names the agency where it tells the agency's report again; with less it
# is a round-up of several reports. Set on hand-coded news: a round-up has 0.5, retellings have 0.63 and more.
_RETOLD = 0.6
# Share of its words that a document has from the report of the agency that it credits if each sentence of it was edited.
_EDITED = 0.7


def find_roots(
    documents: Sequence[Document],
    mentions: Sequence[EventMention],
    *,
    duplicates: Duplicates | None = None,
    options: LinkOptions | None = None,
) -> list[Root]:
    """One row for each document: the earliest published document of its family, and why it belongs there.

    Two documents share a root where one of these holds; the last three only if both were published within two days.

    1. Their texts are near duplicates.
    2. One repeats at least `reprint_overlap` of the shorter, in its own words too and not only in quotations, and
       comes from another outlet, whatever it credits. An outlet that repeats itself has a standing text.
    3. Both go back to one agency (credit line, byline or quotation) and one repeats `quotation_overlap` of the
       shorter.
    4. One says of three mentions in five that an agency reported them, and the other is that agency's report that
       has most words in common with it, at least the share `retelling_overlap` (linking.retold); or it credits the
       agency and has seven words in ten from there, as if each sentence was edited.
    """
    options = options or LinkOptions()
    docs = {d.id: d for d in sorted(documents, key=lambda d: (d.id, d.sha256), reverse=True)}
    families = _Families(docs)
    texts = {name: docs[name].text for name in sorted(docs) if docs[name].text.strip()}
    days = {name: when for name, document in docs.items() if (when := day(document.published))}
    alike: set[str] = set()

    def join(a: str, b: str, by_text: bool) -> None:
        families.join(a, b)
        alike.update((a, b) if by_text else ())

    for group in (duplicates or groups)(texts):
        members = sorted(member for member in group if member in docs)
        for other in members[1:]:
            join(members[0], other, True)

    credits = {name: credit(document) for name, document in docs.items()}
    uncredited = {name for name, credited in credits.items() if not credited}
    quoting = quoting_documents(mentions, uncredited)
    wires = {name: credited[0] if credited else quoting.get(name) for name, credited in credits.items()}
    thanked = {name: wire or part_credit(docs[name]) for name, wire in wires.items()}
    partly = {name for name, wire in thanked.items() if wire and not wires[name]}
    least = min(options.reprint_overlap, options.quotation_overlap)
    for pair in reprints(texts, days, window=_DAYS, least=least):
        a, b = pair.a, pair.b
        if thanked[a] and thanked[a] == thanked[b] and pair.share >= options.quotation_overlap:
            join(a, b, a not in quoting and b not in quoting)
        elif _other_outlet(docs[a], docs[b]) and pair.share >= options.reprint_overlap and pair.own_words >= _OWN_WORDS:
            join(a, b, True)

    sources = {n: Source(wire, _EDITED) for n, wire in thanked.items() if wire and (credits[n] or ("", ""))[1] != "own"}
    told_again = quoting_documents(mentions, uncredited, _RETOLD)
    sources |= {name: Source(wire, options.retelling_overlap) for name, wire in told_again.items()}
    for name, report in retellings(texts, days, sources, wires, docs, _DAYS):
        join(name, report, False)

    rows = []
    for some in families.all():
        head = min(some, key=lambda n: (moment(docs[n].published), _rank(credits[n]), n))
        for name in some:
            rows.append(Root(id=head, document_id=name, basis=_basis(name, head, credits, quoting, alike, partly)))
    return sorted(rows, key=lambda root: root.document_id)


class _Families:
    """Documents that are joined so far, directly or through others; the same whatever the order of joining."""

    def __init__(self, names: Iterable[str]) -> None:
        self._parent = {name: name for name in names}

    def _find(self, name: str) -> str:
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self._find(a), self._find(b)))
        self._parent[second] = first

    def all(self) -> list[list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._parent:
            found[self._find(name)].append(name)
        return list(found.values())


def _other_outlet(a: Document, b: Document) -> bool:
    return not a.outlet or not b.outlet or a.outlet.casefold() != b.outlet.casefold()


def _rank(credited: Credit | None) -> int:
    """The agency's own report goes before copies that were published in the same moment."""
    return 0 if credited and credited[1] == "own" else 1


def _basis(
    name: str,
    head: str,
    credits: Mapping[str, Credit | None],
    quoting: Mapping[str, str],
    alike: set[str],
    partly: set[str],
) -> str:
    credited = credits[name]
    if credited and credited[1] != "own":
        return credited[1]
    if name == head:
        return "explicit_quote_of_outlet" if name in quoting else "own"
    if name in partly:
        return "credit_line"
    return "near_duplicate_text" if name in alike else "explicit_quote_of_outlet"


class RootIndex:
    """Tells the root of a document and of a mention, and counts independent roots."""

    def __init__(self, roots: Iterable[Root], documents: Iterable[Document]) -> None:
        self._root = {root.document_id: root.id for root in roots}
        self._credit = {d.id: (credit(d) or (None, ""))[0] for d in documents}

    def document(self, document_id: str) -> str:
        """Root of a document; an unknown document is its own root."""
        return self._root.get(document_id, document_id)

    def count(self, mentions: Iterable[EventMention]) -> int:
        """Number of independent roots behind mentions of one event, track or agreement."""
        return len(set(self.independent(mentions).values()))

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
