"""What kind of meeting it is by who takes part in it (codebook R1): mediated or direct, of a mediator with a party or with an outsider."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.actors import Knowledge, Resolution
from dragoman.coder.judge import Candidate
from dragoman.coder.participants import Filled
from dragoman.coder.slots import verb_slots
from dragoman.coder.third_parties import ThirdPartyWords
from dragoman.language.parse import Sentence
from dragoman.records import Document, EventMention, Participant

MEDIATORS = frozenset({"mediator", "lead_mediator", "co_mediator", "facilitator", "broker", "go_between"})
ASSISTANTS = MEDIATORS | {"convener", "host", "venue_state", "guarantor", "observer", "monitor", "witness"}
MEETINGS = frozenset({
    "mediated_talks", "proximity_talks", "shuttle_round", "direct_negotiation", "preparatory_talks", "international_conference",
})  # fmt: skip
_GATHER = frozenset({"meet", "confer", "gather", "convene"})
_BEGINNING = 600
"""Characters of a document that tell what conflict it is about."""
_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "SPY"})


def meeting_type(
    candidate: Candidate,
    people: Sequence[Filled],
    sentence: Sentence,
    earlier: Sequence[EventMention],
    words: ThirdPartyWords,
) -> str:
    """The candidate's label, mended where it says that talks are mediated or direct and those who take part say otherwise.

    Talks with a mediator are mediated. Talks for which neither the sentence nor the talks of the same parties before name anybody who
    assists are direct, unless the wording itself is one of mediation.
    """
    roles = {f.role for f in people}
    if candidate.label == "direct_negotiation" and roles & MEDIATORS:
        return "mediated_talks"
    if candidate.label == "mediated_talks" and _among_themselves(candidate, people, sentence):
        return "third_party_consultation"
    if (
        candidate.label != "mediated_talks"
        or roles & ASSISTANTS
        or "direct_negotiation" not in (candidate.overruled, _rule_type(candidate))
    ):
        return candidate.label
    if any(words.tells_of_mediation(t.lemma) for t in sentence.tokens) or _mediated_before(people, earlier):
        return candidate.label
    return "direct_negotiation"


def _among_themselves(candidate: Candidate, people: Sequence[Filled], sentence: Sentence) -> bool:
    """Whether those who "met" are all third parties: "the Qatari and Egyptian mediators met in Cairo" (R1)."""
    verb = candidate.words[0]
    if sentence.tokens[verb].lemma.lower() not in _GATHER or any(f.role not in MEDIATORS for f in people):
        return False
    subjects = set(verb_slots(sentence, verb)["agent"])
    return len(people) > 1 and all({f.mention.head, *sentence.ancestors(f.mention.head)} & subjects for f in people)


def _rule_type(candidate: Candidate) -> str | None:
    return candidate.rule.trigger.type if candidate.rule is not None else None


def _mediated_before(people: Sequence[Filled], earlier: Sequence[EventMention]) -> bool:
    """Whether the text has told of somebody who assists these parties, or parties that are not named here."""
    parties = {f.mention.resolution.actor for f in people if f.role == "party"} - {None}
    for event in earlier:
        others = {p.actor for p in event.participants if p.role == "party"} - {None}
        if any(p.role in MEDIATORS for p in event.participants) and (not parties or not others or parties & others):
            return True
    return False


class Sides:
    """Which states are sides of the conflict that a document or a sentence tells of, by the table of conflicts."""

    def __init__(self, document: Document, knowledge: Knowledge) -> None:
        self._document, self._knowledge = document, knowledge
        self._about = " ".join(filter(None, (document.title, document.text[:_BEGINNING])))

    def outsiders(
        self,
        found: Sequence[Resolution],
        texts: Sequence[str],
        *,
        names: Sequence[str] = (),
        offices: Sequence[str] = (),
        unknown: bool = False,
    ) -> bool:
        """Whether all are governments of states in or over which the conflict is not fought.

        Args:
            texts: what may tell the conflict beside the beginning of the document; it must not be fought over them by any of these.
            names: words that don't count: whoever mediates in many conflicts stands for none.
            offices: what the mediators are charged with; the states named there and their adversaries are sides, too.
            unknown: the answer where it is not known which conflict it is.
        """
        if not found or not all(r.actor and r.actor == r.country and r.sector in _STATE_SECTORS for r in found):
            return False
        sides: set[str] = set()
        for text in (*texts, self._about):
            for name in names:
                text = text.replace(name, " ")
            sides.update(self._knowledge.conflict_countries(text, published=self._document.published))
        for office in offices:
            sides |= self._knowledge.states_at_odds(office, published=self._document.published)
        return not any(r.country in sides for r in found) if sides else unknown


def met_outsider(candidate: Candidate, people: Sequence[Filled], sentence: Sentence, sides: Sides) -> bool:
    """Whether the mediator of a single-party consultation met the government of a state that is no side.

    "The envoy for Syria met the Russian foreign minister" is a consultation of third parties. The envoy's office tells the conflict
    where the sentence doesn't.
    """
    if candidate.label != "single_party_consultation":
        return False
    mediators = [f.mention for f in people if f.role in MEDIATORS]
    met = [f.mention.resolution for f in people if f.role == "party"]
    persons = [(m.resolution.person, m.resolution.why) for m in mediators if m.resolution.person]
    names = [person.name.split()[-1] for person, _ in persons]
    offices = [why.partition(" for ")[2] for person, why in persons if person.office == "special_envoy"]
    return bool(mediators) and sides.outsiders(met, [sentence.text], names=names, offices=offices)


def without_outside_vetoers(events: list[EventMention], sides: Sides) -> list[EventMention]:
    """The events of one sentence; whoever vetoes somebody's seat at the talks doesn't mediate them, and is no party where it is no side."""
    vetoers = [
        p
        for e in events
        if e.type == "participant_vetoed"
        for p in e.participants
        if p.role == "initiator" and p.mention
    ]
    barred = {("mediator", p.mention) for p in vetoers}
    text = events[0].evidence.text if events else ""
    barred |= {("party", p.mention) for p in vetoers if sides.outsiders([_as_resolved(p)], [text], unknown=True)}
    return [
        msgspec.structs.replace(e, participants=[p for p in e.participants if (p.role, p.mention) not in barred])
        if e.type in MEETINGS and barred
        else e
        for e in events
    ]


def _as_resolved(participant: Participant) -> Resolution:
    return Resolution(actor=participant.actor, country=participant.country, sector=participant.sector)
