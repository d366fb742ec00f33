"""Noun phrases: which words stand for one participant, and whom pronouns mean."""

from __future__ import annotations

from hand_trees import at, tree

from dragoman.actors import Knowledge
from dragoman.coder.grammar.phrases import conjuncts, phrase_words, preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence


def phrase(sentence: Sentence, head: str) -> str:
    first, last = phrase_words(sentence, at(sentence, head))
    return " ".join(t.text for t in sentence.tokens[first : last + 1])


OPPOSITION = tree("""
The      the     DET   2 det
representatives representative NOUN 7 nsubj O person
of       of      ADP   6 case
the      the     DET   6 det
armed    armed   ADJ   6 amod
opposition opposition NOUN 2 nmod
met      meet    VERB  0 root
Foreign  Foreign PROPN 9 compound
Minister minister PROPN 7 obj O person
Sergei   Sergei  PROPN 9 flat B-PER
Lavrov   Lavrov  PROPN 9 flat I-PER
and      and     CCONJ 13 cc
Iran^    Iran    PROPN 9 conj B-LOC
.        .       PUNCT 7 punct
""")


def test_an_of_phrase_belongs_to_its_noun_and_the_article_does_not() -> None:
    assert phrase(OPPOSITION, "representatives") == "representatives of the armed opposition"


def test_title_and_name_are_one_phrase_and_the_next_in_the_row_is_another() -> None:
    assert phrase(OPPOSITION, "Minister") == "Foreign Minister Sergei Lavrov"
    assert phrase(OPPOSITION, "Iran") == "Iran"


def test_a_denial_before_a_name_is_no_part_of_it() -> None:
    sentence = tree("""
    They     they    PRON  2 nsubj
    asked    ask     VERB  0 root
    Oman^    Oman    PROPN 2 obj B-LOC
    ,        ,       PUNCT 6 punct
    not      not     PART  6 advmod
    Washington^ Washington PROPN 3 conj B-LOC
    .        .       PUNCT 2 punct
    """)
    assert phrase(sentence, "Washington") == "Washington"


def test_a_row_of_names_is_spelled_out_in_order() -> None:
    sentence = tree("""
    Iran^    Iran    PROPN 6 nsubj B-LOC
    ,        ,       PUNCT 3 punct
    Iraq     Iraq    PROPN 1 conj B-LOC
    and      and     CCONJ 5 cc
    Oman     Oman    PROPN 1 conj B-LOC
    met^     meet    VERB  0 root
    .        .       PUNCT 6 punct
    """)
    assert [sentence.tokens[i].text for i in conjuncts(sentence, 0)] == ["Iran", "Iraq", "Oman"]


def test_the_preposition_of_a_noun_is_the_word_that_introduces_it() -> None:
    assert preposition(OPPOSITION, at(OPPOSITION, "opposition")) == "of"
    assert preposition(OPPOSITION, at(OPPOSITION, "representatives")) is None


def document(knowledge: Knowledge, *rows: str) -> tuple[list[Sentence], Mentions]:
    sentences: list[Sentence] = []
    text = ""
    for number, written in enumerate(rows):
        sentence = tree(written, start=len(text), index=number)
        sentences.append(sentence)
        text += sentence.text + " "
    return sentences, Mentions(text, sentences, knowledge, published=None, context=None)


KERRY = """
Oman     Oman    PROPN 2 nsubj B-LOC
received receive VERB  0 root
the      the     DET   5 det
Syrian   Syrian  ADJ   5 amod
rebels^  rebel   NOUN  2 obj O person
.        .       PUNCT 2 punct
"""
IT_LEFT = """
It       it      PRON  2 nsubj
invited  invite  VERB  0 root
them^    they    PRON  2 obj
.        .       PUNCT 2 punct
"""


def test_it_is_the_state_and_them_are_the_rebels(knowledge: Knowledge) -> None:
    sentences, mentions = document(knowledge, KERRY, IT_LEFT)
    second = sentences[1]
    it, them = mentions.at(second, 0), mentions.at(second, 2)
    assert it.pronoun and it.resolution.actor == "OMN"
    assert them.pronoun and them.resolution.country == "SYR"
    assert "rebels" in them.resolution.why


def test_a_pronoun_with_nobody_before_it_means_nobody(knowledge: Knowledge) -> None:
    sentences, mentions = document(knowledge, IT_LEFT)
    it = mentions.at(sentences[0], 0)
    assert not it.known
    assert it.resolution.why == "pronoun without antecedent"


def test_a_pronoun_never_means_somebody_who_comes_later(knowledge: Knowledge) -> None:
    sentences, mentions = document(knowledge, IT_LEFT, KERRY)
    assert mentions.at(sentences[0], 0).resolution.actor is None


def test_each_mention_bears_its_own_words(knowledge: Knowledge) -> None:
    sentences, mentions = document(knowledge, KERRY, IT_LEFT)
    text = " ".join(s.text for s in sentences)
    for sentence in sentences:
        for mention in mentions.of_sentence(sentence):
            assert text[mention.span.start : mention.span.end] == mention.span.text


def test_a_bound_belongs_to_the_phrase_with_its_at() -> None:
    sentence = tree("""
    At      at     ADP  2 case
    least   least  ADJ  3 nmod
    three   three  NUM  4 nummod
    people^ people NOUN 5 nsubj
    died^   die    VERB 0 root
    .       .      PUNCT 5 punct
    """)
    first, last = phrase_words(sentence, at(sentence, "people"))
    assert sentence.text[slice(*sentence.slice(first, last))] == "At least three people"


def test_a_bracket_that_a_phrase_does_not_close_is_no_part_of_it() -> None:
    sentence = tree(
        "with with ADP 2 case\nyou^ you PRON 0 root\n(^ ( PUNCT 4 punct\nIsrael^ Israel PROPN 2 flat\n) ) PUNCT 4 punct"
    )
    assert phrase_words(sentence, 1) == (1, 1)
    assert phrase_words(sentence, 3) == (3, 3)
