"""`dragoman tracks`: lines of talks side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.listing import listing_options, make_filters, open_store, show
from dragoman.cli.services import Services, pass_services

if TYPE_CHECKING:
    from dragoman.reports.tables import Table


@click.command("tracks")
@listing_options
@pass_services
def command(
    services: Services,
    db: str,
    conflict: str | None,
    since: str | None,
    until: str | None,
    status: tuple[str, ...],
    form: str | None,
    out: str | None,
) -> None:
    """List lines of talks: brokers, parties, who is excluded, venue, state and last change.

    The status of a track is its state (proposed, preparatory, active, suspended, dormant, merged, ended) or
    the status of its last event.

    \b
    Example:
      dragoman tracks --db syria.duckdb --status active
    """
    filters = make_filters(conflict, since, until, status, states=True)
    with open_store(db) as store:
        tracks = sorted(store.tracks(filters), key=lambda track: track.last_change or "", reverse=True)

    def table() -> Table:
        from dragoman.reports.names import Names
        from dragoman.reports.tables import track_table

        return track_table(tracks, Names(name_of=services.name_of))

    show(tracks, table, form, out)
