"""What a network learns from: sentences as `Example`s, with the labels that their source has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dragoman.actors import load as load_knowledge
from dragoman.coder.grammar.gazetteer import gazetteer
from dragoman.language.gazetteer import word_kinds

MAX_WORDS = 110
ROLE_FAMILY = {
    "mediator": "mediator", "lead_mediator": "mediator", "co_mediator": "mediator", "facilitator": "mediator",
    "broker": "mediator", "go_between": "mediator", "convener": "convener", "host": "host", "venue_state": "host",
    "party": "party", "initiator": "initiator", "recipient": "recipient", "excluded": "excluded",
    "boycotting": "boycotting", "observer": "observer", "witness": "observer", "monitor": "observer",
    "guarantor": "guarantor", "participant": "participant", "endorser": "initiator", "sponsor": "participant",
    "accompanier": "participant", "adviser_to_party": "participant", "patron": "participant",
}  # fmt: skip
ARGUMENTS = ["none", "initiator", "recipient", "party", "mediator", "convener", "host", "excluded", "boycotting",
             "observer", "guarantor", "participant", "venue", "when", "speaker"]  # fmt: skip


@dataclass
class Event:
    """One coded trigger: word indices, label (type or PLOVER category), clause values, argument label by word."""

    words: list[int]
    label: str
    status: str
    polarity: str
    certainty: str
    tense: str
    arguments: dict[int, str]


@dataclass
class Pair:
    """Words of a marked source and target, and the PLOVER category of what the one does to the other."""

    source: list[int]
    target: list[int]
    category: str


@dataclass
class Soft:
    """What a teacher thinks of a sentence, as probabilities in half precision.

    Attributes:
        event: [N, E] of each word. clause: by head, [N, labels]. name: [N, names].
        triggers: words that are triggers, coded or seen by the teacher.
        arguments: [K, N, A] of each trigger and word.
    """

    event: Any
    clause: dict[str, Any]
    name: Any
    triggers: list[int]
    arguments: Any


@dataclass
class Example:
    """One sentence. A field that is None is not annotated in its source and teaches nothing."""

    source: str
    forms: list[str]
    upos: list[str] | None = None
    lemma_scripts: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    names: list[str] | None = None
    mentions: list[str] | None = None
    events: list[Event] | None = None
    document: str = ""
    offsets: list[tuple[int, int]] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    pair: Pair | None = None
    partial: bool = False
    """Whether only the trigger, source and target of a marked pair are known, and nothing of the other words."""
    soft: Soft | None = None
    coder: int = 0
    """Who coded it: 0 where codings were given, else the number of the project's own set."""
    category: Any = None
    """The teacher's probabilities [C] of a pair's categories."""


def words_in(offsets: list[tuple[int, int]], start: int, end: int) -> list[int]:
    return [i for i, (a, b) in enumerate(offsets) if a < end and start < b]


def add_kinds(examples: list[Example]) -> None:
    """Fill in the kinds of known names, found in the words as they stand or, where the source has no text, joined by blanks."""
    names = gazetteer(load_knowledge())
    for example in examples:
        offsets, at = [], 0
        for form in example.forms:
            offsets.append((at, at + len(form)))
            at += len(form) + 1
        example.kinds = word_kinds(offsets, names(" ".join(example.forms)))
