"""For whom a person of the tables acts by the whole title, which a parser tears off his name or which stands behind or before it: "Joint AU-UN
mediator Djibril Bassole", "Alvaro de Soto, the former U.N. envoy", "a Chinese envoy, Song Tao"."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from dragoman.actors import Resolution
from dragoman.coder.grammar.classes import ONE_MORE
from dragoman.coder.grammar.phrases import phrase_words
from dragoman.language.parse import Sentence, Token

_OF_STATES = frozenset({"envoy", "emissary", "minister", "ambassador"})
"""Offices that, set off before a name, say for which state its bearer acts."""


def by_whole_title(
    sentence: Sentence, head: int, alone: Resolution, resolve: Callable[[str, Sentence, int], Resolution]
) -> Resolution | None:
    """Who a name means together with its title; None where that is who it means alone.

    Args:
        alone: who the name means alone. resolve: who words mean in a sentence.
    """
    tokens, token = sentence.tokens, sentence.tokens[head]
    first, last = phrase_words(sentence, head)
    before = tokens[first - 1] if first else None
    set_off = False
    if before is not None and (before.head, before.relation) == (token.head, token.relation) and _is_office(before):
        first = phrase_words(sentence, before.i)[0]
    elif token.relation == "appos" and 0 <= token.head < first and tokens[token.head].lemma.lower() in _OF_STATES:
        first, set_off = phrase_words(sentence, token.head)[0], True
    else:
        behind = next((c for c in sentence.dependents(head, "appos") if c > last and _is_office(tokens[c])), -1)
        if behind < 0 or any(t.text.lower() in ONE_MORE for t in tokens[last + 1 : behind]):
            return None
        last = phrase_words(sentence, behind)[1]
    start, end = (at - sentence.start for at in sentence.slice(first, last))
    whole = resolve(sentence.text[start:end], sentence, head)
    same = whole.person is None or alone.person is None or whole.person.name == alone.person.name
    of_state = alone.sector == "PTY" and whole.sector == "GOV"  # a party's man is sent by the state
    if whole.actor is None or (whole.actor == alone.actor and not of_state) or not same:
        return None
    if set_off and whole.actor != whole.country:
        return None  # whoever is "the Mediator" is no more told by it than by his name
    former = (whole.actor or "").startswith("person:")
    return whole if former else msgspec.structs.replace(whole, why=f"{whole.actor}: by the title beside the name")


def _is_office(word: Token) -> bool:
    """Whether a word is a noun for one person."""
    return word.upos == "NOUN" and word.mention == "person" and word.text.lower() == word.lemma.lower()
