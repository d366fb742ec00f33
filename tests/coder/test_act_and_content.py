"""An act and what it consists of are one event: what is threatened, asked for, ordered or refused, the text that is signed, the deadly attack."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str]:
    """Types (or PLOVER categories) of the events of a text, in order."""
    return [e.type or e.plover.event for e in coder(text, published="1998-05-14", outlet="Example Post").events]


ONE_ACT = [
    ("The rebels threatened to storm the port of Kisumu.", "THREATEN"),
    ("The Council threatened sanctions against Serbia.", "THREATEN"),
    ("Ethiopia vowed to bomb the camps if Eritrea did not pull back.", "THREATEN"),
    ("Kenya warned Somalia that its army would seize the border town.", "THREATEN"),
    ("The mediator urged the army to extend the truce by a week.", "ceasefire_called_for"),
    ("Peru demanded that Ecuador withdraw its troops from the valley.", "REQUEST"),
    ("The Security Council called on Iraq to free the hostages.", "REQUEST"),
    ("Savimbi refused to put his signature to the accord.", "agreement_rejected"),
    ("Habyarimana turned down an invitation to Arusha.", "invitation_declined"),
    ("The government and the rebels signed a ceasefire in Bamako on Friday.", "agreement_signed"),
    ("The delegation left without signing the joint statement.", "agreement_signed"),
    ("The two sides agreed to resume talks in Nairobi next week.", "talks_agreed"),
    ("The president ordered the army to bomb rebel camps.", "ASSAULT"),
    ("Rebels killed 12 civilians in an attack on a village in northern Uganda.", "ASSAULT"),
    ("Twelve soldiers were killed when guerrillas attacked an army convoy near Gulu.", "ASSAULT"),
    ("Rockets fired by the guerrillas killed five villagers.", "ASSAULT"),
    ("The envoy described the deal as an important step towards peace.", "endorsement"),
    ("He said he would sign only if he was given the presidency.", "precondition_set"),
    ("A ceasefire mediated by Angola came into force on Tuesday.", "ceasefire_effective"),
]


@pytest.mark.parametrize(("text", "label"), ONE_ACT, ids=[text[:40] for text, _ in ONE_ACT])
def test_an_act_and_its_content_are_one_event(coder: Coder, text: str, label: str) -> None:
    assert labels(coder, text) == [label]


TWO_ACTS = [
    ("Kenya's offer of talks was turned down by the rebels.", {"mediation_rejected", "talks_proposed"}),
    ("The rebels shelled the port, and the army bombed their camps.", {"ASSAULT"}),
    ("Uganda threatened Rwanda and arrested three of its officers.", {"THREATEN", "COERCE"}),
]


@pytest.mark.parametrize(("text", "wanted"), TWO_ACTS, ids=[text[:40] for text, _ in TWO_ACTS])
def test_two_acts_joined_stay_two(coder: Coder, text: str, wanted: set[str]) -> None:
    found = labels(coder, text)
    assert len(found) == 2
    assert set(found) == wanted


def test_who_mediated_the_talks_is_told_on_them_once(coder: Coder) -> None:
    events = coder("The talks, which were mediated by Kenya, ended on Friday.", published="1998-05-14").events
    assert [e.type for e in events] == ["mediated_talks"]
    assert [p.actor for p in events[0].participants if p.role == "mediator"] == ["KEN"]
