"""What type, roles, status and class tell of an event by themselves (assessment.yaml), for coder, linking and exports alike."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from dragoman.errors import DataError
from dragoman.ontology.code_lists import check_code, read_codes
from dragoman.ontology.yaml_files import read_yaml

_UNKNOWN = ("unknown", "unclear")

# Field of the file → (enumeration of its values, enumeration of what tells them).
_TOLD_BY = {
    "unit_level": ("unit_level", "event_type"),
    "unit_by_format": ("unit_level", "format"),
    "format": ("format", "event_type"),
    "disclosure": ("disclosure", "event_type"),
    "involvement_by_role": ("third_party_involvement", "role"),
    "involvement_by_type": ("third_party_involvement", "event_type"),
    "strategy_by_role": ("strategy", "role"),
    "strategy_by_type": ("strategy", "event_type"),
    "strategy_by_depth": ("strategy", "third_party_involvement"),
    "outcome_by_type": ("outcome", "event_type"),
    "outcome_of_meetings": ("outcome", "status"),
    "outcome_of_deals": ("outcome", "status"),
    "outcome_by_class": ("outcome", "agreement_class"),
    "class_by_type": ("agreement_class", "event_type"),
    "form_by_type": ("agreement_form", "event_type"),
    "ceasefire_class_by_role": ("ceasefire_class", "role"),
}
_TYPES = (
    *("units_of", "formats_of", "disclosures_of", "involvement_of", "alone"),
    *("no_result_where_denied", "classes_of", "by_brokers_alone", "forms_of", "ceasefires", "scope_by_verb"),
)
_STATUSES = ("took_place", "stands", "came_to_nothing", "disputed")


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """The table of assessment.yaml, turned to what tells a value → the value; its comments explain each field.

    Attributes:
        depths: third_party_involvement, the least deep first (codebook 2.6).
        meetings, deals: event types of these groups.
    """

    depths: tuple[str, ...]
    meetings: frozenset[str]
    deals: frozenset[str]
    took_place: frozenset[str]
    stands: frozenset[str]
    came_to_nothing: frozenset[str]
    disputed: frozenset[str]
    unit_level: dict[str, str]
    unit_by_format: dict[str, str]
    format: dict[str, str]
    disclosure: dict[str, str]
    involvement_by_role: dict[str, str]
    involvement_by_type: dict[str, str]
    strategy_by_role: dict[str, str]
    strategy_by_type: dict[str, str]
    strategy_by_depth: dict[str, str]
    outcome_by_type: dict[str, str]
    outcome_of_meetings: dict[str, str]
    outcome_of_deals: dict[str, str]
    outcome_by_class: dict[str, str]
    class_by_type: dict[str, str]
    form_by_type: dict[str, str]
    ceasefire_class_by_role: dict[str, str]
    units_of: frozenset[str]
    formats_of: frozenset[str]
    disclosures_of: frozenset[str]
    involvement_of: frozenset[str]
    alone: frozenset[str]
    no_result_where_denied: frozenset[str]
    classes_of: frozenset[str]
    by_brokers_alone: frozenset[str]
    forms_of: frozenset[str]
    ceasefires: frozenset[str]
    scope_by_verb: frozenset[str]

    def involvement(self, type: str | None, roles: Collection[str], told: Iterable[str | None] = ()) -> str | None:
        """How deep third parties went (codebook 2.6); None where nothing tells it or the type has no place for it.

        Args:
            type: event type.
            roles: of everybody who takes part.
            told: depths that wording tells; None among them is passed over.

        The deepest of what roles and wording tell counts, since a report that leaves the rest out denies nothing. Where neither tells
        anything, the type may; that there was none, only where it is told who met. Third parties are alone at meetings and declarations
        of that kind without a conflict party.
        """
        if type not in self.involvement_of:
            return None
        if type in self.alone and "party" not in roles:
            return "third_parties_only"
        by_role = (self.involvement_by_role.get(role) for role in roles)
        depths = [depth for depth in (*by_role, *told) if depth in self.depths]
        if depths:
            return max(depths, key=self.depths.index)
        by_type = self.involvement_by_type.get(type)
        return None if by_type == "none" and "party" not in roles else by_type

    def agreement_class(self, type: str | None, roles: Collection[str], told: str | None = None) -> str | None:
        """Class of a text (codebook 2.12, rule R12): by its type, by who makes it, by its wording `told`; None where nothing tells."""
        if type in self.class_by_type:
            return self.class_by_type[type]
        if type not in self.classes_of:
            return None
        if type in self.by_brokers_alone and "party" not in roles:
            return "third_party_declaration"
        return told


@functools.cache
def load() -> Assessment:
    """The shipped table, read once. Raises DataError naming file, place and remedy if it is wrong."""
    here = resources.files("dragoman.ontology")
    return read(here.joinpath("assessment.yaml"), read_codes(here.joinpath("codes.yaml")))


def read(path: Traversable, codes: Mapping[str, Mapping[str, str]]) -> Assessment:
    """Read a table, checked against the enumerations.

    Raises:
        DataError: a field is missing or unknown, a value is none of the codebook's, or one member tells two values.
    """
    raw = read_yaml(path)
    fields = {"groups", *_TOLD_BY, *_TYPES, *_STATUSES}
    if not isinstance(raw, dict) or set(raw) != fields:
        odd = ", ".join(sorted(set(raw) ^ fields)) if isinstance(raw, dict) else "no mapping"
        raise DataError(f"{path.name}, top: missing or unknown: {odd}. Use {', '.join(sorted(fields))}")
    groups: dict[str, list[str]] = raw["groups"]

    def types(members: Any, where: str) -> list[str]:
        found: list[str] = []
        for member in members:
            if str(member).startswith("@"):
                if member[1:] not in groups:
                    raise DataError(f"{where}: there is no group {member}. Use one of: {', '.join(groups)}")
                found += types(groups[member[1:]], where)
            else:
                found.append(check_code(codes, "event_type", member, where))
        return found

    def turned(field: str) -> dict[str, str]:
        values, members = _TOLD_BY[field]
        made: dict[str, str] = {}
        for value, tellers in raw[field].items():
            where = f"{path.name}, {field}, {value}"
            check_code(codes, values, value, where)
            if value in _UNKNOWN:
                raise DataError(f"{where}: what is not told is left out. Take the line away")
            told = types(tellers, where) if members == "event_type" else tellers
            for member in told:
                check_code(codes, members, member, where)
                if made.setdefault(member, value) != value:
                    raise DataError(f"{where}: {member} tells {made[member]} too. Keep one")
        return made

    values: dict[str, Any] = {field: turned(field) for field in _TOLD_BY}
    values |= {field: frozenset(types(raw[field], f"{path.name}, {field}")) for field in _TYPES}
    values |= {
        field: frozenset(check_code(codes, "status", s, f"{path.name}, {field}") for s in raw[field])
        for field in _STATUSES
    }
    values |= {name: frozenset(types(groups[name], f"{path.name}, groups")) for name in ("meetings", "deals")}
    depths = tuple(d for d in codes["third_party_involvement"] if d != "third_parties_only")
    return Assessment(depths=depths, **values)
