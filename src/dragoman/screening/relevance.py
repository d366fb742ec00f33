"""May an article tell of war and peace? Plain words of the lexicon, weighed and counted; no model.

Score: weights of the words that are cues (data/cues.yaml) per 100 words, in the 300 words of the article where that is most.
So a long article with one passage on talks is read, and the length of the rest does not matter.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import resources
from itertools import accumulate

from dragoman.errors import DataError
from dragoman.ontology import lexicon
from dragoman.ontology.yaml_files import read_yaml

LEAST_WORDS = 50
"""Words below which an article is read in any case: it costs little, and a cue more or less would decide."""
WINDOW = 300
"""Words that are looked at together."""
LEAST = 5.0
"""Score below which an article is set aside: 99.6 % of the articles with a coded mention reach it among those that are trained on,
where it was chosen; benchmarks/screening.py also measures it on those kept for testing."""

_DOUBLED = frozenset("bdfglmnprt")
_VOWELS = frozenset("aeiou")


def score(words: Sequence[str]) -> float:
    """Weighted cues per 100 words of an article's densest 300; 0 for no words.

    Args:
        words: of title and text, in lower case, in order.
    """
    values = [_weight(word) for word in words]
    if not values:
        return 0.0
    if len(values) <= WINDOW:
        return 100 * sum(values) / len(values)
    sums = [0, *accumulate(values)]
    last = len(values) - WINDOW
    starts = [*range(0, last, WINDOW // 4), last]
    most: int = max(sums[start + WINDOW] - sums[start] for start in starts)
    return 100 * most / WINDOW


def _weight(word: str) -> int:
    """Weight of a word, or of the last part of one with hyphens ("Qatari-brokered")."""
    weights = cues()
    found = weights.get(word, 0)
    return found if found or "-" not in word else weights.get(word.rpartition("-")[2], 0)


@functools.cache
def cues() -> dict[str, int]:
    """Weight by word, in all forms that regular inflection gives it; raises DataError where a class is not in the lexicon."""
    classes = lexicon.load().classes
    weights: dict[str, int] = {}
    listed = read_yaml(resources.files("dragoman.screening").joinpath("data", "cues.yaml"))
    for weight, names in sorted(listed.items()):
        for name in names:
            if name not in classes:
                raise DataError(f"screening/data/cues.yaml: {name!r} is no class of classes.yaml. Correct or remove it")
            for word in classes[name]:
                weights |= dict.fromkeys(forms(word), int(weight)) if " " not in word else {}
    return weights


def forms(lemma: str) -> set[str]:
    """A lemma with the endings of plural, past and -ing, some of them words that nobody uses."""
    found = {lemma, f"{lemma}s"}
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        found.add(f"{lemma}es")
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        found |= {f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"}
    elif lemma.endswith("e"):
        found |= {f"{lemma}d", f"{lemma[:-1]}ing"}
    else:
        found |= {f"{lemma}ed", f"{lemma}ing"}
    if len(lemma) > 2 and lemma[-1] in _DOUBLED and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS:
        found |= {f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"}
    return found
