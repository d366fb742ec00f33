"""Names that several bear: the words around and the date settle who is meant, or nobody is."""

import pytest

from dragoman.actors import Knowledge, load

BORNE_BY_SEVERAL = [
    ("FDD", "2002-11-04", "Burundi's army shelled rebels near Bujumbura", "group:bdi-cndd-fdd"),
    ("FDD fighters", "2002-11-04", "Ceasefire talks opened in Dar es Salaam", "group:bdi-cndd-fdd"),
    ("FDD", "2019-05-02", "Hawks in Washington want more sanctions", "outlet:fdd"),
    ("NCP", "2019-06-01", "Nepal's government in Kathmandu", "group:npl-ncp"),
    ("NCP", "2009-06-01", "Sudan's government in Khartoum", "group:sdn-ncp"),
    ("RCD", "1999-06-01", "Rebels in the Congo hold Goma and Kisangani", "group:cod-rcd"),
    ("RCD", "1999-06-01", "Tunisia goes to the polls", "group:tun-rcd"),
    ("FLN rebels", "2019-06-01", "Rwanda's army in Nyungwe", "group:rwa-fln"),
    ("FLN", "2019-06-01", "Algeria's president resigned", "group:dza-fln"),
    ("UPC", "2004-06-01", "Ituri, DR Congo: militias in Bunia", "group:cod-upc"),
    ("UPC", "2018-06-01", "Bangui, Central African Republic", "group:caf-upc"),
    ("the National Liberation Army", "2001-05-01", "Macedonia's army near Tetovo", "group:mkd-nla"),
    ("the Northern Alliance", "2018-05-01", "Afghanistan since the fall of the Taliban", "group:afg-northern-alliance"),
]


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load()


@pytest.mark.parametrize(("phrase", "published", "context", "actor"), BORNE_BY_SEVERAL)
def test_country_around_and_date_tell_bodies_of_one_name_apart(
    shipped: Knowledge, phrase: str, published: str, context: str, actor: str
) -> None:
    assert shipped.resolve(phrase, published=published, context=context).actor == actor


@pytest.mark.parametrize("phrase", ["MLC", "JEM", "PAC", "MODEL", "UDA"])
def test_an_abbreviation_is_not_taken_for_a_group_of_elsewhere(shipped: Knowledge, phrase: str) -> None:
    assert shipped.resolve(phrase, published="2010-03-01", context="Sweden and Norway vote").actor is None


@pytest.mark.parametrize(
    "phrase",
    ["the West African envoy", "East African leaders", "Latin American hosts", "Central Asian leaders", "Gulf envoys"],
)
def test_a_part_of_the_world_is_no_power(shipped: Knowledge, phrase: str) -> None:
    assert shipped.resolve(phrase, published="2012-06-01", context="Talks resumed").actor is None


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("the West African bloc", "igo:ecowas"),
        ("West African bloc leaders", "igo:ecowas"),
        ("the southern African regional bloc", "igo:sadc"),
        ("the East African bloc", "igo:eac"),
        ("the West", "coalition:western-states"),
    ],
)
def test_the_bloc_of_a_part_of_the_world_is_its_organisation(shipped: Knowledge, phrase: str, actor: str) -> None:
    assert shipped.resolve(phrase, published="2012-06-01").actor == actor


@pytest.mark.parametrize(
    ("words", "context", "country"),
    [
        ("Granada", "France and Armenia meet", "ESP"),
        ("Granada", "The Sandinistas of Nicaragua", "NIC"),
        ("Granada, Nicaragua", "Spain's king arrives", "NIC"),
        ("Granada, Spain", "Nicaragua's bishops arrive", "ESP"),
        ("Cordoba", "Argentina's governors", "ARG"),
        ("Cordoba, Spain", "Argentina's governors", "ESP"),
        ("Tripoli", "Haftar's army", "LBY"),
        ("Tripoli", "Lebanon's army enters Bab al-Tabbaneh", "LBN"),
        ("Hyderabad, Pakistan", "India's police", "PAK"),
        ("Cartagena, Spain", "Colombia's guerrillas", "ESP"),
        ("Barcelona, Venezuela", None, "VEN"),
        ("Lagos, Portugal", None, "PRT"),
        ("Perth, Scotland", None, "GBR"),
        ("Belgrade, Yugoslavia", None, "SRB"),
        ("the West African state of Togo", None, "TGO"),
    ],
)
def test_a_city_is_in_the_country_written_behind_it_or_spoken_of(
    shipped: Knowledge, words: str, context: str | None, country: str
) -> None:
    assert shipped.resolve(words, context=context, place_role=True).country == country


def test_a_city_that_the_country_behind_it_may_not_have_is_none(shipped: Knowledge) -> None:
    assert shipped.resolve("Athens, Georgia", place_role=True).country is None


@pytest.mark.parametrize(
    ("phrase", "country"),
    [("Sudan's warring factions", "SDN"), ("rival Libyan governments", "LBY"), ("the belligerents in Yemen", "YEM")],
)
def test_those_at_war_with_one_another_are_no_single_actor(shipped: Knowledge, phrase: str, country: str) -> None:
    found = shipped.resolve(phrase, published="2023-06-01")
    assert (found.actor, found.country) == (None, country)


def test_rebels_alone_stay_one_side(shipped: Knowledge) -> None:
    assert shipped.resolve("rival Malian rebels", published="2013-06-01").actor == "group:mli-rebels"


@pytest.mark.parametrize(
    ("context", "actor"), [("Zambia's opposition", "ZMB"), ("Uganda's opposition", "UGA"), ("Peru's opposition", None)]
)
def test_a_seat_of_several_presidents_is_told_by_the_country(
    shipped: Knowledge, context: str, actor: str | None
) -> None:
    assert shipped.resolve("State House", published="2015-06-01", context=context).actor == actor


@pytest.mark.parametrize(
    ("phrase", "published", "person"),
    [
        ("the Iranian president", "2001-06-01", "Mohammad Khatami"),
        ("Iran's president", "2023-06-01", "Ebrahim Raisi"),
        ("Iran's supreme leader", "2023-06-01", "Ali Khamenei"),
        ("the Iranian head of state", "2023-06-01", "Ali Khamenei"),
        ("the North Korean president", "2020-06-01", None),
        ("the Bosnian president", "2020-06-01", None),
        ("the Israeli president", "2020-06-01", "Reuven Rivlin"),
    ],
)
def test_the_president_is_who_bears_that_title(
    shipped: Knowledge, phrase: str, published: str, person: str | None
) -> None:
    found = shipped.resolve(phrase, published=published).person
    assert (found.name if found else None) == person


def test_the_president_spoken_of_again_is_not_the_supreme_leader(shipped: Knowledge) -> None:
    day = "2023-06-01"
    leader, president = (shipped.resolve(n, published=day) for n in ("Ali Khamenei", "Ebrahim Raisi"))
    again = shipped.resolve("the president", published=day, known=[leader, president]).person
    assert again is not None and again.name == "Ebrahim Raisi"
    assert shipped.resolve("the president", published=day, known=[leader]).person is None


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The National reported a truce.", "The National"),
        ("A source told The National on Friday.", "The National"),
        ("Two people told the Guardian Tuesday that talks failed.", "The Guardian"),
        ("Chin National Front fighters left.", None),
        ("The Karbi National Army said so.", None),
        ("National reconciliation is far off.", None),
        ("The Independent Electoral Commission said so.", None),
        ("The Nation Party left.", None),
    ],
)
def test_a_word_of_another_name_is_no_outlet(shipped: Knowledge, text: str, outlet: str | None) -> None:
    found = [m.candidates[0] for m in shipped.match(text) if "outlet" in m.kinds]
    assert [shipped.name(entry) for entry in found] == ([outlet] if outlet else [])


@pytest.mark.parametrize(
    ("words", "text", "outlet"),
    [("National", "The Karbi National Army said so.", False), ("The National", "The National said so.", True)],
)
def test_an_outlet_is_looked_up_where_it_stands(shipped: Knowledge, words: str, text: str, outlet: bool) -> None:
    start = text.index(words)
    assert (shipped.outlet_at(text, start, start + len(words)) is not None) == outlet


def test_a_state_official_of_a_party_speaks_for_the_state(shipped: Knowledge) -> None:
    found = shipped.resolve("Vice Foreign Minister Dai Bingguo", published="2003-07-14")
    assert (found.actor, found.name, found.sector) == ("CHN", "China", "GOV")
