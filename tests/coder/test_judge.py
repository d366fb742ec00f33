"""Which triggers count: rule and model agree, differ, or stand alone, with probabilities, counts and weights written by hand."""

from __future__ import annotations

from importlib import resources

import msgspec
import pytest
from hand_trees import at, read, tree

from dragoman import ontology
from dragoman.coder.deciding import stacking
from dragoman.coder.deciding.judge import decide
from dragoman.coder.deciding.reading import learned_triggers
from dragoman.coder.deciding.stacking import FEATURES, RuleShares, Stacker, density_of, features_of, read_counts
from dragoman.coder.draft.candidate import Candidate, RuleMatch
from dragoman.coder.draft.options import Thresholds
from dragoman.coder.draft.weighing import LeftOut, Weighing
from dragoman.errors import ModelError
from dragoman.language.parse import Sentence
from dragoman.ontology import Trigger

LABELS = ["O", "mediated_talks", "talks_proposed", "endorsement", "CONSULT", "ASSAULT"]
LIMITS = Thresholds(seen=0.12, kept=0.3, rule_trust=0.5, priority_weight=0.3, argument=0.45, rule_argument=0.1)
COUNTS = {
    "talks_proposed/test": {"talks_proposed": 70, "O": 20, "endorsement": 10},
    "mediated_talks/test": {"mediated_talks": 50, "O": 50},
    "CONSULT/test": {"O": 85, "CONSULT": 5, "endorsement": 10},
}
"""Of 100 words that a rule marked in coded articles."""
WEIGHTS = {  # any event: log odds of the model and of the rule, halved where there is none; the label: the same, and the rule's share of it
    "features": FEATURES,
    "event": [0.7, 0, 0, 0, 0, 0, 0.7, 0, 0.5, 0, 0, 0.5],
    "label": [0, 0.7, 0, 0, 0, 0, 0.3, 3, 0, 0, 0, 0.0],
}


def rule_named(label: str, priority: int = 0, **fixed: str) -> Trigger:
    own = {"type": label} if label.islower() else {"type": None, "category": label}
    return Trigger(id=f"{label}/test", anchor="verb", lemmas=frozenset(), priority=priority, set=fixed,
                   **{"type": None, "category": None, **own})  # fmt: skip


STACKER = Stacker(RuleShares(COUNTS, [rule_named(key.partition("/")[0]) for key in COUNTS]), WEIGHTS)
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
    return RuleMatch(rule_named(label, priority, **fixed), [at(made, word)], [at(made, word)], {})


def judged(made: Sentence, *rules: RuleMatch) -> list[Candidate]:
    return decide(made, list(rules), learned_triggers(made, LABELS, LIMITS.seen), LABELS, LIMITS, STACKER, 0.5)


def test_rule_and_model_that_agree_make_one_candidate_of_both() -> None:
    made = sentence(proposed={"talks_proposed": 0.9})
    [found] = judged(made, rule(made, "proposed", "talks_proposed"))
    assert (found.label, found.decided_by, found.words) == ("talks_proposed", "rule+model", [1])
    assert found.rule is not None and 0.9 < found.confidence <= 1
    assert found.confidence > judged(sentence(proposed={"talks_proposed": 0.9}))[0].confidence


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


def test_a_rule_that_was_often_wrong_must_not_turn_the_model() -> None:
    made = sentence(proposed={"endorsement": 0.9, "CONSULT": 0.03})
    [found] = judged(made, rule(made, "proposed", "CONSULT"))
    assert (found.label, found.decided_by, found.overruled) == ("endorsement", "model over rule", "CONSULT")


def test_the_most_specific_wordings_win_over_any_reading() -> None:
    made = sentence(proposed={"endorsement": 0.99})
    [found] = judged(made, rule(made, "proposed", "talks_proposed", priority=LIMITS.sure_priority))
    assert (found.label, found.decided_by, found.overruled) == ("talks_proposed", "rule over model", "endorsement")


def test_the_model_alone_must_be_sure() -> None:
    assert judged(sentence(proposed={"endorsement": 0.2})) == []
    [found] = judged(sentence(proposed={"endorsement": 0.55}))
    assert (found.label, found.decided_by, found.rule) == ("endorsement", "model", None)


def test_a_rule_that_was_mostly_right_needs_less_of_the_model_than_one_that_was_not() -> None:
    made = sentence(proposed={"endorsement": 0.1})
    assert judged(made, rule(made, "proposed", "CONSULT")) == []
    [found] = judged(made, rule(made, "proposed", "talks_proposed"))
    assert found.decided_by == "rule"


def test_a_rule_alone_needs_a_trace_of_an_event_unless_it_is_of_the_most_specific() -> None:
    made = sentence(proposed={"endorsement": 0.003})
    assert judged(made, rule(made, "proposed", "talks_proposed")) == []
    [found] = judged(made, rule(made, "proposed", "talks_proposed", priority=LIMITS.sure_priority))
    assert found.label == "talks_proposed"


def test_of_a_rule_that_was_never_counted_those_of_its_priority_tell() -> None:
    shares = RuleShares(COUNTS, [rule_named(key.partition("/")[0]) for key in COUNTS])
    new = rule_named("talks_refused")
    assert 0.3 < shares.of(new, "talks_refused") < 0.7
    assert shares.of(new, "talks_refused") > shares.of(new, "endorsement")


def test_shares_of_a_rule_are_a_distribution() -> None:
    shares = RuleShares(COUNTS, [rule_named(key.partition("/")[0]) for key in COUNTS])
    for key in COUNTS:
        told = [shares.of(rule_named(key.partition("/")[0]), label) for label in LABELS]
        assert all(0 < share < 1 for share in told) and sum(told) == pytest.approx(1, abs=0.03)


def test_the_shipped_counts_are_of_rules_that_exist() -> None:
    known = {trigger.id for trigger in ontology.load().triggers}
    read = resources.files("dragoman.language.en").joinpath("judge/counts.tsv").read_text(encoding="utf8")
    counted = read_counts(read.splitlines())
    assert len(counted) > 500
    assert set(counted) <= known, (
        "a rule has another id or is gone: mend judge/counts.tsv (or python -m training.judge)"
    )


def test_weights_of_other_features_are_refused() -> None:
    with pytest.raises(ModelError, match="weighs other features"):
        Stacker(STACKER.shares, {**WEIGHTS, "features": ["mood"]})


def test_of_two_rules_on_one_word_the_higher_ranked_speaks() -> None:
    made = sentence(proposed={"mediated_talks": 0.1, "talks_proposed": 0.1})
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
    assert [c.words for c in found] == [[1], [2, 3]]
    used = [i for c in found for i in c.words]
    assert len(used) == len(set(used))


def test_a_wording_may_fix_another_type() -> None:
    assert rule_named("talks_proposed", type="talks_refused").label == "talks_refused"
    assert rule_named("ASSAULT").label == "ASSAULT"


def test_punctuation_and_articles_are_no_events() -> None:
    made = tree(ROWS)
    made.reading = read(len(made), LABELS, {4: {"ASSAULT": 0.99}})
    assert learned_triggers(made, LABELS, 0.1) == []


@pytest.mark.parametrize("word", ["proposed", "talks"])
def test_the_surer_the_model_is_the_surer_is_the_event(word: str) -> None:
    sure = [judged(sentence(**{word: {"talks_proposed": value}}))[0].confidence for value in (0.5, 0.7, 0.99)]
    assert 0 < sure[0] < sure[1] < sure[2] < 1


def test_a_rule_of_a_type_that_the_model_never_read_is_weighed_as_an_event_of_any_kind() -> None:
    likely, hardly = sentence(proposed={"endorsement": 0.8}), sentence(proposed={"endorsement": 0.003})
    [found] = judged(likely, rule(likely, "proposed", "track_two_dialogue"))
    assert (found.label, found.overruled) == ("track_two_dialogue", "endorsement")
    assert judged(hardly, rule(hardly, "proposed", "track_two_dialogue")) == []


def test_without_a_reading_the_rules_stand() -> None:
    made = tree(ROWS)
    [found] = judged(made, rule(made, "proposed", "talks_proposed"))
    assert (found.label, found.decided_by) == ("talks_proposed", "rule")


def test_where_rules_alone_decide_every_rule_stands_and_where_the_model_does_its_own_probability_counts() -> None:
    made = sentence(proposed={"endorsement": 0.003})
    limits = msgspec.structs.replace(LIMITS, deciders="rules")
    assert decide(made, [rule(made, "proposed", "CONSULT")], [], LABELS, limits, STACKER, 0.5)
    for value, told in ((0.25, False), (0.35, True)):
        made = sentence(proposed={"endorsement": value})
        limits = msgspec.structs.replace(LIMITS, deciders="model")
        learned = learned_triggers(made, LABELS, LIMITS.seen)
        assert bool(decide(made, [], learned, LABELS, limits, STACKER, 0.5)) is told


def test_a_document_without_sentences_expects_no_events() -> None:
    assert density_of([]) == 0.0


def test_a_sentence_tells_the_more_of_events_the_more_the_document_does() -> None:
    stacker = stacking.load(ontology.load().triggers)
    shares = stacker.shares
    made = sentence(proposed={"talks_proposed": 0.5})
    assert made.reading is not None
    told = [
        stacker.probabilities(features_of(made.reading.probabilities, [1], 2, density, None, shares, "talks_proposed"))[
            0
        ]
        for density in (0.1, 1.0, 2.0)
    ]
    assert told == sorted(told) and told[0] < told[2]


def left_out(made: Sentence, *rules: RuleMatch) -> list[LeftOut]:
    weighing = Weighing()
    learned = learned_triggers(made, LABELS, LIMITS.seen)
    assert decide(made, list(rules), learned, LABELS, LIMITS, STACKER, 0.5, weighing) == []
    return weighing.left_out


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ({"CONSULT": 0.14}, "CONSULT"),
        ({"endorsement": 0.003}, "talks_proposed"),
        ({"endorsement": 0.01}, "CONSULT"),
        ({"endorsement": 0.2}, None),
    ],
)
def test_what_is_left_out_names_the_threshold_that_it_missed(given: dict[str, float], label: str | None) -> None:
    made = sentence(proposed=given)
    [found] = left_out(made, *([rule(made, "proposed", label)] if label else []))
    assert (found.words, found.limit) == ([1], "kept")
    assert found.value is not None and found.least is not None
    assert found.value < found.least == LIMITS.kept
    assert found.label == (label or "endorsement")
    assert found.rule == (f"{label}/test" if label else None)


def test_nothing_is_left_out_of_what_counts() -> None:
    made, weighing = sentence(proposed={"talks_proposed": 0.9}), Weighing()
    assert decide(made, [], learned_triggers(made, LABELS, LIMITS.seen), LABELS, LIMITS, STACKER, 0.5, weighing)
    assert weighing.left_out == []


def test_a_rule_of_two_words_is_weighed_once_and_no_words_make_two_events() -> None:
    made = sentence(proposed={"ASSAULT": 0.9}, talks={"ASSAULT": 0.2})
    both = rule(made, "proposed", "talks_proposed", priority=2)
    both.words = [at(made, "proposed"), at(made, "talks")]
    found = decide(made, [both], learned_triggers(made, LABELS, LIMITS.seen), LABELS, LIMITS, STACKER, 0.5)
    taken = [i for candidate in found for i in candidate.words]
    assert found and len(taken) == len(set(taken))
