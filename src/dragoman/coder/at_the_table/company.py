"""Who is meant beside or instead of a third party that the wording names: its company ("alongside Qatar") and its members ("comprising Mali")."""

from __future__ import annotations

from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.language.parse import Sentence, matches

_BESIDE = frozenset({"alongside"})
_TOGETHER = frozenset({"together", "along", "jointly"})
_COMPRISING = frozenset({"comprise", "include", "consist", "compose", "make", "group", "form"})
_PEOPLE = ("of", "from")


def with_company(sentence: Sentence, head: int, bodies: frozenset[str]) -> list[int]:
    """The heads of the phrases of those who do what a third party does.

    "Egypt is mediating alongside Qatar": both; "a committee comprising Gabon and Chad oversees the talks": the two.

    Args:
        bodies: lemmas of nouns for what has members.
    """
    members = _members(sentence, head) if sentence.tokens[head].lemma.lower() in bodies else []
    return [*(members or [head]), *_companions(sentence, head)]


def _companions(sentence: Sentence, head: int) -> list[int]:
    """Those "alongside" or "together with" the subject or agent of a verb, hung on it, on its verb or on the verb's object."""
    tokens = sentence.tokens
    first = head
    while tokens[first].relation == "conj":
        first = tokens[first].head
    verb = tokens[first].head
    if verb < 0 or tokens[verb].upos != "VERB" or not matches(tokens[first].relation, ("nsubj", "obl")):
        return []
    if first != head:
        return []  # counted with the first
    near = [first, verb, *sentence.dependents(verb, "obj")]
    return [
        k
        for above in near
        for c in sentence.children[above]
        if c != first and matches(tokens[c].relation, ("nmod", "obl")) and _is_beside(sentence, c)
        for k in conjuncts(sentence, c)
    ]


def _is_beside(sentence: Sentence, i: int) -> bool:
    """Whether "alongside" or "together with" introduces a phrase."""
    case = preposition(sentence, i)
    if case != "with":
        return case in _BESIDE
    at = next(c for c in sentence.children[i] if sentence.tokens[c].text.lower() == "with")
    return at > 0 and sentence.tokens[at - 1].text.lower() in _TOGETHER


def _members(sentence: Sentence, head: int) -> list[int]:
    """Those of whom a body consists: "a committee comprising Gabon and Chad", "a panel made up of the presidents of Mali and Niger"."""
    tokens = sentence.tokens
    telling = [c for c in sentence.dependents(head, "acl") if tokens[c].lemma.lower() in _COMPRISING and c > head]
    if not telling:
        return []
    below = [c for above in (telling[0], head) for c in sentence.children[above] if c > telling[0]]
    named = [c for c in below if matches(tokens[c].relation, ("obj", "obl", "nmod", "appos"))]
    found: list[int] = []
    for i in (k for c in named[:1] for k in conjuncts(sentence, c)):
        of = [
            k
            for c in sentence.dependents(i, "nmod")
            if preposition(sentence, c) in _PEOPLE
            for k in conjuncts(sentence, c)
        ]
        found += of if len(of) > 1 and tokens[i].upos == "NOUN" else [i]
    return found
