"""`dragoman explain`: why an event was coded so."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.destination import on_terminal, open_output
from dragoman.cli.listing import open_store, store_option
from dragoman.cli.outcome import NOTHING_FOUND
from dragoman.cli.services import Services, pass_services

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from dragoman.coder.alternatives import Considered
    from dragoman.records import EventMention
    from dragoman.reports.explanation import Explanation, MentionView, Piece
    from dragoman.store import Store


@click.command("explain")
@click.argument("event_id")
@store_option
@click.option("--no-parse", is_flag=True, help="Leave out what takes the model: tree and alternatives. Quicker.")
@pass_services
def command(services: Services, event_id: str, db: str, no_parse: bool) -> None:
    """Show for an event (ev_…) or one mention of it (em_…): the sentence with trigger and participants, the
    rule, the model, who says so through whom, the status history, why each actor was taken for who it is, the
    way from the trigger to it through the sentence's tree (↑ to the head, ↓ to a dependent), and the readings
    that were weighed: other labels, other rules, and what the pair of actors alone is read as.

    \b
    Example:
      dragoman events --db syria.duckdb --format jsonl | head -1
      dragoman explain ev_0123456789abcdef --db syria.duckdb
    """
    from dragoman.reports.explanation import Explanation, explain_event, explain_mention
    from dragoman.reports.names import Names

    with open_store(db) as store:
        reader = None if no_parse else _Reader(services, store)
        parses, weighs = (reader.sentences, reader.weighs) if reader else (None, None)
        event = store.event(event_id)
        if event is not None:
            mentions = list(store.mentions(event_id=event_id))
            history = list(store.status_history(event_id))
            track = store.track(event.track_id) if event.track_id else None
            names = Names(store.participations([event_id]), mentions, services.name_of)
            told = explain_event(event, mentions, history, track.name if track else None, names, parses, weighs)
        else:
            mention = store.mention(event_id)
            if mention is None:
                click.echo(
                    f"dragoman: {db}: no event or mention {event_id!r}. Run: dragoman events --db {db}",
                    err=True,
                )
                raise click.exceptions.Exit(NOTHING_FOUND)
            view = explain_mention(mention, parses, weighs)
            told = Explanation(id=mention.id, head=view.head, facts=[], history=[], mentions=[view])
    _print(told)


class _Reader:
    """Reads documents of the store again, each once; the coder is made when the first is asked for."""

    def __init__(self, services: Services, store: Store) -> None:
        self._coder = cache(lambda: services.coder(None))
        self._document = store.document
        self._coded = cache(self._read)

    def sentences(self, document_id: str) -> Sequence[Any]:
        """Parsed sentences of a document; none where the store has it not."""
        coded = self._coded(document_id)
        return coded.sentences if coded else []

    def weighs(self, mention: EventMention) -> Considered | None:
        """What was weighed for a mention; None where its document is not there or its trigger was not parsed."""
        from dragoman.coder.alternatives import considered

        coded = self._coded(mention.document.id)
        return considered(self._coder(), coded, mention) if coded else None

    def _read(self, document_id: str) -> Any:
        document = self._document(document_id)
        return next(iter(self._coder().code_many([document]))) if document else None


def _print(told: Explanation) -> None:
    from rich.console import Console

    from dragoman.cli.tables import PIPE_WIDTH

    text = io.StringIO()
    screen = on_terminal()
    console = Console(markup=False, highlight=False, emoji=False, width=None if screen else PIPE_WIDTH,
                      file=None if screen else text, no_color=not screen)  # fmt: skip
    _event(console, told)
    for view in told.mentions:
        _mention(console, view, marks=not screen)
    if not screen:
        with open_output(None) as stream:
            lines = (line.rstrip() for line in text.getvalue().splitlines())
            stream.write(("\n".join(lines) + "\n").encode("utf-8"))


def _event(console: Console, told: Explanation) -> None:
    from rich.table import Table
    from rich.text import Text

    from dragoman.cli.tables import printable

    if told.facts:
        console.print(Text(f"{told.head}  {told.id}", style="bold"))
        _facts(console, told.facts)
    if told.history:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
        for row in told.history:
            table.add_row(*(Text(printable(cell)) for cell in row))
        console.print(Text("\nStatus, as it was told", style="bold"))
        console.print(table)


def _mention(console: Console, view: MentionView, *, marks: bool) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from dragoman.cli.tables import printable

    console.print()
    console.print(Text(f"{view.head}  {view.id}", style="bold"))
    console.print(Text(printable(view.article)))
    if view.address:
        console.print(Text(printable(view.address), style="dim"))
    sentence = Text()
    for piece in view.pieces:
        _piece(sentence, piece, printable(piece.text), marks)
    console.print()
    console.print(Padding(sentence, (0, 4)))
    console.print()
    console.print(Text(printable("Who says so: " + " ← ".join(view.chain))))
    _facts(console, view.facts)
    if view.weighed:
        console.print(Text("\nReadings that were weighed", style="bold"))
        _facts(console, view.weighed)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for head in ("role", "words", "taken for", "why", "way from the trigger"):
        table.add_column(head, overflow="fold")
    for who in view.participants:
        said = who.said + (" (another sentence)" if who.outside else "")
        actor = "; ".join(filter(None, [who.actor, who.person, who.exclusion]))
        table.add_row(*(Text(printable(cell)) for cell in (who.role, said, actor, who.why, who.path)))
    if view.participants:
        console.print()
        console.print(table)


def _piece(sentence: Text, piece: Piece, text: str, marks: bool) -> None:
    if not piece.mark:
        sentence.append(text)
    elif piece.mark == "trigger":
        sentence.append(f"«{text}»" if marks else text, style="bold reverse")
    else:
        sentence.append(f"[{text}]" if marks else text, style="underline")
        sentence.append(f"({piece.mark})" if marks else f" {piece.mark}", style="dim italic")


def _facts(console: Console, facts: list[tuple[str, str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    from dragoman.cli.tables import printable

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in facts:
        table.add_row(Text(name), Text(printable(value)))
    console.print(table)
