"""Adds a row to a user's own tables: checked like the shipped ones, and never twice.

The shipped tables, inside the installed package, are never written to.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from dragoman.actors.compiled import load_compiled
from dragoman.actors.matcher import bare
from dragoman.actors.own import ALIASES, NAMED, Own, OwnAlias, merge, read_own
from dragoman.actors.resolution import slug
from dragoman.actors.rows import Tables
from dragoman.actors.schema import known_ids, labels, names_of_row, problems
from dragoman.actors.tables import DATA, FILES, columns
from dragoman.errors import InputError

KINDS: dict[str, str] = {
    "person": "persons", "tenure": "tenures", "group": "groups", "organisation": "organisations", "body": "bodies",
    "place": "places", "outlet": "outlets", "alias": "aliases", "relation": "relations", "role": "roles",
    "ambiguous": "ambiguous",
}  # fmt: skip
"""What can be added, and the table that holds it."""


def struct_of(kind: str) -> type[msgspec.Struct]:
    """The row struct of a kind."""
    return OwnAlias if kind == "alias" else FILES[KINDS[kind]][1]


def file_of(kind: str) -> str:
    """The CSV file of a kind."""
    return ALIASES if kind == "alias" else FILES[KINDS[kind]][0]


def add_row(folder: Path, kind: str, cells: Mapping[str, Any]) -> tuple[Path, msgspec.Struct]:
    """Append a row to a table of a folder, which is made where it is not there; return the file and the row.

    Args:
        folder: of the user's own tables.
        kind: one of KINDS.
        cells: field of the row's struct to value (text, tuple of texts, or number); a missing id is made from the name.

    Raises:
        InputError: a value is not allowed, the row or a name is there already, or the folder is the package's.
        DataError: a table of the folder breaks its schema.
    """
    folder = folder.expanduser().resolve()
    path = folder / file_of(kind)
    if folder.is_relative_to(DATA.parents[1]):
        raise InputError(str(folder), "is inside the installed package", "Give a folder of your own: --actors FOLDER")
    struct = struct_of(kind)
    given = dict(cells)
    if "id" in struct.__struct_fields__ and kind != "alias" and not given.get("id"):
        given["id"] = made_id(kind, given)
    row = struct(**{name: given.get(name, _empty(struct, name)) for name in struct.__struct_fields__})
    shipped = load_compiled().tables
    held = any(folder.glob("*.csv")) or any(folder.glob("*.txt")) if folder.is_dir() else False
    own = read_own(folder, shipped) if held else None
    _check(path, kind, row, shipped, own)
    _append(path, struct, row)
    return path, row


def made_id(kind: str, cells: Mapping[str, Any]) -> str:
    """An id from name and country: "group:mer-northern-front"; "" without a name."""
    words = slug(str(cells.get("name") or ""))
    if not words:
        return ""
    country = str(cells.get("country") or "").lower()
    prefix = {"person": "person", "group": "group", "body": "gov", "place": "place", "outlet": "outlet"}.get(kind)
    if prefix is None:
        types = {"igo": "igo", "regional_org": "igo", "state_coalition": "coalition"}
        prefix = types.get(str(cells.get("actor_type")), "org")
    return f"{prefix}:" + "-".join(w for w in (country if kind in ("group", "body") else "", words) if w)


def _empty(struct: type[msgspec.Struct], name: str) -> Any:
    return {"str": "", "Names": (), "float | None": None}[str(struct.__annotations__[name])]


# -- checks ----------------------------------------------------------------------------------------------


def _check(path: Path, kind: str, row: msgspec.Struct, shipped: Tables, own: Own | None) -> None:
    table = KINDS[kind]
    place = f"new row {labels(row)}"
    everything = merge(shipped, [own]) if own else shipped
    one: dict[str, Any] = {table: (row,)} if table in FILES else {}
    added = Tables(**one)
    for name in ("name", "phrase", "alias"):
        if getattr(row, name, "x") == "":
            raise InputError(str(path), "the cell is empty", "Fill it", f"new row, column {name}")
    for bad in problems(table, row, known_ids(everything, added)):
        raise InputError(str(path), bad.problem, bad.remedy, f"{place}, column {bad.column}")
    for where, rows in _rows(table, shipped, own):
        if any(_same(row, other) for other in rows):
            raise InputError(str(path), f"the row is in {where} already", _remedy(kind), place)
        if other := _same_item(row, rows):
            raise InputError(str(path), f"the Wikidata id is that of {other} in {where}", _remedy(kind), place)
    if table in NAMED or kind == "alias":
        _check_names(path, row, kind, everything, place)


def _rows(table: str, shipped: Tables, own: Own | None) -> Iterator[tuple[str, Sequence[msgspec.Struct]]]:
    if table in FILES:
        yield "the shipped tables", getattr(shipped, table)
    if own is not None:
        yield "this folder", own.aliases if table == "aliases" else getattr(own.tables, table)


def _same(row: msgspec.Struct, other: msgspec.Struct) -> bool:
    """Whether two rows are of one thing: one id, else the same cells but for source and acting."""
    if hasattr(row, "id") and not isinstance(row, OwnAlias):
        return bool(row.id == other.id)  # type: ignore[attr-defined]
    for name in ("phrase", "alias"):
        if hasattr(row, name) and not isinstance(row, OwnAlias):
            return bool(getattr(row, name).casefold() == getattr(other, name).casefold())
    names = [n for n in row.__struct_fields__ if n not in ("source", "acting", "end")]
    return all(getattr(row, n) == getattr(other, n) for n in names)


def _same_item(row: msgspec.Struct, others: Sequence[msgspec.Struct]) -> str | None:
    """The row that bears a row's Wikidata id already, as it is spoken of; None where there is none."""
    item = getattr(row, "wikidata_id", "")
    return next((labels(other) for other in others if item and getattr(other, "wikidata_id", "") == item), None)


def _remedy(kind: str) -> str:
    if kind in ("tenure", "relation", "alias", "role", "ambiguous"):
        return "Nothing needs to be added; change the row in your file where it is wrong"
    return "Add a further name with: dragoman actors add alias; or give another --id"


def _check_names(path: Path, row: msgspec.Struct, kind: str, everything: Tables, place: str) -> None:
    """No new name may be another's already, unless ambiguous.csv says so; persons may share a surname."""
    entry = str(row.id)  # type: ignore[attr-defined]
    names = (str(row.alias),) if isinstance(row, OwnAlias) else names_of_row(row)
    listed = {bare(a.alias): a.ids for a in everything.ambiguous}
    bearers: dict[str, list[str]] = {}
    full_names: set[str] = set()
    for table in NAMED:
        for other in getattr(everything, table):
            full_names.add(bare(other.name))
            for name in (*names_of_row(other), *getattr(other, "adjectives", ()), *getattr(other, "metonyms", ())):
                bearers.setdefault(bare(name), []).append(other.id)
    for name in names:
        others = bearers.get(bare(name), [])
        if isinstance(row, OwnAlias) and entry in others:
            raise InputError(str(path), f"{entry} bears the name {name!r} already", "Nothing needs to be added", place)
        if entry.startswith("person:") and bare(name) not in full_names:
            others = [other for other in others if not other.startswith("person:")]
        others = [other for other in others if other != entry]
        if others and entry not in listed.get(bare(name), ()):
            ids = " ".join(f"--ids {i}" for i in dict.fromkeys((*others, entry)))
            raise InputError(
                str(path),
                f"the name {name!r} belongs to {', '.join(dict.fromkeys(others))}",
                "Leave it out, or add the row without it, then list it as meaning both: dragoman actors add ambiguous "
                f"--alias {name!r} {ids}; and add it with: dragoman actors add alias",
                place,
            )


# -- writing ---------------------------------------------------------------------------------------------


def _append(path: Path, struct: type[msgspec.Struct], row: msgspec.Struct) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    if not before.strip():
        before = ""
        writer.writerow(columns(struct))
    writer.writerow([_written(getattr(row, name)) for name in struct.__struct_fields__])
    if before and not before.endswith("\n"):
        before += "\n"
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(before + text.getvalue(), encoding="utf-8", newline="")
        part.replace(path)
    except OSError as error:
        raise InputError(str(path), f"cannot be written ({error.strerror})", "Check the folder's permissions") from None


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return "|".join(value)
    return "" if value is None else str(value)
