"""Whom a list or a short clause adds to those of whom something is said, however the parser ties them."""

from __future__ import annotations

from dragoman.coder.grammar.phrases import conjuncts
from dragoman.language.parse import Sentence, matches

_LIKEWISE = frozenset({"neither", "nor", "so", "as"})
_SHORT_VERBS = frozenset({"was", "were", "is", "are", "did", "had", "has", "have", "do", "does"})
_WINDOW = 7
"""Words behind the short verb in which its subject must begin."""


def likewise(sentence: Sentence, last: int) -> list[int]:
    """Heads of those of whom a short clause behind word `last` says the same: "and neither was Russia", "as were Romania and Bulgaria"."""
    for token in sentence.tokens[last + 1 : -2]:
        verb = sentence.tokens[token.i + 1]
        if token.text.lower() in _LIKEWISE and verb.text.lower() in _SHORT_VERBS:
            noun = _next_noun(sentence, verb.i)
            both = [] if noun is None else [*conjuncts(sentence, noun), *listed(sentence, noun)]
            return list(dict.fromkeys(both))
    return []


def _next_noun(sentence: Sentence, i: int) -> int | None:
    """Head of the phrase that begins right behind a word; None where another word stands there."""
    for token in sentence.tokens[i + 1 : i + 1 + _WINDOW]:
        if token.upos in ("PROPN", "NOUN") and not part_of_next(sentence, token.i):
            return token.i
        if token.upos not in ("DET", "ADJ", "PROPN", "NOUN", "NUM", "PUNCT"):
            return None
    return None


def part_of_next(sentence: Sentence, i: int) -> bool:
    """Whether the word is a modifier of the next noun, with nothing between: "Kurdish" of "the Kurdish party"."""
    token = sentence.tokens[i]
    between = sentence.tokens[i + 1 : token.head] if token.head > i else []
    modifier = matches(token.relation, ("compound", "flat", "nmod:poss", "amod"))
    return modifier and token.head > i and not any(t.upos in ("CCONJ", "PUNCT") for t in between)


def listed(sentence: Sentence, i: int) -> list[int]:
    """Names that follow in a list ("the U.S. and the UN"), however the parser ties them."""
    found = []
    at = i + 1
    while at < len(sentence) and (sentence.tokens[at].upos == "CCONJ" or sentence.tokens[at].text == ","):
        at += 1
        while at < len(sentence) and sentence.tokens[at].upos in ("DET", "CCONJ"):
            at += 1
        if at >= len(sentence) or sentence.tokens[at].upos != "PROPN" or part_of_next(sentence, at):
            break
        found.append(at)
        at += 1
    return found
