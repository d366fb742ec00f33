"""Talks between states that are of trade, fishing or a bailout and no peacemaking, whatever they are called."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import FIGHTING
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon

_MATTER = ("on", "over", "about")


def of_other_matter(
    sentence: Sentence,
    candidate: Candidate,
    mentions: Mentions,
    lexicon: Lexicon,
    at_odds: Callable[[str, str], bool],
) -> bool:
    """Whether talks are said to be of nothing else: "trade talks", "resumed negotiations on a transatlantic trade pact".

    Talks that adversaries hold on such a matter are peacemaking ("Russia and Ukraine held talks on the grain trade").

    Args:
        at_odds: whether there is a conflict between two states.
    """
    if candidate.label not in group("shared_meetings") or lexicon.tells_of_war(sentence.text):
        return False
    nouns = _talks(sentence, candidate, lexicon)
    if any(_is_other(sentence, c, lexicon) for noun in nouns for c in _modifiers(sentence, noun)):
        return True
    if not any(_about_other(sentence, noun, lexicon) for noun in nouns):
        return False
    found = [m.resolution for m in mentions.of_sentence(sentence)]
    if any(r.actor_type in FIGHTING for r in found):
        return False
    return not any(at_odds(a, b) for a, b in combinations(sorted({r.country for r in found if r.country}), 2))


def _talks(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> list[int]:
    """The nouns for talks that a candidate is, or that its verb is about; the verb itself in "negotiated on fishing quotas"."""
    tokens = sentence.tokens
    own = [i for i in candidate.words if tokens[i].lemma.lower() in lexicon.talks | {"negotiate"}]
    of_verb = [c for i in candidate.words for c in sentence.dependents(i, "obj", "nsubj", "nsubj:pass")]
    return own or [c for c in of_verb if tokens[c].lemma.lower() in lexicon.talks]


def _modifiers(sentence: Sentence, noun: int) -> list[int]:
    return [c for c in sentence.children[noun] if matches(sentence.tokens[c].relation, ("compound", "amod"))]


def _is_other(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a word or one before it is of another matter: "quotas", "fishing" of "fishing rights"."""
    near = (sentence.tokens[c] for c in (i, *_modifiers(sentence, i)))
    return any({token.lemma.lower(), token.text.lower()} & set(lexicon.classes["other_matter"]) for token in near)


def _about_other(sentence: Sentence, noun: int, lexicon: Lexicon) -> bool:
    """Whether all that talks are said to be on is of other matters; what "talks on trade and missing persons" are on is not."""
    tokens = sentence.tokens
    about = [
        k
        for i in (noun, tokens[noun].head)
        if i >= 0
        for c in sentence.dependents(i, "nmod", "obl")
        if c > noun and preposition(sentence, c) in _MATTER and tokens[c].mention != "time"
        for k in conjuncts(sentence, c)
    ]
    return bool(about) and all(_is_other(sentence, i, lexicon) for i in about)


def is_visit(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether what is put off or called off is a trip, which is one of talks only where there are talks: "postponed a visit to India"."""
    if candidate.label not in group("visits_off"):
        return False
    tokens = sentence.tokens
    objects = [c for i in candidate.words for c in sentence.dependents(i, "obj", "nsubj:pass")]
    return bool(objects) and all(tokens[c].lemma.lower() in lexicon.classes["visit"] for c in objects)
