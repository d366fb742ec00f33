"""The vocabulary of English date expressions, read once from data/dates_en.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files

import msgspec
import yaml

from dragoman.errors import DataError


class DateWords(msgspec.Struct, forbid_unknown_fields=True):
    """Contents of data/dates_en.yaml; each field is explained there."""

    months: dict[int, list[str]]
    ambiguous_months: list[str]
    weekdays: dict[int, list[str]]
    numbers: dict[str, int]
    vague_numbers: dict[str, int]
    vague_units: dict[str, int]
    seasons: dict[str, list[int]]
    named_days: dict[str, list[int]]
    not_a_year_after: list[str]
    not_a_year_before: list[str]
    clause_words: list[str]
    weekday_not_after: list[str]
    weekday_not_before: list[str]
    day_not_before: list[str]
    recurring_before: list[str]
    ordinals: list[str]
    words_before_month: list[str]
    same_day: list[str]
    directions: dict[str, int]
    parts_of_day: dict[str, str]
    inexact: frozenset[str]
    same_year: list[str]
    next_year: list[str]
    saying_that: list[str]
    first_words: list[str]

    def _forms(self, words: Iterable[str]) -> str:
        """Alternation of words as written and in capitals, longest first so that "March" wins over "Mar"."""
        both = {form for word in words for form in (word, word.upper())}
        return "|".join(re.escape(form) for form in sorted(both, key=lambda form: (-len(form), form)))

    @property
    def month_forms(self) -> str:
        """Every spelling of a month."""
        return self._forms(word for words in self.months.values() for word in words)

    @property
    def full_months(self) -> str:
        """Month names written out."""
        return self._forms(words[0] for words in self.months.values())

    @property
    def plain_months(self) -> str:
        """Month names written out that mean nothing else."""
        names = (words[0] for words in self.months.values())
        return self._forms(name for name in names if name not in self.ambiguous_months)

    @property
    def full_weekdays(self) -> str:
        """Weekday names written out."""
        return self._forms(words[0] for words in self.weekdays.values())

    @property
    def weekday_forms(self) -> str:
        """Every spelling of a weekday."""
        return self._forms(word for words in self.weekdays.values() for word in words)

    @property
    def count_nouns(self) -> str:
        """Nouns that show that the number before them counts things."""
        return "|".join(re.escape(word) for word in self.not_a_year_before)


def _load() -> DateWords:
    resource = files("dragoman.text").joinpath("data/dates_en.yaml")
    try:
        return msgspec.convert(yaml.load(resource.read_text("utf-8"), yaml.CSafeLoader), DateWords)
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise DataError(f"text/data/dates_en.yaml: {error}. Correct the entry or reinstall the package") from error


WORDS = _load()
_MONTH_NUMBERS = {form.lower(): number for number, forms in WORDS.months.items() for form in forms}
_WEEKDAY_NUMBERS = {form.lower(): number for number, forms in WORDS.weekdays.items() for form in forms}


def month_number(word: str) -> int:
    """1 to 12 for a spelling of a month, with or without its full stop."""
    return _MONTH_NUMBERS[word.rstrip(".").lower()]


def weekday_number(word: str | None) -> int:
    """0 (Monday) to 6 (Sunday) for a spelling of a weekday, with or without its full stop."""
    return _WEEKDAY_NUMBERS[(word or "").rstrip(".").lower()]


def number_of(word: str | None) -> int | None:
    """The number that digits or a number word mean; None for none and for "a few" and its like."""
    if word is None:
        return None
    word = word.lower()
    return int(word) if word.isdecimal() else WORDS.numbers.get(word)
