"""Sides and pairs that PLOVER and CAMEO know, made of the roles of a mention."""

from __future__ import annotations

import invented
import msgspec
import pytest

from dragoman.exports.cameo import code, lines
from dragoman.exports.dyads import pairs, sides
from dragoman.exports.plover import to_plover
from dragoman.records import Participant, Plover


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


def coded(type_, cameo, **roles):
    """A mention of a type with a CAMEO code and one state a role."""
    people = [Participant(role=role, actor=actor, country=actor) for role, states in roles.items() for actor in states]
    return msgspec.structs.replace(mention("em_mer-01_0"), type=type_, cameo=cameo, participants=people)


def told(event):
    """Source, target and code of each line."""
    return [tuple(line.split("\t")[1:4]) for line in lines(event)]


def test_a_line_has_the_code_of_its_mention():
    for cameo in ("036", "039"):
        offer = coded("talks_proposed", cameo, initiator=["NOR"], recipient=["MER"])
        assert told(offer) == [("NOR", "MER", cameo)]


@pytest.mark.parametrize(("cameo", "among"), [("045", "046"), ("039", "036")])
def test_talks_with_a_mediator_tell_mediation_from_negotiation_by_pair(cameo, among):
    talks = coded("mediated_talks", cameo, mediator=["NOR"], party=["MER", "RIV"])
    expected = {("NOR", "MER", cameo), ("NOR", "RIV", cameo), ("MER", "RIV", among), ("RIV", "MER", among)}
    assert set(told(talks)) == expected


def test_who_receives_a_mediator_hosts_the_visit():
    assert told(coded("single_party_consultation", "043", mediator=["NOR"], party=["MER"])) == [("MER", "NOR", "043")]
    assert told(coded("single_party_consultation", "042", mediator=["NOR"], party=["MER"])) == [("NOR", "MER", "042")]


def test_a_postponement_gives_no_cameo_line_and_stands_in_the_extension_of_plover():
    put_off = msgspec.structs.replace(
        coded("talks_postponed", None, party=["MER", "RIV"]), plover=Plover(context=["diplomatic"]), status="postponed"
    )
    assert told(put_off) == []
    row = to_plover(put_off)
    assert (row["event"], row["mode"]) == (None, None)
    assert (row["x_mediation"]["type"], row["x_mediation"]["status"]) == ("talks_postponed", "postponed")
