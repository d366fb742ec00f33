"""Sides and pairs that PLOVER and CAMEO know, made of the roles of a mention."""

from __future__ import annotations

import invented
import msgspec
import pytest

from dragoman.exports.cameo import code, lines
from dragoman.exports.dyads import pairs, sides
from dragoman.exports.plover import to_plover
from dragoman.records import Participant


def mention(identity):
    return next(m for m in invented.mentions() if m.id == identity)


def names(participants):
    return [p.name for p in participants]


@pytest.mark.parametrize(
    ("identity", "actors", "recipients"),
    [
        ("em_mer-01_0", ["United Nations"], ["Merania", "Northern Front"]),
        ("em_mer-03_0", ["Kedar"], ["Merania", "Northern Front"]),
        ("em_mer-05_1", ["Brava", "Ostland", "Coast Union"], []),
        ("em_mer-06_1", ["Merania"], ["River League"]),
        ("em_mer-02_1", ["Merania"], ["River League"]),
    ],
)
def test_who_acts_and_who_is_acted_on(identity, actors, recipients):
    found = sides(mention(identity))
    assert (names(found[0]), names(found[1])) == (actors, recipients)


def test_a_mutual_act_gives_both_directions_of_every_pair():
    assert len(pairs(mention("em_mer-05_1"))) == 6


def test_cameo_lines_have_date_codes_sentence_and_address():
    first = next(lines(mention("em_mer-06_1"))).rstrip("\n").split("\t")
    assert first[:4] == ["20310415", "MERGOV", "MERREB", "125"]
    assert first[5] == "https://news.example/mer-06"


def test_what_did_not_happen_gives_no_cameo_line():
    assert list(lines(mention("em_mer-05_0"))) == []


def test_an_unknown_actor_is_dashes():
    elders = mention("em_mer-07_1").participants[0]
    assert code(elders) == "---"


def test_plover_keeps_roles_and_exclusion_in_the_extension():
    event = to_plover(mention("em_mer-03_0"))
    roles = event["x_mediation"]["roles"]
    out = next(role for role in roles if role["role"] == "excluded")
    assert (out["code"], out["exclusion"].mode) == ("igo:un", "not_invited")
    assert (event["date"], event["dateBasis"]) == ("2031-03-20", "publication")


@pytest.mark.parametrize(
    ("actor", "country", "sector", "expected"),
    [
        ("RUS", "RUS", "GOV", "RUSGOV"),
        ("igo:un", None, "IGO", "IGOUNO"),
        ("igo:african-union", None, "IGO", "IGOAFRAFU"),
        ("igo:unknown", None, "IGO", "IGO"),
        (None, None, "GOV", "---GOV"),
        (None, "SYR", "JRN", "SYRMED"),
        (None, "SYR", None, "SYR"),
        (None, None, None, "---"),
    ],
)
def test_actor_codes_are_those_of_cameo(actor, country, sector, expected):
    assert code(Participant(role="party", actor=actor, country=country, sector=sector)) == expected


def test_talks_of_which_only_the_mediator_is_known_are_mediation_of_an_unknown_side():
    people = [
        Participant(role="mediator", actor="NOR", country="NOR", sector="GOV"),
        Participant(role="party", name="sides"),
    ]
    talks = msgspec.structs.replace(mention("em_mer-01_0"), type="mediated_talks", cameo="045", participants=people)
    assert [line.split("\t")[1:4] for line in lines(talks)] == [["NORGOV", "---", "045"]]


def test_a_pair_of_which_neither_is_known_gives_no_cameo_line():
    people = [Participant(role="party", name="one side"), Participant(role="party", name="the other")]
    talks = msgspec.structs.replace(mention("em_mer-01_0"), type="mediated_talks", cameo="045", participants=people)
    assert list(lines(talks)) == []


@pytest.mark.parametrize(("addressees", "expected"), [(("Merania",), "036"), (("Merania", "River League"), "039")])
def test_who_proposes_talks_to_two_others_means_to_mediate(addressees, expected):
    people = [Participant(role="initiator", actor="NOR", country="NOR", sector="GOV")]
    people += [Participant(role="recipient", name=name, country="MER", sector=name[:3].upper()) for name in addressees]
    offer = msgspec.structs.replace(mention("em_mer-01_0"), type="talks_proposed", cameo="036", participants=people)
    assert {line.split("\t")[3] for line in lines(offer)} == {expected}
