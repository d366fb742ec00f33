"""`dragoman tracks`: lines of talks side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.listing import about, listing_options, make_filters, open_store, show
from dragoman.cli.services import Services, pass_services

if TYPE_CHECKING:
    from dragoman.reports.tables import Table


SHORT = 12
"""Up to so many tracks are all shown."""


@click.command("tracks")
@click.option("--all", "everything", is_flag=True, help="Also show tracks on which very little is known.")
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
    everything: bool,
) -> None:
    """List lines of talks: brokers, parties, who is excluded, venue, state and last change.

    The status of a track is its state (proposed, preparatory, active, suspended, dormant, merged, ended) or
    the status of its last event. The conflict with most articles comes first, within it the latest change.
    A long table leaves out tracks that a single report mentions once; other formats hold all.

    \b
    Example:
      dragoman tracks --db syria.duckdb --status active
    """
    filters = make_filters(conflict, since, until, status, states=True)
    with open_store(db) as store:
        filters = about(store, filters)
        tracks = list(store.tracks(filters))

    def table() -> Table:
        from dragoman.linking.track_rows import is_thin
        from dragoman.reports.names import Names
        from dragoman.reports.tables import track_table

        short = everything or len(tracks) <= SHORT
        shown = tracks if short else [track for track in tracks if not is_thin(track)]
        return track_table(shown, Names(name_of=services.name_of), hidden=len(tracks) - len(shown))

    show(tracks, table, form, out)
