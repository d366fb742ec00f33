"""The whole brief as one struct, put together in the order of the page so that notes count upwards."""

from __future__ import annotations

from collections import Counter

import msgspec

from dragoman.reports.brokers import Brokers, brokers
from dragoman.reports.cards import TrackView, choose_tracks, track_views
from dragoman.reports.changes import LATELY_DAYS, Change, changes
from dragoman.reports.differences import Disagreement, disagreements
from dragoman.reports.kept_out import ExclusionView, exclusions, in_short
from dragoman.reports.material import Material
from dragoman.reports.notes import Note, Notes
from dragoman.reports.rooms import Matrix, matrix
from dragoman.reports.say import counted, day, listed
from dragoman.reports.texts import AgreementView, agreements
from dragoman.reports.timeline import Timeline, timeline
from dragoman.reports.words import words


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a brief shows.

    Attributes:
        scope: the period and what was read, in short phrases.
        glance: the gist in a few sentences.
        other_tracks: names of tracks that have no card.
        changes_since, changes_span, changes_left_out: from which day on changes were looked for, why so, and how many are not shown.
        earlier: what came before, in order of time.
        groups: colour group of the timeline to its words.
        coders: versions that made the mentions.
    """

    title: str
    scope: list[str]
    glance: list[str]
    changes: list[Change]
    changes_since: str
    changes_left_out: int
    changes_span: str
    earlier: list[Change]
    tracks: list[TrackView]
    other_tracks: list[str]
    as_of: str
    timeline: Timeline | None
    matrix: Matrix
    exclusions: list[ExclusionView]
    agreements: list[AgreementView]
    disagreements: list[Disagreement]
    brokers: Brokers
    notes: list[Note]
    coders: list[str]
    n_events: int


def brief(material: Material) -> Brief:
    """Make the view of a brief from its material."""
    notes = Notes(material.mentions)
    shown = choose_tracks(material)
    ids = {track.id for track in shown}
    lately = changes(material, notes)
    parts = {
        "changes": lately.shown,
        "changes_since": day(lately.start) if lately.start else "",
        "changes_span": "" if lately.chosen else f", the last {LATELY_DAYS} days of the record",
        "earlier": lately.earlier,
        "changes_left_out": lately.left_out,
        "tracks": track_views(material, shown, notes),
        "timeline": timeline(material, shown, notes),
        "matrix": matrix(material, shown, notes),
        "exclusions": exclusions(material, notes),
        "agreements": agreements(material, notes),
        "disagreements": disagreements(material, notes),
        "brokers": brokers(material, notes),
    }
    view = Brief(
        title=f"Mediation brief: {_subject(material)}",
        scope=_scope(material),
        glance=[],
        other_tracks=[material.track_names[track.id] for track in material.tracks if track.id not in ids],
        as_of=day(material.last_day()),
        notes=notes.all(),
        coders=material.reach.coders,
        n_events=len(material.window),
        **parts,  # type: ignore[arg-type]
    )
    return msgspec.structs.replace(view, glance=_glance(material, view))


def _subject(material: Material) -> str:
    """The conflicts that events are about, as the record writes them."""
    told = Counter(event.conflict for event in material.in_window() if event.conflict)
    return listed([name for name, _ in told.most_common()], most=3) or "all conflicts"


def _scope(material: Material) -> list[str]:
    reach = material.reach
    period = f"Articles of {day(reach.first)} to {day(reach.last)}" if reach.first else "Articles without a date"
    if material.since or material.until:
        asked = [
            f"from {day(material.since)}" if material.since else "",
            f"to {day(material.until)}" if material.until else "",
        ]
        period += f"; events {' '.join(filter(None, asked))}"
    return [
        period,
        counted(reach.n_documents, "article"),
        counted(reach.n_outlets, "outlet"),
        f"{counted(reach.n_roots, 'independent source')}; reprints count once",
    ]


def _glance(material: Material, view: Brief) -> list[str]:
    told = []
    active = sum(track.state == words().of("state", "active") for track in view.tracks)
    n_tracks = len(material.tracks)
    told.append(
        f"{counted(view.n_events, 'event')} on {counted(n_tracks, 'line')} of talks"
        + (f", {active} of those shown active" if active else "")
    )
    if view.brokers.rows and view.brokers.total:
        top = [row for row in view.brokers.rows[:2] if row.now]
        some = " and ".join(f"{row.name} ({row.now})" for row in top)
        if some:
            told.append(f"Most often named as broker of what took place: {some} of {view.brokers.total}")
    if out := in_short(material):
        told.append(out)
    if view.disagreements:
        told.append(f"Sources differ on {counted(len(view.disagreements), 'event')} shown below")
    return told
