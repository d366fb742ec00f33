"""Two words of one kind of event tell one act by what stands between them; two acts of one kind stay two."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str]:
    """Types (or PLOVER categories) of the events of a text, in order."""
    return [e.type or e.plover.event for e in coder(text, published="1998-05-14", outlet="Example Post").events]


ONE_ACT = [
    ("The two sides failed, however, to agree on the status of the region.", "agreement_announced"),
    ("The envoys tried for three days in Nairobi to talk the president and his rivals into a unity government.", "mediated_talks"),
    ("Neighbouring Senegal denied that it had offered to host the meeting in Dakar.", "venue_offered"),
    ("Saudi Arabia handed Qatar a list of 13 demands.", "REQUEST"),
    ("Iran was kept out of the meeting at the insistence of Saudi Arabia.", "participant_vetoed"),
    ("Taiwan dispatched a frigate to patrol the strait.", "MOBILIZE"),
    ("Kenya again called on Garang and Bashir to come to the capital for a dialogue.", "talks_called_for"),
    ("The talks, chaired by Oman, brought together the government and the rebels.", "mediated_talks"),
    ("The warlord was barred from the talks because he had no invitation.", "exclusion_declared"),
    ("Choe lashed out at the vice president, calling him a political dummy over the talks.", "ACCUSE"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label"), ONE_ACT, ids=[text[:40] for text, _ in ONE_ACT])
def test_what_tells_the_same_again_is_no_second_event(coder: Coder, text: str, label: str) -> None:
    assert labels(coder, text) == [label]


def test_a_request_taken_up_by_a_noun_is_one(coder: Coder) -> None:
    found = labels(coder, "Russia asked the watchdog for a joint investigation, a request that Britain refused.")
    assert found.count("REQUEST") == 1


TWO_ACTS = [
    ("Rebels shelled the port of Mitla and ambushed a convoy near Aden.", "ASSAULT"),
    ("Egypt called on Israel to free the prisoners, and Israel called on Hamas to return its soldier.", "REQUEST"),
]


@pytest.mark.parametrize(("text", "label"), TWO_ACTS, ids=[text[:40] for text, _ in TWO_ACTS])
def test_two_acts_of_one_kind_stay_two(coder: Coder, text: str, label: str) -> None:
    assert labels(coder, text) == [label, label]
