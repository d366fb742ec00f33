"""What is at stake for a speaker in what he tells (codebook 1.4, `stake`; read by rule 2.4 of factuality and by the measures).

Decided for each step of a chain whose actor is known, once the participants are. The first that fits holds:

- `excluded_actor`: the actor is kept out of the event (role `excluded`; who stays away of its own will speaks of itself).
- `self_reporting`: it tells of its own part. That is the part of whoever acts (initiator, mediator, host, guarantor ...), and of a
  party or participant of a meeting or text that nobody else initiated, where the words make it the doer ("we held talks") or no third
  party assists (gold row G4).
- `counterpart`: it takes part, but what is told is somebody else's act: a recipient, a party of talks that another one left, a
  party that tells of the mediator, or whoever accuses another. So is who fights in a conflict with one of the sides, though the
  sentence does not count it among them ("Israel left the talks, Hamas said"), and the patron of a side (codebook 1.7 `patron_of`),
  both at the day of publication.
- `rival_broker`: without a part in the event, it was told earlier in the document to mediate, convene or host on another track: one of
  another name, or where no name is told one without the third parties of this one.
- `bystander`: none of these. Media are bystanders; those of a state or party are left open (null), for whose part they take is not told.

Null where the actor is unknown, and where no participant is known, so that nobody's part is told. A speaker for a government has no
part in what its armed opposition does, though they may share a code.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.actors import Knowledge
from dragoman.coder.draft.roles import ASSISTING, MEDIATORS
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon
from dragoman.records import AttributionStep, EventMention, Participant

_ACTING = ASSISTING | {"initiator", "boycotting", "endorser", "sponsor", "monitor"}
"""Roles of whoever does what is told."""
_BESIDE = frozenset({"party", "participant", "observer", "witness", "accompanier", "adviser_to_party"})
"""Roles in a meeting or text that all share."""
_LEADING = MEDIATORS | {"convener", "host"}
_TOWARDS = frozenset({"party", "initiator", "recipient"})
_ONE_SIDED = frozenset({"state_media", "party_or_group_media", "government"})
_OFFICIAL = frozenset({"named_official", "unnamed_official"})
_OF_PARTY = frozenset({"named_party", "unnamed_party"})


def with_stakes(
    event: EventMention, sentence: Sentence, earlier: Sequence[EventMention], knowledge: Knowledge
) -> EventMention:
    """The event with the stake of each step of its chain.

    Args:
        sentence: the event's.
        earlier: events told before it in the document.
    """
    if all(step.actor is None for step in event.attribution) or all(p.actor is None for p in event.participants):
        return event
    steps = [
        msgspec.structs.replace(step, stake=_stake(step, event, sentence, earlier, knowledge)) if step.actor else step
        for step in event.attribution
    ]
    return msgspec.structs.replace(event, attribution=steps)


def _stake(
    step: AttributionStep, event: EventMention, sentence: Sentence, earlier: Sequence[EventMention], knowledge: Knowledge
) -> str | None:  # fmt: skip
    outlet = knowledge.entries.outlets.get(step.actor or "")
    if outlet is not None:
        return None if outlet.outlet_type in _ONE_SIDED else "bystander"
    own = _of(step, event.participants)
    roles = {p.role for p in own}
    if "excluded" in roles:
        return "excluded_actor"
    if "initiator" in roles and (event.type in group("allegations") or event.plover.event == "ACCUSE"):
        return "counterpart"
    if any(p.role in _ACTING and not _only_speaks(step, p, event, sentence) for p in own):
        return "self_reporting"
    if roles & _BESIDE:
        return "self_reporting" if _tells_of_itself(own, event, sentence) else "counterpart"
    if roles:
        return "counterpart"
    sides = [p for p in event.participants if p.actor and p.role in _TOWARDS]
    actor, day = step.actor or "", event.document.published
    involved = {actor} | knowledge.opponents(actor, day) | knowledge.clients(actor, day)
    if any(p.actor in involved for p in sides):
        return "counterpart"
    return "rival_broker" if _leads_another(step, event, earlier) else "bystander"


def _of(step: AttributionStep, participants: Iterable[Participant]) -> list[Participant]:
    """The participants for whom a step speaks."""
    return [p for p in participants if p.actor == step.actor and not _opposed(step, p)]


def _opposed(step: AttributionStep, participant: Participant) -> bool:
    """Whether one of a speaker and a participant is of the state and the other of those who fight it."""
    side = lexicon.load().source_words.named.get(participant.sector or "")
    if step.source_type in _OFFICIAL:
        return side in _OF_PARTY
    return step.source_type in _OF_PARTY and side in _OFFICIAL


def _only_speaks(step: AttributionStep, participant: Participant, event: EventMention, sentence: Sentence) -> bool:
    """Whether a participant was read off the words that name the speaker, though the event's clause tells of another who does the same:
    "The rebels said the army had left" tells of no act of the rebels, "Kerry said the truce must hold" of Kerry's call."""
    told, spoken = participant.mention, step.mention
    if told is None or spoken is None or told.end <= spoken.start or spoken.end <= told.start:
        return False
    others = any(p.role == participant.role and p.actor != participant.actor for p in event.participants)
    return others and not _is_doer(participant, event, sentence)


def _tells_of_itself(own: list[Participant], event: EventMention, sentence: Sentence) -> bool:
    """Whether a meeting or text in which the speaker shares is told as its own doing."""
    others = [p for p in event.participants if p not in own]
    if any(p.role == "initiator" for p in others):
        return False
    if not any(p.role in ASSISTING for p in others):
        return True
    return any(_is_doer(p, event, sentence) for p in own)


def _is_doer(participant: Participant, event: EventMention, sentence: Sentence) -> bool:
    """Whether a participant's words are the subject or possessor of the event or of a verb above it in the same clause."""
    tokens, told, trigger = sentence.tokens, participant.mention, event.evidence.trigger
    if told is None:
        return False
    inside = [t.i for t in tokens if told.start <= t.start and t.end <= told.end]
    head = next((i for i in inside if tokens[i].head not in inside), None)
    words = [t.i for t in tokens if trigger.start <= t.start and t.end <= trigger.end]
    if head is None or not words:
        return False
    while matches(tokens[head].relation, ("conj",)) and tokens[head].head >= 0:
        head = tokens[head].head
    if tokens[head].relation not in ("nsubj", "nmod:poss"):
        return False
    clause = set(words)
    i = words[-1]
    while tokens[i].head >= 0 and not matches(tokens[i].relation, ("ccomp", "parataxis")):
        i = tokens[i].head
        clause.add(i)
    return tokens[head].head in clause


def _leads_another(step: AttributionStep, event: EventMention, earlier: Sequence[EventMention]) -> bool:
    """Whether the speaker was told before to lead a track that is not this event's."""
    leaders = {p.actor for p in event.participants if p.role in _LEADING and p.actor}
    if not leaders and event.track is None:
        return False  # whose track this is remains unknown
    for other in earlier:
        if other.polarity != "affirmed" or not any(p.role in _LEADING for p in _of(step, other.participants)):
            continue
        if other.track and event.track:
            if other.track != event.track:
                return True
        elif leaders and not leaders & {p.actor for p in other.participants if p.role in _LEADING}:
            return True
    return False
