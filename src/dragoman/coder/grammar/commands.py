"""Quoted commands: "“Leave Syria now,” Ankara told Moscow"."""

from __future__ import annotations

from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

_OPENING = frozenset({'"', "“", "``", "‘", "'", "«"})
_DO = frozenset({"do", "don't", "don’t", "please", "just", "now"})


def is_command(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is the first of quoted words, in its bare form, and nobody is said to do it: "“Release our soldiers,” Juba told"."""
    tokens = sentence.tokens
    token = tokens[verb]
    if token.upos not in ("VERB", "AUX") or token.text.lower() != token.lemma.lower():
        return False
    asides = lexicon.load().classes["asides"]
    if token.lemma.lower() in asides or sentence.dependents(verb, "nsubj", "nsubj:pass", "cop", "expl", "csubj"):
        return False
    before = [c for c in sentence.children[verb] if c < verb and tokens[c].upos != "PUNCT"]
    negated = ("not", "n't", "n’t", "never")
    if any(tokens[c].text.lower() not in (*_DO, *negated) for c in before):
        return False
    first = min((verb, *before))
    return first > 0 and tokens[first - 1].text in _OPENING
