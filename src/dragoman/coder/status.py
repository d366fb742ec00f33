"""Status, polarity, certainty and tense of an event as its clause tells them (codebook 2.3, rules R22 to R24)."""

from __future__ import annotations

from dragoman.coder.judge import Candidate
from dragoman.coder.reading import clause_value
from dragoman.language.parse import Sentence


def clause_values(sentence: Sentence, candidate: Candidate, labels: dict[str, list[str]]) -> tuple[str, str, str, str]:
    """(status, polarity, certainty, tense): what the trigger's wording fixes, else the model's reading of the clause."""
    fixed = candidate.rule.trigger.set if candidate.rule is not None else {}
    values = [fixed.get(head) or clause_value(sentence, candidate.words, head, labels[head])[0]
              for head in ("status", "polarity", "certainty", "tense")]  # fmt: skip
    return values[0], values[1], values[2], values[3]
