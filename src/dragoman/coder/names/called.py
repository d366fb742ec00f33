"""The name behind a word for a body that tells only its sort: "Bazoum's party, the PNDS" is the PNDS and not Bazoum, "the West African bloc known as
ECOWAS" and "the regional bloc IGAD" are ECOWAS and IGAD."""

from __future__ import annotations

from dragoman.language.parse import Sentence, Token
from dragoman.ontology import lexicon

_OWNED = frozenset({"party", "movement", "group", "militia", "faction", "front", "bloc", "alliance", "coalition"})
_NAMING = frozenset({"know", "call", "name", "dub"})
_LEADING = frozenset({"as", "the"})


def called(sentence: Sentence, head: int) -> int | None:
    """Head of the name behind a body that is told by whose it is, by "known as", or that stands right before it; None where none is told or a
    person's name follows."""
    tokens, token = sentence.tokens, sentence.tokens[head]
    noun = token.lemma.lower()
    if token.upos != "NOUN":
        return None
    if noun in lexicon.load().classes["named_body"]:
        naming = next(
            (c for c in sentence.dependents(head, "acl") if c > head and tokens[c].lemma.lower() in _NAMING), None
        )
        behind = _name(sentence, naming + 1) if naming is not None else head + 1
        if behind is not None and behind < len(tokens) and _is_body(tokens[behind], alone=naming is None):
            return behind
    if noun not in _OWNED or not sentence.dependents(head, "nmod:poss"):
        return None
    names = (tokens[c] for c in sentence.dependents(head, "appos") if c > head)
    return next((t.i for t in names if t.upos == "PROPN" and not t.name.endswith("PER")), None)


def _is_body(name: Token, *, alone: bool) -> bool:
    """Whether a word is a body's name; `alone`, with nothing between it and the noun, one that belongs to no noun behind it."""
    if name.upos != "PROPN" or not name.name.endswith("ORG"):
        return False
    return not alone or ((name.text.isupper() or name.name[:1] == "B") and name.relation != "compound")


def _name(sentence: Sentence, word: int) -> int | None:
    """Head of the name that begins at a word, behind "as" and "the"."""
    tokens = sentence.tokens
    while word < len(tokens) and tokens[word].text.lower() in _LEADING:
        word += 1
    last = word
    while last + 1 < len(tokens) and tokens[last + 1].name.startswith("I-"):
        last += 1
    if last >= len(tokens):
        return None
    inside = range(word, last + 1)
    return next((i for i in inside if tokens[i].head not in inside), None)
