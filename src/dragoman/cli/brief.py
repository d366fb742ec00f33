"""`dragoman brief`: the report that a person reads and sends on."""

from __future__ import annotations

import click

from dragoman.cli.destination import open_output
from dragoman.cli.listing import conflicts_meant, filter_options, make_filters, open_store, store_option
from dragoman.cli.outcome import NOTHING_FOUND
from dragoman.cli.services import Services, pass_services
from dragoman.errors import OptionError


@click.command("brief")
@store_option
@filter_options
@click.option("--out", required=True, metavar="FILE", help="FILE.html for a web page, FILE.md for Markdown.")
@pass_services
def command(services: Services, db: str, conflict: str | None, since: str | None, until: str | None, out: str) -> None:
    """Write a brief: what changed, tracks side by side, who is in the room and who is out, agreements, where
    sources disagree, who brokers. Each line has a note with the sentence that it rests on.

    With --since, brokers are also compared with the time before. With --until, the brief says what was known on that day: articles
    published later are left out.

    \b
    Example:
      dragoman brief --db syria.duckdb --conflict Syria --since 2016-12-01 --out syria.html
    """
    from dragoman.recording import as_known
    from dragoman.reports.brief import to_html, to_markdown
    from dragoman.reports.material import gather
    from dragoman.reports.view import brief

    writers = {".html": to_html, ".htm": to_html, ".md": to_markdown}
    writer = next((write for ending, write in writers.items() if out.lower().endswith(ending)), None)
    if writer is None:
        raise OptionError(f"--out: {out!r} ends in neither .html nor .md. Write a name such as brief.html")
    make_filters(conflict, since, until)
    with open_store(db) as whole, as_known(whole, until) as store:
        material = gather(
            store,
            conflict=conflicts_meant(whole, conflict),
            since=since,
            until=until,
            name_of=services.name_of,
            whole_of=services.whole_of,
        )
        if not material.window:
            click.echo(
                f"dragoman: {db}: no events match. See what there is with: dragoman events --db {db}",
                err=True,
            )
            raise click.exceptions.Exit(NOTHING_FOUND)
        text = writer(brief(material))
    with open_output(out) as stream:
        stream.write(text.encode("utf-8"))
    click.echo(f"{out}: {len(material.window):,} events", err=True)
