"""Talks to which only one side came: "opened with only one of the two warring parties present" (codebook 2.3, held_partial)."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_ONE = frozenset({"one", "half"})
_ONLY = frozenset({"only", "just"})


def lone_side(sentence: Sentence, candidate: Candidate) -> int | None:
    """Head of the phrase by which only one side is at a meeting: "one" of "with only one of the two sides present"."""
    tokens = sentence.tokens
    if candidate.label not in group("shared_meetings"):
        return None
    noun = candidate.words[-1]
    noun = tokens[noun].head if matches(tokens[noun].relation, ("compound",)) else noun
    verb = tokens[noun].head if matches(tokens[noun].relation, ("nsubj", "nsubj:pass", "obj")) else noun
    if verb < 0:
        return None
    sides = lexicon.load().nouns_of_sides
    for i in sentence.dependents(verb, "obl", "nmod", "advcl"):
        words = [*sentence.dependents(i, "nummod", "advmod", "nsubj"), i]
        below = [*words, *(k for c in words for k in sentence.children[c])]
        one = any(tokens[c].text.lower() in _ONE for c in words)
        only = any(tokens[c].text.lower() in _ONLY for c in below)
        who = any(tokens[c].lemma.lower() in sides for c in (i, *sentence.dependents(i, "nmod", "nsubj")))
        if preposition(sentence, i) == "with" and one and only and who:
            return i
    return None


def one_side_only(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a meeting took place with only one side."""
    return lone_side(sentence, candidate) is not None
