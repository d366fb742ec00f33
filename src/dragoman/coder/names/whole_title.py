"""For whom a person of the tables acts by the whole title, which a parser tears off his name or which stands behind it: "Joint AU-UN mediator
Djibril Bassole", "Alvaro de Soto, the former U.N. envoy"."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from dragoman.actors import Resolution
from dragoman.coder.grammar.classes import ONE_MORE
from dragoman.coder.grammar.phrases import phrase_words
from dragoman.language.parse import Sentence, Token


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
    if before is not None and (before.head, before.relation) == (token.head, token.relation) and _is_office(before):
        first = phrase_words(sentence, before.i)[0]
    else:
        behind = next((c for c in sentence.dependents(head, "appos") if c > last and _is_office(tokens[c])), -1)
        if behind < 0 or any(t.text.lower() in ONE_MORE for t in tokens[last + 1 : behind]):
            return None
        last = phrase_words(sentence, behind)[1]
    start, end = (at - sentence.start for at in sentence.slice(first, last))
    whole = resolve(sentence.text[start:end], sentence, head)
    same = whole.person is None or alone.person is None or whole.person.name == alone.person.name
    if whole.actor in (None, alone.actor) or not same:
        return None
    former = (whole.actor or "").startswith("person:")
    return whole if former else msgspec.structs.replace(whole, why=f"{whole.actor}: by the title beside the name")


def _is_office(word: Token) -> bool:
    """Whether a word is a noun for one person."""
    return word.upos == "NOUN" and word.mention == "person" and word.text.lower() == word.lemma.lower()
