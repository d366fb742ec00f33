"""The rows of the actor knowledge base: one struct for each CSV table of `data/`, fields as its columns."""

from __future__ import annotations

import msgspec

Names = tuple[str, ...]


class Country(msgspec.Struct, frozen=True):
    """A state or territory; `id` is ISO alpha-3, latitude and longitude in degrees."""

    id: str
    iso2: str
    name: str
    official_name: str
    aliases: Names
    adjectives: Names
    demonyms: Names
    capital: str
    metonyms: Names
    lat: float | None
    lon: float | None
    region: str
    valid_from: str
    valid_to: str
    wikidata_id: str
    source: str


class Body(msgspec.Struct, frozen=True):
    """A ministry, army, agency, office or parliament that acts for the state `country` (alpha-3)."""

    id: str
    name: str
    aliases: Names
    country: str
    sector: str
    actor_type: str
    valid_from: str
    valid_to: str
    wikidata_id: str
    source: str


class KnownPerson(msgspec.Struct, frozen=True):
    """A person with the names news uses; `nationality` is alpha-3."""

    id: str
    name: str
    aliases: Names
    gender: str
    nationality: str
    wikidata_id: str
    source: str


class Tenure(msgspec.Struct, frozen=True):
    """An office held for `actor_id` from `start` to `end` (ISO dates of any precision, "" is open)."""

    person_id: str
    actor_id: str
    office: str
    office_type: str
    start: str
    end: str
    acting: str
    source: str


class Organisation(msgspec.Struct, frozen=True):
    """An IGO, regional body, format, NGO, religious body or company; members "USA" or "USA@1990-2020"."""

    id: str
    name: str
    aliases: Names
    actor_type: str
    sector: str
    country: str
    members: Names
    valid_from: str
    valid_to: str
    wikidata_id: str
    source: str


class Group(msgspec.Struct, frozen=True):
    """An armed group, opposition body, party, tribe or other conflict party that is no state."""

    id: str
    name: str
    aliases: Names
    actor_type: str
    sector: str
    country: str
    leaders: Names
    valid_from: str
    valid_to: str
    wikidata_id: str
    source: str


class Relation(msgspec.Struct, frozen=True):
    """A dated relation between two actors (codebook 1.7)."""

    actor_a: str
    relation: str
    actor_b: str
    start: str
    end: str
    source: str


class Role(msgspec.Struct, frozen=True):
    """A common noun that tells the sort of actor; `generic` is "yes" where it names nobody by itself."""

    phrase: str
    plural: str
    sector: str
    actor_type: str
    office_type: str
    generic: str
    source: str


class Descriptor(msgspec.Struct, frozen=True):
    """A word that ends or opens the name of an unknown group, firm, court or office and tells its sort."""

    phrase: str
    sector: str
    actor_type: str
    source: str


class Outlet(msgspec.Struct, frozen=True):
    """A news agency, newspaper, broadcaster or other publisher; `outlet_type` as codebook 1.1."""

    id: str
    name: str
    aliases: Names
    home_country: str
    outlet_type: str
    language: str
    wikidata_id: str
    source: str


class Place(msgspec.Struct, frozen=True):
    """A capital, region, city, venue, sea or border in `country` (alpha-3), with its degrees."""

    id: str
    name: str
    aliases: Names
    country: str
    kind: str
    lat: float | None
    lon: float | None
    valid_from: str
    valid_to: str
    wikidata_id: str
    source: str


class Seat(msgspec.Struct, frozen=True):
    """A city that stands for whom it is the seat of, from `start` to `end`: "Lagos" for Nigeria until 1991."""

    city: str
    actor_id: str
    start: str
    end: str
    source: str


class UsualTitle(msgspec.Struct, frozen=True):
    """A title that news gives without a country: whose it is, unless one of the `others` that have it is spoken of."""

    title: str
    actor_id: str
    others: Names
    source: str


class Conflict(msgspec.Struct, frozen=True):
    """A conflict or dispute; `cues` are words that give it away."""

    id: str
    name: str
    aliases: Names
    countries: Names
    parties: Names
    cues: Names
    start: str
    end: str
    source: str


class Ambiguous(msgspec.Struct, frozen=True):
    """An alias that names several things, listed on purpose."""

    alias: str
    ids: Names
    note: str


class Tables(msgspec.Struct, frozen=True):
    """All tables of the knowledge base, rows in file order."""

    countries: tuple[Country, ...] = ()
    bodies: tuple[Body, ...] = ()
    persons: tuple[KnownPerson, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    groups: tuple[Group, ...] = ()
    relations: tuple[Relation, ...] = ()
    roles: tuple[Role, ...] = ()
    descriptors: tuple[Descriptor, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    places: tuple[Place, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    seats: tuple[Seat, ...] = ()
    usual_titles: tuple[UsualTitle, ...] = ()
