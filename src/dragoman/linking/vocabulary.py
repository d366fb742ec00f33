"""Which codes of the codebook play which part in linking and measures, read from `data/*.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dragoman.errors import DataError
from dragoman.records import Participant, Participation

_SETS = (
    *(
        "held",
        "forward",
        "not_held",
        "unrealised_tenses",
        "supposed_tenses",
        "government_sectors",
        "acts_before",
        "acts_during",
    ),
    *("meetings", "texts", "apart", "carrying", "mediated", "track_activity", "track_endings", "spoken_acts"),
    *("exclusions", "seats", "about_seats", "line_hints", "inviting", "offers", "agreeing", "undoing"),
)
_MAPS = ("talks_acts", "default_mode", "text_dates")


@dataclass(frozen=True)
class Vocabulary:
    """Sets of codebook values by the part that they play; `data/vocabulary.yaml` explains each."""

    held: frozenset[str]
    forward: frozenset[str]
    not_held: frozenset[str]
    unrealised_tenses: frozenset[str]
    supposed_tenses: frozenset[str]
    mediator: frozenset[str]
    lead: frozenset[str]
    party: frozenset[str]
    convener: frozenset[str]
    host: frozenset[str]
    present: frozenset[str]
    absent: frozenset[str]
    roster: frozenset[str]
    government_sectors: frozenset[str]
    group_of: dict[str, str]
    talks_acts: dict[str, str]
    acts_before: frozenset[str]
    acts_during: frozenset[str]
    meetings: frozenset[str]
    texts: frozenset[str]
    apart: frozenset[str]
    carrying: frozenset[str]
    mediated: frozenset[str]
    track_activity: frozenset[str]
    track_endings: frozenset[str]
    spoken_acts: frozenset[str]
    exclusions: frozenset[str]
    seats: frozenset[str]
    about_seats: frozenset[str]
    line_hints: frozenset[str]
    inviting: frozenset[str]
    offers: frozenset[str]
    agreeing: frozenset[str]
    undoing: frozenset[str]
    default_mode: dict[str, str]
    text_dates: dict[str, str]

    @property
    def counted(self) -> frozenset[str]:
        """Event types that measures of brokerage count: meetings and texts, no calls or offers."""
        return self.meetings | self.texts


@cache
def read_table(name: str) -> dict[str, Any]:
    """Read one mapping of `dragoman/linking/data`, once; it is not to be changed.

    Raises:
        DataError: the file is no mapping.
    """
    text = resources.files("dragoman.linking").joinpath("data", name).read_text(encoding="utf-8")
    table = yaml.load(text, yaml.CSafeLoader)
    if not isinstance(table, dict):
        raise DataError(f"linking/data/{name}: expected a mapping at the top. Restore the file from the package")
    return table


@cache
def vocabulary() -> Vocabulary:
    """The package's vocabulary, read once.

    Raises:
        DataError: `vocabulary.yaml` lacks a key.
    """
    table = read_table("vocabulary.yaml")
    try:
        values: dict[str, Any] = {name: frozenset(table[name]) for name in _SETS}
        values |= {name: dict(table[name]) for name in _MAPS}
        values |= {name: frozenset(roles) for name, roles in table["roles"].items()}
        values["group_of"] = {kind: name for name, kinds in table["groups"].items() for kind in kinds}
        return Vocabulary(**values)
    except (KeyError, TypeError) as missing:
        raise DataError(f"linking/data/vocabulary.yaml: {missing}. Restore the file from the package") from missing


def is_named(who: Participant | Participation) -> bool:
    """False for words that name nobody ("officials", "an unnamed mediator"): they are not the same
    across reports.
    """
    return bool(who.actor or (who.country and who.sector) or (who.name or "")[:1].isupper())


def actor_key(who: Participant | Participation) -> str:
    """One string by which two mentions of an actor are known to be the same.

    The code of the actor; with the sector after a colon where a state's code stands for others than its
    government ("SYR:REB"); without a code country and sector, else the words in lower case.
    """
    if who.actor:
        state = len(who.actor) == 3 and who.actor.isupper()
        if state and who.sector and who.sector not in vocabulary().government_sectors:
            return f"{who.actor}:{who.sector}"
        return who.actor
    if who.country and who.sector:
        if who.sector in vocabulary().government_sectors:
            return who.country
        return f"{who.country}:{who.sector}"
    return (who.name or "").casefold().strip()


BEGINS, ENDS, ENDS_WHOLE = r"(?<!\w)", r"(?!\w)", r"(?![\w-])"
"""Beginning of a word, its end, and its end where no hyphen goes on."""


@cache
def cue_pattern(name: str, begin: str = "", end: str = "") -> re.Pattern[str]:
    """The alternatives of one list of `cues.yaml` as a pattern, whatever the case of letters; compiled once.

    Args:
        begin, end: patterns for what may not stand beside a word, such as `BEGINS` and `ENDS`.
    """
    return re.compile(f"{begin}(?:{'|'.join(read_table('cues.yaml')[name])}){end}", re.IGNORECASE)
