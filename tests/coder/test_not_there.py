"""Who was not there, or was denied what others were granted."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def roles(coder: Coder, text: str, label: str) -> dict[str | None, str]:
    event = next(e for e in coder(text, published="2024-05-03").events if e.type == label)
    return {p.actor or p.name: p.role for p in event.participants}


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Neither Iran nor Turkey attended the talks in Geneva.", {"IRN", "TUR"}),
        ("Nobody from Hamas took part in the talks in Cairo.", {"group:pse-hamas"}),
        ("Russia attended the talks in Doha, but Iran did not.", {"IRN"}),
    ],
)
def test_a_negated_subject_of_attending_is_absent(coder: Coder, text: str, out: set[str]) -> None:
    event = next(e for e in coder(text).events if e.type and "exclu" not in e.type)
    found = {p.actor: p.exclusion.mode for p in event.participants if p.role == "excluded" and p.exclusion}
    assert found == dict.fromkeys(out, "absent_unexplained")
    assert event.polarity == "affirmed"


def test_of_two_the_one_that_is_denied_the_invitation_is_out(coder: Coder) -> None:
    found = roles(coder, "The Taliban was invited to the talks but the Afghan government was not.", "invitation_issued")
    assert found == {"group:afg-taliban": "recipient", "AFG": "excluded"}
    found = roles(coder, "Egypt was invited; Israel was not.", "invitation_issued")
    assert found == {"EGY": "recipient", "ISR": "excluded"}


def test_but_not_denies_one_of_several(coder: Coder) -> None:
    text = "Russia, Iran and Turkey, but not Egypt, were invited to the conference."
    found = roles(coder, text, "invitation_issued")
    assert found == {"RUS": "recipient", "IRN": "recipient", "TUR": "recipient", "EGY": "excluded"}


def test_talks_that_exclude_somebody_keep_him_out(coder: Coder) -> None:
    assert roles(coder, "The talks excluded the Taliban.", "exclusion_declared") == {"group:afg-taliban": "excluded"}


@pytest.mark.parametrize(
    "text", ["Turkey was consulted before the deal was signed.", "Egypt was kept informed of the talks."]
)
def test_who_is_consulted_or_informed_is_not_kept_out(coder: Coder, text: str) -> None:
    assert not any(p.role == "excluded" for e in coder(text).events for p in e.participants)


@pytest.mark.parametrize(
    "text", ["Without Qatar there would have been no agreement.", "No agreement is possible without Russia."]
)
def test_without_somebody_is_no_exclusion_where_it_is_only_supposed(coder: Coder, text: str) -> None:
    assert not any(p.role == "excluded" for e in coder(text).events for p in e.participants)


def test_a_meeting_without_somebody_leaves_him_out_whatever_is_said_of_it(coder: Coder) -> None:
    found = roles(coder, "A meeting without Tehran and Cairo could not go far, Lavrov said.", "direct_negotiation")
    assert (found["IRN"], found["EGY"]) == ("excluded", "excluded")
