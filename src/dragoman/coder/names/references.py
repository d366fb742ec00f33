"""The phrases of a document that may mean the same: names, descriptions, pronouns, with span, type, number and gender."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.coder.grammar.classes import NOMINAL
from dragoman.coder.names.coreference_words import CoreferenceWords
from dragoman.language.parse import Sentence

_OUTSIDE = frozenset(
    ("case", "cc", "mark", "punct", "nsubj", "csubj", "cop", "aux", "expl", "discourse", "vocative", "parataxis", "conj", "appos",
     "dislocated", "obj", "obl", "advcl", "ccomp", "orphan", "reparandum", "list")
)  # fmt: skip
"""Relations of dependents that are no part of the phrase; those that a clause hangs on come of predicates ("is a town")."""
_OUTSIDE_LEFT = frozenset({"advmod", "nmod"})
_OUTSIDE_RIGHT = frozenset({"dep"})
_EDGE_LEFT = frozenset({"PUNCT", "CCONJ", "ADP", "SCONJ"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such"})
_INDEFINITE = frozenset({"a", "an", "some", "any", "no", "another", "every", "each"})
_PLACES = frozenset({"here", "there"})


class Reference(msgspec.Struct, frozen=True, gc=False, order=True):
    """One phrase: words `first` to `last` of a sentence, its head, what kind of phrase and of thing it is.

    Attributes:
        kind: name, description or pronoun.
        type: GUM's entity type: person, organization, place, event, time, object, abstract, animal, plant, substance.
        number: s, p or any.
        gender: m, f, person (either), n (thing or body), any.
        definite: definite, indefinite, possessed or bare.
    """

    sentence: int
    head: int
    first: int
    last: int
    kind: str
    type: str
    number: str
    gender: str
    definite: str

    @property
    def span(self) -> tuple[int, int, int]:
        """Sentence, first word, last word."""
        return self.sentence, self.first, self.last


def references(sentences: Sequence[Sentence], words: CoreferenceWords) -> list[Reference]:
    """All phrases of a document in reading order, longer ones first where they begin alike."""
    found: dict[tuple[int, int, int], Reference] = {}
    for index, sentence in enumerate(sentences):
        for token in sentence.tokens:
            low = token.text.lower()
            pronoun = low in words.pronouns and (
                token.upos == "PRON" or (low in _PLACES and token.mention == "place") or token.relation == "nmod:poss"
            )
            if token.mention == "O" and not (pronoun and words.pronouns[low][1] in ("m", "f", "person")):
                continue
            first, last = span(sentence, token.i)
            made = describe(sentence, index, token.i, first, last, words)
            found.setdefault(made.span, made)
            if (row := coordination(sentence, made)) is not None:
                found.setdefault(row.span, row)
    return in_order(found.values())


def in_order(made: Iterable[Reference]) -> list[Reference]:
    """Reading order by first word, longer phrases before those inside them."""
    return sorted(made, key=lambda r: (r.sentence, r.first, -r.last))


def coordination(sentence: Sentence, reference: Reference) -> Reference | None:
    """The whole row that a phrase begins ("Russia and Turkey"), None where it begins none or joins no phrases by "and"."""
    tokens = sentence.tokens
    row = [c for c in sentence.children[reference.head] if tokens[c].relation == "conj" and tokens[c].upos in NOMINAL]
    if not row or not any(tokens[c].lemma.lower() in ("and", "&") for r in row for c in sentence.children[r]):
        return None
    last = max(span(sentence, row[-1])[1], reference.last)
    return msgspec.structs.replace(reference, last=last, kind="description", number="p", definite="bare")


def span(sentence: Sentence, head: int) -> tuple[int, int]:
    """First and last word of the whole phrase of a head, with its articles, "of" phrases, clauses and possessive 's."""
    tokens = sentence.tokens
    inside, waiting = [head], []
    for child in sentence.children[head]:
        relation = tokens[child].relation
        plain = relation.partition(":")[0]
        if child > head and relation == "case":
            waiting.append(child)
            continue
        if tokens[head].upos != "VERB" and (
            plain in _OUTSIDE
            or (child < head and plain in _OUTSIDE_LEFT and relation == plain and tokens[head].upos != "NUM")
            or (child > head and plain in _OUTSIDE_RIGHT)
        ):
            continue
        if child < head or not any(tokens[k].text in ("(", "[") for k in range(head + 1, child)):
            waiting.append(child)
    while waiting:
        word = waiting.pop()
        inside.append(word)
        waiting.extend(sentence.children[word])
    first, last = min(inside), max(inside)
    while first < head and tokens[first].upos in _EDGE_LEFT:
        first += 1
    while last > head and tokens[last].upos == "PUNCT":
        last -= 1
    return first, last


def describe(sentence: Sentence, index: int, head: int, first: int, last: int, words: CoreferenceWords) -> Reference:
    """The reference of a given span: kind, type, number, gender and definiteness read off its words."""
    token = sentence.tokens[head]
    low = token.text.lower()
    kind = token.mention if token.mention != "O" else "abstract"
    if low in words.pronouns and (token.upos in ("PRON", "DET") or low in _PLACES or token.relation == "nmod:poss"):
        number, gender = words.pronouns[low]
        if token.mention == "O" and gender in ("m", "f", "person"):
            kind = "person"
        return Reference(index, head, first, last, "pronoun", kind, number, gender, "definite")
    name = token.upos == "PROPN" or token.name != "O"
    return Reference(
        index, head, first, last, "name" if name else "description", kind,
        _number(sentence, head, name, words), _gender(sentence, head, kind, words), _definite(sentence, head, first),
    )  # fmt: skip


def _number(sentence: Sentence, head: int, name: bool, words: CoreferenceWords) -> str:
    token = sentence.tokens[head]
    low = token.text.lower()
    if any(sentence.tokens[c].relation == "conj" for c in sentence.children[head]) and name:
        return "any"
    if low in words.bodies or token.lemma.lower() in words.bodies:
        return "any" if low == token.lemma.lower() else "p"
    if low in ("people", "men", "women", "children") or (
        token.upos != "PROPN" and low != token.lemma.lower() and low.endswith("s")
    ):
        return "p"
    if name and low.endswith("s") and token.lemma.lower() != low:
        return "p"
    if name and token.mention == "organization":
        return "any"
    return "s"


def _gender(sentence: Sentence, head: int, kind: str, words: CoreferenceWords) -> str:
    if kind != "person":
        return "any" if kind == "animal" else "n"
    near = [
        head,
        *(
            c
            for c in sentence.children[head]
            if sentence.tokens[c].relation.partition(":")[0] in ("flat", "compound", "nmod", "appos")
        ),
    ]
    forms = [(sentence.tokens[i].text.lower(), sentence.tokens[i].lemma.lower()) for i in sorted(near)]
    for male, female in ((words.male, words.female), (words.male_names, words.female_names)):
        for form, lemma in forms:
            if form in male or lemma in male:
                return "m"
            if form in female or lemma in female:
                return "f"
    return "person"


def _definite(sentence: Sentence, head: int, first: int) -> str:
    low = sentence.tokens[first].text.lower()
    own = {sentence.tokens[c].text.lower() for c in sentence.children[head]}
    if any(sentence.tokens[c].relation == "nmod:poss" for c in sentence.children[head]):
        return "possessed"
    if low in _DEFINITE or own & _DEFINITE:
        return "definite"
    if low in _INDEFINITE or own & _INDEFINITE:
        return "indefinite"
    return "bare"
