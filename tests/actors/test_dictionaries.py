"""Dictionaries are asked after the tables: who wins, which code counts at a date, and what stays unknown."""

from pathlib import Path

import pytest

from dragoman.actors import Knowledge, load
from dragoman.actors.dictionaries import code_at
from dragoman.actors.petrarch import DatedCode

SMALL = Path(__file__).parent / "small"
ACTORS = """\
ILSE_MARKOV_
+I._MARKOV
    [SYRGOV 980101-041231]
    [SYRELI >050101]
HILL_GUARD_ [YEMREB]
RIVER_TRADING_CO. [MNCFRA]
LAKE_LEAGUE_ [IGOARL]
ASSAD_ [USAGOV]
MORNING_MIST_ [---]
HERON_BROTHERHOOD_ [TURREB 800101-891231]
"""
AGENTS = """\
PORTER [~LAB]
BOATMAN {BOATMEN} [~BUS]
ENVOY [~CRM]
RAIDER [~REB]
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = tmp_path_factory.mktemp("dictionaries")
    (folder / "m.actors.txt").write_text(ACTORS)
    (folder / "m.agents.txt").write_text(AGENTS)
    return load(SMALL, extra=[folder])


def test_a_name_that_only_the_dictionary_has_is_answered_with_its_line_and_code(both: Knowledge) -> None:
    found = both.resolve("the Hill Guard")
    assert (found.actor, found.actor_type, found.country, found.sector) == (
        "group:yem-hill-guard", "armed_group", "YEM", "REB",
    )  # fmt: skip
    assert found.why == "m.actors.txt, line 5: [YEMREB]"


def test_the_tables_win_over_the_dictionary(both: Knowledge, small: Knowledge) -> None:
    assert both.resolve("Assad", published="2014-05-01") == small.resolve("Assad", published="2014-05-01")
    assert both.resolve("the Syrian envoy") == small.resolve("the Syrian envoy")


def test_whatever_the_tables_answer_stays_as_it_was(both: Knowledge, small: Knowledge) -> None:
    phrases = [
        "Syrian rebels",
        "the Houthis",
        "John Kerry",
        "Russian officials",
        "UN envoy",
        "he",
        "Georgia",
        "the M23",
    ]
    for phrase in phrases:
        assert both.resolve(phrase, published="2015-01-01") == small.resolve(phrase, published="2015-01-01")


@pytest.mark.parametrize(
    ("published", "actor", "sector"),
    [("1999-06-01", "SYR", "GOV"), ("2006-06-01", None, "ELI"), ("1990-01-01", None, None), (None, None, "ELI")],
)
def test_a_code_counts_at_its_dates_only(
    both: Knowledge, published: str | None, actor: str | None, sector: str | None
) -> None:
    found = both.resolve("Ilse Markov", published=published)
    assert (found.actor, found.sector) == (actor, sector)


def test_out_of_its_dates_a_name_means_nobody_and_the_reason_is_told(both: Knowledge) -> None:
    found = both.resolve("Heron Brotherhood", published="2001")
    assert found.actor is None
    assert "no code at the date" in found.why


def test_a_code_of_dashes_says_that_no_actor_is_meant(both: Knowledge) -> None:
    found = both.resolve("Morning Mist")
    assert found.actor is None and found.sector is None
    assert "names no actor" in found.why


def test_an_organisation_of_the_tables_is_reached_by_its_code(both: Knowledge) -> None:
    assert both.resolve("the Lake League").actor == "igo:arab-league"


def test_firms_are_actors_of_their_own(both: Knowledge) -> None:
    found = both.resolve("River Trading Co.")
    assert (found.actor, found.country, found.sector) == ("org:fra-river-trading-co", "FRA", "MNC")


def test_a_name_after_a_title_is_found_and_one_within_another_phrase_is_not(both: Knowledge) -> None:
    assert both.resolve("commentator Ilse Markov", published="1999").actor == "SYR"
    assert both.resolve("a cousin of Ilse Markov", published="1999").actor is None


def test_an_agent_noun_gives_the_sort_and_its_modifier_the_country(both: Knowledge) -> None:
    alone = both.resolve("three boatmen")
    assert (alone.actor, alone.sector) == (None, "BUS")
    beside = both.resolve("Turkish porters")
    assert (beside.country, beside.sector) == ("TUR", "LAB")
    assert both.resolve("Syrian raiders").sector == "REB"


def test_in_lower_case_a_name_is_no_name(both: Knowledge) -> None:
    assert both.resolve("the hill guard").actor is None
    assert both.match("a hill guard slept") == []


def test_names_are_found_in_a_text_where_the_tables_have_none(both: Knowledge) -> None:
    text = "Bashar al-Assad received Ilse Markov and the Hill Guard."
    found = both.match(text)
    assert [(m.text, m.kinds[0]) for m in found] == [
        ("Bashar al-Assad", "person"), ("Ilse Markov", "person"), ("Hill Guard", "group"),
    ]  # fmt: skip
    assert all(text[m.start : m.end] == m.text for m in found)


def test_two_entries_of_one_name_share_it_and_what_can_never_count_is_listed(tmp_path: Path) -> None:
    text = (
        "OTTO_REED_\n\t[FRAGOV 900101-991231]\nOTTO_REED_\n\t[TURGOV 000101-091231]\nX_CLUB [FRABUS]\nX_CLUB [TURBUS]\n"
    )
    (tmp_path / "m.actors.txt").write_text(text)
    (tmp_path / "m.agents.txt").write_text("PORTER [~LAB]\nPORTER [~BUS]\n")
    known = load(SMALL, extra=[tmp_path])
    assert known.resolve("Otto Reed", published="1995").actor == "FRA"
    assert known.resolve("Otto Reed", published="2005").actor == "TUR"
    assert known.dictionaries is not None
    assert [(each.line, each.text) for each in known.dictionaries.lost] == [
        (6, "X CLUB"), (2, "porter"), (2, "porters"),
    ]  # fmt: skip


def test_without_a_date_the_undated_code_counts_else_the_last() -> None:
    early, late, open_ = DatedCode("A", "1990-01-01", "1991-01-01"), DatedCode("B", "1995-01-01", ""), DatedCode("C")
    assert code_at([early, late, open_], None) == open_
    assert code_at([early, late], None) == late
    assert code_at([early, open_], "1990-06") == early
    assert code_at([early, open_], "1993") == open_
    assert code_at([early, late], "1993") is None
    assert code_at([early], "1990") == early
