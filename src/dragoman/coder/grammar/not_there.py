"""Who was not there, by the grammar of "no": denied attendance, and short clauses that deny of one what holds of another."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import msgspec

from dragoman.coder.grammar.classes import MERELY, NO, NOT, OF_OR_FROM
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.slots import verb_slots
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_OPEN = frozenset({"until", "till", "yet", "if", "unless", "whether"})
"""Words with which "not" leaves open whether somebody comes."""
_NONE = frozenset({"nobody", "none", "no-one", "neither"})
_TAKING = frozenset({"take", "have", "play", "get"})
_EXPECTED = frozenset({"expect", "schedule", "due", "likely"})
_MISSING = frozenset({"miss", "skip"})
_INSIDE = ("in", "inside", "at")
_OBSERVERS = frozenset({"observer", "monitor"})
_AT = frozenset({"at", "in", "into", "of", "on", "to", "from", "out"})


class Absence(msgspec.Struct, frozen=True):
    """Somebody of whom attendance is denied. `verb` is the word for attending; `silent`: he is only said to miss it or not to be expected."""

    who: int
    verb: int
    silent: bool = False


def neither_of(sentence: Sentence, verb: int) -> list[int]:
    """The "neither" of a verb's own subject or object: "neither Iran nor Iraq came", "neither of which was asked"; not that of a clause
    beside it."""
    below = sentence.dependents(verb, "nsubj", "nsubj:pass", "obj")
    near = (*sentence.children[verb], *(k for c in below for k in sentence.children[c]))
    return [k for k in near if sentence.tokens[k].text.lower() == "neither"]


def denied_shortly(sentence: Sentence, verb: int) -> list[int]:
    """Subjects of a short clause that denies the verb of them: "A was invited, but B was not", "A attended; B did not"."""
    return [
        i
        for c in sentence.children[verb]
        if sentence.tokens[c].upos == "AUX" and matches(sentence.tokens[c].relation, ("conj", "parataxis"))
        and any(sentence.tokens[k].text.lower() in NO for k in sentence.children[c])
        for subject in sentence.dependents(c, "nsubj")
        for i in conjuncts(sentence, subject)
    ]  # fmt: skip


def said_of_others(sentence: Sentence, verb: int) -> list[int]:
    """Subjects of a short clause by which a verb is denied of them and of nobody else: "Moscow got a seat; Kyiv did not"."""
    near = (verb, *sentence.dependents(verb, "aux", "obj", "nsubj", "nsubj:pass"))
    if any(sentence.tokens[c].text.lower() in NO for i in near for c in sentence.children[i]):
        return []
    return denied_shortly(sentence, verb)


def denied_alone(sentence: Sentence, i: int) -> bool:
    """Whether "not" stands by one of several: "Russia and Iran, but not the Kurds, were invited"."""
    return sentence.tokens[i].relation == "conj" and any(
        c < i and sentence.tokens[c].text.lower() == "not" for c in sentence.children[i]
    )


def stayed_out(sentence: Sentence, events: AbstractSet[str]) -> list[Absence]:
    """Those of whom attendance is denied: "neither Iran nor Turkey attended", "nobody from Hamas took part", "was not part of the talks".

    Args:
        events: nouns for what one attends.
    """
    return [
        msgspec.structs.replace(a, silent=a.silent or _observes(sentence, a.verb))
        for a in _stayed_out(sentence, events)
        if not of_a_side(sentence, a.who) and not is_represented(sentence, a.verb)
    ]


def is_represented(sentence: Sentence, verb: int) -> bool:
    """Whether who does not come himself sends another: "will not attend but will send his minister", "did not travel and was represented by his
    deputy", "will not attend in person"."""
    tokens, classes = sentence.tokens, lexicon.load().classes
    below = sentence.dependents(verb, "obl", "advmod")
    if any(tokens[c].text.lower() == "person" and preposition(sentence, c) == "in" for c in below):
        return True
    for other in (c for c in sentence.dependents(verb, "conj") if not sentence.dependents(c, "nsubj")):
        sent = sentence.dependents(other, "obj")
        near = (other, *sentence.dependents(other, "aux"), *sent)
        if any(tokens[c].text.lower() in NO for k in near for c in sentence.children[k]):
            continue
        joins = any(
            tokens[c].lemma.lower() in classes["from_afar"] for c in sentence.dependents(other, "obl", "obl:agent")
        )
        if tokens[other].lemma.lower() == "represent" or joins:
            return True
        sends = tokens[other].lemma.lower() == "send"
        if sends and any(
            tokens[c].mention == "person" or tokens[c].lemma.lower() in classes["sent_to_talks"] for c in sent
        ):
            return True
    return False


def _observes(sentence: Sentence, verb: int) -> bool:
    """Whether who takes no part watches: "sent observers but did not take part", "came as an observer and did not take part"."""
    tokens = sentence.tokens
    beside = [tokens[verb].head] if tokens[verb].relation == "conj" else []
    beside += sentence.dependents(verb, "conj")
    return any(
        tokens[c].lemma.lower() in _OBSERVERS and not any(tokens[k].text.lower() in NO for k in sentence.children[c])
        for k in beside
        for c in sentence.dependents(k, "obj", "obl")
    )


def of_a_side(sentence: Sentence, who: int) -> bool:
    """Whether who was not there belongs to a side that is told of for itself: "UNITA, whose leader was not present"."""
    return any(sentence.tokens[c].text.lower() == "whose" for c in sentence.dependents(who, "nmod:poss"))


def _stayed_out(sentence: Sentence, events: AbstractSet[str]) -> list[Absence]:
    found: list[Absence] = []
    for token in sentence.tokens:
        if token.lemma.lower() in _EXPECTED:
            found += _not_expected(sentence, token.i, events)
        missed = token.lemma.lower() in _MISSING and token.upos == "VERB" and sentence.dependents(token.i, "obj")
        if missed and attended(sentence, token.i, events):  # not "is missing from the talks"
            found += [Absence(i, token.i, silent=True) for i in verb_slots(sentence, token.i)["agent"]]
        if _at_it(sentence, token.i, events):
            subjects = sentence.dependents(token.i, "nsubj")
            found += [Absence(i, token.i) for s in subjects for i in conjuncts(sentence, s)]
        if not _attends(sentence, token.i):
            continue
        for subject in sentence.dependents(token.i, "nsubj"):
            whose = [subject]
            if sentence.tokens[subject].text.lower() in _NONE:
                whose = [c for c in sentence.dependents(subject, "nmod") if preposition(sentence, c) in OF_OR_FROM]
            elif not (is_denied_all(sentence, subject) or _by_neither(sentence, token.i)):
                whose = []
            found += [Absence(i, token.i) for w in whose for i in conjuncts(sentence, w)]
        by_itself = token.lemma.lower() == "present"  # "was not present"
        denied = denies(sentence, token.i) or _in_no_part(sentence, token.i)
        if denied and (by_itself or attended(sentence, token.i, events)):
            slots = verb_slots(sentence, token.i)
            found += [Absence(i, token.i) for i in slots["agent"] or (slots["patient"] if by_itself else [])]
        found += [Absence(i, token.i) for i in denied_shortly(sentence, token.i)]
    return found


def denies(sentence: Sentence, verb: int) -> bool:
    """Whether "not" or "never" stands by a verb or its auxiliary: "did not attend", but not "not only attended", "did not attend until Friday",
    "if it does not attend"."""
    tokens = sentence.tokens
    own = sentence.children[verb]
    near = [*own, *(c for i in sentence.dependents(verb, "aux", "cop") for c in sentence.children[i])]
    only_so_far = any(tokens[c].text.lower() in _OPEN for c in (*own, *(k for i in own for k in sentence.children[i])))
    return not only_so_far and any(
        tokens[c].text.lower() in NOT and tokens[c + 1].text.lower() not in MERELY for c in near
    )


def attended(sentence: Sentence, verb: int, events: AbstractSet[str]) -> list[int]:
    """The talks that a word for attending is about: "attend the talks", "take part in talks", "the talks to which it was not a party"."""
    tokens = sentence.tokens
    below = [
        c for c in sentence.children[verb]
        if matches(tokens[c].relation, ("obj",)) or (matches(tokens[c].relation, ("obl", "nmod")) and preposition(sentence, c) in _AT)
    ]  # fmt: skip
    there = lexicon.load().classes["being_there"]
    below += [k for c in below if tokens[c].lemma.lower() in there for k in sentence.dependents(c, "nmod")]
    if tokens[verb].relation == "acl:relcl":
        below.append(tokens[verb].head)
    return [c for c in below if tokens[c].upos == "NOUN" and tokens[c].lemma.lower() in events]


def only_attendance_denied(sentence: Sentence, noun: int) -> bool:
    """Whether all that is denied of talks is that somebody was there: "did not attend the talks", but not "attended no talks"."""
    tokens = sentence.tokens
    events = frozenset({tokens[noun].lemma.lower()})
    if _at_it(sentence, noun, events):
        return True
    classes = lexicon.load().classes
    if tokens[noun].lemma.lower() in (*classes["part_in_talks"], *classes["being_in"]):
        return False
    if any(tokens[c].text.lower() in ("no", "any") for c in sentence.dependents(noun, "det")):
        return False
    above = [tokens[noun].head, *sentence.dependents(noun, "acl:relcl")]
    above += [tokens[i].head for i in above if i >= 0 and tokens[i].lemma.lower() in classes["being_there"]]
    return any(
        i >= 0 and _attends(sentence, i) and noun in attended(sentence, i, events)
        and (denies(sentence, i) or any(a.verb == i for a in stayed_out(sentence, events)))
        for i in above
    )  # fmt: skip


def _at_it(sentence: Sentence, noun: int, events: AbstractSet[str]) -> bool:
    """Whether somebody is said not to be where talks are: "was not at the summit", "neither Iran nor Iraq was in the hall"."""
    lemma, case = sentence.tokens[noun].lemma.lower(), preposition(sentence, noun)
    in_town = sentence.tokens[noun].name.endswith("LOC") and case in _INSIDE
    # "was not in Doha for the talks"; not "was not in Doha"
    for_it = in_town and any(sentence.tokens[k].lemma.lower() in events for k in sentence.subtree(noun))
    if not (
        (lemma in events and case == "at") or (lemma in lexicon.load().classes["room"] and case in _INSIDE) or for_it
    ):
        return False
    if not sentence.dependents(noun, "cop"):
        return False
    subjects = sentence.dependents(noun, "nsubj")  # "no mediator was in the room" tells of nobody
    none = any(is_denied_all(sentence, s) and sentence.tokens[s].upos != "NOUN" for s in subjects)
    return denies(sentence, noun) or _by_neither(sentence, noun) or none


def _in_no_part(sentence: Sentence, verb: int) -> bool:
    """Whether the part that somebody takes is none: "took no part"."""
    taking = sentence.tokens[verb].lemma.lower() in ("take", "play")  # who "had no seat" was given none
    mine = lexicon.load().classes["part_in_talks"] if taking else ("hand",)
    parts = (c for c in sentence.dependents(verb, "obj") if sentence.tokens[c].lemma.lower() in mine)
    return any(sentence.tokens[k].text.lower() == "no" for c in parts for k in sentence.dependents(c, "det"))


def attendance_told(sentence: Sentence, words: Iterable[int]) -> int | None:
    """The word of some by which somebody is said not to be there or in: "part" of "took no part", "involved" of "was not involved"."""
    parts = lexicon.load().classes["part_in_talks"]
    for i in words:
        token = sentence.tokens[i]
        verb = token.head if token.lemma.lower() in parts and matches(token.relation, ("obj",)) else i
        where = (
            bool(sentence.dependents(verb, "cop")) and preposition(sentence, verb) in _INSIDE if verb >= 0 else False
        )
        if verb < 0 or not (where or _attends(sentence, verb) or _is_involved(sentence, verb)):
            continue
        if attendance_denied(sentence, verb):
            return verb
    return None


def attendance_denied(sentence: Sentence, verb: int) -> bool:
    """Whether a word for being there is denied, in whatever words: "did not attend", "took no part", "neither of the two attended"."""
    none = any(is_denied_all(sentence, s) for s in sentence.dependents(verb, "nsubj", "nsubj:pass"))
    return denies(sentence, verb) or _in_no_part(sentence, verb) or _by_neither(sentence, verb) or none


def _is_involved(sentence: Sentence, verb: int) -> bool:
    """Whether a word says that somebody is in: "was involved", "sat in on the talks", "sat at the table"."""
    token = sentence.tokens[verb]
    sits_in = token.lemma.lower() == "sit" and any(
        sentence.tokens[c].text.lower() == "in"
        or sentence.tokens[c].lemma.lower() in lexicon.load().classes["at_talks"]
        for c in sentence.dependents(verb, "advmod", "compound:prt", "obl")
    )
    return sits_in or token.text.lower() == "involved"


def is_membership(sentence: Sentence, i: int) -> bool:
    """Whether a noun says that somebody is in: "was part of", "is no party to"."""
    token = sentence.tokens[i]
    return (
        token.upos == "NOUN"
        and token.lemma.lower() in lexicon.load().classes["being_in"]
        and bool(sentence.dependents(i, "cop"))
    )


def _not_expected(sentence: Sentence, verb: int, events: AbstractSet[str]) -> list[Absence]:
    """Those who are not expected at talks, or to attend them."""
    coming = [c for c in sentence.dependents(verb, "xcomp") if _attends(sentence, c)]
    if not denies(sentence, verb) or not any(attended(sentence, i, events) for i in coming or [verb]):
        return []
    subjects = sentence.dependents(verb, "nsubj", "nsubj:pass")
    return [Absence(i, verb, silent=True) for s in subjects for i in conjuncts(sentence, s)]


def is_denied_all(sentence: Sentence, subject: int) -> bool:
    """Whether a phrase is denied altogether: "no Syrian official", "neither side"."""
    return any(sentence.tokens[c].text.lower() in ("no", "neither") for c in sentence.children[subject])


def _by_neither(sentence: Sentence, verb: int) -> bool:
    """Whether "neither" stands before both subjects of a verb, which parsers hang on the verb: "neither the army nor the rebels attended"."""
    return any(
        sentence.tokens[c].text.lower() == "neither" for c in sentence.dependents(verb, "cc:preconj", "cc", "advmod")
    )


def _attends(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    lemma, classes = token.lemma.lower(), lexicon.load().classes
    if lemma in _TAKING:
        parts = classes["part_in_talks"]
        return any(sentence.tokens[c].lemma.lower() in parts for c in sentence.dependents(verb, "obj"))
    if lemma == "send":  # "did not send a delegation"
        sent = classes["sent_to_talks"]
        return any(sentence.tokens[c].lemma.lower() in sent for c in sentence.dependents(verb, "obj"))
    if lemma in classes["being_in"]:
        return is_membership(sentence, verb)
    if lemma == "sit":  # "did not sit in on the talks"
        return _is_involved(sentence, verb)
    return lemma in classes["taking_part"] and token.upos in ("VERB", "ADJ")


def denied_agent(sentence: Sentence, i: int) -> int | None:
    """B of "by A, not B": a coordinated agent that "not" denies."""
    other = sentence.tokens[i].head
    if other < 0 or other < i or sentence.tokens[other].upos not in ("PROPN", "NOUN"):
        return None
    token = sentence.tokens[other]
    first = token.head
    if not matches(token.relation, ("conj", "appos", "obl", "parataxis", "dep")) or first < 0:
        return None
    agent = sentence.tokens[first] if sentence.tokens[first].upos in ("PROPN", "NOUN") else token
    return (
        other
        if (agent.relation in ("obl:agent", "obl") and preposition(sentence, agent.i) == "by")
        or preposition(sentence, first) == "by"
        else None
    )
