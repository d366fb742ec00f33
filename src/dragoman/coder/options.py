"""Thresholds of the coder, each with where it comes from."""

from __future__ import annotations

import msgspec


class Thresholds(msgspec.Struct, frozen=True):
    """Probabilities, 0 to 1.

    Chosen by hand on the development half of the held-out articles (`benchmarks/coding.py --half dev --set NAME=VALUE`), one at a
    time around a first guess and then a few together, by the sum of trigger, type, category and role F1; neighbours differ by a
    point or two, which is within the noise of 55 articles.

    Attributes:
        seen: least probability of any event for the model to propose a word.
        agreed: least probability where rule and model name the same label.
        disputed: least probability where they differ.
        model_alone: least probability where no rule matches.
        rule_alone: least probability that the model gives a word that a rule of a codebook type marks.
        priority_alone: what each step of a rule's priority adds to that probability.
        category_rule_alone: the same for rules of PLOVER categories, which are looser.
        rule_bonus: how much less sure the model's probability of the rule's label may be than that of its own.
        priority_weight: what each step of a rule's priority adds to that.
        argument: least probability of being any argument.
        rule_argument: the same where a rule gives the slot a role.
    """

    seen: float = 0.12
    agreed: float = 0.1
    disputed: float = 0.35
    model_alone: float = 0.35
    rule_alone: float = 0.15
    priority_alone: float = 0.05
    category_rule_alone: float = 0.25
    rule_bonus: float = 0.5
    priority_weight: float = 0.15
    argument: float = 0.45
    rule_argument: float = 0.1
