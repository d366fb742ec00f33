"""Which words belong to a trigger, and how: read off trees written by hand."""

from __future__ import annotations

import pytest
from hand_trees import at, tree, words

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.surroundings import Surroundings
from dragoman.language.parse import Sentence

URGED = tree("""
Egypt      Egypt      PROPN 2 nsubj B-LOC
urged      urge       VERB  0 root
both       both       DET   4 det
sides      side       NOUN  2 obj
to         to         PART  6 mark
reach      reach      VERB  2 xcomp
a          a          DET   8 det
settlement settlement NOUN  6 obj
after      after      SCONJ 12 mark
the        the        DET   11 det
truce      truce      NOUN  12 nsubj
collapsed^ collapse   VERB  2 advcl
.          .          PUNCT 2 punct
""")
STRIKE = tree("""
A        a       DET  3 det
drone    drone   NOUN 3 compound
strike   strike  NOUN 4 nsubj
killed   kill    VERB 0 root
the      the     DET  6 det
guard    guard   NOUN 4 obj
of       of      ADP  9 case
a        a       DET  9 det
tank^    tank    NOUN 6 nmod
.        .       PUNCT 4 punct
""")
BY_SHELLING = tree("""
Rebels   rebel   NOUN  2 nsubj
broke    break   VERB  0 root
the      the     DET   4 det
truce    truce   NOUN  2 obj
by       by      SCONJ 6 mark
shelling shell   VERB  2 advcl
Homs^    Homs    PROPN 6 obj B-LOC
.        .       PUNCT 2 punct
""")
TO_MONITOR = tree("""
Sudan     Sudan     PROPN 2 nsubj B-LOC
admitted  admit     VERB  0 root
observers observer  NOUN  2 obj
to        to        PART  5 mark
monitor   monitor   VERB  2 advcl
the       the       DET   7 det
truce^    truce     NOUN  5 obj
.         .         PUNCT 2 punct
""")
REACHED = tree("""
Rebels  rebel NOUN 2 nsubj
reached reach VERB 0 root
a       a     DET  5 det
peace   peace NOUN 5 compound
deal^   deal  NOUN 2 obj
.       .     PUNCT 2 punct
""")


def around(sentence: Sentence, trigger: str) -> Surroundings:
    return Surroundings(sentence, Candidate([at(sentence, trigger)], "REQUEST", 0.9, None, "model"))


@pytest.mark.parametrize(
    ("sentence", "trigger", "scope", "expected"),
    [
        (URGED, "urged", "about", {"urged", "Egypt", "sides", "both", "to", "reach", "settlement"}),
        (STRIKE, "killed", "means", {"strike", "drone"}),
        (BY_SHELLING, "broke", "means", {"Rebels", "shelling"}),
        (REACHED, "deal", "trigger", {"deal", "reached"}),
        (TO_MONITOR, "monitor", "clause", {"Sudan", "admitted", "observers", "to", "monitor", "the", "truce", "."}),
        (URGED, "collapsed", "clause", {"after", "the", "truce", "collapsed"}),
    ],
)
def test_words_of_a_scope(sentence: Sentence, trigger: str, scope: str, expected: set[str]) -> None:
    assert set(words(sentence, around(sentence, trigger).words(scope))) == expected


def test_a_wording_of_several_words_ends_in_the_scope() -> None:
    found = around(REACHED, "deal")
    assert found.has("trigger", frozenset({("peace", "deal")}))
    assert not found.has("trigger", frozenset({("truce", "deal")}))
    assert not found.has("trigger", frozenset({("peace",)}))


def test_lemmas_and_forms_are_both_found() -> None:
    found = around(STRIKE, "killed")
    assert found.has("trigger", frozenset({("kill",)})) and found.has("trigger", frozenset({("killed",)}))
