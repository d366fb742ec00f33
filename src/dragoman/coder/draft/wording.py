"""Words that a wording takes for itself: "deaf ear" of "turned a deaf ear to", "notice" of "put Khartoum on notice".

They take no part in the event, and tell no second one beside it.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import NO
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_SPECIFIC = 3
"""Least priority of wordings that are asked: below it what stands in a slot is any filler."""
_IDIOM = 4
_TURNED_DOWN = ("REQUEST", "PROTEST", "ACCUSE", "THREATEN", "mediation_offered", "talks_proposed")
_BELOW = ("det", "case", "amod", "nmod:poss", "advmod", "compound")


def own_words(sentence: Sentence, candidate: Candidate) -> set[int]:
    """Fillers of the slots that a candidate's wording gives no role, by its own words, with the small words below them."""
    match = candidate.ruling
    if match is None or match.trigger.priority < _SPECIFIC or not match.trigger.own:
        return set()
    tokens = sentence.tokens
    found: set[int] = set()
    for condition in match.trigger.conditions:
        if condition.slot not in match.trigger.own:
            continue
        lasts = {words[-1] for words in condition.lemmas}
        for i in match.slots.get(condition.slot, []):
            if tokens[i].lemma.lower() in lasts or tokens[i].text.lower() in lasts:
                found |= {i, *sentence.dependents(i, *_BELOW)}
    return {
        i
        for i in found
        if not matches(tokens[i].relation, ("amod", "nmod:poss", "compound")) or tokens[i].name[2:] == ""
    }


def told_by_wording(sentence: Sentence, candidate: Candidate, other: Candidate) -> bool:
    """Whether another candidate is only a part of the wording of this one: "thumbed | its nose", "put | on notice", or what it bids."""
    if _is_bidden(sentence, _commands(candidate), other):
        return True
    if _is_turned_down(candidate, other):
        return True
    own = own_words(sentence, candidate)
    own |= {
        c for i in own for c in sentence.dependents(i, "nmod") if preposition(sentence, c) == "in"
    }  # "years in jail"
    rest = set(other.words) - set(candidate.words)
    return bool(rest) and rest <= own


def called_for(sentence: Sentence, candidate: Candidate, other: Candidate) -> str:
    """What a quoted command is that bids what another candidate tells: "“Stop your attacks,” Kenya told" calls for a truce, "“Talk to the rebels,”
    Annan told" for talks; one not to talk, or to talk to "us", is a request."""
    commands = _commands(candidate)
    below = {k for i in commands for k in sentence.subtree(i)}
    if any(sentence.tokens[k].text.lower() in ("us", "me", *NO) for k in below):
        return candidate.label
    stopped = any(sentence.tokens[i].lemma.lower() in lexicon.load().classes["stopping"] for i in commands)
    if other.label in group("demanded_by_saying"):
        return candidate.label if stopped and other.label == "talks_called_for" else other.label
    if stopped or not _is_bidden(sentence, commands, other):
        return candidate.label
    if other.label in group("talks_of_parties"):
        return "talks_called_for"
    return "ceasefire_called_for" if other.label in group("truces_kept") else candidate.label


def _is_turned_down(candidate: Candidate, other: Candidate) -> bool:
    """Whether another candidate is only what an idiom of refusal is about: "turned a deaf ear to European | pleas |"."""
    match, low = candidate.ruling, other.ruling is None or other.ruling.trigger.priority < _SPECIFIC
    if candidate.label != "REJECT" or match is None or match.trigger.priority < _IDIOM or not low:
        return False
    about = {i for slot in ("to", "to_whom", "of_whom", "by", "at_whom") for i in match.slots.get(slot, [])}
    return other.words[-1] in about and other.label in _TURNED_DOWN


def in_command(sentence: Sentence, candidate: Candidate) -> set[int]:
    """Words of a quoted command, in which nobody is who is asked: "“Do not arm the rebels,” Damascus told Paris"."""
    return {k for i in _commands(candidate) for k in sentence.subtree(i)}


def _commands(candidate: Candidate) -> list[int]:
    """Verbs of the quoted command that the candidate's wording brings in."""
    match = candidate.ruling
    return match.slots.get("bidden", []) if match is not None and "bidden" in match.trigger.own else []


def _is_bidden(sentence: Sentence, commands: list[int], other: Candidate) -> bool:
    """Whether what another candidate tells is what somebody is told to do: "“Release | our soldiers,” Juba | told | Khartoum"."""
    tokens = sentence.tokens
    for i in other.words:
        while tokens[i].upos != "VERB" and tokens[i].head >= 0 and i not in commands:
            i = tokens[i].head
        if i in commands:
            return True
    return False
