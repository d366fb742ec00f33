"""Whom a plural in a role stands for: "both sides", "the two leaders", "neither side" are those that the text has told of before."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from dragoman.coder.filled import Filled
from dragoman.coder.mentions import Mention, Mentions
from dragoman.language.parse import Sentence

LOOK_BACK = 12
"""Events looked back over for the parties that "both sides" are: as many as `implied.py`, where the number was measured."""
_SIDES = frozenset({"side", "party"})


def told_apart(
    sentence: Sentence, mentions: Mentions, people: Sequence[Filled], earlier: Sequence[Sequence[Mention]],
    outsiders: AbstractSet[str] = frozenset(),
) -> list[Filled]:  # fmt: skip
    """The participants, with a plural replaced by those it joins, each with the plural's words.

    Args:
        earlier: parties of each event told before, in order.
        outsiders: actors who last were mediators in the text and not parties: none of "both sides".
    """
    result: list[Filled] = []
    for filled in people:
        count = mentions.counted(sentence, filled.mention)
        joined = _joined(sentence, mentions, filled.mention, count, earlier, outsiders) if count else []
        taken = {f.mention.resolution.actor for f in people if f is not filled}
        named = {m.resolution.actor for m in joined}
        if not joined or taken & named:
            if not joined or not named <= taken:  # "the two leaders" beside both by name are nobody else
                result.append(filled)
            continue
        for member in joined:
            why = f"one of '{filled.mention.text}', '{member.text}'"
            resolution = msgspec.structs.replace(member.resolution, why=why)
            result.append(
                msgspec.structs.replace(filled, mention=msgspec.structs.replace(filled.mention, resolution=resolution))
            )
    return result


def _joined(
    sentence: Sentence, mentions: Mentions, plural: Mention, count: int, earlier: Sequence[Sequence[Mention]],
    outsiders: AbstractSet[str],
) -> list[Mention]:  # fmt: skip
    """The parties of the last event that had so many; else those whom the text has named together last, of sides only in a row."""
    for parties in reversed(earlier[-LOOK_BACK:]):
        known = {m.resolution.actor: m for m in parties if m.resolution.actor}
        if len(known) == count:
            return list(known.values())
    found = mentions.members(sentence, plural, in_a_row=sentence.tokens[plural.head].lemma.lower() in _SIDES)
    return [] if any(m.resolution.actor in outsiders for m in found) else found
