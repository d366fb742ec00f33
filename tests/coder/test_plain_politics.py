"""Acts between states in words of peacemaking, strikes and riots, and what stands alone in a sentence."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2005-03-10", outlet="Le Temps").events]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya vetoed Uganda's membership.",
        "Russia opposed Georgia's candidacy.",
        "Kenya cancelled a visit to Uganda.",
        "Peru rejected an offer of help from Chile.",
    ],
)
def test_a_veto_or_a_visit_called_off_between_states_is_a_rejection(coder: Coder, text: str) -> None:
    assert labels(coder, text) == ["REJECT"]


@pytest.mark.parametrize(
    "text",
    ["The singer cancelled a tour of Kenya.", "Kenya cancelled talks with Uganda.", "The board vetoed his membership."],
)
def test_a_tour_a_club_or_talks_called_off_are_no_rejection_of_a_state(coder: Coder, text: str) -> None:
    assert "REJECT" not in labels(coder, text)


def test_help_is_no_mediation_and_an_offer_to_mediate_is(coder: Coder) -> None:
    assert labels(coder, "Peru accepted an offer of help from Chile.") == ["AGREE"]
    assert "mediation_accepted" in labels(coder, "Peru accepted an offer of mediation from Chile.")
    assert labels(coder, "Kenya asked Uganda for help with the search.") == ["REQUEST"]
    assert labels(coder, "Chad asked Libya for help in ending the conflict.") == ["mediation_requested"]


@pytest.mark.parametrize(
    "text",
    [
        "Teachers in Nairobi went on strike for higher wages.",
        "Dockers in Mombasa downed tools on Monday.",
        "Kenyan nurses staged a walkout.",
        "Kenyan miners struck for higher pay.",
        "A general strike paralysed Dhaka.",
        "Riots broke out in Paris.",
        "Taxi drivers brought Lagos to a standstill.",
        "Iranian students boycotted classes.",
        "Truckers blockaded the port of Piraeus.",
        "A monk set himself on fire in Lhasa.",
    ],
)
def test_strikes_and_riots_are_protests(coder: Coder, text: str) -> None:
    assert labels(coder, text) == ["PROTEST"]


@pytest.mark.parametrize(
    "text",
    [
        "Workers in Nairobi did not go on strike.",
        "Unions in Kenya threatened to go on strike.",
        "The union and the company resumed talks on wages.",
        "The strike on the airport killed three soldiers.",
        "Riot police stormed the square.",
        "Kenyan troops occupied Kampala.",
        "He set himself a goal.",
    ],
)
def test_a_strike_that_is_none_and_an_attack_are_no_protest(coder: Coder, text: str) -> None:
    assert "PROTEST" not in labels(coder, text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Kenya bought tanks from Ukraine.", "COOPERATE"),
        ("Uganda sold rifles to Kenya.", "AID"),
        ("Kenya cancelled Uganda's debts.", "AID"),
        ("Chad paid a ransom to the rebels.", "CONCEDE"),
        ("Kenya extradited 14 smugglers to Uganda.", "COOPERATE"),
        ("Kenya took Uganda to the World Court.", "ACCUSE"),
        ("Israeli jets entered Lebanese airspace.", "MOBILIZE"),
        ("Police searched the house of the opposition leader.", "COERCE"),
        ("Kenyan ministers closed ranks behind the president.", "SUPPORT"),
        ("Iran shrugged off a deadline to freeze enrichment.", "REJECT"),
        ("Kenya scaled back its forces in Uganda.", "withdrawal_or_disengagement"),
    ],
)
def test_plain_acts_have_the_category_of_their_verb_and_object(coder: Coder, text: str, label: str) -> None:
    assert labels(coder, text) == [label]


@pytest.mark.parametrize(
    "text",
    ["The bank wrote off its loans.", "The farmer bought seeds from Kenya.", "A passenger plane entered Kenyan airspace.",
     "Shares shrugged off the news.", "The Beatles disbanded in 1970."],
)  # fmt: skip
def test_business_and_daily_life_are_no_events(coder: Coder, text: str) -> None:
    assert labels(coder, text) == []
