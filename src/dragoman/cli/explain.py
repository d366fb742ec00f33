"""`dragoman explain`: why an event was coded so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.destination import open_output
from dragoman.cli.genre import genre_option
from dragoman.cli.listing import open_store
from dragoman.cli.outcome import NOTHING_FOUND, finish
from dragoman.cli.services import Services, actors_option, pass_services
from dragoman.errors import OptionError

if TYPE_CHECKING:
    from dragoman.records import Document, Failure
    from dragoman.reports.explanation import Explanation, Traces
    from dragoman.sources import Defaults


@click.command("explain")
@click.argument("event_id", required=False)
@click.option("--db", metavar="FILE", help="The record that has the event, a DuckDB file made by ingest.")
@click.option(
    "--text", metavar="TEXT", help='Code this text and explain what is found in it; "-" reads standard input.'
)
@click.option("--published", metavar="DATE", help="With --text: the day of publication.")
@click.option("--outlet", metavar="NAME", help="With --text: the outlet.")
@genre_option
@click.option(
    "--no-parse", is_flag=True, help="With an id: leave out what takes the model, as tree and alternatives. Quicker."
)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="Default: text.")
@actors_option
@pass_services
def command(
    services: Services,
    event_id: str | None,
    db: str | None,
    text: str | None,
    published: str | None,
    outlet: str | None,
    genre: str | None,
    no_parse: bool,
    form: str,
) -> None:
    """Show why an event (ev_…) or one mention of it (em_…) was coded so, or what is made of a text.

    Shown are the sentence with its parts; who says so through whom, and the status history; who decided on the
    type, the rule with its place and wording, the model's other labels, and what the pair of actors alone is read
    as; which words set status, polarity, certainty and tense; why each participant was taken for who it is, and
    its other roles; the tree of the sentence; and what was weighed and left out, with the threshold that it missed.
    An event of a record is read again, from the text that the record keeps.

    \b
    Example:
      dragoman explain --text "Oman hosted talks between the rebels and the government." --published 2016-08-07
      dragoman events --db syria.duckdb --format jsonl | head -1
      dragoman explain ev_0123456789abcdef --db syria.duckdb
    """
    if (event_id is None) == (text is None):
        raise OptionError("explain: give an id of an event or mention with --db FILE, or a text with --text")
    if text is not None:
        if db is not None or no_parse:
            raise OptionError(f"{'--db' if db is not None else '--no-parse'}: goes with an id, not with --text")
        from dragoman.sources import Defaults

        _explain_texts(services, text, Defaults(published=published, outlet=outlet, genre=genre), form)
        return
    if db is None or published or outlet or genre:
        missing = (
            "--db: say which record has the event" if db is None else "--published, --outlet, --genre: go with --text"
        )
        raise OptionError(missing)
    assert event_id is not None
    told = _from_record(services, event_id, db, no_parse)
    if told is None:
        click.echo(f"dragoman: {db}: no event or mention {event_id!r}. Run: dragoman events --db {db}", err=True)
        raise click.exceptions.Exit(NOTHING_FOUND)
    _show([told], form)


def _from_record(services: Services, event_id: str, db: str, no_parse: bool) -> Explanation | None:
    """The explanation of an event or mention of a record, None where it has none of this id."""
    from dragoman.reports.explanation import Explanation, explain_event, explain_mention
    from dragoman.reports.names import Names

    with open_store(db) as store:
        coder = cache(lambda: services.coder(None))

        @cache
        def traced(document_id: str) -> Any:
            document = store.document(document_id)
            return coder().trace(document) if document is not None and document.text else None

        traces: Traces | None = None if no_parse else traced
        event = store.event(event_id)
        if event is None:
            mention = store.mention(event_id)
            if mention is None:
                return None
            view = explain_mention(mention, traces)
            return Explanation(id=mention.id, head=view.head, facts=[], history=[], mentions=[view])
        mentions = list(store.mentions(event_id=event_id))
        track = store.track(event.track_id) if event.track_id else None
        names = Names(store.participations([event_id]), mentions, services.name_of)
        return explain_event(
            event, mentions, list(store.status_history(event_id)), track.name if track else None, names, traces
        )


def _explain_texts(services: Services, text: str, defaults: Defaults, form: str) -> None:
    """Code a text, or what standard input holds, and explain each event; exit code 1 where there is none."""
    from dragoman.reports.explanation import explain_text

    failures: list[Failure] = []
    documents = list(_documents(services, text, defaults, failures))
    coder = services.coder(None) if documents else None
    told = [explain_text(coder.trace(document)) for document in documents if coder]
    if told:
        _show(told, form)
    finish(failures, read=len(told), found=sum(len(one.mentions) for one in told))


def _documents(services: Services, text: str, defaults: Defaults, failures: list[Failure]) -> list[Document]:
    from dragoman.records import Document
    from dragoman.records import Failure as Failed
    from dragoman.sources import read_paths

    if text != "-":
        return [Document.of(text, published=defaults.published, outlet=defaults.outlet, genre=defaults.genre)]
    read = list(read_paths(("-",), defaults=defaults, extract=services.extractor()))
    failures += [item for item in read if isinstance(item, Failed)]
    return [item for item in read if isinstance(item, Document)]


def _show(told: list[Explanation], form: str) -> None:
    """Print explanations: as text, or as JSON, an object a line."""
    if form == "text":
        from dragoman.cli.explained import print_explanation

        for one in told:
            print_explanation(one)
        return
    import msgspec

    with open_output(None) as stream:
        for one in told:
            stream.write(msgspec.json.encode(one) + b"\n")
