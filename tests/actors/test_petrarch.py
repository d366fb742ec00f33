"""Dictionaries in PETRARCH's form: what is read, what is lost and why, and what a code means."""

import os
from collections import Counter
from pathlib import Path

import pytest

from dragoman.actors import load
from dragoman.actors.cameo import ETHNIC, meaning
from dragoman.actors.petrarch import Agent, DatedCode, Dictionary, read_actors, read_agents, read_folder

ACTORS = """\
# an invented country
MERANIA_ [MER]
+MERANIAN_ ; its adjective
ANNA_BERG_    ; CountryInfo
+ANNA_M._BERG
    [MERGOV 890101-910201]
    [MEROPP >19990301] [MERELI]
LAKE_ALLIANCE_
LAKE_LEAGUE_
    [MERREB <061231]
"""
AGENTS = """\
!PERSON! = MAN, MEN, WOMAN
FERRY!PERSON! [~BUS]
HARBOUR_PATROL {} [~COP]
THIEF {THIEVES} [~CRM]
DEPUTY [~GOV] # of a minister
HATCH_MAKER [~BUS]
"""


def actors(text: str) -> Dictionary:
    return read_actors(text, "m.actors.txt")


def test_names_synonyms_comments_and_codes_are_read() -> None:
    found = actors(ACTORS)
    assert [a.names for a in found.actors] == [
        ("MERANIA", "MERANIAN"),
        ("ANNA BERG", "ANNA M. BERG"),
        ("LAKE ALLIANCE", "LAKE LEAGUE"),
    ]
    assert [a.line for a in found.actors] == [2, 4, 8]
    assert found.lost == () and found.n_lines == 9


def test_date_restrictions_become_days_and_two_figures_of_a_year_turn_at_thirty() -> None:
    assert actors(ACTORS).actors[1].codes == (
        DatedCode("MERGOV", "1989-01-01", "1991-02-01"),
        DatedCode("MEROPP", "1999-03-01", ""),
        DatedCode("MERELI"),
    )
    assert actors(ACTORS).actors[2].codes == (DatedCode("MERREB", "", "2006-12-31"),)
    old = actors("X_Y [MER 310101-291231]").actors[0].codes
    assert old == (DatedCode("MER", "1931-01-01", "2029-12-31"),)


def test_a_day_past_the_end_of_its_month_is_its_last() -> None:
    assert actors("X_Y [MER 090201-090231]").actors[0].codes[0].end == "2009-02-28"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("A_B [MER 2004017-20061201]", 1, "dates that are none"),
        ("A_B [MER 20061201-20040101]", 1, "dates in the wrong order"),
        ("A_B [MER soon]", 1, "dates that cannot be read"),
        ("A_B\n\t[MER\n", 2, "a bracket is not closed"),
        ("A_B\n\t[]\n", 2, "an empty code"),
        ("A_B [MER]\n\t[XYZ]\n", 2, "a second code without dates"),
        ("A_B [MER]\n+A_B\n", 2, "the name stands there already"),
        ("+A_B\n", 1, "a further name of no actor"),
        ("\t[MER]\n", 1, "a code of no actor"),
        ("A_B\n", 1, "no code that can be read"),
    ],
)
def test_what_cannot_be_used_is_listed_with_line_and_reason(text: str, line: int, reason: str) -> None:
    lost = actors(text).lost
    assert any(each.line == line and reason in each.reason for each in lost), lost


def test_a_broken_line_does_not_lend_its_name_to_the_next_actor() -> None:
    found = actors("LAKE_CO\t[\n\tMNCMER]\nRIVER_CO\n\t[MNCUSA]\n")
    assert [a.names for a in found.actors] == [("RIVER CO",)]


def test_names_one_above_the_other_share_a_code_only_if_they_are_of_one_actor() -> None:
    found = actors("THE_LAKE_COUNCIL_\nLC\nL.C._\n\t[IGO]\nRIVER_FRONT\nHILL_TRIBES_PARTY\n\t[MERREB]\n")
    assert [a.names for a in found.actors] == [("THE LAKE COUNCIL", "LC", "L.C."), ("HILL TRIBES PARTY",)]
    assert [(each.line, each.reason) for each in found.lost] == [(5, "no code that can be read")]


def test_agents_with_plurals_none_and_word_sets() -> None:
    found = read_agents(AGENTS, "m.agents.txt")
    assert [a.forms for a in found.agents] == [
        ("ferryman", "ferrymen", "ferrywoman"),
        ("harbour patrol",),
        ("thief", "thieves"),
        ("deputy", "deputies"),
        ("hatch maker", "hatch makers"),
    ]
    assert found.agents[0] == Agent(("ferryman", "ferrymen", "ferrywoman"), "~BUS", "m.agents.txt", 2)
    assert found.lost == () and found.n_lines == 6


def test_agents_without_code_or_set_are_lost() -> None:
    found = read_agents("SAILOR\nFISHER!PERSON! [~AGR]\nROWER [~CVL}\n", "m.agents.txt")
    assert [(each.line, each.reason) for each in found.lost] == [
        (1, "no noun with its code"),
        (2, "the set PERSON is not there"),
        (3, "no noun with its code"),
    ]


def test_text_that_is_not_utf8_is_read_as_latin_1(tmp_path: Path) -> None:
    (tmp_path / "old.actors.txt").write_bytes("JOSÉ_PEÑA_ [MER]\n".encode("latin-1"))
    assert read_folder(tmp_path).actors[0].names == ("JOSE PENA",)


@pytest.mark.parametrize(
    ("code", "country", "sector", "actor_type"),
    [
        ("SYR", "SYR", "GOV", "state"),
        ("SYRGOVBUS", "SYR", "GOV", "state"),
        ("SYRMIL", "SYR", "MIL", "government_body"),
        ("SYRREB", "SYR", "REB", "armed_group"),
        ("SYRELI", "SYR", "ELI", "unidentified"),
        ("KSVGOV", "XKX", "GOV", "state"),
        ("MNCUSAMED", "USA", "MNC", "company"),
        ("NGOAFRDEV", None, "NGO", "civil_society"),
        ("IMGMUSALQ", None, "IMG", "armed_group"),
        ("MUSGOV", "MUS", "GOV", "state"),
        ("~REBMUS", None, "REB", "armed_group"),
        ("~MUS", None, "REL", "religious_body"),
    ],
)
def test_a_cameo_code_gives_country_sector_and_type(
    code: str, country: str | None, sector: str, actor_type: str
) -> None:
    said = meaning(code, {"SYR", "USA", "XKX", "MUS"})
    assert said is not None
    assert (said.country, said.sector, said.actor_type) == (country, sector, actor_type)


def test_a_narrower_body_of_the_united_nations_is_named_by_the_later_piece() -> None:
    assert meaning("IGOUNOREFHCR", set()).body == "igo:unhcr"  # type: ignore[union-attr]
    assert meaning("IGOUNO", set()).body == "igo:un"  # type: ignore[union-attr]


def test_codes_that_say_nothing_known_mean_nothing() -> None:
    assert meaning("---", {"SYR"}) is None
    assert meaning("QQQ", {"SYR"}) is None


def test_the_codes_of_peoples_are_no_countries() -> None:
    said = meaning("ALB", {"ALB"}, group_codes=ETHNIC)
    assert said is not None and said.country is None and said.sector == "SOC"


# Entries, names and agents read; lines lost by reason; names, agent nouns and lost lines after looking up codes.
COUNTS = (28857, 37547, 2235)
LOST = {
    "a second code without dates": 5,
    "the name stands there already": 56,
    "no code that can be read": 11,
    "dates that are none": 7,
    "dates in the wrong order": 1,
    "a bracket is not closed": 3,
    "dates that cannot be read": 2,
    "no noun with its code": 2,
}
LOOKED_UP = (36103, 5166, 165)
FOLDER = Path(os.environ.get("DRAGOMAN_DATA") or "/nowhere") / "petrarch"


@pytest.mark.skipif(not FOLDER.is_dir(), reason="DRAGOMAN_DATA does not say where the folder petrarch is")
def test_the_published_dictionaries_are_read_but_for_the_listed_lines() -> None:
    read = read_folder(FOLDER)
    assert (len(read.actors), sum(len(a.names) for a in read.actors), len(read.agents)) == COUNTS
    assert read.n_lines == 76_880
    assert Counter(each.reason.split(",")[0] for each in read.lost) == LOST
    dictionaries = load(extra=[FOLDER]).dictionaries
    assert dictionaries is not None
    assert (dictionaries.n_names, dictionaries.n_agents, len(dictionaries.lost)) == LOOKED_UP


def test_a_word_of_a_set_opens_no_set_of_its_own() -> None:
    found = read_agents("!PERSON! = MAN, WOM!PERSON!AN\nCHURCH!PERSON!_ [~REL]\n", "agents.txt")
    assert len(found.agents) == 1
    assert found.agents[0].forms[0] == "churchman"
