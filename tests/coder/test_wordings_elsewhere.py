"""Wordings of exclusion, withdrawal and mediation that tell of something else where they are about something else."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def types(coder: Coder, text: str) -> list[str | None]:
    return [e.type for e in coder(text, published="1998-07-03").events]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Serbia blocked Kosovo's bid to join Interpol.", "participant_vetoed"),
        ("The deal gives Iran no say in the choice of inspectors.", "exclusion_declared"),
        ("Bulgaria awaited an invitation to open accession talks with the EU.", "exclusion_declared"),
        ("Rebels were told they could not join the army under the accord.", "exclusion_declared"),
        ("The president asked the police to leave the hall.", "participant_vetoed"),
        ("The army moved out of its barracks in Conakry and seized the radio.", "withdrawal_or_disengagement"),
        ("British troops marched out of their barracks in Basra.", "walkout"),
        ("Hamas refused to accept the Quartet's conditions.", "mediation_rejected"),
    ],
)
def test_a_wording_that_is_about_something_else(coder: Coder, text: str, label: str) -> None:
    assert label not in types(coder, text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Kenya blocked Sudan's request to attend the summit.", "participant_vetoed"),
        ("The deal gave the Kurds no say in the peace process.", "exclusion_declared"),
        ("Syria is still waiting for an invitation to the talks.", "exclusion_declared"),
        ("The mediator asked the Chadian delegate to leave the room.", "participant_vetoed"),
        ("Kenyan battalions rolled out of Kismayo.", "withdrawal_or_disengagement"),
        ("Hamas refuses to recognise the Quartet.", "mediation_rejected"),
    ],
)
def test_the_same_wording_about_talks(coder: Coder, text: str, label: str) -> None:
    assert label in types(coder, text)
