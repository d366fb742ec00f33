"""Which triggers count: the rules of the ontology and the model's reading are compared, and the winner is named.

The model has read articles coded by hand; the rules know wordings that are rare there. Where both see the same word as an
event the more certain reading wins; where only one sees it, it must be certain enough alone. Thresholds and how they were
chosen: `options.py`.
"""

from __future__ import annotations

import msgspec

from dragoman.coder.options import Thresholds
from dragoman.coder.reading import LearnedTrigger
from dragoman.coder.triggers import RuleMatch
from dragoman.coder.weighing import LeftOut, Weighing
from dragoman.language.parse import Sentence, mean_of_rows

_WEAK = "the rule's priority and the model's probability of any event are too low"
_ALONE = "no rule fits, and the model is not sure of any event"
_UNSURE = "rule and model agree, but the model is not sure"
"""Why words are left out, as `weighing` takes it down."""


class PairReading(msgspec.Struct, frozen=True):
    """Words of source and target, and the probability of each PLOVER category for what the one does to the other."""

    source: str
    target: str
    probabilities: dict[str, float]


class Candidate(msgspec.Struct):
    """One event seen in a sentence.

    Attributes:
        words: the trigger's words.
        label: event type, or PLOVER category in capitals.
        confidence: 0 to 1.
        rule: the matching trigger of the ontology, None where the model alone decided.
        decided_by: "rule", "model", "rule+model" (they agree), or where they differ "rule over model" or "model over rule",
            with ", by the pair" where the pair of actors turned it (settle.py).
        overruled: the label of the other one where they differ.
        model_probability: of the label that the model gives, where they differ.
        pair: what the pair of actors was read as where it was asked (settle.py), else None.
    """

    words: list[int]
    label: str
    confidence: float
    rule: RuleMatch | None
    decided_by: str
    overruled: str = ""
    model_probability: float = 0.0
    pair: PairReading | None = None

    @property
    def ruling(self) -> RuleMatch | None:
        """The rule, where it has a say: not where the model alone saw the event or overruled it."""
        return self.rule if self.decided_by.startswith("rule") else None


def rule_label(match: RuleMatch) -> str:
    """Event type of a rule, or its PLOVER category."""
    trigger = match.trigger
    return trigger.set.get("type") or trigger.type or trigger.category or ""


def could_hold_event(sentence: Sentence, limits: Thresholds) -> bool:
    """Whether any word is probable enough to be an event at all: other sentences need not be matched with the rules."""
    if sentence.reading is None or limits.deciders == "rules":
        return True
    return 1.0 - float(sentence.reading.probabilities[:, 0].min()) >= limits.least


def decide(
    sentence: Sentence, rules: list[RuleMatch], learned: list[LearnedTrigger], labels: list[str], limits: Thresholds,
    weighing: Weighing | None = None,
) -> list[Candidate]:  # fmt: skip
    """Candidates of one sentence, none overlapping, in order; `weighing` takes down what is left out and why."""

    def leave_out(words: list[int], label: str, why: str, limit: str, value: float, match: RuleMatch | None) -> None:
        if weighing is not None:
            rule = match.trigger.id if match else None
            weighing.left_out.append(LeftOut(words, label, why, limit, value, getattr(limits, limit), rule))

    index = {label: i for i, label in enumerate(labels)}
    result: list[Candidate] = []
    used: set[int] = set()
    for seen in learned:
        if any(set(c.words) & set(seen.words) for c in result):
            continue
        # A rule of two words ("push out") is weighed once, at the first that the model sees.
        overlapping = {k: m for k, m in enumerate(rules) if k not in used and set(m.words) & set(seen.words)}
        match = max(overlapping.values(), key=lambda m: m.rank, default=None)
        if match is not None:
            used.update(overlapping)
            label = rule_label(match)
            own = seen.alternatives.get(label, _probability(sentence, seen.words, index.get(label)))
            if label == seen.label:
                confidence = 1 - (1 - seen.any_event) * 0.5
                if seen.probability >= limits.agreed or match.trigger.priority >= limits.sure_priority:
                    result.append(Candidate(seen.words, label, confidence, match, "rule+model"))
                else:
                    leave_out(seen.words, label, _UNSURE, "agreed", seen.probability, match)
                continue
            strength = seen.any_event + limits.priority_alone * match.trigger.priority
            limit = _rule_limit(label)
            if seen.any_event < limits.disputed:
                if strength >= getattr(limits, limit):
                    result.append(Candidate(match.words, label, 0.35 + seen.any_event / 2, match, "rule"))
                else:
                    leave_out(match.words, label, _WEAK, limit, strength, match)
                continue
            if own + limits.rule_bonus + limits.priority_weight * match.trigger.priority >= seen.probability:
                result.append(
                    Candidate(seen.words, label, 0.5 + own / 2, match, "rule over model", seen.label, seen.probability)
                )
            elif seen.probability >= limits.overruling:
                result.append(
                    Candidate(
                        seen.words, seen.label, seen.probability, match, "model over rule", label, seen.probability
                    )
                )
            else:
                leave_out(seen.words, seen.label, _UNSURE, "overruling", seen.probability, match)
        elif seen.any_event >= limits.model_alone:
            result.append(Candidate(seen.words, seen.label, seen.any_event, None, "model"))
        else:
            leave_out(seen.words, seen.label, _ALONE, "model_alone", seen.any_event, None)
    for k, match in enumerate(rules):
        if k in used or any(set(match.words) & set(c.words) for c in result):
            continue
        label = rule_label(match)
        some = (
            1.0 - float(mean_of_rows(sentence.reading.probabilities, match.words)[0])
            if sentence.reading is not None
            else 1.0
        )
        limit, strength = _rule_limit(label), some + limits.priority_alone * match.trigger.priority
        if limits.deciders == "rules" or strength >= getattr(limits, limit):
            result.append(Candidate(match.words, label, 0.35 + some / 2, match, "rule"))
        else:
            leave_out(match.words, label, _WEAK, limit, strength, match)
    return sorted(result, key=lambda c: c.words)


def _rule_limit(label: str) -> str:
    """Name of the threshold for what a rule alone marks: types are lower-case, categories are not."""
    return "rule_alone" if label.islower() else "category_rule_alone"


def _probability(sentence: Sentence, words: list[int], label: int | None) -> float:
    if label is None or sentence.reading is None:
        return 0.0
    return float(mean_of_rows(sentence.reading.probabilities, words)[label])
