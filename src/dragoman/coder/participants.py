"""Who takes part in an event, in which role: the model's reading of the arguments joined with the slots of the tree.

The model scores each noun phrase for a family of roles (party, initiator, recipient, mediator ...); the ontology's
triggers give roles to grammatical slots. Where both speak, a role that the trigger's own wording fixes (broker, host,
excluded) wins, else the more certain one; `Filled.rule` says which decided.
"""

from __future__ import annotations

import msgspec

from dragoman.coder.arguments import ROLES, may_act, read_arguments
from dragoman.coder.clauses import (
    acts_elsewhere,
    done_to_elsewhere,
    fights_beside,
    only_asks,
    only_attends,
    only_comments,
    received_before,
    set_apart,
    sits_with_another,
    spoken_about,
)
from dragoman.coder.coordination import spelled_out
from dragoman.coder.filled import TIED, Filled, once_each, one_each, one_part
from dragoman.coder.functions import (
    FINER,
    answers_it,
    assists_beside,
    denied,
    finer_role,
    in_terms,
    kept_apart,
    leads_a_side,
    of_duty,
    stated,
)
from dragoman.coder.judge import Candidate
from dragoman.coder.mentions import Mention, Mentions
from dragoman.coder.options import Thresholds
from dragoman.coder.phrases import names_nobody, preposition
from dragoman.coder.roles import ASSISTING, MEDIATORS
from dragoman.coder.sides import between, theirs
from dragoman.coder.third_parties import ThirdPartyWords, third_parties
from dragoman.coder.weighing import NoPart, Weighing
from dragoman.language.parse import Floats, Sentence, matches
from dragoman.ontology import group
from dragoman.records import AttributionStep
from dragoman.text.dateline import dateline

__all__ = ["Filled", "once_each", "participants", "read_arguments"]

_IF_TAKEN_UP = MEDIATORS | {"convener"}
"""What the model reads of whoever offers or invites; the given codings call him the initiator in 31 of
44 invitations, as the ontology does, although codebook 2.10 has the convener issue them."""
_SPECIFIC = 4
"""Least priority of a trigger that settles who sets a condition for whom."""
_WHERE = frozenset({"in", "at", "to", "near", "outside"})
_MEDIATORS = MEDIATORS - {"lead_mediator"}
_BESIDE = frozenset({"mediator", "host", "convener", "guarantor", "observer", "participant"})
"""Families of roles that the model gives to whoever is no side."""
_ARMED = frozenset({"armed_group", "umbrella"})
_DOERS = frozenset({"initiator", "boycotting", "observer", "guarantor", "party"})
"""Roles of who acts: of ten that the model gave to the subject of a clause joined to the event's, two were right, of 27 to that of a
clause below or above it with "when", "as" and the like seven (development half)."""
_SIDES = frozenset({"party", "participant", "initiator"})
_THERE = _SIDES | MEDIATORS
"""Roles that nobody has by being where it happens."""
_COMING = frozenset({"party", "mediator", "observer", "host"})
_AWAY = frozenset({"boycotting", "excluded", "initiator"})
_GUESTS = frozenset({"recipient", "party", "participant"})


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
    kept = [f for f in kept if not _misread(sentence, f, candidate, words)]
    note(kept, "acts or is acted on in another clause, or stands in the terms of the talks or text")
    if candidate.label in group("assisted") or candidate.label in group("staying_away"):
        for i, role, wording in third_parties(
            sentence, candidate.words, words, text=candidate.label in group("truces")
        ):
            mention = mentions.at(sentence, i)
            kept = [f for f in kept if not _tells_again(sentence, f.mention, mention, words)]
            if candidate.label in group("assisted"):
                kept.append(Filled(mention, role, 1.0, f"{TIED} '{wording}'"))
    if candidate.label in group("assisted") and candidate.label not in group("one_sided"):
        kept += between(sentence, mentions, candidate, kept, words)
        kept = theirs(sentence, mentions, candidate, kept, words) if candidate.label not in group("truces") else kept
    note(kept, "tells the third party or the sides again")
    overruled = candidate.decided_by.startswith("rule over model")
    settles = candidate.label in group("allegations") or (
        candidate.label in group("settled_by_wording")
        and candidate.ruling is not None
        and candidate.ruling.trigger.priority >= _SPECIFIC
    )
    for filled in _by_rule(sentence, mentions, candidate, anybody=settles):
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
            if ((overruled or settled or side) and existing.rule == "model") or (third and existing.role == "mediator"):
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
    kept = [f for f in kept if not _in_dateline(sentence, f.mention) and not _goes_there(sentence, f, candidate)]
    kept = [f for f in kept if not _names_ground(sentence, f, candidate, words)]
    kept = [f for f in kept if not _struck_there(sentence, f, candidate)]
    kept = [f for f in kept if f.role in ("excluded", "boycotting") or not set_apart(sentence, f.mention.head)]
    kept = [f for f in kept if f.role not in _DOERS or not only_asks(sentence, candidate.words, f.mention.head, words)]
    note(kept, "place of the dateline, or where somebody goes or is attacked")
    kept = one_part(sentence, with_functions(sentence, mentions, candidate, kept, words), words)
    note(kept, "tells a participant again (title, “the two sides”)")
    for filled in kept:
        if filled.rule == "model" or candidate.label == "mediator_appointed":
            filled.role = finer_role(sentence, filled.mention.head, filled.role, words)
        if filled.role == "mediator" and candidate.label in group("one_sided") and _armed(filled):
            filled.role = "party"
        if filled.role == "mediator":
            filled.role = _mediator_role(sentence, candidate, filled, words)
        if candidate.label == "boycott" and filled.role == "initiator":
            filled.role = "boycotting"  # codebook 2.10: invited and stayed away
    spelled = [msgspec.structs.replace(f, mention=m) for f in kept for m in spelled_out(sentence, mentions, f.mention)]
    result = sorted(one_each(spelled), key=lambda f: f.mention.first)
    note(spelled)
    note(result, "the same actor in the same role")
    return result


def _armed(filled: Filled) -> bool:
    """Whether an armed movement was read as who assists: whoever receives "Taliban envoys" meets a party."""
    return filled.mention.resolution.actor_type in _ARMED


def _ignore(kept: list[Filled], why: str = "") -> None:
    """Nobody asked."""


def _misread(sentence: Sentence, read: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
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
    if read.role in _DOERS and acts_elsewhere(sentence, candidate.words, head):
        return True
    if (
        read.role == "initiator"
        and candidate.label in group("staying_away")
        and only_comments(sentence, candidate.words, head, words.judging)
    ):
        return True
    if read.role in _DOERS | MEDIATORS and received_before(sentence, candidate.words, head):
        return True
    if (read.mention.actor or "").startswith("outlet:") and read.role == "initiator":
        return sentence.tokens[head].head not in candidate.words  # who reports what others do
    if read.role == "recipient" and candidate.label in group("violence") and fights_beside(sentence, head):
        return True
    if (
        candidate.label in group("talks_of_parties")
        and read.role in _COMING
        and only_attends(sentence, candidate.words, head)
    ):
        read.role = "participant"
    away = candidate.label in group("staying_away") or candidate.label in group("exclusions")
    if away and read.role in _AWAY and sits_with_another(sentence, candidate.words, head):
        return True
    if (
        read.role in _SIDES
        and candidate.label in group("about_matters")
        and spoken_about(sentence, candidate.words, head)
    ):
        return True
    if read.role == "initiator" and candidate.label in group("answered"):
        read.role = "recipient" if answers_it(sentence, candidate.words, read.mention.head, words) else "initiator"
    if read.role not in _BESIDE:
        return False
    if read.role == "mediator" and of_duty(sentence, read.mention, words):
        return True
    if kept_apart(sentence, read.mention.head, words) or leads_a_side(sentence, read.mention.head, words):
        read.role = "party"
    return read.role != "party" and in_terms(sentence, read.mention.head, words)


def _in_dateline(sentence: Sentence, mention: Mention) -> bool:
    """Whether a phrase is the place before the first sentence ("KUALA LUMPUR -"), which is nobody's part in anything."""
    line = dateline(sentence.text) if sentence.index == 0 and mention.sentence == 0 else None
    return line is not None and mention.end - sentence.start <= line.end


def _goes_there(sentence: Sentence, filled: Filled, candidate: Candidate) -> bool:
    """Whether a city that was read as kept out, as a guest or as a side is only where somebody is or goes: "a delegation sent to Doha was
    turned away", "invited both sides to Nairobi", "met the commissioner in Addis Ababa"."""
    head = first = filled.mention.head
    while sentence.tokens[first].relation == "conj" and preposition(sentence, first) is None:
        first = sentence.tokens[first].head  # "in Sanaa, Riyadh and Cairo"
    case = preposition(sentence, first)
    where = (
        filled.role == "excluded"
        or (case == "to" and filled.role in _GUESTS and candidate.label in group("seats"))
        or (case in ("in", "at") and filled.role in _THERE and candidate.label in group("about_matters"))
    )
    if not where or case not in _WHERE:
        return False
    found = filled.mention.resolution
    place = sentence.tokens[head].name[2:] == "LOC"
    # "facilitated by Norway in Cuba": a state is only where it happens, too, unless it is said to host
    return found.place is not None or (place and (found.actor is None or filled.role in _THERE))


def _names_ground(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase only tells what island or camp somebody is from or in, or what paper it is: "from the Indonesian island of Ambon",
    "breached the UN arms embargo"."""
    token = sentence.tokens[filled.mention.head]
    if token.head < 0 or token.head in candidate.words:
        return False
    above = sentence.tokens[token.head]
    if above.lemma.lower() in words.papers:
        return matches(token.relation, ("amod", "compound")) and filled.role != "initiator"
    ground = above.lemma.lower() in words.grounds and above.upos == "NOUN" and filled.role in _THERE
    return ground and matches(token.relation, ("amod", "compound", "nmod")) and token.relation != "nmod:poss"


def _struck_there(sentence: Sentence, filled: Filled, candidate: Candidate) -> bool:
    """Whether a city was read as who attacks although the attack is called after it: "the Kabul bombing", "the Paris attacks"."""
    token = sentence.tokens[filled.mention.head]
    called_after = token.head in candidate.words and matches(token.relation, ("compound", "amod", "nmod:desc"))
    if candidate.label not in group("violence") or filled.role != "initiator" or not called_after:
        return False
    return filled.mention.resolution.place is not None


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
    for i, (role, wording) in stated(sentence, words).items():
        if i in above:
            continue  # "the envoy, who brokered the truce, came as an observer": to something else
        same = [f for f in result if f.mention.first <= i <= f.mention.last]
        for f in same:
            if f.role == "guarantor" and role == "witness":
                continue  # "in the presence of the guarantors"
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


def _by_rule(sentence: Sentence, mentions: Mentions, candidate: Candidate, *, anybody: bool = False) -> list[Filled]:
    """Fillers of the slots to which the trigger gives a role: known actors and pronouns, or `anybody` who can act."""
    match = candidate.ruling
    if match is None:
        return []
    found, trigger = [], match.trigger
    if trigger.exclusion is not None:
        for i in match.slots.get(trigger.exclusion.who, []):
            if not names_nobody(sentence, i):
                found.append(Filled(mentions.at(sentence, i), "excluded", 1.0, trigger.id))
    for slot, role in trigger.roles.items():
        for i in match.slots.get(slot, []):
            if sentence.tokens[i].upos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
                mention = mentions.at(sentence, i)
                if mentions.stands_by(sentence, i):
                    continue
                if mention.known or mention.pronoun or (anybody and may_act(sentence, mention)):
                    found.append(Filled(mention, role, 1.0, trigger.id))
    return found


def _mediator_role(sentence: Sentence, candidate: Candidate, filled: Filled, words: ThirdPartyWords) -> str:
    """The codebook's word for this third party, by the verb or noun that ties it to the event (codebook 2.10)."""
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
