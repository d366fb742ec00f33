"""What directly follows the object of a subordinate verb is that verb's, where the parser hangs it higher."""

from __future__ import annotations

from casts import cast, told
from hand_trees import at, tree

from dragoman.coder import Coder
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


def test_those_behind_a_participle_stay_its_own_where_a_comma_ends_it(coder: Coder) -> None:
    text = "The rebels, backed by Libya, Egypt and Chad, attacked the town."
    assert cast(told(coder, text, "attacked"))["initiator"] == {None}
    text = "Talks between Hamas and Fatah, mediated by Egypt, Qatar and Turkey, resumed in Cairo."
    found = cast(told(coder, text, "resumed"))
    assert (found["party"], found["mediator"]) == ({"group:pse-hamas", "group:pse-fatah"}, {"EGY", "QAT", "TUR"})


def test_a_clause_between_commas_parts_no_subject_from_its_verb(coder: Coder) -> None:
    text = (
        "The ambassadors of Bahrain, Oman and the UAE attended the ceremony, and Saudi Arabia, while reaffirming its support for the Palestinians, "
        "urged both sides to talk."
    )
    assert cast(told(coder, text, "attended"))["participant"] == {"BHR", "OMN", "ARE"}
    assert cast(told(coder, text, "reaffirming"))["initiator"] == {"SAU"}
    assert cast(told(coder, text, "urged"))["initiator"] == {"SAU"}


def test_who_stands_behind_a_whole_list_and_before_a_clause_does_what_follows(coder: Coder) -> None:
    text = "Turkey hosted talks between Ukraine and Russia in Istanbul, and the United States, while praising Ankara, sent no delegation."
    assert cast(told(coder, text, "sent"))["boycotting"] == {"USA"}
    text = "Kenya invited Somalia and Ethiopia, and Eritrea, while welcoming the invitation to others, stayed away."
    assert cast(told(coder, text, "stayed"))["boycotting"] == {"ERI"}


def test_who_acts_again_behind_a_clause_needs_no_new_name(coder: Coder) -> None:
    text = "Qatar met Chad and Sudan, and, after visiting Cairo, called for talks."
    assert cast(told(coder, text, "called"))["initiator"] == {"QAT"}
    text = "Kenya invited Somalia, Ethiopia, and Eritrea, while praising Uganda, and called for a truce."
    assert "KEN" in cast(told(coder, text, "called"))["initiator"]
