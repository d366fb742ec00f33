"""What kind of contact an event is, how deep third parties went, what came of it, and what its text is (codebook 1.14, 1.17, 1.19, 2.5 to 2.13)."""

from __future__ import annotations

from typing import Any

import pytest
from hand_trees import tree

from dragoman.coder import Coder
from dragoman.coder.codes.assessed import Assessor
from dragoman.language.parse import Sentence
from dragoman.ontology import Ontology, lexicon
from dragoman.records import CoderVersion, DocumentRef, EventMention, Evidence, Participant, Plover, Span

ASSESSOR = Assessor(lexicon.load())
CODER = CoderVersion(name="test", version="0", model="none", lexicon="none", rule="by hand")


def said(
    sentence: Sentence, trigger: str, type_: str, *roles: str, status: str = "held", polarity: str = "affirmed"
) -> EventMention:
    """A mention of that type on the trigger, assessed; roles are "mediator Norway"."""

    def span(words: str) -> Span:
        at = sentence.start + sentence.text.index(words)
        return Span(at, at + len(words), words)

    people = [
        Participant(role=role, name=name, mention=span(name))
        for role, _, name in (entry.partition(" ") for entry in roles)
    ]
    event = EventMention(
        id="em_1",
        document=DocumentRef(id="d"),
        type=type_,
        plover=Plover(),
        cameo=None,
        status=status,
        polarity=polarity,
        certainty="certain",
        tense="past",
        participants=people,
        venue=None,
        date=None,
        issues=[],
        track=None,
        attribution=[],
        speech_mode="outlet_assertion",
        evidence=Evidence(start=sentence.start, end=sentence.end, text=sentence.text, trigger=span(trigger)),
        confidence=1.0,
        coder=CODER,
    )
    return ASSESSOR.assess(event, sentence)


def parsed(coder: Coder, text: str) -> Sentence:
    return coder(text).sentences[0]


def value_of(event: EventMention, field: str) -> Any:
    """A field of the mention, or of its ceasefire."""
    if not field.startswith("ceasefire."):
        return getattr(event, field)
    return event.ceasefire and getattr(event.ceasefire, field.removeprefix("ceasefire."))


A, B = "party Chad", "party Sudan"
SIDES = (A, B)
MEDIATED, FACILITATED = (*SIDES, "mediator Libya"), (*SIDES, "facilitator Libya")
CARRIED, GUARANTEED = (*SIDES, "go_between Libya"), (*SIDES, "guarantor Libya")
OUTSIDERS = ("initiator Libya", "initiator Egypt")

# field → cases: value, sentence, trigger, type, roles, and status where the event is not held.
CASES: dict[str, list[tuple[Any, ...]]] = {
    "unit_level": [
        ("round", "The second round of talks between Chad and Sudan opened on Monday.", "talks", "mediated_talks", SIDES),
        ("meeting", "Chad and Sudan met in Tripoli.", "met", "mediated_talks", SIDES),
        ("session", "Chad and Sudan held a plenary session in Tripoli.", "session", "direct_negotiation", SIDES),
        ("contact", "Chad and Sudan spoke by phone.", "spoke", "direct_negotiation", SIDES),
        ("statement", "Chad refused to meet Sudan.", "refused", "talks_refused", ("initiator Chad",)),
    ],
    "format": [
        ("face_to_face", "Chad and Sudan held face-to-face talks in Tripoli.", "talks", "mediated_talks", SIDES),
        ("face_to_face", "Chad and Sudan met in Tripoli.", "met", "direct_negotiation", SIDES),
        ("proximity", "Chad and Sudan held indirect talks in Tripoli.", "talks", "mediated_talks", SIDES),
        ("shuttle", "The envoy shuttled between Chad and Sudan.", "shuttled", "shuttle_round", SIDES),
        ("phone_or_video", "Chad and Sudan held talks by video on Monday.", "talks", "mediated_talks", SIDES),
        ("written", "Chad and Sudan exchanged letters.", "exchanged", "good_offices_contact", SIDES),
        ("mixed", "Chad and Sudan held direct talks in person and by video.", "talks", "direct_negotiation", SIDES),
        (None, "Chad and Sudan held talks in Tripoli.", "talks", "mediated_talks", SIDES),
    ],
    "disclosure": [
        ("public", "Chad and Sudan held talks in public.", "talks", "direct_negotiation", SIDES),
        ("closed_announced", "Chad and Sudan held talks behind closed doors.", "talks", "direct_negotiation", SIDES),
        ("secret_disclosed_later", "Chad and Sudan held secret talks in May.", "talks", "direct_negotiation", SIDES),
        ("alleged", "Chad and Sudan allegedly held talks in May.", "talks", "direct_negotiation", SIDES),
        ("alleged", "Chad denied that secret talks had been held.", "talks", "backchannel_talks", (A,), "denied"),
        (None, "Chad and Sudan held talks in May.", "talks", "direct_negotiation", SIDES),
    ],
    "third_party_involvement": [
        ("none", "Chad and Sudan held direct talks.", "talks", "direct_negotiation", SIDES),
        ("hosting_only", "Libya hosted talks between Chad and Sudan.", "talks", "mediated_talks", (*SIDES, "host Libya")),
        ("good_offices", "Libya carried messages between Chad and Sudan.", "carried", "good_offices_contact", CARRIED),
        ("facilitation", "Libya facilitated talks between Chad and Sudan.", "talks", "mediated_talks", FACILITATED),
        ("facilitation", "Libya hosted talks between Chad and Sudan and set the agenda.", "talks", "mediated_talks", (*SIDES, "host Libya")),
        ("mediation", "Libya mediated talks between Chad and Sudan.", "talks", "mediated_talks", MEDIATED),
        ("arbitration", "Libya arbitrated talks between Chad and Sudan.", "talks", "mediated_talks", MEDIATED),
        ("enforcement_or_guarantee", "Chad and Sudan signed a deal with Libya as guarantor.", "signed", "agreement_signed", GUARANTEED),
        ("third_parties_only", "Libya and Egypt met on the war.", "met", "third_party_consultation", ("participant Libya", "participant Egypt")),
        (None, "Chad praised the talks.", "praised", "endorsement", ("initiator Chad",)),
    ],
    "strategy": [
        (["communication_facilitation"], "Libya carried messages between Chad and Sudan.", "carried", "good_offices_contact", CARRIED),
        (["procedural_formulation"], "Libya facilitated talks between Chad and Sudan.", "talks", "mediated_talks", FACILITATED),
        (["directive_manipulation"], "Talks between Chad and Sudan were mediated by Libya, which proposed a compromise.", "Talks", "mediated_talks",
         MEDIATED),
        (None, "Libya mediated talks between Chad and Sudan.", "talks", "mediated_talks", MEDIATED),
    ],
    "outcome": [
        ("offered_only", "Libya offered to mediate.", "offered", "mediation_offered", ("initiator Libya",)),
        ("refused", "Chad refused to meet Sudan.", "refused", "talks_refused", ("initiator Chad",)),
        ("held_no_result", "Talks between Chad and Sudan ended without a final agreement.", "Talks", "mediated_talks", SIDES),
        ("held_no_result", "The talks collapsed.", "talks", "mediated_talks", (), "collapsed"),
        ("procedural_result", "The talks ended with an agreement to meet again in May.", "talks", "mediated_talks", ()),
        ("ceasefire", "The talks produced a ceasefire.", "talks", "mediated_talks", ()),
        ("ceasefire", "Chad and Sudan declared a truce.", "truce", "ceasefire_declared", SIDES),
        ("partial_agreement", "The talks ended with an agreement on prisoners.", "talks", "mediated_talks", ()),
        ("full_settlement", "Chad and Sudan signed a comprehensive peace accord.", "signed", "agreement_signed", SIDES),
        ("ongoing", "Talks between Chad and Sudan opened.", "Talks", "mediated_talks", SIDES, "under_way"),
        ("not_applicable", "Chad praised the talks.", "praised", "endorsement", ("initiator Chad",)),
        ("not_applicable", "The talks were called off.", "talks", "mediated_talks", (), "cancelled"),
        (None, "The talks ended with a common position on oil.", "talks", "mediated_talks", ()),
        (None, "Chad and Sudan are to hold talks.", "talks", "mediated_talks", SIDES, "planned"),
        (None, "Chad and Sudan held talks on a ceasefire.", "talks", "mediated_talks", SIDES),
        (None, "Chad and Sudan held talks to break the deadlock.", "talks", "mediated_talks", SIDES),
    ],
    "agreement_class": [
        ("procedural", "Chad and Sudan agreed on an agenda.", "agreed", "agreement_announced", SIDES),
        ("pre_negotiation", "Chad and Sudan reached an agreement to resume talks.", "agreement", "agreement_announced", SIDES),
        ("ceasefire", "Chad and Sudan signed a ceasefire agreement.", "signed", "agreement_signed", SIDES),
        ("humanitarian", "Chad and Sudan signed an agreement on aid corridors.", "signed", "agreement_signed", SIDES),
        ("evacuation_or_surrender", "Chad and Sudan agreed on the evacuation of the town.", "evacuation", "evacuation_agreed", SIDES),
        ("prisoner", "Chad and Sudan reached a deal on prisoners.", "deal", "agreement_announced", SIDES),
        ("local_or_partial", "Chad and Sudan reached a partial agreement.", "agreement", "agreement_announced", SIDES),
        ("framework", "Chad and Sudan signed a framework agreement.", "signed", "agreement_signed", SIDES),
        ("substantive_partial", "Chad and Sudan signed an agreement on oil.", "signed", "agreement_signed", SIDES),
        ("comprehensive", "Chad and Sudan signed a final peace accord.", "signed", "agreement_signed", SIDES),
        ("implementation", "Chad and Sudan signed an implementation agreement.", "signed", "agreement_signed", SIDES),
        ("renewal", "Chad and Sudan extended the truce.", "extended", "ceasefire_extended", SIDES),
        ("declaration_of_principles", "Chad and Sudan signed a declaration of principles.", "signed", "agreement_signed", SIDES),
        ("third_party_declaration", "Libya and Egypt issued a joint statement.", "statement", "joint_declaration", OUTSIDERS),
        ("resolution", "The council adopted a resolution.", "adopted", "resolution_adopted", ()),
        ("implementation", "Chad and Sudan signed an accord on implementing the truce.", "signed", "agreement_signed", SIDES),
        (None, "Chad and Sudan signed an agreement in a local hotel.", "signed", "agreement_signed", SIDES),
        (None, "Chad and Sudan met on prisoners.", "met", "mediated_talks", SIDES),
    ],
    "form": [
        ("signed", "Chad and Sudan signed an accord.", "signed", "agreement_signed", SIDES),
        ("agreed_unsigned", "Chad and Sudan reached an unsigned agreement.", "agreement", "agreement_announced", SIDES),
        ("joint_statement", "Chad and Sudan issued a joint statement.", "statement", "joint_declaration", SIDES),
        ("unilateral_matching", "Chad declared a unilateral truce.", "truce", "ceasefire_declared", (A,)),
        ("verbal", "Chad and Sudan reached a verbal agreement.", "agreement", "agreement_announced", SIDES),
        ("leaked", "Chad and Sudan reached an agreement, a leaked agreement showed.", "leaked agreement", "agreement_announced", SIDES),
        (None, "Chad agreed to free Sudan and signed a pact with Libya.", "agreed", "agreement_announced", (A,)),
        (None, "Chad and Sudan reached an agreement.", "agreement", "agreement_announced", SIDES),
    ],
    "ceasefire.class_": [
        ("cessation_of_hostilities", "A cessation of hostilities took effect.", "cessation of hostilities", "ceasefire_effective", ()),
        ("preliminary", "Chad and Sudan signed a ceasefire monitored by Libya.", "ceasefire", "ceasefire_declared", SIDES),
        ("preliminary", "Chad and Sudan declared a truce.", "truce", "ceasefire_declared", (*SIDES, "monitor Chad")),
        ("definitive", "Chad and Sudan declared a permanent ceasefire.", "ceasefire", "ceasefire_declared", SIDES),
        ("unclear", "Chad and Sudan declared a ceasefire.", "ceasefire", "ceasefire_declared", SIDES),
    ],
    "ceasefire.purpose": [
        ("humanitarian", "Chad declared a truce to let aid in.", "truce", "ceasefire_declared", (A,)),
        ("peace_process", "Chad declared a truce ahead of talks with Sudan.", "truce", "ceasefire_declared", (A,)),
        ("holiday", "Chad declared an Easter truce.", "truce", "ceasefire_declared", (A,)),
        ("election", "Chad declared a ceasefire for the election.", "ceasefire", "ceasefire_declared", (A,)),
        ("other", "Chad declared a truce during the funeral.", "truce", "ceasefire_declared", (A,)),
        ("unclear", "Chad and Sudan declared a truce after talks in Tripoli.", "truce", "ceasefire_declared", SIDES),
    ],
    "ceasefire.declaration_type": [
        ("unilateral", "Chad declared a truce.", "truce", "ceasefire_declared", (A,)),
        ("bilateral", "Chad and Sudan agreed to a truce.", "truce", "ceasefire_declared", SIDES),
        ("bilateral", "Both sides agreed to a truce.", "truce", "ceasefire_declared", ("party sides",)),
        ("multilateral", "Chad, Sudan and Niger agreed to a truce.", "truce", "ceasefire_declared", (*SIDES, "party Niger")),
        (None, "Chad agreed to a truce.", "truce", "ceasefire_declared", (A,)),
    ],
    "ceasefire.scope": [
        ("national", "Chad declared a nationwide truce.", "truce", "ceasefire_declared", (A,)),
        ("subnational", "Chad declared a truce in the northern province.", "truce", "ceasefire_declared", (A,)),
        ("local", "Chad declared a local truce.", "truce", "ceasefire_declared", (A,)),
        (None, "Chad declared a truce in South Sudan.", "truce", "ceasefire_declared", (A,)),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("field", "case"), [(field, case) for field, cases in CASES.items() for case in cases])
def test_each_value_is_told_by_wording_type_or_roles(coder: Coder, field: str, case: tuple[Any, ...]) -> None:
    value, text, trigger, type_, roles, *status = case
    event = said(parsed(coder, text), trigger, type_, *roles, status=status[0] if status else "held")
    assert value_of(event, field) == value


ENUMERATIONS = {
    "unit_level": "unit_level",
    "format": "format",
    "disclosure": "disclosure",
    "third_party_involvement": "third_party_involvement",
    "strategy": "strategy",
    "outcome": "outcome",
    "agreement_class": "agreement_class",
    "form": "agreement_form",
    "ceasefire.class_": "ceasefire_class",
    "ceasefire.purpose": "ceasefire_purpose",
    "ceasefire.declaration_type": "declaration_type",
    "ceasefire.scope": "ceasefire_scope",
}


@pytest.mark.parametrize("field", CASES)
def test_every_value_of_the_codebook_can_come_about(shipped_ontology: Ontology, field: str) -> None:
    told = {value for case in CASES[field] for value in (case[0] if isinstance(case[0], list) else [case[0]])}
    assert told - {None} == set(shipped_ontology.codes[ENUMERATIONS[field]]) - {"unknown"}  # unknown is null


def test_words_of_another_event_tell_nothing_of_this_one(coder: Coder) -> None:
    sentence = parsed(coder, "Envoys of Chad, who had met secretly in May, held talks with Sudan by video.")
    event = said(sentence, "talks", "direct_negotiation", *SIDES)
    assert (event.format, event.disclosure) == ("phone_or_video", None)


def test_what_a_third_party_did_not_do_tells_no_depth(coder: Coder) -> None:
    sentence = parsed(coder, "Libya, which did not propose a compromise, hosted talks between Chad and Sudan.")
    event = said(sentence, "talks", "mediated_talks", *SIDES, "host Libya")
    assert (event.third_party_involvement, event.strategy) == ("hosting_only", None)


def test_a_part_in_talks_that_is_denied_is_no_involvement(coder: Coder) -> None:
    sentence = parsed(coder, "Libya denied that it had mediated talks between Chad and Sudan.")
    event = said(sentence, "talks", "mediated_talks", *MEDIATED, status="denied", polarity="negated")
    assert event.third_party_involvement is None


def test_an_agreement_that_was_not_reached_is_a_lack_of_result(coder: Coder) -> None:
    event = said(parsed(coder, "No agreement was reached."), "agreement", "agreement_announced", polarity="negated")
    assert (event.outcome, event.form) == ("held_no_result", None)


def test_talks_that_were_not_held_have_no_outcome_to_ask_for(coder: Coder) -> None:
    event = said(parsed(coder, "No talks were held."), "talks", "mediated_talks", polarity="negated")
    assert event.outcome == "not_applicable"


def test_a_refusal_that_is_only_supposed_is_none(coder: Coder) -> None:
    event = said(
        parsed(coder, "Chad may refuse to meet Sudan."), "refuse", "talks_refused", "initiator Chad", status="proposed"
    )
    assert event.outcome is None


def test_secret_talks_to_come_are_not_disclosed_later(coder: Coder) -> None:
    event = said(
        parsed(coder, "Chad and Sudan plan secret talks."), "talks", "backchannel_talks", *SIDES, status="planned"
    )
    assert event.disclosure is None


def test_an_event_that_is_no_peacemaking_is_left_as_it_is(coder: Coder) -> None:
    sentence = parsed(coder, "Chad bombed a village.")
    event = said(sentence, "bombed", "mediated_talks")
    bare = ASSESSOR.assess(
        EventMention(**{f: getattr(event, f) for f in event.__struct_fields__} | {"type": None, "unit_level": None}),
        sentence,
    )
    assert bare.unit_level is None


def test_two_purposes_are_told_in_the_order_of_the_text(coder: Coder) -> None:
    sentence = parsed(coder, "Chad declared a humanitarian truce for the Eid holiday.")
    truce = said(sentence, "truce", "ceasefire_declared", A).ceasefire
    assert truce is not None
    assert (truce.purpose, truce.second_purpose) == ("humanitarian", "holiday")


def test_the_verb_that_has_talks_as_its_subject_tells_how_they_ended() -> None:
    sentence = tree("""
        The    the  DET  2 det
        talks  talk NOUN 3 nsubj
        ended  end  VERB 0 root
        without without ADP 6 case
        a      a    DET  6 det
        result^ result NOUN 3 obl
        .      .    PUNCT 3 punct
    """)
    assert said(sentence, "talks", "mediated_talks").outcome == "held_no_result"


def test_what_is_said_of_talks_in_praise_of_them_is_not_said_of_how_they_were_held() -> None:
    sentence = tree("""
        Chad     Chad     PROPN 3 nsubj
        publicly publicly ADV   3 advmod
        praised  praise   VERB  0 root
        the      the      DET   5 det
        talks^   talk     NOUN  3 obj
        .        .        PUNCT 3 punct
    """)
    assert said(sentence, "talks", "mediated_talks").disclosure is None


def test_an_article_is_coded_with_these_fields(coder: Coder) -> None:
    text = "The second round of Qatari-mediated talks between Chad and the rebels ended without an agreement in Doha."
    event = next(e for e in coder(text, published="2022-03-20", outlet="Le Temps").events if e.type == "mediated_talks")
    assert (event.unit_level, event.third_party_involvement, event.outcome) == ("round", "mediation", "held_no_result")
