"""For whom a president, minister or elder statesman acts who chairs a body of states or is its envoy (rule R10): "Cyril Ramaphosa, the chairman of
the African Union", "Olusegun Obasanjo, the AU's envoy"."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from dragoman.actors import Resolution
from dragoman.coder.grammar.classes import OF_STATES
from dragoman.coder.grammar.phrases import phrase_words, preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon
from dragoman.records import Person

_CHAIRS = frozenset({"head", "chair", "lead"})
_LESSER = frozenset(
    {"vice", "deputy", "former", "ex", "outgoing", "incoming", "next", "past", "previous", "once", "then"}
)
_BEFORE = ("appos", "nmod:desc", "compound")


def in_the_chair(
    sentence: Sentence, head: int, name: str, alone: Resolution, by_words: Callable[[Sentence, int], Resolution]
) -> Resolution | None:
    """The body of states of which a named person is said to be the chairman or envoy, in apposition, before his name or in a clause on him ("who
    heads the OSCE"); None for former and deputy chairmen.

    Args:
        alone: who the name means by itself. by_words: who the phrase headed by a word means by its own words.
    """
    if alone.actor_type in OF_STATES and sentence.tokens[head].name[2:] != "PER":
        return None
    for body, title in _bodies(sentence, head):
        meant = by_words(sentence, body)
        if title is not None and alone.actor_type in OF_STATES and by_words(sentence, title).actor == alone.actor:
            continue  # "the U.N.-Arab League envoy" is the United Nations' first
        if meant.actor not in (None, alone.actor) and meant.actor_type in OF_STATES and meant.person is None:
            person = alone.person or Person(name=name)
            return msgspec.structs.replace(meant, person=person, why=f"{meant.actor}: by the office beside the name")
    return None


def _bodies(sentence: Sentence, head: int) -> list[tuple[int, int | None]]:
    """Words for that of which somebody is the chairman or envoy, each with the title that tells it; None for a clause."""
    tokens, token = sentence.tokens, sentence.tokens[head]
    found: list[tuple[int, int | None]] = []
    offices = lexicon.load().classes["for_a_body"]
    titles = sentence.dependents(head, *_BEFORE)
    titles += [token.head] if token.relation == "appos" and token.head >= 0 else []
    for title in titles:
        if tokens[title].lemma.lower() not in offices:
            continue
        first, last = phrase_words(sentence, title)
        start = max(0, first - 2)
        if any(t.text.lower().strip("-") in _LESSER for t in tokens[start : last + 1]):
            continue
        found += [
            (c, title) for c in sentence.children[title]
            if c != head and (tokens[c].upos == "PROPN" or (tokens[c].upos == "PRON" and matches(tokens[c].relation, ("nmod:poss",))))
            and ((matches(tokens[c].relation, ("nmod",)) and preposition(sentence, c) == "of") or tokens[c].relation in ("compound", "nmod:poss"))
        ]  # fmt: skip
    for clause in sentence.dependents(head, "acl:relcl"):
        who = any(tokens[c].text.lower() == "who" for c in sentence.dependents(clause, "nsubj"))
        past = tokens[clause].text.lower() in ("headed", "chaired", "led")
        if who and not past and tokens[clause].lemma.lower() in _CHAIRS:
            found += [(c, None) for c in sentence.dependents(clause, "obj") if tokens[c].upos == "PROPN"]
    return found
