"""Coordinated adjectives and possessors before one noun: a participant for each, with its own words."""

from __future__ import annotations

import pytest
from hand_trees import at, tree

from dragoman.actors import Knowledge
from dragoman.coder import Coder
from dragoman.coder.names.coordination import spelled_out
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence

ENVOYS = """
Chadian  Chadian ADJ   3 amod
and      and     CCONJ 3 cc
{second} {second} ADJ  1 conj
{noun}   envoy   NOUN  5 nsubj
met^     meet    VERB  0 root
.        .       PUNCT 5 punct
"""


def parts(sentence: Sentence, knowledge: Knowledge, noun: str) -> dict[str, str | None]:
    mentions = Mentions(sentence.text, [sentence], knowledge, published="2019-05-01", context=None)
    found = spelled_out(sentence, mentions, mentions.at(sentence, at(sentence, noun)))
    assert all(sentence.text[m.span.start : m.span.end] == m.span.text for m in found)
    return {m.span.text: m.resolution.actor for m in found}


def envoys(second: str, noun: str) -> Sentence:
    return tree(ENVOYS.format(second=second, noun=noun).replace("ADJ   3 amod", "ADJ   4 amod"))


def test_two_adjectives_of_states_make_two_participants(knowledge: Knowledge) -> None:
    assert parts(envoys("Nigerien", "envoys"), knowledge, "envoys") == {"Chadian": "TCD", "Nigerien envoys": "NER"}


def test_one_person_of_two_adjectives_stays_one(knowledge: Knowledge) -> None:
    assert list(parts(envoys("Nigerien", "envoy"), knowledge, "envoy")) == ["Chadian and Nigerien envoy"]


def test_an_adjective_of_nobody_known_leaves_the_phrase_whole(knowledge: Knowledge) -> None:
    assert list(parts(envoys("Western", "envoys"), knowledge, "envoys")) == ["Chadian and Western envoys"]


def test_possessors_are_spelled_out_without_their_mark(knowledge: Knowledge) -> None:
    sentence = tree("""
    Kenya^    Kenya   PROPN 6 nmod:poss B-LOC
    's        's      PART  1 case
    and       and     CCONJ 4 cc
    Uganda^   Uganda  PROPN 6 nmod:poss B-LOC
    's        's      PART  4 case
    presidents president NOUN 7 nsubj
    met^      meet    VERB  0 root
    .         .       PUNCT 7 punct
    """)
    assert parts(sentence, knowledge, "presidents") == {"Kenya": "KEN", "Uganda's presidents": "UGA"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Greek and Macedonian negotiators met in Vienna.", {"Greek": "GRC", "Macedonian negotiators": "MKD"}),
        ("Malian, Algerian and Nigerien ministers met in Algiers.",
         {"Malian": "MLI", "Algerian": "DZA", "Nigerien ministers": "NER"}),
        ("Bosnian and Croatian Serbs boycotted the talks.",
         {"Bosnian": "group:bih-republika-srpska", "Croatian Serbs": "group:hrv-krajina-serbs"}),
        ("The Greek and Turkish Cypriot negotiators met in Geneva.",
         {"Greek": "CYP", "Turkish Cypriot negotiators": "group:cyp-trnc"}),
        ("The Bosnian Muslim and Croat negotiators met in Geneva.",
         {"Bosnian Muslim": "BIH", "Croat negotiators": "group:bih-bosnian-croats"}),
        ("Saudi Arabian and Iranian diplomats met in Baghdad.", {"Saudi Arabian": "SAU", "Iranian diplomats": "IRN"}),
        ("Russian and South Korean diplomats met in Vienna.", {"Russian": "RUS", "South Korean diplomats": "KOR"}),
        ("South Sudanese and Ugandan officials met in Nimule.", {"South Sudanese": "SSD", "Ugandan officials": "UGA"}),
    ],
)  # fmt: skip
def test_each_state_takes_part_for_itself(coder: Coder, text: str, wanted: dict[str, str]) -> None:
    coded = coder(text, published="2018-06-11", outlet="Kathimerini")
    [event] = coded.events
    found = {p.mention.text: p.actor for p in event.participants if p.mention}
    assert found == wanted
    assert all(text[p.mention.start : p.mention.end] == p.mention.text for p in event.participants if p.mention)


def test_a_state_of_two_names_before_a_noun_stays_one(knowledge: Knowledge) -> None:
    sentence = tree("""
    Antigua   Antigua   PROPN 4 compound B-LOC
    and       and       CCONJ 3 cc
    Barbuda   Barbuda   PROPN 1 conj B-LOC
    ministers minister  NOUN  5 nsubj
    met^      meet      VERB  0 root
    .         .         PUNCT 5 punct
    """)
    assert parts(sentence, knowledge, "ministers") == {"Antigua and Barbuda ministers": "ATG"}


def test_a_body_named_right_behind_its_kind_is_one(coder: Coder) -> None:
    text = "The African Union and the east African bloc IGAD, which had offered to mediate, were not included in the talks."
    found = next(e for e in coder(text, published="2023-05-12").events if e.type == "exclusion_declared")
    assert sorted(p.actor or p.name for p in found.participants) == ["igo:african-union", "igo:igad"]
