"""Whom a plural in a role stands for: "both sides", "the two leaders", "neither side" are those that the text has told of before."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from dragoman.coder.filled import Filled
from dragoman.coder.mentions import Mention, Mentions
from dragoman.coder.roles import THIRD_PARTIES
from dragoman.language.parse import Sentence

LOOK_BACK = 12
"""Events looked back over for the parties that "both sides" are: as many as `implied.py`, where the number was measured."""
_BARE = frozenset({"two", "both", "the two"})
_SIDES = frozenset({"side", "party"})
_ASSISTING = THIRD_PARTIES | {"sponsor"}
_OF_STATES = frozenset({"president", "minister", "premier", "king", "monarch", "country", "nation", "state", "capital", "government"})
"""Nouns for states and those who lead them: no movement is one of "the two countries"."""
_OF_MOVEMENTS = frozenset({"group", "movement", "faction", "militia", "organisation", "organization"})
_STATES = frozenset({"state", "government_body", "de_facto_entity"})


def told_apart(
    sentence: Sentence, mentions: Mentions, people: Sequence[Filled], earlier: Sequence[Sequence[Mention]],
    outsiders: AbstractSet[str] = frozenset(), helpers: Sequence[Sequence[Mention]] = (),
) -> list[Filled]:  # fmt: skip
    """The participants, with a plural replaced by those it joins, each with the plural's words.

    Args:
        earlier: parties of each event told before, in order.
        outsiders: actors who last were third parties in the text and not parties: none of "both sides".
        helpers: third parties of each event told before: where these two assist, they may be "the two countries".
    """
    result: list[Filled] = []
    for filled in people:
        plural = filled.mention
        count = mentions.counted(sentence, plural)
        taken = {f.mention.resolution.actor for f in people if f is not filled} - {None}
        assist = filled.role in _ASSISTING
        joined: list[Mention] = []
        if count:
            joined = _of_last(plural, sentence, count, helpers) if assist else []
            joined = joined or _joined(sentence, mentions, plural, count, earlier, frozenset() if assist else outsiders)
        named = {m.resolution.actor for m in joined}
        if taken & named and not named <= taken:
            # "Libya reconciled the two": none of the two
            others = [[m for m in parties if m.resolution.actor not in taken] for parties in earlier]
            joined = _joined(sentence, mentions, plural, count, others, outsiders | {a for a in taken if a})
            named = {m.resolution.actor for m in joined}
        if not joined or taken & named:
            alone = plural.text.lower() in _BARE and count  # "mediates between the two" tells nobody
            if (not joined and not alone) or (joined and not named <= taken):  # "the two leaders" beside both by name are nobody else
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
    if found := _of_last(plural, sentence, count, earlier):
        return found
    lemma = sentence.tokens[plural.head].lemma.lower()

    def fits(mention: Mention) -> bool:
        return mention.resolution.actor not in outsiders and _may_be(lemma, mention)

    found = mentions.members(sentence, plural, in_a_row=lemma in _SIDES, fits=fits)
    if not found and lemma in _OF_STATES:
        found = mentions.members(sentence, plural, in_a_row=True, fits=fits, states=True)
    return found


def _of_last(plural: Mention, sentence: Sentence, count: int, earlier: Sequence[Sequence[Mention]]) -> list[Mention]:
    """Those of the last event with so many of whom all may be meant."""
    lemma = sentence.tokens[plural.head].lemma.lower()
    for people in reversed(earlier[-LOOK_BACK:]):
        known = {m.resolution.actor: m for m in people if m.resolution.actor}
        if len(known) == count and all(_may_be(lemma, m) for m in known.values()):
            return list(known.values())
    return []


def _may_be(lemma: str, mention: Mention) -> bool:
    """Whether somebody may be one of "the two countries" or "the two presidents", which no movement is, or of "two groups", which no state is."""
    kind = mention.resolution.actor_type
    return (lemma not in _OF_STATES or kind in _STATES) and (lemma not in _OF_MOVEMENTS or kind != "state")
