"""Names of the shipped tables that others bear too."""

import pytest

from dragoman.actors.knowledge import load

LONGER = [
    ("Bavarian Democratic Party", "group:bavarian-democratic-party"),
    ("the Social Democrats", None),
    ("the Christian Democrats", None),
    ("Democratic Party of Kosovo", None),
    ("Syrian Muslim Brotherhood", None),
    ("Moderate Democrats", "group:usa-democrats"),
    ("California Democrats", "group:usa-democrats"),
    ("Senate Democrats", "group:usa-democrats"),
    ("Democratic Party leaders", "group:usa-democrats"),
    ("Egypt's Muslim Brotherhood", "group:egy-muslim-brotherhood"),
]


@pytest.mark.parametrize(("phrase", "actor"), LONGER)
def test_a_party_name_with_another_word_before_it_is_another_party(phrase: str, actor: str | None) -> None:
    assert load().resolve(phrase).actor == actor


@pytest.mark.parametrize(
    ("phrase", "actor", "country"),
    [
        ("the Serbs of Krajina", "group:hrv-krajina-serbs", "HRV"),
        ("the Armenians of Karabakh", "group:aze-nagorno-karabakh", "AZE"),
        ("the Uzbeks of Kyrgyzstan", None, "KGZ"),
        ("the Uzbek minority", None, None),
        ("Myanmar's Rohingya minority", "group:mmr-rohingya", "MMR"),
        ("the Rohingya minority", "group:mmr-rohingya", "MMR"),
        ("the Serbs", "SRB", "SRB"),
    ],
)
def test_people_of_one_state_in_another_are_not_their_state(
    phrase: str, actor: str | None, country: str | None
) -> None:
    found = load().resolve(phrase)
    assert (found.actor, found.country) == (actor, country)


@pytest.mark.parametrize(
    ("day", "context", "actor"),
    [
        ("1999-03-05", "NATO met them in Belgrade on troops in Kosovo", "SRB"),
        ("1995-05-04", "Croatia met them in Geneva", "SRB"),
        ("1993-05-04", "The Bosnian government met them in Sarajevo", "group:bih-republika-srpska"),
    ],
)
def test_serbs_are_their_state_unless_bosnia_is_spoken_of_more(day: str, context: str, actor: str) -> None:
    assert load().resolve("the Serbs", published=day, context=context).actor == actor


@pytest.mark.parametrize(
    ("phrase", "actor", "country"),
    [
        ("the Azeri community of Karabakh", None, "AZE"),
        ("the Azerbaijani community of Nagorno-Karabakh", None, "AZE"),
        ("the Armenian community of Karabakh", "group:aze-nagorno-karabakh", "AZE"),
        ("the Georgian community of Abkhazia", None, "GEO"),
        ("the leader of Karabakh", "group:aze-nagorno-karabakh", "AZE"),
    ],
)
def test_community_within_a_land_that_rules_itself_is_not_its_rulers(
    phrase: str, actor: str | None, country: str
) -> None:
    found = load().resolve(phrase, published="1994-05-04")
    assert (found.actor, found.country) == (actor, country)


def test_one_leader_of_karabakh_has_one_entry_however_he_is_spelt() -> None:
    names = ("Ghukasyan", "Arkadi Ghukasyan", "Arkady Gukasyan", "Arkady Ghukasian")
    found = [load().resolve(name, published="2005-05-04") for name in names]
    assert {(r.actor, r.person and r.person.name) for r in found} == {
        ("group:aze-nagorno-karabakh", "Arkadi Ghukasyan")
    }


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("Sudanese lawyers", None),
        ("the Sudanese bar association", None),
        ("a Sudanese government lawyer", "SDN"),
        ("the Sudanese attorney general", "SDN"),
        ("the U.S. attorney", "USA"),
        ("Sudanese bishops", None),
        ("Sudanese students", "SDN"),
    ],
)
def test_lawyers_and_clergy_of_a_nation_are_not_its_state_but_its_attorneys_are(phrase: str, actor: str | None) -> None:
    assert load().resolve(phrase).actor == actor


@pytest.mark.parametrize(
    ("phrase", "day", "context", "actor"),
    [
        ("the Group of Friends", "1995-06-01", "Guatemalan rebels and the army met", "coalition:friends-of-guatemala"),
        ("the Contact Group", "1995-06-01", "Bosnian Serbs met in Sarajevo", "coalition:contact-group-yugoslavia"),
        ("the Contact Group", "2012-06-01", "Somali leaders met in Mogadishu", "coalition:somalia-contact-group"),
        ("the Contact Group", "2012-06-01", "Norway and Sweden met", None),
        ("the Contact Group", "2015-06-01", "Bosnian Serbs met in Sarajevo", None),
    ],
)
def test_a_contact_group_is_that_of_the_conflict_spoken_of(
    phrase: str, day: str, context: str, actor: str | None
) -> None:
    assert load().resolve(phrase, published=day, context=context).actor == actor


def test_brussels_acts_for_the_european_union_unless_belgium_is_spoken_of() -> None:
    resolve = load().resolve
    assert resolve("Brussels", context="Kosovo and Serbia met").actor == "igo:eu"
    assert resolve("Brussels", context="Belgium and Rwanda quarrelled").actor == "BEL"
    assert load().resolver.resolve("Brussels", place_role=True).country == "BEL"


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("the Huthi movement", "group:yem-houthis"),
        ("a Huthi delegation", "group:yem-houthis"),
        ("the main Syrian opposition group", "group:syr-opposition"),
        ("a breakaway FARC group", None),
        ("Tigrayan negotiators", "group:eth-tplf"),
    ],
)
def test_a_group_called_a_movement_is_that_group(phrase: str, actor: str | None) -> None:
    assert load().resolve(phrase).actor == actor


@pytest.mark.parametrize("name", ["Moon Jae-in", "Moon Jae-In", "MOON JAE-IN"])
def test_a_capital_behind_the_hyphen_of_a_name_means_the_same_person(name: str) -> None:
    found = load().resolver.resolve(f"President {name}", published="2018-05-01")
    assert (found.actor, found.person and found.person.name) == ("KOR", "Moon Jae-in")


@pytest.mark.parametrize(
    ("place", "meant"), [("Lebanon", "Lebanon"), ("Lebanon, Pennsylvania", "Lebanon, Pennsylvania")]
)
def test_a_state_is_no_town_of_its_name_unless_the_region_is_written_behind(place: str, meant: str) -> None:
    assert load().resolver.resolve(place, context="Israel and the United States", place_role=True).name == meant
