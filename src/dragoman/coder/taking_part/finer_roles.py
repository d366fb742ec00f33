"""Which finer role a participant has, where the model tells the family only: witness, guarantor, facilitator, adviser to a party, go-between;
"facilitated by Norway and accompanied by Brazil", "in the presence of the guarantors".
"""

from __future__ import annotations

from dragoman.coder.at_the_table.coming import as_watcher
from dragoman.coder.at_the_table.delegation_heads import heads_a_delegation
from dragoman.coder.at_the_table.functions import finer_role
from dragoman.coder.at_the_table.there_as import THE, denied, only_sought, stated
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import FINER, MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import ARMED, OF_STATES
from dragoman.coder.grammar.phrases import first_of, preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.own_clause import is_agent
from dragoman.language.parse import Sentence
from dragoman.ontology import group

_MEDIATORS = MEDIATORS - {"lead_mediator"}
_PAIR = 2


def with_functions(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants, those whose function the sentence states in that role; who has one beside the event is added."""
    assisted = candidate.label in group("assisted")
    about = {*candidate.words, *(sentence.tokens[i].head for i in candidate.words)}
    refused = denied(sentence, words)
    result = [
        f for f in kept
        if not (f.rule == "model" and any(f.mention.first <= i <= f.mention.last and f.role == r for i, r in refused.items()))
    ]  # fmt: skip
    above = {a for word in candidate.words for a in sentence.ancestors(word)}
    told = stated(sentence, words)
    apart = (f for f in result if f.role == "party" and not any(f.mention.first <= i <= f.mention.last for i in told))
    sides = {f.mention.actor or f.mention.text for f in apart}
    for i, (role, wording) in told.items():
        if only_sought(sentence, i, candidate.words, words):
            continue
        if i in above:
            continue  # "the envoy, who brokered the truce, came as an observer": to something else
        same = [f for f in result if f.mention.first <= i <= f.mention.last]
        for f in same:
            if f.role == "guarantor" and role == "witness":
                continue  # "in the presence of the guarantors"
            if f.role in MEDIATORS and role == "participant" and wording == "attendance":
                continue  # "with the United Nations in attendance"
            if f.rule.startswith(TIED) and wording.startswith(f"{THE} "):
                continue  # "mediated by the guarantors, Brazil and Chile"
            if f.role == "party" and wording.startswith("with the") and len(sides) < _PAIR:
                continue  # "a meeting with the participation of both"
            if f.role in FINER or (assisted and f.role == "party"):
                f.role, f.rule = role, f"{TIED} '{wording}'"
        mention = mentions.at(sentence, i)
        if not same and assisted and mention.known and about & set(sentence.ancestors(i)):
            result.append(Filled(mention, role, 1.0, f"{TIED} '{wording}'"))
    return result


def to_finer_roles(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> None:
    """Give each participant the finer role that his phrase and the words of the event tell: "led by", "facilitated by", "as an observer"."""
    for filled in kept:
        if filled.rule == "model" or candidate.label == "mediator_appointed":
            finer = finer_role(sentence, filled.mention.head, filled.role, words)
            if heads_a_delegation(sentence, filled.mention.head, words):
                finer = filled.role  # leads no mediation
            # "the EU's special adviser", "the president's adviser, Davutoglu" advise no party; "an American adviser to the rebels" does
            of_office = filled.mention.resolution.actor_type in OF_STATES or _is_official(sentence, mentions, filled)
            advises = finer == "adviser_to_party" and of_office
            filled.role = filled.role if advises else finer
        filled.role = as_watcher(sentence, candidate, filled, kept)
        if filled.role == "mediator" and candidate.label in group("one_sided") and _armed(filled):
            filled.role = "party"
        if filled.role == "mediator":
            filled.role = _mediator_role(sentence, candidate, filled, words)
        if candidate.label == "boycott" and filled.role == "initiator":
            filled.role = "boycotting"  # codebook 2.10: invited and stayed away


def _armed(filled: Filled) -> bool:
    """Whether an armed movement was read as who assists: whoever receives "Taliban envoys" meets a party."""
    return filled.mention.resolution.actor_type in ARMED


def _is_official(sentence: Sentence, mentions: Mentions, filled: Filled) -> bool:
    """Whether somebody acts for a state and is not told to advise another: "Sullivan, the national security adviser", "Baz, an adviser to the
    Egyptian president"."""
    found = filled.mention.resolution
    if found.actor is None or found.actor != found.country or filled.mention.sentence != sentence.index:
        return False
    near = (filled.mention.head, *sentence.dependents(filled.mention.head, "appos"))
    advised = [c for i in near for c in sentence.dependents(i, "nmod") if preposition(sentence, c) == "to"]
    own = any(mentions.at(sentence, c).actor == found.actor for c in advised)
    return own or (found.person is not None and not advised)


def _mediator_role(sentence: Sentence, candidate: Candidate, filled: Filled, words: ThirdPartyWords) -> str:
    """The codebook's word for this third party, by the verb or noun that ties it to the event (codebook 2.10)."""
    top = first_of(sentence, filled.mention.head)
    verb = first_of(sentence, sentence.tokens[top].head) if is_agent(sentence, top) else -1
    told = words.verb(sentence.tokens[sentence.tokens[top].head].lemma) if verb >= 0 else None
    if told and {verb, sentence.tokens[verb].head} & set(candidate.words):
        return told  # "facilitated by Norway and accompanied by Brazil"
    near = [
        *candidate.words,
        sentence.tokens[filled.mention.head].head,
        *(candidate.rule.anchor if candidate.rule else []),
    ]
    for i in near:
        if i >= 0:
            lemma = sentence.tokens[i].lemma.lower()
            role = words.verb(lemma) or words.functions.get(lemma) or words.nouns.get(lemma)
            if role in _MEDIATORS and role != "mediator":
                return role
    return "go_between" if candidate.label in group("errands") else "mediator"
