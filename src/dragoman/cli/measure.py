"""`dragoman measure`: shares, presence, displacement and networks, with what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.destination import open_output
from dragoman.cli.listing import conflicts_meant, filter_options, open_store, store_option
from dragoman.cli.outcome import NOTHING_FOUND
from dragoman.cli.periods import earlier_period, first_day, last_day, window
from dragoman.errors import InputError, OptionError
from dragoman.records.dates import check_window

if TYPE_CHECKING:
    from dragoman.measures import Camp, Measure

FORMATS = ("table", "jsonl", "csv")


@click.command("measure")
@click.argument("names", metavar="[NAME]...", nargs=-1)
@store_option
@filter_options
@click.option("--track", metavar="NAME", help="Only events of this line of talks (name or id).")
@click.option(
    "--compare", metavar="FROM..TO", help="Earlier period that displacement compares with; it ends before --since."
)
@click.option("--camps", metavar="FILE", help="CSV with columns actor, camp, from, to: who stands where, and when.")
@click.option("--small", is_flag=True, help="Also give values that rest on fewer events than they should.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of the random numbers of intervals and tests.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: table, or by the ending of --out.")
@click.option("--out", metavar="FILE", help="Write to a file instead of printing.")
def command(
    names: tuple[str, ...],
    db: str,
    conflict: str | None,
    since: str | None,
    until: str | None,
    track: str | None,
    compare: str | None,
    camps: str | None,
    small: bool,
    seed: int,
    form: str | None,
    out: str | None,
) -> None:
    """Compute measures over events that took place, each with its formula, numbers, interval and warnings.

    NAME is a measure by name or number (mediation_share or m1); several may be given; without one, m1 to m10
    are computed; "all" adds networks, tracks, alignment and outlook. --compare sets the time before --since beside it:
    who gained, who was displaced, with a permutation test. Where brokers speak of their own part, shares are
    also given without such reports. Values that rest on fewer than 8 held events (20 for networks) are
    withheld unless --small is given. outlook draws on the tracks of the whole record; --track and --conflict say
    whose outlook is given.

    \b
    Example:
      dragoman measure --db syria.duckdb --conflict Syria
      dragoman measure displacement --db syria.duckdb --since 2016-11 --until 2017-03 --compare 2015-10..2016-10
      dragoman measure outlook --db syria.duckdb --track "Astana talks"
      dragoman measure brokerage --db syria.duckdb --camps camps.csv --format csv --out brokers.csv
    """
    from dragoman.measures import measure
    from dragoman.measures.gathering import gather
    from dragoman.reports.measure_tables import withheld

    form = form or _form_of(out)
    chosen = _chosen(names)
    first, last = later = window(since, until)
    before = earlier_period(compare, "--compare", later)
    known_camps = read_camps(camps) if camps else []
    with open_store(db) as store:
        found = gather(store, conflict=conflicts_meant(store, conflict), track=track)
    if not found.events:
        click.echo("Nothing found.", err=True)
        raise click.exceptions.Exit(NOTHING_FOUND)
    results = [
        measure(
            name,
            found.events,
            found.participations,
            exclusions=found.exclusions,
            agreements=found.agreements,
            tracks=found.tracks,
            relations=found.relations,
            since=first,
            until=last,
            compare=before,
            camps=known_camps,
            event_roots=found.event_roots,
            self_reported=found.self_reported,
            record=found.record,
            changes=found.changes,
            seed=seed,
        )
        for name in chosen
    ]
    _show(results if small else [withheld(result) for result in results], form, out)


def _chosen(names: tuple[str, ...]) -> list[str]:
    from dragoman.measures import NAMES

    known = {**{name: name for name in NAMES}, **{number: name for name, number in NAMES.items()}}
    if "all" in names:
        return list(NAMES)
    for name in names:
        if name not in known:
            raise OptionError(f"measure {name!r} is unknown. Take one of: {', '.join(NAMES)}, or all")
    return list(dict.fromkeys(known[name] for name in names)) or [n for n, code in NAMES.items() if code[0] == "m"]


def _form_of(out: str | None) -> str:
    if out is None or out == "-":
        return "table"
    for suffix, form in ((".jsonl", "jsonl"), (".csv", "csv"), (".txt", "table")):
        if out.lower().endswith(suffix):
            return form
    raise OptionError(f"{out}: the ending tells no format. Use .jsonl, .csv or .txt, or say --format")


def read_camps(path: str) -> list[Camp]:
    """Read a table of camps.

    Raises:
        InputError: there is no such file, it is not UTF-8, a column is missing, or a date is none.
    """
    import csv
    from pathlib import Path

    from dragoman.measures import Camp

    if Path(path).exists() and not Path(path).is_file():
        # opening a pipe would wait for ever
        raise InputError(path, "not a regular file", "Give a CSV file in UTF-8")
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, f"cannot be read ({error})", "Give a CSV file in UTF-8") from error
    rows = csv.DictReader(lines)
    if not {"actor", "camp"} <= set(rows.fieldnames or ()):
        raise InputError(path, "has no columns actor and camp", "Give a header: actor,camp,from,to", "line 1")
    found = []
    for row in rows:
        place = f"line {rows.line_num}"
        actor, camp = (row["actor"] or "").strip(), (row["camp"] or "").strip()
        if not actor or not camp:
            raise InputError(path, "a row without actor or camp", "Fill both or delete the row", place)
        try:
            since = first_day((row.get("from") or "").strip() or None, "from")
            until = last_day((row.get("to") or "").strip() or None, "to")
            check_window(since, until, ("from", "to"))
        except OptionError as error:
            problem, _, remedy = str(error).partition(". ")
            raise InputError(path, problem, remedy, place) from error
        found.append(Camp(actor=actor, camp=camp, since=since, until=until))
    return found


def _show(results: list[Measure], form: str, out: str | None) -> None:
    import msgspec

    from dragoman.reports.measure_tables import FIELDS, measure_rows, measure_table

    if form == "table":
        from dragoman.cli.tables import print_tables

        print_tables([measure_table(result) for result in results], out)
        return
    with open_output(out) as stream:
        if form == "csv":
            from dragoman.exports.comma_separated import write_rows

            write_rows(measure_rows(results), FIELDS, stream)
        else:
            encoder = msgspec.json.Encoder()
            for result in results:
                stream.write(encoder.encode(result) + b"\n")
