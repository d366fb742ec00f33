"""What the ranker sees of a phrase and of each earlier one: numbers, computed for all candidates at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.coder.grammar.quotes import inside, quotations
from dragoman.coder.names.coreference_words import CoreferenceWords
from dragoman.coder.names.references import Reference
from dragoman.language.parse import Sentence

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

KINDS = ("name", "description", "pronoun")
TYPES = ("person", "organization", "place", "event", "time", "object", "abstract", "animal", "plant", "substance")
NUMBERS = ("s", "p", "any")
GENDERS = ("m", "f", "person", "n", "any")
DEFINITE = ("definite", "indefinite", "possessed", "bare")
RELATIONS = ("nsubj", "obj", "obl", "nmod", "nmod:poss", "appos", "conj", "compound", "root", "other")
FORMS = ("i", "we", "you", "he", "she", "it", "they", "this", "those", "who", "which", "here", "one")
_FORM_OF = {
    "i": "i me my mine myself", "we": "we us our ours ourselves", "you": "you your yours yourself yourselves",
    "he": "he him his himself", "she": "she her hers herself", "it": "it its itself",
    "they": "they them their theirs themselves", "this": "this that", "those": "these those",
    "who": "who whom whose", "which": "which", "here": "here there", "one": "one",
}  # fmt: skip
_FORM = {word: FORMS.index(form) for form, line in _FORM_OF.items() for word in line.split()}
_SENTENCES = (0, 1, 2, 3, 5, 9)
_PLACES = (1, 2, 3, 5, 8, 13, 21, 40, 80)
WINDOW = 50
"""Phrases looked back over in any case; farther ones only if they share a content word."""
PRONOUN_WINDOW = 30
_LINKING = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "of", "in", "and", "for", "to", "'s", "’s", "at", "on", "by", "with", "his", "her",
     "its", "their", "our", "my", "your")
)  # fmt: skip
"""Words of a phrase that do not count in comparing it with others."""


class Table:
    """The phrases of a document as arrays, for the features of one phrase against many.

    Args:
        found: phrases in reading order.
        sentences: the parsed document.
        text: its characters, for quotation marks.
    """

    def __init__(
        self, found: Sequence[Reference], sentences: Sequence[Sentence], text: str, words: CoreferenceWords
    ) -> None:
        self.found, self.sentences = found, sentences
        n = len(found)
        quotes = quotations(text)
        self._attributes = np.zeros((n, 6), np.int64)
        self._form = np.full(n, -1, np.int64)
        self._sentence = np.array([r.sentence for r in found], np.int64)
        self._first = np.array([r.first for r in found], np.int64)
        self._last = np.array([r.last for r in found], np.int64)
        self._quote = np.full(n, -1, np.int64)
        self._clause = np.zeros(n, np.int64)
        self._governor = np.zeros(n, np.int64)
        vocabulary: dict[str, int] = {}
        self._ids = np.zeros((n, 4), np.int64)
        bags: list[set[str]] = []
        names: list[set[str]] = []
        numbers: list[frozenset[str]] = []
        for i, r in enumerate(found):
            sentence = sentences[r.sentence]
            token = sentence.tokens[r.head]
            self._attributes[i] = (
                KINDS.index(r.kind), TYPES.index(r.type) if r.type in TYPES else TYPES.index("abstract"), NUMBERS.index(r.number),
                GENDERS.index(r.gender), DEFINITE.index(r.definite), _relation(token.relation),
            )  # fmt: skip
            low = token.text.lower()
            if r.kind == "pronoun":
                self._form[i] = _FORM.get(low, -1)
            quote = inside(quotes, token.start) if quotes else None
            self._quote[i] = quote[0] if quote else -1
            self._clause[i] = _clause(sentence, r.head)
            self._governor[i] = token.head
            content = [
                t
                for t in sentence.tokens[r.first : r.last + 1]
                if t.upos not in ("PUNCT",) and t.text.lower() not in _LINKING
            ]
            core = [t for t in content if t.i <= r.head or t.relation.startswith(("flat", "compound"))]
            bags.append({t.lemma.lower() for t in content} if r.kind != "pronoun" else set())
            names.append({t.text.lower() for t in core if t.upos == "PROPN"} if r.kind != "pronoun" else set())
            numbers.append(frozenset(t.lemma.lower() for t in core if t.upos == "NUM"))
            whole = " ".join(t.text.lower() for t in content)
            for k, key in enumerate(
                (whole, token.lemma.lower(), " ".join(t.text.lower() for t in core), _acronym(core, token.text))
            ):
                self._ids[i, k] = vocabulary.setdefault(
                    f"{3 if k == 3 else (1 if k == 1 else 0)} {key}", len(vocabulary)
                )
        self._acronym_of = np.full(n, -2, np.int64)
        for i, r in enumerate(found):
            short = re.sub(r"\W", "", sentences[r.sentence].tokens[r.head].text)
            if r.kind == "name" and r.first + 1 >= r.head and 2 <= len(short) <= 6 and short.isupper():
                self._acronym_of[i] = vocabulary.get(f"3 {short.lower()}", -2)
        self._bag, self._bag_size = _incidence(bags)
        self._name, self._name_size = _incidence(names)
        self._number = (
            np.array([_same_numerals(numbers, i) for i in range(n)], np.int64) if n else np.zeros(0, np.int64)
        )
        self._plain = self._one_hot()

    def __len__(self) -> int:
        return len(self.found)

    def _one_hot(self) -> Floats:
        parts = []
        for column, size in enumerate(
            (len(KINDS), len(TYPES), len(NUMBERS), len(GENDERS), len(DEFINITE), len(RELATIONS))
        ):
            parts.append(np.eye(size, dtype=np.float32)[self._attributes[:, column]])
        form = np.zeros((len(self.found), len(FORMS)), np.float32)
        has = self._form >= 0
        form[np.nonzero(has)[0], self._form[has]] = 1
        length = np.minimum(self._last - self._first, 12)[:, None].astype(np.float32) / 6
        return np.concatenate([*parts, form, (self._quote >= 0)[:, None].astype(np.float32), length], 1)

    def candidates(self, i: int) -> Ints:
        """Earlier phrases that may be the antecedent of the i-th, in reading order."""
        window = PRONOUN_WINDOW if self.found[i].kind == "pronoun" else WINDOW
        near = np.arange(max(0, i - window), i)
        if self.found[i].kind == "pronoun":
            return near
        far = np.arange(0, max(0, i - window))
        shared = (self._bag[far] @ self._bag[i] > 0) & self._alike(far, i)
        return np.concatenate([far[shared][-30:], near])

    def _alike(self, far: Ints, i: int) -> NDArray[np.bool_]:
        same: NDArray[np.bool_] = (
            (self._ids[far, 1] == self._ids[i, 1])
            | (self._name[far] @ self._name[i] > 0)
            | (self._ids[far, 0] == self._ids[i, 0])
        )
        return same

    def features(self, i: int, candidates: Ints) -> Floats:
        """[1 + candidates, F]: row 0 is "begins a chain", the others are the candidates."""
        earlier = slice(0, i)
        same_head = self._ids[earlier, 1] == self._ids[i, 1]
        same_whole = self._ids[earlier, 0] == self._ids[i, 0]
        shared_name = self._name[earlier] @ self._name[i] > 0
        described = self.found[i].kind != "pronoun"
        context = np.array(
            [described and bool(same_head.any()), described and bool(same_whole.any()), bool(shared_name.any()),
             self._sentence[i] == 0, i == 0], np.float32,
        )  # fmt: skip
        own = np.concatenate([self._plain[i], context])
        width = self._plain.shape[1]
        rows = np.zeros((1 + len(candidates), len(own) + width + 1 + self.pair_size), np.float32)
        rows[:, : len(own)] = own
        rows[0, len(own)] = 1
        if len(candidates):
            rows[1:, len(own) + 1 : len(own) + 1 + width] = self._plain[candidates]
            rows[1:, len(own) + 1 + width :] = self._pair(i, candidates)
        return rows

    pair_size = 34 + len(_SENTENCES) + 1 + len(_PLACES) + 1

    def _pair(self, i: int, c: Ints) -> Floats:
        kind, type_, number, gender = (self._attributes[:, k] for k in range(4))
        described = (kind[c] != 2) & (kind[i] != 2)
        shared = self._bag[c] @ self._bag[i]
        shared_names = self._name[c] @ self._name[i]
        sentences = self._sentence[i] - self._sentence[c]
        same_sentence = sentences == 0
        nested = same_sentence & (self._first[c] <= self._first[i]) & (self._last[c] >= self._last[i])
        head = self.found[i].head
        heads = np.array([self.found[k].head for k in c], np.int64)
        gender_clash = ((gender[c] == 0) & (gender[i] == 1)) | ((gender[c] == 1) & (gender[i] == 0))
        person_clash = ((gender[c] <= 2) & (gender[i] == 3)) | ((gender[c] == 3) & (gender[i] <= 2))
        number_clash = (number[c] != number[i]) & (number[c] != 2) & (number[i] != 2)
        frequency = np.bincount(self._ids[:i, 1])[self._ids[c, 1]].astype(np.float32)
        agreeing = ~gender_clash & ~person_clash & ~number_clash & ~nested
        subjects = agreeing & (self._attributes[c, 5] == 0)
        same_head = described & (self._ids[c, 1] == self._ids[i, 1])
        typed = agreeing & (type_[c] == type_[i])
        columns: list[Any] = [
            1 / (1 + _later(agreeing)) * agreeing,
            subjects & (_later(subjects) == 0),
            agreeing & (_later(subjects) == 0),
            1 / (1 + _later(typed)) * typed,
            same_head & (_later(same_head) == 0),
            agreeing & ((_later(agreeing) == 0) | (np.roll(self._sentence[c], 1) != self._sentence[c])),
            1 / (1 + _later(kind[c] == 0)) * (kind[c] == 0),
            described & (self._ids[c, 0] == self._ids[i, 0]),
            same_head,
            described & (self._ids[c, 2] == self._ids[i, 2]),
            (self._bag_size[i] > 0) & (shared == self._bag_size[i]),
            (self._bag_size[c] > 0) & (shared == self._bag_size[c]),
            np.minimum(shared, 4) / 4,
            shared_names > 0,
            (self._name_size[i] > 0) & (shared_names == self._name_size[i]),
            (self._name_size[c] > 0) & (shared_names == self._name_size[c]),
            (self._name_size[c] > 0) & (self._name_size[i] > 0) & (shared_names == 0),
            (self._acronym_of[i] == self._ids[c, 3]) | (self._acronym_of[c] == self._ids[i, 3]),
            type_[c] == type_[i],
            (number[c] == number[i]) & (number[i] != 2),
            number_clash,
            (gender[c] == gender[i]) & (gender[i] < 2),
            gender_clash,
            person_clash,
            (self._form[c] == self._form[i]) & (self._form[i] >= 0),
            (self._quote[c] == self._quote[i]) & (self._quote[i] >= 0),
            (self._quote[c] >= 0) != (self._quote[i] >= 0),
            nested,
            same_sentence & (self._clause[c] == self._clause[i]),
            same_sentence & (self._governor[i] == heads),
            same_sentence & (self._governor[c] == head),
            (self._attributes[c, 5] == self._attributes[i, 5]),
            described & (self._number[c] != self._number[i]),
            np.log1p(frequency) / 3,
            *_buckets(sentences, _SENTENCES),
            *_buckets(i - c, _PLACES),
        ]
        return np.stack(columns, 1).astype(np.float32)


def _same_numerals(numbers: Sequence[frozenset[str]], i: int) -> int:
    """Position of the first phrase with the same numerals."""
    return numbers.index(numbers[i])


def _relation(relation: str) -> int:
    if relation in RELATIONS:
        return RELATIONS.index(relation)
    plain = relation.partition(":")[0]
    return RELATIONS.index(plain if plain in RELATIONS else "other")


def _clause(sentence: Sentence, head: int) -> int:
    """The verb or predicate whose clause the phrase stands in."""
    word = head
    while sentence.tokens[word].head >= 0:
        relation = sentence.tokens[word].relation.partition(":")[0]
        word = sentence.tokens[word].head
        if relation in ("nsubj", "obj", "iobj", "obl"):
            break
    return word


def _acronym(core: Sequence[Any], head: str) -> str:
    """Initials of the capitalised words of a name of several; something that no acronym equals for others."""
    capitals = [t.text[0].lower() for t in core if t.text[:1].isupper()]
    return "".join(capitals) if len(capitals) > 1 else f"- {head}"


def _incidence(bags: Sequence[set[str]]) -> tuple[Floats, Floats]:
    index = {word: k for k, word in enumerate(sorted(set().union(*bags)))} if bags else {}
    matrix = np.zeros((len(bags), max(1, len(index))), np.float32)
    for i, bag in enumerate(bags):
        for word in bag:
            matrix[i, index[word]] = 1
    return matrix, matrix.sum(1)


def _later(which: NDArray[np.bool_]) -> Ints:
    """How many of the marked candidates stand nearer than each candidate."""
    counted: Ints = np.cumsum(which[::-1])[::-1] - which
    return counted


def _buckets(values: Ints, bounds: tuple[int, ...]) -> list[NDArray[np.bool_]]:
    """One column a bound: the value is at most it and above the one before; a last column for the rest."""
    made = np.searchsorted(np.array(bounds), values)
    return [made == k for k in range(len(bounds) + 1)]
