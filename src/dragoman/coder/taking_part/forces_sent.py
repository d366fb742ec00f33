"""The forces that are sent somewhere take no part themselves: "Turkey sent Syrian fighters to Libya", "soldiers from the 82nd Division"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.phrases import preposition, stands_below
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_SENDING = frozenset({"MOBILIZE", "AID", "COOPERATE"})


def are_sent(sentence: Sentence, filled: Filled, candidate: Candidate) -> bool:
    """Whether a recipient is the forces that the verb has as its object, or that to which these belong."""
    if filled.role != "recipient" or candidate.label not in _SENDING or filled.mention.sentence != sentence.index:
        return False
    classes = lexicon.load().classes
    verb = next((i for i in candidate.words if sentence.tokens[i].upos == "VERB"), -1)
    if verb < 0 or sentence.tokens[verb].lemma.lower() not in classes["sending_forces"]:
        return False
    head = filled.mention.head
    for i in sentence.dependents(verb, "obj"):
        token = sentence.tokens[i]
        if token.lemma.lower() not in classes["forces_sent"] or not matches(token.relation, ("obj",)):
            continue
        below = head != i and stands_below(sentence, head, i) and preposition(sentence, head) in ("from", "of")
        if head == i or below:
            return True
    return False
