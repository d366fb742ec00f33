"""The whole way from mentions to the event layer, in numbered steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import msgspec

from dragoman.linking.aggregate import mode
from dragoman.linking.agreements import find_agreements
from dragoman.linking.casts import casts_of
from dragoman.linking.conflict import ConflictOf, conflicts, default_conflict_of
from dragoman.linking.dates import moment
from dragoman.linking.events import event_id, group_mentions
from dragoman.linking.exclusions import find_exclusions, without_unattested
from dragoman.linking.hints import report_labels, with_labels
from dragoman.linking.in_one_town import told_apart
from dragoman.linking.keeping import kept
from dragoman.linking.order import reading_order
from dragoman.linking.owners import with_owners
from dragoman.linking.places import with_venue
from dragoman.linking.record import LinkOptions, Record
from dragoman.linking.relations import find_relations
from dragoman.linking.represent import make_event, make_participations, with_third_parties
from dragoman.linking.roots import Duplicates, RootIndex, find_roots
from dragoman.linking.status import history
from dragoman.linking.towns import with_towns
from dragoman.linking.track_rows import make_tracks
from dragoman.linking.tracks import assign
from dragoman.linking.witnesses import commentaries, reporting, with_all
from dragoman.records import Document, Event, EventMention, ExclusionRow, Participation, StatusChange

Step = Callable[[str], None]
"""Told what linking does next: roots, conflicts, labels, events, tracks, exclusions, relations."""


def link(
    documents: Sequence[Document],
    mentions: Sequence[EventMention],
    *,
    options: LinkOptions | None = None,
    duplicates: Duplicates | None = None,
    conflict_of: ConflictOf | None = None,
    step: Step = lambda name: None,
) -> Record:
    """Compute the event layer from the report layer; the same whatever the order of the input.

    Args:
        documents: the articles read. A mention of a document that is not among them counts as its own root.
        mentions: every event mention; of several with one id the first in reading order is taken.
        options: parameters of linking.
        duplicates: finds groups of near-duplicate texts among (id, text); None takes the package's own.
        conflict_of: names the conflict of mentions that belong together; None takes the knowledge base's
            rule.
        step: told the name of each step when it begins.

    Returns:
        Roots, events with status history and participations, tracks, their relations, exclusions and
        agreements.
    """
    options = options or LinkOptions()
    # 1. One order for everything.
    by_id = {m.id: m for m in sorted(mentions, key=reading_order, reverse=True)}
    ordered = sorted(by_id.values(), key=reading_order)
    documents = sorted(documents, key=lambda d: (d.id, d.sha256))

    # 2. Which reports share a root, and which conflict each mention belongs to.
    step("roots")
    roots = find_roots(documents, ordered, duplicates=duplicates, options=options)
    index = RootIndex(roots, documents)
    root_of = {m.id: index.document(m.document.id) for m in ordered}
    step("conflicts")
    conflict = conflicts(ordered, conflict_of or default_conflict_of(documents))
    step("labels")
    labelled = frozenset(m.id for m in ordered if m.track)
    labels = report_labels(ordered, documents, conflict)
    ordered = with_labels(with_owners(ordered, documents, conflict, labels), labels, conflict)
    by_id = {m.id: m for m in ordered}

    # 3. Events with their status history and participations.
    step("events")
    events: list[Event] = []
    opinions = commentaries(documents)
    history_of: dict[str, list[StatusChange]] = {}
    people_of: dict[str, list[Participation]] = {}
    event_roots: dict[str, list[str]] = {}
    for joined in group_mentions(ordered, root_of, conflict, options):
        identity, members = event_id(joined), reporting(joined, opinions)
        independent = index.independent(members)
        changes = history(identity, members)
        named = mode([(name, independent[m.id]) for m in members if (name := conflict[m.id])])
        event = make_event(identity, members, changes, independent, named)
        history_of[identity] = changes
        people_of[identity] = make_participations(identity, event.status, members, independent)
        events.append(with_all(with_third_parties(event, members, people_of[identity]), joined))
        event_roots[identity] = sorted(set(independent.values()))
        root_of.update(independent)

    # 4. Lines of talks.
    step("tracks")
    lines = told_apart(assign(events, people_of, by_id, root_of), people_of)
    lines = kept(with_towns(lines, people_of, by_id), by_id, root_of)
    events = [with_venue(e, lines.get(e.id), by_id) for e in events]
    events = [msgspec.structs.replace(e, track_id=lines[e.id].id) if e.id in lines else e for e in events]
    for line in lines.values():
        line.events = []
    for event in events:
        if event.id in lines:
            lines[event.id].events.append(event)

    # 5. Who brokers and sits at each line, who is kept out by whose word; then the tracks, which list them.
    casts = casts_of(lines.values(), people_of, by_id, root_of)
    brokers = {track_id: frozenset(people.brokers) for track_id, people in casts.items()}
    step("exclusions")
    exclusions = find_exclusions(ordered, events, root_of, conflict, brokers, labelled)
    as_of = options.as_of or max((d.published for d in documents if d.published), key=moment, default=None)
    tracks = make_tracks(
        lines, casts, people_of, history_of, exclusions, by_id, event_roots, index, as_of, options, opinions
    )

    rows_of: dict[str, list[ExclusionRow]] = defaultdict(list)
    for row in exclusions:
        rows_of[row.mention_id].append(row)
    people_of = {identity: without_unattested(people, rows_of) for identity, people in people_of.items()}

    # 6. Relations of tracks, and texts.
    step("relations")
    return Record(
        roots=roots,
        events=sorted(events, key=lambda e: e.id),
        participations=[p for _, rows in sorted(people_of.items()) for p in rows],
        status_changes=[c for _, rows in sorted(history_of.items()) for c in rows],
        tracks=tracks,
        track_relations=find_relations(
            ordered, events, tracks, labels, documents, {r.document_id: r.id for r in roots}
        ),
        exclusions=exclusions,
        agreements=find_agreements(events, people_of, by_id, index),
        event_roots=dict(sorted(event_roots.items())),
    )
