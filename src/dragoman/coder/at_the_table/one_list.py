"""People told in one list have one role: "diplomats from Norway, Sweden and Chad took part as observers", "a delegation including the presidents of
Mali and Niger met the rebels"."""

from __future__ import annotations

from collections import Counter, defaultdict

from dragoman.coder.at_the_table.company import members
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import FINER, MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import OF_OR_FROM, OUT
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.coordination import HYPHENS
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches

_INCLUDING = frozenset({"including", "comprising"})
_MADE_UP = frozenset({"make", "comprise", "include", "consist", "compose", "form"})
_ROLES = {"party", "participant", "observer", "witness", "monitor", "guarantor", "host", "convener", *FINER, *MEDIATORS}
_TWO = 2


def in_one_role(sentence: Sentence, people: list[Filled], words: ThirdPartyWords) -> list[Filled]:
    """The participants, those of one list each in the role that the wording gives, or else that of most; members in that of their body."""
    as_their_body(sentence, people, words)
    lists: dict[int, list[Filled]] = defaultdict(list)
    for f in people:
        if f.mention.sentence == sentence.index and f.role in _ROLES and not f.mention.pronoun:
            noun = _noun_of_list(sentence, f.mention.head)
            if noun is not None:
                lists[noun].append(f)
    for noun, listed in lists.items():
        tied = [f for f in listed if f.rule.startswith(TIED)]
        told = tied or [f for f in listed if f.rule != "model"] or listed
        if len(listed) < _TWO or len({f.role for f in tied}) > 1:
            continue  # "diplomats from Cuba and Norway, the guarantors"
        if not tied and _meets_unsaid(sentence, noun, listed, words):
            continue
        often = Counter(f.role for f in told)
        first = min(
            told, key=lambda f: (-often[f.role] if told is listed else 0, f.mention.head != noun, f.mention.first)
        )
        for f in listed:
            if (f.role, first.role) != ("guarantor", "witness"):  # "in the presence of the guarantors"
                f.role, f.rule = first.role, first.rule
    return people


def _meets_unsaid(sentence: Sentence, noun: int, members: list[Filled], words: ThirdPartyWords) -> bool:
    """Whether nothing but the model tells who of a list is a side and who mediates, which their conflicts tell better (`one_list_one_role`):
    "the presidents of Ghana and Togo met the rebels"."""
    roles = {f.role for f in members}
    said = sentence.tokens[noun].lemma.lower() in words.functions
    return "party" in roles and bool(roles & MEDIATORS) and not said


def _noun_of_list(sentence: Sentence, head: int) -> int | None:
    """The plural noun for people whose list a phrase belongs to: "ministers" of "the foreign ministers of Congo and Rwanda", itself included."""
    tokens = sentence.tokens
    if _is_people(sentence, head):
        return head
    if tokens[head].upos == "ADJ" and head + 1 < len(tokens) and _is_people(sentence, head + 1):
        return (
            head + 1
        )  # "Sudanese" of "mediators from the African Union and Sudanese officials", wherever the parser hangs it
    while tokens[head].relation == "conj" and 0 <= tokens[head].head < head and preposition(sentence, head) is None:
        head = tokens[head].head
    if head + 2 < len(tokens) and tokens[head + 1].text in HYPHENS and tokens[head + 2].head > head:
        head += 2  # "Franco-German mediators"
    above = tokens[head].head
    of = tokens[head].relation == "nmod" and preposition(sentence, head) in OF_OR_FROM
    before = above > head and matches(tokens[head].relation, ("amod", "compound")) and tokens[head].text[:1].isupper()
    return above if above >= 0 and (of or before) and _is_people(sentence, above) else None


def by_members(sentence: Sentence, mentions: Mentions, people: list[Filled], words: ThirdPartyWords) -> list[Filled]:
    """The participants, with the members for a body or a kind that is told with them: "a committee of Gabon and Chad", "the three guarantors -
    Gabon, Chad and Togo". A body that is known by its own name stays beside them."""
    result: list[Filled] = []
    whole = {
        id(f): told for f in people
        if f.mention.sentence == sentence.index and f.role in _ROLES and (told := members(sentence, f.mention.head, words.bodies))
        and not (f.mention.actor and all(sentence.tokens[i].name.endswith("PER") for i in told))  # "two UN envoys, A and B": one UN
    }  # fmt: skip
    if not whole:
        return people
    parts = {i: next(f for f in people if id(f) == key) for key, told in whole.items() for i in told}
    for f in people:
        own = parts.get(f.mention.head) if f.mention.sentence == sentence.index else None
        if own is not None and own.rule != "model" and f.role in _ROLES and not f.rule.startswith(TIED):
            f.role, f.rule = own.role, own.rule
        named = [mentions.at(sentence, i) for i in whole.get(id(f), [])]
        if f.mention.actor is None or any(m.actor == f.mention.actor for m in named):
            there = {o.mention.head for o in people if o is not f}
            result += [Filled(m, f.role, f.probability, f.rule) for m in named if m.known and m.head not in there]
            if any(m.known for m in named):
                continue
        result.append(f)
    return result


def _is_people(sentence: Sentence, i: int) -> bool:
    """Whether a word is a plural noun for people."""
    token = sentence.tokens[i]
    return token.upos == "NOUN" and token.text.lower() != token.lemma.lower() and token.mention == "person"


def as_their_body(sentence: Sentence, people: list[Filled], words: ThirdPartyWords) -> None:
    """Give those of whom a delegation or panel consists its role: "an OAU delegation including the presidents of Mali and Niger"."""
    for f in people:
        if f.mention.sentence != sentence.index or f.role in OUT or f.rule.startswith(TIED):
            continue
        body = _body_of(sentence, f.mention.head, words)
        if body is None:
            continue
        whole = [
            o for o in people
            if o is not f and o.role in _ROLES and o.mention.sentence == sentence.index and o.mention.first <= body <= o.mention.last
        ]  # fmt: skip
        if whole:
            f.role, f.rule = whole[0].role, whole[0].rule


def _body_of(sentence: Sentence, head: int, words: ThirdPartyWords) -> int | None:
    """The noun for a body among whose members a phrase is told."""
    tokens = sentence.tokens
    for i in (head, *sentence.ancestors(head)):
        above = tokens[i].head
        if above < 0 or not matches(tokens[i].relation, ("nmod", "conj", "obl", "obj", "appos", "amod", "acl", "flat")):
            return None
        of_body = tokens[above].upos == "NOUN" and tokens[above].lemma.lower() in words.bodies | words.delegates
        if of_body and above < i and preposition(sentence, i) in _INCLUDING:
            return above
        if of_body and above < i and tokens[i].relation == "acl" and tokens[i].lemma.lower() in _MADE_UP:
            return above
    return None
