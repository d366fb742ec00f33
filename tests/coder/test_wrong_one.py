"""Who is not meant by words that keep somebody out, or by which somebody stays away."""

from __future__ import annotations

import pytest
from casts import actors, told

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "trigger", "out"),
    [
        ("The talks opened. Kenya chairs IGAD, but the bloc itself had no hand in the deal.", "had", ["igo:igad"]),
        ("The peace talks opened. We could not get the Polisario delegation here, UN envoy Horst Koehler said.", "could not get",
         ["group:esh-polisario"]),
        ("M23 was kept out of the Luanda process, in which Rwanda dealt with Angola, and was excluded from the Nairobi process.",
         "excluded", ["group:cod-m23"]),
        ("The talks would fail as long as the Afghans themselves were kept out of the room.", "kept", ["AFG"]),
        ("The mediators met in Paris without inviting Egypt, Jordan or Israel.", "inviting", ["EGY", "ISR", "JOR"]),
        ("Hamas was not asked to the talks, and its leader signed the accord in silence.", "signed", []),
        ("The faction of Chad was barred from the talks and later admitted.", "admitted", []),
        ("The truce was signed by Chad and Sudan, but not by Egypt.", "signed", []),
        ("The Syrian peace talks opened on Friday with only the government in the building.", "peace talks", []),
        ("The talks of the Libyans ended in Tunis without a new government.", "talks", []),
        ("The contacts between Manila and the rebels went on without the public's knowledge.", "contacts", []),
        ("The United States, which negotiated with the Taliban in Doha while Kabul was kept out, sent an envoy to the conference.",
         "negotiated", ["AFG"]),
        ("The United States, which negotiated with the Taliban in Doha while Kabul was kept out, sent an envoy to the conference.",
         "sent", []),
        ("The rebels at first refused to sit with the delegates of Chad, and the talks were delayed twice.", "delayed", []),
    ],
)  # fmt: skip
def test_only_those_are_kept_out_of_whom_it_is_told(coder: Coder, text: str, trigger: str, out: list[str]) -> None:
    events = coder(text, published="2023-03-10", outlet="Example Post").events
    found = [e for e in events if trigger in e.evidence.trigger.text]
    assert all(sorted(p.actor or "" for p in e.participants if p.role == "excluded") == out for e in found)
    assert found or not out


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Savimbi, the UNITA leader, boycotted Lusaka.", ["group:ago-unita"]),
        (
            "The talks between Sihanouk and Hun Sen in Paris were boycotted by the Khmer Rouge.",
            ["group:khm-khmer-rouge"],
        ),
        ("Netanyahu will have to talk to Abbas, whose conference he boycotted in June.", ["ISR"]),
    ],
)
def test_who_is_stayed_away_from_boycotts_nothing(coder: Coder, text: str, who: list[str]) -> None:
    event = next(e for e in coder(text, published="1989-06-10").events if e.type == "boycott")
    assert actors(event, "boycotting") == who


def test_a_boycott_of_somebody_is_a_refusal_to_deal_with_him(coder: Coder) -> None:
    event = told(coder, "The report said that the boycott of Hamas by the Quartet had been a mistake.", "boycott")
    assert event.type == "talks_refused"
    assert actors(event, "recipient") == ["group:pse-hamas"]


def test_who_stays_out_at_anothers_request_is_vetoed(coder: Coder) -> None:
    event = told(coder, "The African Union stayed out of the talks at the request of the Polisario.", "stayed")
    assert event.type == "participant_vetoed"
    assert actors(event, "excluded") == ["igo:african-union"]
    assert actors(event, "initiator") == ["group:esh-polisario"]
