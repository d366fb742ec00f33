"""`dragoman ingest`: reads articles into a record, codes what is new, and links everything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import click

from dragoman.cli.fetching import fetch_options, fetcher_of
from dragoman.cli.genre import genre_option
from dragoman.cli.outcome import finish
from dragoman.cli.progress import progress
from dragoman.cli.services import Services, actors_option, pass_services
from dragoman.cli.spreading import spread_of, spread_options
from dragoman.cli.summary import tell
from dragoman.records import Document, Failure


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--db", required=True, metavar="FILE", help="The record, a DuckDB file; made where there is none.")
@click.option("--published", metavar="DATE", help="Day of publication where an article does not tell it.")
@click.option("--outlet", metavar="NAME", help="Outlet where an article does not tell it.")
@genre_option
@click.option("--replace-changed", is_flag=True, help="Take the new text of an article that is known with another.")
@click.option("--threads", type=click.IntRange(1, 64), metavar="N", help="Threads of the model. Default: at most four.")
@click.option(
    "--screen/--no-screen",
    default=True,
    help="Set articles aside that are not English or have hardly a word of war and peace (default), or code all, those"
    " set aside before too.",
)
@fetch_options
@spread_options
@actors_option
@pass_services
def command(
    services: Services,
    paths: tuple[str, ...],
    db: str,
    published: str | None,
    outlet: str | None,
    genre: str | None,
    replace_changed: bool,
    threads: int | None,
    screen: bool,
) -> None:
    """Read files, folders, "-" or, with --fetch, web addresses and feeds, leave out what is known, code the rest, and put
    it into the record.

    Articles that are not English, or in which hardly a word is of war and peace, are set aside: they stay in the record
    without events, and the summary counts them.

    Run it again at any time: what is in the record stays, what was broken off goes on, whoever was killed.

    \b
    Example:
      dragoman ingest articles/ more.jsonl --db syria.duckdb
      dragoman ingest archive/ --db syria.duckdb --processes 8
      dragoman ingest archive/ --db syria.duckdb --no-screen
      dragoman ingest https://news.example/feed.xml --fetch --db syria.duckdb
      cat article.txt | dragoman ingest - --db syria.duckdb --published 2016-12-17 --outlet Reuters
    """
    from dragoman.recording import Store, ingest
    from dragoman.sources import Defaults, read_paths

    defaults = Defaults(published=published, outlet=outlet, genre=genre)
    items = read_paths(paths, defaults=defaults, extract=services.extractor(), fetch=fetcher_of(services))
    options = {"paths": list(paths), "published": published, "outlet": outlet, "genre": genre,
               "replace_changed": replace_changed, "screen": screen}  # fmt: skip
    spread = spread_of(services)
    if not Path(db).exists():
        # a record is only made where there is something to put into it
        items = _with_an_article(items)
    with progress() as shown:
        shown.step("Loading the model")
        coder = services.coder(threads)
    with Store(db) as store, progress() as shown:
        try:
            done = ingest(
                store, coder, items, options=options, replace_changed=replace_changed, step=shown.step, spread=spread,
                screen=services.screen() if screen else None,
            )  # fmt: skip
        except KeyboardInterrupt:
            click.echo("Stopped. What was coded is kept; run the same command again to go on.", err=True)
            raise click.exceptions.Exit(130) from None
    n_read = len(done.added.new) + len(done.added.duplicates) + len(done.added.replaced)
    tell(done, n_read)
    finish(done.failures, read=n_read, found=n_read)


def _with_an_article(items: Iterator[Document | Failure]) -> Iterator[Document | Failure]:
    """What is read, once it is known that an article is in it; lists the failures and ends the command where none is."""
    before: list[Document | Failure] = []
    for item in items:
        before.append(item)
        if isinstance(item, Document):
            return chain(before, items)
    finish([item for item in before if isinstance(item, Failure)], read=0, found=0)
    return iter(())
