"""Who is kept out, in one sentence: several talks, and several who say so, told once; who keeps out whom told apart."""

from __future__ import annotations

import msgspec
import pytest
from invented import Article, Said

from dragoman.records import ExclusionRow
from dragoman.reports.seats import sentence_of

ARTICLE = Article(
    "mer-95",
    "Kedar Daily",
    "2031-03-12",
    "Talks in Alma",
    [("Merania and the Northern Front met.", [Said("met", "direct_negotiation", "held", [("party", "Merania")])])],
)


def out(name, mode="not_invited", line="Alma talks", by=None, says="Kedar Daily"):
    return ExclusionRow(
        id=f"{name}{line}{says}", event_id=None, track_id=line, excluded_actor=name, excluded_name=name, mode=mode,
        excluded_by=by, reason="not_stated", asserted_by=says, scope="table", date="2031-03-12", mention_id="m",
        document_id="d",
    )  # fmt: skip


@pytest.fixture
def names(material):
    lines = {line: line for line in ("Alma talks", "Port talks")}
    return msgspec.structs.replace(material([ARTICLE]), track_names=lines)


def test_a_sentence_tells_several_talks_and_several_who_say_so_once(names):
    talks = [out("Brava"), out("Brava", line="Port talks")]
    assert sentence_of(names, talks) == "Brava was not invited to the Alma talks and the Port talks, says Kedar Daily"
    both = [out("Brava"), out("Brava", says="Ostland")]
    assert sentence_of(names, both) == "Brava was not invited to the Alma talks, says Kedar Daily and Ostland"


def test_who_keeps_one_out_is_not_told_of_another(names):
    text = sentence_of(names, [out("Brava", by="Merania"), out("Ostland")])
    assert text == (
        "Brava was not invited by Merania to the Alma talks, says Kedar Daily; "
        "Ostland was not invited to the Alma talks, says Kedar Daily"
    )


def test_authorities_take_a_verb_in_the_plural(names):
    assert sentence_of(names, [out("Alma authorities")]).startswith("Alma authorities were not invited")
    assert sentence_of(names, [out("United States")]).startswith("United States was not invited")
