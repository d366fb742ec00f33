"""Where somebody goes may be told behind to do what is told: "were flown to Qatar, which brokered the deal"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import ASSISTING
from dragoman.coder.grammar.slots import verb_slots
from dragoman.language.parse import Sentence


def does_it_there(sentence: Sentence, filled: Filled, candidate: Candidate) -> bool:
    """Whether a place is the subject of the relative clause in which the event stands, and assists at it."""
    if filled.role not in ASSISTING:
        return False
    for i in candidate.words:
        for verb in (i, sentence.tokens[i].head):
            if verb >= 0 and sentence.tokens[verb].relation == "acl:relcl":
                return filled.mention.head in verb_slots(sentence, verb)["agent"]
    return False
