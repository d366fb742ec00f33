"""What a third party is called decides its role within the family that was read."""

from __future__ import annotations

import pytest
from hand_trees import at, tree

from dragoman.coder.at_the_table.functions import finer_role
from dragoman.coder.at_the_table.there_as import stated
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.words import Words
from dragoman.ontology import load


@pytest.fixture(scope="module")
def lexicon() -> ThirdPartyWords:
    return Words().third_parties


def test_who_is_there_as_a_witness_is_one(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    Both    both    DET   2 det
    signed^ sign    VERB  0 root
    with    with    ADP   4 case
    Norway^ Norway  PROPN 2 obl B-LOC
    as      as      ADP   6 case
    witness witness NOUN  4 nmod
    .       .       PUNCT 2 punct
    """)
    assert stated(sentence, lexicon) == {at(sentence, "Norway"): ("witness", "as witness")}


def test_who_monitors_is_a_monitor_and_no_mere_observer(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    Kenya     Kenya   PROPN 2 nsubj B-LOC
    monitored monitor VERB  0 root
    the       the     DET   4 det
    truce     truce   NOUN  2 obj
    """)
    assert finer_role(sentence, at(sentence, "Kenya"), "observer", lexicon) == "monitor"


def test_what_a_party_does_makes_it_no_third_party(lexicon: ThirdPartyWords) -> None:
    sentence = tree("""
    Kenya     Kenya   PROPN 2 nsubj B-LOC
    monitored monitor VERB  0 root
    the       the     DET   4 det
    truce     truce   NOUN  2 obj
    """)
    assert finer_role(sentence, at(sentence, "Kenya"), "party", lexicon) == "party"


def test_every_role_of_the_word_list_is_one_of_the_codebook(lexicon: ThirdPartyWords) -> None:
    known = load().codes["role"]
    tables = (lexicon.verbs, lexicon.nouns, lexicon.text_verbs, lexicon.functions, lexicon.doings)
    assert {role for table in tables for role in table.values()} <= set(known)
    assert set(lexicon.negated_passives.values()) <= set(load().codes["exclusion_mode"])
