"""Which agency a document credits with its report, and which one its mentions quote (codebook 1.2, rule R14)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import cache

from dragoman.linking.vocabulary import read_table
from dragoman.records import Document, EventMention

# "ALEPPO, Syria (Reuters) -" opens a report, "(Reporting by ...; Reuters)" or "© AFP" closes it.
_OPENING, _CLOSING = 200, 300
_STRETCH = r"(?P<name>[^\n()]{2,120}?)"
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;/&]|\band\b)\s*")

Credit = tuple[str, str]
"""The agency, and the basis: own, byline or credit_line."""


@cache
def _agencies() -> dict[str, str]:
    """Name of the agency by spelling: those of wires.yaml and all of the knowledge base."""
    from dragoman.actors import load

    names = {s: name for name, spellings in read_table("wires.yaml").items() for s in (name, *spellings)}
    for outlet in load().tables.outlets:
        if outlet.outlet_type == "wire":
            spellings = (outlet.name, *outlet.aliases)
            known = next((names[s] for s in spellings if s in names), outlet.name)
            for spelling in spellings:
                names.setdefault(spelling, known)
    return names


@cache
def _spellings() -> re.Pattern[str]:
    """Any spelling of wires.yaml, longest first."""
    some = {s for spellings in read_table("wires.yaml").values() for s in spellings}
    either = "|".join(re.escape(s) for s in sorted(some, key=lambda s: (-len(s), s)))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


@cache
def _frames(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Pairs of (part of the text, pattern) for one kind of credit in credits.yaml."""
    table = read_table("credits.yaml")[kind]
    return tuple((part, re.compile(p.replace("NAME", _STRETCH))) for part, some in table.items() for p in some)


def wire_named(text: str | None) -> str | None:
    """The news agency that a byline, outlet or speaker names ("Reuters, Beirut"), None where none is named.

    The agencies of wires.yaml count wherever they are named, others only where nothing else is said.
    """
    if not text:
        return None
    found = _spellings().findall(text)
    if found:
        return _agencies()[min(found, key=lambda spelling: (-len(spelling), spelling))]
    return _agencies().get(text.strip())


def credit(document: Document) -> Credit | None:
    """The agency that a document credits, and the basis (own, byline, credit_line); None without one."""
    own = wire_named(document.outlet)
    if own:
        return own, "own"
    byline = wire_named(document.author)
    if byline:
        return byline, "byline"
    parts = _parts(document.text)
    name = _credited("filled", parts) or _credited("within", parts)
    return (name, "credit_line") if name else None


def part_credit(document: Document) -> str | None:
    """The agency that a document says a part of it comes from ("With Reuters", "Additional reporting by AFP")."""
    return _credited("partly", _parts(document.text))


def _parts(text: str) -> dict[str, str]:
    closing = text.rstrip()[-_CLOSING:]
    return {"opening": text[:_OPENING], "closing": closing, "last_line": closing.rpartition("\n")[2]}


def _credited(kind: str, parts: dict[str, str]) -> str | None:
    """The agency in the first wording of that kind of credit that names one."""
    for part, pattern in _frames(kind):
        for match in pattern.finditer(parts[part]):
            names = [name.removeprefix("the ") for name in _BETWEEN_NAMES.split(match["name"].strip())]
            known = [_agencies().get(names[0])] if kind == "filled" else [wire_named(name) for name in names]
            if any(known):
                return next(wire for wire in known if wire)
    return None


def quoted_wire(mention: EventMention) -> str | None:
    """The agency in a mention's chain of sources, None where the outlet reports by itself."""
    for step in sorted(mention.attribution, key=lambda s: s.step, reverse=True):
        if step.source_type in ("wire", "third_outlet"):
            return wire_named(step.speaker) or (step.speaker if step.step > 1 else None)
    return None


def quoting_documents(
    mentions: Iterable[EventMention], without_credit: Collection[str], least: float = 0.5
) -> dict[str, str]:
    """Documents of which at least the share `least` of the mentions come through one agency that is not their own."""
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
        if name in without_credit and count >= least * total[name]:
            result[name] = wire
    return result
