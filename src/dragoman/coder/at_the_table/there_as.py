"""What somebody is there as: "with Malaysia as facilitator", "signed as guarantors", "in the presence of the Kenyan president".

A function that is stated counts for the whole list before it, and decides the role whatever was read (codebook 2.10, R17).
"""

from __future__ import annotations

from collections.abc import Collection

from dragoman.coder.at_the_table.company import members
from dragoman.coder.at_the_table.third_parties import acts
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.phrases import conjuncts, first_of, phrase_words, preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.names.titles import is_title
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

_DENYING = frozenset({"not", "no", "never", "neither", "hardly", "longer"})
_ACTING = frozenset(
    {",", "acting", "serving", "working", "present", "there", "attending", "sitting", "in", "attendance"}
)
"""Words between a list of those who are there and their function: "with Oman acting as facilitator"."""
_BEFORE = {"presence": "in", "company": "in", "front": "in", "participation": "with"}
"""Nouns that tell who else is there, with the preposition before them: "in the presence of", "with the participation of"."""
_PLACES = {"chair": "mediator", "room": "participant"}
"""Where somebody is "in the" one of these, he has this role: "with Oman in the chair", "with Chad in the room"."""
_LOOKING_ON = frozenset({"presence", "front"})
THE = "the"
"""Beginning of the wording of those who are called something: "the guarantors"."""
_CLIMB = 3
"""Words between a function and the verb it belongs to ("signed the document as guarantors")."""


def stated(sentence: Sentence, words: ThirdPartyWords) -> dict[int, tuple[str, str]]:
    """Role and wording for the head of each phrase that is said to be there as a third party."""
    found: dict[int, tuple[str, str]] = {}
    for token in sentence.tokens:
        text, lemma = token.text.lower(), token.lemma.lower()
        if text == "as":
            noun = _function_after(sentence, token.i, words)
            people = _there_as(sentence, token.i, noun, words) if noun is not None else []
            role = (_function(sentence, noun, words) or "") if noun is not None else ""
            wording = f"as {sentence.tokens[noun].text}" if noun is not None else ""
        elif text in _BEFORE and _BEFORE[text] == preposition(sentence, token.i):
            people = _present(sentence, token.i)
            role = "witness" if text in _LOOKING_ON else "participant"
            wording = "in front of" if text == "front" else f"{_BEFORE[text]} the {text} of"
        elif told := _present_with(sentence, token.i, words):
            at = next((i for i in (token.i - 1, token.i - 2) if sentence.tokens[i].text.lower() == "in"), token.i)
            people, (role, wording) = _listed_before(sentence, at, ("with",)), told
        elif (noun_role := words.functions.get(lemma)) and (people := _who_is(sentence, token.i)):
            role, wording = noun_role, f"are {token.text}"
        elif token.upos == "NOUN" and lemma != text and (kind := _function(sentence, token.i, words)):
            people, role, wording = _who_are(sentence, token.i, words), kind, f"{THE} {token.text}"
        else:
            continue
        for i in people:
            own = _called(sentence, i, words) if text in _BEFORE else None  # "in the presence of the UN mediator"
            for k in (i, *sentence.dependents(i, "appos")):
                if k == i or is_title(sentence, i, k):
                    found.setdefault(k, (own or role, wording))
    return found


def only_sought(sentence: Sentence, i: int, event: Collection[int], words: ThirdPartyWords) -> bool:
    """Whether a function that somebody is told to have is only offered or proposed in a clause that doesn't tell of the event: "talks in Georgia,
    whose premier offered to serve as a mediator"."""
    for above in sentence.ancestors(i):
        if sentence.tokens[above].lemma.lower() in words.seeking:
            return above not in event and all(above not in sentence.ancestors(word) for word in event)
    return False


def _called(sentence: Sentence, i: int, words: ThirdPartyWords) -> str | None:
    """Role of somebody whom his title calls a mediator: "U.N. moderator Jean Arnault"."""
    title = [i - 1] if i and sentence.tokens[i - 1].upos == "NOUN" else []  # wherever the parser hangs it
    near = (i, *title, *sentence.dependents(i, "nmod:desc", "appos"))
    roles = (words.functions.get(sentence.tokens[k].lemma.lower()) for k in near)
    return next((role for role in roles if role in MEDIATORS), None)


def _who_are(sentence: Sentence, noun: int, words: ThirdPartyWords) -> list[int]:
    """Those of whom a plural says behind or before it what they all are: "the guarantors, Chad and Togo", "Chad and Togo, the guarantors", "have the
    status of guarantors"."""
    token = sentence.tokens[noun]
    if behind := members(sentence, noun, words.bodies):
        return behind
    above = sentence.tokens[token.head] if token.head >= 0 else token
    if token.relation == "appos" and above.i < noun:
        listed = [i for i in conjuncts(sentence, first_of(sentence, above.i)) if i < noun]
        if above.upos == "NOUN":  # "envoys of Chad and Togo, the guarantors"
            listed = [
                i
                for c in sentence.dependents(above.i, "nmod")
                if preposition(sentence, c) in ("of", "from")
                for i in conjuncts(sentence, c)
                if i < noun
            ]
        # "Chad and Togo, the guarantors, and Mali and Niger, the observers": each has those since the one before
        others = [
            i for k in listed for i in sentence.dependents(k, "appos") if i < noun and _function(sentence, i, words)
        ]
        return [i for i in listed if i > max(others, default=-1) and sentence.tokens[i].upos == "PROPN"]
    if above.lemma.lower() in words.standings and above.relation == "obj" and preposition(sentence, noun) == "of":
        return list(verb_slots(sentence, above.head)["agent"])
    return []


def _function_after(sentence: Sentence, marker: int, words: ThirdPartyWords) -> int | None:
    """The noun of function that "as" introduces; None where it introduces something else."""
    head = sentence.tokens[marker].head
    if head <= marker or sentence.tokens[head].upos != "NOUN":
        return None
    return head if _function(sentence, head, words) else None


def _function(sentence: Sentence, noun: int, words: ThirdPartyWords) -> str | None:
    """Role of whoever is there as what a noun says: "facilitator", "guarantor states", "accompanying country"."""
    lemma = sentence.tokens[noun].lemma.lower()
    if lemma not in lexicon.load().classes["states_named"]:
        behind = [t.text.lower() for t in sentence.tokens[noun + 1 : noun + 3]]
        joined = "".join([lemma, *behind]) if behind[:1] == ["-"] else lemma  # "go-between"
        return words.functions.get(joined) or words.functions.get(lemma)  # "the mediator - Kenya - said"
    before = [sentence.tokens[c] for c in sentence.children[noun] if c < noun]
    said = [
        words.functions.get(t.lemma.lower())
        or (words.verb(t.text.lower().removesuffix("ing")) if t.text.endswith("ing") else None)
        for t in before
    ]
    return next((role for role in said if role), None)


def denied(sentence: Sentence, words: ThirdPartyWords) -> dict[int, str]:
    """The function that is denied of each phrase's head: "Norway is no mediator"."""
    return {
        i: words.functions[token.lemma.lower()]
        for token in sentence.tokens
        if token.lemma.lower() in words.functions
        for i in _who_is(sentence, token.i, is_denied=True)
    }


def _who_is(sentence: Sentence, noun: int, *, is_denied: bool = False) -> list[int]:
    """Subjects of whom a function is told, or denied: "talks in which Russia and Ukraine are mediators"."""
    children = [sentence.tokens[c] for c in sentence.children[noun]]
    copula = any(c.relation == "cop" for c in children)
    if not copula or is_denied != any(c.lemma.lower() in _DENYING for c in children):
        return []
    return [i for c in sentence.dependents(noun, "nsubj") for i in conjuncts(sentence, c)]


def _there_as(sentence: Sentence, marker: int, noun: int, words: ThirdPartyWords) -> list[int]:
    """Who has the function: the list behind "with" or "by" right before "as", else the actor that the verb has as object or subject."""
    verb = noun
    for _ in range(_CLIMB):
        verb = sentence.tokens[verb].head
        if verb < 0 or sentence.tokens[verb].upos == "VERB":
            break
    people = _listed_before(sentence, marker)
    if sentence.tokens[noun].text.lower() == sentence.tokens[noun].lemma.lower() and len(people) > 1:
        unnamed = [i for i in people if sentence.tokens[i].upos == "NOUN" and not acts(sentence, i, words)]
        people = (
            people if not unnamed or people[-1] in unnamed else people[-1:]
        )  # "with ten delegations and Annan as chairman"
    comes = verb >= 0 and _comes(sentence, verb, words)
    if people and not (comes and _of_the_talks(sentence, people[0], verb, words)):
        return people
    if comes:
        return [k for i in verb_slots(sentence, verb)["agent"] for k in conjuncts(sentence, i)]
    if people := _names_before(sentence, marker, words):
        return people
    if verb < 0 or sentence.tokens[verb].upos != "VERB":
        return []
    if any(t.text.lower() == "with" for t in sentence.tokens[verb + 1 : marker]):
        return []  # whoever is behind "with" has the function, though the list could not be read
    slots = verb_slots(sentence, verb)
    objects = [i for i in slots["patient"] if acts(sentence, i, words)]
    naming = sentence.tokens[verb].lemma.lower() in words.naming
    if objects or naming or is_passive(sentence, verb):
        return objects
    return list(slots["agent"])


def _comes(sentence: Sentence, verb: int, words: ThirdPartyWords) -> bool:
    """Whether a verb tells who comes, who is there as what is said behind: "attended the talks of Chad and Togo as observers"."""
    there = words.being_there | set(words.attending)
    return (
        sentence.tokens[verb].lemma.lower() in there
        and not is_passive(sentence, verb)
        and any(acts(sentence, i, words) for i in verb_slots(sentence, verb)["agent"])
    )


def _of_the_talks(sentence: Sentence, first: int, verb: int, words: ThirdPartyWords) -> bool:
    """Whether a list behind "with" is with whom the talks are to which others come: "attended the talks with the MILF as an observer"."""
    above = sentence.tokens[first].head
    return above >= 0 and sentence.tokens[above].lemma.lower() in words.events and sentence.tokens[above].head == verb


def _names_before(sentence: Sentence, marker: int, words: ThirdPartyWords) -> list[int]:
    """Several names told one after the other right before "as": "brought together both sides, Chad and Togo as hosts and the UN as observer"."""
    last = next(
        (i for i in range(marker) if sentence.tokens[i].upos == "PROPN" and phrase_words(sentence, i)[1] == marker - 1),
        None,
    )
    if last is None or not sentence.dependents(first_of(sentence, last), "conj"):
        return []
    if preposition(sentence, first_of(sentence, last)) not in (None, "as"):
        return []  # "sat in on the talks between Chad and Togo as an observer"
    before = max((t.i for t in sentence.tokens[:marker] if t.text.lower() == "as"), default=-1)
    listed = [i for i in conjuncts(sentence, first_of(sentence, last)) if before < i < marker]
    unnamed = [i for i in listed if sentence.tokens[i].upos == "NOUN"]  # "the two sides, Chad and Togo as mediators"
    return [i for i in listed if i > max(unnamed, default=-1)]


def _listed_before(sentence: Sentence, marker: int, cases: tuple[str, ...] = ("with", "by", "including")) -> list[int]:
    """The list behind "with" or "by" that ends right before a word: "with envoys of Chad and Mali as observers"."""
    before = max((t.i for t in sentence.tokens[:marker] if t.text.lower() == "as"), default=-1)
    for i in range(marker):
        if case_before(sentence, i) not in cases:
            continue
        # "with Kenya as host and Chad as observer": each function has the list since the one before.
        people = [k for k in conjuncts(sentence, i) if before < k < marker]
        # "by Oman, with Egypt and Chad as observers": the list begins at the last "with"
        begins = max((k for k in people if preposition(sentence, k) is not None), default=0)
        people = [k for k in people if k >= begins]
        if not people:
            continue
        owners = [
            c for k in people for c in sentence.dependents(k, "nmod") if preposition(sentence, c) in ("of", "from")
        ]
        whole = [*people, *(k for c in owners for k in conjuncts(sentence, c) if k < marker)]
        ends = max(phrase_words(sentence, k)[1] for k in whole)
        if ends < marker and all(t.text.lower() in _ACTING for t in sentence.tokens[ends + 1 : marker]):
            return people
    return []


def _present_with(sentence: Sentence, word: int, words: ThirdPartyWords) -> tuple[str, str] | None:
    """Role and wording of those "with" whom a word says that they are there: "with US officials in attendance", "with Oman observing"."""
    token = sentence.tokens[word]
    text = token.text.lower()
    behind = sentence.tokens[word + 1].text.lower() if word + 1 < len(sentence) else ""
    if (text == "attendance" or (text == "present" and token.upos == "ADJ")) and behind != "as":
        return "participant", text
    if [t.text.lower() for t in sentence.tokens[max(0, word - 2) : word]] == ["in", "the"] and text in _PLACES:
        return _PLACES[text], "attendance"
    role = words.verb(token.lemma) if text.endswith("ing") and token.upos == "VERB" else None
    return (role, text) if role in ("observer", "witness", "monitor") else None


def case_before(sentence: Sentence, head: int) -> str | None:
    """Preposition of a phrase by the order of words: parsers hang "with" of "with A in separate rooms" on the rooms."""
    if sentence.tokens[head].upos not in ("NOUN", "PROPN", "PRON"):
        return None
    before = phrase_words(sentence, head)[0] - 1
    while before > 0 and sentence.tokens[before].upos == "DET":
        before -= 1
    return (
        sentence.tokens[before].text.lower()
        if before >= 0 and sentence.tokens[before].upos in ("ADP", "SCONJ")
        else None
    )


def _present(sentence: Sentence, noun: int) -> list[int]:
    """Who is present: the "of" phrase or possessor of "presence"; of a kind with its members, the members."""
    found: list[int] = []
    for child in sentence.children[noun]:
        if sentence.tokens[child].relation != "nmod:poss" and preposition(sentence, child) != "of":
            continue
        for i in conjuncts(sentence, child):
            named = [k for m in sentence.dependents(i, "appos") if m > i for k in conjuncts(sentence, m)]
            found += named if named and sentence.tokens[i].upos == "NOUN" else [i]
    return found
