"""Acts that wordings settle whatever the model reads: alleged breaches, conditions, shut-outs, meetings that never were, and look-alikes."""

from __future__ import annotations

import pytest
from misread import misread

from dragoman.coder import Coder
from dragoman.records import EventMention

OPENING = "Peace talks opened in Nairobi on Monday. "


def events(coder: Coder, text: str) -> list[EventMention]:
    """Events of a text, without those of the opening sentence that says that there are talks."""
    found = coder(text, published="2014-05-06", outlet="Le Temps").events
    return [e for e in found if e.evidence.start > 0] if text.startswith(OPENING) else found


def labels(found: list[EventMention]) -> list[str | None]:
    return [e.type or e.plover.event for e in found]


def cast(event: EventMention) -> dict[str, set[str | None]]:
    roles: dict[str, set[str | None]] = {}
    for p in event.participants:
        roles.setdefault(p.role, set()).add(p.actor or p.name)
    return roles


def modes(event: EventMention) -> dict[str | None, str]:
    return {p.actor or p.name: p.exclusion.mode for p in event.participants if p.exclusion is not None}


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("Eritrea said Ethiopia had shelled Zalambessa in breach of the truce.", "ERI", "ETH"),
        ("Syria claims that Israel bombed its barracks despite the ceasefire.", "SYR", "ISR"),
        ("Croatian troops fired on the convoy within minutes of the ceasefire, Serbia said.", "SRB", "HRV"),
        ("According to Honduras, Nicaragua has raided two farms in violation of the cease-fire.", "HND", "NIC"),
        ("Cambodia complained that Thailand attacked its outpost hours after the truce took effect.", "KHM", "THA"),
        ("India accused Pakistan of firing on its patrols two days after the ceasefire.", "IND", "PAK"),
    ],
)
def test_who_tells_of_an_attack_in_a_truce_accuses_and_one_event_is_told(
    coder: Coder, text: str, accuser: str, accused: str
) -> None:
    found = [e for e in events(coder, text) if e.type != "ceasefire_effective"]
    assert labels(found) == ["ceasefire_violation_alleged"]
    assert cast(found[0]) == {"initiator": {accuser}, "recipient": {accused}}


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah fired rockets at Israel in violation of the truce.",
        "Russian troops shelled Grozny within hours of the ceasefire.",
    ],
)
def test_what_the_outlet_itself_asserts_is_a_breach(coder: Coder, text: str) -> None:
    assert labels(events(coder, text)) == ["ceasefire_violated"]


@pytest.mark.parametrize(
    "text",
    [
        "India accused Pakistan of shelling two villages.",
        "Residents said police had moved the barrier in violation of a court order.",
        "India did not shell the village in violation of the truce, the governor said.",
    ],
)
def test_without_a_truce_or_with_a_denial_no_breach_is_alleged(coder: Coder, text: str) -> None:
    assert "ceasefire_violation_alleged" not in labels(events(coder, text))


@pytest.mark.parametrize(
    ("text", "asks", "asked"),
    [
        ("Turkey will not negotiate until Greece withdraws its warships.", "TUR", "GRC"),
        ("Armenia said there would be no talks unless Azerbaijan released the captives.", "ARM", "AZE"),
        ("Belgrade must first recognise the border, Croatia said.", "HRV", "SRB"),
        ("Chad demanded that Sudan disarm the raiders before talks begin.", "TCD", "SDN"),
    ],
)
def test_a_condition_names_who_asks_and_who_is_asked(coder: Coder, text: str, asks: str, asked: str) -> None:
    [event] = [e for e in events(coder, text) if e.type == "precondition_set"]
    roles = cast(event)
    assert (roles["initiator"], roles["recipient"]) == ({asks}, {asked})
    assert (event.status, event.polarity) == ("held", "affirmed")


@pytest.mark.parametrize(
    "text",
    [
        "The summit lasted until the president left for Lisbon.",
        "The pilot must first release the brake.",
        "The army held the bridge until the river receded.",
    ],
)
def test_a_time_or_a_step_is_no_condition(coder: Coder, text: str) -> None:
    assert "precondition_set" not in labels(events(coder, text))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Both parties agreed to work with a panel of elders headed by Kofi Annan.", "mediation_accepted"),
        ("Burundi agreed to take part in the Arusha peace talks.", "talks_agreed"),
        ("The Chadian rebels declined to initial the accord.", "agreement_rejected"),
        ("Syria pulled out of a summit planned for June.", "invitation_declined"),
    ],
)
def test_an_act_before_talks_has_the_type_of_its_wording(coder: Coder, text: str, label: str) -> None:
    assert label in labels(events(coder, text))


def test_guarantors_that_may_be_are_no_mediators_named(coder: Coder) -> None:
    found = events(coder, "Armenia named France and Iran among possible guarantors of the settlement.")
    assert [(e.type, e.status) for e in found] == [("guarantee_given", "proposed")]
    assert cast(found[0])["guarantor"] == {"FRA", "IRN"}


@pytest.mark.parametrize(
    ("text", "actor", "mode"),
    [
        ("Burundi was suspended from the talks in April.", "BDI", "disinvited"),
        ("Uganda was thrown out of the conference.", "UGA", "disinvited"),
        ("Eritrea, whose soldiers hold two border towns, has not been invited.", "ERI", "not_invited"),
        ("Egypt complained that nobody had told it of the meeting.", "EGY", "not_informed"),
        ("Norway was admitted only as an observer to the talks.", "NOR", "downgraded"),
        ("Portugal was demoted to the rank of an observer.", "PRT", "downgraded"),
        ("Japan was given only observer status at the talks.", "JPN", "downgraded"),
        misread("the model sees no event in it", "Kenya lost the mediation to Angola.", "KEN", "replaced"),
        ("Turkey replaced Austria as host of the talks.", "AUT", "replaced"),
        ("The Normandy format does not include Poland.", "POL", "format_excludes"),
        ("The contact group has no seat for Serbia.", "SRB", "format_excludes"),
        ("Hungary is shut out of the four-party format.", "HUN", "format_excludes"),
        ("Hamas was not invited because Washington lists it as a terrorist organisation.", "group:pse-hamas", "barred_by_designation"),
        ("The truce excludes Hezbollah.", "group:lbn-hezbollah", "uncovered_by_text"),
        ("The accord makes no mention of Hezbollah.", "group:lbn-hezbollah", "uncovered_by_text"),
        ("The ceasefire covers all groups except Hezbollah.", "group:lbn-hezbollah", "uncovered_by_text"),
        ("Togo was not represented.", "TGO", "absent_unexplained"),
    ],
)  # fmt: skip
def test_a_usual_wording_of_exclusion_tells_who_and_how(coder: Coder, text: str, actor: str, mode: str) -> None:
    found = [e for e in events(coder, OPENING + text) if modes(e)]
    assert {actor: mode} in [modes(e) for e in found]
    assert not any(set(modes(e)) - {actor} for e in found)


def test_who_asked_for_an_exclusion_has_vetoed_it(coder: Coder) -> None:
    [event] = events(coder, OPENING + "Kosovo was kept out of the room at the request of Serbia.")
    [excluded] = [p.exclusion for p in event.participants if p.exclusion is not None]
    assert (event.type, excluded.mode, excluded.excluded_by) == ("participant_vetoed", "vetoed", "SRB")


@pytest.mark.parametrize(
    "text",
    ["The club was relegated to the second division.", "The minister suspended the talks.", "Kenya was invited."],
)
def test_a_near_miss_keeps_nobody_out(coder: Coder, text: str) -> None:
    assert not any(modes(e) for e in events(coder, OPENING + text))


@pytest.mark.parametrize(
    ("text", "status", "polarity"),
    [
        ("Talks between Chad and Sudan ended before they had begun.", "planned_not_held", "negated"),
        ("The negotiations never began because the army stayed away.", "planned_not_held", "negated"),
        ("If Sudan stays out, the talks could fail.", "proposed", "affirmed"),
        ("The summit might be called off, diplomats said.", "proposed", "affirmed"),
        misread(
            "the model hardly sees an event in so short a text", "The talks failed on Sunday.", "collapsed", "affirmed"
        ),
        ("The peace talks between the government and the rebels failed on Sunday.", "collapsed", "affirmed"),
    ],
)
def test_talks_that_never_were_or_only_might_fail(coder: Coder, text: str, status: str, polarity: str) -> None:
    found = [e for e in events(coder, text) if e.type in ("direct_negotiation", "talks_collapsed", "talks_cancelled")]
    assert {(e.status, e.polarity) for e in found} == {(status, polarity)}


@pytest.mark.parametrize(
    "text",
    [
        "A court-appointed mediator had brought both sides together in Turin.",
        "Talks between Hollywood writers and studios collapsed despite a federal mediator.",
        "A cold front withdrew to the north.",
        "Boeing and Airbus signed an agreement.",
        "Pilots walked out on Monday.",
        "Nissan suspended talks with the supplier.",
        "A judge rejected the settlement as unfair.",
    ],
)
def test_the_court_the_weather_and_business_make_no_peace(coder: Coder, text: str) -> None:
    assert not [e for e in events(coder, text) if e.type]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Shell signed an agreement with the government of Iraq.", "agreement_signed"),
        ("The Chadian delegation walked out on Monday.", "walkout"),
        ("Syrian troops withdrew to the north.", "withdrawal_or_disengagement"),
    ],
)
def test_an_actor_of_politics_or_war_makes_it_an_event(coder: Coder, text: str, label: str) -> None:
    assert label in labels(events(coder, text))


def test_a_document_accuses_too(coder: Coder) -> None:
    text = "An Angolan army communique said Zairean troops had fired on its positions within hours of the ceasefire."
    assert labels(events(coder, text)) == ["ceasefire_violation_alleged"]


def test_there_will_be_no_talks_denies_the_talks_and_not_their_refusal(coder: Coder) -> None:
    found = events(coder, "There will be no summit in Belgrade. There will be no talks in Cyprus, the minister said.")
    told = {e.type: e.polarity for e in found}
    assert told.pop("talks_refused", "affirmed") == "affirmed"
    assert set(told.values()) == {"negated"}


@pytest.mark.parametrize(
    "text", ["Government forces captured Bangassou on Tuesday.", "The rebels seized Goma on Friday."]
)
def test_a_town_is_taken_by_force_and_not_arrested(coder: Coder, text: str) -> None:
    assert "ASSAULT" in labels(events(coder, text))
    assert "COERCE" not in labels(events(coder, text))


def test_an_army_that_marches_into_a_town_does_not_protest(coder: Coder) -> None:
    assert "PROTEST" not in labels(events(coder, "M23 rebels marched into Bukavu on Friday."))
    assert "PROTEST" in labels(events(coder, "Thousands of students marched in Bukavu on Friday."))
