"""The ontology's triggers on trees written by hand: anchor, conditions, and what must not match."""

from __future__ import annotations

import pytest
from hand_trees import at, tree, words

from dragoman.actors import Knowledge
from dragoman.coder.deciding.triggers import TriggerMatcher
from dragoman.coder.grammar.slots import Slots
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.words import Words
from dragoman.language.parse import Sentence
from dragoman.ontology import Ontology

NO_EVENT = "none"


@pytest.fixture(scope="module")
def matcher(shipped_ontology: Ontology) -> TriggerMatcher:
    return TriggerMatcher(shipped_ontology, Words().light_verbs)


def found(sentence: Sentence, matcher: TriggerMatcher, knowledge: Knowledge) -> dict[str, str]:
    mentions = Mentions(sentence.text, [sentence], knowledge, published=None, context=None)
    return {" ".join(words(sentence, m.words)): m.trigger.label for m in matcher.match(sentence, mentions)}


PROPOSED = tree("""
Russia   Russia  PROPN 2 nsubj B-LOC
proposed propose VERB  0 root
talks    talk    NOUN  2 obj
in       in      ADP   5 case
Astana^  Astana  PROPN 3 nmod B-LOC
.        .       PUNCT 2 punct
""")
MEDIATED = tree("""
Oman     Oman    PROPN 2 nsubj B-LOC
mediated mediate VERB  0 root
talks    talk    NOUN  2 obj
between  between ADP   5 case
Iran     Iran    PROPN 3 nmod B-LOC
and      and     CCONJ 7 cc
Iraq^    Iraq    PROPN 5 conj B-LOC
.        .       PUNCT 2 punct
""")
NOT_INVITED = tree("""
Iran     Iran    PROPN 4 nsubj:pass B-LOC
was      be      AUX   4 aux:pass
not      not     PART  4 advmod
invited  invite  VERB  0 root
to       to      ADP   7 case
the      the     DET   7 det
talks^   talk    NOUN  4 obl
.        .       PUNCT 4 punct
""")
CALLED_OFF = tree("""
Egypt    Egypt   PROPN 2 nsubj B-LOC
called   call    VERB  0 root
the      the     DET   4 det
talks    talk    NOUN  2 obj
off^     off     ADP   2 compound:prt
.        .       PUNCT 2 punct
""")
COMPANY = tree("""
The      the     DET   2 det
broker   broker  NOUN  3 nsubj
sold     sell    VERB  0 root
the      the     DET   5 det
shares^  share   NOUN  3 obj
.        .       PUNCT 3 punct
""")


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        (PROPOSED, "talks_proposed"),
        (MEDIATED, "mediated_talks"),
        (NOT_INVITED, "exclusion_declared"),
        (CALLED_OFF, "talks_cancelled"),
    ],
    ids=["proposed", "mediated", "not invited", "called the talks off"],
)
def test_a_plain_wording_is_seen(sentence: Sentence, label: str, matcher: TriggerMatcher, knowledge: Knowledge) -> None:
    assert label in found(sentence, matcher, knowledge).values()


def test_a_sentence_of_business_tells_of_no_mediation(matcher: TriggerMatcher, knowledge: Knowledge) -> None:
    assert not {"mediated_talks", "agreement_signed"} & set(found(COMPANY, matcher, knowledge).values())


def test_an_invitation_without_a_negation_excludes_nobody(matcher: TriggerMatcher, knowledge: Knowledge) -> None:
    invited = tree("""
    Egypt    Egypt   PROPN 2 nsubj B-LOC
    invited  invite  VERB  0 root
    Iran     Iran    PROPN 2 obj B-LOC
    to       to      ADP   6 case
    the      the     DET   6 det
    talks^   talk    NOUN  2 obl
    .        .       PUNCT 2 punct
    """)
    assert "exclusion_declared" not in found(invited, matcher, knowledge).values()


def test_a_wording_that_its_trigger_rules_out_does_not_match(matcher: TriggerMatcher, knowledge: Knowledge) -> None:
    wedding = tree("""
    Iran     Iran    PROPN 4 nsubj:pass B-LOC
    was      be      AUX   4 aux:pass
    not      not     PART  4 advmod
    invited  invite  VERB  0 root
    to       to      ADP   7 case
    the      the     DET   7 det
    wedding^ wedding NOUN  4 obl
    .        .       PUNCT 4 punct
    """)
    assert "exclusion_declared" not in found(wedding, matcher, knowledge).values()


def test_no_two_matches_mark_the_same_word(matcher: TriggerMatcher, knowledge: Knowledge) -> None:
    for sentence in (PROPOSED, MEDIATED, NOT_INVITED, CALLED_OFF):
        mentions = Mentions(sentence.text, [sentence], knowledge, published=None, context=None)
        marked = [i for m in matcher.match(sentence, mentions) for i in m.words]
        assert len(marked) == len(set(marked))


def test_the_fillers_of_a_match_are_read_off_the_tree(matcher: TriggerMatcher, knowledge: Knowledge) -> None:
    mentions = Mentions(MEDIATED.text, [MEDIATED], knowledge, published=None, context=None)
    match = next(m for m in matcher.match(MEDIATED, mentions) if m.trigger.label == "mediated_talks")
    assert words(MEDIATED, match.slots["agent"]) == ["Oman"]
    assert words(MEDIATED, match.slots["patient"]) == ["talks"]


def test_matching_does_not_depend_on_what_was_matched_before(
    matcher: TriggerMatcher, knowledge: Knowledge, shipped_ontology: Ontology
) -> None:
    fresh = TriggerMatcher(shipped_ontology, Words().light_verbs)
    for sentence in (COMPANY, MEDIATED, PROPOSED):
        found(sentence, matcher, knowledge)
    assert found(PROPOSED, matcher, knowledge) == found(PROPOSED, fresh, knowledge)


def slots_of(sentence: Sentence, word: str, matcher: TriggerMatcher, knowledge: Knowledge) -> Slots:
    mentions = Mentions(sentence.text, [sentence], knowledge, published=None, context=None)
    return matcher.view(sentence, mentions).slots(at(sentence, word), "verb")


TOLD_BEFORE = tree("""
Chad     Chad    PROPN 2 nsubj B-LOC
said     say     VERB  0 root
Sudan    Sudan   PROPN 4 nsubj B-LOC
advanced advance VERB  2 ccomp
and      and     CCONJ 6 cc
fired^   fire    VERB  4 conj
.        .       PUNCT 2 punct
""")
TOLD_AFTER = tree("""
Sudan    Sudan   PROPN 2 nsubj B-LOC
fired^   fire    VERB  0 root
,        ,       PUNCT 5 punct
Chad     Chad    PROPN 5 nsubj B-LOC
said     say     VERB  2 parataxis
.        .       PUNCT 2 punct
""")
ACCORDING = tree("""
According accord VERB  3 case
to       to      ADP   1 fixed
Chad     Chad    PROPN 5 obl B-LOC
Sudan    Sudan   PROPN 5 nsubj B-LOC
fired^   fire    VERB  0 root
.        .       PUNCT 5 punct
""")
UNTIL = tree("""
Chad     Chad    PROPN 4 nsubj B-LOC
will     will    AUX   4 aux
not      not     PART  4 advmod
talk     talk    VERB  0 root
until    until   SCONJ 7 mark
Sudan    Sudan   PROPN 7 nsubj B-LOC
disarms^ disarm  VERB  4 advcl
.        .       PUNCT 4 punct
""")
AT_REQUEST = tree("""
Chad     Chad    PROPN 3 nsubj:pass B-LOC
was      be      AUX   3 aux:pass
excluded^ exclude VERB 0 root
at       at      ADP   6 case
the      the     DET   6 det
request  request NOUN  3 obl
of       of      ADP   8 case
Sudan    Sudan   PROPN 6 nmod B-LOC
.        .       PUNCT 3 punct
""")


@pytest.mark.parametrize(
    ("sentence", "word", "slot", "filler"),
    [
        (TOLD_BEFORE, "fired", "teller", "Chad"),
        (TOLD_AFTER, "fired", "teller", "Chad"),
        (ACCORDING, "fired", "teller", "Chad"),
        (UNTIL, "disarms", "above", "Chad"),
        (AT_REQUEST, "excluded", "at_whose", "Sudan"),
    ],
    ids=["said before", "said after", "according to", "until", "at the request of"],
)
def test_who_stands_above_the_clause_fills_a_slot(
    sentence: Sentence, word: str, slot: str, filler: str, matcher: TriggerMatcher, knowledge: Knowledge
) -> None:
    assert words(sentence, slots_of(sentence, word, matcher, knowledge)[slot]) == [filler]


def test_whoever_acts_after_another_act_tells_nothing(matcher: TriggerMatcher, knowledge: Knowledge) -> None:
    assert not slots_of(UNTIL, "disarms", matcher, knowledge)["teller"]
