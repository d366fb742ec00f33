"""What a list of names tells a language engine: for each word, the kind of known name that it is part of, if any.

The engine does not know where names come from; whoever makes it passes a function that finds them in a text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

KINDS = ("none", "state", "place", "person", "organisation", "group", "outlet", "body")
"""Kinds of names, in the order that models number them. `state`: a country's name, adjective or demonym."""
NAME_OF = {
    "state": "LOC",
    "place": "LOC",
    "person": "PER",
    "organisation": "ORG",
    "group": "ORG",
    "outlet": "ORG",
    "body": "ORG",
}
"""Kind of named entity that a kind of known name is."""
Gazetteer = Callable[[str], Iterable[tuple[int, int, str]]]
"""Names in a text: (start, end, kind), end exclusive, in order and not overlapping."""


def word_kinds(offsets: Sequence[tuple[int, int]], names: Iterable[tuple[int, int, str]]) -> list[int]:
    """Index in `KINDS` of the name that each word lies in, 0 for none.

    Args:
        offsets: start and end of each word, in order.
        names: as a `Gazetteer` gives them, of the same text.
    """
    result = [0] * len(offsets)
    ends = [b for _, b in offsets]
    for start, end, kind in names:
        i = bisect_left(ends, start + 1)
        while i < len(offsets) and offsets[i][0] < end:
            result[i] = KINDS.index(kind)
            i += 1
    return result


def piece_kinds(kinds: Sequence[int], first: Sequence[int], size: int) -> list[int]:
    """Kind of each word piece, from the kinds of words and the index of each word's first piece, the root first."""
    result = [0] * size
    for kind, start, end in zip(kinds, first[1:], [*first[2:], size - 1], strict=True):
        if kind:
            result[start:end] = [kind] * (end - start)
    return result


_OF_NATIONS = frozenset({"state", "body", "group"})


def settled_names(
    tags: Sequence[str], upos: Sequence[str], offsets: Sequence[tuple[int, int]], names: Iterable[tuple[int, int, str]]
) -> list[str]:
    """IOB2 tags of named entities with known names put right.

    A model takes a rare name now for a person, now for a place; the list knows. A known name that the tags call by another kind gets its
    own, and one of proper nouns that they leave out becomes an entity, but for states and their bodies and groups: those that a model
    leaves out are mostly nationality words ("Iraqis", "Syrian rebels"). A name inside a longer entity ("United States Department of
    Housing") stays part of it.

    Args:
        tags: IOB2 tags (PER, ORG, LOC) of the words of a sentence.
        upos: their parts of speech.
        offsets: their start and end.
        names: known names that start within the sentence.
    """
    result = list(tags)
    ends = [b for _, b in offsets]
    for start, end, kind in names:
        first = bisect_left(ends, start + 1)
        last = first
        while last + 1 < len(offsets) and offsets[last + 1][0] < end:
            last += 1
        words = range(first, min(last + 1, len(offsets)))
        if (
            not words
            or (len(words) == 1 and upos[first] != "PROPN")
            or (kind == "state" and upos[words[-1]] != "PROPN")
        ):
            continue
        found = {result[i][2:] for i in words if result[i] != "O"}
        if (not found and kind in _OF_NATIONS) or (len(found) == 1 and _is_longer(result, words)):
            continue
        if found != {NAME_OF[kind]}:
            for i in words:
                result[i] = ("B-" if i == first else "I-") + NAME_OF[kind]
            if words[-1] + 1 < len(result) and result[words[-1] + 1].startswith("I-"):
                result[words[-1] + 1] = "B-" + result[words[-1] + 1][2:]
    return result


def _is_longer(tags: Sequence[str], words: range) -> bool:
    """Whether the entity of these words begins before or ends behind them."""
    after = words[-1] + 1
    return tags[words[0]].startswith("I-") or (after < len(tags) and tags[after].startswith("I-"))
