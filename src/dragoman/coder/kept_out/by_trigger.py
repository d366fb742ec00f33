"""Whom the trigger of an exclusion keeps out: by its wording, by a denied attendance, or by a seat asked for and refused."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.not_there import attendance_told, said_of_others
from dragoman.coder.grammar.phrases import conjuncts
from dragoman.coder.grammar.slots import is_passive, kept_object, verb_slots
from dragoman.coder.kept_out.denials import of_none
from dragoman.coder.kept_out.kept import ABSENCE, ABSENT, Kept, add, add_likewise
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence

_MODALS = frozenset({"will", "would", "can", "could", "may", "ca", "wo", "must", "shall", "should"})


def kept_by_rule(sentence: Sentence, mentions: Mentions, candidate: Candidate) -> list[Kept]:
    """Whom the trigger of an exclusion names as kept out, with those beside them: "excluding the U.S. and the UN"."""
    rule = candidate.rule
    told = rule.trigger.exclusion if rule is not None else None
    if rule is None or told is None:
        return []
    found: list[Kept] = []
    others = said_of_others(sentence, rule.anchor[0])
    for slot in of_none(sentence, others or rule.slots.get(told.who, [])):
        for i in () if kept_object(sentence, slot) else conjuncts(sentence, slot):
            add(found, sentence, mentions, i, told.mode, told.scope, candidate.words, rule.trigger.id)
    add_likewise(found, sentence, mentions)
    return found


def kept_by_absence(sentence: Sentence, mentions: Mentions, candidate: Candidate) -> list[Kept]:
    """Who is said not to be there by the words of an exclusion that no wording of the ontology names: "Egypt was not involved"."""
    found: list[Kept] = []
    verb = attendance_told(sentence, candidate.words) if candidate.ruling is None else None
    if verb is None or candidate.label != "exclusion_declared":
        return found
    slots = verb_slots(sentence, verb)
    # "cannot take part", others say
    ahead = any(sentence.tokens[c].text.lower() in _MODALS for c in sentence.dependents(verb, "aux"))
    for i in of_none(sentence, slots["patient" if is_passive(sentence, verb) else "agent"]):
        mode = "not_invited" if ahead else ABSENT
        add(found, sentence, mentions, i, mode, "table", candidate.words, ABSENCE, nobody=True)
    return found


def kept_by_refusal(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, refused: AbstractSet[tuple[int, int]]
) -> list[Kept]:
    """Those who seek a seat and are told no in another clause: "Kenya asked to take part in the talks, but Libya said no".

    Args:
        refused: (verb that says no, who) of `seats_refused`.
    """
    found: list[Kept] = []
    if candidate.label != "participant_vetoed" or candidate.ruling is not None:
        return found
    for verb, who in sorted(refused):
        if verb in candidate.words:
            add(found, sentence, mentions, who, "vetoed", "table", candidate.words, "refused")
    return found
