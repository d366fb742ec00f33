"""What is asked is not told, unless the question takes it for granted."""

from __future__ import annotations

import pytest
from hand_trees import at, tree
from misread import misread

from dragoman.coder import Coder
from dragoman.coder.grammar.questions import asked
from dragoman.coder.words import Words
from dragoman.records import EventMention

MODALITY = Words().lexicon.modality


def told(coder: Coder, text: str, trigger: str) -> EventMention:
    coded = coder(text, published="2016-12-17", outlet="The Herald")
    return next(e for e in coded.events if trigger in e.evidence.trigger.text)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Did Egypt mediate the talks between Hamas and Israel?", "talks"),
        ("Have the talks between Israel and Hamas collapsed?", "collapsed"),
        ("But will the talks between Israel and Hamas resume in Cairo?", "resume"),
        ("What if the talks between Israel and Hamas collapse?", "collapse"),
        ("Egypt mediated the talks between Israel and Hamas, but will Israel sign the deal?", "sign"),
        ("“Will Egypt host the talks?” a reporter asked.", "talks"),
        ("Did Sudan say that Kenya had mediated talks with the rebels?", "talks"),
        ("Did Israel walk out after Egypt had brokered a truce with Hamas?", "walk out"),
    ],
)
def test_what_a_question_leaves_open_is_proposed_and_underspecified(coder: Coder, text: str, trigger: str) -> None:
    event = told(coder, text, trigger)
    assert (event.status, event.certainty) == ("proposed", "underspecified")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("When did the talks between Israel and Hamas collapse?", "collapse", "collapsed"),
        ("Why did Israel walk out of the talks?", "walk out", "held"),
        ("In which city did Israel and Hamas hold talks?", "talks", "held"),
        ("Who brokered the ceasefire between Israel and Hamas?", "ceasefire", "held"),
        ("Does anyone know who mediated the talks between Hamas and Israel?", "talks", "held"),
        ("Egypt mediated the talks between Israel and Hamas, but will Israel sign the deal?", "talks", "held"),
        ("Did Israel walk out after Egypt had brokered a truce with Hamas?", "truce", "held"),
        ("Will the ceasefire that Qatar brokered in May between the rebels and the army hold?", "ceasefire", "held"),
        misread(
            "the model finds the failing only possible",
            "If the truce fails, where will Israel and Hamas hold talks?",
            "fails",
            "proposed",
        ),
        ("Asked “will the talks resume?”, Lavrov said Russia had walked out of the talks.", "walked out", "held"),
    ],
)
def test_what_a_question_takes_for_granted_stays_as_it_is(coder: Coder, text: str, trigger: str, status: str) -> None:
    event = told(coder, text, trigger)
    assert (event.status, event.certainty) == (status, "certain")


INVERTED = """
Did     do     AUX  3 aux
Oman    Oman   PROPN 3 nsubj B-LOC
mediate^ mediate VERB 0 root
,       ,      PUNCT 5 punct
asked   ask    VERB 3 parataxis
one^    one    NUM  5 nsubj
.       .      PUNCT 3 punct
"""
CONDITION = """
Should  should AUX  3 aux
talks   talk   NOUN 3 nsubj
fail^   fail   VERB 6 advcl
,       ,      PUNCT 3 punct
Oman    Oman   PROPN 6 nsubj B-LOC
mediates^ mediate VERB 0 root
.       .      PUNCT 6 punct
"""


def test_an_auxiliary_before_its_subject_asks_without_a_question_mark() -> None:
    sentence = tree(INVERTED)
    assert asked(sentence, [at(sentence, "mediate")], MODALITY)


def test_an_inverted_condition_asks_nothing() -> None:
    sentence = tree(CONDITION)
    assert not asked(sentence, [at(sentence, "fail")], MODALITY)
    assert not asked(sentence, [at(sentence, "mediates")], MODALITY)
