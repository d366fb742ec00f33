"""Governments, bodies and movements whose the place beside them tells, and cities that stand for those who rule from there."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def parts(coder: Coder, text: str, label: str, published: str = "2023-06-06") -> list[tuple[str, str | None]]:
    """Roles and actors, or names of the unknown, of the last mention of a type or category."""
    event = [e for e in coder(text, published=published).events if label in (e.type, e.plover.event)][-1]
    return [(p.role, p.actor or p.name) for p in event.participants]


@pytest.mark.parametrize(
    ("text", "label", "first"),
    [
        ("Senegal signed a deal with the rebels in Dakar. In Athens, the government denied holding talks with Turkey.",
         "talks_refused", ("initiator", "GRC")),
        ("In Athens, government spokesman Petros Manou welcomed the ceasefire.", "endorsement", ("initiator", "GRC")),
        ("In Kampala, parliament approved the ceasefire.", "endorsement", ("initiator", "UGA")),
        # no capital
        ("In Geneva, the government rejected the rebels' demands.", "REJECT", ("initiator", "government")),
        # the conflict told of is another's
        ("Sudanese rebels of the SPLA fight for the south of Sudan. In Nairobi, the government rejected the rebels' demands.",
         "REJECT", ("initiator", "SDN")),
        ("In Iraq, the Americans attacked the rebels.", "ASSAULT", ("initiator", "USA")),
    ],
)  # fmt: skip
def test_a_government_is_that_of_the_capital_before_the_clause(
    coder: Coder, text: str, label: str, first: tuple[str, str]
) -> None:
    assert parts(coder, text, label, "2003-07-03")[0] == first


@pytest.mark.parametrize(
    ("text", "label", "actor"),
    [
        ("Colombia's ELN broke a truce. In Nepal, the Maoists called a truce.", "ceasefire_declared", "group:npl-maoists"),
        ("The ELN of Colombia called a truce. In Sri Lanka, the Tigers broke the ceasefire.", "ceasefire_violated", "group:lka-ltte"),
        ("The ELN of Colombia called a truce. In Uganda, the rebels asked for talks.", "talks_called_for", "group:uga-rebels"),
        ("In Qatar, the rebels asked for talks.", "talks_called_for", "rebels"),
    ],
)  # fmt: skip
def test_a_movement_is_that_of_the_country_before_the_clause(coder: Coder, text: str, label: str, actor: str) -> None:
    assert ("initiator", actor) in parts(coder, text, label, "2003-07-03")


@pytest.mark.parametrize(
    ("text", "label", "first"),
    [
        ("The presidency in Kinshasa rejected talks with the rebels.", "talks_refused", ("initiator", "COD")),
        ("The Defence Ministry in Yerevan accused Azerbaijan of breaking the truce.", "ceasefire_violation_alleged", ("initiator", "ARM")),
        ("The Senate in Kinshasa rejected the talks with Rwanda.", "talks_refused", ("initiator", "COD")),
        ("The National Security Council met in Islamabad.", "CONSULT", ("initiator", "PAK")),
        ("Talks with the government in Doha were rejected by the rebels.", "talks_refused", ("recipient", "government")),
        ("The State Department in Baghdad rejected talks with the rebels.", "talks_refused", ("initiator", "USA")),
    ],
)  # fmt: skip
def test_a_body_is_that_of_the_capital_where_it_sits(
    coder: Coder, text: str, label: str, first: tuple[str, str]
) -> None:
    assert parts(coder, text, label)[0] == first


def test_a_report_from_a_capital_that_names_no_other_state_means_its_government(coder: Coder) -> None:
    said = "A government spokesman accused the rebels of breaking the ceasefire."
    assert parts(coder, f"KIGALI, Oct 3 (Reuters) - {said}", "ceasefire_violation_alleged")[0] == ("initiator", "RWA")
    sudan = parts(coder, f"CAIRO, Oct 3 (Reuters) - Sudan held talks. {said}", "ceasefire_violation_alleged")
    assert ("initiator", "EGY") not in sudan
    geneva = parts(coder, f"GENEVA, Oct 3 (Reuters) - {said}", "ceasefire_violation_alleged")
    assert geneva[0] == ("initiator", "government spokesman")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The U.N. envoy met with the government and the Houthis in Kuwait.", {"igo:un", "YEM", "group:yem-houthis"}),
        ("Israel's army struck Lebanon. The Israeli government and Hezbollah met in Cairo.", {"ISR", "group:lbn-hezbollah"}),
        ("The Maoists and the Nepalese government met in Delhi.", {"group:npl-maoists", "NPL"}),
    ],
)  # fmt: skip
def test_the_government_beside_a_movement_is_that_of_its_country(coder: Coder, text: str, names: set[str]) -> None:
    found = [e for e in coder(text, published="2016-06-06").events if "met" in e.evidence.trigger.text][-1]
    assert {p.actor for p in found.participants} == names


@pytest.mark.parametrize(
    ("text", "published", "first"),
    [
        ("Lagos offered to mediate between the two sides.", "1976-07-03", "NGA"),
        ("Lagos offered to mediate between the two sides.", "2016-07-03", "Lagos"),
        ("Moscow offered to mediate between the two sides.", "1976-07-03", "SUN"),
        ("Belgrade offered to mediate between the two sides.", "1976-07-03", "YUG"),
        ("Sukhumi offered to mediate between the two sides.", "2006-07-03", "group:geo-abkhazia"),
        ("Sanaa offered to mediate between the two sides.", "2006-07-03", "YEM"),
        ("Sanaa offered to mediate between the two sides.", "2019-07-03", "group:yem-houthis"),
    ],
)  # fmt: skip
def test_a_city_stands_for_whom_it_is_the_seat_of_at_the_time(
    coder: Coder, text: str, published: str, first: str
) -> None:
    assert parts(coder, text, "mediation_offered", published)[0] == ("initiator", first)


def test_a_seat_is_a_place_where_a_place_is_meant(coder: Coder) -> None:
    event = coder("UN officials held talks in Sanaa with the Houthis.", published="2019-07-03").events[0]
    assert event.venue is not None
    assert (event.venue.name, event.venue.country) == ("Sanaa", "YEM")
