"""Meetings that nobody mediates though they were read so: two sides of whom a verb tells that they met ("the two commanders met in Nairobi"),
and mediators who meet without the sides ("the three co-chairs convened in Vienna")."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.at_the_table.mediated import ASSISTANTS
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.phrases import conjuncts
from dragoman.coder.grammar.slots import verb_slots
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

_GATHER = frozenset({"meet", "convene", "gather", "confer", "assemble"})
_TWO = 2


def nobody_between(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], words: ThirdPartyWords
) -> str | None:
    """Label of mediated talks by who alone is told to meet; None where somebody may be between the sides (codebook R1)."""
    if candidate.label != "mediated_talks":
        return None
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0:
        return None
    if tokens[verb].lemma.lower() in _GATHER and _mediators_alone(sentence, verb, people, words):
        for f in people:
            f.role = "mediator"
        return "third_party_consultation"
    sides = {f.mention.actor or f.mention.text for f in people if f.role == "party"}
    helped = any(f.role in ASSISTANTS for f in people) or any(words.tells_of_mediation(t.lemma) for t in tokens)
    if tokens[verb].lemma.lower() in lexicon.load().classes["to_meet"] and len(sides) == _TWO and not helped:
        return "direct_negotiation"
    return None


def _mediators_alone(sentence: Sentence, verb: int, people: Sequence[Filled], words: ThirdPartyWords) -> bool:
    """Whether the subjects of a verb are called mediators, several of them, and nobody else takes part."""
    slots = verb_slots(sentence, verb)
    if slots["with"] or any(f.role not in MEDIATORS | {"convener", "participant"} for f in people):
        return False
    doers = [sentence.tokens[k] for i in slots["agent"] for k in conjuncts(sentence, i)]
    several = len(doers) > 1 or any(t.text.lower() != t.lemma.lower() for t in doers)
    return bool(doers) and several and all(words.functions.get(t.lemma.lower()) in MEDIATORS for t in doers)
