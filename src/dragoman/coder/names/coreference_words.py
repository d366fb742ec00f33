"""The word lists of coreference (`language/en/lexicon/coreference.yaml`), read once and checked."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from dragoman.errors import DataError
from dragoman.ontology import loader
from dragoman.ontology.yaml_files import read_yaml

Number = Literal["s", "p", "any"]
Gender = Literal["m", "f", "person", "n", "any"]


class FirstPerson(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms that mean the speaker, and those that mean the speaker and others."""

    singular: frozenset[str]
    plural: frozenset[str]


class Members(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that name the members of a group: persons ("the two leaders") or parties ("both sides")."""

    person: frozenset[str]
    party: frozenset[str]


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A family of events: its nouns, verbs and event types, and the families that may stand in for it."""

    nouns: frozenset[str]
    verbs: frozenset[str]
    types: frozenset[str]
    near: tuple[str, ...]


class CoreferenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `coreference.yaml`; each list is told there."""

    pronouns: Mapping[str, tuple[Number, Gender]]
    first_person: FirstPerson
    male: frozenset[str]
    female: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    bodies: frozenset[str]
    members: Members
    acting: frozenset[str]
    at_table: frozenset[str]
    opposed: frozenset[str]
    opposing: frozenset[str]
    pairs: frozenset[str]
    by_name: frozenset[str]
    sorts: frozenset[str]
    counterparts: frozenset[str]
    office_words: frozenset[str]
    numbers: Mapping[str, int]
    events: Mapping[str, Family]

    def families(self, noun: str) -> list[str]:
        """Families of events that a noun's lemma may mean, in the order of the file."""
        return [name for name, family in self.events.items() if noun.lower() in family.nouns]


@functools.cache
def load() -> CoreferenceWords:
    """The shipped lists. Raises DataError naming file, place and remedy if they are wrong."""
    return read(resources.files("dragoman.language.en").joinpath("lexicon", "coreference.yaml"))


def read(path: Traversable) -> CoreferenceWords:
    """Read and check one file of lists. Raises DataError."""
    try:
        words = msgspec.convert(read_yaml(path), CoreferenceWords)
    except msgspec.ValidationError as problem:
        raise DataError(f"{path.name}: {problem}. See the comments at its top") from problem
    known = loader.load().types
    for name, family in words.events.items():
        if wrong := sorted(set(family.near) - set(words.events)):
            raise DataError(f"{path.name}, events, {name}: near names {wrong[0]!r}, which is no family here")
        if wrong := sorted(family.types - set(known)):
            raise DataError(f"{path.name}, events, {name}: {wrong[0]!r} is no event type of the ontology")
    for form in (*words.first_person.singular, *words.first_person.plural):
        if form not in words.pronouns:
            raise DataError(f"{path.name}: {form!r} is listed as a person but not under pronouns. Add it there")
    return words
