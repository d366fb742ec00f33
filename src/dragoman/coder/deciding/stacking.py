"""How sure model and rule are together that words tell of an event, and that its label is right.

How often each rule's words were an event, and of which label, has been counted in articles coded by hand (`counts.tsv`). With that the
label is chosen where rule and model differ: their distributions are pooled log-linearly (Genest and Zidek 1986), the rule's relative to
what any rule's words are. Two logistic regressions then weigh what model, rule and surroundings say (stacked generalisation, Wolpert
1992): one for "an event of any label", one for "of this label". Their weights (`weights.json`) were fitted on held-out articles, where
the model is as unsure as on any new text. `training/judge.py` makes both files.
"""

from __future__ import annotations

import csv
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from itertools import islice
from typing import Any

from dragoman.errors import ModelError
from dragoman.language.parse import Floats
from dragoman.ontology import Trigger

FEATURES = (
    "any_event",
    "label",
    "likeliest_word",
    "words",
    "around",
    "density",
    "rule_any",
    "rule_label",
    "ruled",
    "alone_any",
    "alone_label",
)
"""Log odds of any event and of the label (model, mean over the words); the surest word's probability; number of words; the surest other
word within six; words of events that the model expects in a sentence of the document; log odds that a mark of the rule is any event,
and the share of its marks that have this label; whether there is a rule; log odds of any event and of the label by the words alone
(lexical.py)."""
NONE = "O"
PSEUDO_COUNT = 8.0
"""Weight, in counted words, of what rules of the same priority are like, for a rule that was rarely seen."""
UNCOUNTED = (0.3, 0.5, 0.2)
"""Of the marks of rules of a priority of which none was counted: no event, the rule's label, another; two of them are added where some
were. Set by judgement."""
UNRULED = 0.2
"""Stands for the share of events among a rule's words where there is no rule. Its effect is in the weight of `ruled`."""
UNASKED = (0.5, 0.5)
"""Where the words alone are not asked: neither for nor against."""
NEAR = 6
_FLOOR = 1e-3
_LEAST = 1e-4
"""Added to probabilities, so that none is infinitely far from another: in log odds, and where two labels are compared."""


def log_odds(probability: float) -> float:
    """Logit, bounded at both ends."""
    return math.log((probability + _FLOOR) / (1 - probability + _FLOOR))


class RuleShares:
    """What a rule's words were in coded articles.

    Args:
        counts: by rule id, how many of its marks were events of which label, "O" for none.
        triggers: of the ontology, for their priorities.
    """

    def __init__(self, counts: Mapping[str, Mapping[str, int]], triggers: Iterable[Trigger]) -> None:
        self._counts = counts
        self._marks = {rule: sum(some.values()) for rule, some in counts.items()}
        total: dict[str, float] = defaultdict(float)
        groups: dict[tuple[int, bool], list[float]] = defaultdict(lambda: [2 * share for share in UNCOUNTED])
        for trigger in triggers:
            own = trigger.label
            for label, n in counts.get(trigger.id, {}).items():
                total[label] += n
                groups[_group(trigger)][0 if label == NONE else 1 if label == own else 2] += n
        everything = sum(total.values()) or 1.0
        self._base = {label: n / everything for label, n in total.items()}
        self._groups = {key: [n / sum(parts) for n in parts] for key, parts in groups.items()}
        self._least = 0.5 / everything

    def of(self, trigger: Trigger, label: str) -> float:
        """Share of the rule's words that are an event of a label, or none ("O"); 0 to 1, smoothed."""
        counts = self._counts.get(trigger.id, {})
        none, right, other = self._groups.get(_group(trigger), UNCOUNTED)
        if label == NONE:
            prior = none
        else:
            events = max(1e-6, 1 - self._base.get(NONE, 0.0))
            prior = other * self.base_rate(label) / events + (right if label == trigger.label else 0.0)
        return (counts.get(label, 0) + PSEUDO_COUNT * prior) / (self._marks.get(trigger.id, 0) + PSEUDO_COUNT)

    def counted(self, trigger: Trigger) -> tuple[int, int, int]:
        """Marks of a rule in coded articles; those that were an event; those with its label."""
        counts = self._counts.get(trigger.id, {})
        marks = self._marks.get(trigger.id, 0)
        return marks, marks - counts.get(NONE, 0), counts.get(trigger.label, 0)

    def base_rate(self, label: str) -> float:
        """The same over all rules."""
        return max(self._base.get(label, 0.0), self._least)


def _group(trigger: Trigger) -> tuple[int, bool]:
    return trigger.priority, trigger.label.islower()


class Stacker:
    """Weighs what model, rule and surroundings say.

    Args:
        shares: of the rules.
        weights: "features", and for "event" and "label" a weight each and, last, the bias.
    """

    def __init__(self, shares: RuleShares, weights: Mapping[str, Any]) -> None:
        sizes = {len(weights["event"]), len(weights["label"])}
        if tuple(weights["features"]) != FEATURES or sizes != {len(FEATURES) + 1}:
            raise ModelError(
                "judge/weights.json weighs other features than this version reads. Make it again with training/judge.py."
            )
        self.shares = shares
        self._event, self._label = list(weights["event"]), list(weights["label"])

    def probabilities(self, features: Sequence[float]) -> tuple[float, float]:
        """Of any event, and of one with this label."""
        return _logistic(self._event, features), _logistic(self._label, features)

    def rule_wins(self, rule: Trigger, own: float, label: str, probability: float, trust: float, step: float) -> bool:
        """Whether a rule's label is more probable than the model's best, which is another.

        Args:
            rule: the rule.
            own: the model's probability of the rule's label.
            label: the model's best label.
            probability: the model's probability of that.
            trust: power of the rule's distribution in the pool.
            step: what each step of the rule's priority above -1 adds to its label's log probability.
        """
        ours = rule.label
        lead = math.log(own + _LEAST) - math.log(probability + _LEAST)
        told = math.log(self.shares.of(rule, ours) / self.shares.base_rate(ours))
        told -= math.log(self.shares.of(rule, label) / self.shares.base_rate(label))
        return lead + trust * told + step * max(0, rule.priority + 1) >= 0


def _logistic(weights: Sequence[float], features: Sequence[float]) -> float:
    total = weights[-1] + sum(w * x for w, x in zip(weights[:-1], features, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def features_of(
    probabilities: Floats,
    words: Sequence[int],
    label: int,
    density: float,
    rule: Trigger | None,
    shares: RuleShares,
    name: str,
    alone: tuple[float, float] = UNASKED,
) -> list[float]:
    """What is weighed of some words of a sentence, in the order of `FEATURES`.

    Args:
        probabilities: of each label (columns) for each word of the sentence, none first.
        words: positions of the trigger's words.
        label: column of the label weighed, and `name` its name.
        density: words of events that the model expects in a sentence of the document.
        rule: what marks the words, None for nothing.
        shares: of the rules.
        alone: probability of any event and of the label by the words alone (`lexical.LexicalReading.of`).
    """
    first = max(0, words[0] - NEAR)
    none = probabilities[first : words[-1] + NEAR + 1, 0].tolist()
    own = [none[w - first] for w in words]
    around = [p for w, p in enumerate(none, first) if w not in words]
    of_label = probabilities[list(words), label].tolist()
    return [
        log_odds(1 - sum(own) / len(own)), log_odds(sum(of_label) / len(own)), 1 - min(own), float(len(own)),
        1 - min(around, default=1.0), density,
        log_odds(1 - shares.of(rule, NONE) if rule is not None else UNRULED),
        shares.of(rule, name) if rule is not None else 0.0,
        float(rule is not None),
        log_odds(alone[0]), log_odds(alone[1]),
    ]  # fmt: skip


def density_of(readings: Iterable[Floats]) -> float:
    """Words of events that the model expects in a sentence, mean over those of a document; 0 where there are none."""
    expected = [float((1.0 - p[:, 0]).sum()) for p in readings]
    return sum(expected) / len(expected) if expected else 0.0


def read_counts(lines: Iterable[str]) -> dict[str, dict[str, int]]:
    """`counts.tsv`: rule, label, count, with a heading."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for rule, label, count in islice(csv.reader(lines, delimiter="\t"), 1, None):
        found[rule][label] = int(count)
    return dict(found)


def load(triggers: Iterable[Trigger]) -> Stacker:
    """The shipped counts and weights."""
    folder = resources.files("dragoman.language.en").joinpath("judge")
    counts = read_counts(folder.joinpath("counts.tsv").read_text(encoding="utf8").splitlines())
    return Stacker(RuleShares(counts, triggers), json.loads(folder.joinpath("weights.json").read_text(encoding="utf8")))
