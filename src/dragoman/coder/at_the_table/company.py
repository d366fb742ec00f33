"""Who is meant beside or instead of a third party that the wording names: its company ("alongside Qatar") and its members ("comprising Mali",
"the three neighbours - Mali, Niger and Chad")."""

from __future__ import annotations

from dragoman.coder.grammar.classes import OF_OR_FROM
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.language.parse import Sentence, matches

_BESIDE = frozenset({"alongside"})
_TOGETHER = frozenset({"together", "along", "jointly"})
_COMPRISING = frozenset({"comprise", "include", "consist", "compose", "make", "group", "form"})


def with_company(sentence: Sentence, head: int, bodies: frozenset[str]) -> list[int]:
    """The heads of the phrases of those who do what a third party does.

    "Egypt is mediating alongside Qatar": both; "a committee comprising Gabon and Chad oversees the talks": the two.

    Args:
        bodies: lemmas of nouns for what has members.
    """
    return [*(members(sentence, head, bodies) or [head]), *_companions(sentence, head)]


def members(sentence: Sentence, head: int, bodies: frozenset[str]) -> list[int]:
    """The heads of the phrases of those of whom a body consists, or who are named behind the noun for all of them; none where they are not told.

    "A committee of Gabon and Chad", "a panel comprising Gabon and Chad", "the guarantor states of the treaty - Gabon, Chad and Togo".
    """
    token = sentence.tokens[head]
    if token.lemma.lower() in bodies:
        return _comprised(sentence, head) or _of_the_body(sentence, head) or _named_behind(sentence, head)
    plural = token.upos == "NOUN" and token.text.lower() != token.lemma.lower()
    return _named_behind(sentence, head) if plural else []


def _of_the_body(sentence: Sentence, head: int) -> list[int]:
    """Those in the "of" phrase of a body, if several are named: "a contact group of Gabon, Chad and Togo"."""
    for child in sentence.dependents(head, "nmod"):
        named = conjuncts(sentence, child) if preposition(sentence, child) == "of" else []
        if len(named) > 1 and all(sentence.tokens[i].upos == "PROPN" for i in named):
            return named
    return []


def _named_behind(sentence: Sentence, head: int) -> list[int]:
    """Several names in apposition to a noun, or to one in its "of" phrase, of which the parser takes them to be said: "the guarantors of the
    accord, Gabon, Chad and Togo"."""
    of = [c for c in sentence.dependents(head, "nmod") if preposition(sentence, c) == "of"]
    for above in (head, *of):
        for child in sentence.dependents(above, "appos"):
            named = conjuncts(sentence, child)
            if child > head and len(named) > 1 and all(sentence.tokens[i].upos == "PROPN" for i in named):
                return named
    return []


def _companions(sentence: Sentence, head: int) -> list[int]:
    """Those "alongside" or "together with" the subject or agent of a verb, hung on it, on its verb or on the verb's object."""
    tokens = sentence.tokens
    first = head
    while tokens[first].relation == "conj":
        first = tokens[first].head
    verb = tokens[first].head
    own = (
        []
        if verb < 0 or tokens[verb].upos != "VERB" or not matches(tokens[first].relation, ("nsubj", "obl"))
        else [verb]
    )
    # "Merkel, who hosted the talks together with the UN"
    own += [
        r
        for r in sentence.dependents(first, "acl:relcl")
        if any(tokens[c].upos == "PRON" for c in sentence.dependents(r, "nsubj"))
    ]
    if first != head:
        return []  # counted with the first
    near = [first, *(i for v in own for i in (v, *sentence.dependents(v, "obj")))] if own else []
    beside = [
        c
        for above in near
        for c in sentence.children[above]
        if c != first and matches(tokens[c].relation, ("nmod", "obl"))
    ]
    # "convened the session with A and B, together with C" is with all three
    with_ = min(
        (c for c in beside if preposition(sentence, c) == "with" and not is_beside(sentence, c)), default=len(tokens)
    )
    return [k for c in beside if c < with_ and is_beside(sentence, c) for k in conjuncts(sentence, c)]


def is_beside(sentence: Sentence, i: int) -> bool:
    """Whether "alongside" or "together with" introduces a phrase."""
    at = next((c for c in sentence.children[i] if c < i and sentence.tokens[c].text.lower() == "with"), 0)
    if at == 0:
        return preposition(sentence, i) in _BESIDE
    return sentence.tokens[at - 1].text.lower() in _TOGETHER


def _comprised(sentence: Sentence, head: int) -> list[int]:
    """Those whom a participle tells to be members: "a committee comprising Gabon and Chad", "a panel made up of the presidents of Mali and Niger"."""
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
            if preposition(sentence, c) in OF_OR_FROM
            for k in conjuncts(sentence, c)
        ]
        found += of if len(of) > 1 and tokens[i].upos == "NOUN" else [i]
    return found
