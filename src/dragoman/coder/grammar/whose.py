"""Whose state acts acts for him: "Maduro and Bachelet, whose governments accompanied the talks"."""

from __future__ import annotations

from dragoman.coder.grammar.phrases import first_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon


def whose_state(sentence: Sentence, noun: int, verb: int) -> int:
    """The one, or the first of several, of whom a relative clause with "whose government" tells; the noun itself where it is no such clause."""
    token, above = sentence.tokens[noun], sentence.tokens[verb]
    if token.lemma.lower() not in lexicon.load().classes["states_named"] or not matches(above.relation, ("acl",)):
        return noun
    if not any(sentence.tokens[c].text.lower() == "whose" for c in sentence.dependents(noun, "nmod:poss")):
        return noun
    several = token.text.lower() != token.lemma.lower()
    return first_of(sentence, above.head) if several else above.head
