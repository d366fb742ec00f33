"""Who leads those of whom a phrase tells only the sort: "negotiators led by Nhial Deng Nhial", "a Taliban faction led by Mullah Rasool"; and for
whom somebody acts whom no table knows: "Fawzi al-Agab of the High Council of State"."""

from __future__ import annotations

import msgspec

from dragoman.actors import Resolution
from dragoman.coder.grammar.phrases import phrase_words, preposition
from dragoman.language.parse import Sentence
from dragoman.records import Person

_LEADING = frozenset({"lead", "head", "command"})


def leader(sentence: Sentence, head: int) -> int | None:
    """Head of the name of who leads, heads or commands those that a noun means; None where nobody is told."""
    tokens = sentence.tokens
    if tokens[head].upos != "NOUN":
        return None
    for clause in sentence.dependents(head, "acl"):
        if tokens[clause].lemma.lower() in _LEADING:
            agents = sentence.dependents(clause, "obl:agent", "obl")
            return next((c for c in agents if c > clause and tokens[c].name.endswith("PER")), None)
    return None


def sender(sentence: Sentence, head: int) -> int | None:
    """Head of the phrase for whose man somebody is: "the High Council of State" of "Fawzi al-Agab of the High Council of State"; None for a town
    or land, which may be only where he is from."""
    tokens = sentence.tokens
    behind = (c for c in sentence.dependents(head, "nmod") if c > head and preposition(sentence, c) == "of")
    return next((c for c in behind if not tokens[c].name.endswith("LOC")), None)


def of_sender(sentence: Sentence, head: int, body: Resolution) -> Resolution | None:
    """The person named by a word as that body's; None where it is nobody known, or a person himself."""
    if body.actor is None or body.person is not None:
        return None
    first, last = phrase_words(sentence, head)
    name = " ".join(t.text for t in sentence.tokens[first : last + 1] if t.name.endswith("PER"))
    return msgspec.structs.replace(body, person=Person(name=name), why=f"{body.actor}: of it")


def of_leader(alone: Resolution, led: Resolution) -> Resolution | None:
    """Whom they are who are led: the leader's own, where nothing else tells, or where he leads one of a movement's parts; not with one who acts
    for himself.

    Args:
        alone: who the phrase means by itself. led: for whom the leader acts.
    """
    if led.actor is None or led.actor.startswith("person:"):
        return None
    part = led.actor.startswith("group:") and led.country == alone.country and alone.actor != led.actor
    if alone.actor is not None and not part:
        return None
    return msgspec.structs.replace(led, person=None, why=f"{led.actor}: led by one of it")
