"""`dragoman export`: the record as other programs read it."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.destination import on_terminal, open_output
from dragoman.cli.listing import about, filter_options, make_filters, open_store, store_option
from dragoman.cli.outcome import NOTHING_FOUND
from dragoman.errors import InputError, OptionError


def _list_exporters(ctx: click.Context, option: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from dragoman.exports.registry import exporter, names

    for name in names():
        found = exporter(name)
        endings = ", ".join(ending or "folder" for ending in found.endings)
        click.echo(f"{name:11} {found.summary} [{endings}]")
    ctx.exit()


@click.command("export")
@store_option
@filter_options
@click.option("--status", multiple=True, metavar="STATUS", help="Only this status; may be given several times.")
@click.option("--as", "name", required=True, metavar="NAME", help="For which program; --list tells them all.")
@click.option("--out", required=True, metavar="PATH", help="File, or folder where the export is several tables.")
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list_exporters, help="List what --as takes."
)
def command(
    db: str, conflict: str | None, since: str | None, until: str | None, status: tuple[str, ...], name: str, out: str
) -> None:
    """Write the record for another program: mend, acled, cameo, plover, network and projection (GraphML, GEXF,
    CSV), geojson, csv with a codebook, parquet, stata.

    The ending of --out chooses among what an export can write; a name without an ending is a folder. Which
    events are in an export is said in docs/formats.md. plover writes JSON lines, or one list into a name in .json.

    \b
    Example:
      dragoman export --db syria.duckdb --as network --out syria.graphml
      dragoman export --db syria.duckdb --conflict Syria --since 2016-12 --as stata --out syria-stata
      dragoman export --list
    """
    from dragoman.exports.content import gather
    from dragoman.exports.registry import ending_of, exporter

    chosen = exporter(name)
    piped = out == "-"
    if piped and chosen.endings[0] == "":
        raise OptionError(f"--out -: --as {name} writes several files. Give a folder")
    ending = chosen.endings[0] if piped else ending_of(chosen, out)
    filters = make_filters(conflict, since, until, status)
    with open_store(db) as store:
        filters = about(store, filters)
        content = gather(store, filters)
    if not content.events:
        click.echo("Nothing found.", err=True)
        raise click.exceptions.Exit(NOTHING_FOUND)
    parts = chosen.parts(content, ending)
    if not ending:
        _make_folder(out)
    for part in parts:
        path = out if ending else str(Path(out) / part.name)
        with open_output(path) as stream:
            count = part.write(stream)
        if not (piped and on_terminal()):
            click.echo(f"{path}: {count:,}", err=True)


def _make_folder(out: str) -> None:
    try:
        Path(out).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(out, f"cannot be made a folder ({error.strerror})", "Choose another name") from error
