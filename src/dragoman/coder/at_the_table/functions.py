"""What somebody is there as: "with Malaysia as facilitator", "signed as guarantors", "in the presence of the Kenyan president".

A function that is stated counts for the whole list before it, and decides the role whatever was read (codebook 2.10, R17).
"""

from __future__ import annotations

from dragoman.coder.at_the_table.third_parties import acts, for_a_side
from dragoman.coder.draft.roles import FINER
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.phrases import conjuncts, phrase_words, preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.titles import is_title
from dragoman.language.parse import Sentence, matches

_DENYING = frozenset({"not", "no", "never", "neither", "hardly", "longer"})
_ACTING = frozenset(
    {",", "acting", "serving", "working", "present", "there", "attending", "sitting", "in", "attendance"}
)
"""Words between a list of those who are there and their function: "with Oman acting as facilitator"."""
_STATES = frozenset({"country", "state", "nation", "power", "government"})
"""Nouns that have their function before them: "as accompanying countries"."""
_CLIMB = 3
"""Words between a function and the verb it belongs to ("signed the document as guarantors")."""


def stated(sentence: Sentence, words: ThirdPartyWords) -> dict[int, tuple[str, str]]:
    """Role and wording for the head of each phrase that is said to be there as a third party."""
    found: dict[int, tuple[str, str]] = {}
    for token in sentence.tokens:
        if token.text.lower() == "as":
            noun = _function_after(sentence, token.i, words)
            people = _there_as(sentence, token.i, noun, words) if noun is not None else []
            role = (_function(sentence, noun, words) or "") if noun is not None else ""
            wording = f"as {sentence.tokens[noun].text}" if noun is not None else ""
        elif token.text.lower() in ("presence", "company") and preposition(sentence, token.i) == "in":
            people = _present(sentence, token.i)
            role = "witness" if token.text.lower() == "presence" else "participant"
            wording = f"in the {token.text.lower()} of"
        elif told := _present_with(sentence, token.i, words):
            at = token.i - 1 if sentence.tokens[token.i - 1].text.lower() == "in" else token.i
            people, (role, wording) = _listed_before(sentence, at, ("with",)), told
        elif (noun_role := words.functions.get(token.lemma.lower())) and (people := _who_is(sentence, token.i)):
            role, wording = noun_role, f"are {token.text}"
        else:
            continue
        for i in people:
            for k in (i, *sentence.dependents(i, "appos")):
                if k == i or is_title(sentence, i, k):
                    found.setdefault(k, (role, wording))
    return found


def _function_after(sentence: Sentence, marker: int, words: ThirdPartyWords) -> int | None:
    """The noun of function that "as" introduces; None where it introduces something else."""
    head = sentence.tokens[marker].head
    if head <= marker or sentence.tokens[head].upos != "NOUN":
        return None
    return head if _function(sentence, head, words) else None


def _function(sentence: Sentence, noun: int, words: ThirdPartyWords) -> str | None:
    """Role of whoever is there as what a noun says: "facilitator", "guarantor states", "accompanying country"."""
    lemma = sentence.tokens[noun].lemma.lower()
    if lemma not in _STATES:
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
    """Who has the function: the list behind "with" or "by" right before "as", else the actor that the verb has as object or subject.

    Who "attended the talks with the rebels as an observer" observed: not the rebels.
    """
    above = sentence.tokens[noun].head
    if (
        above >= 0
        and words.attending.get(sentence.tokens[above].lemma.lower()) == "participant"
        and not is_passive(sentence, above)
    ):
        return [k for i in verb_slots(sentence, above)["agent"] for k in conjuncts(sentence, i)]
    if people := _listed_before(sentence, marker):
        return people
    verb = noun
    for _ in range(_CLIMB):
        verb = sentence.tokens[verb].head
        if verb < 0 or sentence.tokens[verb].upos == "VERB":
            break
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


def _listed_before(sentence: Sentence, marker: int, cases: tuple[str, ...] = ("with", "by", "including")) -> list[int]:
    """The list behind "with" or "by" that ends right before a word: "with envoys of Chad and Mali as observers"."""
    before = max((t.i for t in sentence.tokens[:marker] if t.text.lower() == "as"), default=-1)
    for i in range(marker):
        if _case(sentence, i) not in cases:
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
    role = words.verb(token.lemma) if text.endswith("ing") and token.upos == "VERB" else None
    return (role, text) if role in ("observer", "witness", "monitor") else None


def _case(sentence: Sentence, head: int) -> str | None:
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
            members = [k for m in sentence.dependents(i, "appos") if m > i for k in conjuncts(sentence, m)]
            found += members if members and sentence.tokens[i].upos == "NOUN" else [i]
    return found


def finer_role(sentence: Sentence, head: int, family: str, words: ThirdPartyWords) -> str:
    """The codebook's own word for a third party whose family of roles is known: by what it is called, or by what it does.

    A witness or monitor is read as an observer by the model, a head of the mediation as a mediator.
    """
    finer = FINER.get(family)
    if finer is None:
        return family
    token = sentence.tokens[head]
    for child in [c for i in (head, token.head) if i >= 0 for c in sentence.children[i]]:
        role = words.functions.get(sentence.tokens[child].lemma.lower())
        if sentence.tokens[child].relation == "appos" and role:
            return role  # an explicit title decides, whatever family was read
    while token.relation == "conj" and token.head >= 0:
        token = sentence.tokens[token.head]  # "accompanied by Chile and Venezuela"
    if token.head >= 0 and matches(token.relation, ("nsubj", "obl", "appos", "acl")):
        above = sentence.tokens[token.head]
        # whoever is "the head of the political bureau" leads no mediation
        noun = above.upos in ("NOUN", "PROPN")
        roles = (
            words.functions.get(w) if noun else _doing(words, w) for w in (above.lemma.lower(), above.text.lower())
        )
        role = next((r for r in roles if r), None)
        agent = token.relation != "obl" or preposition(sentence, token.i) == "by"
        if role in finer and agent and token.relation != "nsubj:pass":
            return role
    return family


def _doing(words: ThirdPartyWords, word: str) -> str | None:
    return words.doings.get(word) or words.functions.get(word)


def in_terms(sentence: Sentence, head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase stands in what a text provides for: "a truce under which the president is to step down" has no such auspices."""
    for verb in sentence.ancestors(head):
        for child in sentence.children[verb]:
            if sentence.tokens[child].text.lower() == "which" and preposition(sentence, child) == "under":
                return child < head and not words.verb(sentence.tokens[verb].lemma)
    return False


def of_duty(sentence: Sentence, mention: Mention, words: ThirdPartyWords) -> bool:
    """Whether a country is what an envoy or mediator is for ("the UN mediator for Angola"): he comes from elsewhere."""
    head = sentence.tokens[mention.head].head
    if head < 0 or preposition(sentence, mention.head) not in ("for", "to") or mention.resolution.country is None:
        return False
    noun = sentence.tokens[head].lemma.lower()
    return mention.resolution.actor == mention.resolution.country and (
        noun in words.functions or noun in words.delegates
    )


def answers_it(sentence: Sentence, trigger: list[int], head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who answers the offer that a noun names: "Sudan rejected an offer of mediation by Kenya"."""
    noun = next((i for i in trigger if sentence.tokens[i].head not in trigger), trigger[0])
    verb = sentence.tokens[noun].head
    if verb < 0 or not matches(sentence.tokens[noun].relation, ("obj", "nsubj")):
        return False
    if sentence.tokens[noun].upos != "NOUN" or sentence.tokens[verb].lemma.lower() not in words.answering:
        return False
    slots = verb_slots(sentence, verb)
    return noun in slots["patient"] and head in slots["agent"]


def leads_a_side(sentence: Sentence, head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who leads a delegation, or whom somebody represents: "the Tamil delegation at the talks was led by Balasingham"."""
    verb = sentence.tokens[head].head
    if verb >= 0 and sentence.tokens[verb].lemma.lower() == "represent" and is_passive(sentence, verb):
        # "Morocco is represented by its interior minister", not "by an observer"
        agents = {sentence.tokens[i].lemma.lower() for i in verb_slots(sentence, verb)["by"]}
        return bool(agents) and not agents & set(words.functions)
    if verb >= 0 and head in verb_slots(sentence, verb)["by"] and for_a_side(sentence, verb, words):
        return True
    if verb >= 0 and sentence.tokens[verb].lemma.lower() in words.sides and preposition(sentence, verb) == "on":
        return preposition(sentence, head) == "by"  # "led on the Sudanese side by a minister"
    if verb < 0 or not words.leading & {sentence.tokens[verb].lemma.lower(), sentence.tokens[verb].text.lower()}:
        return False
    slots = verb_slots(sentence, verb)
    theirs = {sentence.tokens[i].lemma.lower() for i in slots["patient"]}
    return head in slots["agent"] and (bool(theirs & words.led) or _leads_for_a_side(sentence, verb, words))


def _leads_for_a_side(sentence: Sentence, verb: int, words: ThirdPartyWords) -> bool:
    """Whether talks are led for one of their sides, in the active: "led the talks for Kenya", "headed the negotiations on the rebel side".

    Not where both sides are named besides."""
    if is_passive(sentence, verb):
        return False
    talks = [c for c in sentence.dependents(verb, "obj") if sentence.tokens[c].lemma.lower() in words.events]
    beside = [verb, *talks] if talks else []
    if any(preposition(sentence, c) == "between" for above in beside for c in sentence.children[above]):
        return False  # "led the talks for the hostages between Israel and Hamas"
    return any(
        (preposition(sentence, c) == "for" and acts(sentence, c, words) and sentence.tokens[c].mention != "time")
        or (preposition(sentence, c) == "on" and sentence.tokens[c].lemma.lower() in words.sides)
        for above in beside
        for c in sentence.children[above]
    )


def kept_apart(sentence: Sentence, head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is one of those "with A and B in separate rooms", the sides of proximity talks."""
    first = head
    while sentence.tokens[first].relation == "conj":
        first = sentence.tokens[first].head
    people = conjuncts(sentence, first)
    ends = max(phrase_words(sentence, k)[1] for k in people)
    after = [t.text.lower() for t in sentence.tokens[ends + 1 : ends + 4]]
    together = len(people) > 1 and _case(sentence, first) == "with"
    return together and after[:1] in (["in"], ["at"], ["on"]) and bool(words.apart & set(after))


def assists_beside(sentence: Sentence, head: int, words: ThirdPartyWords) -> str | None:
    """Role of whoever assists talks that are told beside the event: "signed an accord after talks led by Brazil"."""
    participle = sentence.tokens[head].head
    if (
        participle < 0
        or preposition(sentence, head) != "by"
        or not matches(sentence.tokens[participle].relation, ("acl",))
    ):
        return None
    talks = sentence.tokens[sentence.tokens[participle].head].lemma.lower()
    return words.tied_by(sentence.tokens[participle]) if talks in words.events else None
