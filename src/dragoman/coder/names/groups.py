"""Whom a plural joins ("the two leaders", "both sides", "the pair") and whose office a counterpart holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property

import msgspec

from dragoman.coder.grammar.classes import TOLD_BEFORE
from dragoman.coder.grammar.phrases import conjuncts
from dragoman.coder.names.coreference_words import CoreferenceWords, load
from dragoman.coder.names.references import Reference, describe, references, span
from dragoman.language.parse import Sentence

LOOK_BACK = 3
"""Sentences before the plural in which its members are looked for: enough for all cases in GUM train that a name list could answer."""
_EITHER = frozenset({"each", "either", "neither"})
_OF_TWO = frozenset({"either", "neither"})
"""Of two, whatever they are: "neither organization"."""
_PARTIES = frozenset({"organization", "place"})


class Counterpart(msgspec.Struct, frozen=True):
    """The holder of the like office elsewhere.

    Attributes:
        of: the phrase whose office it is ("Lavrov" for "his Turkish counterpart").
        country: the adjective or name that tells where ("Turkish"), "" if none.
        office: the office as the text names it ("foreign minister"), "" where it does not.
    """

    of: Reference
    country: str
    office: str

    @property
    def phrase(self) -> str:
        """What to ask the resolver of actors for: "Turkish foreign minister"; "" where country or office is not told."""
        return f"{self.country} {self.office}" if self.country and self.office else ""


class Plurals:
    """The plurals of a document that join phrases told before. Its phrases are looked for once, when first asked for."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._words = load()

    @cached_property
    def _found(self) -> list[Reference]:
        return references(self._sentences, self._words)

    @cached_property
    def _at(self) -> dict[tuple[int, int], int]:
        made: dict[tuple[int, int], int] = {}
        for i, r in enumerate(self._found):  # a row and its first member share a head: the member is meant
            if (r.sentence, r.head) not in made or not is_row(r, self._sentences[r.sentence]):
                made[r.sentence, r.head] = i
        return made

    def _asked(self, sentence: int, head: int) -> tuple[Reference, int, str] | None:
        own = self._sentences[sentence]
        if not may_join(own, head, self._words):
            return None
        if (sentence, head) in self._at:
            reference = self._found[self._at[sentence, head]]
        elif own.tokens[head].upos == "NOUN":  # "both sides" of "delegations of both sides" may be no phrase of its own
            reference = describe(own, sentence, head, *span(own, head), self._words)
        else:
            return None
        asked = wanted(own, reference, self._words)
        return None if asked is None else (reference, *asked)

    def counted(self, sentence: int, head: int) -> int:
        """How many members the phrase with that head word asks for; 0 if it is no plural that joins phrases told before."""
        asked = self._asked(sentence, head)
        return asked[1] if asked else 0

    def members(
        self, sentence: int, head: int, same: Callable[[Reference], Hashable], *, in_a_row: bool = False,
        barred: Callable[[Reference], bool] = lambda _: False, states: bool = False, ahead: bool = False,
    ) -> tuple[Reference, ...]:  # fmt: skip
        """Whom a plural joins: "the two leaders", "both sides"; () where it cannot be told.

        Args:
            same: what phrases that mean the same have in common.
            in_a_row: only phrases that are coordinated.
            barred: which phrases it doesn't join, nor a row that holds one of them.
            states: states stand for persons, too: "Chad and Sudan" for "the two presidents".
            ahead: the row behind it, up to the end of the next sentence: "Libya's rivals signed. Sarraj and Haftar met in Rome".
        """
        asked = self._asked(sentence, head)
        if asked is None:
            return ()
        plural, count, sort = asked
        sort = "party" if states else sort
        at = bisect_left(self._found, (plural.sentence, plural.first), key=lambda r: (r.sentence, r.first))
        if ahead:
            return named_next(plural, count, self._found[at:], self._sentences, same, barred)
        return members(plural, count, sort, self._found[:at], self._sentences, same, in_a_row, barred)


def may_join(sentence: Sentence, head: int, words: CoreferenceWords) -> bool:
    """Whether the words of a noun allow that it joins phrases told before: a quick look, `wanted` decides."""
    token = sentence.tokens[head]
    lemma = token.lemma.lower()
    if lemma in ("both", "two") or lemma in words.pairs:
        return True
    if lemma not in words.members.person and lemma not in words.members.party:
        return False
    forms = {sentence.tokens[c].text.lower() for c in sentence.children[head] if c < head}
    apart = not words.opposing.isdisjoint(forms)  # "feuding leaders", of whatever kind
    opposed = token.text.lower() != lemma and (apart or (lemma in words.opposed and "the" in forms))
    return opposed or not _EITHER.isdisjoint(forms) or any(f in words.numbers for f in forms)


def wanted(sentence: Sentence, reference: Reference, words: CoreferenceWords) -> tuple[int, str] | None:
    """How many members a plural asks for, and of which sort (person, party, any); None if it is no such plural.

    "neither side" and "the warring parties" ask for two.
    """
    head = sentence.tokens[reference.head]
    lemma, inside = head.lemma.lower(), sentence.tokens[reference.first : reference.last + 1]
    forms = [t.text.lower() for t in inside if t.i <= reference.head]
    count = next((words.numbers[f] for f in forms if f in words.numbers), None)
    if lemma in words.pairs and ("the" in forms or "both" in forms):
        count = 2
    person, party = lemma in words.members.person, lemma in words.members.party
    either = forms[0] in _EITHER
    owned = any(sentence.tokens[c].relation == "nmod:poss" for c in sentence.children[reference.head])
    apart = not words.opposing.isdisjoint(forms)
    if (lemma in words.opposed and either) or (
        forms[-1] != lemma
        and (lemma in words.opposed or apart)
        and (("the" in forms and words.opposing.issuperset(forms[1:-1])) or (owned and apart))
    ):
        count = count or 2
    if party and forms[0] in _OF_TWO:
        count = count or 2
    told = lemma == "side" or either or owned or not TOLD_BEFORE.isdisjoint(forms)
    if lemma == "two" and forms == ["the", "two"]:
        return 2, "any"
    if lemma in ("both", "two") and head.upos in ("DET", "PRON", "NUM") and reference.first == reference.last:
        return (2, "any") if lemma == "both" else None
    if count is None or not told or not (person or party):
        return None
    return count, "any" if person and party else ("person" if person else "party")


def members(
    plural: Reference,
    count: int,
    sort: str,
    earlier: Sequence[Reference],
    sentences: Sequence[Sentence],
    chain: Callable[[Reference], Hashable],
    in_a_row: bool = False,
    barred: Callable[[Reference], bool] = lambda _: False,
) -> tuple[Reference, ...]:
    """The phrases that a plural joins, in reading order; () where they cannot be told.

    Taken are the last row of exactly so many ("Putin and Erdogan"), else the one sentence that tells of exactly so many, latest first,
    else of the sentences before together. Names are preferred to descriptions.
    """
    fitting = [
        r for r in earlier
        if plural.sentence - r.sentence <= LOOK_BACK and r.kind != "pronoun" and _fits(r, sort) and r.last < plural.first + _far(plural, r)
        and not is_row(r, sentences[r.sentence])
    ]  # fmt: skip
    at = {(r.sentence, r.head): r for r in fitting}
    for r in reversed(fitting):
        row = [at[r.sentence, c] for c in conjuncts(sentences[r.sentence], r.head) if (r.sentence, c) in at]
        if len(_distinct(row, chain)) == count and not any(barred(other) for other in row):
            return tuple(row)
    for names_only in () if in_a_row else (True, False):
        choice = [r for r in fitting if (r.kind == "name" or not names_only) and not barred(r)]
        for back in range(LOOK_BACK + 1):
            own = _distinct([r for r in choice if plural.sentence - r.sentence == back], chain)
            if len(own) == count:
                return tuple(own)
        for back in range(1, LOOK_BACK + 1):
            near = _distinct([r for r in choice if plural.sentence - r.sentence <= back], chain)
            if len(near) == count:
                return tuple(near)
    return ()


def named_next(
    plural: Reference, count: int, later: Sequence[Reference], sentences: Sequence[Sentence],
    chain: Callable[[Reference], Hashable], barred: Callable[[Reference], bool],
) -> tuple[Reference, ...]:  # fmt: skip
    """The first row of exactly so many behind a plural, in its own sentence or the next: newspapers describe first, and name then."""
    near = [
        r for r in later
        if r.sentence - plural.sentence <= 1 and r.kind != "pronoun" and r.type in _PARTIES | {"person"}
        and (r.sentence > plural.sentence or r.first > plural.last) and not is_row(r, sentences[r.sentence])
    ]  # fmt: skip
    at = {(r.sentence, r.head): r for r in near}
    for r in near:
        row = [at[r.sentence, c] for c in conjuncts(sentences[r.sentence], r.head) if (r.sentence, c) in at]
        if len(_distinct(row, chain)) == count and not any(barred(other) for other in row):
            return tuple(row)
    return ()


def row_members(row: Reference, found: Sequence[Reference], sentence: Sentence) -> tuple[Reference, ...]:
    """The phrases of a row ("Russia and Turkey")."""
    inside = set(conjuncts(sentence, row.head))
    return tuple(r for r in found if r.sentence == row.sentence and r.head in inside and not is_row(r, sentence))


def is_row(reference: Reference, sentence: Sentence) -> bool:
    """Whether the phrase is a whole row of coordinated phrases."""
    return any(
        reference.head < c <= reference.last
        for c in sentence.children[reference.head]
        if sentence.tokens[c].relation == "conj"
    )


def is_bare_body(sentence: Sentence, reference: Reference, words: CoreferenceWords) -> bool:
    """Whether a description says only that a body is meant: "the group", "the movement"."""
    inside = sentence.tokens[reference.first : reference.last + 1]
    return (
        len(inside) == 2 and inside[0].text.lower() in ("the", "this", "that") and reference.type in ("organization", "person")
        and inside[1].lemma.lower() in words.bodies and inside[1].upos == "NOUN"
    )  # fmt: skip


def last_body(earlier: Sequence[Reference], reference: Reference) -> int | None:
    """Position of the last organisation with a name, within `LOOK_BACK` sentences; the whole name where one holds another."""
    near = [
        i
        for i, r in enumerate(earlier)
        if r.kind == "name" and r.type == "organization" and 0 < reference.sentence - r.sentence <= LOOK_BACK
    ]
    whole = [i for i in near if not any(_inside(earlier[i], earlier[k]) for k in near if k != i)]
    return whole[-1] if whole else None


def _inside(r: Reference, other: Reference) -> bool:
    return r.sentence == other.sentence and other.first <= r.first and r.last <= other.last


def counterpart(
    sentence: Sentence,
    head: int,
    words: CoreferenceWords,
    of: Callable[[int], Reference | None],
    office: Callable[[Reference], str],
) -> Counterpart | None:
    """Whose counterpart a phrase means; `of` gives the antecedent of the possessor at a word, `office` that phrase's office."""
    token = sentence.tokens[head]
    before = sentence.tokens[head - 1].lemma.lower() if head else ""
    if token.lemma.lower() not in words.counterparts and f"{before} {token.lemma.lower()}" not in words.counterparts:
        return None
    owner = next((c for c in sentence.children[head] if sentence.tokens[c].relation == "nmod:poss"), None)
    if owner is None or (whose := of(owner)) is None:
        return None
    country = [
        sentence.tokens[c].text
        for c in sentence.children[head]
        if c < head and sentence.tokens[c].relation in ("amod", "compound") and sentence.tokens[c].text[:1].isupper()
    ]
    return Counterpart(whose, " ".join(country), office(whose))


def office_in(reference: Reference, sentence: Sentence, words: CoreferenceWords) -> str:
    """The office that a phrase names: "foreign minister" in "Russian Foreign Minister Sergei Lavrov"; "" if none."""
    tokens, head = sentence.tokens, reference.head
    if reference.type != "person" or reference.kind == "pronoun" or is_row(reference, sentence):
        return ""
    noun = head
    if reference.kind == "name":
        titles = [
            c for c in sentence.children[head] if c < head and tokens[c].relation in ("nmod:desc", "compound", "appos")
        ]
        if not titles:
            return ""
        noun = titles[-1]
    before = [
        c
        for c in (*sentence.children[noun], *(sentence.children[head] if noun != head else ()))
        if c < noun and tokens[c].relation in ("amod", "compound", "nmod:desc")
    ]
    kept = [
        c
        for c in before
        if tokens[c].text.lower() in words.office_words or (tokens[c].upos == "NOUN" and tokens[c].name == "O")
    ]
    return " ".join(tokens[c].text.lower() for c in (*sorted(set(kept)), noun))


def _fits(r: Reference, sort: str) -> bool:
    if r.number == "p":
        return sort != "person" and r.type in _PARTIES | {"person"} and r.kind == "description"
    return (sort != "party" and r.type == "person") or (sort != "person" and r.type in _PARTIES)


def _far(plural: Reference, r: Reference) -> int:
    """A phrase of an earlier sentence always stands before; one of the same sentence must end before the plural."""
    return 10**6 if r.sentence < plural.sentence else 0


def _distinct(found: Sequence[Reference], chain: Callable[[Reference], Hashable]) -> list[Reference]:
    """One phrase a chain, the last of each, in reading order."""
    last = {chain(r): r for r in found}
    return sorted(last.values())
