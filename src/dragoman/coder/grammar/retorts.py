"""What an article adds behind a statement on how others take it: "…, a charge that Kigali denies", "…, which India denied", "…, a claim
that drew condemnation from the rebels".

The parser hangs these words now on one verb, now on another, so they are read from their order.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dragoman.coder.grammar.classes import INDEFINITE, NOMINAL
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

_FAR = 18
"""Words between the comma and the verb: room for a title and a name between commas."""
_PRONOUNS = frozenset({"that", "which"})
_WHOLE = frozenset({"which", "something"})
"""Words that mean all that was said before."""
_ONWARD = frozenset({"and", "but", "while", "whereas"})
_MARKS = frozenset({";", "“", "”", '"', "``", "''", ":"})


class Retort(NamedTuple):
    """The words from a comma on (half open) and their verb."""

    verb: int
    first: int
    last: int

    def __contains__(self, word: object) -> bool:
        return isinstance(word, int) and self.first <= word < self.last


def retorts(sentence: Sentence) -> list[Retort]:
    """All clauses of a sentence that tell how somebody takes the statement before them."""
    words = lexicon.load().classes
    denials, drawing = _verbs("denying", "contradicting"), _verbs("drawing")
    found = []
    for token in sentence.tokens:
        if token.upos != "VERB":
            continue
        lemma = token.lemma.lower()
        first = -1
        if lemma in denials:
            first = _denied_from(sentence, token.i, sure=lemma in words["denying"])
        elif lemma in drawing or token.text.lower() in drawing:
            first = _drawn_from(sentence, token.i)
        if first >= 0:
            found.append(Retort(token.i, first, _end(sentence, token.i)))
    return found


@lru_cache(maxsize=4)
def _verbs(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in lexicon.load().classes[name])


def _denied_from(sentence: Sentence, verb: int, *, sure: bool) -> int:
    """The comma of "…, a charge that Kigali denies", "…, something the army denied", "…, which India denies"; -1 for none.

    Args:
        sure: the verb means nothing but to deny: "which India rejected" may mean a plan.
    """
    tokens = sentence.tokens
    for k in range(verb - 1, max(-1, verb - _FAR), -1):
        token = tokens[k]
        if token.text in _MARKS or token.upos == "VERB":
            return -1
        if token.text != "," or k + 1 >= verb:
            continue
        opener = tokens[k + 1].text.lower()
        if opener in _WHOLE and sure and _has_no_object(sentence, verb):
            return k if any(t.upos in NOMINAL for t in tokens[k + 2 : verb]) else -1
        if opener in INDEFINITE and _claim_behind(sentence, k + 1, verb) >= 0:
            return k
    return -1


def _drawn_from(sentence: Sentence, verb: int) -> int:
    """The comma of "…, a statement that drew condemnation", "…, which angered the rebels"; -1 for none."""
    tokens = sentence.tokens
    before = verb - 1
    while before > 0 and tokens[before].upos in ("AUX", "ADV"):
        before -= 1
    if before < 2 or tokens[before].text.lower() not in _PRONOUNS:
        return -1
    if tokens[before - 1].text == ",":
        return before - 1
    if tokens[before - 1].text.lower() == "something" and tokens[before - 2].text == ",":
        return before - 2
    for k in range(before - 2, max(-1, before - 6), -1):
        if tokens[k].text == "," and tokens[k + 1].text.lower() in INDEFINITE:
            return k if _claim_behind(sentence, k + 1, before) == before - 1 else -1
    return -1


def _claim_behind(sentence: Sentence, article: int, stop: int) -> int:
    """The noun for a statement behind an article; -1 where another noun stands there."""
    nouns = _verbs("claims", "retold")
    noun = next((t for t in sentence.tokens[article + 1 : min(stop, article + 5)] if t.upos == "NOUN"), None)
    return noun.i if noun is not None and noun.lemma.lower() in nouns else -1


def _has_no_object(sentence: Sentence, verb: int) -> bool:
    """Whether nothing stands right behind a verb that it could deny itself: "which India denies.", not "which denies it"."""
    behind = sentence.tokens[verb + 1] if verb + 1 < len(sentence) else None
    return behind is None or behind.upos in ("PUNCT", "ADP", "ADV", "CCONJ")


def _end(sentence: Sentence, verb: int) -> int:
    tokens = sentence.tokens
    for k in range(verb + 1, len(sentence)):
        onward = tokens[k].text == "," and k + 1 < len(sentence) and tokens[k + 1].text.lower() in _ONWARD
        if tokens[k].text in _MARKS or onward:
            return k
    return len(sentence)
