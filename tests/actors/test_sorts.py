"""What sort of actor is meant, and of which country, where no single actor is named."""

import pytest

from dragoman.actors import Knowledge

SORTS = [
    # nobody in particular
    ("students", None, "EDU"),
    ("two refugees", None, "REF"),
    ("the governor", None, "GOV"),
    ("Governor Ada Lindqvist", None, "GOV"),
    # the country of a place beside those who belong there, not of soldiers and diplomats
    ("Aleppo police", "SYR", "COP"),
    ("a court in Aleppo", "SYR", "JUD"),
    ("the governor of Aleppo", "SYR", "GOV"),
    ("troops in Aleppo", None, "MIL"),
    ("diplomats in Geneva", None, "GOV"),
    # against somebody, for somebody, beside somebody
    ("Putin's critics", "RUS", "OPP"),
    ("opponents of Assad", "SYR", "OPP"),
    ("Putin supporters", "RUS", None),
    ("critics", None, None),
    # people of a country are not its government
    ("displaced Syrians", "SYR", "REF"),
    ("angry Iranians", "IRN", "CVL"),
    ("ethnic Armenians", None, "CVL"),
    # past offices
    ("the former US envoy", "USA", "ELI"),
    ("former governor", None, "ELI"),
    # things and deeds of somebody
    ("the State Department's reply", "USA", "GOV"),
    ("a Houthi missile", "YEM", "REB"),
    ("an army barracks in Yemen", "YEM", "MIL"),
    ("the killing of Syrian civilians", "SYR", "CVL"),
    ("a Turkish-led raid", "TUR", "MIL"),
    ("Turkish exports", "TUR", None),
    ("the country's exports", None, None),
    # several joined share what they share
    ("Russian and Turkish officials", None, "GOV"),
    ("students and teachers in Libya", "LBY", "EDU"),
    ("Syrian rebels and Turkish police", None, None),
]


@pytest.mark.parametrize(("phrase", "country", "sector"), SORTS)
def test_country_and_sector_without_a_single_actor(
    small: Knowledge, phrase: str, country: str | None, sector: str | None
) -> None:
    found = small.resolve(phrase, published="2016-12-17")
    assert (found.country, found.sector) == (country, sector), found


INSTITUTIONS = [
    ("Geneva Criminal Court", "CHE", "JUD", "CHE"),
    ("the Ministry of Water", None, "GOV", None),
    ("Northwind Airlines", None, "BUS", "org:northwind-airlines"),
    ("the University of Tartu", None, "EDU", "org:university-of-tartu"),
    ("Kazakh Teachers Union", "KAZ", "LAB", "org:kazakh-teachers-union"),
    ("the House Committee on Fisheries", None, "LEG", None),
    ("Saint Anna Hospital", None, "HLH", "org:saint-anna-hospital"),
]


@pytest.mark.parametrize(("phrase", "country", "sector", "actor"), INSTITUTIONS)
def test_unknown_institution_is_told_by_its_name(
    small: Knowledge, phrase: str, country: str | None, sector: str, actor: str | None
) -> None:
    found = small.resolve(phrase)
    assert (found.country, found.sector, found.actor) == (country, sector, actor), found


@pytest.mark.parametrize(
    ("phrase", "country", "sector", "person"),
    [
        ("taekwondo champion Lena Ito", None, None, "Lena Ito"),
        ("Turkish barrister Deniz Aksoy", "TUR", None, "Deniz Aksoy"),
        ("reporter Olga Lind", None, "MED", "Olga Lind"),
        ("Libyan militia leader Salem Mansouri", "LBY", "PAR", "Salem Mansouri"),
        ("President Aleppo Khoury", None, "GOV", "Aleppo Khoury"),
        ("Foreign Minister Dr Selim bin Kerry", None, "GOV", "Selim bin Kerry"),
    ],
)
def test_unknown_person_with_a_trade_or_title(
    small: Knowledge, phrase: str, country: str | None, sector: str | None, person: str
) -> None:
    found = small.resolve(phrase)
    assert found.person is not None
    assert (found.country, found.sector, found.person.name) == (country, sector, person)


def test_a_trade_that_is_a_name_too_is_no_trade_beside_a_name(small: Knowledge) -> None:
    assert small.resolve("masons").sector == "LAB"
    assert small.resolve("Lowell Mason").sector is None


@pytest.mark.parametrize(
    ("phrase", "context", "actor", "country"),
    [
        ("police", "Shots were heard in Tripoli, Libya", "LBY", "LBY"),
        ("police", "Shots were heard in Libya", None, "LBY"),
        ("police", "Libya and Turkey signed", None, None),
        ("reporters", "Shots were heard in Tripoli, Libya", None, None),
        ("foreign troops", "Shots were heard in Tripoli, Libya", None, None),
    ],
)
def test_the_only_country_around_is_theirs(
    small: Knowledge, phrase: str, context: str, actor: str | None, country: str | None
) -> None:
    found = small.resolve(phrase, context=context)
    assert (found.actor, found.country) == (actor, country)


def test_namesakes_of_one_state_share_its_country(small: Knowledge) -> None:
    found = small.resolve("Bush")
    assert (found.actor, found.person, found.country) == (None, None, "USA")
    assert small.resolve("the Bush administration").actor == "USA"


def test_members_of_an_organisation_are_not_the_organisation(small: Knowledge) -> None:
    found = small.resolve("Arab League countries")
    assert (found.actor, found.sector) == (None, "GOV")
