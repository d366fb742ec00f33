"""Which participants are actors that a list may name, by what key and under what name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

import msgspec

from dragoman.linking.status import speaker
from dragoman.linking.vocabulary import read_table, vocabulary
from dragoman.records import EventMention, Participant, Participation

# Sectors of those in a country who are neither its government nor merely its people.
_ARMED_OR_OPPOSED = frozenset({"REB", "OPP", "SEP", "PAR", "UAF", "PTY"})
_PLACE_ROW = "place:"


@cache
def _generic() -> frozenset[str]:
    return frozenset(read_table("evidence.yaml")["generic"])


@cache
def canonical_name(actor: str) -> str | None:
    """The knowledge base's name of an actor id; None for an id that it does not hold."""
    from dragoman.actors import load

    return load().name(actor)


def is_state(key: str) -> bool:
    """Whether a key is a state and its government: an ISO alpha-3 code."""
    return len(key) == 3 and key.isupper()


def listed_key(who: Participant | Participation) -> str | None:
    """One string for each actor that lists may name; None for everybody else.

    A state is one actor whatever branch acts for it; its rebels and its opposition are others, its people are
    none. Without an id only a country with a sector is an actor.
    """
    government = vocabulary().government_sectors
    code = who.actor or (who.country if who.sector else None)
    if not code or code.startswith(_PLACE_ROW):
        return None
    if is_state(code) and who.sector and who.sector not in government:
        return f"{code}:{who.sector}" if who.sector in _ARMED_OR_OPPOSED else None
    return code


def absent_key(who: Participant) -> str | None:
    """One string for each of those that may be told to be kept out: actors that lists name, and others by the words for them.

    "Civilians", "the women's delegation" and "the regional bloc" are told apart by their words; words that name nobody ("the sides",
    "some of them") have none.
    """
    key = listed_key(who)
    if key is not None:
        return key
    telling = _telling(who.name or (who.mention.text if who.mention else ""))
    return f"words:{' '.join(telling)}" if telling else None


def tells_who(name: str) -> bool:
    """Whether words for somebody without an id tell more than that there was somebody ("civilians", not "the sides")."""
    return bool(_telling(name))


def _telling(words: str) -> list[str]:
    if words.casefold().startswith("whose "):
        return []  # "whose people" are somebody's, nobody says here whose
    return [w for w in re.findall(r"[\w'’-]+", words.casefold()) if w not in _generic() and w not in _empty()]


def spoken_for(who: Participant, mention: EventMention) -> Participant:
    """Whom "we" stand for: the actor for which the speaker speaks ("We had no seat there", an African Union official said)."""
    words = (who.mention.text if who.mention else who.name or "").casefold().strip()
    vouching = speaker(mention)
    if words not in ("we", "us") or vouching is None or not vouching.actor:
        return who
    state = vouching.actor if is_state(vouching.actor) else None
    return msgspec.structs.replace(
        who, actor=vouching.actor, name=canonical_name(vouching.actor) or vouching.speaker, country=state, sector=None
    )


@cache
def _empty() -> frozenset[str]:
    return frozenset(read_table("evidence.yaml")["naming_nobody"])


def is_specific(words: str) -> bool:
    """Whether words without an id still tell who is meant: at least two, one a name, and no mere kind."""
    parts = re.findall(r"[\w'’.-]+", words)
    names = [p for p in parts if p[:1].isupper() and p.casefold() not in _generic()]
    return len(parts) > 1 and len(names) > 1 and parts[-1].casefold() not in _generic()


@dataclass
class Support:
    """What speaks for one actor in one role: roots, number of mentions with their weight, names."""

    roots: set[str] = field(default_factory=set)
    mentions: float = 0.0
    names: Counter[str] = field(default_factory=Counter)


@dataclass
class Tally:
    """Support by actor key, for actors in one family of roles on one line of talks."""

    by_key: dict[str, Support] = field(default_factory=lambda: defaultdict(Support))
    descriptors: Counter[str] = field(default_factory=Counter)

    def add(self, who: Participation, roots: Iterable[str], weight: float = 1.0) -> None:
        """Count a participation, told by the roots given."""
        key = listed_key(who)
        if key is None:
            if not who.actor and is_specific(who.name):
                self.descriptors[who.name] += who.n_mentions
            return
        support = self.by_key[key]
        support.roots |= set(roots)
        support.mentions += weight * who.n_mentions
        support.names[who.name] += who.n_mentions

    def strength(self, key: str, by_roots: bool) -> float:
        """Number of roots or weighted mentions for an actor, 0 where it is not named."""
        support = self.by_key.get(key)
        if support is None:
            return 0.0
        return min(len(support.roots), support.mentions) if by_roots else support.mentions

    def name(self, key: str) -> str:
        """Canonical name of an actor, else the name that most mentions give."""
        names = self.by_key[key].names
        return canonical_name(key) or min(names, key=lambda n: (-names[n], n))


def names_of(tally: Tally, keys: Sequence[str]) -> list[str]:
    """Names of actors without repetition; specific descriptors where no actor is known by an id."""
    names = list(dict.fromkeys(tally.name(k) for k in keys))
    return names or sorted(tally.descriptors, key=lambda n: (-tally.descriptors[n], n))
