"""`dragoman events`: what the record holds to have happened or to be planned."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import click
import msgspec

from dragoman.cli.listing import about, listing_options, make_filters, open_store, show, track_names
from dragoman.cli.services import Services, pass_services
from dragoman.errors import OptionError


@click.command("events")
@click.option("--actor", metavar="NAME", help="Only with this actor, by name, part of the name or id.")
@click.option("--track", metavar="NAME", help="Only of this line of talks, by name or part of it.")
@click.option(
    "--type",
    "kinds",
    multiple=True,
    metavar="TYPE",
    help="Only this type, or: peacemaking, meetings, texts. May be given several times.",
)
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
    kinds: tuple[str, ...],
    track: str | None,
    actor: str | None,
) -> None:
    """List events with date, status, who mediates, who takes part, place and number of independent sources, in order of time.

    --type peacemaking leaves out what moves nothing by itself: praise and blame, calls, conditions, breaches, and what is no
    peacemaking at all; meetings and texts are parts of it. An event without a date of its own stands at the day of its first report.

    \b
    Example:
      dragoman events --db syria.duckdb --since 2016-12 --status held
      dragoman events --db syria.duckdb --type peacemaking --conflict Syria
      dragoman events --db syria.duckdb --type mediated_talks --track geneva --actor turkey
      dragoman events --db syria.duckdb --format csv --out events.csv
    """
    filters = msgspec.structs.replace(make_filters(conflict, since, until, status), type=_known(kinds) or None)
    with open_store(db) as store:
        filters = about(store, filters)
        events = list(store.events(filters))
        people: dict[str, list[object]] = {}
        for row in store.participations([event.id for event in events]):
            people.setdefault(row.event_id, []).append(row)
        tracks = track_names(store.tracks())
    events = [
        event
        for event in events
        if _names(track, [tracks.get(event.track_id or "")])
        and _names(actor, [name for p in people.get(event.id, []) for name in (p.name, p.actor)])  # type: ignore[attr-defined]
    ]
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


def _known(kinds: Sequence[str]) -> tuple[str, ...]:
    """The event types that a user gave, alone or by a group; raises OptionError for one that the codebook does not have."""
    if not kinds:
        return ()
    from dragoman.linking.vocabulary import vocabulary
    from dragoman.ontology import load
    from dragoman.reports.words import words

    known = list(load().types)
    groups: dict[str, Collection[str]] = {
        "peacemaking": [kind for kind in known if words().moves(kind)],
        "meetings": vocabulary().meetings,
        "texts": vocabulary().texts,
    }
    for kind in kinds:
        if kind not in known and kind not in groups:
            raise OptionError(f"--type: {kind!r} is not known. Use one of: {', '.join([*groups, *known])}")
    return tuple(dict.fromkeys(one for kind in kinds for one in sorted(groups.get(kind, [kind]))))


def _names(wanted: str | None, names: Iterable[str | None]) -> bool:
    """Whether what a user asks for is one of the names or part of one; True where nothing is asked for."""
    return wanted is None or any(wanted.casefold() in (name or "").casefold() for name in names)
