"""Talks between states that are of trade, fishing or a bailout and no peacemaking, whatever they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

from dragoman.coder.judge import Candidate
from dragoman.coder.mentions import Mention
from dragoman.coder.phrases import conjuncts, preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon

_MATTER = ("on", "over", "about")
_FIGHTING = frozenset({"armed_group", "umbrella", "de_facto_entity"})


def of_other_matter(
    sentence: Sentence,
    candidate: Candidate,
    named: Iterable[Mention],
    lexicon: Lexicon,
    at_odds: Callable[[str, str], bool],
) -> bool:
    """Whether talks are said to be of nothing else: "trade talks", "resumed negotiations on a transatlantic trade pact".

    Talks of adversaries are peacemaking whatever they are on ("Russia and Ukraine held talks on the grain trade").

    Args:
        named: who is named in the sentence.
        at_odds: whether there is a conflict between two states.
    """
    if candidate.label not in group("shared_meetings") or lexicon.tells_of_war(sentence.text):
        return False
    nouns = _talks(sentence, candidate, lexicon)
    if not any(_about_other(sentence, noun, lexicon) for noun in nouns):
        return False
    found = [m.resolution for m in named]
    if any(r.actor_type in _FIGHTING for r in found):
        return False
    return not any(at_odds(a, b) for a, b in combinations(sorted({r.country for r in found if r.country}), 2))


def _talks(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> list[int]:
    """The nouns for talks that a candidate is, or that its verb is about; the verb itself in "negotiated on fishing quotas"."""
    tokens = sentence.tokens
    own = [i for i in candidate.words if tokens[i].lemma.lower() in lexicon.talks | {"negotiate"}]
    of_verb = [c for i in candidate.words for c in sentence.dependents(i, "obj", "nsubj", "nsubj:pass")]
    return own or [c for c in of_verb if tokens[c].lemma.lower() in lexicon.talks]


def _about_other(sentence: Sentence, noun: int, lexicon: Lexicon) -> bool:
    """Whether all that talks are said to be about is of other matters; "talks on trade and missing persons" are not."""
    tokens, other = sentence.tokens, lexicon.classes["other_matter"]

    def is_other(i: int) -> bool:
        near = (i, *(c for c in sentence.children[i] if matches(tokens[c].relation, ("compound", "amod"))))
        return any({tokens[c].lemma.lower(), tokens[c].text.lower()} & set(other) for c in near)

    kind = [c for c in sentence.children[noun] if matches(tokens[c].relation, ("compound", "amod"))]
    if any(map(is_other, kind)):
        return True
    about = [
        k
        for i in (noun, tokens[noun].head)
        if i >= 0
        for c in sentence.dependents(i, "nmod", "obl")
        if c > noun and preposition(sentence, c) in _MATTER and tokens[c].mention != "time"
        for k in conjuncts(sentence, c)
    ]
    return bool(about) and all(map(is_other, about))
