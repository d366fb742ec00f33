"""Meetings that nobody mediates though they were read so: two sides of whom a verb tells that they met ("the two commanders met in Nairobi"),
mediators who meet without the sides ("the three co-chairs convened in Vienna"), bodies of states that meet for themselves ("an IGAD summit")."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import ASSISTANTS, MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import OF_STATES
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.slots import verb_slots
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

_TWO = 2


def nobody_between(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], words: ThirdPartyWords
) -> str | None:
    """Label of mediated talks by who alone is told to meet; None where somebody may be between the sides (codebook R1)."""
    if (own := _of_a_body(sentence, candidate, people)) is not None:
        return own
    if candidate.label != "mediated_talks":
        return None
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0:
        return None
    if tokens[verb].lemma.lower() in lexicon.load().classes["assembling"] and _mediators_alone(
        sentence, verb, people, words
    ):
        for f in people:
            f.role = "mediator"
        return "third_party_consultation"
    sides = {f.mention.actor or f.mention.text for f in people if f.role == "party"}
    helped = any(f.role in ASSISTANTS for f in people) or any(words.tells_of_mediation(t.lemma) for t in tokens)
    if tokens[verb].lemma.lower() in lexicon.load().classes["to_meet"] and len(sides) == _TWO and not helped:
        return "direct_negotiation"
    return None


def _of_a_body(sentence: Sentence, candidate: Candidate, people: Sequence[Filled]) -> str | None:
    """What the meeting of a body of states is, or one that many attend, at which no side sits: "the EAC summit", "the summit was attended by"."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    if candidate.label not in ("mediated_talks", "direct_negotiation"):
        return None
    if tokens[noun].lemma.lower() not in lexicon.load().classes["meeting"]:
        return None
    bodies = [f for f in people if f.mention.resolution.actor_type in OF_STATES]
    codes = {f.mention.actor for f in bodies}
    parties = [f for f in people if f.role == "party" and f.mention.actor not in codes]
    there = {f.mention.actor for f in people if f.role == "participant"}
    inside = sentence.subtree(noun)
    if any(f.mention.actor or f.mention.head not in inside for f in parties) or any(
        f.rule.startswith(TIED) and f.role in ASSISTANTS for f in bodies
    ):
        return None
    owners = {noun, *sentence.dependents(noun, "compound", "nmod:poss", "amod")}
    owners |= {c for c in sentence.dependents(noun, "nmod") if preposition(sentence, c) == "of"}
    if any(f.mention.head in owners or tokens[f.mention.head].head in owners - {noun} for f in bodies):
        for f in bodies:
            f.role = "participant"
        return "third_party_consultation"
    return "international_conference" if len(there) >= _TWO and not parties else None


def _mediators_alone(sentence: Sentence, verb: int, people: Sequence[Filled], words: ThirdPartyWords) -> bool:
    """Whether the subjects of a verb are called mediators, several of them, and nobody else takes part."""
    slots = verb_slots(sentence, verb)
    if slots["with"] or any(f.role not in MEDIATORS | {"convener", "participant"} for f in people):
        return False
    doers = [sentence.tokens[k] for i in slots["agent"] for k in conjuncts(sentence, i)]
    several = len(doers) > 1 or any(t.text.lower() != t.lemma.lower() for t in doers)
    return bool(doers) and several and all(words.functions.get(t.lemma.lower()) in MEDIATORS for t in doers)
