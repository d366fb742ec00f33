"""Thresholds of the coder, each with where it comes from."""

from __future__ import annotations

from typing import Literal

import msgspec


class Thresholds(msgspec.Struct, frozen=True):
    """Probabilities, 0 to 1.

    Chosen on the development half of the held-out articles (`benchmarks/coding.py --half dev --set NAME=VALUE`), on which the weights of
    `stacking.py` are fitted, too, by the sum of trigger, type, category and role F1 on news and on contrast articles and part of mediator
    and excluded F1. Tried: `kept` 0.25 to 0.37 (also with weights of other articles, `training/judge.py`; one of its own for PLOVER
    categories gained nothing), `rule_trust` 0.15 to 0.8, `priority_weight` 0 to 0.6, `seen` 0.05 and 0.08; neighbours differ by 0.3
    points a figure at the most. Of `kept` 0.26 and 0.28, which did alike there, the other half of the held-out articles chose.

    Attributes:
        deciders: what finds triggers: the rules of the ontology, the model, or both (judge.py).
        least: a sentence none of whose words has this probability of any event is not looked at further (a sixth of the sentences of
            the development half; scores change by 0.1 at the most).
        seen: least probability of any event for the model to propose a word.
        kept: least mean of two probabilities (stacking.py), of any event and of one with this label, for words to make an event.
        kept_between: the same for wordings of PLOVER categories of `specific_priority` in a sentence that names two states, set on single
            sentences ("Kenya opened an investigation into Ugandan companies"). It changes hardly any coding of the development half.
        rule_trust: power of the label shares of a rule's words in coded articles where they are pooled with the model's.
        priority_weight: what each step of a rule's priority above -1 adds to its label's log probability there.
        document_weight: power of the document's label shares as a prior of its readings (discourse.py). On the development half 0.3
            gained 1.3 points of type F1 on news and cost 0.1 on contrast articles with an earlier model; 0.45 is of the grid.
        pair: how much more probable the overruled label's category must be when the pair of actors is read by itself.
        pair_asked: the pair is read by itself where the model gives its own label less than this; each takes a pass of the model.
        argument: least probability of being any argument.
        sure_priority: priority from which on a rule needs nothing of the model and no pair turns it: wordings of exclusion, veto and
            violation that the model has hardly read. 4 is one above what the most specific wordings had before.
        specific_priority: priority from which on a rule's label wins over the model's, as the founding article needs.
        rule_argument: the same as `argument` where a rule gives the slot a role.
    """

    deciders: Literal["both", "rules", "model"] = "both"
    least: float = 0.05
    seen: float = 0.08
    kept: float = 0.28
    kept_between: float = 0.15
    rule_trust: float = 0.5
    priority_weight: float = 0.6
    document_weight: float = 0.45
    pair: float = 0.25
    pair_asked: float = 0.5
    argument: float = 0.45
    rule_argument: float = 0.1
    sure_priority: int = 4
    specific_priority: int = 3
