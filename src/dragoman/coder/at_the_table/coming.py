"""Who only comes to a meeting takes part in it (R21): "Boulos attended the signing, as did envoys of Togo"; who watches a truce monitors it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.at_the_table.attendance import called_so, up_to
from dragoman.coder.at_the_table.by_governor import is_denied
from dragoman.coder.at_the_table.company import is_beside
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.not_there import attendance_denied
from dragoman.coder.grammar.phrases import conjuncts, first_of, preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.language.parse import Sentence
from dragoman.ontology import group

_READ_SO = MEDIATORS | {"observer", "host", "convener"}
_TWO = 2


def as_comers(sentence: Sentence, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords) -> None:
    """Make those who came to a meeting, by a verb that tells no more, its participants; observers where the first of them came as one.

    A side stays one, unless two others are named; whoever is called a mediator keeps his role.
    """
    if candidate.label not in group("assisted") - group("truces"):
        return
    here = [f for f in kept if f.mention.sentence == sentence.index]
    for verb in _coming(sentence, words):
        if not _is_to(sentence, verb, candidate):
            continue
        first = [*verb_slots(sentence, verb)["agent"], *_as_did(sentence, verb)]
        came = {k for i in first for k in conjuncts(sentence, i)}
        beside = {
            k
            for above in _near(sentence, verb)
            for c in sentence.dependents(above, "obl", "nmod")
            if is_beside(sentence, c)
            for k in conjuncts(sentence, c)
        }
        among = [f for f in here if came & set(up_to(sentence, f.mention.head))]
        others = [f for f in here if beside & set(up_to(sentence, f.mention.head))]
        sides = {
            f.mention.actor or f.mention.text for f in kept if f.role == "party" and f not in among and f not in others
        }
        role = _as_what(sentence, verb, words)
        for f in [*among, *others]:
            told = f.rule.startswith(TIED) or called_so(sentence, f, words)
            third = f.role in _READ_SO or (f.role == "party" and (len(sides) >= _TWO or role != "participant"))
            if third and not told:
                f.role, f.rule = role, f"{TIED} '{sentence.tokens[verb].text}'"


def _coming(sentence: Sentence, words: ThirdPartyWords) -> list[int]:
    """Verbs that tell only that somebody was there: "attended", "took part", "sat in", not in the passive, nor denied."""
    found = []
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        denied = is_denied(sentence, token.i) or attendance_denied(sentence, token.i)  # also "took no part"
        if token.upos != "VERB" or denied or is_passive(sentence, token.i):
            continue
        beside = {sentence.tokens[c].lemma.lower() for c in sentence.children[token.i]}
        if words.attending.get(lemma) == "participant" or beside & words.takes_part.get(lemma, frozenset()):
            found.append(token.i)
    return found


def _as_what(sentence: Sentence, verb: int, words: ThirdPartyWords) -> str:
    """Role of those who came: "attended as observers", or participants."""
    called = [
        sentence.tokens[c].lemma.lower() for c in sentence.dependents(verb, "obl") if preposition(sentence, c) == "as"
    ]
    return next((words.functions[lemma] for lemma in called if lemma in words.functions), "participant")


def _is_to(sentence: Sentence, verb: int, candidate: Candidate) -> bool:
    """Whether an event is what somebody came to: the verb's own, its object, or the noun of its relative clause."""
    if verb in candidate.words or any(
        verb in sentence.ancestors(i) and sentence.tokens[i].head in _near(sentence, verb) for i in candidate.words
    ):
        return True
    return sentence.tokens[verb].relation == "acl:relcl" and any(
        i in candidate.words for i in sentence.ancestors(verb) if sentence.tokens[i].upos == "NOUN"
    )


def _as_did(sentence: Sentence, verb: int) -> list[int]:
    """Those who did the same: "envoys" of "Boulos attended, as did envoys of Togo"."""
    again = [c for c in sentence.dependents(verb, "advcl") if sentence.tokens[c].lemma.lower() == "do"]
    return [i for c in again for i in sentence.dependents(c, "nsubj")]


def _near(sentence: Sentence, verb: int) -> set[int]:
    """A verb and the noun that makes it up: "took part"."""
    return {verb, *(c for c in sentence.dependents(verb, "obj"))}


def as_watcher(sentence: Sentence, candidate: Candidate, filled: Filled, kept: Sequence[Filled]) -> str:
    """Role of an observer of what is watched on the ground: he monitors it; who observes a truce of no other two keeps it, and between whom it is
    is a side."""
    if filled.role != "observer" or candidate.label not in group("watched"):
        return filled.role
    if filled.rule.startswith(f"{TIED} 'as "):
        return filled.role
    here = filled.mention.sentence == sentence.index
    if here and preposition(sentence, first_of(sentence, filled.mention.head)) == "between":
        return "party"  # "will observe the ceasefire between Chad and Togo"
    others = {f.mention.actor or f.mention.text for f in kept if f.role == "party" and f is not filled}
    keeps = candidate.label in group("truces_kept") and filled.rule.startswith(f"{TIED} 'observ") and len(others) < _TWO
    return "party" if keeps else "monitor"
