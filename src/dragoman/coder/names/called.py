"""The name behind a word for somebody's party or movement: "Bazoum's party, the PNDS" is the PNDS and not Bazoum."""

from __future__ import annotations

from dragoman.language.parse import Sentence

_OWNED = frozenset({"party", "movement", "group", "militia", "faction", "front", "bloc", "alliance", "coalition"})


def called(sentence: Sentence, head: int) -> int | None:
    """Head of the name behind a body that is told by whose it is; None where none is told or a person's name follows."""
    token = sentence.tokens[head]
    if token.upos != "NOUN" or token.lemma.lower() not in _OWNED or not sentence.dependents(head, "nmod:poss"):
        return None
    names = (sentence.tokens[c] for c in sentence.dependents(head, "appos") if c > head)
    return next((t.i for t in names if t.upos == "PROPN" and not t.name.endswith("PER")), None)
