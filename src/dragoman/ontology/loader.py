"""Reads and checks the ontology's data files; see README.md for their form."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import DataError
from dragoman.ontology.code_lists import check_code, read_codes
from dragoman.ontology.conditions import as_conditions, as_lemmas
from dragoman.ontology.schema import (
    ANCHORS,
    SLOTS,
    EventType,
    Example,
    ThirdParties,
    Trigger,
    TriggerExclusion,
    Variant,
)
from dragoman.ontology.variants import as_cameo, as_plover, as_variants, read_general
from dragoman.ontology.yaml_files import read_yaml
from dragoman.records import Plover

_TYPE_KEYS = frozenset(
    [
        "type",
        "category",
        "family",
        "definition",
        "plover",
        "cameo",
        "variants",
        "defaults",
        "roles",
        "triggers",
        "examples",
    ]
)
_TRIGGER_KEYS = frozenset([*ANCHORS, *SLOTS, "id", "not", "mark", "roles", "set", "exclusion", "priority"])
_SET_CODES = {"status": "status", "polarity": "polarity", "tense": "tense_modality", "certainty": "certainty",
              "type": "event_type"}  # fmt: skip


class Ontology(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that can be said to happen.

    Attributes:
        codes: enumeration (codebook 2, "status", "role" ...) to value to its one-line meaning.
        types: event type to its definition, codes, triggers and examples.
        categories: PLOVER category to the same, for events that are no peacemaking.
        classes: word class ("talks", without the @) to its lemmas.
        triggers: every trigger of types and categories.
        variants: of the crosswalk, asked before those of a type.
        third_parties: who is a third party by what it is.
        groups: types and categories that rules read alike, by the group's name (groups.yaml).
    """

    codes: dict[str, dict[str, str]]
    types: dict[str, EventType]
    categories: dict[str, EventType]
    classes: dict[str, tuple[str, ...]]
    triggers: tuple[Trigger, ...]
    variants: tuple[Variant, ...] = ()
    third_parties: ThirdParties = ThirdParties()
    groups: dict[str, frozenset[str]] = {}

    def crosswalk(self, type: str) -> tuple[Plover, str | None]:
        """PLOVER event, mode and contexts, and the CAMEO code, of an event type where no variant holds (codebook section 3).

        Raises DataError where the type is not one of `types`.
        """
        if type not in self.types:
            raise DataError(f"event type {type!r} is not in the ontology. Use one of: {', '.join(self.types)}")
        found = self.types[type]
        return found.plover, found.cameo

    def check(self, enumeration: str, value: str, where: str) -> str:
        """Return `value` if the enumeration has it; else raise DataError naming `where` if not."""
        return check_code(self.codes, enumeration, value, where)


@functools.cache
def load() -> Ontology:
    """The shipped ontology, read once. Raises DataError naming file, place and remedy if a file is wrong."""
    from dragoman.ontology.compiled import load_compiled

    here, lexicon = resources.files("dragoman.ontology"), resources.files("dragoman.language.en").joinpath("lexicon")
    # A package inside an archive has no folder to keep a file in.
    return load_compiled(here, lexicon) if isinstance(here, Path) and isinstance(lexicon, Path) else read(here, lexicon)


def read(folder: Traversable, lexicon: Traversable) -> Ontology:
    """Read codes, events and categories of `folder` and the word classes of `lexicon`.

    Raises DataError naming file, place and remedy.
    """
    codes = read_codes(folder.joinpath("codes.yaml"))
    classes = read_classes(lexicon.joinpath("classes.yaml"))
    types: dict[str, EventType] = {}
    categories: dict[str, EventType] = {}
    for directory, target in (("events", types), ("plover", categories)):
        for path in _yaml_files(folder.joinpath(directory)):
            entry = _event_type(path, read_yaml(path), codes, classes)
            if path.name != f"{entry.name}.yaml":
                raise _error(path, "top", f"holds {entry.name!r}", f"Name the file {entry.name}.yaml")
            target[entry.name] = entry
    variants, third_parties = read_general(folder.joinpath("crosswalk.yaml"), codes, classes)
    return Ontology(
        codes=codes, types=types, categories=categories, classes=classes, triggers=all_triggers(types, categories),
        variants=variants, third_parties=third_parties, groups=_groups(folder.joinpath("groups.yaml"), {*types, *categories}),
    )  # fmt: skip


def all_triggers(types: dict[str, EventType], categories: dict[str, EventType]) -> tuple[Trigger, ...]:
    """Every trigger, those of the types first."""
    return tuple(t for e in (*types.values(), *categories.values()) for t in e.triggers)


@functools.cache
def group(name: str) -> frozenset[str]:
    """Types and categories of a group of the shipped ontology; KeyError where `groups.yaml` has none of this name."""
    return load().groups[name]


def _groups(path: Traversable, known: set[str]) -> dict[str, frozenset[str]]:
    """The groups of a file; DataError where one is no list or names what is neither type nor category."""
    found: dict[str, frozenset[str]] = {}
    for name, members in read_yaml(path).items():
        if not isinstance(members, list):
            raise _error(path, str(name), "is no list", "Write the types in brackets")
        for member in members:
            if member not in known:
                raise _error(path, str(name), f"names {member!r}, which has no file", "Correct it or add its file")
        found[str(name)] = frozenset(members)
    return found


def read_classes(path: Traversable) -> dict[str, tuple[str, ...]]:
    """Read the word classes, spelling out classes named inside classes. Raises DataError."""
    raw: dict[str, list[str]] = read_yaml(path)

    def spelled_out(name: str, seen: tuple[str, ...]) -> Iterable[str]:
        if name in seen:
            raise _error(path, name, "contains itself", "Break the circle")
        if name not in raw:
            raise _error(path, seen[-1] if seen else name, f"names no class @{name}", "Add the class or correct it")
        for word in raw[name]:
            if not isinstance(word, str):
                raise _error(path, name, f"holds {word!r}, which is no text", "Put it in quotation marks")
            if word.startswith("@"):
                yield from spelled_out(word[1:], (*seen, name))
            else:
                yield word

    return {name: tuple(dict.fromkeys(spelled_out(name, ()))) for name in raw}


def _event_type(
    path: Traversable, raw: Any, codes: dict[str, dict[str, str]], classes: dict[str, tuple[str, ...]]
) -> EventType:
    if not isinstance(raw, dict):
        raise _error(path, "top", "is not a mapping", "Start with `type: ...`")
    if unknown := set(raw) - _TYPE_KEYS:
        raise _error(path, "top", f"has the unknown key {min(unknown)!r}", f"Use {', '.join(sorted(_TYPE_KEYS))}")
    for key in ("definition", "triggers", "examples", "plover"):
        if not raw.get(key):
            raise _error(path, "top", f"has no {key}", f"Add `{key}:`")
    type_, plover = raw.get("type"), as_plover(raw["plover"], codes, f"{path.name}, plover")
    if type_ is not None:
        check_code(codes, "event_type", type_, f"{path.name}, type")
    category = plover.event
    family = check_code(codes, "family", raw.get("family", "other"), f"{path.name}, family")
    defaults = _checked_set(path, "defaults", raw.get("defaults", {}), codes)
    roles = _joined({}, _checked_roles(path, "roles", raw.get("roles", {}), codes))
    name = type_ or category
    if name is None:
        raise _error(path, "top", "has neither type nor plover event", "Give one")
    triggers = tuple(
        _trigger(path, n, item, name, type_, category, roles, codes, classes)
        for n, item in enumerate(raw["triggers"], 1)
    )
    ids = [t.id for t in triggers]
    for trigger_id in ids:
        if ids.count(trigger_id) > 1:
            raise _error(path, "triggers", f"uses the id {trigger_id!r} twice", "Rename one")
    good, bad = ([_example(path, item, codes) for item in raw["examples"].get(k, [])] for k in ("for", "against"))
    return EventType(
        name=name, type=type_, category=category, family=family, definition=str(raw["definition"]).strip(),
        plover=plover, cameo=as_cameo(raw.get("cameo"), codes, f"{path.name}, cameo"), defaults=defaults, roles=roles,
        triggers=triggers, examples_for=tuple(good), examples_against=tuple(bad),
        variants=as_variants(raw.get("variants", []), codes, classes, path.name),
    )  # fmt: skip


def _trigger(
    path: Traversable, number: int, raw: Any, name: str, type_: str | None, category: str | None,
    type_roles: dict[str, str], codes: dict[str, dict[str, str]], classes: dict[str, tuple[str, ...]],
) -> Trigger:  # fmt: skip
    place = f"triggers[{number}]"
    if not isinstance(raw, dict) or not isinstance(raw.get("id"), str):
        raise _error(path, place, "has no id", "Add `id: short-name`")
    place = f"trigger {raw['id']}"
    if unknown := {k for k in raw if k not in _TRIGGER_KEYS}:
        raise _error(path, place, f"has the unknown key {min(map(str, unknown))!r}", "See README.md for the keys")
    anchors = [a for a in ANCHORS if a in raw]
    if len(anchors) != 1:
        raise _error(path, place, f"has {len(anchors)} anchors", f"Give exactly one of {', '.join(ANCHORS)}")
    where = f"{path.name}, {place}"
    lemmas, _ = as_lemmas(raw[anchors[0]], classes, where)
    mark = raw.get("mark", "anchor")
    if mark != "anchor" and mark not in SLOTS:
        raise _error(path, place, f"marks {mark!r}", "Use anchor, patient, complement or a preposition")
    exclusion = None
    if "exclusion" in raw:
        try:
            exclusion = msgspec.convert(raw["exclusion"], TriggerExclusion)
        except msgspec.ValidationError as problem:
            raise _error(path, place, f"has a wrong exclusion: {problem}", "Write {mode: ..., who: slot}") from problem
        check_code(codes, "exclusion_mode", exclusion.mode, where)
        check_code(codes, "exclusion_scope", exclusion.scope, where)
        if exclusion.who not in SLOTS:
            raise _error(path, place, f"excludes {exclusion.who!r}", f"Use one of {', '.join(SLOTS)}")
    given = dict(raw.get("set", {}))
    fixed = as_plover({key: given.pop(key) for key in ("mode", "context") if key in given}, codes, where)
    cameo = as_cameo(given.pop("cameo", None), codes, where)
    own_roles = _checked_roles(path, place, raw.get("roles", {}), codes)
    return Trigger(
        id=f"{name}/{raw['id']}", type=type_, category=category, anchor=anchors[0], lemmas=lemmas,
        conditions=as_conditions({k: v for k, v in raw.items() if k in SLOTS}, classes, where),
        none_of=as_conditions(raw.get("not", {}), classes, where + ", not"), mark=mark,
        roles=_joined(type_roles, own_roles), own=frozenset(slot for slot, role in own_roles.items() if role is None),
        set=_checked_set(path, place, given, codes), mode=fixed.mode, context=tuple(fixed.context), cameo=cameo,
        exclusion=exclusion, priority=int(raw.get("priority", 0)), place=where,
    )  # fmt: skip


def _checked_roles(path: Traversable, place: str, raw: Any, codes: dict[str, dict[str, str]]) -> dict[str, str | None]:
    roles: dict[str, str | None] = dict(raw)
    for slot, role in roles.items():
        if slot not in SLOTS:
            raise _error(path, place, f"gives a role to {slot!r}", f"Use one of {', '.join(SLOTS)}")
        if role is not None:
            check_code(codes, "role", role, f"{path.name}, {place}")
    return roles


def _joined(of_type: dict[str, str], own: dict[str, str | None]) -> dict[str, str]:
    """Roles of a trigger: the type's, overridden by its own; null takes one away."""
    return {slot: role for slot, role in {**of_type, **own}.items() if role is not None}


def _checked_set(path: Traversable, place: str, raw: Any, codes: dict[str, dict[str, str]]) -> dict[str, str]:
    for key, value in dict(raw).items():
        if key not in _SET_CODES:
            raise _error(path, place, f"sets {key!r}", f"Use one of {', '.join(_SET_CODES)}, mode, context, cameo")
        check_code(codes, _SET_CODES[key], value, f"{path.name}, {place}")
    return dict(raw)


def _example(path: Traversable, raw: Any, codes: dict[str, dict[str, str]]) -> Example:
    try:
        example = msgspec.convert({"text": raw} if isinstance(raw, str) else raw, Example)
    except msgspec.ValidationError as problem:
        raise _error(path, "examples", f"{raw!r}: {problem}", "Write {text, trigger, status, roles}") from problem
    if example.trigger is not None and example.trigger not in example.text:
        raise _error(path, "examples", f"has no {example.trigger!r} in {example.text!r}", "Copy the exact word")
    for role, names in example.roles.items():
        check_code(codes, "role", role, f"{path.name}, examples")
        for words in names:
            if words not in example.text:
                raise _error(path, "examples", f"has no {words!r} in {example.text!r}", "Copy the exact words")
    if example.status is not None:
        check_code(codes, "status", example.status, f"{path.name}, examples")
    return example


def _yaml_files(folder: Traversable) -> list[Traversable]:
    return sorted((p for p in folder.iterdir() if p.name.endswith(".yaml")), key=lambda p: p.name)


def _error(path: Traversable, place: str, problem: str, remedy: str) -> DataError:
    return DataError(f"{path.name}, {place}: {problem}. {remedy}")
