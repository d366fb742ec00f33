"""What the verbs share that list a part of the record: options, filters, formats, exit codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from dragoman.cli.destination import on_terminal, open_output
from dragoman.cli.outcome import NOTHING_FOUND
from dragoman.cli.periods import window
from dragoman.errors import OptionError

if TYPE_CHECKING:
    from dragoman.reports.tables import Table
    from dragoman.store import Filters, Store

F = TypeVar("F", bound=Callable[..., Any])
_CONFLICTS = 15
"""Conflicts that are told where a user names another."""
FORMATS = ("table", "jsonl", "csv", "parquet")


def store_option(function: F) -> F:
    """Add the option --db, which is required."""
    return click.option("--db", required=True, metavar="FILE", help="The record, a DuckDB file made by ingest.")(
        function
    )


def filter_options(function: F) -> F:
    """Add --conflict, --since and --until."""
    for option in (
        click.option("--until", metavar="DATE", help="Up to and with this day, month or year."),
        click.option("--since", metavar="DATE", help="From this day, month or year on."),
        click.option("--conflict", metavar="NAME", help="Only this conflict: its name, a word of it, or a country."),
    ):
        function = option(function)
    return function


def listing_options(function: F) -> F:
    """Add all options of a verb that lists: --db, filters, --status, --format and --out."""
    for option in (
        click.option("--out", metavar="FILE", help="Write to a file instead of printing."),
        click.option("--format", "form", type=click.Choice(FORMATS), help="Default: table, or by the ending of --out."),
        click.option("--status", multiple=True, metavar="STATUS", help="Only this status; may be given several times."),
    ):
        function = option(function)
    return store_option(filter_options(function))


def make_filters(
    conflict: str | None,
    since: str | None,
    until: str | None,
    status: Sequence[str] = (),
    *,
    states: bool = False,
) -> Filters:
    """Check the options and make filters of them.

    Args:
        states: also allow the states of tracks.

    Raises:
        OptionError: a date is no date, --until is before --since, or a status is none of the known ones.
    """
    from dragoman.reports.words import words
    from dragoman.store import Filters

    known = words().values("status") + (words().values("state") if states else [])
    for value in status:
        if value not in known:
            raise OptionError(f"--status: {value!r} is not known. Use one of: {', '.join(dict.fromkeys(known))}")
    window(since, until)
    return Filters(conflict=conflict, since=since, until=until, status=tuple(status) or None)


def open_store(db: str) -> Store:
    """Open the record for reading; raises StoreError where there is none or it is in use."""
    from dragoman.store import Store

    return Store(db, read_only=True)


def about(store: Store, filters: Filters) -> Filters:
    """The filters with the record's own names of the conflicts that the user means (`conflicts_meant`)."""
    given = filters.conflict
    return (
        msgspec.structs.replace(filters, conflict=conflicts_meant(store, given)) if isinstance(given, str) else filters
    )


def conflicts_meant(store: Store, given: str | None) -> tuple[str, ...] | None:
    """The record's conflicts that a user means: one of that name, else all with such a word in the name, alias or country.

    Of several it is told which they are, and where the record has none, which it has; None where nothing is asked for.
    """
    if given is None:
        return None
    known = store.conflicts()
    wanted = given.casefold().strip()
    meant = tuple(name for name, _ in known if name.casefold() == wanted)
    if meant:
        return meant
    from dragoman.actors import load

    called = {name.casefold() for name in load().conflicts_called(given)}
    meant = tuple(name for name, _ in known if name.casefold() in called or _has_word(name, wanted))
    if meant:
        click.echo(f"--conflict {given}: {', '.join(meant)}", err=True)
        return meant
    listed = ", ".join(f"{name} ({count:,})" for name, count in known[:_CONFLICTS])
    more = f" and {len(known) - _CONFLICTS} more" if len(known) > _CONFLICTS else ""
    click.echo(f"--conflict: no event is about {given!r}. Events by conflict: {listed or 'none'}{more}", err=True)
    return (given,)


def _has_word(name: str, wanted: str) -> bool:
    """Whether what is asked for begins a name or one of its words ("Tigray", "Nagorno")."""
    return bool(wanted) and re.search(rf"(?<!\w){re.escape(wanted)}", name.casefold()) is not None


def show(records: Sequence[Any], table: Callable[[], Table], form: str | None, out: str | None) -> None:
    """Print records in a format, and end with exit code 1 where there are none.

    Args:
        records: structs, or mappings by column name, all of one kind.
        table: makes the table of the same records.
    """
    if form is None:
        form = _form_of(out) if out and out != "-" else "table"
    if not records and form == "table":
        click.echo("Nothing found.", err=True)
    elif form == "table":
        from dragoman.cli.tables import print_table

        print_table(table(), out)
    else:
        _write(records, form, out)
    if not records:
        raise click.exceptions.Exit(NOTHING_FOUND)


def _form_of(out: str) -> str:
    for suffix, form in ((".jsonl", "jsonl"), (".csv", "csv"), (".parquet", "parquet"), (".txt", "table")):
        if out.lower().endswith(suffix):
            return form
    raise OptionError(f"{out}: the ending tells no format. Use .jsonl, .csv, .parquet or .txt, or say --format")


def _write(records: Sequence[Any], form: str, out: str | None) -> None:
    rows = [row if isinstance(row, Mapping) else msgspec.structs.asdict(row) for row in records]
    if form == "parquet" and (out is None or out == "-") and on_terminal():
        raise OptionError("--format parquet: not for a terminal. Say --out FILE")
    with open_output(out) as stream:
        if form == "jsonl":
            encoder = msgspec.json.Encoder()
            for row in rows:
                stream.write(encoder.encode(row) + b"\n")
        elif form == "csv":
            from dragoman.exports.comma_separated import write_rows

            write_rows((_flat(row) for row in rows), list(rows[0]) if rows else [], stream)
        else:
            from dragoman.exports.parquet import write_any

            write_any(rows, stream)


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """Lists of objects and objects as JSON text, since a cell holds only text."""

    def cell(value: Any) -> Any:
        nested = isinstance(value, dict | msgspec.Struct) or (
            isinstance(value, list) and any(isinstance(item, dict | msgspec.Struct) for item in value)
        )
        return msgspec.json.encode(value).decode() if nested else value

    return {name: cell(value) for name, value in row.items()}


def track_names(tracks: Iterable[Any]) -> dict[str, str]:
    """Names of tracks by id."""
    return {track.id: track.name for track in tracks}
