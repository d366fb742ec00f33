"""Gatherings that speak as one: "the summit called on the rebels to withdraw" tells of no talks with the rebels."""

from __future__ import annotations

from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.language.parse import Sentence, matches

_PLAIN = frozenset({"det", "case", "punct", "amod", "nummod", "compound"})
"""Relations of what may stand beside the noun and tells nothing of who met, when or where: "the joint emergency summit"."""
_ADDRESSED = ("obj", "iobj", "obl", "ccomp", "xcomp")


def speaking(sentence: Sentence, trigger: list[int], words: ThirdPartyWords) -> int | None:
    """The verb by which a gathering asks or judges, if it does."""
    token = sentence.tokens[trigger[-1]]
    if token.upos != "NOUN" or token.relation != "nsubj" or token.head < 0:
        return None
    verb = sentence.tokens[token.head]
    lemma = verb.lemma.lower()
    return verb.i if verb.upos == "VERB" and (lemma in words.asking or lemma in words.judging) else None


def only_speaks(sentence: Sentence, trigger: list[int], words: ThirdPartyWords) -> bool:
    """Whether nothing is told of a gathering but what it says: "the joint summit called on the rebels", not "the Luanda summit"."""
    if speaking(sentence, trigger, words) is None:
        return False
    children = [sentence.tokens[c] for c in sentence.children[trigger[-1]]]
    return all(c.relation == "det" or (c.relation in _PLAIN and not c.text[:1].isupper()) for c in children)


def addressed(sentence: Sentence, trigger: list[int], head: int, words: ThirdPartyWords) -> bool:
    """Whether a gathering speaks to or of somebody, who need not have come: the rebels of "the summit urged the rebels to talk"."""
    verb = speaking(sentence, trigger, words)
    if verb is None:
        return False
    told = [c for c in sentence.children[verb] if matches(sentence.tokens[c].relation, _ADDRESSED)]
    return any(head in sentence.subtree(c) for c in told)
