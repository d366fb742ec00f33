"""Of whom an exclusion is told by "none" or "the absence of", and where one is denied: "none of the rebels was invited", "is no longer excluded"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.coder.grammar.not_there import NO
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.slots import is_passive
from dragoman.language.parse import Sentence

_NONE = frozenset({"none", "neither", "nobody"})
_AWAY_FROM = frozenset({"from", "in", "at", "on"})


def of_none(sentence: Sentence, subjects: list[int]) -> list[int]:
    """Those of whom none is meant: "the rebels" of "none of the rebels" and "neither of the two rebel movements"."""
    found: list[int] = []
    for s in subjects:
        whole = sentence.dependents(s, "nmod") if sentence.tokens[s].text.lower() in _NONE else []
        found += [c for c in whole if preposition(sentence, c) in ("of", "from")] or [s]
    return found


def absence_of(sentence: Sentence, events: AbstractSet[str]) -> list[tuple[int, int]]:
    """(whose, noun) of an absence from talks: "the absence of the Fatah delegation", "Morocco's absence from the talks"; not
    "from the capital" nor "the absence of Israeli soldiers in Gaza"."""
    tokens = sentence.tokens
    return [
        (k, token.i)
        for token in tokens
        if token.lemma.lower() == "absence"
        and all(
            tokens[c].lemma.lower() in events
            for c in sentence.dependents(token.i, "nmod")
            if preposition(sentence, c) in _AWAY_FROM
        )
        for c in sentence.dependents(token.i, "nmod")
        if preposition(sentence, c) == "of" or sentence.tokens[c].relation == "nmod:poss"
        for k in conjuncts(sentence, c)
    ]


def not_so(sentence: Sentence, span: list[int]) -> bool:
    """Whether a passive wording without a negation of its own is denied: "is no longer excluded from the talks", "was not left out"."""
    verb = next((i for i in span if sentence.tokens[i].upos == "VERB"), None)
    if verb is None or not is_passive(sentence, verb) or any(sentence.tokens[i].text.lower() in NO for i in span):
        return False
    near = (verb, *sentence.dependents(verb, "aux", "advmod"))
    return any(sentence.tokens[c].text.lower() in NO for i in near for c in sentence.children[i] if c < verb)
