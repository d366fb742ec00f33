"""What retells history is told apart from what is news (codebook 1.3)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("Norway brokered the accords of 1993.", True),
        ("Egypt and Israel signed the 1979 peace treaty.", True),
        ("The rebels and the army signed a ceasefire agreement in March 2014.", True),
        ("The rebels and the army signed a ceasefire agreement on Monday.", False),
        ("The rebels and the army signed a ceasefire agreement in March 2019.", False),
        ("The rebels and the army will meet in Oslo in May 2020.", False),
    ],
)
def test_what_lies_more_than_a_year_back_is_background(coder: Coder, text: str, background: bool) -> None:
    events = coder(text, published="2020-01-07").events
    assert events and {e.background for e in events} == {background}


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("Decades ago, Chile and Argentina signed a treaty on the Beagle Channel.", True),
        ("A generation ago, Chile and Argentina signed a treaty on the Beagle Channel.", True),
        ("During the Cold War, Washington and Moscow held talks in Vienna.", True),
        ("Two weeks ago, Chile and Argentina signed a treaty on the Beagle Channel.", False),
        ("Washington and Moscow held talks in Vienna on the archives of the Cold War.", False),
    ],
)
def test_times_that_are_over_are_history_whatever_the_day_of_publication(
    coder: Coder, text: str, background: bool
) -> None:
    for published in ("2020-01-07", None):
        events = coder(text, published=published).events
        assert events and {e.background for e in events} == {background}


def test_without_a_day_of_publication_nothing_is_background(coder: Coder) -> None:
    assert not any(e.background for e in coder("Norway brokered the accords of 1993.").events)
