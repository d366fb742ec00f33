"""Whom a person of the shipped tables speaks for at a date."""

import pytest

from dragoman.actors.knowledge import load

AT_A_DATE = [
    ("Ulster Unionist Party leader David Trimble", "1997-07-07", "group:gbr-uup"),
    ("SDLP leader John Hume", "1996-07-07", "group:gbr-sdlp"),
    ("Ian Paisley", "1998-04-10", "group:gbr-dup"),
    ("Karabakh leader Robert Kocharian", "1996-05-05", "group:aze-nagorno-karabakh"),
    ("Robert Kocharian", "1999-05-05", "ARM"),
    ("Aung San Suu Kyi", "2009-07-07", "group:mmr-nld"),
    ("Aung San Suu Kyi", "2017-07-07", "MMR"),
    ("Tsvangirai", "2001-07-07", "group:zwe-mdc"),
    ("Prime Minister Morgan Tsvangirai", "2011-07-07", "ZWE"),
    ("Odinga", "2008-02-05", "group:ken-odm"),
    ("Denis Sassou Nguesso", "1997-07-10", "group:cog-cobras"),
    ("Denis Sassou Nguesso", "1999-07-10", "COG"),
    ("Netanyahu", "2022-03-03", "group:isr-likud"),
    ("Netanyahu", "2023-03-03", "ISR"),
    ("Kabila", "1997-05-03", "group:cod-afdl"),
    ("Kabila", "1997-05-20", "COD"),
    ("Antananarivo mayor Andry Rajoelina", "2009-03-01", "group:mdg-rajoelina-camp"),
    ("Mohamed ElBaradei", "2013-07-08", "group:egy-national-salvation-front"),
    ("Abdullahi Yusuf", "1997-03-05", "group:som-ssdf"),
    ("Prince Sihanouk", "1989-09-01", "group:khm-cgdk"),
    ("opposition leader Maurice Kamto", "2018-11-10", "group:cmr-mrc"),
    ("Zimbabwean opposition leader Morgan Tsvangirai", "2004-07-10", "group:zwe-mdc"),
]


@pytest.mark.parametrize(("phrase", "day", "actor"), AT_A_DATE)
def test_a_party_leader_speaks_for_his_party_until_he_governs(phrase: str, day: str, actor: str) -> None:
    assert load().resolve(phrase, published=day).actor == actor


@pytest.mark.parametrize(
    ("phrase", "day", "actor"),
    [
        ("Alvaro Uribe", "2011-10-10", "person:alvaro-uribe"),
        ("Carter", "1994-06-17", "person:jimmy-carter"),
        ("Martti Ahtisaari", "2003-03-03", "person:martti-ahtisaari"),
        ("Nelson Mandela", "1999-07-07", "person:nelson-mandela"),
        ("President Carter", "2015-06-17", "USA"),
        ("Alvaro Uribe", "2008-10-10", "COL"),
        ("John Kerry", "2018-10-10", "USA"),
    ],
)
def test_a_former_president_stands_for_himself_unless_called_by_the_title(phrase: str, day: str, actor: str) -> None:
    assert load().resolve(phrase, published=day).actor == actor


@pytest.mark.parametrize(
    ("phrase", "day", "actor"),
    [
        ("Michelle Bachelet", "2019-07-07", "igo:un"),
        ("Mary Robinson", "1999-07-07", "igo:un"),
        ("Tony Blair", "2010-07-07", "coalition:quartet-middle-east"),
    ],
)
def test_a_former_president_speaks_for_the_organisation_he_then_works_for(phrase: str, day: str, actor: str) -> None:
    assert load().resolve(phrase, published=day).actor == actor


@pytest.mark.parametrize(
    ("phrase", "day"), [("Abiy Ahmed", "2008-06-06"), ("Iyad Ag Ghali", "2003-08-08"), ("Jesse Jackson", "1990-10-01")]
)
def test_who_is_to_lead_years_later_speaks_for_nobody_known(phrase: str, day: str) -> None:
    found = load().resolve(phrase, published=day)
    assert found.actor is None
    assert found.person is not None


@pytest.mark.parametrize(
    ("phrase", "day", "actor"),
    [
        ("Special Envoy for the Horn of Africa Mike Hammer", "2023-06-10", "USA"),
        ("Under-Secretary-General for Political Affairs Jeffrey Feltman", "2015-06-10", "igo:un"),
        ("envoy for Syria Geir Pedersen", "2021-06-10", "igo:un"),
        ("H.E. William Ruto", "2024-06-10", "KEN"),
    ],
)
def test_a_title_that_says_what_it_is_for_belongs_to_the_name_behind_it(phrase: str, day: str, actor: str) -> None:
    found = load().resolve(phrase, published=day)
    assert found.actor == actor


def test_who_speaks_for_a_person_is_not_that_person() -> None:
    found = load().resolve("a spokesman for Benjamin Netanyahu", published="2023-06-10")
    assert found.person is None


@pytest.mark.parametrize(
    ("phrase", "day", "actor"),
    [
        ("Álvaro de Soto", "2009-11-10", "person:alvaro-de-soto"),
        ("Álvaro de Soto, the former U.N. envoy", "2007-06-10", "person:alvaro-de-soto"),
        ("Betty Bigombe", "2008-11-10", "person:betty-bigombe"),
        ("Álvaro de Soto", "2006-11-10", "igo:un"),
    ],
)
def test_who_was_an_envoy_long_ago_stands_for_himself(phrase: str, day: str, actor: str) -> None:
    assert load().resolve(phrase, published=day).actor == actor


@pytest.mark.parametrize(
    ("phrase", "day", "actor"),
    [
        ("Swiss ambassador Mirko Manzoni", "2020-11-10", "CHE"),
        ("Mirko Manzoni", "2020-11-10", "igo:un"),
        ("Kenyan General Lazaro Sumbeiywo", "2003-11-10", "igo:igad"),
    ],
)
def test_who_is_called_a_states_ambassador_is_its_whatever_he_is_besides(phrase: str, day: str, actor: str) -> None:
    assert load().resolve(phrase, published=day).actor == actor


@pytest.mark.parametrize(
    ("phrase", "day", "actor"),
    [
        ("Pope Francis", "2016-10-01", "VAT"),
        ("the Pope", "1996-10-01", "VAT"),
        ("the pope's envoy", "2018-02-01", "VAT"),
        ("Pope Shenouda", "1996-10-01", "org:coptic-church"),
        ("the Coptic pope", "1996-10-01", "org:coptic-church"),
        ("Sudan's Islamist government", "1997-03-01", "SDN"),
        ("Egypt's Islamist president", "2013-03-01", "EGY"),
        ("Serb irregulars", "1991-07-01", "group:srb-irregulars"),
        ("Islamist leaders in Sudan", "1997-03-01", "group:sdn-islamists"),
        ("ethnic Albanian rebels", "2001-05-01", None),
        ("ethnic Albanian leaders", "2001-05-01", None),
        ("Myanmar's ethnic rebels", "2015-01-01", "group:mmr-rebels"),
        ("Harare's mayor", "2001-05-01", None),
    ],
)
def test_who_rules_a_state_is_it_and_irregulars_and_mayors_are_not(phrase: str, day: str, actor: str | None) -> None:
    assert load().resolve(phrase, published=day).actor == actor
