"""The shipped role nouns, descriptors, bodies and firms, by what sort of actor they give."""

import pytest

from dragoman.actors import Knowledge, load


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load()


PHRASES = [
    ("gunmen", None, "UAF"),
    ("unidentified gunmen", None, "UAF"),
    ("Syrian rebels", "SYR", "REB"),
    ("the Syrian opposition", "SYR", "OPP"),
    ("Boko Haram", "NGA", "REB"),
    ("Uighur militants", "CHN", "REB"),
    ("Mexican drug lords", "MEX", "CRM"),
    ("South African police", "ZAF", "COP"),
    ("Northern Irish police", "GBR", "COP"),
    ("police in Karachi", "PAK", "COP"),
    ("an Ahmedabad court", "IND", "JUD"),
    ("a defence lawyer", None, "JUD"),
    ("nurses", None, "HLH"),
    ("French dairy farmers", "FRA", "AGR"),
    ("striking dockworkers", None, "LAB"),
    ("Tibetan monks", "CHN", "REL"),
    ("the Catholic Church", None, "REL"),
    ("Coptic Christians", None, "REL"),
    ("a tabloid", None, "MED"),
    ("a gun manufacturer", None, "BUS"),
    ("Volkswagen", "DEU", "BUS"),
    ("Harvard University", "USA", "EDU"),
    ("the World Economic Forum", None, "NGO"),
    ("the Environmental Protection Agency", "USA", "GOV"),
    ("the director of the CIA", "USA", "SPY"),
    ("Chinese peacekeepers", "CHN", "MIL"),
    ("UN peacekeepers", None, "IGO"),
    ("a British high commissioner", "GBR", "GOV"),
    ("EU countries", None, "GOV"),
    ("opposition leader Raila Odinga", "KEN", "OPP"),
    ("Rohingya refugees", "MMR", "REF"),
    ("members of the Taliban", "AFG", "REB"),
    ("North Atlantic Council", None, "IGO"),
    ("Minister of Foreign Affairs Ola Berg", None, "GOV"),
    ("the Assad regime", "SYR", "GOV"),
    ("Hindu nationalists", None, "PTY"),
]


@pytest.mark.parametrize(("phrase", "country", "sector"), PHRASES)
def test_country_and_sector(shipped: Knowledge, phrase: str, country: str | None, sector: str | None) -> None:
    found = shipped.resolve(phrase)
    assert (found.country, found.sector) == (country, sector), found


OFFICES = [
    ("Senator Tim Kaine", "2015-05-01", "LEG", "Senator"),
    ("Mitch McConnell", "2017-05-01", "LEG", "Senate Majority Leader"),
    ("Treasury Secretary Steven Mnuchin", "2018-05-01", "GOV", "minister"),
    ("Richard Nixon", "1972-02-21", "GOV", "head_of_state"),
    ("James Comey", "2016-07-05", "COP", "FBI Director"),
]


@pytest.mark.parametrize(("phrase", "published", "sector", "office"), OFFICES)
def test_offices_of_american_politics(
    shipped: Knowledge, phrase: str, published: str, sector: str, office: str
) -> None:
    found = shipped.resolve(phrase, published=published)
    assert found.person is not None
    assert (found.country, found.sector, found.person.office) == ("USA", sector, office)


def test_every_role_and_descriptor_has_a_sector_of_the_codebook(shipped: Knowledge) -> None:
    from dragoman.ontology import load as load_ontology

    known = set(load_ontology().codes["plover_sector"]) | {""}
    tables = shipped.tables
    rows = (*tables.roles, *tables.descriptors, *tables.groups, *tables.bodies, *tables.organisations)
    assert {r.sector for r in rows} <= known


def test_of_two_in_office_under_one_name_the_head_of_government_is_meant() -> None:
    knowledge = load()
    for day, meant in (("2015-01-01", "Nawaz Sharif"), ("2023-01-01", "Shehbaz Sharif")):
        found = knowledge.resolve("Sharif", published=day, context="Pakistan")
        assert found.person is not None and found.person.name == meant


def test_a_former_president_is_known_as_one_and_not_by_a_later_honour() -> None:
    found = load().resolve("Jimmy Carter", published="2015-08-20")
    assert (found.actor, found.country) == ("person:jimmy-carter", "USA")
    assert found.person is not None and found.person.office is None
