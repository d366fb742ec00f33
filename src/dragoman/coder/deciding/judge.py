"""Which triggers count: the rules of the ontology and the model's reading are compared, and the winner is named.

The model has read articles coded by hand; the rules know wordings that are rare there. Where both see the same word as an event and
differ on the label, how often the rule was right in coded articles decides with the model's own probabilities; whether it is told as an
event at all is weighed by `stacking.py`. Thresholds and how they were chosen: `options.py`.
"""

from __future__ import annotations

from dragoman.coder.deciding.lexical import LexicalReading
from dragoman.coder.deciding.reading import LearnedTrigger
from dragoman.coder.deciding.stacking import UNASKED, Stacker, features_of
from dragoman.coder.draft.candidate import Candidate, RuleMatch
from dragoman.coder.draft.options import Thresholds
from dragoman.coder.draft.weighing import LeftOut, Weighing
from dragoman.language.parse import Sentence, mean_of_rows

_UNSURE = "not sure enough that this is an event of its kind"
"""Why words are left out, as `weighing` takes it down."""


def could_hold_event(sentence: Sentence, limits: Thresholds) -> bool:
    """Whether any word is probable enough to be an event at all: other sentences need not be matched with the rules."""
    if sentence.reading is None or limits.deciders == "rules":
        return True
    return 1.0 - float(sentence.reading.probabilities[:, 0].min()) >= limits.least


def is_specific(match: RuleMatch, limits: Thresholds) -> bool:
    """Whether a rule is one of the specific wordings of a PLOVER category."""
    return match.trigger.label.isupper() and match.trigger.priority >= limits.specific_priority


def decide(
    sentence: Sentence, rules: list[RuleMatch], learned: list[LearnedTrigger], labels: list[str], limits: Thresholds,
    stacker: Stacker, density: float, weighing: Weighing | None = None, lexical: LexicalReading | None = None,
    between_states: bool = False,
) -> list[Candidate]:  # fmt: skip
    """Candidates of one sentence, none overlapping, in order; `weighing` takes down what is left out and why.

    `density` is the number of words of events that the model expects in a sentence of the document; `lexical` is asked what the words
    alone say. Where a sentence names two states (`between_states`), the specific wordings of PLOVER categories need less.
    """
    index = {label: i for i, label in enumerate(labels)}
    result: list[Candidate] = []
    taken: set[int] = set()
    used: set[int] = set()

    def offer(candidate: Candidate) -> bool:
        """Keep a candidate that is sure enough; whether it was."""
        match, words, label = candidate.rule, candidate.words, candidate.label
        candidate.sure = candidate.ruling is not None and _sure(match, limits)
        value = 1.0
        if sentence.reading is not None:
            column = index.get(label)
            read = sentence.reading.probabilities
            known = column if column is not None else int(mean_of_rows(read, words)[1:].argmax()) + 1
            alone = lexical.of(words, label) if lexical is not None else UNASKED
            rule = match.trigger if match else None
            features = features_of(read, words, known, density, rule, stacker.shares, label, alone)
            candidate.confidence, of_label = stacker.probabilities(features)
            # What the model has never read can only be weighed as an event of any kind.
            value = candidate.confidence if column is None else (candidate.confidence + of_label) / 2
            if limits.deciders == "model":  # the weights were fitted where rules speak, too
                mean = mean_of_rows(read, words)
                value = float(1 - mean[0] + mean[known]) / 2
        plain = candidate.ruling is not None and label.isupper()
        specific = plain and match is not None and is_specific(match, limits)
        least = limits.kept_between if between_states and specific else limits.kept
        if value >= least or limits.deciders == "rules" or candidate.sure:
            result.append(candidate)
            taken.update(words, candidate.rule.words if candidate.ruling is not None and candidate.rule else ())
            return True
        if weighing is not None:
            marked = match.trigger.id if match else None
            weighing.left_out.append(LeftOut(words, label, _UNSURE, "kept", value, least, marked))
        return False

    for seen in learned:
        # A rule of two words ("push out") is weighed once, at the first that the model sees.
        if taken & set(seen.words):
            continue
        overlapping = {k: m for k, m in enumerate(rules) if k not in used and set(m.words) & set(seen.words)}
        match = max(overlapping.values(), key=lambda m: m.rank, default=None)
        if match is None:
            offer(Candidate(seen.words, seen.label, seen.any_event, None, "model"))
            continue
        label = match.trigger.label
        used.update(overlapping)
        if label == seen.label:
            offer(Candidate(seen.words, label, seen.any_event, match, "rule+model"))
            continue
        own = seen.alternatives.get(label)
        if own is None:
            own = _probability(sentence, seen.words, index.get(label))
        trust, step = limits.rule_trust, limits.priority_weight
        if (
            label not in index
            or match.trigger.priority >= limits.specific_priority
            or stacker.rule_wins(match.trigger, own, seen.label, seen.probability, trust, step)
        ):
            ruled = Candidate(seen.words, label, seen.any_event, match, "rule over model", seen.label, seen.probability)
            offer(ruled)
        else:
            offer(Candidate(seen.words, seen.label, seen.any_event, match, "model over rule", label, seen.probability))
    for k, match in enumerate(rules):
        if k not in used and not taken & set(match.words):
            offer(Candidate(match.words, match.trigger.label, 0.5, match, "rule"))
    return sorted(result, key=lambda c: c.words)


def _sure(match: RuleMatch | None, limits: Thresholds) -> bool:
    """Whether a rule needs nothing of the model."""
    return match is not None and match.trigger.priority >= limits.sure_priority


def _probability(sentence: Sentence, words: list[int], label: int | None) -> float:
    if label is None or sentence.reading is None:
        return 0.0
    return float(mean_of_rows(sentence.reading.probabilities, words)[label])
