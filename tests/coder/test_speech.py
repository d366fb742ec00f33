"""Speech in the tree: who is told to say what, to whom; acting is no speech."""

from __future__ import annotations

import pytest
from hand_trees import at, tree, words

from dragoman.coder.attribution.speech import speeches
from dragoman.coder.attribution.speech_content import Speech
from dragoman.coder.words import Words
from dragoman.language.parse import Sentence

REPORTING = Words().reporting


def told(rows: str) -> tuple[Sentence, list[Speech]]:
    sentence = tree(rows)
    return sentence, speeches(sentence, REPORTING)


ACTS = """
Oman     Oman    PROPN 2 nsubj B-LOC
{verb}   {lemma} VERB  0 root
a        a       DET   4 det
truce^   truce   NOUN  2 obj
;        ;       PUNCT 7 punct
Yemen    Yemen   PROPN 7 nsubj B-LOC
objected object  VERB  2 parataxis
.        .       PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("verb", "lemma"), [("signed", "sign"), ("observed", "observe"), ("carried", "carry"), ("repeated", "repeat")]
)
def test_who_acts_says_nothing(verb: str, lemma: str) -> None:
    assert told(ACTS.format(verb=verb, lemma=lemma))[1] == []


def test_what_stands_behind_a_semicolon_is_not_what_was_announced() -> None:
    sentence, [speech] = told(ACTS.format(verb="announced", lemma="announce"))
    assert words(sentence, sorted(speech.content)) == ["a", "truce"]


SAID = """
Envoys   envoy   NOUN  2 nsubj O person
told     tell    VERB  0 root
Reuters  Reuters PROPN 2 iobj  B-ORG organization
that     that    SCONJ 7 mark
Oman     Oman    PROPN 7 nsubj B-LOC
had      have    AUX   7 aux
left^    leave   VERB  2 ccomp
.        .       PUNCT 2 punct
"""


def test_whom_a_speaker_tells_is_kept() -> None:
    sentence, [speech] = told(SAID)
    assert words(sentence, speech.speakers) == ["Envoys"]
    assert words(sentence, speech.to) == ["Reuters"]
    assert at(sentence, "left") in speech.content and at(sentence, "Reuters") not in speech.content


QUOTED = """
TASS     TASS    PROPN 2 nsubj B-ORG organization
quoted   quote   VERB  0 root
envoys   envoy   NOUN  2 obj O person
as       as      SCONJ 5 mark
saying   say     VERB  2 advcl
Oman     Oman    PROPN 7 nsubj B-LOC
left^    leave   VERB  5 ccomp
.        .       PUNCT 2 punct
"""
QUOTED_BY = """
Envoys   envoy   NOUN  3 nsubj:pass O person
were     be      AUX   3 aux:pass
quoted   quote   VERB  0 root
by       by      ADP   5 case
TASS     TASS    PROPN 3 obl:agent B-ORG organization
as       as      SCONJ 7 mark
saying   say     VERB  3 advcl
Oman     Oman    PROPN 9 nsubj B-LOC
left^    leave   VERB  7 ccomp
.        .       PUNCT 3 punct
"""


@pytest.mark.parametrize("rows", [QUOTED, QUOTED_BY])
def test_who_quotes_and_who_is_quoted_both_answer_for_the_words(rows: str) -> None:
    sentence, [outer, inner] = told(rows)
    assert words(sentence, outer.speakers) == ["TASS"]
    assert [w.lower() for w in words(sentence, inner.speakers)] == ["envoys"]
    assert inner.cited and not outer.cited
    assert at(sentence, "left") in outer.content & inner.content


CITING = """
TASS^    TASS    PROPN 6 nsubj B-ORG organization
,        ,       PUNCT 3 punct
citing   cite    VERB  1 acl
envoys^  envoy   NOUN  3 obj O person
,        ,       PUNCT 3 punct
said     say     VERB  0 root
Oman     Oman    PROPN 8 nsubj B-LOC
left^    leave   VERB  6 ccomp
.        .       PUNCT 6 punct
"""


def test_who_is_cited_answers_for_the_words_of_who_cites() -> None:
    sentence, found = told(CITING)
    assert {words(sentence, s.speakers)[0]: s.cited for s in found} == {"TASS": False, "envoys": True}
    assert all(at(sentence, "left") in s.content for s in found)


def test_what_somebody_did_not_say_is_not_said() -> None:
    denied = SAID.replace("told     tell    VERB  0 root", "told     tell    VERB  0 root").replace(
        "Reuters  Reuters PROPN 2 iobj  B-ORG organization", "not      not     PART  2 advmod"
    )
    assert told(denied)[1] == []


ACCUSED = """
Oman     Oman    PROPN 2 nsubj B-LOC
accused  accuse  VERB  0 root
Yemen    Yemen   PROPN 2 obj B-LOC
of       of      SCONJ 5 mark
breaking break   VERB  2 advcl
the      the     DET   7 det
truce^   truce   NOUN  5 obj
.        .       PUNCT 2 punct
"""


def test_an_accuser_answers_for_the_charge_only() -> None:
    sentence, [speech] = told(ACCUSED)
    assert {at(sentence, "breaking"), at(sentence, "truce")} <= speech.content
    assert at(sentence, "Yemen") not in speech.content
