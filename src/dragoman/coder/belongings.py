"""Whose a thing or town is that takes part: "shelled Ukrainian positions" and "captured the Eritrean port of Assab" are done to states."""

from __future__ import annotations

import msgspec

from dragoman.actors import Resolution
from dragoman.coder.classes import OBJECTS
from dragoman.coder.filled import Filled
from dragoman.coder.judge import Candidate
from dragoman.coder.mentions import Mention, Mentions
from dragoman.coder.phrases import preposition
from dragoman.language.parse import Sentence, matches

_DONE_TO = frozenset({"of", "on", "against", "at"})
"""Prepositions of what is struck: "the bombing of Assab", "fired on Gori"."""


def with_owners(sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """The participants, with the state or group for what it owns: Uganda for "a Ugandan patrol", Eritrea for the town of "bombed Assab"; without
    towns that only tell where: "fought gunmen near Garissa"."""
    if candidate.label.islower():
        return kept  # where talks are held and who hosts them is told by other rules
    acting = {f.mention.actor for f in kept if f.role == "initiator"}
    result = []
    for f in kept:
        own = f.mention
        if f.role not in ("initiator", "recipient") or own.actor is not None or own.pronoun or own.sentence != sentence.index:
            result.append(f)
            continue
        if own.resolution.place is not None:
            state = mentions.state_of(own) if _is_struck(sentence, own.head, candidate) else None
            if f.role == "recipient" and (state is None or state.actor in acting):
                continue  # "Nigerian soldiers killed ten near Warri"
        else:
            state = _owner(sentence, mentions, own)
        result.append(msgspec.structs.replace(f, mention=_meaning(own, state)) if state is not None else f)
    return result


def _is_struck(sentence: Sentence, head: int, candidate: Candidate) -> bool:
    """Whether a town is what is attacked or taken, and not where something happens."""
    tokens = sentence.tokens
    while tokens[head].relation == "conj" and preposition(sentence, head) is None:
        head = tokens[head].head
    if matches(tokens[head].relation, OBJECTS):
        return tokens[head].head in candidate.words
    return preposition(sentence, head) in _DONE_TO and tokens[head].head in candidate.words


def _owner(sentence: Sentence, mentions: Mentions, own: Mention) -> Resolution | None:
    """Who is named before the noun for a thing that is no actor: "Ugandan" of "Ugandan oil depot", "Ugandan rebel" of "Ugandan rebel camp"."""
    if sentence.tokens[own.head].upos != "NOUN" or not own.resolution.why.startswith("head '"):
        return None
    for last in range(own.head - 1, own.first - 1, -1):
        if sentence.tokens[last].upos == "PART":
            continue
        found = mentions.meaning(sentence, own.first, last)
        if found.actor is not None and found.person is None:
            return found
    return None


def _meaning(own: Mention, owner: Resolution) -> Mention:
    """A thing that stands for whose it is."""
    sector = own.resolution.sector or owner.sector
    meant = msgspec.structs.replace(owner, sector=sector, why=f"{owner.actor}: '{own.text}' of it")
    return msgspec.structs.replace(own, resolution=meant)
