"""A title that stands for the name behind it, whose bearer the tables do not know."""

from __future__ import annotations

from dragoman.coder import Coder


def test_a_title_beside_an_unknown_name_behind_another_title_is_read_once(coder: Coder) -> None:
    """Parsers join "Oil Minister" to the name before it and put its own name beside it; the one stood for the other without end."""
    coded = coder(
        "Russian Energy Minister Alexander Novak and UAE's Oil Minister Suhail Mohamed Al Mazrouei and OPEC Secretary General"
        " Mohammad Barkindo attend an Opec meeting in Vienna on December 7, 2018.",
        published="2018-12-08",
    )
    assert {"RUS", "ARE", "igo:opec"} <= {p.actor for event in coded.events for p in event.participants}
