"""`dragoman events`: what the record holds to have happened or to be planned."""

from __future__ import annotations

import click
import msgspec

from dragoman.cli.listing import listing_options, make_filters, open_store, show, track_names
from dragoman.cli.services import Services, pass_services


@click.command("events")
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
    """List events with date, status, who mediates, who takes part, place and number of independent sources.

    \b
    Example:
      dragoman events --db syria.duckdb --since 2016-12 --status held
      dragoman events --db syria.duckdb --format csv --out events.csv
    """
    filters = make_filters(conflict, since, until, status)
    with open_store(db) as store:
        events = list(store.events(filters))
        people: dict[str, list[object]] = {}
        for row in store.participations([event.id for event in events]):
            people.setdefault(row.event_id, []).append(row)
        tracks = track_names(store.tracks())
    rows = [
        msgspec.structs.asdict(event)
        | {"track": tracks.get(event.track_id or ""), "participants": people.get(event.id, [])}
        for event in events
    ]

    def table() -> object:
        from dragoman.reports.names import Names
        from dragoman.reports.tables import event_table

        return event_table(events, people, tracks, Names(name_of=services.name_of))  # type: ignore[arg-type]

    show(rows, table, form, out)  # type: ignore[arg-type]
