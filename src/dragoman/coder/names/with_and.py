"""Names of bodies with an "and" in them, which parsers take for two: "the Truth and Reconciliation Commission"."""

from __future__ import annotations

from dragoman.actors import Knowledge
from dragoman.language.parse import Sentence


def names_with_and(sentence: Sentence, knowledge: Knowledge) -> list[tuple[int, int]]:
    """First and last words of such names that the tables do not have; not of two bodies of which one has a name of its own ("Hamas and the
    Palestinian Authority") or each its own noun ("the Foreign Ministry and the Interior Ministry")."""
    tokens = sentence.tokens
    found: list[tuple[int, int]] = []
    for joint in tokens:
        if joint.upos != "CCONJ" or joint.name != "I-ORG":
            continue
        first, last = joint.i, joint.i
        while first > 0 and tokens[first].name == "I-ORG":
            first -= 1
        while last + 1 < len(tokens) and tokens[last + 1].name == "I-ORG":
            last += 1
        if tokens[first].name != "B-ORG" or first == joint.i or last == joint.i:
            continue
        halves = [
            sentence.text[tokens[a].start - sentence.start : tokens[b].end - sentence.start]
            for a, b in ((first, joint.i - 1), (joint.i + 1, last))
        ]
        nouns = {t.phrase for t in knowledge.tables.descriptors}
        both = {halves[0].split()[-1], halves[1].split()[-1]}
        if not (both <= nouns) and not any(_is_name(half, knowledge) for half in halves):
            found.append((first, last))
    return found


def _is_name(words: str, knowledge: Knowledge) -> bool:
    return any(m.start == 0 and m.end == len(words) for m in knowledge.match(words))
