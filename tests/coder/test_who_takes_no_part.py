"""Who stands in a sentence and takes no part in its event, or another than the words beside suggest."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def parts(coder: Coder, text: str, type: str) -> set[tuple[str, str]]:
    """Roles with codes, or words, of those who take part in the events of a type."""
    events = [e for e in coder(text, published="1996-07-03").events if e.type == type]
    assert events, f"no {type} in {text!r}"
    return {(p.role, p.actor or (p.mention.text if p.mention else "")) for e in events for p in e.participants}


@pytest.mark.parametrize(
    ("text", "type", "out"),
    [
        ("Russia's ambassador to Turkey mediated between the two sides.", "mediated_talks", "TUR"),
        ("Jean Arnault, a French diplomat, mediated the talks in Guatemala.", "mediated_talks", "FRA"),
    ],
)
def test_where_somebody_is_sent_and_where_he_comes_from_take_no_part(
    coder: Coder, text: str, type: str, out: str
) -> None:
    found = parts(coder, text, type)
    assert found
    assert out not in {actor for _, actor in found}


def test_a_gathering_takes_no_part_in_what_happens_at_its_margin(coder: Coder) -> None:
    text = "The Indian and Pakistani foreign ministers met on the fringes of the U.N. General Assembly."
    actors = {p.actor for e in coder(text, published="1996-07-03").events for p in e.participants}
    assert actors == {"IND", "PAK"}


def test_who_leads_a_delegation_is_of_its_side(coder: Coder) -> None:
    text = "The Tamil delegation at the talks was led by Anton Balasingham."
    assert ("party", "group:lka-ltte") in parts(coder, text, "direct_negotiation")


def test_the_subject_of_the_clause_beside_boycotts_nothing(coder: Coder) -> None:
    text = "The largest Tutsi party stayed away from the talks and Hutu rebels said they had not been asked."
    assert parts(coder, text, "boycott") == {("boycotting", "largest Tutsi party")}


@pytest.mark.parametrize(
    ("text", "type", "makes", "answers"),
    [
        ("Sudan rejected an offer of mediation by Kenya.", "mediation_offered", "KEN", "SDN"),
        ("Syria accepted an invitation from Russia to talks in Moscow.", "invitation_issued", "RUS", "SYR"),
    ],
)
def test_who_answers_an_offer_did_not_make_it(coder: Coder, text: str, type: str, makes: str, answers: str) -> None:
    assert parts(coder, text, type) == {("initiator", makes), ("recipient", answers)}
