"""What "not" sets aside for what "but" tells instead: "met not in Geneva but in Moscow", "attacked not the army but a school"."""

from __future__ import annotations

from dragoman.coder.grammar.classes import MERELY, NOT
from dragoman.coder.grammar.phrases import first_of
from dragoman.language.parse import Sentence


def set_aside_for(sentence: Sentence, i: int) -> int:
    """The word behind "but" that is meant instead of a word, or of one it is joined to by "or"; -1 where it is meant itself.

    "Not only the army but a school" means both.
    """
    tokens, first = sentence.tokens, first_of(sentence, i)
    before = [c for c in sentence.dependents(first, "advmod") if c < first and tokens[c].text.lower() == "not"]
    if not before or tokens[before[0] + 1].text.lower() in MERELY:
        return -1
    for c in sentence.dependents(first, "conj"):
        if any(tokens[k].text.lower() == "but" for k in sentence.dependents(c, "cc")):
            return c if i < c else -1
    return -1


def only_object_denied(sentence: Sentence, words: list[int]) -> bool:
    """Whether "not" near an event sets aside only where, when or to whom it was done, and "but" tells of another."""
    tokens = sentence.tokens
    below = (c for i in words for c in (i, *sentence.dependents(i, "obj", "obl", "nmod")))
    verbs = [i for i in words if tokens[i].upos == "VERB"]
    own = any(tokens[c].text.lower() in NOT for i in verbs for c in sentence.dependents(i, "advmod"))
    return not own and any(set_aside_for(sentence, c) >= 0 for c in below)
