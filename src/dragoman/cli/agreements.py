"""`dragoman agreements`: texts, deals and ceasefires."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.listing import about, listing_options, make_filters, open_store, show, track_names

if TYPE_CHECKING:
    from dragoman.reports.tables import Table


@click.command("agreements")
@listing_options
def command(
    db: str,
    conflict: str | None,
    since: str | None,
    until: str | None,
    status: tuple[str, ...],
    form: str | None,
    out: str | None,
) -> None:
    """List agreements and ceasefires with class, form, dates, signatories and brokers.

    \b
    Example:
      dragoman agreements --db syria.duckdb --format jsonl
    """
    filters = make_filters(conflict, since, until, status)
    with open_store(db) as store:
        filters = about(store, filters)
        agreements = list(store.agreements(filters))
        tracks = track_names(store.tracks())

    def table() -> Table:
        from dragoman.reports.tables import agreement_table

        return agreement_table(agreements, tracks)

    show(agreements, table, form, out)
