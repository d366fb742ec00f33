"""Stretches of a document that another outlet speaks: a line "Reuters:" before quoted paragraphs (codebook 1.2 root_basis)."""

from __future__ import annotations

import re

import msgspec

from dragoman.actors import Knowledge

_INTRODUCTION = re.compile(r"(?:^|[.!?]\s+|\n)(?:[^\n.!?]{0,60}\b)?([A-Z][\w .'’&-]{1,40}?)(?: reports| reported| writes| wrote)?:[ \t]*(?=\n|$)")


class Voice(msgspec.Struct, frozen=True):
    """Another outlet speaking from `start` to `end`."""

    start: int
    end: int
    name: str
    source_type: str


class Voices:
    """The stretches of one document; empty for most."""

    def __init__(self, voices: list[Voice]) -> None:
        self._voices = voices

    def at(self, position: int) -> Voice | None:
        """The other outlet that speaks at a character, if any."""
        return next((v for v in self._voices if v.start <= position < v.end), None)


def find_voices(text: str, outlet: str | None, knowledge: Knowledge, reporting: frozenset[str]) -> Voices:
    """Stretches introduced by an outlet's name and a colon at the end of a paragraph.

    A stretch runs over the following paragraphs as long as each holds a quotation or a word of reporting: the first one
    that reports nothing is the author's own again.
    """
    found = []
    for introduction in _INTRODUCTION.finditer(text):
        other = knowledge.outlet(introduction.group(1).strip())
        if other is None or other.name == outlet:
            continue
        end = introduction.end()
        for paragraph in re.finditer(r"[^\n]+", text[introduction.end() :]):
            words = {w.lower().strip(".,;:“”\"'") for w in paragraph.group().split()}
            if not (re.search(r"[“”\"]", paragraph.group()) or words & _forms(reporting)):
                break
            end = introduction.end() + paragraph.end()
        found.append(Voice(introduction.end(), end, other.name, "wire" if other.outlet_type == "wire" else "third_outlet"))
    return Voices(found)


def _forms(lemmas: frozenset[str]) -> frozenset[str]:
    """Past and present forms of regular reporting verbs, enough to see that a paragraph reports."""
    regular = {form for v in lemmas for form in (v, v + "s", v + "d", v + "ed")}
    return frozenset(regular | {"said", "told", "made"})
