"""Who takes part in an event, in which role: the model's reading of the arguments joined with the slots of the tree.

The model scores each noun phrase for a family of roles (party, initiator, recipient, mediator ...); the ontology's
triggers give roles to grammatical slots. Where both speak, a role that the trigger's own wording fixes (broker, host,
excluded) wins, else the more certain one; `Filled.rule` says which decided.
"""

from __future__ import annotations

import msgspec

from dragoman.coder.at_the_table.attendance import with_attendance
from dragoman.coder.at_the_table.by_truce import by_deed
from dragoman.coder.at_the_table.coming import as_comers
from dragoman.coder.at_the_table.delegation_heads import as_their_delegation
from dragoman.coder.at_the_table.host_cities import states_of_host_cities
from dragoman.coder.at_the_table.named_mediator import with_named_mediator
from dragoman.coder.at_the_table.one_list import by_members, in_one_role
from dragoman.coder.at_the_table.one_side import lone_side
from dragoman.coder.at_the_table.own_ground import by_ground
from dragoman.coder.at_the_table.sides import between, none_mediates, paired, theirs
from dragoman.coder.at_the_table.third_parties import third_parties
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled, once_each, one_each, one_part
from dragoman.coder.draft.options import Thresholds
from dragoman.coder.draft.roles import ASSISTING, MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.draft.weighing import NoPart, Weighing
from dragoman.coder.draft.wording import in_command, own_words
from dragoman.coder.grammar.classes import OUT
from dragoman.coder.grammar.gapping import each_for_his_own
from dragoman.coder.grammar.phrases import names_nobody, preposition
from dragoman.coder.grammar.slots import verb_slots
from dragoman.coder.kept_out.sought_seats import only_seeks_entry
from dragoman.coder.names.coordination import hyphened, spelled_out
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.above_the_clause import above_the_clause
from dragoman.coder.taking_part.addressees import only_told_of
from dragoman.coder.taking_part.arguments import ROLES, read_arguments
from dragoman.coder.taking_part.asking import only_asks
from dragoman.coder.taking_part.belongings import with_owners
from dragoman.coder.taking_part.by_wording import by_wording, tells_again, turns_round
from dragoman.coder.taking_part.circumstances import is_circumstance
from dragoman.coder.taking_part.clauses import brings_about, set_apart
from dragoman.coder.taking_part.clauses_beside import in_clause_beside
from dragoman.coder.taking_part.deeds_of_others import with_doers
from dragoman.coder.taking_part.described_by import only_describes
from dragoman.coder.taking_part.done_about import does_something_about_it
from dragoman.coder.taking_part.finer_roles import to_finer_roles, with_functions
from dragoman.coder.taking_part.givers_and_takers import with_givers
from dragoman.coder.taking_part.grounds import only_ground
from dragoman.coder.taking_part.joined_clauses import without_joined_clauses
from dragoman.coder.taking_part.modifiers import tells_of_another
from dragoman.coder.taking_part.moved import without_moved
from dragoman.coder.taking_part.no_part import DOERS, misread
from dragoman.coder.taking_part.objects import with_objects
from dragoman.coder.taking_part.one_another import with_one_another
from dragoman.coder.taking_part.only_places import only_a_place
from dragoman.coder.taking_part.other_clauses import acts_in_another_clause
from dragoman.coder.taking_part.own_clause import named_elsewhere
from dragoman.coder.taking_part.own_doers import does_another_thing
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


def participants(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, read: list[Filled], scores: Floats, labels: list[str],
    limits: Thresholds, words: ThirdPartyWords, weighing: Weighing | None = None,
) -> list[Filled]:  # fmt: skip
    """Who takes part in which role; one entry for each actor and role, in order of the text."""
    note = weighing.kept if weighing is not None else _ignore
    kept = [f for f in read if f.role in ROLES and not _is_nobody(sentence, f)]
    _without_himself(sentence, mentions, candidate, kept)
    if candidate.label in group("offers"):
        for filled in kept:
            filled.role = "initiator" if filled.role in _IF_TAKEN_UP else filled.role
    note(kept)
    kept = [f for f in kept if not misread(sentence, f, candidate, words)]
    idle = own_words(sentence, candidate)
    bidden = in_command(sentence, candidate)
    kept = [f for f in kept if f.mention.head not in bidden and (f.mention.known or f.mention.head not in idle)]
    others = [
        k
        for i in candidate.words
        for v in (i, sentence.tokens[i].head)
        if v >= 0
        for k in each_for_his_own(sentence, v)[1]
    ]
    kept = [f for f in kept if f.mention.head not in others]
    note(kept, "acts or is acted on in another clause, or stands in the terms of the talks or text")
    if candidate.label in group("assisted") or candidate.label in group("staying_away"):
        for i, role, wording in third_parties(
            sentence, candidate.words, words, text=candidate.label in {*group("truces"), "ceasefire_called_for"}
        ):
            whole = mentions.meant(sentence, mentions.at(sentence, i))
            pair = hyphened(sentence, mentions, i)
            kept = [f for f in kept if not pair or not whole.first <= f.mention.head <= whole.last]
            for mention in pair or ([] if names_nobody(sentence, i) else [whole]):
                kept = [f for f in kept if not tells_again(sentence, f.mention, mention, words)]
                if candidate.label in group("assisted"):
                    kept.append(Filled(mention, role, 1.0, f"{TIED} '{wording}'"))
    if candidate.label in group("assisted") and candidate.label not in group("one_sided"):
        kept += between(sentence, mentions, candidate, kept, words)
        kept = theirs(sentence, mentions, candidate, kept, words) if candidate.label not in group("truces") else kept
        kept = paired(sentence, mentions, candidate, kept, words)
    note(kept, "tells the third party or the sides again")
    overruled = candidate.decided_by.startswith("rule over model")
    settles = (
        turns_round(candidate)
        or candidate.label in group("allegations")
        or (
            candidate.label in group("settled_by_wording")
            and candidate.ruling is not None
            and candidate.ruling.trigger.priority >= _SPECIFIC
        )
    )
    for filled in by_wording(sentence, mentions, candidate, words, anybody=settles):
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
    kept = [f for f in kept if f.mention in tied or not any(tells_again(sentence, f.mention, t, words) for t in tied)]
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
    kept = [f for f in kept if not above_the_clause(sentence, f, candidate, words)]
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
    kept = [f for f in kept if not does_another_thing(sentence, f, candidate, kept)]
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
    to_finer_roles(sentence, mentions, candidate, kept, words)
    kept = states_of_host_cities(sentence, mentions, kept)
    spelled = [msgspec.structs.replace(f, mention=m) for f in kept for m in spelled_out(sentence, mentions, f.mention)]
    spelled = [f for f in spelled if not only_tells_where(sentence, f, candidate)]
    result = sorted(one_each(spelled), key=lambda f: f.mention.first)
    note(spelled)
    note(result, "the same actor in the same role")
    return result


def _without_himself(sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled]) -> None:
    """Put who meets in place of a pronoun that was taken for him, though he meets others: "the co-chairs met both and plan to see them again"."""
    for f in kept:
        if not f.mention.pronoun or f.mention.sentence != sentence.index or f.mention.actor is None:
            continue
        verb = sentence.tokens[f.mention.head].head
        above = verb if verb in candidate.words else sentence.tokens[verb].head if verb >= 0 else -1
        if above not in candidate.words or preposition(sentence, f.mention.head) not in (None, "of", "with"):
            continue
        agents = [mentions.at(sentence, i) for i in verb_slots(sentence, above)["agent"] if i < f.mention.head]
        himself = next((m for m in agents if m.actor == f.mention.actor and not m.pronoun), None)
        if himself is not None and f.mention.head not in verb_slots(sentence, above)["agent"]:
            f.mention = himself


def _is_nobody(sentence: Sentence, filled: Filled) -> bool:
    """Whether somebody is "nobody" or "no one"; the model reads them as who does or does not do it."""
    head = filled.mention.head
    here = filled.mention.sentence == sentence.index and sentence.tokens[head].upos == "PRON"
    return here and filled.role not in OUT and names_nobody(sentence, head)


def _ignore(kept: list[Filled], why: str = "") -> None:
    """Nobody asked."""


def without_accuser(people: list[Filled], candidate: Candidate, speaker: AttributionStep) -> list[Filled]:
    """Participants without the one who tells of others' violence: "HRW accused the army of executions" makes no executioner of HRW."""
    if candidate.label not in group("violence") or speaker.mention is None:
        return people
    told = speaker.mention
    others = [f for f in people if not (f.mention.span.start >= told.start and f.mention.span.end <= told.end)]
    return others if any(f.role == "initiator" for f in others) else people
