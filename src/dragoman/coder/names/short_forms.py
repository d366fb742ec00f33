"""Short forms of names told before: "the North", "the Tigers", and "the Algerian diplomat" for a United Nations envoy from Algeria."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Protocol

import msgspec

from dragoman.actors import Knowledge, Resolution
from dragoman.actors.words import ORGANS, PANELS
from dragoman.coder.names.coreference_words import load
from dragoman.language.parse import Sentence
from dragoman.records import Span

_POINTS = frozenset({"North", "South", "East", "West"})
_GROUPS = frozenset({"armed_group", "umbrella", "political_party", "de_facto_entity", "regional_org"})
_GENERIC = frozenset(
    {"Army", "Party", "Government", "State", "National", "United", "Council", "Republic", "Forces", "People", "General", "Central",
     "Movement", "Liberation", "Democratic", "Islamic", "Revolutionary", "Patriotic", "New", "Peace", "Unity", "Front", "Southern", "Northern"}
)  # fmt: skip
"""Words of the names of groups that others bear, too."""
_SHORTEST = 4
_OFFICES = frozenset({"envoy", "diplomat", "mediator", "negotiator", "statesman", "politician", "facilitator", "lawyer", "veteran",
                      "general", "bishop", "cleric", "emissary", "representative"})  # fmt: skip

_POINTING = frozenset({"the", "this", "that"})
_LOOSE = frozenset({"republic", "state", "union", "united"})
"""What many states are by their full names: in lower case it tells none of them apart."""


class Named(Protocol):
    """A noun phrase with who it means (`coder.mentions.Mention`)."""

    sentence: int
    head: int
    resolution: Resolution


class Spoken(Named, Protocol):
    """A noun phrase with its words."""

    span: Span


def first_of_two(sentence: Sentence, head: int) -> str | None:
    """The whole name of a point of the compass before "and" that shares the noun of the next: "North Korea" of "North and South Korea"."""
    tokens = sentence.tokens
    if (
        head + 3 >= len(tokens)
        or tokens[head].text not in _POINTS
        or tokens[head + 1].text.lower() not in ("and", "or")
    ):
        return None
    shared = tokens[head + 3]
    return (
        f"{tokens[head].text} {shared.text}" if tokens[head + 2].text in _POINTS and shared.text[:1].isupper() else None
    )


def spells(short: str, name: str) -> bool:
    """Whether the capitals of a name give an abbreviation: "State Administration Council" and SAC, no "forces in Syria" and SDF."""
    capitals = "".join(part[0] for word in name.split() for part in word.split("-") if part[:1].isupper())
    letters = "".join(c for c in short if c.isalpha())
    return len(letters) > 1 and capitals == letters


def clipped(words: str, earlier: Iterable[Resolution]) -> Resolution | None:
    """The one actor named before whose name begins with the point of the compass that a phrase is: "the North" after "North Korea"."""
    point = words.removeprefix("the ").removeprefix("The ")
    if point not in _POINTS:
        return None
    found = {r.actor: r for r in earlier if r.actor and r.person is None and (r.name or "").startswith(f"{point} ")}
    return msgspec.structs.replace(found.popitem()[1], why=f"{point} for a name before") if len(found) == 1 else None


def part_of_name(words: str, earlier: Iterable[Resolution], names: Callable[[str], Sequence[str]]) -> Resolution | None:
    """The one group named before of whose name a phrase is a word: "the Tigers" after "Tamil Tiger rebels", "the Moros" after the MILF.

    Args:
        names: all names of an actor that the tables have.
    """
    word = words.removeprefix("the ").removeprefix("The ")
    generic = word in _GENERIC or word.removesuffix("s") in _GENERIC
    if not word.isalpha() or not word.istitle() or len(word) < _SHORTEST or generic:
        return None
    found: dict[str, Resolution] = {}
    for r in earlier:
        group = r.actor and r.person is None and r.actor_type in _GROUPS and r.actor not in found
        if r.actor and group and any(_shortens(word, name.split()) for name in names(r.actor)):
            found[r.actor] = r
    return msgspec.structs.replace(found.popitem()[1], why=f"{word} for a name before") if len(found) == 1 else None


@lru_cache(maxsize=4096)
def _called(names: Callable[[str], Sequence[str]], state: str, form: str) -> bool:
    """Whether a state's name has a form in it: "republic" of "Republic of Chad"; the united ones are named by both words."""
    return any(f" {form} of " in f" {name.lower()}" and not name.startswith("United") for name in names(state))


def part_of_name_there(words: str, country: str, knowledge: Knowledge) -> Resolution | None:
    """The one group of a country of whose name a phrase is a word: "the Maoists" of Nepal, "the Tigers" of Sri Lanka."""
    groups = (g for g, row in knowledge.entries.groups.items() if row.country == country)
    answers = [knowledge.entries.answer(g, "group of the country", 0.6) for g in groups]
    return part_of_name(words, answers, knowledge.names_of)


_BEHIND_HEADS = re.compile(r" (?:of|for|in) .*")
_STATES = frozenset({"state", "government_body"})
_BODIES_OF_STATES = frozenset({"igo", "regional_org"})
_AGENCIES = frozenset({"civil_society", "ngo_mediator", "igo"})


def by_sort(
    sentence: Sentence, head: int, earlier: Sequence[Named], names: Callable[[str], Sequence[str]]
) -> Resolution | None:
    """The one actor named last whom a bare noun tells by its sort: "the bloc" after ECOWAS, "the coalition" after the Saudi-led one,
    "the party" after Sinn Fein, "the front" after the Polisario Front, "the kingdom" after Saudi Arabia, "the Islamic Republic" after Iran.

    Args:
        names: all names of an actor that the tables have.
    """
    token = sentence.tokens[head]
    before = [
        c for c in sentence.children[head] if c < head and sentence.tokens[c].upos not in ("ADP", "CCONJ", "PUNCT")
    ]
    told = [sentence.tokens[c] for c in before if sentence.tokens[c].text.lower() not in _POINTING]
    if (
        len(told) == len(before)
        or token.upos not in ("NOUN", "PROPN")
        or (token.upos == "NOUN" and token.text != token.lemma)
    ):
        return None
    lists = load()
    told = [t for t in told if t.text.lower() != "regional"]  # "the regional bloc"
    words = " ".join(t.text for t in [*told, token])
    heads = {m.head for m in earlier if m.sentence == sentence.index and m.resolution.actor}
    if any(t.lemma.lower() == words.lower() and t.i not in heads for t in sentence.tokens[:head]):
        return None  # "the constitutional committee met in Geneva; the committee"

    def fits(r: Resolution) -> bool:
        if told or r.person is not None or r.actor is None:
            return False
        match words:
            case "bloc":
                return r.actor_type == "regional_org"
            case "organisation" | "organization" | "body":
                return r.actor_type in _BODIES_OF_STATES
            case "agency" | "charity":
                return r.actor_type in _AGENCIES or r.actor.startswith("outlet:")  # a news agency, too
            case "coalition":
                return r.actor.startswith("coalition:") or "coalition" in (r.name or "").lower()
            case "party":
                return r.actor_type == "political_party" or r.sector == "PTY"
        sort = words.lower()
        if sort not in lists.sorts or r.actor_type in _STATES:
            return False
        called = (
            names(r.actor)[:1] if words == "Congress" else names(r.actor)
        )  # by another name, of those who sit in one
        return any(_is_of_sort(name.lower(), sort) for name in called)

    def is_form(r: Resolution) -> bool:
        if r.actor is None or r.actor_type != "state" or words in _LOOSE:
            return False
        return _called(names, r.actor, words.lower())

    last, found = -1, dict[str | None, Resolution]()
    for m in earlier:
        if m.sentence >= last and (fits(m.resolution) or is_form(m.resolution)):
            found = {**(found if m.sentence == last else {}), m.resolution.actor: m.resolution}
            last = m.sentence
    if len(found) != 1:
        return None
    return msgspec.structs.replace(found.popitem()[1], person=None, why=f"'{words}' for a name before")


@lru_cache(maxsize=4096)
def _is_of_sort(name: str, sort: str) -> bool:
    """Whether a noun is the head of a longer name: "coordination" of "coordination of azawad movements"."""
    return name.endswith(f" {sort}") or (name.startswith(f"{sort} ") and _BEHIND_HEADS.sub("", name) == sort)


def by_organ(words: str, earlier: Sequence[Spoken]) -> Resolution | None:
    """The organisation last named by its organ, for "the Council" after "the AU Peace and Security Council".

    Without an article a body speaks of itself, and it was named first: "Council requests the Commission to report".
    """
    word = words.removeprefix("the ").removeprefix("The ")
    if word not in PANELS | ORGANS:
        return None
    for mention in earlier if word == words else reversed(earlier):
        r = mention.resolution
        if r.actor_type in ("igo", "regional_org") and r.person is None and word in mention.span.text.split():
            return msgspec.structs.replace(r, why=f"'{word}' for a name before")
    return None


def _shortens(word: str, name: Sequence[str]) -> bool:
    """Whether a word is a name's last, not behind "of", or the plural of any: "Tigers" and "Moros", not "Nagaland"."""
    last = len(name) > 1 and name[-1] in (word, word.removesuffix("s")) and name[-2] not in ("of", "for")
    return last or (word.endswith("s") and word.removesuffix("s") in name)


def by_nationality(
    sentence: Sentence, head: int, words: str, found: Resolution, earlier: Sequence[Resolution],
    nationality: Callable[[str], str | None],
) -> Resolution | None:  # fmt: skip
    """The one envoy named before whom "the Algerian diplomat" means, who comes from that state and acts for another (rule R10)."""
    token = sentence.tokens[head]
    one = token.upos == "NOUN" and token.lemma.lower() in _OFFICES and token.text.lower() == token.lemma.lower()
    definite = any(sentence.tokens[c].text.lower() == "the" for c in sentence.children[head])
    if not one or not definite or found.country is None or found.person is not None:
        return None
    people = {
        r.person.name: r for r in earlier
        if r.person is not None and r.actor and r.actor != found.country and nationality(r.person.name) == found.country
    }  # fmt: skip
    if len(people) != 1 or any(r.actor == found.country for r in earlier):
        return None  # the state itself was told of
    return msgspec.structs.replace(people.popitem()[1], why=f"'{words}' for a name before")
