"""How a sentence says that two lines of talks relate: "X was a rival to Y", "X and Y compete", "X was eclipsed by Y" (codebook 1.13)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dragoman.linking.lines import folded
from dragoman.linking.naming import NamedLines, Spot
from dragoman.linking.vocabulary import read_table

# Relations that a negation before the words for them denies: "did not see the meeting as competing with Geneva".
_DENIABLE = frozenset(
    {
        "competing_with",
        "attempted_replacement_of",
        "feeder_to",
        "complementary_to",
        "successor_of",
        "merged_into",
        "nested_in",
    }
)
# Relations that hold both ways: "Astana and Geneva complement one another".
_MUTUAL = frozenset({"parallel_to", "complementary_to", "competing_with"})
# A sentence on two lines that the text has named before: "They compete."
_BOTH = re.compile(r"\W*(?:They|Both|The two)\b")
_THE_TWO = re.compile(r"\W*(?:The two|Both) [a-z]+")
_BY = re.compile(r" by\b")
_TO = re.compile(r" (?:to|of|with) (?:the )?")
_IT = re.compile(r" (?:it|them|that|this|him)\b(?! [a-z]+s\b)")
# What is only to come, or only ought to.
_AHEAD = re.compile(r"\b(?:will|would|should|must|may|might|could|to)\b(?: [\w-]+){0,4} $")
# Where a sentence begins anew with another subject.
_ANEW = re.compile(r", (?:and|while|but) (?=[A-Z])|; ")
_NEAR = 110
"""How many characters may lie between a cue and the name of a line."""


class Related(NamedTuple):
    """That one line relates to another, by the words for it; the places where the sentence names them, None for what it leaves out."""

    one: Spot
    relation: str
    other: Spot
    words: str


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Cues with their patterns and the relation that they assert, longest first."""
    table = read_table("cues.yaml")["relations"]
    pairs = [(cue, relation) for relation, cues in table.items() for cue in cues]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple(
        (folded(cue), re.compile(rf"(?<!\w){re.escape(cue)}(?!\w)", re.IGNORECASE), relation) for cue, relation in pairs
    )


def has_cue(text: str) -> bool:
    """Whether a text may have the words of a relation; most have none, and patterns take much longer to say so."""
    text = folded(text)
    return any(cue in text for cue, _, _ in _cues())


@cache
def _denied() -> re.Pattern[str]:
    denying = "|".join(read_table("cues.yaml")["denying_relations"])
    return re.compile(
        rf"(?:\b(?:not|never|nor|hardly|neither|{denying})\b|n['’]t\b),?(?: (?!but\b|only\b|just\b)[\w'’,-]+){{0,8}} $",
        re.IGNORECASE,
    )


@cache
def _strict() -> frozenset[str]:
    """Cues of many other meanings, which relate lines only where both are named as talks."""
    return frozenset(folded(cue) for cue in read_table("cues.yaml")["strict_relations"])


@cache
def _subject() -> re.Pattern[str]:
    """That a sentence speaks of the talks or the text that its report is about, right before a cue."""
    nouns = "|".join([*read_table("cues.yaml")["line_heads"], *read_table("cues.yaml")["line_products"]])
    return re.compile(rf"(?:^\W*It|\bit|\b[Tt]h(?:e|is|ese) (?:{nouns}))(?: [\w-]+){{0,3}} $")


def related(
    text: str,
    named: Sequence[Spot],
    told: Sequence[Spot] = (),
    *,
    about: str | None = None,
    before: Sequence[Spot] = (),
    labelled: frozenset[int] = frozenset(),
) -> list[Related]:
    """What a sentence asserts of lines of talks.

    Args:
        named: where it names lines.
        told: where it tells of events that were taken to be of a line; names tell better.
        about: the line that the report is about, meant where the sentence names none before the cue ("it would complement Geneva").
        before: where the text before names lines, for "they" and "the two tracks".
        labelled: starts of those of `told` whose mention bears the label itself.
    """
    found: list[Related] = []
    taken: list[tuple[int, int]] = []
    words = folded(text)
    for cue, pattern, relation in _cues():
        if cue not in words:
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < e and s < end for s, e in taken):
                continue
            taken.append((start, end))
            if relation in _DENIABLE and _denied().search(text[:start]):
                continue
            if relation == "merged_into" and _AHEAD.search(text[:start]):
                continue
            strict = cue in _strict()
            names = [s for s in named if not s.plain] if strict else named
            rivals = cue.startswith(("rival", "compet"))
            names = [
                s
                for s in names
                if not s.bare
                or (rivals and s.start >= end and _TO.fullmatch(text, match.start() + len(cue.split()[0]), s.start))
            ]
            meant = about if not strict or _subject().search(text[:start]) else None
            pair = _ends(text, start, end, relation, names, () if strict else told, meant, before, labelled)
            if pair is not None and pair[0].track_id != pair[1].track_id:
                found.append(Related(pair[0], relation, pair[1], match.group(0)))
    return found


def _ends(
    text: str,
    start: int,
    end: int,
    relation: str,
    named: Sequence[Spot],
    told: Sequence[Spot],
    about: str | None,
    before: Sequence[Spot],
    labelled: frozenset[int],
) -> tuple[Spot, Spot] | None:
    """Which line a cue is said of, and which other it names; turned round before "by"."""
    clause = max((m.end() for m in _ANEW.finditer(text, 0, start)), default=0)
    near = [s for s in named if s.end <= start and start - s.end <= _NEAR]
    if clause and any(pattern.search(text, 0, clause) for _, pattern, _ in _cues()):
        near = [s for s in near if s.start >= clause]  # what is said before is said of others
    left = near or [s for s in told if s.start < start]
    right = [s for s in named if s.start >= end and s.start - end <= (_NEAR if not s.bare else 8)]
    right = right or [s for s in told if s.start >= end]
    if _IT.match(text, end) and len({s.track_id for s in left}) > 1:
        # "not a rival to the Union's, but the corridor that led to it": it is the one named last.
        other = max(left, key=lambda s: s.start)
        one = min((s for s in left if s.track_id != other.track_id), key=lambda s: s.start)
        return one, other
    if relation in _MUTUAL and not right:
        if not left and _BOTH.match(text):
            left = _two_before(text, before)
        if len({s.track_id for s in left}) > 1:
            other = max(left, key=lambda s: s.start)
            rest = [s for s in left if s.track_id != other.track_id]
            return max(rest, key=lambda s: s.start), other
    if not left and about is not None:
        left = [Spot(-1, -1, about)]
    if not left or not right:
        return None
    one, other = max(left, key=lambda s: s.start), min(right, key=lambda s: s.start)
    if one.track_id == other.track_id and about is not None and one.start not in labelled:
        one = Spot(one.start, one.end, about)  # "the meeting would complement the talks in Geneva"
    return (other, one) if _BY.match(text, end) else (one, other)


def _two_before(text: str, before: Sequence[Spot]) -> list[Spot]:
    """The two lines that "they" or "the two tracks" stand for: those named last before; "they" only for two alone."""
    last: list[Spot] = []
    for spot in reversed(before):
        if all(spot.track_id != s.track_id for s in last):
            last.append(spot)
        if len(last) == 2:
            return last[::-1]
    return []


def speaks_of_two(text: str) -> bool:
    """Whether a sentence speaks of "the two tracks" named anywhere before it, not only of "them" in the sentence before."""
    return bool(_THE_TWO.match(text))


def stands_for_two(text: str) -> bool:
    """Whether a sentence begins with "they", "both" or "the two"."""
    return bool(_BOTH.match(text))


def lines_named(known: NamedLines, text: str, conflicts: Sequence[str | None]) -> list[Spot]:
    """Where a text names lines of some conflicts."""
    return sorted(spot for conflict in conflicts for spot in known.spots(text, conflict))
