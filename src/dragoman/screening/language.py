"""In what language is a text? English is known by its commonest words; only where they are rare is the library asked.

Two signs must agree before a text counts as not English, so that English full of foreign names is never set aside.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import resources
from typing import Any

from dragoman.errors import DataError
from dragoman.ontology.yaml_files import read_yaml

LEAST_BYTES = 120
"""UTF-8 bytes of a text below which its language is not judged: some 20 words of English, 40 signs of Chinese."""
LEAST_COMMON = 0.05
"""Share of a text's words among the commonest of English from which it is English without more. The least of the 493 news
articles is .13, of the written ones .07 (benchmarks/screening.py); texts in other languages have at most .02."""
MOST_ENGLISH = 1e-5
"""Probability of English that a text in another language may have; 180 characters in any of 19 languages have less than 1e-8.
The least of an English article is .01, for a page whose middle is a list of countries; all others have more than .87."""
LEAST_OTHER = 0.5
"""Probability that the likeliest language must have; lists of names and numbers are less like any language."""
SAMPLE = 2000
"""Characters, from the middle of the text, that the library reads (some 2 ms)."""


def other_language(text: str, words: Sequence[str]) -> str | None:
    """ISO 639 code of a text's language where that is clearly another than English, else None.

    Args:
        text: as it stands.
        words: its words in lower case.
    """
    if len(text.encode("utf-8", "replace")) < LEAST_BYTES or common_share(words) >= LEAST_COMMON:
        return None
    ranked = _ranked(text)
    likeliest, probability = ranked[0]
    if likeliest not in language_names() or probability < LEAST_OTHER or dict(ranked)["en"] > MOST_ENGLISH:
        return None
    return likeliest


def english_probability(text: str) -> float:
    """How likely the library finds a text to be English, whatever its words."""
    return dict(_ranked(text))["en"]


def common_share(words: Sequence[str]) -> float:
    """Share of words that are among the commonest of English; 0 for none."""
    common = _common_words()
    return sum(word in common for word in words) / len(words) if words else 0.0


@functools.cache
def language_names() -> dict[str, str]:
    """English names of languages other than English by their code ("fr": "French")."""
    return {str(code): str(name) for code, name in read_yaml(_data("languages.yaml")).items()}


@functools.cache
def _common_words() -> frozenset[str]:
    return frozenset(read_yaml(_data("english.yaml"))["words"])


def _ranked(text: str) -> list[tuple[str, float]]:
    """Languages with their probabilities, likeliest first."""
    start = max(0, (len(text) - SAMPLE) // 2)
    return [(str(code), float(p)) for code, p in _identifier().rank(text[start : start + SAMPLE])]


@functools.cache
def _identifier() -> Any:
    """The library's model, loaded where a text first asks for it (0.5 s, 60 MB); it lies inside the package."""
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier
    except ImportError as error:
        raise DataError("py3langid is not installed, which tells languages. Run: pip install py3langid") from error
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _data(name: str) -> Any:
    return resources.files("dragoman.screening").joinpath("data", name)
