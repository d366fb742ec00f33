"""One event told by several words is one mention; what is told beside it is another."""

from __future__ import annotations

import pytest
from hand_trees import at, tree

from dragoman import ontology
from dragoman.coder import Coder
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.senses.merge import merge
from dragoman.language.parse import Sentence

MET_AND_SIGNED = tree("""
Envoys  envoy  NOUN  2 nsubj
met     meet   VERB  0 root
in      in     ADP   4 case
Suva    Suva   PROPN 2 obl B-LOC
and     and    CCONJ 6 cc
signed  sign   VERB  2 conj
it^     it     PRON  6 obj
.       .      PUNCT 2 punct
""")
NEGOTIATED = tree("""
Envoys     envoy     NOUN  2 nsubj
negotiated negotiate VERB  0 root
a          a         DET   4 det
truce^     truce     NOUN  2 obj
.          .         PUNCT 2 punct
""")
POSTPONED = """
Talks     talk     NOUN  {head} nsubj:pass
{phrase}
were      be       AUX   {head} aux:pass
postponed^ postpone VERB 0 root
.         .        PUNCT {head} punct
"""
BETWEEN = """between   between  ADP   3 case
Malaitans Malaitan PROPN 1 nmod
and       and      CCONJ 5 cc
Isatabu   Isatabu  PROPN 3 conj"""
THERE = """in        in       ADP   3 case
Oslo      Oslo     PROPN 1 nmod B-LOC"""
ON_IT = """on        on       ADP   3 case
borders   border   NOUN  1 nmod"""


def left(sentence: Sentence, **labels: str) -> list[str]:
    """Labels that stay, of one candidate for each word named."""
    given = [Candidate([at(sentence, word)], label, 0.9, None, "model") for word, label in labels.items()]
    return [c.label for c in merge(sentence, given, ontology.load())]


def test_who_met_and_signed_did_two_things() -> None:
    assert left(MET_AND_SIGNED, met="mediated_talks", signed="agreement_signed") == [
        "mediated_talks",
        "agreement_signed",
    ]


def test_a_truce_that_is_negotiated_is_one_event() -> None:
    assert left(NEGOTIATED, negotiated="direct_negotiation", truce="ceasefire_declared") == ["ceasefire_declared"]


@pytest.mark.parametrize(("phrase", "head", "both"), [(BETWEEN, 7, True), (THERE, 5, True), (ON_IT, 5, False)])
def test_talks_put_off_are_told_too_where_the_sentence_says_whose_or_where_they_are(
    phrase: str, head: int, both: bool
) -> None:
    sentence = tree(POSTPONED.format(phrase=phrase, head=head))
    found = left(sentence, Talks="direct_negotiation", postponed="talks_postponed")
    assert found == (["direct_negotiation", "talks_postponed"] if both else ["talks_postponed"])


@pytest.mark.parametrize(("phrase", "head", "both"), [(BETWEEN, 7, True), (THERE, 5, False)])
def test_talks_that_are_only_proposed_are_told_too_where_their_parties_are(phrase: str, head: int, both: bool) -> None:
    sentence = tree(POSTPONED.format(phrase=phrase, head=head).replace("postponed^ postpone", "proposed^ propose"))
    found = left(sentence, Talks="direct_negotiation", proposed="talks_proposed")
    assert found == (["direct_negotiation", "talks_proposed"] if both else ["talks_proposed"])


@pytest.mark.parametrize("sure", [True, False])
def test_of_neighbouring_words_the_surer_reading_stays_but_a_rule_of_the_most_specific_before_any(sure: bool) -> None:
    words = [at(MET_AND_SIGNED, "Envoys")], [at(MET_AND_SIGNED, "met")]
    likely = Candidate(words[0], "mediated_talks", 0.9, None, "model")
    specific = Candidate(words[1], "mediated_talks", 0.2, None, "rule", sure=sure)
    [found] = merge(MET_AND_SIGNED, [likely, specific], ontology.load())
    assert found is (specific if sure else likely) and found.words == [*words[0], *words[1]]


def test_a_truce_due_to_take_effect_is_told_once(coder: Coder) -> None:
    for text in ("The truce is due to take effect on Monday.", "The truce began to take hold on Friday."):
        assert [e.type for e in coder(text, published="1996-07-03").events] == ["ceasefire_effective"]
