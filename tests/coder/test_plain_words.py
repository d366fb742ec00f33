"""What words plainly mean: warnings, departures, acceptances, ends of talks, threats to leave, refusals to mediate."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2024-05-03", outlet="Le Temps").events]


@pytest.mark.parametrize(
    "text",
    [
        "The World Food Programme warned of a famine in Sudan.",
        "Guterres warned that thousands had fled the fighting in Goma.",
        "Kerry cautioned that the region was close to a wider war.",
        "The UN warned that Sudan would face famine.",
        "The rebels warned that the truce would collapse if the army advanced.",
    ],
)
def test_who_warns_of_what_others_suffer_threatens_nobody(coder: Coder, text: str) -> None:
    assert "THREATEN" not in labels(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Russia warned that it would strike back.",
        "Iran warned of a crushing response.",
        "The army warned that any breach would be punished.",
        "NATO warned Milosevic that planes were ready.",
        "North Korea warned that South Korea would pay a heavy price.",
        "Israel warned that Lebanon would be turned into Gaza.",
    ],
)
def test_who_warns_of_his_own_act_threatens(coder: Coder, text: str) -> None:
    assert "THREATEN" in labels(coder, text)


def test_a_warning_against_something_is_a_request(coder: Coder) -> None:
    assert labels(coder, "Moscow warned Kyiv against a new offensive in Donbas.")[0] == "REQUEST"


@pytest.mark.parametrize(
    "text",
    [
        "The Hamas delegation left Cairo on Friday for consultations in Doha.",
        "The rebels left Geneva at the end of the talks.",
        "The Syrian delegation left Geneva on Friday when the round ended.",
        "Mbeki opened the session and left the room.",
    ],
)
def test_who_leaves_when_it_is_time_walks_out_of_nothing(coder: Coder, text: str) -> None:
    assert "walkout" not in labels(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels left the talks in protest at the shelling.",
        "The rebel delegation walked out when the round ended.",
        "The Serbian delegation left the talks at Rambouillet on Monday.",
    ],
)
def test_who_leaves_talks_walks_out(coder: Coder, text: str) -> None:
    assert "walkout" in labels(coder, text)


def test_who_would_leave_in_some_case_threatens_it(coder: Coder) -> None:
    assert labels(coder, "The rebels said they would walk out if Banda stayed on.") == ["exit_threatened"]
    assert labels(coder, "Jakarta, Alatas said, would walk out if Gusmao came.") == ["exit_threatened"]
    foreseen = "Analysts said the rebels would walk out if the army stayed."
    assert labels(coder, foreseen) == ["walkout"]


@pytest.mark.parametrize(
    "text",
    [
        "Islamic Jihad said it would respect any agreement that Hamas signed.",
        "The government said it would accept whatever the mediators proposed.",
    ],
)
def test_who_would_accept_rejects_nothing(coder: Coder, text: str) -> None:
    assert "agreement_rejected" not in labels(coder, text)


def test_who_would_not_respect_an_agreement_rejects_it(coder: Coder) -> None:
    assert labels(coder, "Hamas said it would not respect any agreement.") == ["agreement_rejected"]


@pytest.mark.parametrize("text", ["Ghana declined to mediate in Liberia.", "Uganda refused to mediate."])
def test_a_mediator_who_declines_turns_nobody_down(coder: Coder, text: str) -> None:
    (event,) = coder(text, published="2024-05-03").events
    assert (event.type, event.plover.event, event.polarity) == (None, "REJECT", "affirmed")


@pytest.mark.parametrize(
    "text", ["Armenia refused to let Turkey mediate.", "Khartoum refused to allow Kenya to mediate in Darfur."]
)
def test_who_lets_nobody_mediate_rejects_the_mediation(coder: Coder, text: str) -> None:
    assert labels(coder, text) == ["mediation_rejected"]


def test_an_offer_that_is_taken_back_is_not_made_again(coder: Coder) -> None:
    assert labels(coder, "Spain withdrew its offer to mediate between Venezuela and the opposition.") == ["REJECT"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Serbia and Kosovo ended talks in Brussels on Monday.", "direct_negotiation"),
        ("The parties ended four days of talks in Oslo.", "direct_negotiation"),
        ("Israel abruptly ended the negotiations in Cairo.", "talks_cancelled"),
        ("Trump ended the talks with the Taliban on Saturday.", "talks_cancelled"),
    ],
)
def test_sides_that_end_a_meeting_call_nothing_off(coder: Coder, text: str, label: str) -> None:
    assert labels(coder, text) == [label]


def test_the_plain_end_of_talks_is_no_collapse(coder: Coder) -> None:
    (event,) = coder("The Hamas team left Doha on Thursday after the talks ended.", published="2024-05-03").events
    assert (event.type, event.status) == ("direct_negotiation", "held")


def test_who_was_denied_a_meeting_was_refused_one(coder: Coder) -> None:
    (event,) = coder("Tsvangirai was denied a meeting with Mugabe.", published="2009-05-03").events
    assert (event.type, event.status, event.polarity) == ("talks_refused", "held", "affirmed")
    assert "initiator" not in {p.role for p in event.participants if p.name == "Morgan Tsvangirai"}
    events = coder("Israel denied the meeting had taken place.", published="2009-05-03").events
    assert [e.status for e in events] == ["denied"]


def test_what_is_accepted_or_extended_must_be_talks_or_a_truce(coder: Coder) -> None:
    assert "talks_agreed" not in labels(coder, "Annan accepted the decision.")
    assert labels(coder, "Assad accepted the offer of talks.")[0] == "talks_agreed"
    assert "ceasefire_extended" not in labels(coder, "The inter-Tajik talks were extended by two days.")
    assert labels(coder, "The truce was extended by two days.") == ["ceasefire_extended"]


def test_a_court_that_condemns_to_death_accuses_nobody(coder: Coder) -> None:
    assert "ACCUSE" not in labels(coder, "The court condemned three rebels to death.")
    assert labels(coder, "The Kremlin condemned the strikes.") == ["ACCUSE"]
