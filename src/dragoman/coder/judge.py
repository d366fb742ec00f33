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
from dragoman.language.parse import Sentence


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
    """

    words: list[int]
    label: str
    confidence: float
    rule: RuleMatch | None
    decided_by: str
    overruled: str = ""

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
    sentence: Sentence, rules: list[RuleMatch], learned: list[LearnedTrigger], labels: list[str], limits: Thresholds
) -> list[Candidate]:
    """Candidates of one sentence, none overlapping, in order."""
    index = {label: i for i, label in enumerate(labels)}
    result: list[Candidate] = []
    used: set[int] = set()
    for seen in learned:
        overlapping = [m for m in rules if set(m.words) & set(seen.words)]
        match = max(overlapping, key=lambda m: m.rank) if overlapping else None
        if match is not None:
            used.update(k for k, m in enumerate(rules) if m in overlapping)
            label = rule_label(match)
            own = seen.alternatives.get(label, _probability(sentence, seen.words, index.get(label)))
            if label == seen.label:
                confidence = 1 - (1 - seen.any_event) * 0.5
                if seen.probability >= limits.agreed or match.trigger.priority >= limits.sure_priority:
                    result.append(Candidate(seen.words, label, confidence, match, "rule+model"))
                continue
            strong = seen.any_event + limits.priority_alone * match.trigger.priority >= (
                limits.rule_alone if label.islower() else limits.category_rule_alone
            )
            if seen.any_event < limits.disputed:
                if strong:
                    result.append(Candidate(match.words, label, 0.35 + seen.any_event / 2, match, "rule"))
                continue
            if own + limits.rule_bonus + limits.priority_weight * match.trigger.priority >= seen.probability:
                result.append(Candidate(seen.words, label, 0.5 + own / 2, match, "rule over model", seen.label))
            else:
                result.append(Candidate(seen.words, seen.label, seen.probability, match, "model over rule", label))
        elif seen.any_event >= limits.model_alone:
            result.append(Candidate(seen.words, seen.label, seen.any_event, None, "model"))
    for k, match in enumerate(rules):
        if k in used or any(set(match.words) & set(c.words) for c in result):
            continue
        label = rule_label(match)
        some = (
            1.0 - float(sentence.reading.probabilities[match.words, 0].mean()) if sentence.reading is not None else 1.0
        )
        limit = limits.rule_alone if label.islower() else limits.category_rule_alone
        if limits.deciders == "rules" or some + limits.priority_alone * match.trigger.priority >= limit:
            result.append(Candidate(match.words, label, 0.35 + some / 2, match, "rule"))
    return sorted(result, key=lambda c: c.words)


def _probability(sentence: Sentence, words: list[int], label: int | None) -> float:
    if label is None or sentence.reading is None:
        return 0.0
    return float(sentence.reading.probabilities[words, label].mean())
