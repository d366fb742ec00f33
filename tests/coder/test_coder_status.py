"""Status, polarity, certainty and tense: what the words around it do (codebook 2.3, R22 to R24)."""

from __future__ import annotations

import msgspec
import pytest
from hand_trees import at, read, tree

from dragoman.coder import Coder
from dragoman.coder.draft.candidate import Candidate, RuleMatch
from dragoman.coder.grammar.effects import surrounding_effects
from dragoman.coder.occurrence.clause_told import Clause
from dragoman.coder.occurrence.status import clause_values, read_clause
from dragoman.coder.words import Words
from dragoman.language.parse import EventReading, Sentence
from dragoman.ontology import Condition, Trigger

MODALITY = Words().lexicon.modality
LABELS = {
    "status": ["held", "proposed", "planned", "under_way", "denied", "planned_not_held"],
    "polarity": ["affirmed", "negated"],
    "certainty": ["certain", "probable", "possible"],
    "tense": ["past", "planned", "desired", "conditional", "hypothetical", "ongoing"],
}


def torn(size: int) -> EventReading:
    """A model that takes everything for held, but only just."""
    even = {
        head: (names, {name: (0.3 if i == 0 else 0.2) for i, name in enumerate(names)})
        for head, names in LABELS.items()
    }
    return read(size, ["O", "talks"], {}, even)


def sure(size: int) -> EventReading:
    """A model that is certain that everything was held in the past."""
    return read(size, ["O", "talks"], {}, {head: (names, {names[0]: 0.97}) for head, names in LABELS.items()})


def values(rows: str, trigger: str, reading: object = torn, rule: RuleMatch | None = None) -> dict[str, str]:
    sentence = tree(rows)
    sentence.reading = reading(len(sentence))  # type: ignore[operator]
    candidate = Candidate([at(sentence, trigger)], "mediated_talks", 0.9, rule, "rule" if rule else "model")
    return clause_values(sentence, candidate, LABELS, MODALITY)


def effects(sentence: Sentence, trigger: str) -> set[str | None]:
    return {e.status for e in surrounding_effects(sentence, at(sentence, trigger), MODALITY)}


PLAIN = """
The     the    DET  2 det
sides   side   NOUN 3 nsubj
held    hold   VERB 0 root
talks^  talk   NOUN 3 obj
.       .      PUNCT 3 punct
"""
WILL = """
The     the    DET  2 det
sides   side   NOUN 4 nsubj
will    will   AUX  4 aux
hold    hold   VERB 0 root
talks^  talk   NOUN 4 obj
.       .      PUNCT 4 punct
"""
COULD = WILL.replace("will    will", "could   could")
PLANNED = """
Planned planned ADJ 2 amod
talks   talk   NOUN 3 nsubj
failed^ fail   VERB 0 root
.       .      PUNCT 3 punct
"""
NOT_HELD = """
The     the    DET  2 det
sides   side   NOUN 5 nsubj
did     do     AUX  5 aux
n't     not    PART 5 advmod
hold    hold   VERB 0 root
talks^  talk   NOUN 5 obj
.       .      PUNCT 5 punct
"""
NO_TALKS = """
No      no     DET  2 det
talks   talk   NOUN 3 nsubj
took    take   VERB 0 root
place^  place  NOUN 3 obj
.       .      PUNCT 3 punct
"""
IF = """
If      if     SCONJ 3 mark
talks   talk   NOUN 3 nsubj
begin^  begin  VERB 7 advcl
,       ,      PUNCT 3 punct
the     the    DET  6 det
truce   truce  NOUN 7 nsubj
holds^  hold   VERB 0 root
.       .      PUNCT 7 punct
"""
HOPES = """
Egypt   Egypt  PROPN 2 nsubj B-LOC
hopes   hope   VERB 0 root
to      to     PART 4 mark
host    host   VERB 2 xcomp
talks^  talk   NOUN 4 obj
.       .      PUNCT 2 punct
"""
DENIED = """
The     the    DET  2 det
army    army   NOUN 3 nsubj
denied  deny   VERB 0 root
that    that   SCONJ 6 mark
talks   talk   NOUN 6 nsubj
took    take   VERB 3 ccomp
place^  place  NOUN 6 obj
.       .      PUNCT 3 punct
"""


def test_without_any_sign_the_model_s_reading_stands() -> None:
    assert values(PLAIN, "talks") == {
        "status": "held", "polarity": "affirmed", "certainty": "certain", "tense": "past",
    }  # fmt: skip


def test_what_will_be_is_planned() -> None:
    found = values(WILL, "talks")
    assert (found["status"], found["tense"], found["polarity"]) == ("planned", "planned", "affirmed")


def test_what_could_be_is_at_most_proposed_and_possible() -> None:
    found = values(COULD, "talks")
    assert (found["status"], found["tense"], found["certainty"]) == ("proposed", "hypothetical", "possible")


def test_planned_talks_are_planned() -> None:
    assert values(PLANNED, "talks")["status"] == "planned"


@pytest.mark.parametrize("rows", [NOT_HELD, NO_TALKS], ids=["did n't hold", "no talks"])
def test_a_negation_at_the_event_or_its_verb_negates_it(rows: str) -> None:
    assert values(rows, "talks")["polarity"] == "negated"


def test_what_stands_under_if_is_conditional() -> None:
    found = values(IF, "talks")
    assert (found["status"], found["tense"]) == ("proposed", "conditional")


def test_a_condition_does_not_reach_into_the_main_clause() -> None:
    assert "proposed" not in effects(tree(IF), "truce")


def test_a_hope_does_not_reach_into_what_is_said() -> None:
    sentence = tree("""
    Egypt   Egypt  PROPN 2 nsubj B-LOC
    hopes   hope   VERB 0 root
    to      to     PART 4 mark
    say     say    VERB 2 xcomp
    that    that   SCONJ 7 mark
    talks   talk   NOUN 7 nsubj
    failed^ fail   VERB 4 ccomp
    .       .      PUNCT 2 punct
    """)
    assert "proposed" not in effects(sentence, "talks")


def test_what_somebody_hopes_for_is_proposed_and_desired() -> None:
    found = values(HOPES, "talks")
    assert (found["status"], found["tense"]) == ("proposed", "desired")


def test_what_somebody_denied_is_denied() -> None:
    found = values(DENIED, "talks")
    assert (found["status"], found["polarity"]) == ("denied", "negated")


def test_the_subject_is_not_under_its_verb_s_plan() -> None:
    """ "The talks plan to ..." is odd, but "negotiators hope" says nothing on who negotiates."""
    sentence = tree("""
    Negotiators negotiator NOUN 2 nsubj
    hope    hope   VERB 0 root
    .       .      PUNCT 2 punct
    """)
    assert effects(sentence, "Negotiators") == set()


def test_a_model_that_is_sure_is_not_talked_out_of_it_by_one_word() -> None:
    assert values(COULD, "talks", reading=sure)["status"] == "held"


def test_what_the_trigger_s_own_wording_fixes_wins_over_all() -> None:
    trigger = Trigger(
        id="t/x",
        type="talks_cancelled",
        category=None,
        anchor="verb",
        lemmas=frozenset(),
        set={"status": "planned_not_held"},
    )
    found = values(WILL, "talks", reading=sure, rule=RuleMatch(trigger, [4], [4], {}))
    assert found["status"] == "planned_not_held"
    assert found["tense"] == "past"


@pytest.mark.parametrize(
    ("adjective", "status"),
    [("proposed", "proposed"), ("ongoing", "under_way"), ("next", "planned"), ("failed", "collapsed")],
)
def test_adjectives_of_the_event_noun_tell_its_status(adjective: str, status: str) -> None:
    sentence = tree(PLANNED.replace("Planned planned", f"{adjective.title()} {adjective}"))
    assert status in effects(sentence, "talks")


CALLED_OFF = """
The     the    DET  2 det
sides   side   NOUN 3 nsubj
called  call   VERB 0 root
off     off    ADP  3 compound:prt
the     the    DET  6 det
talks^  talk   NOUN 3 obj
.       .      PUNCT 3 punct
"""
HAVE_TO = """
The     the    DET  2 det
sides   side   NOUN 3 nsubj
have    have   VERB 0 root
to      to     PART 5 mark
hold    hold   VERB 3 xcomp
talks^  talk   NOUN 5 obj
.       .      PUNCT 3 punct
"""
IN_CASE = """
They    they   PRON 2 nsubj
wait    wait   VERB 0 root
in      in     ADP  6 mark
case    case   NOUN 3 fixed
talks   talk   NOUN 6 nsubj
begin^  begin  VERB 2 advcl
.       .      PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("rows", "trigger", "status"),
    [
        (CALLED_OFF, "talks", "cancelled"),
        (CALLED_OFF.replace("compound:prt", "discourse"), "talks", "proposed"),
        (HAVE_TO, "talks", "proposed"),
        (IN_CASE, "begin", "proposed"),
    ],
)
def test_a_verb_counts_with_its_particle_and_a_marker_with_the_words_fixed_to_it(
    rows: str, trigger: str, status: str
) -> None:
    assert effects(tree(rows), trigger) - {None} == {status}


def test_every_entry_is_of_a_form_that_is_looked_up() -> None:
    """Words that stand where nobody looks for them do nothing."""
    single = [MODALITY.modals, MODALITY.complement_nouns, MODALITY.complement_adjectives]
    long = {words for table in single for words in table if len(words) > 1 and "-" not in words}
    assert not long
    assert all(len(words) <= 2 for words in (*MODALITY.complement_verbs, *MODALITY.conditional_markers))
    assert all(len(words) == 1 or "-" in words for words in (*MODALITY.negations, *MODALITY.focus, *MODALITY.adverbs))


MAY = WILL.replace("will    will", "may     may ")
AND_CALLED = """
Rebels  rebel  NOUN 3 nsubj
may     may    AUX  3 aux
attack  attack VERB 0 root
and     and    CCONJ 7 cc
the     the    DET  6 det
army    army   NOUN 7 nsubj
shelled shell  VERB 3 conj
them^   they   PRON 7 obj
.       .      PUNCT 3 punct
"""


MAY_HAVE = """
Rebels  rebel  NOUN 4 nsubj
may     may    AUX  4 aux
have    have   AUX  4 aux
shelled shell  VERB 0 root
them^   they   PRON 4 obj
.       .      PUNCT 4 punct
"""


def test_may_says_that_it_is_only_possible_however_sure_the_model_is() -> None:
    found = values(MAY, "hold", reading=sure)
    assert (found["status"], found["tense"], found["certainty"]) == ("proposed", "hypothetical", "possible")
    assert values(WILL, "hold", reading=sure)["certainty"] == "certain"


def test_may_have_tells_of_the_past_without_certainty() -> None:
    found = values(MAY_HAVE, "shelled", reading=sure)
    assert (found["status"], found["tense"], found["certainty"]) == ("held", "past", "possible")


def test_what_may_befall_the_talks_leaves_the_talks_themselves_as_they_are() -> None:
    talks = """
    The     the    DET  2 det
    talks   talk   NOUN 4 nsubj
    may     may    AUX  4 aux
    anger   anger  VERB 0 root
    them^   they   PRON 4 obj
    .       .      PUNCT 4 punct
    """
    assert values(talks, "talks", reading=sure)["certainty"] == "certain"


def test_an_auxiliary_does_not_reach_into_a_second_clause_with_a_subject_of_its_own() -> None:
    assert effects(tree(AND_CALLED), "attack") == {"proposed"}
    assert effects(tree(AND_CALLED), "shelled") == set()


def clause(rows: str, trigger: str, reading: object = torn, rule: RuleMatch | None = None) -> Clause:
    sentence = tree(rows)
    sentence.reading = reading(len(sentence))  # type: ignore[operator]
    candidate = Candidate([at(sentence, trigger)], "mediated_talks", 0.9, rule, "rule" if rule else "model")
    return read_clause(sentence, candidate, LABELS, MODALITY)


def test_who_decided_a_value_is_told() -> None:
    assert clause(PLAIN, "talks").by["status"] == "model"
    assert clause(WILL, "talks").by["status"] == "words around, over the model"
    assert clause(WILL, "talks", sure).by["status"] == "model"


def test_a_word_that_bears_on_an_event_is_told_with_its_list_and_entry() -> None:
    [found] = clause(WILL, "talks").words
    assert (found.group, found.entry, found.effect.tense) == ("modals", ("will",), "planned")
    assert tree(WILL).tokens[found.word].text == "will"


def test_a_value_that_the_wording_fixes_is_the_rule_s() -> None:
    sentence = tree(PLAIN)
    trigger = Trigger(
        id="talks_cancelled/x", type="talks_cancelled", category=None, anchor="noun", lemmas=frozenset(), set={"status": "cancelled"}
    )  # fmt: skip
    told = clause(PLAIN, "talks", rule=RuleMatch(trigger, [at(sentence, "talks")], [at(sentence, "talks")], {}))
    assert (told.values["status"], told.by["status"]) == ("cancelled", "rule")
    assert told.by["tense"] == "model"


NOT_BROKERED = """
Oman    Oman   PROPN 4 nsubj B-LOC
did     do     AUX  4 aux
not     not    PART 4 advmod
broker  broker VERB 0 root
a       a      DET  6 det
truce^  truce  NOUN 4 obj
.       .      PUNCT 4 punct
"""


def test_what_a_wording_tells_is_negated_with_its_verb_unless_it_asks_for_the_negation() -> None:
    trigger = Trigger(
        id="t/broker", type="ceasefire_declared", category=None, anchor="verb", lemmas=frozenset(), mark="patient"
    )
    asking = Condition(slot="clause", lemmas=frozenset({("not",), ("never",)}))
    for rule, polarity in ((trigger, "negated"), (msgspec.structs.replace(trigger, conditions=(asking,)), "affirmed")):
        found = values(NOT_BROKERED, "truce", reading=sure, rule=RuleMatch(rule, [3], [5], {}))
        assert found["polarity"] == polarity


HAD_THEY = """
Had     have   AUX   4 aux
the     the    DET   3 det
sides   side   NOUN  4 nsubj
held    hold   VERB  9 advcl
talks^  talk   NOUN  4 obj
,       ,      PUNCT 4 punct
they    they   PRON  9 nsubj
would   would  AUX   9 aux
live^   live   VERB  0 root
.       .      PUNCT 9 punct
"""


def test_an_auxiliary_before_the_subject_makes_a_condition_however_sure_the_model_is() -> None:
    found = values(HAD_THEY, "held", reading=sure)
    assert (found["status"], found["tense"]) == ("proposed", "hypothetical")
    plain = values(
        HAD_THEY.replace("Had     have   AUX   4 aux", "Then    then   ADV   4 advmod"), "held", reading=sure
    )
    assert plain["status"] == "held"


def test_a_past_perfect_is_no_condition() -> None:
    rows = """
    The     the    DET   2 det
    sides   side   NOUN  4 nsubj
    had     have   AUX   4 aux
    held    hold   VERB  0 root
    talks^  talk   NOUN  4 obj
    .       .      PUNCT 4 punct
    """
    assert values(rows, "held", reading=sure)["status"] == "held"


def test_the_no_that_keeps_somebody_out_does_not_deny_that_he_is() -> None:
    rows = """
    Kenya       Kenya      PROPN 2 nsubj
    had         have       VERB  0 root
    no          no         DET   4 det
    delegation^ delegation NOUN  2 obj
    .           .          PUNCT 2 punct
    """
    sentence = tree(rows)
    sentence.reading = torn(len(sentence))
    for label, polarity in (("exclusion_declared", "affirmed"), ("mediated_talks", "negated")):
        candidate = Candidate([at(sentence, "delegation")], label, 0.9, None, "model")
        assert clause_values(sentence, candidate, LABELS, MODALITY)["polarity"] == polarity


@pytest.mark.parametrize(("verb", "status"), [("agreed", "planned"), ("wants", "proposed"), ("promised", "planned")])
def test_an_accord_that_somebody_only_means_to_sign_is_not_signed(coder: Coder, verb: str, status: str) -> None:
    events = coder(f"The government of Togo {verb} to sign the peace accord.").events
    assert [e.status for e in events if e.type == "agreement_signed"] == [status]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The accord was not signed until Friday.", "affirmed"),
        ("The accord was not signed on Friday.", "negated"),
    ],
)
def test_what_was_not_done_until_a_day_was_done(coder: Coder, text: str, polarity: str) -> None:
    [signed] = [e for e in coder(text, published="2003-07-08", outlet="AP").events if e.type == "agreement_signed"]
    assert signed.polarity == polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("It was not the rebels who walked out of the talks.", "negated"),
        ("It was the rebels who walked out of the talks.", "affirmed"),
        ("It was no surprise that the rebels walked out of the talks.", "affirmed"),
        ("It was not only the rebels who walked out of the talks.", "affirmed"),
    ],
)
def test_a_cleft_sentence_denies_what_it_says_another_did(coder: Coder, text: str, polarity: str) -> None:
    [walkout] = [e for e in coder(text, published="2003-07-08", outlet="AP").events if e.type == "walkout"]
    assert walkout.polarity == polarity


def test_what_comes_after_something_asked_for_has_not_come(coder: Coder) -> None:
    text = "President Kiir on Monday asked for 15 days before putting his name to the accord with Machar."
    signed = [e for e in coder(text, published="2015-08-18", outlet="AP").events if e.type == "agreement_signed"]
    assert signed
    assert all(e.status != "held" for e in signed)


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The second accord, reached in Nairobi in June, was never carried out.", "accord", "affirmed"),
        ("The summit in Lusaka ended with a joint statement but no deal.", "joint statement", "affirmed"),
        ("The peace talks in Nairobi all but collapsed on Tuesday.", "collapsed", "negated"),
        ("India demanded that the rebels stop killing civilians.", "killing", "affirmed"),
    ],
)
def test_no_reaches_only_what_it_denies(coder: Coder, text: str, trigger: str, polarity: str) -> None:
    found = coder(text, published="2005-03-10", outlet="AP").events
    assert [e.polarity for e in found if e.evidence.trigger.text.startswith(trigger)] == [polarity]


@pytest.mark.parametrize(
    ("text", "status", "polarity"),
    [
        ("The meeting planned for Tuesday in Vienna will not take place.", "cancelled", "affirmed"),
        (
            "The commanders met in Gori to shore up a ceasefire that both sides say is being broken.",
            "under_way",
            "affirmed",
        ),
    ],
)
def test_what_becomes_of_what_is_there(coder: Coder, text: str, status: str, polarity: str) -> None:
    found = coder(text, published="2005-03-10", outlet="AP").events
    assert (status, polarity) in [(e.status, e.polarity) for e in found]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Rwanda had proposed postponing the talks with Congo.", "postponing", "proposed"),
        ("Macron hopes to bring together Sarraj and Haftar on Tuesday.", "bring together", "proposed"),
        ("Shelling put in doubt the prospects of a deal that Russia brokered on Saturday.", "deal", "held"),
        ("The alliance pulled out of peace talks in Nairobi on Monday.", "peace talks", "held"),
        ("The meeting between Egypt and Israel was not cancelled, Cairo said.", "meeting", "planned"),
        ("The UN did not call off the meeting between the rebels and the government.", "meeting", "planned"),
    ],
)
def test_what_is_only_hoped_for_or_left_keeps_its_own_status(
    coder: Coder, text: str, trigger: str, status: str
) -> None:
    found = coder(text, published="2018-05-28", outlet="AP").events
    assert [e.status for e in found if e.evidence.trigger.text.startswith(trigger)] == [status]
