"""Stretches of a document that another outlet speaks: a line "Reuters:" before quoted paragraphs (codebook 1.2 root_basis)."""

from __future__ import annotations

import re

import msgspec

from dragoman.actors import Knowledge, Outlet
from dragoman.coder.grammar.quotes import quotations

_COLON = re.compile(r":[ \t]*(?=\n|$)")
_VERB = re.compile(r" (?:reports|reported|writes|wrote)$")
_LONGEST = 60
"""Characters before the colon in which the outlet's name may stand."""

_FIRST_SENTENCE = re.compile(r".+?(?:[.!?][”\"’]?(?=\s+[A-Z“\"])|$)")


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

    A stretch runs over the following paragraphs as long as the first sentence of each holds a quotation or a word of saying:
    the first one that reports nothing is the author's own again.
    """
    found = []
    for introduction in _COLON.finditer(text):
        before = text[max(0, introduction.start() - _LONGEST) : introduction.start()].rpartition("\n")[2]
        other = _outlet(_VERB.sub("", before).split(), knowledge)
        if other is None or other.name == outlet:
            continue
        end = introduction.end()
        for paragraph in re.finditer(r"[^\n]+", text[introduction.end() :]):
            opening = _FIRST_SENTENCE.match(paragraph.group())
            words = {w.lower().strip(".,;:“”\"'") for w in (opening.group() if opening else "").split()}
            if not (quotations(opening.group() if opening else "") or words & _forms(reporting)):
                break
            end = introduction.end() + paragraph.end()
        found.append(
            Voice(introduction.end(), end, other.name, "wire" if other.outlet_type == "wire" else "third_outlet")
        )
    return Voices(found)


def _outlet(words: list[str], knowledge: Knowledge) -> Outlet | None:
    """The outlet whose name ends a line, the longest name first ("The New York Times" before "Times")."""
    found = (knowledge.outlet(" ".join(words[i:])) for i in range(len(words)))
    return next((outlet for outlet in found if outlet is not None), None)


def _forms(lemmas: frozenset[str]) -> frozenset[str]:
    """Past and present forms of regular reporting verbs, enough to see that a paragraph reports."""
    regular = {form for v in lemmas for form in (v, v + "s", v + "d", v + "ed")}
    return frozenset(regular | {"said", "told", "made"})
