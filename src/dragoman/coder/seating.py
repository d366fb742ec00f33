"""Who sits where at one event: the steps that look at all its participants together, and at the type that follows from them."""

from __future__ import annotations

import msgspec

from dragoman.coder.at_the_table.across import sit_across
from dragoman.coder.at_the_table.at_home import government_sits_across
from dragoman.coder.at_the_table.both_sides import (
    foes_are_not_assisted,
    foes_are_the_sides,
    speaks_to_all_sides,
    still_mediates,
)
from dragoman.coder.at_the_table.by_conflict import by_their_conflicts
from dragoman.coder.at_the_table.by_whom import announced_by_sides
from dragoman.coder.at_the_table.envoys import called_mediators_assist, envoys_mediate, mediators_are_met, without_stops
from dragoman.coder.at_the_table.known_mediators import meet_as_mediators, stay_mediators
from dragoman.coder.at_the_table.mediated import as_parties, meeting_type, one_by_one, without_matter
from dragoman.coder.at_the_table.nobody_between import nobody_between
from dragoman.coder.at_the_table.on_behalf_of_others import helps_find_a_way, joined_outsiders, persuades
from dragoman.coder.at_the_table.one_list import as_their_body
from dragoman.coder.at_the_table.outsiders import Sides, met_outsider
from dragoman.coder.at_the_table.own_talks import (
    sides_of_their_own,
    third_of_three,
    with_helpers_of_a_truce,
    without_namesakes,
)
from dragoman.coder.at_the_table.plain_visits import plain_visit
from dragoman.coder.at_the_table.states_that_meet import states_that_meet
from dragoman.coder.at_the_table.who_meets import of_nobody_else, one_list_one_role, organisations_assist
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.senses.offers import accepted_type, refused_type
from dragoman.coder.senses.told_alike import told_alike
from dragoman.coder.taking_part.debaters import without_debaters
from dragoman.language.parse import Sentence
from dragoman.records import EventMention


def seated(
    sentence: Sentence, candidate: Candidate, people: list[Filled], earlier: list[EventMention], words: ThirdPartyWords,
    sides: Sides,
) -> list[Filled]:  # fmt: skip
    """Participants with the roles that they have beside each other; the candidate's label becomes that of the meeting they make.

    First who only talks about it goes, and who assists is told from who is a side; then the type follows from who meets (codebook R1),
    and the roles that only this type has.
    """
    people = without_namesakes(sentence, candidate, people, words)
    with_helpers_of_a_truce(candidate, people, sentence, sides)
    third_of_three(sentence, candidate, people, sides)
    sides_of_their_own(sentence, candidate, people, words, sides)
    foes_are_the_sides(sentence, candidate, people, words, sides)
    speaks_to_all_sides(sentence, candidate, people, words, sides)
    people = without_debaters(sentence, candidate, people, words, sides)
    organisations_assist(sentence, candidate, people, words, sides)
    as_their_body(sentence, people, words)
    one_list_one_role(sentence, candidate, people, words, sides)
    still_mediates(candidate, people, earlier, sides)
    sit_across(sentence, candidate, people)
    helps_find_a_way(sentence, candidate, people, sides)
    joined_outsiders(sentence, candidate, people, earlier, sides)
    foes_are_not_assisted(candidate, people, sides)
    announced_by_sides(sentence, candidate, people, words, sides)
    mediators_are_met(sentence, candidate, people, words)
    called_mediators_assist(sentence, candidate, people, words)
    candidate.label = refused_type(candidate, sentence, earlier)
    candidate.label = told_alike(candidate, sentence, people, earlier) or accepted_type(
        candidate, sentence, earlier, words
    )
    candidate.label = meeting_type(candidate, people, sentence, earlier, words, sides.foes)
    candidate.label = nobody_between(sentence, candidate, people, words) or candidate.label
    by_their_conflicts(sentence, candidate, people, words, sides)
    if one_by_one(candidate, people, sentence):
        candidate.label = "single_party_consultation"
    if met_outsider(candidate, people, sentence, sides):
        candidate.label = "third_party_consultation"
        people = [msgspec.structs.replace(f, role="participant") if f.role == "party" else f for f in people]
    persuades(sentence, candidate, people, words)
    people = envoys_mediate(sentence, candidate.label, people, words)
    as_their_body(sentence, people, words)
    people = without_stops(candidate, people, sentence, sides)
    of_nobody_else(sentence, candidate, people, words, sides)
    government_sits_across(sentence, candidate, people, words)
    plain_visit(sentence, candidate, people, earlier, words, sides)
    meet_as_mediators(sentence, candidate, people, earlier, sides)
    states_that_meet(sentence, candidate, people, earlier, sides)
    stay_mediators(sentence, candidate, people, earlier, words, sides)
    return as_parties(candidate, without_matter(sentence, candidate, people))
