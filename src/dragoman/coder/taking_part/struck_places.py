"""Places beside an attack that are no target of it: the border near which it is, where it or its victims come from."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.classes import BEFORE_NOUN
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_ALONG = frozenset({"near", "along", "off", "outside", "across", "at", "on", "in", "inside", "over"})
_FROM = "from"


def only_tells_where(sentence: Sentence, filled: Filled, candidate: Candidate) -> bool:
    """Whether who is read as attacked only tells where: "a jet near the Syrian border", "had come from Yemen"."""
    if (
        filled.role != "recipient"
        or candidate.label not in group("strikes")
        or filled.mention.sentence != sentence.index
    ):
        return False
    head = filled.mention.head
    return _at_boundary(sentence, head) or _comes_from(sentence, head, candidate)


def _at_boundary(sentence: Sentence, i: int) -> bool:
    """Whether a name is that of a border or coast near which something is: "near the Syrian border", "off the coast of Libya"."""
    tokens, boundaries = sentence.tokens, lexicon.load().classes["boundary"]
    whose = matches(tokens[i].relation, BEFORE_NOUN) or preposition(sentence, i) == "of"
    noun = tokens[i].head
    if not whose or noun < 0 or tokens[noun].lemma.lower() not in boundaries:
        return False
    return preposition(sentence, noun) in _ALONG


def _comes_from(sentence: Sentence, i: int, candidate: Candidate) -> bool:
    """Whether an attack comes from a place: "had come from Yemen", not "seized the town from the army"."""
    tokens = sentence.tokens
    verb = tokens[i].head
    if preposition(sentence, i) != _FROM or verb < 0 or tokens[verb].upos != "VERB" or tokens[i].name[2:] != "LOC":
        return False
    taken = lexicon.load().classes["taking_from"]
    return not any(tokens[w].lemma.lower() in taken for w in (verb, *candidate.words))
