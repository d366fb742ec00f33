"""Meetings for something else than peacemaking, whoever meets: "met for trade talks", "met to discuss tariffs"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import ABOUT
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon


def for_other_matter(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a meeting is said to be for, on or to do something of another matter."""
    tokens = sentence.tokens
    things: list[int] = []
    for i in candidate.words:
        for c in sentence.dependents(i, "obl", "nmod", "advcl", "xcomp"):
            if tokens[c].upos == "VERB":
                things += sentence.dependents(c, "obj") if preposition(sentence, c) == "to" else []
            elif preposition(sentence, c) in {"for", *ABOUT}:
                things.append(c)
    other = set(lexicon.load().classes["other_matter"])
    return any(
        tokens[k].lemma.lower() in other
        for c in things
        for i in conjuncts(sentence, c)
        for k in (i, *sentence.children[i])
    )
