"""Where somebody goes: it may be told behind to do what is told ("were flown to Qatar, which brokered the deal"), or be only where others are taken
("flew both delegations to Djibouti") or one of several stops ("flew to Moscow, Washington and Minsk")."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import ASSISTING
from dragoman.coder.grammar.phrases import conjuncts
from dragoman.coder.grammar.slots import verb_slots
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

_A_TOUR = 3


def does_it_there(sentence: Sentence, filled: Filled, candidate: Candidate) -> bool:
    """Whether a place is the subject of the relative clause in which the event stands, and assists at it."""
    if filled.role not in ASSISTING:
        return False
    for i in candidate.words:
        for verb in (i, sentence.tokens[i].head):
            if verb >= 0 and sentence.tokens[verb].relation == "acl:relcl":
                return filled.mention.head in verb_slots(sentence, verb)["agent"]
    return False


def is_carried_there(sentence: Sentence, place: int) -> bool:
    """Whether a phrase is where somebody carries others, or one of three places and more to which he travels."""
    verb = sentence.tokens[place].head
    if verb < 0 or sentence.tokens[verb].lemma.lower() not in lexicon.load().classes["carrying"]:
        return False
    return bool(sentence.dependents(verb, "obj", "nsubj:pass")) or len(conjuncts(sentence, place)) >= _A_TOUR
