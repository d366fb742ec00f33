"""Abbreviations as papers write them, peoples who are told by the country spoken of, and bodies of a country that are not its state."""

import pytest

from dragoman.actors import Knowledge


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("Ecowas", "igo:ecowas"),
        ("Igad envoys", "igo:igad"),
        ("Monusco", "igo:monusco"),
        ("the P.K.K.", "group:tur-pkk"),
        ("the O.S.C.E.'s chairman", "igo:osce"),
    ],
)
def test_abbreviation_as_a_word_or_with_stops_is_the_same_body(knowledge: Knowledge, phrase: str, actor: str) -> None:
    assert knowledge.resolver.resolve(phrase, published="2016-05-05").actor == actor


@pytest.mark.parametrize("phrase", ["Pace", "Alba", "Mend", "Model", "Pkk"])
def test_word_or_name_is_no_abbreviation(knowledge: Knowledge, phrase: str) -> None:
    assert knowledge.resolver.resolve(phrase, published="2012-05-05").actor is None


@pytest.mark.parametrize(
    ("phrase", "around", "actor"),
    [
        (
            "Serb gunners",
            "Shells fell on Sarajevo as Bosnian President Izetbegovic left.",
            "group:bih-republika-srpska",
        ),
        ("Serb police", "Kosovo Albanians protested in Pristina.", "SRB"),
        ("Croat leaders", "Croatia and Hungary met in Zagreb.", "HRV"),
        ("Serbian leaders", "Shells fell on Sarajevo as Bosnian President Izetbegovic left.", "SRB"),
    ],
)
def test_people_of_two_lands_are_those_of_the_one_spoken_of(
    knowledge: Knowledge, phrase: str, around: str, actor: str
) -> None:
    assert knowledge.resolver.resolve(phrase, published="1994-05-05", context=around).actor == actor


@pytest.mark.parametrize(
    "phrase", ["Kenyan church leaders", "Archbishop of Juba", "Sudanese human rights group", "Togolese lawyers"]
)
def test_churches_and_associations_of_a_country_are_not_its_state(knowledge: Knowledge, phrase: str) -> None:
    found = knowledge.resolver.resolve(phrase, published="2015-05-05")
    assert found.actor is None
    assert found.country is not None


@pytest.mark.parametrize("phrase", ["Kenyan lawmakers", "Syrian refugees", "Indian fighter pilot"])
def test_offices_and_people_at_large_stand_under_their_state(knowledge: Knowledge, phrase: str) -> None:
    found = knowledge.resolver.resolve(phrase, published="2015-05-05")
    assert found.actor == found.country is not None


@pytest.mark.parametrize(("phrase", "actor"), [("delegates from Zintan", None), ("delegates from Kigali", "RWA")])
def test_town_may_send_its_own_delegates(knowledge: Knowledge, phrase: str, actor: str | None) -> None:
    assert knowledge.resolver.resolve(phrase, published="2015-05-05").actor == actor


def test_junta_is_that_of_the_state_spoken_of(knowledge: Knowledge) -> None:
    resolver = knowledge.resolver
    known = [resolver.resolve(p, published="2022-05-05") for p in ("ECOWAS", "Mali's military junta", "Togo")]
    assert resolver.resolve("the junta", published="2022-05-05", known=known).actor == "MLI"
    assert resolver.resolve("the junta", published="2022-05-05", known=[]).actor is None


def test_junta_is_not_that_of_a_western_state_that_condemns_it(knowledge: Knowledge) -> None:
    resolver = knowledge.resolver
    france = [resolver.resolve("France", published="2022-05-05")]
    assert resolver.resolve("the junta", published="2022-05-05", known=france).actor is None
    assert resolver.resolve("the junta in Bamako", published="2022-05-05", known=france).actor != "FRA"
