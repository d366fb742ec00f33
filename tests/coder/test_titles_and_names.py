"""Titles that the parser tears from their names, titles without a country, and short names of organs."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def actors(coder: Coder, text: str, published: str) -> list[tuple[str, str | None]]:
    """Roles and actors, or names of the unknown, of the last event."""
    return [(p.role, p.actor or p.name) for p in coder(text, published=published).events[-1].participants]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Deputy Prime Minister and Foreign Minister Ishaq Dar met Taliban leaders in Kabul.", ["PAK", "group:afg-taliban"]),
        ("Qatar's Prime Minister and Minister of Foreign Affairs Sheikh Mohammed bin Abdulrahman Al Thani met Hamas leaders.",
         ["QAT", "group:pse-hamas"]),
        ("The Prime Minister and Foreign Minister Ishaq Dar met Taliban leaders.", ["Prime Minister", "PAK", "group:afg-taliban"]),
        ("President Ruto and Prime Minister Abiy Ahmed met Taliban leaders.", ["KEN", "ETH", "group:afg-taliban"]),
    ],
)  # fmt: skip
def test_two_titles_before_one_name_are_one_person(coder: Coder, text: str, people: list[str]) -> None:
    assert [actor for _, actor in actors(coder, text, "2024-07-03")] == people


def test_a_title_beside_another_name_is_no_actor_of_its_own(coder: Coder) -> None:
    text = "Austin and Secretary of State Antony Blinken accused Russia of breaking the truce."
    assert actors(coder, text, "2022-07-03") == [("initiator", "USA"), ("recipient", "RUS")]


@pytest.mark.parametrize(
    ("text", "published", "first"),
    [
        ("Foreign Secretary Francis Pym rejected the ceasefire.", "1982-05-03", "GBR"),
        ("Foreign Secretary Adil Noor of Pakistan rejected the ceasefire.", "1982-05-03", "PAK"),
        ("Secretary of State William Ames rejected the ceasefire.", "1955-05-03", "USA"),
        ("Rep. Ann Lowry rejected the ceasefire.", "2022-05-03", "gov:usa-congress"),
        ("The Obama administration rejected the ceasefire.", "2022-05-03", "USA"),
        ("Oromia's regional government rejected the ceasefire.", "2022-05-03", "Oromia's regional government"),
        ("The Kurdistan Regional Government rejected the ceasefire.", "2022-05-03", "group:irq-krg"),
        ("The IRA rejected the ceasefire.", "2006-05-03", "group:gbr-ira"),
        ("Mr Paris rejected the ceasefire.", "2006-05-03", "Mr Paris"),
    ],
)  # fmt: skip
def test_whom_a_title_or_short_name_means(coder: Coder, text: str, published: str, first: str) -> None:
    assert actors(coder, text, published)[0][1] == first


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The GCC Ministerial Council met in Riyadh. The Council called for a ceasefire in Yemen.", "igo:gcc"),
        ("The AU Peace and Security Council met. The Council called for a ceasefire in Sudan.", "igo:au-peace-and-security-council"),
        ("ECOWAS leaders met in Abuja. The Council called for a ceasefire in Mali.", "Council"),
    ],
)  # fmt: skip
def test_the_council_is_the_organ_named_last(coder: Coder, text: str, actor: str) -> None:
    assert actors(coder, text, "2023-07-03")[0] == ("initiator", actor)


def test_elders_without_the_article_are_no_organisation(coder: Coder) -> None:
    for begin, actor in (("Elders", "Elders"), ("The Elders", "org:elders")):
        found = actors(coder, f"{begin} mediated a truce between the clans in Somalia.", "2023-07-03")
        assert found[0] == ("broker", actor)


def test_a_title_in_capitals_speaks_by_the_name_behind_it(coder: Coder) -> None:
    text = (
        "The Special Envoy of the Secretary-General for Yemen, Hans Grundberg, told reporters that the truce had ended."
    )
    assert coder(text, published="2023-07-03").events[0].attribution[-1].speaker == "Hans Grundberg"
