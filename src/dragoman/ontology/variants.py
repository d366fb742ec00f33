"""Reads the crosswalk's variants: codes that depend on who acts, on status, or on words (see README.md, "Codes")."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from dragoman.errors import DataError
from dragoman.ontology.code_lists import check_code
from dragoman.ontology.conditions import as_lemmas
from dragoman.ontology.schema import Case, ThirdParties, Variant
from dragoman.ontology.yaml_files import read_yaml
from dragoman.records import Plover

Codes = Mapping[str, Mapping[str, str]]
Classes = Mapping[str, tuple[str, ...]]

_CODED = {
    "type": "event_type",
    "event": "plover_category",
    "status": "status",
    "tense": "tense_modality",
    "roles": "role",
}
_WORDS = ("trigger", "about", "means", "clause")
_INITIATORS = ("third_party", "party")
_SETS = ("event", "mode", "context", "cameo")
_KINDS: dict[str, type] = {"typed": bool, "hosted": bool, "addressees": int}


def read_general(path: Traversable, codes: Codes, classes: Classes) -> tuple[tuple[Variant, ...], ThirdParties]:
    """The variants that are asked before those of a type, and who is a third party by what it is. Raises DataError."""
    raw = read_yaml(path)
    if not isinstance(raw, dict) or set(raw) != {"third_parties", "variants"}:
        raise DataError(f"{path.name}, top: has other keys than third_parties and variants. Write these two")
    told = raw["third_parties"]
    where = f"{path.name}, third_parties"
    if not isinstance(told, dict) or set(told) != set(ThirdParties.__struct_fields__):
        raise DataError(f"{where}: has other keys than {', '.join(ThirdParties.__struct_fields__)}. Write these three")
    nouns, several = (as_lemmas(told[key], classes, where)[0] for key in ("nouns", "several"))
    kinds = frozenset(check_code(codes, "actor_type", kind, where) for kind in told["actor_types"])
    return as_variants(raw["variants"], codes, classes, path.name), ThirdParties(
        actor_types=kinds, nouns=nouns, several=several
    )


def as_variants(raw: Any, codes: Codes, classes: Classes, name: str) -> tuple[Variant, ...]:
    """Check a list of variants and spell out their words. Raises DataError naming file, place and remedy."""
    if not isinstance(raw, list):
        raise DataError(f'{name}, variants: is no list. Write `- {{when: {{...}}, cameo: "..."}}` lines')
    return tuple(_variant(item, codes, classes, f"{name}, variants[{number}]") for number, item in enumerate(raw, 1))


def as_plover(raw: Mapping[str, Any], codes: Codes, where: str) -> Plover:
    """PLOVER event, mode and contexts, each null where not given. Raises DataError."""
    contexts = raw.get("context", [])
    if not isinstance(contexts, list):
        raise DataError(f"{where}: context is no list. Write [diplomatic]")
    return Plover(
        event=_code_or_null(raw.get("event"), "plover_category", codes, where),
        mode=_code_or_null(raw.get("mode"), "plover_mode", codes, where),
        context=[check_code(codes, "plover_context", value, where) for value in contexts],
    )


def as_cameo(value: Any, codes: Codes, where: str) -> str | None:
    """A CAMEO code of codes.yaml, or None for null. Raises DataError."""
    return _code_or_null(value, "cameo", codes, where)


def _variant(raw: Any, codes: Codes, classes: Classes, where: str) -> Variant:
    if not isinstance(raw, dict) or not isinstance(raw.get("when"), dict):
        raise DataError(
            f'{where}: has no `when`. Write what must hold: {{when: {{initiator: third_party}}, cameo: "039"}}'
        )
    if unknown := set(raw) - {"when", *_SETS}:
        raise DataError(f"{where}: has the unknown key {min(map(str, unknown))!r}. Use when, {', '.join(_SETS)}")
    given = {key: raw[key] for key in _SETS if key in raw}
    if not given:
        raise DataError(f"{where}: sets nothing. Add one of {', '.join(_SETS)}")
    when = dict(raw["when"])
    unless = when.pop("not", None)
    told = as_plover(given, codes, where)
    return Variant(
        when=_case(when, codes, classes, f"{where}, when"),
        unless=_case(unless, codes, classes, f"{where}, not") if unless is not None else None,
        event=told.event if "event" in given else msgspec.UNSET,
        mode=told.mode if "mode" in given else msgspec.UNSET,
        context=tuple(told.context) if "context" in given else msgspec.UNSET,
        cameo=as_cameo(given["cameo"], codes, where) if "cameo" in given else msgspec.UNSET,
    )


def _case(raw: Any, codes: Codes, classes: Classes, where: str) -> Case:
    if not isinstance(raw, dict):
        raise DataError(f"{where}: is no mapping. Write {{status: planned}}")
    made: dict[str, Any] = {}
    for key, value in raw.items():
        if key in _CODED:
            made[key] = frozenset(check_code(codes, _CODED[key], v, where) for v in _listed(value))
        elif key in _WORDS:
            made[key], _ = as_lemmas(value, classes, where)
        elif key == "initiator":
            if value not in _INITIATORS:
                raise DataError(f"{where}: {value!r} is no initiator. Use {' or '.join(_INITIATORS)}")
            made[key] = value
        elif key in _KINDS:
            if type(value) is not _KINDS[key]:
                raise DataError(f"{where}: {key} is {value!r}. Give a {_KINDS[key].__name__}")
            made[key] = value
        else:
            known = (*_CODED, *_WORDS, "initiator", *_KINDS)
            raise DataError(f"{where}: has the unknown key {key!r}. Use one of {', '.join(known)}")
    return Case(**made)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _code_or_null(value: Any, enumeration: str, codes: Codes, where: str) -> str | None:
    return None if value is None else check_code(codes, enumeration, value, where)
