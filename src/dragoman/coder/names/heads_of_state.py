"""Which of several presidents, or prime ministers, named before "the president" means."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Protocol

import msgspec

from dragoman.actors import Resolution
from dragoman.language.parse import Sentence, matches
from dragoman.records import Span

OFFICES = {"president": "head_of_state", "prime minister": "head_of_government", "premier": "head_of_government"}
_SEVERAL = 2
_NEAR = 2
"""Sentences back in which one must be named to be meant."""


class Named(Protocol):
    """A noun phrase with who it means (`coder.mentions.Mention`)."""

    sentence: int
    head: int
    span: Span
    resolution: Resolution


def of_several(
    sentences: Sequence[Sentence],
    sentence: Sentence,
    head: int,
    words: str,
    earlier: Sequence[Named],
    spoken_of: Set[str],
    told_before: Set[str],
) -> Resolution | None:
    """Who "the president" is after two of them: no one of whose state the sentence tells besides ("urged Russia"), whoever is called
    president in the text rather than who is not, else the subject of the sentence before; nobody where these don't tell, nor where he says
    something of a state that may be his own ("the president said Turkey would mediate").

    None where others settle it: where fewer than two were named, none of them near, or the sentence begins with another state whose president
    may be meant ("a Kremlin official told").

    Args:
        words: the phrase without its article. spoken_of, told_before: ids of all that the sentence names, and names before the phrase.
    """
    office = OFFICES.get(words)
    heads = [m for m in earlier if office and m.resolution.person is not None and m.resolution.person.office == office]
    near = [m for m in heads if sentence.index - m.sentence <= _NEAR]
    states = {i for i in told_before if i.isupper()} - {m.resolution.actor for m in heads}
    if len(_persons(heads)) < _SEVERAL or not near or states:
        return None
    verb = sentence.tokens[head].head
    says = verb >= 0 and matches(sentence.tokens[head].relation, ("nsubj",)) and sentence.dependents(verb, "ccomp")
    if says and any(m.resolution.actor in spoken_of for m in near):
        return Resolution(why=f"'{words}': several named")
    names = {t.text for t in sentence.tokens}
    rest = [
        m for m in near if m.resolution.actor not in spoken_of and not names.intersection(_persons([m]).pop().split())
    ]
    titled = [m for m in rest if words in m.span.text.lower() and m.span.text.lower() != words]  # no title alone
    before = [
        m
        for m in rest
        if m.sentence == sentence.index - 1 and matches(sentences[m.sentence].tokens[m.head].relation, ("nsubj",))
    ]
    for found in (rest, titled, before):
        if len(_persons(found)) == 1:
            return msgspec.structs.replace(found[-1].resolution, why=f"'{words}' for '{found[-1].span.text}'")
    return Resolution(why=f"'{words}': several named")


def _persons(mentions: Sequence[Named]) -> set[str]:
    return {m.resolution.person.name for m in mentions if m.resolution.person is not None}
