"""The shipped ontology: complete, of the codebook's values, unambiguous, with examples both ways."""

from __future__ import annotations

from importlib import resources

import pytest
from timing import seconds

from dragoman import ontology
from dragoman.compiled_file import no_collection
from dragoman.errors import DataError
from dragoman.ontology import loader
from dragoman.records import Plover

PRE_TALK_MOVES = """talks_proposed mediation_offered mediation_requested talks_called_for ceasefire_called_for
    talks_agreed mediation_accepted mediation_rejected talks_refused invitation_issued
    invitation_declined precondition_set exclusion_declared participant_vetoed venue_offered
    mediator_appointed mediator_resigned"""
MEETINGS = """mediated_talks proximity_talks shuttle_round direct_negotiation good_offices_contact
    preparatory_talks backchannel_talks single_party_consultation third_party_consultation
    international_conference intra_party_conference technical_meeting track_two_dialogue"""
PROCESS_CHANGES = """
    talks_postponed talks_suspended talks_resumed talks_cancelled talks_collapsed walkout boycott
    mediation_halted exit_threatened
"""
TEXTS = """agreement_announced agreement_signed joint_declaration agreement_rejected agreement_repudiated
    ceasefire_declared ceasefire_effective ceasefire_extended ceasefire_violation_alleged
    ceasefire_violated ceasefire_ended evacuation_agreed evacuation_carried_out prisoner_exchange
    humanitarian_access_granted withdrawal_or_disengagement guarantee_given monitoring_set_up
    resolution_adopted resolution_vetoed"""
POSITIONING = "endorsement disparagement credit_claim lead_claimed"
CODEBOOK_TYPES = " ".join([PRE_TALK_MOVES, MEETINGS, PROCESS_CHANGES, TEXTS, POSITIONING]).split()

CATEGORIES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]

STATUSES = [
    "proposed",
    "planned",
    "invited",
    "confirmed",
    "under_way",
    "held",
    "held_partial",
    "postponed",
    "suspended",
    "cancelled",
    "collapsed",
    "planned_not_held",
    "denied",
    "contested",
]
EXCLUSION_MODES = [
    "not_invited",
    "disinvited",
    "barred_by_designation",
    "vetoed",
    "format_excludes",
    "bypassed_in_deal",
    "not_informed",
    "downgraded",
    "replaced",
    "uncovered_by_text",
    "self_excluded",
    "absent_unexplained",
]
ROLES = [
    "party",
    "mediator",
    "lead_mediator",
    "co_mediator",
    "facilitator",
    "broker",
    "convener",
    "initiator",
    "recipient",
    "host",
    "venue_state",
    "guarantor",
    "accompanier",
    "observer",
    "witness",
    "sponsor",
    "monitor",
    "endorser",
    "adviser_to_party",
    "patron",
    "go_between",
    "excluded",
    "boycotting",
    "participant",
]

ENTRIES = [*CODEBOOK_TYPES, *CATEGORIES]


def entry(name: str) -> ontology.EventType:
    loaded = ontology.load()
    return loaded.types.get(name) or loaded.categories[name]


def test_every_event_type_of_the_codebook_is_there_and_no_other() -> None:
    assert sorted(ontology.load().types) == sorted(CODEBOOK_TYPES)
    assert sorted(ontology.load().codes["event_type"]) == sorted(CODEBOOK_TYPES)


def test_all_sixteen_plover_categories_are_there_without_a_type() -> None:
    loaded = ontology.load()
    assert sorted(loaded.categories) == sorted(CATEGORIES)
    assert all(category.type is None for category in loaded.categories.values())


@pytest.mark.parametrize(
    ("enumeration", "values"),
    [
        ("status", STATUSES),
        ("exclusion_mode", EXCLUSION_MODES),
        ("role", ROLES),
        ("plover_category", CATEGORIES),
    ],
)
def test_enumerations_hold_the_codebooks_values(enumeration: str, values: list[str]) -> None:
    assert sorted(ontology.load().codes[enumeration]) == sorted(values)


def test_every_value_has_a_meaning_in_one_line() -> None:
    for name, values in ontology.load().codes.items():
        for value, meaning in values.items():
            assert meaning.strip() and "\n" not in meaning, f"{name}.{value}"


def test_trigger_ids_are_unique_over_the_whole_ontology() -> None:
    ids = [trigger.id for trigger in ontology.load().triggers]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ENTRIES)
def test_each_entry_has_three_examples_for_and_three_against(name: str) -> None:
    found = entry(name)
    assert len(found.examples_for) >= 3
    assert len(found.examples_against) >= 3
    for example in found.examples_for:
        assert example.trigger, f"name the trigger of {example.text!r}"


@pytest.mark.parametrize("name", ENTRIES)
def test_examples_are_sentences_told_once(name: str) -> None:
    found = entry(name)
    texts = [e.text for e in (*found.examples_for, *found.examples_against)]
    assert len(texts) == len(set(texts))
    assert all(text[-1] in '.?!”"' and text[0].isupper() for text in texts)


@pytest.mark.parametrize("name", CODEBOOK_TYPES)
def test_each_type_has_a_plover_pair_of_the_codebook(name: str) -> None:
    plover, cameo = ontology.load().crosswalk(name)
    if name in ("credit_claim", "lead_claimed", "talks_postponed"):
        assert plover.event is None
    else:
        assert plover.event in CATEGORIES
    assert cameo is not None or name in ("mediator_appointed", "mediator_resigned", "talks_postponed")


def test_crosswalk_follows_section_three_of_the_codebook() -> None:
    crosswalk = ontology.load().crosswalk
    assert crosswalk("talks_called_for") == (
        Plover(event="REQUEST", mode="meet", context=["diplomatic"]),
        "026",
    )
    assert crosswalk("talks_refused") == (Plover(event="REJECT", mode="meet", context=["diplomatic"]), "125")
    assert crosswalk("mediation_rejected")[1] == "126"
    assert crosswalk("ceasefire_declared")[0].event == "CONCEDE"
    assert crosswalk("ceasefire_effective")[0].event == "RETREAT"


def test_crosswalk_of_an_unknown_type_tells_what_there_is() -> None:
    with pytest.raises(DataError, match=r"'summit' is not in the ontology\. Use one of"):
        ontology.load().crosswalk("summit")


def test_exclusion_declared_has_a_wording_for_every_mode_that_somebody_else_can_cause() -> None:
    loaded = ontology.load()
    modes = {t.exclusion.mode for t in loaded.triggers if t.exclusion is not None}
    told_without_cause = {"absent_unexplained"}  # "was not represented": an absence in words, still no exclusion
    assert modes - told_without_cause == set(EXCLUSION_MODES) - {"self_excluded", "absent_unexplained"}


def test_a_bare_on_or_off_is_a_preposition_and_no_truth_value() -> None:
    triggers = ontology.load().triggers
    assert any(c.slot == "on" for t in triggers for c in t.conditions)
    assert any(c.slot == "off" for t in triggers for c in t.conditions)


def test_word_classes_and_spellings_are_spelled_out_in_triggers() -> None:
    triggers = {t.id: t for t in ontology.load().triggers}
    postpone = triggers["talks_postponed/postpone-talks"]
    patient = next(c for c in postpone.conditions if c.slot == "patient")
    assert ("negotiation",) in patient.lemmas and ("talk",) in patient.lemmas
    declare = triggers["ceasefire_declared/declare-truce"]
    assert {("cease-fire",), ("ceasefire",), ("cease", "-", "fire")} <= declare.lemmas


def test_loading_is_quick_enough_for_a_command_line() -> None:
    folder = resources.files("dragoman.ontology")
    lexicon = resources.files("dragoman.language.en").joinpath("lexicon")
    with no_collection():  # as the shipped files are read
        assert seconds(lambda: loader.read(folder, lexicon)) < 1.0
