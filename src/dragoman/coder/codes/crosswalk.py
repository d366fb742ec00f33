"""PLOVER event, mode and contexts and the CAMEO code of a mention (codebook section 3): the one place that decides them.

The codes of the type or category hold unless a variant does: the first to set a value wins, in the order wording of the trigger,
variants of the whole crosswalk (`ontology/crosswalk.yaml`), variants of the type. Contexts that the words of the clause show
(`lexicon/contexts.yaml`) are added. What no one of them tells stays null.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import msgspec

from dragoman.coder.codes.contexts import ContextWords
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.roles import ASSISTING, HOSTS
from dragoman.coder.draft.surroundings import SCOPES, Surroundings
from dragoman.language.parse import Sentence
from dragoman.ontology import Ontology
from dragoman.ontology.schema import Case, EventType, ThirdParties, Variant
from dragoman.records import Participant, Plover, Venue

_OF_MENTION = ("status", "tense", "roles", "hosted", "initiator", "addressees", *SCOPES)
"""Keys of a case that ask for the mention; type and category are settled before. Cheap ones first."""

Outsiders = Callable[[Sequence[Participant]], bool]
"""Whether all of them are known to be no side of the conflict that the document tells of."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a mention says, as far as its codes depend on it; `outsiders` is asked only where roles and kinds leave it open."""

    sentence: Sentence
    candidate: Candidate
    type: str | None
    status: str
    tense: str
    participants: Sequence[Participant]
    venue: Venue | None
    outsiders: Outsiders


class _Rule(msgspec.Struct, frozen=True):
    """A variant that may hold for a label: what it sets, what of a mention has to hold, and what must not."""

    sets: dict[str, Any]
    asks: tuple[tuple[str, Any], ...]
    bars: tuple[tuple[str, Any], ...]


class Crosswalk:
    """The codes of an ontology's types and categories, with their variants."""

    def __init__(self, ontology: Ontology, contexts: ContextWords) -> None:
        self._ontology, self._contexts = ontology, contexts
        self._rules: dict[str, list[_Rule]] = {}

    def codes(self, told: Told) -> tuple[Plover, str | None]:
        """PLOVER codes and CAMEO code of a mention. A type or category that the ontology lacks has none but its name."""
        ontology, label = self._ontology, told.candidate.label
        entry = ontology.types.get(label) if told.type else ontology.categories.get(label)
        if entry is None:
            return Plover(event=None if told.type else label), None
        case = _Mention(told, ontology.third_parties)
        found: dict[str, Any] = {}
        rule = told.candidate.ruling
        if rule is not None:
            own = {"mode": rule.trigger.mode, "context": rule.trigger.context, "cameo": rule.trigger.cameo}
            found = {key: value for key, value in own.items() if value}
        for variant in self._rules_of(entry):
            if not variant.sets.keys() <= found.keys() and case.fulfils(variant):
                found = {**variant.sets, **found}
        base = entry.plover
        codes = {"event": base.event, "mode": base.mode, "context": base.context, "cameo": entry.cameo, **found}
        contexts = [*codes["context"], *self._contexts.of(told.sentence, case.around.words("clause"))]
        plover = Plover(event=codes["event"], mode=codes["mode"], context=list(dict.fromkeys(contexts)))
        return plover, codes["cameo"]

    def _rules_of(self, entry: EventType) -> list[_Rule]:
        """The variants that a type or category may fulfil, in the order of asking."""
        if entry.name not in self._rules:
            every = (*self._ontology.variants, *entry.variants)
            self._rules[entry.name] = [_rule(v) for v in every if _may_hold(v.when, entry)]
        return self._rules[entry.name]


def _may_hold(case: Case, entry: EventType) -> bool:
    """Whether what a case asks of the type and its category holds."""
    return (
        (case.type is None or entry.type in case.type)
        and (case.event is None or entry.plover.event in case.event)
        and (case.typed is None or case.typed == (entry.type is not None))
    )


def _rule(variant: Variant) -> _Rule:
    sets = {key: getattr(variant, key) for key in ("event", "mode", "context", "cameo")}
    bars = () if variant.unless is None else _asked(variant.unless)
    return _Rule({key: v for key, v in sets.items() if v is not msgspec.UNSET}, _asked(variant.when), bars)


def _asked(case: Case) -> tuple[tuple[str, Any], ...]:
    told = {key: getattr(case, key) for key in _OF_MENTION}
    return tuple((key, value) for key, value in told.items() if value is not None)


class _Mention:
    """One mention as cases look at it; words and actors are looked up once."""

    def __init__(self, told: Told, third_parties: ThirdParties) -> None:
        self._told, self._third_parties = told, third_parties
        self.around = Surroundings(told.sentence, told.candidate)

    def fulfils(self, rule: _Rule) -> bool:
        """Whether all that a variant asks for holds, and nothing that it bars."""
        return all(self._holds(*asked) for asked in rule.asks) and not any(self._holds(*barred) for barred in rule.bars)

    def _holds(self, key: str, value: Any) -> bool:
        told = self._told
        if key in SCOPES:
            return self.around.has(key, value)
        if key in ("status", "tense"):
            return getattr(told, key) in value
        if key == "roles":
            return any(p.role in value for p in told.participants)
        if key == "initiator":
            return bool(self._initiator == value)
        if key == "addressees":
            return bool(self._addressees >= value)
        return self._hosted is value

    # --- who takes part --------------------------------------------------------------------------------------------

    def _with(self, *roles: str) -> list[Participant]:
        return [p for p in self._told.participants if p.role in roles]

    @cached_property
    def _addressees(self) -> int:
        """Number of others to whom the act is addressed, each once; "both sides" are two."""
        acting = {_who(p) for p in self._with("initiator")}
        others = {_who(p): p for p in self._with("recipient", "party") if _who(p) not in acting}
        return sum(2 if self._last_word(p) & self._third_parties.several else 1 for p in others.values())

    @cached_property
    def _initiator(self) -> str | None:
        """Who acts: a third party by role, kind, name, or since it is no side of the conflict; a party by role; else unknown."""
        initiators = self._with("initiator")
        if not initiators:
            return "third_party" if self._with(*ASSISTING) else None
        assisting = {_who(p) for p in self._with(*ASSISTING)}
        parties = {_who(p) for p in self._with("party")}
        if any(_who(p) in parties - assisting for p in initiators):
            return "party"
        if all(_who(p) in assisting or self._is_third(p) for p in initiators):
            return "third_party"
        # Who proposes to one other alone may speak for itself, a side or not.
        return "third_party" if self._addressees != 1 and self._told.outsiders(initiators) else None

    def _is_third(self, participant: Participant) -> bool:
        if participant.actor_type in self._third_parties.actor_types:
            return True
        return bool(self._last_word(participant) & self._third_parties.nouns)

    @staticmethod
    def _last_word(participant: Participant) -> set[tuple[str, ...]]:
        """The last word of the words for somebody, as it stands and without a plural ending."""
        words = participant.mention.text.lower().split() if participant.mention else []
        return {(form,) for word in words[-1:] for form in (word, word.removesuffix("s"))}

    @cached_property
    def _hosted(self) -> bool:
        """Whether it is on the ground of a third party: of a host, or in a country of none of the sides, all of which are known."""
        sides = self._with("party") or self._with("participant", "initiator", "recipient")
        countries = {p.country for p in sides}
        hosts = [p for p in self._told.participants if p.role in HOSTS]
        if hosts:
            return not any(p.country in countries for p in hosts if p.country)
        venue = self._told.venue
        return bool(venue and venue.country and sides and None not in countries and venue.country not in countries)


def _who(participant: Participant) -> str:
    """Government and opposition of one country are two, so the sector belongs to it."""
    return f"{participant.actor or participant.name or id(participant)}|{participant.sector}"
