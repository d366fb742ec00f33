"""Subjects that were taken for the end of a list before them."""

from __future__ import annotations

from hand_trees import at, tree

from dragoman.language.en.fronted import with_fronted_subjects

SWALLOWED = """
After     after     ADP   2 case
mediation mediation NOUN  9 obl
by        by        ADP   4 case
Kenya^    Kenya     PROPN 2 nmod B-LOC
,         ,         PUNCT 6 punct
Sudan     Sudan     PROPN {sudan} B-LOC
and       and       CCONJ 8 cc
Chad      Chad      PROPN {chad} B-LOC
signed    sign      VERB  0 root
it^       it        PRON  9 obj
.         .         PUNCT 9 punct
"""


def hung(sudan: str, chad: str, rows: str = SWALLOWED) -> list[tuple[int, str]]:
    """Head and relation of the two names."""
    sentence = tree(rows.format(sudan=sudan, chad=chad))
    with_fronted_subjects(sentence.tokens)
    return [
        (sentence.tokens[at(sentence, w)].head, sentence.tokens[at(sentence, w)].relation) for w in ("Sudan", "Chad")
    ]


def test_two_names_before_a_verb_without_a_subject_are_its_subject() -> None:
    assert hung("4 conj", "4 conj") == [(8, "nsubj"), (5, "conj")]
    assert hung("2 nmod", "6 conj") == [(8, "nsubj"), (5, "conj")]


def test_the_second_joins_the_first_where_that_is_the_subject() -> None:
    assert hung("9 nsubj", "4 conj") == [(8, "nsubj"), (5, "conj")]


def test_a_list_before_a_verb_with_a_subject_stays_one() -> None:
    rows = SWALLOWED.replace("signed    sign      VERB  0 root", "they they PRON 10 nsubj\nsigned sign VERB 0 root")
    rows = rows.replace("NOUN  9 obl", "NOUN  10 obl").replace("it^       it        PRON  9 obj", "it^ it PRON 10 obj")
    rows = rows.replace("PUNCT 9 punct", "PUNCT 10 punct")
    assert hung("4 conj", "4 conj", rows) == [(3, "conj"), (3, "conj")]


def test_a_list_before_the_subject_stays_one() -> None:
    rows = SWALLOWED.replace(
        "signed    sign      VERB  0 root", "fighting fighting NOUN 10 nsubj\nraged rage VERB 0 root"
    )
    rows = rows.replace("NOUN  9 obl", "NOUN  10 obl").replace("it^       it        PRON  9 obj", "it^ it PRON 10 obj")
    rows = rows.replace("PUNCT 9 punct", "PUNCT 10 punct")
    assert hung("4 conj", "4 conj", rows) == [(3, "conj"), (3, "conj")]
