"""Plurals behind which names stand in apposition: "two clergymen, John Mwangi and Peter Kamau, mediated" tells of two people, not of four."""

from __future__ import annotations

from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.phrases import conjuncts
from dragoman.language.parse import Sentence

_SEVERAL = 2


def by_their_names(sentence: Sentence, people: list[Filled]) -> list[Filled]:
    """The entries, with each such plural told once: by the names behind it, which take its role, where it means nobody known; else by itself."""
    dropped: list[Filled] = []
    for kind in people:
        names = [f for f in people if f is not kind and f.mention.head in _names_of(sentence, kind)]
        if len({f.mention.head for f in names}) < _SEVERAL:
            continue
        if kind.mention.actor is not None:
            dropped += [f for f in names if f.mention.actor in (None, kind.mention.actor)]
            continue
        dropped.append(kind)
        for name in names:
            if name.mention.actor is None:
                name.role, name.rule = kind.role, kind.rule
    for first in people:
        person = first.mention.resolution.person
        if first.mention.actor is None or (person and person.office) or first.mention.sentence != sentence.index:
            continue
        # "two UN envoys, Jean Arnault and John Mwangi": the first name has been told by theirs
        beside = _names_behind(sentence, sentence.tokens[first.mention.head].head)
        if first.mention.head in beside:
            dropped += [f for f in people if f.mention.actor is None and f.mention.head in beside]
    return [f for f in people if not any(f is d for d in dropped)]


def _names_of(sentence: Sentence, kind: Filled) -> set[int]:
    return _names_behind(sentence, kind.mention.head) if kind.mention.sentence == sentence.index else set()


def _names_behind(sentence: Sentence, noun: int) -> set[int]:
    """Heads of the persons' names in apposition to a plural noun for people."""
    token = sentence.tokens[noun]
    if noun < 0 or token.upos != "NOUN" or token.mention != "person":
        return set()
    if token.text.lower() == token.lemma.lower():
        return set()
    apposed = (k for c in sentence.dependents(token.i, "appos") if c > token.i for k in conjuncts(sentence, c))
    return {i for i in apposed if sentence.tokens[i].name.endswith("PER")}
