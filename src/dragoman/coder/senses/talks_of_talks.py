"""Words beside talks that tell of the same talks: under whose guarantee they are, as which meeting they count."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches

_COUNTING = frozenset({"first", "second", "third", "last", "latest", "only", "rare"})


def under_guarantee(sentence: Sentence, talks: Candidate, guarantee: Candidate) -> bool:
    """Whether a guarantee only tells who is there, as in "talks under the guarantee of Cuba": nothing is given."""
    word = guarantee.words[-1]
    if guarantee.label != "guarantee_given" or preposition(sentence, word) != "under":
        return False
    return sentence.tokens[word].head in {*talks.words, *(sentence.tokens[i].head for i in talks.words)}


def as_which(sentence: Sentence, talks: Candidate, b: Candidate) -> bool:
    """Whether `b` only tells as what talks count: "in their first meeting in a year, the two held talks"; not "in his meeting with the king",
    which names another."""
    tokens = sentence.tokens
    noun = b.words[-1]
    if preposition(sentence, noun) != "in" or not matches(tokens[noun].relation, ("obl",)):
        return False
    counted = any(tokens[c].lemma.lower() in _COUNTING for c in sentence.children[noun])
    if any(preposition(sentence, c) == "with" for c in sentence.children[noun]):
        return False
    held = tokens[talks.words[-1]]
    return counted and held.upos == "NOUN" and held.relation == "obj" and held.head == tokens[noun].head
