"""Who speaks in each quotation, so that "I" and "we" in it find their speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.coder.quotes import inside, quotations
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

Place = tuple[int, int]
"""Sentence and word."""


def speakers(sentences: Sequence[Sentence], text: str) -> dict[tuple[int, int], Place]:
    """Quotation (characters) → the head word of its speaker's phrase; quotations without one are left out.

    The speaker is the subject of a verb of saying that stands outside the quotation in a sentence that the quotation touches,
    else of the sentence before or after; "according to" counts too.
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
        near = [*touched, touched[-1] + 1, touched[0] - 1]
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
    """Subjects of verbs of saying and phrases after "according to" that stand in no quotation."""
    reporting = lexicon.load().reporting_verbs
    found = []
    for token in sentence.tokens:
        if inside(quoted, token.start):
            continue
        if token.upos == "VERB" and token.lemma.lower() in reporting:
            found += [
                c
                for c in sentence.children[token.i]
                if sentence.tokens[c].relation == "nsubj" and not inside(quoted, sentence.tokens[c].start)
            ]
        elif token.text.lower() == "according":
            if token.head >= 0 and matches(token.relation, ("case",)):
                found.append(token.head)
            else:
                found += sentence.dependents(token.i, "obl", "nmod")
    return found


def _gap(sentence: Sentence, head: int, quotation: tuple[int, int]) -> int:
    start = sentence.tokens[head].start
    return quotation[0] - start if start < quotation[0] else start - quotation[1]
