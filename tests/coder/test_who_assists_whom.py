"""Who assists and who is a side: foes, governments, those who announce, thank, call, carry, face or only come; one table over many wordings."""

from __future__ import annotations

import pytest
from tests.casts import actors, told

from dragoman.coder import Coder
from dragoman.records import EventMention


def last(coder: Coder, text: str, type_: str, published: str = "2016-05-10") -> EventMention:
    """The last event of a type in a text."""
    return next(e for e in reversed(coder(text, published=published, outlet="Le Temps").events) if e.type == type_)


def people(event: EventMention) -> dict[str, list[str]]:
    """Codes of who has a role, by role."""
    return {role: actors(event, role) for role in dict.fromkeys(p.role for p in event.participants)}


@pytest.mark.parametrize(
    ("text", "trigger", "parties"),
    [
        ("For months, American officials had met secretly with Iranian envoys in Oman.", "met", ["IRN", "USA"]),
        ("The Colombian delegation sat across the table from the FARC in Havana.", "sat", ["COL", "group:col-farc"]),
        ("An official said Okello had sat across from General Tsadkan.", "sat", ["", ""]),
        ("In Oslo, government negotiators met the FARC.", "met", ["COL", "group:col-farc"]),
    ],
)
def test_foes_and_those_who_face_each_other_are_sides(
    coder: Coder, text: str, trigger: str, parties: list[str]
) -> None:
    event = next(
        e
        for e in coder(text, published="2023-10-01", outlet="Le Temps").events
        if e.evidence.trigger.text.startswith(trigger)
    )
    assert (actors(event, "party"), actors(event, "mediator")) == (parties, [])


def test_who_helps_two_foes_may_be_at_odds_with_one(coder: Coder) -> None:
    for text in (
        "South Korea is mediating between the United States and North Korea.",
        "South Korea brought the United States and North Korea to the negotiating table in Singapore.",
    ):
        assert actors(last(coder, text, "mediated_talks", "2018-06-01"), "party") == ["PRK", "USA"]


@pytest.mark.parametrize("where", ["flown to Qatar, which", "taken to Qatar, which", "sent to Qatar, which"])
def test_where_somebody_goes_may_have_brokered_the_deal(coder: Coder, where: str) -> None:
    event = last(coder, f"The five detainees were {where} brokered the deal.", "agreement_announced")
    assert actors(event, "broker") == ["QAT"]


@pytest.mark.parametrize(
    ("text", "trigger", "role", "who", "not_role"),
    [
        ("We thank Togo for facilitating the talks, and Ghana for hosting them.", "facilitating", "facilitator", "TGO", "host"),
        ("We thank Togo for facilitating the talks, and Ghana for hosting them.", "hosting", "host", "GHA", "facilitator"),
        ("The minister praised Egypt for brokering the truce and Jordan for hosting the talks.", "brokering", "broker", "EGY", "host"),
        ("The rebels credited Togo with mediating the truce.", "mediating", "mediator", "TGO", "party"),
    ],
)  # fmt: skip
def test_each_is_thanked_for_his_own(coder: Coder, text: str, trigger: str, role: str, who: str, not_role: str) -> None:
    event = told(coder, text, trigger)
    assert (actors(event, role), actors(event, not_role)) == ([who], [])


@pytest.mark.parametrize("what", ["members of the mediation team", "members of the mediation", "mediators"])
def test_members_of_a_mediation_team_mediate(coder: Coder, what: str) -> None:
    text = f"Chad and Togo, together with the African Union, signed the accord as {what}."
    assert actors(last(coder, text, "agreement_signed"), "mediator") == ["TCD", "TGO", "igo:african-union"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact was signed at a ceremony led by President Ruto and Norwegian facilitator Dag Nylander.", ("facilitator", ["NOR"])),
        ("The presidents signed the text with chief mediator Kofi Annan looking on.", ("mediator", ["person:kofi-annan"])),
        ("The accord was signed in Abuja under the watchful eye of Kofi Annan.", ("observer", ["person:kofi-annan"])),
        ("The leaders put pen to paper, with the Kenyan president and the Chadian president signing as witnesses.",
         ("witness", ["KEN", "TCD"])),
        ("Nicolas Maduro and Michelle Bachelet, whose governments accompanied the talks, sat in the front row.",
         ("accompanier", ["CHL", "VEN"])),
    ],
)  # fmt: skip
def test_the_title_and_the_function_are_those_of_whom_they_are_said(
    coder: Coder, text: str, expected: tuple[str, list[str]]
) -> None:
    events = coder(text, published="2016-05-10", outlet="Le Temps").events
    assert any(actors(e, expected[0]) == expected[1] for e in events)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya called on all armed groups to lay down their weapons and to join the peace talks.",
        "A ceasefire was announced by both sides and welcomed by Kenya.",
        "A ceasefire was announced by both sides at the request of Kenya.",
        "The meeting, according to a statement issued by Kenya, made progress.",
        "At the last session the delegates were flown in by a Kenyan plane.",
        "A meeting between the army and the rebels has been postponed, Kenya's foreign ministry said.",
        "Officials from Kenya attended the talks, as did representatives of Chad.",
        "The talks were held in either Kenya or Chad.",
        "The two sides met in Muscat without a Kenyan mediator.",
        "The generals met with no Kenyan diplomat in the room.",
    ],
)
def test_who_calls_welcomes_asks_tells_carries_or_only_comes_does_not_mediate(coder: Coder, text: str) -> None:
    events = [
        e for e in coder(text, published="2016-05-10", outlet="Le Temps").events if e.type != "mediation_requested"
    ]
    roles = {p.role for e in events for p in e.participants if p.actor == "KEN"}
    assert not roles & {"mediator", "broker", "convener", "host", "party"}


def test_nobody_is_no_participant(coder: Coder) -> None:
    assert people(told(coder, "Nobody mediated between the two sides.", "Nobody")) == {"party": [""]}


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("The truce was announced on Monday by Fayez al-Sarraj.", "party", ["LBY"]),
        ("The ceasefire in Yemen was announced by the UN envoy on Tuesday.", "broker", ["igo:un"]),
        ("The truce, ordered by President Salva Kiir, began on Monday in South Sudan.", "party", ["SSD"]),
    ],
)
def test_by_whom_a_truce_is_announced_is_a_side_unless_it_is_anothers_war(
    coder: Coder, text: str, role: str, who: list[str]
) -> None:
    events = coder(text, published="2020-08-24", outlet="Le Temps").events
    assert any(actors(e, role) == who for e in events)


def test_who_mediated_before_is_no_side_of_the_next_talks(coder: Coder) -> None:
    text = (
        "The ceasefire between the army and the Rapid Support Forces was brokered by Saudi Arabia and the United States. "
        "Riyadh and Washington, which suspended their talks with the two sides in Jeddah in June, want to go on."
    )
    event = last(coder, text, "mediated_talks", "2023-06-21")
    assert actors(event, "mediator") == ["SAU", "USA"]
    assert not {"SAU", "USA"} & set(actors(event, "party"))


def test_co_chairs_are_no_side(coder: Coder) -> None:
    event = last(coder, "The co-chairs and both foreign ministers held talks in Geneva.", "mediated_talks")
    assert all(p.role != "party" for p in event.participants if p.name.lower().endswith("co-chairs"))


def test_apart_is_told_of_its_own_clause(coder: Coder) -> None:
    text = "Putin met Pashinyan and Aliyev separately and then brought them together for two hours."
    types = [e.type for e in coder(text, published="2022-11-01", outlet="Le Temps").events]
    assert types == ["single_party_consultation", "mediated_talks"]


def test_contacts_to_help_find_a_solution_are_those_of_a_mediator(coder: Coder) -> None:
    text = "Norway has had contacts with the government and the opposition of Venezuela to help find a solution."
    events = coder(text, published="2019-05-17", outlet="Le Temps").events
    assert any("NOR" in actors(e, "mediator") for e in events)
    assert not any("NOR" in actors(e, "party") for e in events)


def test_a_joint_envoy_is_that_of_both_bodies(coder: Coder) -> None:
    text = "Lakhdar Brahimi, the UN-Arab League envoy for Syria, met opposition leaders."
    event = last(coder, text, "single_party_consultation", "2013-09-10")
    assert actors(event, "mediator") == ["igo:arab-league", "igo:un"]


def test_truces_mediated_by_several_have_them_in_one_role(coder: Coder) -> None:
    text = "Three truces, mediated by Russia, France and the United States respectively, collapsed."
    event = told(coder, text, "truces")
    assert {p.role for p in event.participants} == {"broker"}


def test_who_disclaims_mediating_does_not(coder: Coder) -> None:
    text = "The United States said it was not acting as a mediator and hoped the parties would sit down together."
    events = coder(text, published="2017-10-20", outlet="Le Temps").events
    assert not any(actors(e, "mediator") for e in events if e.polarity == "affirmed")


def test_who_sits_beside_a_guarantor_guarantees_nothing(coder: Coder) -> None:
    text = (
        "Raul Castro, whose country has acted as a guarantor of the talks between Bogota and the FARC, sat in the first row with "
        "the American secretary of state."
    )
    events = coder(text, published="2016-09-27", outlet="Le Temps").events
    assert not any("USA" in actors(e, role) for e in events for role in ("guarantor", "mediator"))


def test_a_leader_on_tour_is_a_guest(coder: Coder) -> None:
    text = (
        "Dagalo was received in Entebbe by Ugandan President Yoweri Museveni, the first stop on a tour of the region."
    )
    event = coder(text, published="2023-12-28", outlet="Le Temps").events[0]
    assert (event.type, event.plover.event) == (None, "CONSULT")


@pytest.mark.parametrize(
    "text",
    [
        "The envoy had flown both delegations to Djibouti and the Seychelles for contacts.",
        "Angela Merkel flew to Djibouti, Chad and the Seychelles to negotiate a truce.",
    ],
)
def test_where_others_are_carried_has_no_part(coder: Coder, text: str) -> None:
    events = coder(text, published="2022-11-08", outlet="Le Temps").events
    assert not any({"DJI", "SYC", "TCD"} & set(actors(e, "party")) for e in events)
