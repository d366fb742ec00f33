"""`dragoman code`: prints what articles say, and stores nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

import click

from dragoman.cli.destination import on_terminal, open_output
from dragoman.cli.fetching import fetch_options, fetcher_of
from dragoman.cli.genre import genre_option
from dragoman.cli.outcome import finish
from dragoman.cli.progress import Progress, progress
from dragoman.cli.services import Services, actors_option, pass_services
from dragoman.errors import OptionError
from dragoman.records import Document, EventMention, Failure

if TYPE_CHECKING:
    from dragoman.coder import CodedDocument
    from dragoman.screening import Screen, Tally

FORMATS = ("table", "jsonl", "csv", "parquet", "plover", "cameo")


@click.command("code")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: table on a terminal, else jsonl; with --out by the file's ending.",
)
@click.option("--out", metavar="FILE", help="Write to a file instead of printing.")
@click.option("--published", metavar="DATE", help="Day of publication where an article does not tell it.")
@click.option("--outlet", metavar="NAME", help="Outlet where an article does not tell it.")
@genre_option
@click.option("--with-text", is_flag=True, help="jsonl only: before a document's events a line with its text.")
@click.option(
    "--characterisations",
    is_flag=True,
    help="jsonl only: behind a document's events what its author judges of actors and talks, a line each.",
)
@click.option(
    "--screen/--no-screen",
    default=False,
    help="Set articles aside that are not English or have hardly a word of war and peace, or code all (default).",
)
@click.option("--threads", type=click.IntRange(1, 64), metavar="N", help="Threads of the model. Default: at most four.")
@fetch_options
@actors_option
@pass_services
def command(
    services: Services,
    paths: tuple[str, ...],
    form: str | None,
    out: str | None,
    published: str | None,
    outlet: str | None,
    genre: str | None,
    with_text: bool,
    characterisations: bool,
    threads: int | None,
    screen: bool,
) -> None:
    """Say who brokers, who meets, who is kept out, in files, folders or "-" (standard input).

    Reads .txt, .md, .html, .pdf, .jsonl, .json, .csv, .tsv, .parquet, web archives (.warc.gz, .wet.gz) and mail
    (.eml, .mbox, Maildir); with --fetch also web addresses, feeds, sitemaps, lists of addresses and GDELT tables.
    Tables and JSON need a field "text" and may have id, url, title, outlet, published, author.

    \b
    Example:
      dragoman code article.txt --published 2016-12-17 --outlet Reuters
      dragoman code articles/ --format jsonl --out events.jsonl
      cat article.txt | dragoman code - --format plover
    """
    from dragoman.exports import FORMATS as WRITERS
    from dragoman.exports import format_of_file
    from dragoman.sources import Defaults, read_paths

    to_screen = (out is None or out == "-") and on_terminal()
    to_file = out is not None and out != "-"
    form = form or (format_of_file(out) if to_file and out else "table" if to_screen else "jsonl")
    if with_text and form != "jsonl":
        raise OptionError(f"--with-text: format {form} has no place for texts. Use --format jsonl")
    if characterisations and form != "jsonl":
        raise OptionError(f"--characterisations: format {form} has no place for them. Use --format jsonl")
    if form in WRITERS and WRITERS[form].binary and to_screen:
        raise OptionError(f"--format {form}: not for a terminal. Say --out FILE")
    read = read_paths(
        paths,
        defaults=Defaults(published=published, outlet=outlet, genre=genre),
        extract=services.extractor(),
        fetch=fetcher_of(services),
    )
    failures: list[Failure] = []
    mentions: list[EventMention] = []
    with progress(shown=form == "table" or not to_screen) as shown:
        shown.step("Loading the model")
        run = _Run(services.coder(threads), failures, shown, services.screen() if screen else None)
        coded = run.documents(read)
        if form == "table":
            mentions = [event for document in coded for event in document.events]
        else:
            with open_output(out) as stream:
                documents = _flushing(coded, stream)
                if with_text or characterisations:
                    from dragoman.exports.json_lines import write_documents

                    write_documents(documents, stream, text=with_text, characterisations=characterisations)
                else:
                    WRITERS[form].write((event for document in documents for event in document.events), stream)
    if mentions:
        _print_table(mentions, out)
    if run.aside and run.aside.total:
        from dragoman.cli.summary import set_aside

        click.echo(f"note: set aside {set_aside(run.aside)}", err=True)
    if run.again:
        words = "article was" if run.again == 1 else "articles were"
        click.echo(f"note: {run.again:,} {words} given more than once and read once", err=True)
    finish(failures, read=run.read, found=run.found)


class _Run:
    """Counts what goes through; `aside` is what a screen held back, None without one.

    `again` counts articles that came before with the same id and text. Watching for them takes about 100 bytes an article.
    """

    def __init__(self, coder: object, failures: list[Failure], shown: Progress, screen: Screen | None = None) -> None:
        self.coder, self.failures, self.shown, self.screen = coder, failures, shown, screen
        self.read = self.found = self.again = 0
        self._known: set[int] = set()
        self.aside: Tally | None = None

    def documents(self, items: Iterable[Document | Failure]) -> Iterator[CodedDocument]:
        """Code what was read; what failed goes to `failures`."""
        from dragoman.coder.stream import code_stream

        for coded in code_stream(self.coder, self._read(items)):
            if isinstance(coded, Failure):
                self.failures.append(coded)
                continue
            self.read += 1
            self.found += len(coded.events)
            self.shown.step("Coding articles", self.read)
            yield coded

    def _read(self, items: Iterable[Document | Failure]) -> Iterator[Document]:
        for item in items:
            if isinstance(item, Failure):
                self.failures.append(item)
            elif self._came_before(item):
                self.again += 1
            elif not self._held_back(item):
                yield item

    def _came_before(self, document: Document) -> bool:
        key = hash((document.id, document.sha256))
        if key in self._known:
            return True
        self._known.add(key)
        return False

    def _held_back(self, document: Document) -> bool:
        if self.screen is None or (outcome := self.screen.judge(document)) is None:
            return False
        from dragoman.screening import Tally

        self.aside = self.aside or Tally()
        self.aside.add(document, outcome)
        self.read += 1
        return True


def _flushing(coded: Iterable[CodedDocument], stream: BinaryIO) -> Iterator[CodedDocument]:
    """Hand documents through and flush after each, so that a reader at a pipe's other end need not wait."""
    for document in coded:
        yield document
        stream.flush()


def _print_table(mentions: list[EventMention], out: str | None) -> None:
    from dragoman.cli.tables import print_table
    from dragoman.reports.tables import mention_table

    print_table(mention_table(mentions), out)
