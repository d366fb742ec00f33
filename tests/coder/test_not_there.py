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


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Egypt did not take part in the talks in Nairobi between Sudan and the SPLA.", "EGY"),
        ("Kenya was not part of the Lusaka talks.", "KEN"),
        ("Libya said that Egypt had not been part of the negotiations with Chad.", "EGY"),
        ("Israel did not join the talks in Madrid between Syria and Lebanon.", "ISR"),
        ("The peace talks to which Chad was not a party ended on Friday.", "TCD"),
    ],
)
def test_who_does_not_attend_talks_is_absent_from_talks_that_are_held(coder: Coder, text: str, out: str) -> None:
    event = next(
        e for e in coder(text, published="2002-07-03").events if e.type in ("direct_negotiation", "mediated_talks")
    )
    assert [(p.role, p.exclusion and p.exclusion.mode) for p in event.participants if p.actor == out] == [
        ("excluded", "absent_unexplained")
    ]
    assert event.polarity == "affirmed"


@pytest.mark.parametrize(
    "text",
    [
        "Egypt is not expected to attend the peace conference in Nairobi.",
        "Egypt and Libya were not expected at the talks in Nairobi.",
        "Egypt's foreign minister did not attend the Nairobi talks because he was ill.",
        "Egypt skipped the peace talks in Nairobi.",
    ],
)
def test_who_is_only_not_there_has_no_part_and_is_not_kept_out(coder: Coder, text: str) -> None:
    events = coder(text, published="2002-07-03").events
    assert not {p.role for e in events for p in e.participants if p.actor == "EGY"} & {
        "party",
        "participant",
        "excluded",
    }


def test_a_host_need_not_sit_at_the_table(coder: Coder) -> None:
    found = roles(
        coder, "Egypt, which hosted the talks between Israel and Hamas, did not take part in them.", "mediated_talks"
    )
    assert found["EGY"] == "host"


@pytest.mark.parametrize(
    "text",
    [
        "Egypt attended no talks with Israel.",
        "Egypt and Israel did not hold talks.",
        "Egypt did not take part in any talks with Israel.",
    ],
)
def test_talks_that_did_not_happen_are_denied(coder: Coder, text: str) -> None:
    assert all(e.polarity == "negated" for e in coder(text).events if e.type == "direct_negotiation")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Egypt not only attended the talks with Israel in Rome but chaired them.", "excluded"),
        ("If Egypt does not attend the talks with Israel, they will fail.", "excluded"),
    ],
)
def test_not_only_and_if_deny_no_attendance(coder: Coder, text: str, role: str) -> None:
    assert not any(p.role == role for e in coder(text).events for p in e.participants)


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Kenya, which was not involved in the talks, criticised the deal.", {"KEN"}),
        ("Kenya, which was not part of the talks, rejected the accord.", {"KEN"}),
        ("The Kenyan government was not a party to the Egyptian-Sudanese deal.", {"KEN"}),
        ("The Karen rebels were not mentioned in the ceasefire agreement.", {"group:mmr-knu"}),
        ("Kenya will not be at the table in Geneva.", {"KEN"}),
        ("The Kenyan president was not present at the signing of the peace agreement in Cairo.", {"KEN"}),
    ],
)
def test_who_has_no_part_is_out_and_nobody_else(coder: Coder, text: str, out: set[str]) -> None:
    events = [e for e in coder(text, published="2002-07-03").events if e.type == "exclusion_declared"]
    assert {p.actor for e in events for p in e.participants if p.role == "excluded"} == out
    assert {e.polarity for e in events} == {"affirmed"}


@pytest.mark.parametrize(
    "text",
    [
        "Taiwan is not part of China, its president said after the talks.",
        "The police reform is not part of the peace talks.",
    ],
)
def test_what_is_no_member_of_a_state_is_kept_out_of_no_talks(coder: Coder, text: str) -> None:
    assert not any(p.role == "excluded" for e in coder(text).events for p in e.participants)


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


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("The Sudan conference took place in Nairobi without the Sudanese government.", {"SDN"}),
        ("Talks on Chad opened in Tripoli without the country's rebels, who had not been asked.", {None}),
        ("Talks on Chad opened in Tripoli without observers.", set()),
        ("The two presidents met without their advisers.", set()),
        ("The talks were held without the blessing of Egypt.", set()),
    ],
)
def test_talks_without_somebody_known_leave_him_out(coder: Coder, text: str, out: set[str | None]) -> None:
    events = [e for e in coder(text, published="2002-07-03").events if e.type != "boycott"]
    assert {p.actor for e in events for p in e.participants if p.role == "excluded"} == out
    assert not any(
        p.role in ("party", "boycotting") and p.actor in ("EGY", "SDN") for e in events for p in e.participants
    )


def test_a_meeting_without_somebody_leaves_him_out_whatever_is_said_of_it(coder: Coder) -> None:
    found = roles(coder, "A meeting without Tehran and Cairo could not go far, Lavrov said.", "direct_negotiation")
    assert (found["IRN"], found["EGY"]) == ("excluded", "excluded")
