"""Who takes part in which role: the model's scores, written by hand, joined with the slots of the tree."""

from __future__ import annotations

import numpy as np
import pytest
from hand_trees import at, tree

from dragoman.actors import Knowledge
from dragoman.coder.draft.candidate import Candidate, RuleMatch
from dragoman.coder.draft.options import Thresholds
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.participants import Filled, participants, read_arguments
from dragoman.coder.words import Words
from dragoman.language.parse import Floats, Sentence
from dragoman.ontology import Trigger

LABELS = ["none", "party", "mediator", "initiator", "excluded", "host", "venue", "when", "speaker"]
LIMITS = Thresholds()
THIRD = Words().third_parties

TALKS = tree("""
Iran     Iran    PROPN 2 nsubj B-LOC
held     hold    VERB  0 root
talks    talk    NOUN  2 obj
with     with    ADP   5 case
Iraq     Iraq    PROPN 2 obl B-LOC
in       in      ADP   7 case
Muscat   Muscat  PROPN 2 obl B-LOC
over     over    ADP   9 case
water^   water   NOUN  3 nmod
.        .       PUNCT 2 punct
""")
BROKERED = tree("""
Talks    talk    NOUN  5 nsubj
brokered broker  VERB  1 acl
by       by      ADP   4 case
Oman     Oman    PROPN 2 obl:agent B-LOC
ended^   end     VERB  0 root
.        .       PUNCT 5 punct
""")


def scores(sentence: Sentence, **given: tuple[str, float]) -> Floats:
    """[N, A] scores with one role and its probability for each named word, none for the rest."""
    made = np.zeros((len(sentence), len(LABELS)), np.float32)
    made[:, 0] = 1
    for word, (label, probability) in given.items():
        i = at(sentence, word)
        made[i, LABELS.index(label)], made[i, 0] = probability, 1 - probability
    return made


def mentions_of(sentence: Sentence, knowledge: Knowledge) -> Mentions:
    return Mentions(sentence.text, [sentence], knowledge, published=None, context=None)


def roles(
    sentence: Sentence,
    knowledge: Knowledge,
    made: Floats,
    trigger: str,
    rule: RuleMatch | None = None,
    label: str = "mediated_talks",
) -> dict[str, str]:
    mentions = mentions_of(sentence, knowledge)
    words = [at(sentence, trigger)]
    candidate = Candidate(words, label, 0.9, rule, "rule" if rule else "model")
    read = read_arguments(sentence, mentions, words, made, LABELS, LIMITS.argument)
    found = participants(sentence, mentions, candidate, read, made, LABELS, LIMITS, THIRD)
    return {f.mention.span.text: f.role for f in found}


def rule(sentence: Sentence, **slots: list[str]) -> RuleMatch:
    trigger = Trigger(
        id="mediated_talks/test",
        type="mediated_talks",
        category=None,
        anchor="noun",
        lemmas=frozenset(),
        roles={"agent": "party", "with": "party"},
    )
    filled = {slot: [at(sentence, w) for w in words] for slot, words in slots.items()}
    return RuleMatch(trigger, [at(sentence, "talks")], [at(sentence, "talks")], filled)


def test_the_model_s_roles_are_taken_in_the_order_of_the_text(knowledge: Knowledge) -> None:
    made = scores(TALKS, Iraq=("party", 0.9), Iran=("party", 0.9))
    assert list(roles(TALKS, knowledge, made, "talks").items()) == [("Iran", "party"), ("Iraq", "party")]


def test_a_phrase_below_the_threshold_takes_no_part(knowledge: Knowledge) -> None:
    made = scores(TALKS, Iraq=("party", 0.9), Iran=("party", LIMITS.argument - 0.05))
    assert roles(TALKS, knowledge, made, "talks") == {"Iraq": "party"}


def test_places_times_and_speakers_are_no_participants(knowledge: Knowledge) -> None:
    made = scores(TALKS, Iran=("speaker", 0.9), Muscat=("venue", 0.9))
    assert roles(TALKS, knowledge, made, "talks") == {}
    read = read_arguments(TALKS, mentions_of(TALKS, knowledge), [2], made, LABELS, LIMITS.argument)
    assert {f.mention.span.text: f.role for f in read} == {"Iran": "speaker", "Muscat": "venue"}


def test_what_cannot_act_takes_no_part_however_sure_the_model(knowledge: Knowledge) -> None:
    assert roles(TALKS, knowledge, scores(TALKS, water=("party", 0.99)), "talks") == {}


def test_the_trigger_itself_takes_no_part(knowledge: Knowledge) -> None:
    assert roles(TALKS, knowledge, scores(TALKS, talks=("party", 0.99)), "talks") == {}


def test_a_slot_of_the_rule_fills_what_the_model_hardly_saw(knowledge: Knowledge) -> None:
    made = scores(TALKS, Iran=("party", 0.2), Iraq=("initiator", 0.9))
    found = roles(TALKS, knowledge, made, "talks", rule(TALKS, agent=["Iran"], **{"with": ["Iraq"]}))
    assert found == {"Iran": "party", "Iraq": "initiator"}


def test_a_slot_that_the_model_rules_out_stays_empty(knowledge: Knowledge) -> None:
    made = scores(TALKS, Iran=("party", LIMITS.rule_argument - 0.05))
    assert roles(TALKS, knowledge, made, "talks", rule(TALKS, agent=["Iran"])) == {}


def test_the_wording_makes_a_third_party_whatever_the_model_reads(knowledge: Knowledge) -> None:
    made = scores(BROKERED, Oman=("party", 0.95))
    assert roles(BROKERED, knowledge, made, "Talks") == {"Oman": "broker"}


def test_no_third_party_is_read_into_an_event_that_has_none(knowledge: Knowledge) -> None:
    made = scores(BROKERED, Oman=("party", 0.95))
    assert roles(BROKERED, knowledge, made, "Talks", label="endorsement") == {"Oman": "party"}


def test_one_phrase_has_one_role_in_an_event(knowledge: Knowledge) -> None:
    made = scores(TALKS, Iran=("initiator", 0.9))
    mentions = mentions_of(TALKS, knowledge)
    candidate = Candidate([2], "mediated_talks", 0.9, rule(TALKS, agent=["Iran"]), "rule")
    read = read_arguments(TALKS, mentions, [2], made, LABELS, LIMITS.argument)
    found = participants(TALKS, mentions, candidate, read, made, LABELS, LIMITS, THIRD)
    heads = [f.mention.head for f in found]
    assert len(heads) == len(set(heads))


def test_a_name_inside_a_longer_participant_is_not_counted_twice(knowledge: Knowledge) -> None:
    sentence = tree("""
    Syrian   Syrian  ADJ   2 amod
    rebels   rebel   NOUN  3 nsubj O person
    held     hold    VERB  0 root
    talks^   talk    NOUN  3 obj
    .        .       PUNCT 3 punct
    """)
    made = scores(sentence, Syrian=("party", 0.9), rebels=("party", 0.9))
    assert roles(sentence, knowledge, made, "talks") == {"Syrian rebels": "party"}


@pytest.mark.parametrize(
    ("verb", "lemma", "role"),
    [
        ("brokered", "broker", "broker"),
        ("facilitated", "facilitate", "facilitator"),
        ("mediated", "mediate", "mediator"),
    ],
)
def test_a_mediator_is_called_by_the_verb_that_ties_it(knowledge: Knowledge, verb: str, lemma: str, role: str) -> None:
    sentence = tree(f"""
    Oman     Oman    PROPN 2 nsubj B-LOC
    {verb}   {lemma} VERB  0 root
    the      the     DET   4 det
    truce^   truce   NOUN  2 obj
    .        .       PUNCT 2 punct
    """)
    made = scores(sentence, Oman=("mediator", 0.9))
    assert roles(sentence, knowledge, made, "truce", label="ceasefire_declared") == {"Oman": role}


def test_a_reading_says_who_decided(knowledge: Knowledge) -> None:
    made = scores(TALKS, Iran=("party", 0.2), Iraq=("party", 0.9))
    mentions = mentions_of(TALKS, knowledge)
    candidate = Candidate([2], "mediated_talks", 0.9, rule(TALKS, agent=["Iran"]), "rule")
    read = read_arguments(TALKS, mentions, [2], made, LABELS, LIMITS.argument)
    found: list[Filled] = participants(TALKS, mentions, candidate, read, made, LABELS, LIMITS, THIRD)
    assert [f.rule for f in found] == ["mediated_talks/test", "model"]


@pytest.mark.parametrize(("name", "attacks"), [("Kabul", False), ("Pakistan", True)])
def test_the_city_that_an_attack_is_called_after_has_not_attacked(
    knowledge: Knowledge, name: str, attacks: bool
) -> None:
    sentence = tree(
        f"The the DET 3 det\n{name} {name} PROPN 3 compound B-LOC\nbombing bombing NOUN 4 nsubj\nended end VERB 0 root"
    )
    found = roles(sentence, knowledge, scores(sentence, **{name: ("initiator", 0.9)}), "bombing", label="ASSAULT")
    assert found == ({name: "initiator"} if attacks else {})
