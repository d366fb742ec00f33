"""Turns what a trigger's author wrote ("@talks", ACTOR, a list of lemmas) into what the matcher compares."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping
from importlib import resources
from typing import Any

from dragoman.errors import DataError
from dragoman.ontology.schema import SLOTS, Condition
from dragoman.ontology.yaml_files import read_yaml

_KINDS = ("ACTOR", "ANY", "PLACE", "CITY")
"""Kinds of filler beside lemmas."""
Lemmas = frozenset[tuple[str, ...]]


def as_lemmas(raw: Any, classes: Mapping[str, tuple[str, ...]], where: str) -> tuple[Lemmas, frozenset[str]]:
    """Spell out lemmas, classes and spelling variants.

    Returns the lemmas, each a tuple of lower-case words, and the endings ("brokered" from "-brokered").
    A hyphenated word also yields its parts ("cease", "-", "fire"), since tokenisers differ.
    Raises DataError naming `where` if a class is unknown or a word is no text.
    """
    lemmas: set[tuple[str, ...]] = set()
    endings: set[str] = set()
    for word in _words(raw, classes, where):
        if word.startswith("-"):
            endings.add(word[1:])
            lemmas.update((form,) for form in _forms(word[1:]))
            continue
        lemmas.update(_runs(word))
    return frozenset(lemmas), frozenset(endings)


def as_conditions(raw: Mapping[Any, Any], classes: Mapping[str, tuple[str, ...]], where: str) -> tuple[Condition, ...]:
    """Turn a mapping of slot to accepted fillers into conditions, in the order written. Raises DataError."""
    made = []
    for slot, value in raw.items():
        if slot not in SLOTS:
            raise DataError(f"{where}: {slot!r} is no slot. Use one of: {', '.join(SLOTS)}")
        values = value if isinstance(value, list) else [value]
        rest = [v for v in values if v not in _KINDS]
        lemmas, endings = as_lemmas(rest, classes, where) if rest else (frozenset(), frozenset())
        actor, anything, place, city = (kind in values for kind in _KINDS)
        made.append(
            Condition(slot=slot, lemmas=lemmas, endings=endings, actor=actor, any=anything, place=place, city=city)
        )
    return tuple(made)


def _words(raw: Any, classes: Mapping[str, tuple[str, ...]], where: str) -> list[str]:
    words: list[str] = []
    for word in raw if isinstance(raw, list) else [raw]:
        if not isinstance(word, str) or not word:
            raise DataError(f"{where}: {word!r} is no word. Put it in quotation marks")
        if word.startswith("@"):
            if word[1:] not in classes:
                raise DataError(f"{where}: there is no word class {word}. Add it to classes.yaml or correct it")
            words.extend(classes[word[1:]])
        elif word != word.lower():
            raise DataError(
                f"{where}: {word!r} has capitals. Lemmas are lower case (only ACTOR, ANY, PLACE and CITY are not)"
            )
        else:
            words.append(word)
    return words


@functools.cache
def _variants() -> dict[str, list[str]]:
    """Other forms by word (variants.yaml)."""
    made: dict[str, list[str]] = read_yaml(resources.files("dragoman.language.en").joinpath("lexicon", "variants.yaml"))
    return made


@functools.cache
def _runs(entry: str) -> tuple[tuple[str, ...], ...]:
    """All forms of an entry of one or several words, hyphenated words also in their parts."""
    runs = list(itertools.product(*map(_forms, entry.split())))
    parts = [tuple(part for word in run for part in word.replace("-", " - ").split()) for run in runs]
    return tuple(dict.fromkeys((*runs, *parts)))


@functools.cache
def _forms(word: str) -> tuple[str, ...]:
    """The word, its variants, and the -ise or -ize spelling beside the other."""
    forms = [word, *_variants().get(word, ())]
    for british, american in (("ise", "ize"), ("isation", "ization")):
        if word.endswith(british) and len(word) > 6:
            forms.append(word.removesuffix(british) + american)
        elif word.endswith(american) and len(word) > 6:
            forms.append(word.removesuffix(american) + british)
    return tuple(dict.fromkeys(forms))
