"""Turns of speech in interviews, briefings and broadcasts: who has the word from where to where.

A turn opens with a label, "Q:", "STEVE INSKEEP, HOST:" or "Fidan:", at the head of a paragraph, or where it is in capitals behind the end of a
sentence. It goes on over paragraphs without a label. The labels stand in data/turns.yaml as far as they are no names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from dragoman.errors import DataError

_NAME = r"[A-Z][\w.'’-]*(?:[ \t]+(?:(?:of|for|the|de|da|van|von|bin|al|el)[ \t]+)?[A-Z][\w.'’-]*){0,4}"
_HEAD = re.compile(
    rf"^[ \t*_]*({_NAME})(?:,[ \t]+[A-Z][A-Z ,.'’-]*|[ \t]*\([^()\n]{{1,40}}\))?[*_]*(?::[*_]*(?=\s)|(?<=^[QA])\.(?=[ \t]))",
    re.MULTILINE,
)
_INSIDE = re.compile(r"(?<=[.?!…”\")][ \t])([QA]|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?:,[ \t]+[A-Z ]+)?:(?=\s)")
_COLONS = 4
"""A text with fewer labels is no conversation, so that one with fewer colons needn't be searched."""
_LEAST_TURNS = 4
_AGAIN = 2
"""Turns that each of two speakers must have at least."""


class Turn(msgspec.Struct, frozen=True):
    """What one speaker says in one go.

    Attributes:
        label: who speaks, as his labels call him most fully, without "Mr"; that of the turn stands at the characters `label_start` to `label_end`.
        start, end: characters of what is said, without the label.
        asks: whether the speaker puts questions for the outlet.
        named: whether the label is a name or an office, not "A" or "GUEST".
    """

    label: str
    label_start: int
    label_end: int
    start: int
    end: int
    asks: bool
    named: bool


class _Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    asking: frozenset[str]
    answering: frozenset[str]
    titles: frozenset[str]
    on_air: frozenset[str]
    no_speaker: frozenset[str]


@cache
def _labels() -> _Labels:
    try:
        content = files("dragoman.text").joinpath("data/turns.yaml").read_text("utf-8")
        return msgspec.convert(yaml.load(content, yaml.CSafeLoader), _Labels)
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise DataError(f"text/data/turns.yaml: {error}. Correct the entry or reinstall the package") from error


def find_turns(text: str, outlet: str | None = None) -> list[Turn]:
    """The turns of a text in order; none where it is no conversation.

    It is one where two labels come twice each, four turns in all, and something is asked.

    Args:
        outlet: the document's own, whose name may be the label of whoever asks.
    """
    if text.count(":") < _COLONS and text.count("\nA. ") < _AGAIN:
        return []
    marks = [
        m
        for m in (*_HEAD.finditer(text), *_INSIDE.finditer(text))
        if m.group(1).lower().rstrip(".") not in _labels().no_speaker
    ]
    marks = list({m.start(1): m for m in sorted(marks, key=lambda m: m.start(1))}.values())
    keys = _keys([m.group(1) for m in marks])
    often = {key for key, n in Counter(keys).items() if n >= _AGAIN}
    if len(often) < 2 or sum(key in often for key in keys) < _LEAST_TURNS:
        return []
    # Among turns a label in capitals is one even if its speaker has the word but once.
    kept = [(m, key) for m, key in zip(marks, keys, strict=True) if key in often or m.group(1).isupper()]
    bounds = [m.start() for m, _ in kept[1:]] + [len(text)]
    said = [text[m.end() : end].strip() for (m, _), end in zip(kept, bounds, strict=True)]
    if not any(part.endswith("?") for part in said):
        return []
    asking = _asking([key for _, key in kept], [m.group() for m, _ in kept], said, outlet)
    names: dict[str, str] = {}
    for m, key in kept:
        names[key] = max(names.get(key, ""), _name(m.group(1)), key=len)
    return [
        Turn(names[key], m.start(1), m.end(1), _skip(text, m.end()), end, key in asking, key.lower() not in _labels().answering)
        for (m, key), end in zip(kept, bounds, strict=True)
    ]  # fmt: skip


def _keys(labels: list[str]) -> list[str]:
    """One key for all labels of one speaker: his last name in capitals, which initials ("SB") and a title ("MR MILLER") mean, too."""
    full = {"".join(w[0] for w in label.split()).upper(): label for label in labels if " " in label}
    return [_without_titles(full.get(label, label)).split()[-1].upper() for label in labels]


def _without_titles(label: str) -> str:
    words = label.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in _labels().titles:
        words.pop(0)
    return " ".join(words)


def _name(label: str) -> str:
    """A label without "Mr" or "President" before a name; one that is an office alone ("SPECIAL ENVOY") as it stands."""
    short = _without_titles(label)
    return label if short.lower() in _labels().titles else short


def _asking(keys: list[str], labels: list[str], said: list[str], outlet: str | None) -> set[str]:
    """Keys of those who put the questions: by label or outlet, else whose turns mostly end with a question mark, else who opens and has
    the word most often."""
    own = (outlet or "").upper()
    told = {
        key for key, label in zip(keys, labels, strict=True)
        if key.lower() in _labels().asking or any(w in label.lower() for w in _labels().on_air) or (len(key) > 2 and key in own.split())
    }  # fmt: skip
    if told:
        return told
    questions = Counter(key for key, part in zip(keys, said, strict=True) if part.endswith("?"))
    turns = Counter(keys)
    most = max(questions, key=lambda key: questions[key])
    if 2 * questions[most] >= turns[most]:
        return {most}
    return {keys[0]} if turns[keys[0]] == max(turns.values()) else set()


def _skip(text: str, at: int) -> int:
    """The first character from `at` that is no white space."""
    return at + len(text[at:]) - len(text[at:].lstrip())


def without_labels(spans: Sequence[tuple[int, int]], turns: list[Turn]) -> list[tuple[int, int]]:
    """Sentences without the labels that stand in them; a label alone is no sentence."""
    if not turns:
        return list(spans)
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        at = start
        for turn in turns:
            if at <= turn.label_start < end or turn.label_start <= at < turn.start:
                if at < turn.label_start:
                    kept.append((at, turn.label_start))
                at = min(turn.start, end)
        if at < end:
            kept.append((at, end))
    return kept
