"""Plain acts that their verb tells otherwise than the first label."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def types(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2005-03-10", outlet="Le Temps").events]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Tehran promised to retaliate for the raid.", "THREATEN"),
        ("Dozens of soldiers and policemen deserted to Colombia.", "RETREAT"),
        ("The rebels captured three quarters of Zaire.", "ASSAULT"),
        ("The rebels captured three soldiers.", "COERCE"),
        ("The minister summoned the ambassadors of five countries to tell them of the plan.", "CONSULT"),
        ("Qatari and Egyptian mediators intervened after the shooting.", "good_offices_contact"),
        ("The president came under fire from both parties.", "ACCUSE"),
        ("The president refuses to go.", "REJECT"),
        ("London said it would not abandon its search for a settlement in Cyprus.", "AGREE"),
        ("Pakistan would not abandon its mediation between Iran and Saudi Arabia.", "AGREE"),
        ("Qatar abandoned its mediation.", "mediation_halted"),
        ("The prime minister announced that he would step down once a council had been formed.", "RETREAT"),
        ("The junta declined to shake hands with the envoy.", "REJECT"),
        ("The president invited the rebels to lay down their arms.", "REQUEST"),
        ("The rebels' Radio Veritas claimed responsibility.", "ASSAULT"),
    ],
)
def test_verb_and_object_tell_the_act(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_
