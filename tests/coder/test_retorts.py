"""What others answer to a statement is told by the article, and the statement by whoever made it (codebook 1.4, R15)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def event(coder: Coder, text: str, word: str) -> EventMention:
    found = [
        e for e in coder(text, published="2019-10-16", outlet="AP").events if word in e.evidence.trigger.text.split()
    ]
    assert found, text
    return found[0]


def speakers(coder: Coder, text: str, word: str) -> list[str | None]:
    return [step.speaker for step in event(coder, text, word).attribution[1:]]


@pytest.mark.parametrize(
    ("text", "said", "by", "answer"),
    [
        ("UN experts have alleged that Rwanda backs the M23, a charge Kigali denies.", "backs", "UN experts", "denies"),
        ("Kenya's ministry said that Chadian troops attacked a town, a charge that Chad has rejected.", "attacked", "Kenya's ministry", "rejected"),
        ("According to Chad, Kenyan troops shelled a village, an allegation Nairobi denied.", "shelled", "Chad", "denied"),
        ("Uganda said that Kenya had armed the rebels, something the foreign minister, Monica Juma, denied.", "armed", "Uganda", "denied"),
        ("Uganda has said Kenya armed the rebels, which Nairobi denies.", "armed", "Uganda", "denies"),
    ],
)  # fmt: skip
def test_who_denies_a_charge_does_not_make_it_and_is_not_quoted(
    coder: Coder, text: str, said: str, by: str, answer: str
) -> None:
    assert speakers(coder, text, said) == [by]
    assert speakers(coder, text, answer) == []


def test_what_one_says_and_another_denies_behind_a_comma_is_contested(coder: Coder) -> None:
    text = "Uganda claimed that Kenya had agreed to withdraw, a claim Kenya denied."
    assert event(coder, text, "withdraw").status == "contested"


def test_what_a_statement_draws_from_others_is_the_articles_own(coder: Coder) -> None:
    text = (
        "The minister said the army had shelled the camp, a statement which drew condemnation from the United Nations."
    )
    assert speakers(coder, text, "shelled") == ["minister"]
    assert speakers(coder, text, "condemnation") == []


@pytest.mark.parametrize(
    ("text", "word", "by"),
    [
        ("Uganda said the rebels had signed a plan which Kenya rejected.", "rejected", ["Uganda"]),
        ("Kenya denied that it had asked for talks.", "asked", ["Kenya"]),
        ("Kenya, which denies arming the rebels, said Uganda had bombed a camp.", "bombed", ["Kenya"]),
    ],
)
def test_a_refusal_that_is_told_or_a_denial_that_tells_stays_with_its_speaker(
    coder: Coder, text: str, word: str, by: list[str]
) -> None:
    assert speakers(coder, text, word) == by


def test_who_else_claimed_it_says_nothing_of_the_clause_behind(coder: Coder) -> None:
    text = (
        "A Taliban spokesman denied that an agreement had been reached, as two Western diplomats had claimed, "
        "and said that talks with Kabul were out of the question."
    )
    assert speakers(coder, text, "agreement") == ["Taliban spokesman", "two Western diplomats"]
    assert speakers(coder, text, "question") == ["Taliban spokesman"]


def test_a_relative_clause_beside_what_is_said_is_the_articles_own(coder: Coder) -> None:
    text = (
        "Speaking at a meeting on Friday, to which the rebels were not invited, the envoy said the talks had collapsed."
    )
    assert speakers(coder, text, "invited") == []
    assert speakers(coder, text, "collapsed") == ["envoy"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Sudanese Doctors Network said the RSF had bombed a town.", "Sudanese Doctors Network"),
        ("Israel's Channel 12 said the army had bombed a town.", "Israel's Channel 12"),
        ("The army had bombed a town, said Barbara Slavin of the Atlantic Council.", "Barbara Slavin"),
        ("A spokesman for the rebels said the army had bombed a town.", "spokesman for the rebels"),
    ],
)
def test_a_speaker_is_called_by_his_whole_name_without_the_day_or_the_body_behind_it(
    coder: Coder, text: str, by: str
) -> None:
    assert speakers(coder, text, "bombed") == [by]


def test_the_day_before_a_medium_is_no_part_of_its_name_nor_its_seat_where_it_happens(coder: Coder) -> None:
    text = "On Friday state television in Niamey reported that France had deployed troops."
    assert speakers(coder, text, "deployed") == ["state television in Niamey"]
    assert event(coder, text, "deployed").venue is None


def test_who_is_quoted_stands_behind_the_agency_wherever_the_quoting_is_told(coder: Coder) -> None:
    text = "Iraq rejected the mediation, the official INA news agency said, quoting Tareq Aziz."
    assert speakers(coder, text, "rejected") == ["Iraqi News Agency", "Tareq Aziz"]
