"""The English word lists of `language/en/lexicon`, read once (each tells its form at its top)."""

from __future__ import annotations

import functools
import hashlib
from importlib import resources
from importlib.resources.abc import Traversable

from dragoman.ontology.lexicon_reader import LexiconReader
from dragoman.ontology.word_lists import (
    Effect,
    ExclusionWording,
    Lexicon,
    LightVerb,
    Modality,
    Reporting,
    ReportingVerb,
    Sources,
)

__all__ = [
    "Effect",
    "ExclusionWording",
    "Lexicon",
    "LightVerb",
    "Modality",
    "Reporting",
    "ReportingVerb",
    "Sources",
    "fingerprint",
    "load",
    "read_lexicon",
]


@functools.cache
def load() -> Lexicon:
    """The shipped word lists, read once. Raises DataError naming file, place and remedy if one is wrong."""
    return read_lexicon(_folder())


def read_lexicon(folder: Traversable) -> Lexicon:
    """Read the word lists of a folder, checked against the shipped enumerations. Raises DataError."""
    return LexiconReader(folder).lexicon()


@functools.cache
def fingerprint() -> str:
    """First twelve hex digits of the SHA-256 of all ontology files and word lists: equal ones code alike."""
    digest = hashlib.sha256()
    own = resources.files("dragoman.ontology")
    for folder in (own, own.joinpath("events"), own.joinpath("plover"), _folder()):
        for path in sorted((p for p in folder.iterdir() if p.name.endswith(".yaml")), key=lambda p: p.name):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _folder() -> Traversable:
    return resources.files("dragoman.language.en").joinpath("lexicon")
