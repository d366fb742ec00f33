"""Being let in is no exclusion, and what somebody does beside being kept out he does (codebook 2.11, R9)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder

EXCLUSIONS = ("exclusion_declared", "participant_vetoed")


def excluded(coder: Coder, text: str, *, types: tuple[str, ...] | None = None) -> set[str | None]:
    found = coder(text, published="2020-01-21", outlet="AP").events
    return {p.actor for e in found if types is None or e.type in types for p in e.participants if p.role == "excluded"}


@pytest.mark.parametrize(
    "text",
    [
        "Algeria got in at Turkey's urging to the Berlin talks on Libya.",
        "Egypt was let into the talks at Saudi Arabia's urging.",
        "India was eventually admitted to the conference on Afghanistan.",
    ],
)
def test_who_is_let_in_is_not_excluded(coder: Coder, text: str) -> None:
    assert not excluded(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Greece was not invited to the Berlin talks; its prime minister received Haftar in Athens.",
        "Greece was not invited to the conference and received Haftar in Athens.",
    ],
)
def test_who_is_not_invited_is_not_kept_from_what_he_does_himself(coder: Coder, text: str) -> None:
    assert excluded(coder, text, types=EXCLUSIONS) == {"GRC"}
    assert not excluded(coder, text, types=("single_party_consultation",))


def test_members_of_an_excluded_body_are_not_excluded_with_it(coder: Coder) -> None:
    text = "The African Union, of which both Morocco and the Sahrawi republic are members, was kept out of the talks."
    assert excluded(coder, text) == {"igo:african-union"}


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("France and Germany voiced anger at being elbowed aside in the Kosovo talks.", {"FRA", "DEU"}),
        ("The Gambia complained that it had been asked to keep its distance from the Casamance negotiations.", {"GMB"}),
    ],
)
def test_who_is_kept_from_talks_is_no_party_to_them(coder: Coder, text: str, out: set[str]) -> None:
    assert excluded(coder, text) == out
    found = coder(text, published="2020-01-21", outlet="AP").events
    assert not {p.actor for e in found for p in e.participants if p.role == "party"} & out


def test_the_one_named_for_contrast_is_not_excluded(coder: Coder) -> None:
    assert excluded(coder, "Unlike Zimbabwe, Rwanda has no seat at the talks in Lusaka.") == {"RWA"}


def test_without_us_keeps_the_speaker_out(coder: Coder) -> None:
    text = '"If they sit down without us, there will be no peace," said Hassan al-Turabi of Sudan.'
    assert excluded(coder, text) == {"SDN"}


def test_the_author_of_a_rival_plan_is_not_kept_from_his_own(coder: Coder) -> None:
    text = "Egypt, which shares with Libya the authorship of a rival peace plan, has had no part in the Machakos talks."
    found = coder(text, published="2002-07-21", outlet="AP").events
    assert [e.type for e in found].count("exclusion_declared") == 1
    for event in found:
        if event.type == "talks_proposed":
            assert "excluded" not in {p.role for p in event.participants}


def test_who_sends_nobody_boycotts_and_is_no_party_to_the_meeting(coder: Coder) -> None:
    found = coder("Neither Moscow nor Washington sent anyone to the meeting in Riyadh.", published="2020-01-21").events
    [boycott] = [e for e in found if e.type == "boycott"]
    assert (boycott.polarity, {p.actor for p in boycott.participants}) == ("affirmed", {"RUS", "USA"})
    assert not {p.actor for e in found if e is not boycott for p in e.participants if p.role == "party"}


def test_not_to_be_invited_to_a_city_is_to_be_kept_from_the_talks_there(coder: Coder) -> None:
    assert excluded(coder, "Iran said it had not been invited to Montreux.") == {"IRN"}


def test_a_particle_is_no_event_of_its_own(coder: Coder) -> None:
    text = "The government agreed to sit down with the rebels for the first time."
    found = coder(text, published="2020-01-21", outlet="AP").events
    assert [e.type for e in found] == ["talks_agreed"]


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Neither Pakistan nor China has a role in the Nepal talks.", {"PAK", "CHN"}),
        ("There is no role for Uganda in the Juba talks.", {"UGA"}),
        ("Kosovo Albanian leaders accused Washington of negotiating with Serbia over their heads.", {"XKX"}),
    ],
)
def test_who_has_no_role_or_is_passed_over_is_kept_out(coder: Coder, text: str, out: set[str]) -> None:
    assert excluded(coder, text) == out
    found = coder(text, published="2020-01-21", outlet="AP").events
    assert not {p.actor for e in found for p in e.participants if p.role in ("party", "host")} & out


def test_who_stays_away_from_one_meeting_is_still_a_party_to_another(coder: Coder) -> None:
    text = "Hamas did not attend the Cairo meeting but held direct talks with Fatah in Doha."
    talks = [e for e in coder(text, published="2015-06-01").events if e.type == "direct_negotiation"]
    assert any(
        {p.actor for p in e.participants if p.role == "party"} == {"group:pse-hamas", "group:pse-fatah"} for e in talks
    )


@pytest.mark.parametrize(
    ("text", "by", "out"),
    [
        ("The Houthis want Saudi Arabia out of the talks in Stockholm.", "group:yem-houthis", "SAU"),
        ("Serbia wants NATO dropped from the talks.", "SRB", "igo:nato"),
    ],
)
def test_who_wants_another_out_of_the_talks_vetoes_his_seat(coder: Coder, text: str, by: str, out: str) -> None:
    [veto] = [e for e in coder(text, published="2019-01-21").events if e.type == "participant_vetoed"]
    assert {(p.role, p.actor) for p in veto.participants} == {("initiator", by), ("excluded", out)}
