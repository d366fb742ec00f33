"""What directly follows the object of a subordinate verb is that verb's, where the parser hangs it higher."""

from __future__ import annotations

from hand_trees import at, tree

from dragoman.coder.grammar.attachment import mend_attachment

INSULT = """
Moscow    Moscow  PROPN 2 nsubj
insults   insult  VERB  0 root
by        by      SCONJ 4 mark
excluding exclude VERB  2 advcl
Oman      Oman    PROPN 4 obj
from      from    ADP   7 case
talks^    talk    NOUN  2 obl
.         .       PUNCT 2 punct
"""


def test_from_behind_the_object_is_of_the_lower_verb() -> None:
    sentence = tree(INSULT)
    mend_attachment(sentence)
    talks, excluding = at(sentence, "talks"), at(sentence, "excluding")
    assert sentence.tokens[talks].head == excluding
    assert talks in sentence.children[excluding] and talks not in sentence.children[at(sentence, "insults")]


def test_other_phrases_and_those_further_off_stay_where_they_are() -> None:
    for rows in (INSULT.replace("from      from", "in        in  "), INSULT.replace("2 advcl", "2 xcomp")):
        sentence = tree(rows)
        before = [t.head for t in sentence.tokens]
        mend_attachment(sentence)
        assert [t.head for t in sentence.tokens] == before
