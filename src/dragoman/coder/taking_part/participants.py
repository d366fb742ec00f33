"""Who takes part in an event, in which role: the model's reading of the arguments joined with the slots of the tree.

The model scores each noun phrase for a family of roles (party, initiator, recipient, mediator ...); the ontology's
triggers give roles to grammatical slots. Where both speak, a role that the trigger's own wording fixes (broker, host,
excluded) wins, else the more certain one; `Filled.rule` says which decided.
"""

from __future__ import annotations

import msgspec

from dragoman.coder.at_the_table.attendance import with_attendance
from dragoman.coder.at_the_table.by_truce import by_deed
from dragoman.coder.at_the_table.coming import as_comers, as_watcher
from dragoman.coder.at_the_table.delegation_heads import as_their_delegation, heads_a_delegation
from dragoman.coder.at_the_table.functions import finer_role, leads_a_side
from dragoman.coder.at_the_table.host_cities import states_of_host_cities
from dragoman.coder.at_the_table.named_mediator import with_named_mediator
from dragoman.coder.at_the_table.one_list import by_members, in_one_role
from dragoman.coder.at_the_table.one_side import lone_side
from dragoman.coder.at_the_table.own_ground import by_ground
from dragoman.coder.at_the_table.sides import between, none_mediates, paired, theirs
from dragoman.coder.at_the_table.there_as import THE, denied, only_sought, stated
from dragoman.coder.at_the_table.third_parties import third_parties
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled, once_each, one_each, one_part
from dragoman.coder.draft.options import Thresholds
from dragoman.coder.draft.roles import ASSISTING, FINER, MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.draft.weighing import NoPart, Weighing
from dragoman.coder.draft.wording import in_command, own_words
from dragoman.coder.grammar.classes import OF_STATES
from dragoman.coder.grammar.not_there import said_of_others
from dragoman.coder.grammar.phrases import first_of, names_nobody, preposition
from dragoman.coder.grammar.slots import kept_object
from dragoman.coder.kept_out.denials import of_none
from dragoman.coder.kept_out.sought_seats import only_seeks_entry
from dragoman.coder.names.coordination import hyphened, spelled_out
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.addressees import only_told_of
from dragoman.coder.taking_part.arguments import ROLES, may_act, read_arguments
from dragoman.coder.taking_part.asking import only_asks
from dragoman.coder.taking_part.belongings import with_owners
from dragoman.coder.taking_part.circumstances import is_circumstance
from dragoman.coder.taking_part.clauses import (
    brings_about,
    fights_beside,
    only_attends,
    set_apart,
    spoken_about,
)
from dragoman.coder.taking_part.clauses_beside import in_clause_beside
from dragoman.coder.taking_part.deeds_of_others import with_doers
from dragoman.coder.taking_part.described_by import only_describes
from dragoman.coder.taking_part.done_about import does_something_about_it
from dragoman.coder.taking_part.givers_and_takers import with_givers
from dragoman.coder.taking_part.grounds import only_ground
from dragoman.coder.taking_part.joined_clauses import without_joined_clauses
from dragoman.coder.taking_part.modifiers import tells_of_another
from dragoman.coder.taking_part.moved import without_moved
from dragoman.coder.taking_part.no_part import ARMED, DOERS, misread, only_a_place
from dragoman.coder.taking_part.objects import with_objects
from dragoman.coder.taking_part.one_another import with_one_another
from dragoman.coder.taking_part.other_clauses import acts_in_another_clause
from dragoman.coder.taking_part.own_clause import is_agent, named_elsewhere
from dragoman.coder.taking_part.said_against import turned_on
from dragoman.coder.taking_part.struck_places import only_tells_where
from dragoman.coder.taking_part.things_of import by_source
from dragoman.coder.taking_part.times_apart import of_other_meeting
from dragoman.coder.taking_part.told_more_of import by_whom_it_tells_of
from dragoman.coder.taking_part.visits import without_visitors
from dragoman.coder.taking_part.who_speaks import refuser, who_says_so, who_tells_of_it
from dragoman.language.parse import Floats, Sentence
from dragoman.ontology import group
from dragoman.records import AttributionStep

__all__ = ["Filled", "once_each", "participants", "read_arguments"]
_IF_TAKEN_UP = MEDIATORS | {"convener"}
"""What the model reads of whoever offers or invites; the given codings call him the initiator in 31 of
44 invitations, as the ontology does, although codebook 2.10 has the convener issue them."""
_SPECIFIC = 4
_PAIR = 2
"""Least priority of a trigger that settles who sets a condition for whom."""
_MEDIATORS = MEDIATORS - {"lead_mediator"}


def participants(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, read: list[Filled], scores: Floats, labels: list[str],
    limits: Thresholds, words: ThirdPartyWords, weighing: Weighing | None = None,
) -> list[Filled]:  # fmt: skip
    """Who takes part in which role; one entry for each actor and role, in order of the text."""
    note = weighing.kept if weighing is not None else _ignore
    kept = [f for f in read if f.role in ROLES]
    if candidate.label in group("offers"):
        for filled in kept:
            filled.role = "initiator" if filled.role in _IF_TAKEN_UP else filled.role
    note(kept)
    kept = [f for f in kept if not misread(sentence, f, candidate, words)]
    idle = own_words(sentence, candidate)
    bidden = in_command(sentence, candidate)
    kept = [f for f in kept if f.mention.head not in bidden and (f.mention.known or f.mention.head not in idle)]
    note(kept, "acts or is acted on in another clause, or stands in the terms of the talks or text")
    if candidate.label in group("assisted") or candidate.label in group("staying_away"):
        for i, role, wording in third_parties(
            sentence, candidate.words, words, text=candidate.label in {*group("truces"), "ceasefire_called_for"}
        ):
            whole = mentions.meant(sentence, mentions.at(sentence, i))
            pair = hyphened(sentence, mentions, i)
            kept = [f for f in kept if not pair or not whole.first <= f.mention.head <= whole.last]
            for mention in pair or [whole]:
                kept = [f for f in kept if not _tells_again(sentence, f.mention, mention, words)]
                if candidate.label in group("assisted"):
                    kept.append(Filled(mention, role, 1.0, f"{TIED} '{wording}'"))
    if candidate.label in group("assisted") and candidate.label not in group("one_sided"):
        kept += between(sentence, mentions, candidate, kept, words)
        kept = theirs(sentence, mentions, candidate, kept, words) if candidate.label not in group("truces") else kept
        kept = paired(sentence, mentions, candidate, kept, words)
    note(kept, "tells the third party or the sides again")
    overruled = candidate.decided_by.startswith("rule over model")
    settles = candidate.label in group("allegations") or (
        candidate.label in group("settled_by_wording")
        and candidate.ruling is not None
        and candidate.ruling.trigger.priority >= _SPECIFIC
    )
    for filled in _by_rule(sentence, mentions, candidate, words, anybody=settles):
        existing = next((f for f in kept if f.mention.head == filled.mention.head), None)
        if filled.mention.head in candidate.words:
            continue
        if existing is not None:
            third = filled.role in ASSISTING or filled.role == "excluded"
            # Where the rule overruled the model on what happens, it knows better who does it, too.
            # The codebook or the wording settles who is accused (R27) or kept out.
            settled = settles or filled.role == "excluded"
            # Beside a third party that the wording names, who resumes or agrees to the talks is no other.
            side = filled.role == "party" and existing.role == "mediator" and any(f.rule.startswith(TIED) for f in kept)
            # Who does not invite another is not out himself.
            shuts = candidate.label in group("exclusions") and (filled.role, existing.role) == ("initiator", "excluded")
            if ((overruled or settled or side or shuts) and existing.rule == "model") or (
                third and existing.role == "mediator"
            ):
                existing.role, existing.rule = filled.role, filled.rule
            continue
        span = range(filled.mention.first, filled.mention.last + 1)
        some = 1.0 - float(scores[list(span), 0].mean())
        if overruled or some >= limits.rule_argument:
            filled.probability = max(some, limits.rule_argument)
            kept.append(filled)
        elif weighing is not None:
            why = "the rule's slot, but hardly an argument to the model"
            weighing.no_part.append(
                NoPart(filled.mention, filled.role, why, "rule_argument", some, limits.rule_argument)
            )
    if settles and any(f.role == "recipient" and f.rule != "model" for f in kept):
        # Beside the accused nobody else is one: whoever was shelled is not (R27); nor are the hostages asked to free themselves.
        kept = [f for f in kept if f.role != "recipient" or f.rule != "model"]
    note(kept, "the rule settles whom the act is against")
    tied = [f.mention for f in kept if f.rule.startswith(TIED)]
    kept = [f for f in kept if f.mention in tied or not any(_tells_again(sentence, f.mention, t, words) for t in tied)]
    note(kept, "tells the third party again")
    kept = [f for f in kept if not only_a_place(sentence, f, candidate, words)]
    kept = [
        f
        for f in kept
        if f.role in ("excluded", "boycotting")
        or not set_apart(sentence, f.mention.head)
        or any(
            f.mention.head in sentence.ancestors(i) for i in candidate.words
        )  # "without Qatar, which brokered the truce"
    ]
    kept = [
        f
        for f in kept
        if f.role not in DOERS | {"mediator"}
        or (f.role == "mediator" and brings_about(sentence, candidate.words, f.mention.head, words))
        or not only_asks(sentence, candidate.words, f.mention.head, words)
    ]
    note(kept, "place of the dateline, or where somebody goes or is attacked")
    kept = [f for f in kept if not acts_in_another_clause(sentence, f, candidate, words, kept)]
    lone = lone_side(sentence, candidate)
    if lone is not None:  # "one of the two sides": not the two
        kept = [f for f in kept if f.mention.head != lone and sentence.tokens[f.mention.head].head != lone]
    kept = [f for f in kept if not only_seeks_entry(sentence, f, candidate, words)]
    kept = by_whom_it_tells_of(sentence, mentions, candidate, kept, words)
    note(kept, "acts in the clause above, below or beside")
    kept = [f for f in kept if not does_something_about_it(sentence, f, candidate, words)]
    kept = [f for f in kept if not named_elsewhere(sentence, f, candidate, words, kept)]
    kept = [f for f in kept if not in_clause_beside(sentence, f, candidate, words)]
    kept = [f for f in kept if not of_other_meeting(sentence, f, candidate, words)]
    note(kept, "tells of it, reacts to it or stands in a clause beside, where its own names who takes part")
    kept = without_moved(sentence, candidate, kept, words)
    note(kept, "is moved by the act or answers to it")
    kept = [f for f in kept if not tells_of_another(sentence, f, candidate, mentions, words, kept)]
    note(kept, "tells where another is, what he is charged with or who backs him")
    kept = [f for f in kept if not is_circumstance(sentence, f, candidate, mentions, words, kept)]
    note(kept, "tells the occasion, or what somebody else did or suffered")
    kept = without_joined_clauses(sentence, mentions, candidate, kept, words)
    kept = [f for f in kept if not only_told_of(sentence, f, candidate, kept)]
    kept = [f for f in kept if not only_describes(sentence, f, candidate, mentions, words, kept)]
    note(kept, "stands in a clause joined to it, or in what another is told, or says more of him")
    kept = [f for f in kept if not only_ground(sentence, f, candidate, words, kept)]
    note(kept, "is only where it is done or told")
    kept = with_objects(sentence, mentions, candidate, with_owners(sentence, mentions, candidate, kept), words)
    kept = with_doers(sentence, mentions, candidate, kept, words)
    note(kept, "a place where it happens")
    if (speaker := refuser(sentence, candidate)) is not None and not any(f.role == "initiator" for f in kept):
        kept.append(Filled(mentions.at(sentence, speaker), "initiator", 1.0, "says that there will be no talks"))
    kept += [
        f for says in (who_says_so, who_tells_of_it) if (f := says(sentence, mentions, candidate, kept)) is not None
    ]
    kept = by_members(sentence, mentions, with_functions(sentence, mentions, candidate, kept, words), words)
    kept = with_named_mediator(sentence, mentions, candidate, kept, words)
    kept = one_part(sentence, with_attendance(sentence, mentions, candidate, kept, words), words)
    as_comers(sentence, candidate, kept, words)
    note(kept, "tells a participant again (title, “the two sides”)")
    kept = none_mediates(kept)
    as_their_delegation(sentence, mentions, candidate, kept, words)
    kept = without_visitors(sentence, candidate, in_one_role(sentence, kept, words), words)
    note(kept, "comes or goes before or after it, which only tells when it was")
    kept = by_deed(sentence, by_ground(sentence, kept, candidate, words), candidate, words)
    note(kept, "tells the venue, in whose capital, or who counts breaches")
    kept = by_source(sentence, candidate, turned_on(sentence, mentions, candidate, kept))
    kept = with_givers(sentence, mentions, candidate, kept, words)
    kept = with_one_another(sentence, mentions, candidate, kept)
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
    kept = states_of_host_cities(sentence, mentions, kept)
    spelled = [msgspec.structs.replace(f, mention=m) for f in kept for m in spelled_out(sentence, mentions, f.mention)]
    spelled = [f for f in spelled if not only_tells_where(sentence, f, candidate)]
    result = sorted(one_each(spelled), key=lambda f: f.mention.first)
    note(spelled)
    note(result, "the same actor in the same role")
    return result


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


def _ignore(kept: list[Filled], why: str = "") -> None:
    """Nobody asked."""


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


def _tells_again(sentence: Sentence, read: Mention, tied: Mention, words: ThirdPartyWords) -> bool:
    """Whether a phrase that was read is the third party tied to the event: the same words or fewer, or "mediation" with its "Omani"."""
    if not read.first <= tied.head <= read.last:
        return False
    token = sentence.tokens[read.head]
    act = token.lemma.lower() in words.nouns and token.mention not in ("person", "organization")
    return act or read.last - read.first <= tied.last - tied.first


def _by_rule(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, words: ThirdPartyWords, *, anybody: bool = False
) -> list[Filled]:
    """Fillers of the slots to which the trigger gives a role: known actors and pronouns, or `anybody` who can act; no events."""
    match = candidate.ruling
    if match is None:
        return []
    found, trigger = [], match.trigger
    others = said_of_others(sentence, match.anchor[0]) if trigger.exclusion is not None else []
    if trigger.exclusion is not None:
        for i in others or match.slots.get(trigger.exclusion.who, []):
            event = sentence.tokens[i].upos == "NOUN" and sentence.tokens[i].lemma.lower() in words.events
            both = mentions.counted(sentence, mentions.at(sentence, i)) > 0  # "neither group was invited"
            if (both or not names_nobody(sentence, i)) and not kept_object(sentence, i) and not event:
                found.append(Filled(mentions.at(sentence, i), "excluded", 1.0, trigger.id))
    for slot, role in trigger.roles.items():
        for i in of_none(sentence, match.slots.get(slot, [])) if role != "excluded" or not others else []:
            if sentence.tokens[i].upos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"):
                mention = mentions.at(sentence, i)
                if mentions.stands_by(sentence, i):
                    continue
                if candidate.label == "third_party_consultation" and spoken_about(sentence, candidate.words, i):
                    continue
                joins = mentions.counted(sentence, mention) > 0  # "urged both"
                if mention.known or mention.pronoun or joins or (anybody and may_act(sentence, mention)):
                    if role == "recipient" and fights_beside(sentence, i):
                        continue  # "fought on the president's side"
                    side = role in MEDIATORS and leads_a_side(sentence, i, words)  # "led the talks for Russia"
                    there = role == "party" and only_attends(sentence, candidate.words, i)
                    part = "party" if side else "participant" if there else role
                    found.append(Filled(mention, part, 1.0, trigger.id))
    return found


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


def without_accuser(people: list[Filled], candidate: Candidate, speaker: AttributionStep) -> list[Filled]:
    """Participants without the one who tells of others' violence: "HRW accused the army of executions" makes no executioner of HRW."""
    if candidate.label not in group("violence") or speaker.mention is None:
        return people
    told = speaker.mention
    others = [f for f in people if not (f.mention.span.start >= told.start and f.mention.span.end <= told.end)]
    return others if any(f.role == "initiator" for f in others) else people
