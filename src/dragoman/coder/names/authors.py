"""Who "we" are in a text that its authors sign: "We, the Foreign Ministers of France and Italy, met in Paris. We condemn"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence

_BEGINNING = 6
"""Sentences of a text in which its authors name themselves."""


def authors(sentences: Sequence[Sentence], mentions: Mentions) -> list[Mention]:
    """The actors named behind the first "We," of a text's beginning; nobody where it has none."""
    for sentence in sentences[:_BEGINNING]:
        for token in sentence.tokens:
            if token.text != "We":
                continue
            behind = (i for c in sentence.dependents(token.i, "appos") for i in sentence.subtree(c))
            told = [mentions.at(sentence, i) for i in behind if sentence.tokens[i].upos == "PROPN"]
            found = {m.actor: m for m in reversed(told) if m.actor}
            if found:
                return list(reversed(found.values()))
    return []
