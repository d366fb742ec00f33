"""Whom the same subject does something else to is no side of what is told: the Taliban of "Qatar brokered a deal among the factions and hosted the
Taliban"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.classes import OBJECTS
from dragoman.coder.grammar.phrases import first_of
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.language.parse import Sentence, matches


def _goes_on(sentence: Sentence, verb: int) -> bool:
    """Whether a finite verb without a conjunction goes on with the subject of the one above."""
    token = sentence.tokens[verb]
    finite = not token.text.lower().endswith("ing") and token.text.lower() != token.lemma.lower()
    return token.relation == "advcl" and finite and not sentence.dependents(verb, "mark", "aux")


def without_objects_beside(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """The participants without parties that are the object of a verb joined to the event's, where its own clause names another party."""
    tokens, own = sentence.tokens, own_verb(sentence, candidate.words)
    if own < 0 or not candidate.label.islower() or is_passive(sentence, own):
        return kept

    def beside(f: Filled) -> bool:
        if f.role != "party" or f.rule != "model" or f.mention.sentence != sentence.index:
            return False
        top = first_of(sentence, f.mention.head)
        other = tokens[top].head
        if other < 0 or other == own or not matches(tokens[top].relation, OBJECTS) or tokens[other].upos != "VERB":
            return False
        joined = tokens[other].relation == "conj" and first_of(sentence, other) == first_of(sentence, own)
        # "brokered a deal, hosted the rebels and", which parsers hang below
        joined = joined or (tokens[other].head == own and _goes_on(sentence, other))
        joined = joined or (tokens[own].relation == "conj" and first_of(sentence, own) == other)
        return joined and other not in candidate.words and not sentence.dependents(other, "nsubj")

    away = [f for f in kept if beside(f)]
    inside = set(sentence.subtree(candidate.words[-1])) | {k for i in sentence.dependents(own, "obj", "obl") for k in sentence.subtree(i)}
    named = any(f.role == "party" and f not in away and f.mention.head in inside for f in kept)
    return [f for f in kept if f not in away] if named else kept
