"""The model's own reading: triggers it sees, and who fills them.

A learned trigger is a run of words with one most probable label; its arguments are noun phrases whose words the
model gives a role. What the rules of the ontology say is compared with this in `judge`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from dragoman.coder.deciding.lexical import CONTENT
from dragoman.language.en.engine import Engine
from dragoman.language.parse import Floats, Sentence, mean_of_rows


@dataclass
class LearnedTrigger:
    """Words of one trigger, its most probable label and that label's probability, and that of any event at all."""

    words: list[int]
    label: str
    probability: float
    any_event: float
    alternatives: dict[str, float] = field(default_factory=dict)


def learned_triggers(sentence: Sentence, labels: list[str], threshold: float) -> list[LearnedTrigger]:
    """Triggers whose probability of being any event reaches `threshold`. `labels[0]` is none."""
    reading = sentence.reading
    if reading is None:
        return []
    some = 1.0 - reading.probabilities[:, 0]
    best = reading.probabilities[:, 1:].argmax(1) + 1
    result: list[LearnedTrigger] = []
    i = 0
    while i < len(sentence):
        if some[i] < threshold or not _can_trigger(sentence, i):
            i += 1
            continue
        j = i + 1
        while j < len(sentence) and j - i < 4 and some[j] >= threshold and best[j] == best[i]:
            j += 1
        words = list(range(i, j))
        while len(words) > 1 and _is_no_part(sentence, words[-1]):
            words.pop()  # "brought the two sides together", "met him", "lunch and"
        # "n't" or "to" alone expresses no event; on the development half this gains half a point of F1
        if not any(sentence.tokens[k].upos in CONTENT for k in words):
            i = j
            continue
        mean = mean_of_rows(reading.probabilities, words)
        label = int(mean[1:].argmax()) + 1
        top = np.argsort(-mean[1:])[:4] + 1
        result.append(LearnedTrigger(words, labels[label], float(mean[label]), float(1 - mean[0]),
                                     {labels[k]: float(mean[k]) for k in top}))  # fmt: skip
        i = j
    return result


def _is_no_part(sentence: Sentence, i: int) -> bool:
    """Whether a word at the end of a trigger is none of it: an article, pronoun, conjunction or mark, or a name behind a verb."""
    token = sentence.tokens[i]
    name = token.name[2:] in ("PER", "LOC") and sentence.tokens[i - 1].upos == "VERB"
    return name or token.upos in ("DET", "PRON", "CCONJ", "PUNCT")


def _can_trigger(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].upos not in ("PUNCT", "DET", "CCONJ", "SYM", "SPACE")


def argument_scores(engine: Engine, sentence: Sentence, words: list[int], label: str) -> Floats:
    """Probability of each argument label (columns as `engine.labels["argument"]`) for each word, for an event of that label."""
    return engine.arguments(sentence, words, label)
