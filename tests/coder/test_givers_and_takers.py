"""Who gives and who gets, where the wording turns it round."""

from __future__ import annotations

import pytest
from casts import cast, told

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "trigger", "initiators", "recipients"),
    [
        ("Libya received ten patrol boats from Italy.", "received", {"ITA"}, {"LBY"}),
        ("The Libyan navy, which has received ten boats from Italy, stopped a ship.", "received", {"ITA"}, {"LBY"}),
        ("Niger has obtained two aircraft from Turkey.", "obtained", {"TUR"}, {"NER"}),
        ("Iraq sent food to Aleppo with the United Nations.", "sent", {"IRQ", "igo:un"}, None),
        ("The army advanced on Goma with the support of Rwanda.", "support", {"RWA"}, {None}),
        ("The rebels took Kidal with the backing of Wagner.", "backing", {"group:rus-wagner"}, {None}),
        ("Guyana declined a Venezuelan request for mediation by the United Nations.", "request", {"VEN"}, {"GUY", "igo:un"}),
        ("Libya joined Chad in the attack on the rebels.", "joined", {"LBY", "TCD"}, {None}),
        ("Libya was joined by Chad in the attack on the town.", "attack", {"LBY", "TCD"}, None),
        ("Peru joined the government of Ecuador in condemning Venezuela.", "joined", {"PER", "ECU"}, {"VEN"}),
    ],
)  # fmt: skip
def test_the_giver_acts(
    coder: Coder, text: str, trigger: str, initiators: set[str], recipients: set[str | None] | None
) -> None:
    found = cast(told(coder, text, trigger))
    assert found.get("initiator") == initiators
    assert found.get("recipient") == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Vietnam demanded the lifting of the US sanctions.", "demanded", {"USA"}),
        ("The rebels called for the withdrawal of Rwandan troops from Goma.", "called", {"RWA"}),
        ("Turkey threatened to recognise the two republics if Serbia moved.", "threatened", {"SRB"}),
        ("Togo protested to the United Nations over the Ghanaian raid.", "protested", {"GHA"}),
        ("Togo protested to the United Nations.", "protested", {"igo:un"}),
    ],
)
def test_of_whom_it_is_asked(coder: Coder, text: str, trigger: str, recipients: set[str]) -> None:
    assert cast(told(coder, text, trigger)).get("recipient") == recipients


def test_on_whose_side_somebody_fights_is_not_attacked(coder: Coder) -> None:
    event = told(
        coder, "Senegalese soldiers, who have fought on President Vieira's side, fired on the crowd.", "fought"
    )
    assert "recipient" not in cast(event)


def test_a_states_police_do_not_arrest_the_states_own(coder: Coder) -> None:
    assert "recipient" not in cast(told(coder, "Zimbabwean police arrested several of its leaders.", "arrested"))
