"""What the coder holds of an event before it is told: the wording that matched, the decided trigger and what was weighed for it."""

from __future__ import annotations

import msgspec

from dragoman.coder.grammar.slots import Slots
from dragoman.ontology import Trigger


class RuleMatch(msgspec.Struct):
    """A trigger that holds: its anchor words, the words marked as the event's trigger, and the fillers of its slots."""

    trigger: Trigger
    anchor: list[int]
    words: list[int]
    slots: Slots

    @property
    def rank(self) -> tuple[int, int, int]:
        """Higher wins on the same word: priority, then conditions, then length of the wording."""
        return (self.trigger.priority, len(self.trigger.conditions), len(self.anchor))


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
        confidence: probability that the words tell of an event, 0 to 1 (stacking.py); without a reading the model's, or 0.5.
        rule: the matching trigger of the ontology, None where the model alone decided.
        decided_by: "rule", "model", "rule+model" (they agree), or where they differ "rule over model" or "model over rule",
            with ", by the pair" where the pair of actors turned it (settle.py).
        overruled: the label of the other one where they differ.
        model_probability: of the label that the model gives, where they differ.
        pair: what the pair of actors was read as where it was asked (settle.py), else None.
        sure: whether a rule of the most specific gave the label, which needs nothing of the model.
        intent: "threat" or "refusal" where the act is only what its doer could or will not do (intents.py); "end" where it ends one
            (undone.py).
    """

    words: list[int]
    label: str
    confidence: float
    rule: RuleMatch | None
    decided_by: str
    overruled: str = ""
    model_probability: float = 0.0
    pair: PairReading | None = None
    sure: bool = False
    intent: str = ""

    @property
    def ruling(self) -> RuleMatch | None:
        """The rule, where it has a say: not where the model alone saw the event or overruled it."""
        return self.rule if self.decided_by.startswith("rule") else None
