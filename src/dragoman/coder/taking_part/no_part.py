"""Who takes no part in an event although he was read so, by the build of the sentence: the ground of each was counted in coded articles."""

from __future__ import annotations

from dragoman.coder.at_the_table.functions import (
    answers_it,
    assists_beside,
    in_terms,
    kept_apart,
    leads_a_side,
    of_duty,
)
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import NO, OF_STATES
from dragoman.coder.grammar.not_there import is_denied_all
from dragoman.coder.grammar.phrases import first_of, preposition
from dragoman.coder.occurrence.authorship import disowned_by
from dragoman.coder.occurrence.averted import averting_verb
from dragoman.coder.taking_part.clauses import (
    acts_elsewhere,
    behind_mark,
    brings_about,
    done_to_elsewhere,
    fights_beside,
    gives_reason,
    only_attends,
    only_comments,
    only_moved,
    only_tells,
    received_before,
    sits_with_another,
    spoken_about,
)
from dragoman.coder.taking_part.forces_sent import are_sent
from dragoman.coder.taking_part.gatherings import addressed
from dragoman.coder.taking_part.who_speaks import disclaims, offers_of_another
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_BESIDE = frozenset({"mediator", "host", "convener", "guarantor", "observer", "participant"})
"""Families of roles that the model gives to whoever is no side."""
DOERS = frozenset({"initiator", "boycotting", "observer", "guarantor", "party"})
"""Roles of who acts: of ten that the model gave to the subject of a clause joined to the event's, two were right, of 27 to that of a
clause below or above it with "when", "as" and the like seven (development half)."""
_SIDES = frozenset({"party", "participant", "initiator"})
_COMING = frozenset({"party", "mediator", "observer", "host"})
_AWAY = frozenset({"boycotting", "excluded", "initiator"})


def misread(sentence: Sentence, read: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase takes no part although it was read so; a side in a separate room or a mediator beside is given its role on the way."""
    if candidate.label in group("assisted") and read.role in ("observer", "participant", "party"):
        read.role = assists_beside(sentence, read.mention.head, words) or read.role
    if (
        read.role == "recipient"
        and read.rule == "model"
        and done_to_elsewhere(sentence, candidate.words, read.mention.head)
    ):
        return True  # of 13 such recipients in the development half 2 were coded
    head = read.mention.head
    if read.role in DOERS | {"host"} and acts_elsewhere(sentence, candidate.words, head):
        return True
    if read.role in MEDIATORS and behind_mark(sentence, candidate.words, head, words):
        return True
    if (
        read.role == "initiator"
        and candidate.label in group("staying_away")
        and only_comments(sentence, candidate.words, head, words.judging)
    ):
        return True
    if (
        read.role == "initiator"
        and candidate.label in group("exclusions")
        and (
            only_moved(sentence, candidate.words, head) or only_comments(sentence, candidate.words, head, words.judging)
        )
    ):
        return True
    if (
        read.role == "party"
        and candidate.label in group("assisted")
        and brings_about(sentence, candidate.words, head, words)
    ):
        read.role = "mediator"
    if read.role == "initiator" and brings_about(sentence, candidate.words, head, words):
        if candidate.label not in group("assisted"):
            return True  # "got Arafat to drop his demand", who alone gives way
        read.role = "mediator"
    if _only_tells(sentence, read, candidate, words):
        return True
    if read.role in MEDIATORS | {"convener", "host"} and gives_reason(sentence, candidate.words, head, words):
        return True
    if read.role in DOERS | MEDIATORS and received_before(sentence, candidate.words, head, words):
        return True
    if (read.mention.actor or "").startswith("outlet:") and read.role == "initiator":
        return sentence.tokens[head].head not in candidate.words  # who reports what others do
    if read.role == "initiator" and candidate.label == "talks_refused" and _is_refused(sentence, candidate, head):
        read.role = "recipient"
    if read.role == "initiator" and (
        _averts_it(sentence, candidate, head) or _denies_its_end(sentence, candidate, head)
    ):
        return True
    if read.role in ("initiator", "recipient") and head in disowned_by(sentence, candidate):
        return True
    if read.role in DOERS and disclaims(sentence, candidate, head):
        return True
    if (
        read.role == "initiator"
        and candidate.label in group("answered")
        and offers_of_another(sentence, candidate, head)
    ):
        return True
    if read.role not in _AWAY and _denied_part(sentence, candidate, head, words):
        return True
    if are_sent(sentence, read, candidate):
        return True
    if read.role == "recipient" and candidate.label.isupper() and fights_beside(sentence, first_of(sentence, head)):
        return True
    if (
        candidate.label in group("talks_of_parties")
        and read.role in _COMING
        and only_attends(sentence, candidate.words, head)
    ):
        read.role = "participant"
    if (
        read.role in _SIDES
        and candidate.label in group("gatherings")
        and addressed(sentence, candidate.words, head, words)
    ):
        return True
    away = candidate.label in group("staying_away") or candidate.label in group("exclusions")
    if away and read.role in _AWAY and sits_with_another(sentence, candidate.words, head):
        return True
    if (
        read.role in _SIDES
        and candidate.label in group("about_matters")
        and spoken_about(sentence, candidate.words, head)
    ):
        return True
    if read.role == "recipient" and candidate.label in group("answered") and _comes_from(sentence, candidate, head):
        read.role = "initiator"
    if read.role == "initiator" and any(candidate.label in group(g) for g in ("answered", "demanded_by_saying")):
        read.role = "recipient" if answers_it(sentence, candidate.words, read.mention.head, words) else "initiator"
    if read.role not in _BESIDE:
        return False
    if read.role == "mediator" and of_duty(sentence, read.mention, words):
        return True
    if kept_apart(sentence, read.mention.head, words) or leads_a_side(sentence, read.mention.head, words):
        read.role = "party"
    return read.role != "party" and in_terms(sentence, read.mention.head, words)


def _is_refused(sentence: Sentence, candidate: Candidate, head: int) -> bool:
    """Whether a phrase is who gets a refusal: "Tsvangirai was denied a meeting"."""
    token = sentence.tokens[head]
    return token.relation == "nsubj:pass" and token.head in candidate.words


def _averts_it(sentence: Sentence, candidate: Candidate, head: int) -> bool:
    """Whether a phrase is who averts what another would do: "envoys tried to prevent an offensive", "police foiled an attack"."""
    verb = averting_verb(sentence, candidate)
    if verb < 0 or head in sentence.subtree(candidate.words[-1]):
        return False
    return any(head in sentence.dependents(i, "nsubj", "obl:agent") for i in (verb, *sentence.ancestors(verb)))


def _denies_its_end(sentence: Sentence, candidate: Candidate, head: int) -> bool:
    """Whether a phrase is who says that something is not over, which ends nothing: "Kerry insisted that the truce was not dead"."""
    tokens = sentence.tokens
    end = candidate.words[-1]
    if candidate.label not in group("ends") or tokens[end].upos not in ("ADJ", "ADV"):
        return False
    denied = any(tokens[c].text.lower() in NO for c in sentence.dependents(end, "advmod"))
    return denied and any(head in sentence.dependents(i, "nsubj") for i in sentence.ancestors(end))


def _comes_from(sentence: Sentence, candidate: Candidate, head: int) -> bool:
    """Whether a phrase is who makes an offer: "turned down the offer of talks from Peking", "a proposal by Kenya"."""
    tokens, offer = sentence.tokens, candidate.words[-1]
    head = first_of(sentence, head)
    below = {offer, *(c for c in sentence.dependents(offer, "nmod") if preposition(sentence, c) in ("of", "for"))}
    made = preposition(sentence, head) in ("from", "by") and matches(tokens[head].relation, ("nmod",))
    return tokens[offer].upos == "NOUN" and made and tokens[head].head in below


def _denied_part(sentence: Sentence, candidate: Candidate, head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who did not do it or without whose help it was done: "was not organised by Russia", "reached without
    mediation by the United States", "with no help from Washington"."""
    tokens = sentence.tokens
    own = {*candidate.words, *(candidate.rule.anchor if candidate.rule is not None else ())}
    verb = tokens[head].head
    if tokens[head].relation == "obl:agent" and verb not in own:
        return any(tokens[c].text.lower() in NO for c in sentence.dependents(verb, "advmod"))
    i = verb
    while i >= 0 and i not in own and matches(tokens[i].relation, ("nmod", "obl")):
        case = preposition(sentence, i)
        helps = tokens[i].lemma.lower() in (*words.favours, *lexicon.load().classes["presence"])
        if case == "without" or (case == "with" and helps and is_denied_all(sentence, i)):
            return True
        i = tokens[i].head
    return False


def _only_tells(sentence: Sentence, read: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who tells of the talks, and no organisation of states, which may well run them; nor who speaks of his own."""
    if read.mention.resolution.actor_type in OF_STATES:
        return False
    named = any(preposition(sentence, c) == "between" for i in candidate.words for c in sentence.children[i])
    roles = MEDIATORS | {"convener", "host", "recipient"} | ({"party"} if named else set())
    return read.role in roles and only_tells(sentence, candidate.words, read.mention.head, words)
