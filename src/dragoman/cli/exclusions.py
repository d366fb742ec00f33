"""`dragoman exclusions`: who is kept out, how, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.listing import about, listing_options, make_filters, open_store, show, track_names
from dragoman.cli.services import Services, pass_services

if TYPE_CHECKING:
    from dragoman.reports.tables import Table


@click.command("exclusions")
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
    """List attested exclusions: who, from which track, how, by whom, and who says so.

    Somebody who is merely absent is not listed. The status is that of the event.

    \b
    Example:
      dragoman exclusions --db syria.duckdb --conflict Syria --since 2016-12-01
    """
    filters = make_filters(conflict, since, until, status)
    with open_store(db) as store:
        filters = about(store, filters)
        exclusions = list(store.exclusions(filters))
        tracks = track_names(store.tracks())
        people = list(store.participations())

    def table() -> Table:
        from dragoman.reports.names import Names
        from dragoman.reports.tables import exclusion_table

        return exclusion_table(exclusions, tracks, Names(people, name_of=services.name_of))

    show(exclusions, table, form, out)
