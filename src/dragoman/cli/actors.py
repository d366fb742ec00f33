"""`dragoman actors`: who appears in which roles, and which words name nobody that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.listing import listing_options, make_filters, open_store, show

if TYPE_CHECKING:
    from dragoman.reports.tables import Table


@click.command("actors")
@listing_options
@click.option("--unresolved", is_flag=True, help="List the words for actors that are not known, most frequent first.")
def command(
    db: str,
    conflict: str | None,
    since: str | None,
    until: str | None,
    status: tuple[str, ...],
    form: str | None,
    out: str | None,
    unresolved: bool,
) -> None:
    """List actors with their type, their roles and in how many events, and the number of independent sources.

    With --unresolved: words such as "the rebels" that could not be tied to an actor; they show where the
    actor tables need a row.

    \b
    Example:
      dragoman actors --db syria.duckdb --since 2016-12
      dragoman actors --db syria.duckdb --unresolved
    """
    from dragoman.reports import actor_rows

    filters = make_filters(conflict, since, until, status)
    with open_store(db) as store:
        mentions = list(store.mentions(filters if unresolved else None))
        events = [] if unresolved else list(store.events(filters))
        participations = [] if unresolved else list(store.participations([event.id for event in events]))
        roots = {root.document_id: root.id for root in store.roots()}
    if unresolved:
        phrases = actor_rows.unresolved(mentions)
        show(phrases, lambda: actor_rows.unresolved_table(phrases), form, out)
        return
    document = {mention.id: mention.document.id for mention in mentions}
    root_of = {mention_id: roots.get(document_id, document_id) for mention_id, document_id in document.items()}
    actors = actor_rows.actors(participations, root_of)

    def table() -> Table:
        return actor_rows.actor_table(actors)

    show(actors, table, form, out)
