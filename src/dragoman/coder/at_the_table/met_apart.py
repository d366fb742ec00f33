"""Whether those whom somebody meets are met one after the other: "met both leaders separately"."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.coder.draft.candidate import Candidate
from dragoman.language.parse import Sentence


def met_apart(sentence: Sentence, candidate: Candidate, apart: Collection[str]) -> bool:
    """Whether one of some words stands in the event's clause, not in one joined to it: "met them separately and then brought them together"."""
    tokens = sentence.tokens
    verb = next((i for i in (*candidate.words, *sentence.ancestors(candidate.words[0])) if tokens[i].upos == "VERB"), 0)
    joined = [i for i in sentence.dependents(verb, "conj") if tokens[i].upos == "VERB"]
    others = {k for i in joined for k in sentence.subtree(i)}
    return any(tokens[i].lemma.lower() in apart for i in sentence.subtree(verb) if i not in others)
