"""How two coders differ on the same articles: pure functions from their mentions.

Two mentions are of one another where their triggers overlap in the same article; of several, first the one with the
same id, then of the same type, then the nearest in the text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from dragoman.records import EventMention, Participant
from dragoman.reports.tables import Column, Table

FIELDS = (
    *("type", "plover", "cameo", "status", "polarity", "certainty", "tense", "participants", "exclusions"),
    *("venue", "date", "track", "issues", "said_by", "speech_mode", "background"),
    *("unit_level", "format", "disclosure", "third_party_involvement", "strategy", "outcome"),
    *("agreement_class", "form", "ceasefire"),
)
"""What is compared of two mentions of one another."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a comparison.

    Attributes:
        row: "articles", "type" and "field" are counts; "changed" is a field of one mention, "only_a" and
            "only_b" a mention that only one record has.
        name: event type or field.
        a, b: number in each record, or the value in each.
        both: mentions that both have; for a field those that are compared.
        differ: how many of them differ.
    """

    row: str
    name: str
    a: int | str | None = None
    b: int | str | None = None
    both: int | None = None
    differ: int | None = None
    document_id: str | None = None
    mention_a: str | None = None
    mention_b: str | None = None
    trigger: str | None = None
    evidence: str | None = None


def pairs_of(
    a: Sequence[EventMention], b: Sequence[EventMention]
) -> tuple[list[tuple[EventMention, EventMention]], list[EventMention], list[EventMention]]:
    """Return the mentions of one another, and those that only one side has; all of one article."""
    candidates = sorted(
        (x.id != y.id, _kind(x) != _kind(y), abs(_start(x) - _start(y)), i, j)
        for i, x in enumerate(a)
        for j, y in enumerate(b)
        if _start(x) < y.evidence.trigger.end and _start(y) < x.evidence.trigger.end
    )
    of_a: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in candidates:
        if i not in of_a and j not in taken:
            of_a[i] = j
            taken.add(j)
    matched = [(a[i], b[of_a[i]]) for i in sorted(of_a)]
    return matched, [x for i, x in enumerate(a) if i not in of_a], [y for j, y in enumerate(b) if j not in taken]


def compare(
    a: Iterable[EventMention], b: Iterable[EventMention], *, shared: Sequence[str], alone: tuple[int, int] = (0, 0)
) -> list[Row]:
    """Compare the mentions of two records on the articles that both have.

    Args:
        shared: ids of these articles; mentions of others are left out.
        alone: how many articles only the first, only the second has.

    Returns:
        Counts of articles, by type and by field; then each field that differs in a mention, and each mention
        that only one has, in the order of articles and text.
    """
    of_a, of_b = _by_document(a, shared), _by_document(b, shared)
    types: dict[str, Counter[str]] = defaultdict(Counter)
    differing: Counter[str] = Counter()
    n_matched = 0
    single: list[Row] = []
    for document in shared:
        matched, only_a, only_b = pairs_of(of_a[document], of_b[document])
        n_matched += len(matched)
        for x, y in matched:
            types[_kind(x)]["a"] += 1
            types[_kind(y)]["b"] += 1
            if _kind(x) == _kind(y):
                types[_kind(x)]["both"] += 1
            for field, one, other in _differences(x, y):
                differing[field] += 1
                single.append(_row("changed", field, one, other, x, y))
        for side, some in (("a", only_a), ("b", only_b)):
            for mention in some:
                types[_kind(mention)][side] += 1
                pair = (mention, None) if side == "a" else (None, mention)
                single.append(_row(f"only_{side}", _kind(mention), None, None, *pair))
    total = len(shared)
    rows = [Row(row="articles", name="articles", a=total + alone[0], b=total + alone[1], both=total)]
    for kind in sorted(types):
        n = types[kind]
        differ = n["a"] + n["b"] - 2 * n["both"]
        rows.append(Row(row="type", name=kind, a=n["a"], b=n["b"], both=n["both"], differ=differ))
    rows += [Row(row="field", name=field, both=n_matched, differ=differing[field]) for field in FIELDS]
    return rows + single


def comparison_table(rows: Sequence[Row], names: tuple[str, str], most: int = 20) -> Table:
    """The rows as a table; of single mentions and fields the first `most`."""
    columns = [
        Column("what", whole=True, style="cyan"),
        Column("name", least=16, style="bold"),
        *(Column(name, number=True, least=6) for name in ("A", "B", "both", "differ")),
        Column("trigger and sentence", least=24, style="dim"),
    ]
    counts = [row for row in rows if row.row in ("articles", "type", "field")]
    single = [row for row in rows if row.row not in ("articles", "type", "field")]
    words = {"only_a": "only A", "only_b": "only B"}
    cells = [
        [
            words.get(row.row, row.row),
            row.name,
            *("" if value is None else f"{value:,}" if isinstance(value, int) else value for value in (row.a, row.b)),
            *("" if value is None else f"{value:,}" for value in (row.both, row.differ)),
            f"«{row.trigger}» {row.evidence}" if row.trigger else "",
        ]
        for row in [*counts, *single[:most]]
    ]
    note = f"A {names[0]}, B {names[1]}"
    if len(single) > most:
        note += f". {len(single) - most:,} more lines with --format jsonl or csv"
    return Table(columns, cells, note)


def _by_document(mentions: Iterable[EventMention], shared: Sequence[str]) -> dict[str, list[EventMention]]:
    found: dict[str, list[EventMention]] = {document: [] for document in shared}
    for mention in mentions:
        if mention.document.id in found:
            found[mention.document.id].append(mention)
    return found


def _differences(a: EventMention, b: EventMention) -> list[tuple[str, str, str]]:
    one, other = _values(a), _values(b)
    return [(field, one[field], other[field]) for field in FIELDS if one[field] != other[field]]


def _values(mention: EventMention) -> dict[str, str]:
    """Each compared field as text, so that what differs can be shown."""
    venue, when, plover = mention.venue, mention.date, mention.plover
    people = sorted(f"{p.role} {_who(p)}" for p in mention.participants)
    out = sorted(f"{p.exclusion.mode} {_who(p)}" for p in mention.participants if p.exclusion)
    values: dict[str, Any] = {name: getattr(mention, name) for name in FIELDS if hasattr(mention, name)}
    values |= {
        "plover": " ".join(filter(None, [plover.event, plover.mode, *plover.context])),
        "participants": "; ".join(people),
        "exclusions": "; ".join(out),
        "venue": f"{venue.name} {venue.country or ''}".strip() if venue else "",
        "date": f"{when.start or '?'} {when.end or '?'} {when.precision}" if when else "",
        "issues": "; ".join(mention.issues),
        "strategy": "; ".join(mention.strategy or ()),
        "ceasefire": " ".join(filter(None, msgspec.structs.astuple(mention.ceasefire))) if mention.ceasefire else "",
        "said_by": " ← ".join(step.speaker or step.source_type or "?" for step in mention.attribution),
    }
    return {name: "" if value is None else str(value) for name, value in values.items()}


def _row(
    row: str, name: str, one: str | None, other: str | None, a: EventMention | None, b: EventMention | None
) -> Row:
    shown = a or b
    assert shown is not None
    return Row(
        row=row, name=name, a=one, b=other, document_id=shown.document.id,
        mention_a=a.id if a else None, mention_b=b.id if b else None,
        trigger=shown.evidence.trigger.text, evidence=shown.evidence.text,
    )  # fmt: skip


def _kind(mention: EventMention) -> str:
    """Its type, else its PLOVER category in capitals."""
    return mention.type or mention.plover.event or "?"


def _who(participant: Participant) -> str:
    """Its id, else its name or words."""
    words = participant.mention.text if participant.mention else None
    return participant.actor or participant.name or words or "?"


def _start(mention: EventMention) -> int:
    return mention.evidence.trigger.start
