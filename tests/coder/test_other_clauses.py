"""Who acts in the event's own clause, and who in one above, below or beside it."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention

Parts = set[tuple[str, str | None]]


def event(coder: Coder, text: str, trigger: str) -> EventMention:
    """The first mention whose trigger has these words."""
    return next(e for e in coder(text, published="2016-07-03").events if trigger in e.evidence.trigger.text)


def parts(coder: Coder, text: str, trigger: str) -> Parts:
    """Roles and actors of that mention."""
    return {(p.role, p.actor) for p in event(coder, text, trigger).participants if p.actor}


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        (
            "Hezbollah, which Israel attacked on Monday, fired rockets.",
            "attacked",
            {("initiator", "ISR"), ("recipient", "group:lbn-hezbollah")},
        ),
        (
            "Ethiopia, whom Eritrea accuses of occupying Badme, rejected the accusation.",
            "accuses",
            {("initiator", "ERI"), ("recipient", "ETH")},
        ),
        (
            "Chad, with which Sudan broke off diplomatic relations, closed its embassy.",
            "broke off",
            {("initiator", "SDN"), ("recipient", "TCD")},
        ),
        ("Turkey launched an attack that Iran condemned.", "condemned", {("initiator", "IRN"), ("recipient", "TUR")}),
        ("Trump announced sanctions that China criticized.", "criticized", {("initiator", "CHN")}),
        (
            "The Houthis released a ship which Britain had asked them to free.",
            "asked",
            {("initiator", "GBR"), ("recipient", "group:yem-houthis")},
        ),
    ],
)
def test_the_noun_that_a_relative_clause_tells_of_is_acted_on_where_another_acts(
    coder: Coder, text: str, trigger: str, wanted: Parts
) -> None:
    assert parts(coder, text, trigger) == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Iran released a tanker that Britain had demanded.", "released", {("initiator", "IRN")}),
        ("Trump announced sanctions that China criticized.", "sanctions", {("initiator", "USA")}),
        ("Hezbollah, which Israel attacked, fired rockets.", "fired", {("initiator", "group:lbn-hezbollah")}),
    ],
)
def test_who_acts_in_a_relative_clause_does_not_act_above_it(
    coder: Coder, text: str, trigger: str, wanted: Parts
) -> None:
    assert parts(coder, text, trigger) == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Hezbollah, which attacked Israel on Monday, fired rockets.", "attacked", "group:lbn-hezbollah"),
        ("Botswana, whose troops attacked Lesotho, rejected the charge.", "attacked", "BWA"),
        ("An air raid that Israel launched killed five people.", "killed", "ISR"),
        ("Iran and Russia, which vetoed the resolution, left the chamber.", "vetoed", "IRN"),
        ("Russia sent a memorandum which demands that Ukraine withdraw.", "demands", "RUS"),
    ],
)
def test_who_acts_by_the_relative_pronoun_or_by_what_he_did_is_kept(
    coder: Coder, text: str, trigger: str, actor: str
) -> None:
    assert ("initiator", actor) in parts(coder, text, trigger)


def test_the_object_with_whose_is_refused_and_does_not_refuse(coder: Coder) -> None:
    text = "France, whose president the Azerbaijanis refused to meet, offered to mediate."
    assert parts(coder, text, "refused") == {("initiator", "AZE"), ("recipient", "FRA")}


def test_of_several_only_the_last_did_what_that_without_a_comma_tells(coder: Coder) -> None:
    text = "Kuwait mediated between Iran and the Gulf states that had cut ties with it."
    assert parts(coder, text, "cut ties") == {("initiator", "coalition:gulf-states")}


def test_who_only_says_what_a_relative_clause_tells_has_no_part_in_it(coder: Coder) -> None:
    text = "The M23, which UN experts say is backed by Rwanda, rejected the offer."
    assert parts(coder, text, "backed") == {("initiator", "RWA"), ("recipient", "group:cod-m23")}


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Merkel criticized Russia for bombing Aleppo.", "bombing", {("initiator", "RUS"), ("recipient", "SYR")}),
        (
            "The United States sanctioned Iran for arming the Houthis.",
            "arming",
            {("initiator", "IRN"), ("recipient", "group:yem-houthis")},
        ),
        ("Sudan was criticised by the United States for bombing villages.", "bombing", {("initiator", "SDN")}),
        ("Pompeo thanked Sweden for hosting the talks.", "hosting", {("host", "SWE")}),
        ("Kenya praised Uganda for agreeing to host the talks.", "host", {("host", "UGA")}),
        ("Kerry congratulated Colombia for signing the peace accord.", "signing", {("party", "COL")}),
    ],
)
def test_who_is_thanked_or_blamed_for_something_did_it_alone(
    coder: Coder, text: str, trigger: str, wanted: Parts
) -> None:
    assert parts(coder, text, trigger) == wanted


def test_who_takes_the_blame_or_apologises_did_it_himself(coder: Coder) -> None:
    text = "The rebels of South Sudan took the blame for bombing the market."
    assert {role for role, _ in parts(coder, text, "bombing")} <= {"initiator"}
    found = parts(coder, "Russia apologised to Turkey for bombing its troops.", "bombing")
    assert ("initiator", "RUS") in found
    assert ("initiator", "TUR") not in found


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("Israel allowed Qatar to deliver cash to Gaza.", "deliver", "QAT"),
        ("Kenya was allowed by Somalia to send troops.", "send", "KEN"),
        ("Jordan let the United Nations deliver food to the camp.", "deliver", "igo:un"),
    ],
)
def test_who_lets_others_do_something_does_not_do_it(coder: Coder, text: str, trigger: str, doer: str) -> None:
    assert {a for r, a in parts(coder, text, trigger) if r == "initiator"} == {doer}


def test_who_lets_aid_in_grants_access(coder: Coder) -> None:
    found = parts(coder, "The Houthis allowed aid to enter the town.", "allowed")
    assert ("initiator", "group:yem-houthis") in found


@pytest.mark.parametrize(
    ("text", "trigger", "out"),
    [
        ("Annan chaired the session while Kerry was in Paris.", "chaired", "USA"),
        ("Qatar mediated in Doha while Egypt hosted an investment conference.", "mediated", "EGY"),
        ("Qatar mediated in Doha while Egypt hosted a donors' conference.", "conference", "QAT"),
        ("Graca Machel chaired the session while Annan was on the telephone with Kerry.", "chaired", "USA"),
    ],
)
def test_who_is_elsewhere_in_the_meantime_takes_no_part(coder: Coder, text: str, trigger: str, out: str) -> None:
    found = {actor for _, actor in parts(coder, text, trigger)}
    assert found
    assert out not in found


def test_who_mediates_in_the_meantime_takes_part(coder: Coder) -> None:
    text = "Rwanda and the M23 held talks in Nairobi while Kenya mediated between them."
    assert ("mediator", "KEN") in parts(coder, text, "talks")


def test_where_somebody_is_in_the_meantime_is_no_venue(coder: Coder) -> None:
    assert event(coder, "Annan chaired the session while Kerry was in Paris.", "chaired").venue is None
