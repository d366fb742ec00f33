"""Track rows: what each line of talks is called, where it meets and where it stands (codebook 1.12)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from dragoman.linking.casts import Cast
from dragoman.linking.conflict import sides
from dragoman.linking.dates import moment
from dragoman.linking.lines import line_key, line_name, towns_of, track_words
from dragoman.linking.people import Tally, listed_key, names_of
from dragoman.linking.places import meeting_place
from dragoman.linking.record import LinkOptions
from dragoman.linking.roots import RootIndex
from dragoman.linking.seated import sits_all_the_same
from dragoman.linking.standing import changes_on, reported_talks, state_of
from dragoman.linking.tracks import CHANNEL, Line, event_day, track_rules
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Event, EventMention, ExclusionRow, Participation, StatusChange, Track


def is_thin(track: Track) -> bool:
    """Whether so little speaks for a track that a table may leave it out (`evidence.yaml`, tracks)."""
    rules = track_rules()
    few = track.n_events < rules["thin_events"] and track.n_roots < rules["thin_roots"]
    return few or not (track.brokers or track.parties)


def make_tracks(
    lines: Mapping[str, Line],
    casts: Mapping[str, Cast],
    participations: Mapping[str, Sequence[Participation]],
    changes: Mapping[str, Sequence[StatusChange]],
    exclusions: Sequence[ExclusionRow],
    mentions: Mapping[str, EventMention],
    roots_of_event: Mapping[str, Sequence[str]],
    index: RootIndex,
    as_of: str | None,
    options: LinkOptions,
    opinions: Collection[str] = (),
) -> list[Track]:
    """Track rows: the conflict with most documents first, within it the latest change first.

    Args:
        casts: brokers and parties by track id.
        as_of: the day on which the state of tracks is judged.
        opinions: ids of documents that are commentary: what they tell moves no line of which others report.
    """
    unique = {line.id: line for line in lines.values()}
    names = {track_id: _name(line, mentions) for track_id, line in unique.items()}
    named = Counter((line.conflict, names[track_id]) for track_id, line in unique.items())
    near = Counter((_land(line), names[track_id]) for track_id, line in unique.items())
    kept_out: dict[str | None, list[ExclusionRow]] = defaultdict(list)
    for row in exclusions:
        kept_out[row.track_id].append(row)
    tracks = []
    for track_id, line in sorted(unique.items()):
        name, people = names[track_id], casts[track_id]
        brokers = list(dict.fromkeys(people.brokers.values()))
        if named[line.conflict, name] > 1 and brokers:
            same = [
                i
                for i, other in unique.items()
                if i != track_id and (other.conflict, names[i]) == (line.conflict, name)
            ]
            others = {broker for i in same for broker in casts[i].brokers.values()}
            name = f"{name} ({', '.join([b for b in brokers if b not in others] or brokers)})"
        elif line.conflict and near[_land(line), name] > named[line.conflict, name]:
            name = f"{name} ({line.conflict})"  # two wars in one land have talks in one town
        talks = reported_talks(line.events, mentions, opinions)
        # Who stays away by its own choice is not kept out (rule R9), nor who sits there although another minds.
        seats = [participations.get(e.id, ()) for e in line.events if e.status in vocabulary().held]
        by_others = [
            x
            for x in kept_out[track_id]
            if x.mode != "self_excluded" and not sits_all_the_same(x, seats, lambda m: mentions[m].document.id)
        ]
        excluded = Counter(out for out, _ in {(x.excluded_name, x.document_id) for x in by_others})
        tracks.append(
            _row(
                line,
                name,
                brokers,
                list(dict.fromkeys(people.parties.values())) or list(people.described),
                sorted(excluded, key=lambda n: (-excluded[n], n)),
                participations,
                changes,
                mentions,
                roots_of_event,
                index,
                talks,
                state_of(talks, changes, as_of, options.dormant_after_days, mentions),
            )
        )
    documents: Counter[str | None] = Counter()
    for track in tracks:
        documents[track.conflict] += track.n_documents
    tracks.sort(key=lambda t: t.id)
    tracks.sort(key=lambda t: moment(t.last_change) if t.last_change else "", reverse=True)
    return sorted(tracks, key=lambda t: (t.conflict is None, -documents[t.conflict], t.conflict or ""))


def _land(line: Line) -> frozenset[str]:
    """The states on whose land the conflict of a line is fought."""
    known = sides(line.conflict)
    return known.countries if known else frozenset((line.conflict or "",))


def _row(
    line: Line,
    name: str,
    brokers: list[str],
    parties: list[str],
    excluded: list[str],
    participations: Mapping[str, Sequence[Participation]],
    changes: Mapping[str, Sequence[StatusChange]],
    mentions: Mapping[str, EventMention],
    roots_of_event: Mapping[str, Sequence[str]],
    index: RootIndex,
    talks: Sequence[Event],
    state: str,
) -> Track:
    moves = changes_on(talks, changes, mentions)
    venue, country, country_name = meeting_place(line, mentions)
    days = sorted(d for e in line.events for d in (event_day(e), (e.observed_first_at or "9999")[:10]))
    hosting = Tally()
    for event in line.events:
        for who in participations.get(event.id, ()):
            if who.role in vocabulary().host and (country is None or listed_key(who) == country):
                hosting.add(who, roots_of_event.get(event.id, ()))
    hosts = names_of(hosting, sorted(hosting.by_key, key=lambda k: -hosting.by_key[k].mentions)) or (
        [country_name] if country_name else []
    )
    return Track(
        id=line.id,
        name=name,
        conflict=line.conflict,
        brokers=brokers,
        parties=parties,
        excluded=excluded,
        hosts=hosts,
        venue=venue,
        venue_country=country,
        state=state,
        first_seen=days[0] if days and days[0] != "9999" else None,
        last_change=(moves[-1].day or None) if moves else None,
        last_status=moves[-1].status if moves else None,
        n_events=len(line.events),
        n_documents=len({mentions[m].document.id for e in line.events for m in e.mention_ids}),
        n_roots=index.count(mentions[m] for e in line.events for m in e.mention_ids),
        cue=line.cue,
    )


def _name(line: Line, mentions: Mapping[str, EventMention]) -> str:
    """The label most often said; the known name of the line where reports call it differently."""
    said = Counter(
        t
        for e in line.events
        for m in e.mention_ids
        if (t := mentions[m].track) and line_key(t, line.conflict) == line.key
    )
    known = line_name(line.key, line.conflict)
    if known and len({label.casefold() for label in said}) != 1:
        return known
    if line.cue == CHANNEL or not said or towns_of(line.label or ""):
        return line.label or line.key
    # "Granada, Spain talks" are the Granada talks.
    label = min(said, key=lambda label: ("," in label, -said[label], label))
    # The name of a coalition is no name of talks ("Six-Party Talks participants").
    return known if known and label.split()[-1].casefold() not in track_words() else label
