"""The town that a phrase without a name means: "met in the city", "in the same resort" after "in Cairo", "in this port" under a dateline."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors import Knowledge
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

_TOWNS = frozenset({"city", "town", "capital"})
_HERE = frozenset({"this"})
_THERE = frozenset({"the", "that", "same"})
_IN = frozenset({"in", "at", "on", "into", "outside", "near", "around"})
_BACK = 3
"""Sentences in which the town is looked for."""


def is_here(sentence: Sentence, i: int, places: frozenset[str]) -> bool:
    """Whether a word says where the report is written: "here", "in this port", "at this Afghan village".

    Args:
        places: nouns for towns and other places.
    """
    token = sentence.tokens[i]
    if token.text.lower() == "here":
        return True
    if token.lemma.lower() not in places and token.lemma.lower() not in _TOWNS:
        return False
    return _has(sentence, i, _HERE) and preposition(sentence, i) in _IN


def is_there(sentence: Sentence, i: int) -> bool:
    """Whether a word means a town that has been told before: "in the city", "on the outskirts of the town", not "the city of Herat"."""
    token = sentence.tokens[i]
    if token.lemma.lower() not in _TOWNS or token.upos != "NOUN" or not _has(sentence, i, _THERE):
        return False
    bare = all(sentence.tokens[c].relation in ("case", "det", "punct", "amod") for c in sentence.children[i])
    same = all(sentence.tokens[c].text.lower() == "same" for c in sentence.dependents(i, "amod"))
    return bare and same and preposition(sentence, i) in (*_IN, "of", "through")


def town_before(
    sentence: Sentence, i: int, before: Sequence[Sentence], mentions: Mentions, knowledge: Knowledge
) -> Mention | None:
    """The town told last before a word; a capital where the word is "capital".

    None where a country told since is not its own ("met in Paris. Chad's army fought in the capital"); where somebody speaks is passed over
    ("In New York, Annan condemned it. Ten died in the town").
    """
    since: set[str | None] = set()
    kinds = ("capital",) if sentence.tokens[i].lemma.lower() == "capital" else ("city", "capital")
    for earlier in (sentence, *reversed(before[-_BACK:])):
        stop = i if earlier is sentence else len(earlier)
        for token in reversed(earlier.tokens[:stop]):
            if token.name != "B-LOC":
                continue
            mention = mentions.at(earlier, token.i)
            place = knowledge.place(mention.span.text)
            if place is None or _speaks_there(earlier, mention.head):
                continue
            if place.kind == "country":
                since.add(place.country)
            elif place.kind in kinds:
                return mention if since <= {place.country} else None
    return None


def _speaks_there(sentence: Sentence, i: int) -> bool:
    """Whether a place before the clause is only where somebody says or judges something."""
    verb = sentence.tokens[sentence.tokens[i].head]
    words = lexicon.load().reporting
    return i < verb.i and verb.upos == "VERB" and verb.lemma.lower() in {*words.verbs, *words.judging}


def _has(sentence: Sentence, i: int, words: frozenset[str]) -> bool:
    return any(sentence.tokens[c].text.lower() in words for c in sentence.dependents(i, "det", "amod"))
