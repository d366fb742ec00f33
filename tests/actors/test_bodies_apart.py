"""Parliaments that are actors of their own, the same name in another country, and in what capacity elder statesmen are named."""

from __future__ import annotations

import pytest

from dragoman import actors
from dragoman.actors import Resolution


def meant(phrase: str, context: str | None, published: str, known: tuple[Resolution, ...] = ()) -> Resolution:
    """Who a phrase of the shipped tables means."""
    return actors.load().resolve(phrase, context=context, published=published, known=known)


@pytest.mark.parametrize(
    ("phrase", "context", "published"),
    [
        ("Sen. Bob Menendez", None, "2014-07-03"),
        ("Senator Ann Lowry", "Iran and the United States", "2014-07-03"),
        ("Democratic Sen. Ann Lowry", None, "2014-07-03"),
        ("the Senate", "Washington", "2014-07-03"),
        ("the House Armed Services Committee", None, "2014-07-03"),
        ("members of Congress", None, "2014-07-03"),
        ("American lawmakers", None, "2014-07-03"),
    ],
)
def test_the_american_congress_is_an_actor_of_its_own(phrase: str, context: str | None, published: str) -> None:
    found = meant(phrase, context, published)
    assert (found.actor, found.name, found.country, found.sector) == (
        "gov:usa-congress", "United States Congress", "USA", "LEG",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "context", "published", "actor"),
    [
        ("the U.S. State Department", None, "2014-07-03", "USA"),
        ("Israeli lawmakers", None, "2014-07-03", "ISR"),
        ("former U.S. Senator George Mitchell", "Northern Ireland", "1998-03-03", "USA"),
        ("Congress", "the FARC and Colombia", "2016-12-03", "COL"),
        ("Congress", "the BJP and India", "2010-12-03", "group:ind-congress"),
        ("the Senate", "Nigeria and Boko Haram", "2014-12-03", "NGA"),
        ("the Senate", "sanctions on Iran", "2014-12-03", "gov:usa-congress"),
        ("a Congress worker", "India", "1987-12-03", "group:ind-congress"),
        ("a Congress aide", "Iran", "2014-12-03", "gov:usa-congress"),
        ("Congress", "sanctions on Iran", "2014-12-03", "gov:usa-congress"),
        ("Congress", "Obama and Colombia", "2014-12-03", "gov:usa-congress"),
    ],
)
def test_other_bodies_and_another_country_s_congress_are_not(
    phrase: str, context: str, published: str, actor: str
) -> None:
    assert meant(phrase, context, published).actor == actor


def test_a_surname_is_that_of_the_head_of_an_organisation_named_before() -> None:
    told = meant("the European Union", None, "2022-11-03")
    assert meant("Michel", None, "2022-11-03", (told,)).actor == "igo:eu"
    assert meant("Charles", None, "2022-11-03", (told,)).actor != "igo:eu"


@pytest.mark.parametrize(
    ("phrase", "published", "actor"),
    [
        ("Mekelle", "2022-03-03", "group:eth-tplf"),
        ("Tigray", "2021-03-03", "group:eth-tplf"),
        ("Tigray", "2010-03-03", None),
    ],
)
def test_who_holds_a_land_acts_by_its_name(phrase: str, published: str, actor: str | None) -> None:
    assert meant(phrase, "Ethiopia", published).actor == actor


def test_a_surname_with_an_article_is_a_name() -> None:
    assert meant("Yemeni negotiator Nasser al-Awlaki", None, "2018-11-03").actor == "YEM"
    assert meant("a senior administration official", "Iran and the United States", "2018-11-03").actor == "USA"


def test_lawmakers_are_of_the_parliament_named_before() -> None:
    told = meant("Iraq's parliament", None, "2018-07-03")
    assert meant("lawmakers", None, "2018-07-03", (told,)).actor == "IRQ"
    assert meant("Kenyan lawmakers", None, "2018-07-03", (told,)).actor == "KEN"


def test_the_government_is_not_the_congress_named_before() -> None:
    told = meant("Congress", None, "2018-07-03")
    assert meant("the government", None, "2018-07-03", (told,)).actor != "gov:usa-congress"


def test_a_vice_president_named_before_is_meant_by_his_title() -> None:
    told = meant("Vice President Abd-Rabbu Mansour Hadi", "Yemen", "2011-11-03")
    assert meant("the Vice-President", None, "2011-11-03", (told,)).person == told.person


@pytest.mark.parametrize(
    ("phrase", "published", "actor"),
    [
        ("Kofi Annan", "2016-07-03", "person:kofi-annan"),
        ("former Secretary-General Kofi Annan", "2016-07-03", "person:kofi-annan"),
        ("Kofi Annan, chairman of the Elders", "2016-07-03", "org:elders"),
        ("Kofi Annan", "2008-02-03", "igo:african-union"),
        ("Mary Robinson", "2019-07-03", "person:mary-robinson"),
        ("former Spanish Prime Minister Jose Luis Rodriguez Zapatero", "2019-07-03", "person:jose-luis-rodriguez-zapatero"),
        ("Choguel Maiga", "2020-08-03", "group:mli-m5-rfp"),
    ],
)  # fmt: skip
def test_who_led_a_state_acts_for_a_private_body_where_the_text_says_so(
    phrase: str, published: str, actor: str
) -> None:
    assert meant(phrase, None, published).actor == actor


@pytest.mark.parametrize(
    ("phrase", "published", "actor"),
    [
        ("the SPLA", "1999-07-03", "group:ssd-splm"),
        ("SPLA troops", "2014-07-03", "SSD"),
        ("the SPLM", "2014-07-03", "group:ssd-splm-party"),
        ("the U.N. Relief and Works Agency", "2014-07-03", "igo:unrwa"),
        ("China's Hong Kong and Macao Affairs Office", "2019-07-03", "CHN"),
        ("the Yemeni Women's Technical Advisory Group", "2018-12-03", "org:yemeni-womens-tag"),
        ("the government of Tigray", "2022-07-03", "group:eth-tplf"),
        ("Uribe's Democratic Center", "2016-10-03", "group:col-centro-democratico"),
        ("Top Republicans", "2015-10-03", "group:usa-republicans"),
    ],
)
def test_names_of_armies_agencies_and_parties_mean_who_bears_them_then(phrase: str, published: str, actor: str) -> None:
    assert meant(phrase, None, published).actor == actor


@pytest.mark.parametrize(
    ("phrase", "context", "actor"),
    [
        ("representatives of the Amhara region", "Ethiopia", None),
        ("a representative of Catalonia", "Spain", None),
        ("representatives of Kenya", "Kenya", "KEN"),
    ],
)
def test_who_represents_a_part_of_a_country_is_not_the_state(phrase: str, context: str, actor: str | None) -> None:
    found = meant(phrase, context, "2018-07-03")
    assert found.actor == actor and found.country is not None


@pytest.mark.parametrize(
    ("phrase", "context", "actor"),
    [
        ("ethnic Albanian negotiators", "Kosovo and Serbia", "group:xkx-kosovo-albanians"),
        ("ethnic Serbs", "Bosnia", "group:bih-republika-srpska"),
        ("ethnic Armenian forces", "Azerbaijan", "group:aze-nagorno-karabakh"),
        ("ethnic Albanian leaders", None, None),
        ("ethnic Russians", "Estonia", None),
    ],
)
def test_an_ethnic_people_is_the_group_that_speaks_for_it_in_that_land(
    phrase: str, context: str | None, actor: str | None
) -> None:
    assert meant(phrase, context, "1995-07-03").actor == actor


def test_a_number_of_a_nation_s_people_are_people() -> None:
    assert meant("a group of Afghans", None, "2019-07-03").sector == "CVL"
    assert meant("the Russians", None, "2019-07-03").sector == "GOV"
    colombia = meant("Colombia", None, "2016-07-03")
    assert meant("half of the country", "Colombia", "2016-07-03", (colombia,)).sector == "CVL"
