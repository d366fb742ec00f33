"""`dragoman ingest`: reads articles into a record, codes what is new, and links everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.outcome import finish, is_warning
from dragoman.cli.progress import progress
from dragoman.cli.services import Services, pass_services
from dragoman.errors import OptionError

if TYPE_CHECKING:
    from dragoman.store import AddResult


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--db", required=True, metavar="FILE", help="The record, a DuckDB file; made where there is none.")
@click.option("--published", metavar="DATE", help="Day of publication where an article does not tell it.")
@click.option("--outlet", metavar="NAME", help="Outlet where an article does not tell it.")
@click.option("--replace-changed", is_flag=True, help="Take the new text of an article that is known with another.")
@click.option("--threads", type=click.IntRange(1, 64), metavar="N", help="Threads of the model. Default: at most four.")
@pass_services
def command(
    services: Services,
    paths: tuple[str, ...],
    db: str,
    published: str | None,
    outlet: str | None,
    replace_changed: bool,
    threads: int | None,
) -> None:
    """Read files, folders or "-", leave out what is known, code the rest, and put it into the record.

    Run it again at any time: what is in the record stays, what was broken off goes on.

    \b
    Example:
      dragoman ingest articles/ more.jsonl --db syria.duckdb
      cat article.txt | dragoman ingest - --db syria.duckdb --published 2016-12-17 --outlet Reuters
    """
    from dragoman.recording import Store, ingest
    from dragoman.sources import Defaults, read_paths

    for path in paths:
        if path.lower().startswith(("http://", "https://")):
            raise OptionError(f"{path}: fetching pages is not in this version. Save the page and give the file")
    defaults = Defaults(published=published, outlet=outlet)
    items = read_paths(paths, defaults=defaults, extract=services.extractor())
    options = {"paths": list(paths), "published": published, "outlet": outlet, "replace_changed": replace_changed}
    with progress() as shown:
        shown.step("Loading the model")
        coder = services.coder(threads)
    with Store(db) as store, progress() as shown:
        try:
            done = ingest(store, coder, items, options=options, replace_changed=replace_changed, step=shown.step)
        except KeyboardInterrupt:
            click.echo("Stopped. What was coded is kept; run the same command again to go on.", err=True)
            raise click.exceptions.Exit(130) from None
    n_read = len(done.added.new) + len(done.added.duplicates) + len(done.added.replaced)
    failed = sum(not is_warning(failure) for failure in done.failures)
    _tell(done.added, n_read, (done.n_coded, done.n_mentions), done.record, failed)
    finish(done.failures, read=n_read, found=n_read)


def _tell(added: AddResult, n_read: int, coded: tuple[int, int], held: dict[str, int], failed: int) -> None:
    from dragoman.reports.say import counted

    replaced = f", {len(added.replaced):,} replaced" if added.replaced else ""
    lines = {
        "read": f"{counted(n_read, 'article')}: {len(added.new):,} new,"
        f" {len(added.duplicates):,} known already{replaced}",
        "coded": f"{counted(coded[0], 'article')}, {counted(coded[1], 'event mention')}",
        "record": ", ".join(
            counted(held[name], name.removesuffix("s")) for name in ("events", "tracks", "exclusions", "agreements")
        ),
        "failed": f"{failed:,}",
    }
    for name, text in lines.items():
        click.echo(f"{name:<8}{text}")
