"""Who is no side of the conflict, and who is not at the meeting: states over which it is not fought, vetoers, those who stay away."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from dragoman.actors import Knowledge, Resolution
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.grammar.classes import AT_TABLE
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.records import Document, EventMention, Participant

ACTING_FOR_STATE = frozenset({"GOV", "MIL", "LEG", "SPY"})
"""Sectors (PLOVER) of those who act for their state at talks; police and courts do not."""
_STATE = re.compile(r"[A-Z]{3}")
_BEGINNING = 600
"""Characters of a document that tell what conflict it is about."""


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
        if not found or not all(r.actor and r.actor == r.country and r.sector in ACTING_FOR_STATE for r in found):
            return False
        sides: set[str] = set()
        for text in (*texts, self._about):
            for name in names:
                text = text.replace(name, " ")
            sides.update(self._knowledge.conflict_countries(text, published=self._document.published))
        for office in offices:
            sides |= self._knowledge.states_at_odds(office, published=self._document.published)
        return not any(r.country in sides for r in found) if sides else unknown

    def foes(self, one: str, other: str) -> bool:
        """Whether two states, or a movement and somebody else, are on different sides of a conflict of the document's day.

        Two states are if the conflict is one between them alone: many have a part in those of others.
        """
        if _STATE.fullmatch(one) and _STATE.fullmatch(other):
            about = self._knowledge.conflict_countries(self._about, published=self._document.published)
            elsewhere = bool(about) and not {one, other} & set(about)  # two powers who speak of a war of others
            return not elsewhere and self.at_odds(one, other)
        return self.share_conflict(one, other)

    def at_odds(self, one: str, other: str) -> bool:
        """Whether two are foes by themselves, whatever conflict the document is about: two states, or a movement and somebody else."""
        if _STATE.fullmatch(one) and _STATE.fullmatch(other):
            return self._knowledge.conflict_between(one, other, self._document.published)
        return self.share_conflict(one, other)

    def share_conflict(self, one: str, other: str) -> bool:
        """Whether two fight in the same conflict of the document's day, however many others do."""
        return other in self._knowledge.opponents(one, self._document.published)

    def fights(self, actor: str | None) -> bool:
        """Whether somebody fights in a conflict of the document's day."""
        return actor is not None and bool(self._knowledge.opponents(actor, self._document.published))

    def of_document(self) -> set[str]:
        """The states in or over which the conflict is fought that the beginning of the document tells of; empty where it is unclear."""
        return set(self._knowledge.conflict_countries(self._about, published=self._document.published))

    def fought_over(self, text: str) -> set[str]:
        """The states in or over which the conflict is fought that some words, or the beginning of the document, tell of."""
        return self.of_document() | set(self._knowledge.conflict_countries(text, published=self._document.published))

    def names_war(self, text: str) -> bool:
        """Whether some words, or the beginning of the document, name a state over which the conflict is fought, and not only a city of talks."""
        named = self._knowledge.states_in(text) | self._knowledge.states_in(self._about)
        return bool(named & self.fought_over(text))

    def ever_at_odds(self, one: str, other: str) -> bool:
        """Whether two states have had a conflict between them at any day."""
        return self._knowledge.conflict_between(one, other)

    def fights_at_home(self, country: str) -> bool:
        """Whether a state fights a movement of its own country at the document's day."""
        return any(
            o.startswith(f"group:{country.lower()}-")
            for o in self._knowledge.opponents(country, self._document.published)
        )

    def clients(self, actor: str) -> frozenset[str]:
        """Ids of those whose patron a state is at the document's day."""
        return self._knowledge.clients(actor, self._document.published)

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The words of the document and its title in lower case, also without the endings of plurals and of the past ("mediated")."""
        found = re.findall(r"[\w-]+", f"{self._document.title or ''} {self._document.text}".lower())
        return frozenset([*found, *(w.removesuffix(end) for w in found for end in ("s", "d", "ed"))])

    def countries_in(self, text: str) -> set[str]:
        """Alpha-3 codes of the countries that words name, or over which the conflict is fought that they tell of."""
        found = self._knowledge.states_in(text)
        return found or set(self._knowledge.conflict_countries(text, published=self._document.published))

    def bystanders(self, people: Sequence[Participant], text: str) -> bool:
        """Whether all are known to be governments of states that are no side of the conflict that a sentence or the document tells of."""
        return self.outsiders([_as_resolved(p) for p in people], [text])


def met_outsider(candidate: Candidate, people: Sequence[Filled], sentence: Sentence, sides: Sides) -> bool:
    """Whether the mediator of a single-party consultation met the government of a state that is no side.

    "The envoy for Syria met the Russian foreign minister" is a consultation of third parties. The envoy's office tells the conflict
    where the sentence doesn't.
    """
    if candidate.label != "single_party_consultation":
        return False
    mediators = [f.mention for f in people if f.role in MEDIATORS]
    mediators = mediators or [f.mention for f in people if f.role == "participant"]
    met = [f.mention.resolution for f in people if f.role == "party"]
    persons = [(m.resolution.person, m.resolution.why) for m in mediators if m.resolution.person]
    names = [person.name.split()[-1] for person, _ in persons]
    names += [m.text.split()[-1] for m in mediators if m.resolution.person]  # as the text writes it
    here = [m.head for m in mediators if m.sentence == sentence.index]
    apposed = [i for head in here for i in sentence.dependents(head, "appos")]  # "its envoy, Lakhdar Brahimi"
    names += [
        sentence.tokens[max(sentence.subtree(i))].text for i in apposed if sentence.tokens[i].name.endswith("PER")
    ]
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
        if e.type in group("vetoed_meetings") and barred
        else e
        for e in events
    ]


def without_absent(events: list[EventMention], beside: AbstractSet[int]) -> list[EventMention]:
    """The events of one sentence; whoever stays away from a meeting told beside is no party to it: "neither sent anyone to the meeting".

    `beside`: where the triggers begin that hang below an act of staying away; "but held direct talks with Fatah" doesn't.
    """
    away = {
        p.mention for e in events if e.type in group("staying_away") and e.polarity == "affirmed"
        for p in e.participants if p.role == "boycotting" and p.mention
    }  # fmt: skip
    return [
        msgspec.structs.replace(
            e, participants=[p for p in e.participants if p.role not in AT_TABLE or p.mention not in away]
        )
        if away and e.type in group("shared_meetings") - group("turns_of_talks") and e.evidence.trigger.start in beside
        else e
        for e in events
    ]


def _as_resolved(participant: Participant) -> Resolution:
    return Resolution(actor=participant.actor, country=participant.country, sector=participant.sector)
