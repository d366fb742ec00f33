"""`dragoman ingest`: reads articles into a record, codes what is new, and links everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.outcome import finish, is_warning
from dragoman.cli.progress import Progress, progress
from dragoman.cli.services import Services, pass_services
from dragoman.errors import OptionError
from dragoman.records import Document, EventMention, Failure

if TYPE_CHECKING:
    from dragoman.store import AddResult, Store

COMMIT_EVERY = 32
"""Articles coded between two commits: a run that is broken off loses at most the work on these."""


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--db", required=True, metavar="FILE", help="The record, a DuckDB file; made where there is none."
)
@click.option("--published", metavar="DATE", help="Day of publication where an article does not tell it.")
@click.option("--outlet", metavar="NAME", help="Outlet where an article does not tell it.")
@click.option(
    "--replace-changed", is_flag=True, help="Take the new text of an article that is known with another."
)
@click.option(
    "--threads", type=click.IntRange(1, 64), metavar="N", help="Threads of the model. Default: at most four."
)
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
    from dragoman.sources import Defaults, read_paths
    from dragoman.store import Store

    for path in paths:
        if path.lower().startswith(("http://", "https://")):
            raise OptionError(
                f"{path}: fetching pages is not in this version. Save the page and give the file"
            )
    defaults = Defaults(published=published, outlet=outlet)
    read = read_paths(paths, defaults=defaults, extract=services.extractor())
    failures: list[Failure] = []
    options = {
        "paths": list(paths),
        "published": published,
        "outlet": outlet,
        "replace_changed": replace_changed,
    }
    with progress() as shown:
        shown.step("Loading the model")
        coder = services.coder(threads)
    with Store(db) as store, progress() as shown:
        run = store.begin_run("ingest", options=options, model_version=coder.version)
        try:
            shown.step("Reading")
            added = store.add_documents(
                _documents(read, failures, shown), run_id=run, replace_changed=replace_changed
            )
            failures.extend(added.changed)
            coded = _code(store, coder, run, failures, shown)
            shown.step("Linking")
            held = _link(store)
        except KeyboardInterrupt:
            click.echo("Stopped. What was coded is kept; run the same command again to go on.", err=True)
            raise click.exceptions.Exit(130) from None
        store.add_failures(failures, run)
        store.finish_run(run)
    n_read = len(added.new) + len(added.duplicates) + len(added.replaced)
    _tell(added, n_read, coded, held, sum(not is_warning(failure) for failure in failures))
    finish(failures, read=n_read, found=n_read)


def _documents(
    items: Iterable[Document | Failure], failures: list[Failure], shown: Progress
) -> Iterator[Document]:
    count = 0
    for item in items:
        if isinstance(item, Failure):
            failures.append(item)
        else:
            count += 1
            shown.step("Reading articles", count)
            yield item


def _code(store: Store, coder: Any, run: str, failures: list[Failure], shown: Progress) -> tuple[int, int]:
    """Code what this version has not coded yet, committing in between; return articles and mentions."""
    from dragoman.cli.coding import code_stream

    version = coder.version
    waiting = list(store.uncoded(version))
    ids: list[str] = []
    mentions: list[EventMention] = []
    n_articles = n_mentions = 0
    for number, coded in enumerate(code_stream(coder, waiting), start=1):
        shown.step("Coding articles", number, len(waiting))
        if isinstance(coded, Failure):
            failures.append(coded)
            continue
        ids.append(coded.document.id)
        mentions.extend(coded.events)
        n_articles, n_mentions = n_articles + 1, n_mentions + len(coded.events)
        if len(ids) >= COMMIT_EVERY:
            store.add_codings(ids, mentions, coder_version=version, run_id=run)
            ids, mentions = [], []
    if ids:
        store.add_codings(ids, mentions, coder_version=version, run_id=run)
    return n_articles, n_mentions


def _link(store: Store) -> dict[str, int]:
    """Compute the event layer anew and return how many rows of each kind it has."""
    from dragoman.linking import link

    record = link(list(store.documents()), list(store.mentions()))
    parts = {
        name: getattr(record, name)
        for name in (
            *("roots", "events", "participations", "status_changes"),
            *("tracks", "track_relations", "exclusions", "agreements"),
        )
    }
    store.replace_event_layer(**parts)
    return {name: len(rows) for name, rows in parts.items()}


def _tell(added: AddResult, n_read: int, coded: tuple[int, int], held: dict[str, int], failed: int) -> None:
    from dragoman.reports.say import counted

    replaced = f", {len(added.replaced):,} replaced" if added.replaced else ""
    lines = {
        "read": f"{counted(n_read, 'article')}: {len(added.new):,} new,"
        f" {len(added.duplicates):,} known already{replaced}",
        "coded": f"{counted(coded[0], 'article')}, {counted(coded[1], 'event mention')}",
        "record": ", ".join(
            counted(held[name], name.removesuffix("s"))
            for name in ("events", "tracks", "exclusions", "agreements")
        ),
        "failed": f"{failed:,}",
    }
    for name, text in lines.items():
        click.echo(f"{name:<8}{text}")
