"""What the resolver answers, and how a table's row becomes an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from dragoman.actors.matcher import fold
from dragoman.actors.rows import Country, Role, Tables
from dragoman.actors.words import OWN_NOUNS, SIDES, SORTLESS
from dragoman.records import Person


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """Who is meant by a phrase; everything unknown is None.

    Attributes:
        actor: ISO alpha-3 for a state and its government, a slug otherwise ("igo:un", "group:syr-rebels").
        name: the actor's name in plain English ("United States", "Syrian opposition").
        actor_type: codebook 2.1.
        country: alpha-3 of the state that the actor is or belongs to.
        sector: PLOVER sector.
        person: the person meant, with the office held at the document's date.
        place: entry id where the phrase names a place ("place:astana", or alpha-3 of a country).
        why: entry and rule.
        confidence: 0 to 1; 0 where nothing is known.
    """

    actor: str | None = None
    name: str | None = None
    actor_type: str | None = None
    country: str | None = None
    sector: str | None = None
    person: Person | None = None
    place: str | None = None
    why: str = ""
    confidence: float = 0.0


# Sectors that are never the state itself, with the noun that stands for all of them ("" the phrase's own)
# and the usual actor type.
COMPOSED: dict[str, tuple[str, str]] = {
    "REB": ("rebels", "armed_group"),
    "SEP": ("separatists", "armed_group"),
    "INS": ("", "armed_group"),
    "UAF": ("", "armed_group"),
    "PAR": ("", "armed_group"),
    "OPP": ("", "umbrella"),
}
# Sectors of the groups whose unknown names are read by their descriptors; other descriptors are of institutions.
GROUP_SECTORS = frozenset({"REB", "OPP", "PTY"})
STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
INSTITUTIONS = frozenset(
    {"civil_society", "religious_body", "tribal_or_local_authority", "women_or_minority_body", "ngo_mediator"}
)
"""Types (codebook 2.1) of bodies and notables who act for themselves: a state's are not the state."""
PEOPLE = frozenset({"CVL", "REF", "EDU", "MED", "HLH", "BUS", "AGR", "LAB"})
"""Sectors (PLOVER) of people at large and in their trades, for whom their state stands: "Kenyan students"."""


_WITHOUT_JUNTAS = frozenset({"Western Europe", "Northern Europe", "Northern America", "Australia and New Zealand"})
"""Regions of `countries.csv` none of whose states officers have ruled in the years of the tables."""


def unknown(why: str, country: str | None = None) -> Resolution:
    """No actor; the reason, and the country where a modifier names one."""
    return Resolution(why=why, country=country)


def of_kind(
    role: Role, why: str, country: str | None = None, *, person: Person | None = None, former: bool = False
) -> Resolution:
    """Nobody in particular, but of this sort: "gunmen", "a former minister". Who held a state's office is of the elites."""
    vague = role.phrase in SORTLESS
    sector = "ELI" if former and role.sector in ("GOV", "LEG") else role.sector
    return Resolution(
        actor_type=None if vague or former or not role.sector else role.actor_type or None,
        country=country,
        sector=None if vague else sector or None,
        person=person,
        why=why,
        confidence=0.3 if country else 0.2,
    )


def slug(text: str) -> str:
    """Lower-case letters and digits joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).lower()).strip("-")


class Entries:
    """Answers for rows of the tables."""

    def __init__(self, tables: Tables) -> None:
        self.countries = {c.id: c for c in tables.countries}
        self.bodies = {b.id: b for b in tables.bodies}
        self.organisations = {o.id: o for o in tables.organisations}
        self.groups = {g.id: g for g in tables.groups}
        self.outlets = {o.id: o for o in tables.outlets}
        self.places = {p.id: p for p in tables.places}
        self.persons = {p.id: p for p in tables.persons}
        self._apart = {
            (self.bodies[r.actor_a].country, self.bodies[r.actor_a].sector): r.actor_a
            for r in tables.relations
            if r.relation == "apart_from" and r.actor_a in self.bodies
        }

    def acts_apart(self, country: str, sector: str) -> bool:
        """Whether a state's body of a sector (PLOVER) is an actor of its own."""
        return (country, sector) in self._apart

    def apart(self, answer: Resolution) -> Resolution:
        """The body that acts apart from its state (`apart_from` of relations.csv), where an answer is that state's in such a body: senators and
        the House of Representatives are the United States Congress, which often acts against the President; any other answer itself."""
        body = self._apart.get((answer.actor or "", answer.sector or ""))
        if body is None:
            return answer
        return msgspec.structs.replace(
            answer, actor=body, name=self.bodies[body].name, actor_type="government_body", why=f"{body} by {answer.why}"
        )

    def for_state(self, answer: Resolution) -> Resolution:
        """The state of a body that acts apart from it: at the table a senator is no side beside the government."""
        body = self.bodies.get(answer.actor or "")
        if body is None:
            return answer
        return msgspec.structs.replace(answer, actor=body.country, name=self.name(body.country))

    def country_of(self, entry: str) -> str | None:
        """Alpha-3 of the country that any entry belongs to."""
        if entry in self.countries:
            return entry
        for table in (self.bodies, self.groups, self.organisations, self.places):
            if entry in table:
                return table[entry].country or None
        if entry in self.persons:
            return self.persons[entry].nationality or None
        return self.outlets[entry].home_country or None if entry in self.outlets else None

    def states_of(self, entries: Iterable[str]) -> list[str]:
        """The country that all of these entries belong to, in a list; [] where they differ."""
        found = {self.country_of(e) for e in entries if e not in self.persons and e not in self.outlets}
        return [country for country in found if country] if len(found) == 1 else []

    def validity(self, entry: str) -> tuple[str, str]:
        """First and last date of an entry, "" where open."""
        for table in (self.countries, self.bodies, self.groups, self.organisations, self.places):
            if entry in table:
                row = table[entry]
                return row.valid_from, row.valid_to
        return "", ""

    def answer(self, entry: str, why: str, confidence: float) -> Resolution:
        """The answer for an entry that acts; a place gives its country and no actor."""
        if entry in self.countries:
            return self.state(self.countries[entry], why, confidence)
        if entry in self.bodies:
            body = self.bodies[entry]
            return Resolution(
                actor=body.country,
                name=self.name(body.country),
                actor_type=body.actor_type or "government_body",
                country=body.country,
                sector=body.sector or "GOV",
                why=f"{entry}: {why}",
                confidence=confidence,
            )
        row = self.groups.get(entry) or self.organisations.get(entry)
        if row is not None:
            return Resolution(
                actor=entry,
                name=row.name,
                actor_type=row.actor_type or None,
                country=row.country or None,
                sector=row.sector or None,
                why=f"{entry}: {why}",
                confidence=confidence,
            )
        if entry in self.outlets:
            outlet = self.outlets[entry]
            return Resolution(
                actor=entry,
                name=outlet.name,
                actor_type="company",
                country=outlet.home_country or None,
                sector="MED",
                why=f"{entry}: {why}",
                confidence=confidence,
            )
        return self.place(entry, why, confidence)

    def state(self, country: Country, why: str, confidence: float) -> Resolution:
        """The state itself, or its government."""
        return Resolution(
            actor=country.id,
            name=country.name,
            actor_type="state",
            country=country.id,
            sector="GOV",
            why=f"{country.id}: {why}",
            confidence=confidence,
        )

    def may_have_junta(self, country: str) -> bool:
        """Whether "the junta" may be a state's: not that of France, which condemned it."""
        row = self.countries.get(country)
        return row is None or row.region not in _WITHOUT_JUNTAS

    def place(self, entry: str, why: str, confidence: float) -> Resolution:
        """A place: name, country and id, no actor."""
        if entry in self.countries:
            name: str | None = self.countries[entry].name
        else:
            name = self.places[entry].name if entry in self.places else None
        country = self.country_of(entry)
        return Resolution(name=name, country=country, place=entry, why=f"{entry}: {why}", confidence=confidence)

    def name(self, entry: str) -> str | None:
        """Canonical name of any entry."""
        for table in (
            self.countries,
            self.groups,
            self.organisations,
            self.bodies,
            self.places,
            self.persons,
            self.outlets,
        ):
            if entry in table:
                return str(table[entry].name)
        return None

    def adjective(self, country: str) -> str:
        """ "Syrian" for SYR; the country's name where the table has no adjective."""
        row = self.countries.get(country)
        if row is None:
            return country
        return row.adjectives[0] if row.adjectives else row.name

    def of_country(
        self,
        country: str,
        role: Role,
        why: str,
        confidence: float,
        *,
        qualifier: str = "",
        plural: bool = False,
    ) -> Resolution:
        """An actor of a country by its role: state, or rebels, opposition, civilians that are not the state.

        Args:
            qualifier: a further adjective ("Kurdish"), which makes another group of its own; "" where none.
            plural: the role noun is in the plural.
        """
        composed = COMPOSED.get(role.sector)
        if composed:
            noun, kind = composed
            noun = "" if OWN_NOUNS & set(role.phrase.split()) else noun
            noun = "opposition" if "opposition" in role.phrase else noun or role.plural or role.phrase
            name = " ".join(w for w in (self.adjective(country), qualifier, noun) if w)
            entry = "group:" + "-".join(w for w in (country.lower(), slug(qualifier), slug(noun)) if w)
            if entry in self.groups:
                return self.answer(entry, why, confidence)
            return Resolution(
                actor=entry,
                name=name,
                actor_type=kind if noun == "opposition" else role.actor_type or kind,
                country=country,
                sector=role.sector,
                why=f"{country}: {why}",
                confidence=confidence,
            )
        state = self.answer(country, why, confidence)
        # observers and commissioners that a state sends are the state's
        sector = "GOV" if role.sector in ("", "IGO") else role.sector
        if role.actor_type == "state_coalition" or (plural and role.phrase.split()[-1] in SIDES):
            # "Saudi coalition", "Afghan sides": more than the state, and not told who
            return unknown(why, country)
        if role.office_type == "head_of_state" and sector == "REL":
            return state  # the Pope
        if role.actor_type in INSTITUTIONS and sector not in PEOPLE:
            # "Kenyan church leaders", "a Sudanese human rights group", "Harare's mayor": of the country, and never its government
            return Resolution(
                actor_type=role.actor_type, country=country, sector=sector, why=why, confidence=confidence
            )
        if sector == "GOV":
            return state
        if sector in STATE_SECTORS:
            return msgspec.structs.replace(state, sector=sector, actor_type="government_body")
        name = f"{self.adjective(country)} {role.plural or role.phrase}"
        kind = role.actor_type or "unidentified"
        return msgspec.structs.replace(state, sector=sector, actor_type=kind, name=name)
