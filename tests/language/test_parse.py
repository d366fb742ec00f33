"""Sentences with trees: the questions that rules ask of them."""

from __future__ import annotations

from hand_trees import at, tree, words

from dragoman.language.parse import matches

SENTENCE = """
The     the    DET   2 det
truce   truce  NOUN  6 nsubj
brokered broker VERB 2 acl
by      by     ADP   5 case
Egypt   Egypt  PROPN 3 obl:agent B-LOC
collapsed^ collapse VERB 0 root
.       .      PUNCT 6 punct
"""


def test_the_subtree_of_a_word_is_itself_and_all_below_in_order() -> None:
    sentence = tree(SENTENCE)
    assert words(sentence, sentence.subtree(at(sentence, "truce"))) == [
        "The",
        "truce",
        "brokered",
        "by",
        "Egypt",
    ]
    assert sentence.subtree(at(sentence, "collapsed")) == list(range(len(sentence)))


def test_ancestors_go_up_to_the_root() -> None:
    sentence = tree(SENTENCE)
    assert words(sentence, list(sentence.ancestors(at(sentence, "Egypt")))) == [
        "brokered",
        "truce",
        "collapsed",
    ]
    assert list(sentence.ancestors(at(sentence, "collapsed"))) == []


def test_dependents_are_found_by_relation_and_a_relation_includes_its_subtypes() -> None:
    sentence = tree(SENTENCE)
    brokered = at(sentence, "brokered")
    assert words(sentence, sentence.dependents(brokered, "obl")) == ["Egypt"]
    assert words(sentence, sentence.dependents(brokered, "obl:agent")) == ["Egypt"]
    assert sentence.dependents(brokered, "obl:tmod") == []


def test_offsets_are_those_of_the_document() -> None:
    sentence = tree(SENTENCE, start=40)
    start, end = sentence.slice(at(sentence, "brokered"), at(sentence, "Egypt"))
    assert sentence.text[start - 40 : end - 40] == "brokered by Egypt"


def test_a_subtype_is_not_taken_for_the_whole_relation() -> None:
    assert matches("nsubj:pass", ("nsubj",))
    assert not matches("nsubj", ("nsubj:pass",))
