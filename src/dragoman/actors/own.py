"""A user's own actors: folders with CSV tables like the shipped ones, aliases, and dictionaries in PETRARCH's form.

A folder may hold any of the files of `data/README.md`, `aliases.csv` (further names of actors that the shipped
tables have), `*actors.txt` and `*agents.txt`. What the shipped tables say wins: a name that they know keeps its
meaning, unless the folder's `ambiguous.csv` lists it; a row with one of their ids only adds its names.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from dragoman.actors.matcher import Index, bare, fold, index_of, kind_of
from dragoman.actors.petrarch import ACTORS, AGENTS, Dictionary, read_folder
from dragoman.actors.rows import Tables
from dragoman.actors.tables import FILES, read_table
from dragoman.errors import InputError

ENVIRONMENT = "DRAGOMAN_ACTORS"
"""Folders of own actors where none are given, separated as in PATH."""
ALIASES = "aliases.csv"
NAMED = ("countries", "bodies", "persons", "organisations", "groups", "outlets", "places", "conflicts")
"""Tables whose rows have an id."""
# Columns that no two rows of a table share, and what to do where they do.
_UNIQUE = {"id": "Join them in one", "wikidata_id": "Keep it in the row that it belongs to"}


class OwnAlias(msgspec.Struct, frozen=True):
    """A further name of an actor, person, outlet or place that some table has."""

    alias: str
    id: str
    source: str


class Own(msgspec.Struct, frozen=True):
    """What one folder holds; `version` changes with its files."""

    folder: Path
    tables: Tables
    aliases: tuple[OwnAlias, ...]
    dictionary: Dictionary
    version: str


_given: list[tuple[Path, ...]] = []


@contextmanager
def using(folders: Sequence[str | Path]) -> Iterator[None]:
    """Inside, `actors.load()` reads these folders too, wherever it is called; with none, nothing changes."""
    if not folders:
        yield
        return
    _given.append(tuple(Path(f).resolve() for f in folders))
    try:
        yield
    finally:
        _given.pop()


def folders_in_use() -> tuple[Path, ...]:
    """The folders of `using`, else those of the environment, else none."""
    if _given:
        return _given[-1]
    return tuple(Path(f).resolve() for f in os.environ.get(ENVIRONMENT, "").split(os.pathsep) if f.strip())


Stamp = tuple[tuple[str, int, int], ...]
"""Names, times of change and sizes of a folder's files."""


def stamp(folder: Path) -> Stamp:
    """What changes when a file of a folder does; empty where there is no such folder."""
    files = [*folder.glob("*.csv"), *folder.glob("*.txt")] if folder.is_dir() else []
    return tuple(sorted((p.name, p.stat().st_mtime_ns, p.stat().st_size) for p in files))


def check_folder(folder: Path) -> None:
    """Raise InputError where a folder is not there."""
    if not folder.is_dir():
        raise InputError(str(folder), "there is no such folder of actors", "Make it with: dragoman actors add")


def read_own(folder: Path, *others: Tables) -> Own:
    """Read and check a folder.

    Args:
        others: tables that its rows may refer to: the shipped ones, and those of folders before it.

    Raises:
        InputError: the folder is not there, holds nothing of use, or a row has a value that is not allowed.
        DataError: a table breaks its schema.
    """
    check_folder(folder)
    csv = {p.name for p in folder.glob("*.csv")}
    allowed = {file for file, _ in FILES.values()} | {ALIASES}
    if unknown := sorted(csv - allowed):
        names = ", ".join(sorted(allowed))
        raise InputError(str(folder / unknown[0]), "no table has this name", f"Use one of: {names}")
    texts = sorted({*folder.glob(ACTORS), *folder.glob(AGENTS)})
    if not csv and not texts:
        raise InputError(str(folder), "holds no table", f"Put CSV tables, {ACTORS} or {AGENTS} there")
    tables = Tables(**{name: read_table(folder / file, struct) for name, (file, struct) in FILES.items()})
    aliases = read_table(folder / ALIASES, OwnAlias)
    digest = hashlib.sha256()
    for path in [*(folder / name for name in sorted(csv)), *texts]:
        digest.update(path.name.encode() + path.read_bytes())
    own = Own(folder, tables, aliases, read_folder(folder), digest.hexdigest()[:8])
    _check(own, others)
    return own


def _check(own: Own, others: Sequence[Tables]) -> None:
    from dragoman.actors.schema import borne_twice, known_ids, labels, problems

    known = known_ids(*others, own.tables)
    rows: list[tuple[str, str, Sequence[msgspec.Struct]]] = [("aliases", ALIASES, own.aliases)]
    rows += [(name, file, getattr(own.tables, name)) for name, (file, _) in FILES.items()]
    for table, file, found in rows:
        for row in found:
            for bad in problems(table, row, known):
                place = f"row {labels(row)}, column {bad.column}"
                raise InputError(str(own.folder / file), bad.problem, bad.remedy, place)
        if table == "aliases":
            continue
        for column, remedy in _UNIQUE.items():
            if twice := borne_twice(found, column):
                raise InputError(str(own.folder / file), f"two rows have this {column}", remedy, f"row {twice}")


def merge(shipped: Tables, owns: Sequence[Own]) -> Tables:
    """All rows together, the shipped ones first; where an id comes again, only its names are taken."""
    extra: dict[str, list[str]] = defaultdict(list)
    for own in owns:
        for alias in own.aliases:
            extra[alias.id].append(alias.alias)
    merged: dict[str, tuple[Any, ...]] = {}
    for table in FILES:
        rows = list(getattr(shipped, table))
        places = {row.id: i for i, row in enumerate(rows)} if table in NAMED else {}
        for own in owns:
            for row in getattr(own.tables, table):
                if table in NAMED and row.id in places:
                    extra[row.id].extend((row.name, *row.aliases))
                else:
                    if table in NAMED:
                        places[row.id] = len(rows)
                    rows.append(row)
        for entry in extra:
            if entry in places:
                row = rows[places[entry]]
                names = tuple(dict.fromkeys((*row.aliases, *extra[entry])))
                rows[places[entry]] = msgspec.structs.replace(row, aliases=names)
        merged[table] = tuple(rows)
    return Tables(**merged)


def merged_index(index: Index, owns: Sequence[Own]) -> Index:
    """The names of the shipped tables with those of one's own; a name that the shipped ones have stays theirs.

    A name that an own `ambiguous.csv` lists means all that bear it.
    """
    result = dict(index)
    for own in owns:
        listed = {form for a in own.tables.ambiguous for form in (bare(a.alias), bare(a.alias).upper())}
        found = index_of(own.tables)
        for alias in own.aliases:
            key = bare(alias.alias) if kind_of(alias.id) != "place" else fold(alias.alias.strip())
            for form in (key, key.upper()):
                entries, kinds = found.get(form, ((), ()))
                if len(form) > 1 and alias.id not in entries:
                    found[form] = ((*entries, alias.id), (*kinds, kind_of(alias.id)))
        for key, (entries, kinds) in found.items():
            if key not in result:
                result[key] = (entries, kinds)
            elif key in listed:
                pairs = dict.fromkeys((*zip(*result[key], strict=True), *zip(entries, kinds, strict=True)))
                result[key] = (tuple(e for e, _ in pairs), tuple(k for _, k in pairs))
    return result
