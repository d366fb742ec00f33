"""Who speaks in each quotation, so that "I" and "we" in it find their speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.coder.attribution.speech import speeches
from dragoman.coder.grammar.quotes import inside, quotations
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

Place = tuple[int, int]
"""Sentence and word."""


def speakers(sentences: Sequence[Sentence], text: str) -> dict[tuple[int, int], Place]:
    """Quotation (characters) → the head word of its speaker's phrase; quotations without one are left out.

    The speaker is who is told to speak outside the quotation in a sentence that the quotation touches, else in the sentence before
    it in its paragraph (a capital, "Washington denied it", only where no other quotation stands in that paragraph, whose speaker
    goes on), else in the sentence after or before.
    """
    quoted = quotations(text)
    if not quoted:
        return {}
    outside = [_saying(sentence, quoted) for sentence in sentences]
    made: dict[tuple[int, int], Place] = {}
    for quotation in quoted:
        touched = [i for i, s in enumerate(sentences) if s.start < quotation[1] and quotation[0] < s.end]
        if not touched:
            continue
        before, after = touched[0] - 1, touched[-1] + 1
        same = before >= 0 and "\n" not in text[sentences[before].end : quotation[0]]
        near = [*touched, before, after] if same else [*touched, after, before]
        opening = text.rfind("\n", 0, quotation[0]) + 1
        held = [place for q, place in made.items() if opening <= q[0] < quotation[0]]
        told = any(outside[i] for i in touched)
        if held and not told and not (same and any(not _place(sentences[before], h) for h in outside[before])):
            made[quotation] = held[-1]
            continue
        for i in near:
            if 0 <= i < len(sentences) and outside[i]:
                head = min(outside[i], key=lambda h: _gap(sentences[i], h, quotation))
                made[quotation] = (i, head)
                break
    return made


def speaker_of(sentence: Sentence, head: int, said: Mapping[tuple[int, int], Place]) -> Place | None:
    """The speaker of the quotation that a word stands in."""
    quotation = inside(list(said), sentence.tokens[head].start)
    return said[quotation] if quotation else None


def _saying(sentence: Sentence, quoted: list[tuple[int, int]]) -> list[int]:
    """Heads of the speakers of all speech outside quotations."""
    told = speeches(sentence, lexicon.load().reporting_verbs)
    return [
        s.speakers[0]
        for s in told
        if s.speakers
        and sentence.tokens[s.verb].upos != "NOUN"
        and not any(inside(quoted, sentence.tokens[i].start) for i in (s.verb, s.speakers[0]))
    ]


def _place(sentence: Sentence, head: int) -> bool:
    return sentence.tokens[head].name[2:] == "LOC"


def _gap(sentence: Sentence, head: int, quotation: tuple[int, int]) -> int:
    start = sentence.tokens[head].start
    return quotation[0] - start if start < quotation[0] else start - quotation[1]
