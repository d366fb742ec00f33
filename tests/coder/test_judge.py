"""Which triggers count: rule and model agree, differ, or stand alone, with probabilities written by hand."""

from __future__ import annotations

import pytest
from hand_trees import at, read, tree

from dragoman.coder.judge import Candidate, decide, rule_label
from dragoman.coder.options import Thresholds
from dragoman.coder.reading import learned_triggers
from dragoman.coder.triggers import RuleMatch
from dragoman.coder.weighing import LeftOut, Weighing
from dragoman.language.parse import Sentence
from dragoman.ontology import Trigger

LABELS = ["O", "mediated_talks", "talks_proposed", "endorsement", "CONSULT", "ASSAULT"]
LIMITS = Thresholds(
    seen=0.12, agreed=0.15, disputed=0.35, model_alone=0.5, rule_alone=0.08, category_rule_alone=0.25,
    rule_bonus=0.1, argument=0.45, rule_argument=0.1,
)  # fmt: skip
ROWS = """
Russia   Russia  PROPN 2 nsubj B-LOC
proposed propose VERB  0 root
peace    peace   NOUN  4 compound
talks^   talk    NOUN  2 obj
.        .       PUNCT 2 punct
"""


def sentence(**given: dict[str, float]) -> Sentence:
    made = tree(ROWS)
    made.reading = read(len(made), LABELS, {at(made, word): p for word, p in given.items()})
    return made


def rule(made: Sentence, word: str, label: str, priority: int = 0, **fixed: str) -> RuleMatch:
    own = {"type": label} if label.islower() else {"type": None, "category": label}
    trigger = Trigger(
        id=f"{label}/test", anchor="verb", lemmas=frozenset(), priority=priority, set=fixed,
        **{"type": None, "category": None, **own},
    )  # fmt: skip
    return RuleMatch(trigger, [at(made, word)], [at(made, word)], {})


def judged(made: Sentence, *rules: RuleMatch) -> list[Candidate]:
    return decide(made, list(rules), learned_triggers(made, LABELS, LIMITS.seen), LABELS, LIMITS)


def test_rule_and_model_that_agree_make_one_candidate_of_both() -> None:
    made = sentence(proposed={"talks_proposed": 0.9})
    [found] = judged(made, rule(made, "proposed", "talks_proposed"))
    assert (found.label, found.decided_by, found.words) == ("talks_proposed", "rule+model", [1])
    assert found.rule is not None and 0.9 < found.confidence <= 1


def test_agreement_needs_little_of_the_model() -> None:
    made = sentence(proposed={"talks_proposed": 0.2})
    [found] = judged(made, rule(made, "proposed", "talks_proposed"))
    assert found.decided_by == "rule+model"


def test_where_they_differ_a_much_surer_model_wins_and_the_rule_is_kept_for_its_slots() -> None:
    made = sentence(proposed={"endorsement": 0.9, "talks_proposed": 0.02})
    [found] = judged(made, rule(made, "proposed", "talks_proposed"))
    assert (found.label, found.decided_by, found.ruling) == ("endorsement", "model over rule", None)
    assert found.rule is not None


def test_where_they_differ_little_the_rule_wins() -> None:
    made = sentence(proposed={"endorsement": 0.45, "talks_proposed": 0.4})
    [found] = judged(made, rule(made, "proposed", "talks_proposed"))
    assert (found.label, found.decided_by) == ("talks_proposed", "rule over model")


def test_a_model_in_doubt_leaves_the_word_to_the_rule() -> None:
    made = sentence(proposed={"endorsement": 0.2})
    [found] = judged(made, rule(made, "proposed", "talks_proposed"))
    assert (found.label, found.decided_by) == ("talks_proposed", "rule")


def test_the_model_alone_must_be_sure() -> None:
    assert judged(sentence(proposed={"endorsement": 0.45})) == []
    [found] = judged(sentence(proposed={"endorsement": 0.55}))
    assert (found.label, found.decided_by, found.rule) == ("endorsement", "model", None)


def test_a_rule_alone_needs_a_trace_of_an_event() -> None:
    made = sentence(proposed={"endorsement": 0.01})
    assert judged(made, rule(made, "proposed", "talks_proposed")) == []
    made = sentence(proposed={"endorsement": 0.1})
    [found] = judged(made, rule(made, "proposed", "talks_proposed"))
    assert found.decided_by == "rule"


def test_a_rule_of_a_plover_category_needs_more_than_one_of_a_codebook_type() -> None:
    made = sentence(proposed={"endorsement": 0.1})
    assert judged(made, rule(made, "proposed", "CONSULT")) == []
    made = sentence(proposed={"endorsement": 0.2})
    assert judged(made, rule(made, "proposed", "CONSULT")) == []
    assert judged(made, rule(made, "proposed", "talks_proposed"))


def test_a_rule_of_high_priority_needs_less() -> None:
    made = sentence(proposed={"endorsement": 0.03})
    assert judged(made, rule(made, "proposed", "talks_proposed")) == []
    [found] = judged(made, rule(made, "proposed", "talks_proposed", priority=3))
    assert found.label == "talks_proposed"


def test_of_two_rules_on_one_word_the_higher_ranked_speaks() -> None:
    made = sentence(proposed={"endorsement": 0.2})
    low, high = rule(made, "proposed", "mediated_talks"), rule(made, "proposed", "talks_proposed", priority=2)
    [found] = judged(made, low, high)
    assert found.label == "talks_proposed"


def test_events_on_different_words_all_count_in_the_order_of_the_text() -> None:
    made = sentence(proposed={"talks_proposed": 0.9}, talks={"mediated_talks": 0.8})
    found = judged(made, rule(made, "talks", "mediated_talks"))
    assert [(c.label, c.words) for c in found] == [("talks_proposed", [1]), ("mediated_talks", [3])]


def test_neighbouring_words_of_one_label_are_one_trigger() -> None:
    made = sentence(peace={"mediated_talks": 0.7}, talks={"mediated_talks": 0.9})
    [found] = judged(made)
    assert found.words == [2, 3]


def test_an_article_or_pronoun_behind_it_is_no_part_of_a_trigger() -> None:
    made = tree(ROWS.replace("peace    peace   NOUN  4 compound", "those    those   PRON  4 det"))
    made.reading = read(len(made), LABELS, {1: {"talks_proposed": 0.9}, 2: {"talks_proposed": 0.2}})
    [found] = learned_triggers(made, LABELS, 0.1)
    assert found.words == [1] and found.probability == pytest.approx(0.9)


def test_no_word_belongs_to_two_candidates() -> None:
    made = sentence(peace={"mediated_talks": 0.7}, talks={"mediated_talks": 0.9}, proposed={"talks_proposed": 0.9})
    found = judged(made, rule(made, "peace", "endorsement"), rule(made, "talks", "endorsement"))
    used = [i for c in found for i in c.words]
    assert len(used) == len(set(used))


def test_a_wording_may_fix_another_type() -> None:
    made = sentence()
    assert rule_label(rule(made, "talks", "talks_proposed", type="talks_refused")) == "talks_refused"
    assert rule_label(rule(made, "talks", "ASSAULT")) == "ASSAULT"


def test_punctuation_and_articles_are_no_events() -> None:
    made = tree(ROWS)
    made.reading = read(len(made), LABELS, {4: {"ASSAULT": 0.99}})
    assert learned_triggers(made, LABELS, 0.1) == []


@pytest.mark.parametrize("value", [0.13, 0.5, 0.99])
def test_confidence_lies_between_nought_and_one(value: float) -> None:
    made = sentence(proposed={"talks_proposed": value}, talks={"ASSAULT": value})
    for found in judged(made, rule(made, "proposed", "talks_proposed"), rule(made, "talks", "mediated_talks")):
        assert 0 < found.confidence <= 1


def left_out(made: Sentence, *rules: RuleMatch) -> list[LeftOut]:
    weighing = Weighing()
    learned = learned_triggers(made, LABELS, LIMITS.seen)
    assert decide(made, list(rules), learned, LABELS, LIMITS, weighing) == []
    return weighing.left_out


@pytest.mark.parametrize(
    ("given", "label", "limit"),
    [
        ({"talks_proposed": 0.14}, "talks_proposed", "agreed"),
        ({"endorsement": 0.2}, "ASSAULT", "category_rule_alone"),
        ({"endorsement": 0.01}, "talks_proposed", "rule_alone"),
        ({"endorsement": 0.01}, "ASSAULT", "category_rule_alone"),
        ({"endorsement": 0.4}, None, "model_alone"),
    ],
)
def test_what_is_left_out_names_the_threshold_that_it_missed(
    given: dict[str, float], label: str | None, limit: str
) -> None:
    made = sentence(proposed=given)
    [found] = left_out(made, *([rule(made, "proposed", label)] if label else []))
    assert (found.words, found.limit) == ([1], limit)
    assert found.value is not None and found.least is not None
    assert found.value < found.least == getattr(LIMITS, limit)
    assert found.label == (label or "endorsement")
    assert found.rule == (f"{label}/test" if label else None)


def test_nothing_is_left_out_of_what_counts() -> None:
    made, weighing = sentence(proposed={"talks_proposed": 0.9}), Weighing()
    assert decide(made, [], learned_triggers(made, LABELS, LIMITS.seen), LABELS, LIMITS, weighing)
    assert weighing.left_out == []


def test_a_rule_of_two_words_is_weighed_once_and_no_words_make_two_events() -> None:
    made = sentence(proposed={"ASSAULT": 0.9}, talks={"ASSAULT": 0.2})
    both = rule(made, "proposed", "talks_proposed", priority=2)
    both.words = [at(made, "proposed"), at(made, "talks")]
    found = decide(made, [both], learned_triggers(made, LABELS, LIMITS.seen), LABELS, LIMITS)
    taken = [i for candidate in found for i in candidate.words]
    assert found and len(taken) == len(set(taken))
