"""How lines of talks relate, as people say and as the record shows (codebook 1.13)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

from dragoman.linking.dates import day, moment
from dragoman.linking.lines import folded, line_key, line_keys, track_key
from dragoman.linking.order import reading_order
from dragoman.linking.status import speaker
from dragoman.linking.track_rows import is_thin
from dragoman.linking.vocabulary import read_table
from dragoman.records import Event, EventMention, Track, TrackRelation

COMPUTED = "computed"
# At least half of the smaller set of parties in common, and under half of the brokers (design: the computed
# complement of what brokers and outsiders assert, shown next to it).
_PARTIES, _BROKERS = 0.5, 0.5
# Relations that a negation before the words for them denies: "did not see the meeting as competing with Geneva".
_DENIABLE = ("competing_with", "attempted_replacement_of", "feeder_to")
# Relations that hold both ways: "Astana and Geneva complement one another".
_MUTUAL = ("parallel_to", "complementary_to")


@cache
def _cues() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of wording with the relation that they assert, longest first."""
    table = read_table("cues.yaml")["relations"]
    pairs = [(cue, relation) for relation, cues in table.items() for cue in cues]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple((re.compile(rf"(?<!\w){re.escape(cue)}(?!\w)", re.IGNORECASE), relation) for cue, relation in pairs)


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:not|never|nor|hardly)|n['’]t)\b(?: (?!but\b|only\b|just\b)[\w'’-]+){0,5} $", re.IGNORECASE
    )


@cache
def _folded_cues() -> tuple[str, ...]:
    return tuple(sorted({folded(cue) for cues in read_table("cues.yaml")["relations"].values() for cue in cues}))


def _has_cue(text: str) -> bool:
    """Whether a text may have the words of a cue; most have none, and patterns take much longer to say so."""
    text = folded(text)
    return any(cue in text for cue in _folded_cues())


class _Tracks:
    """The tracks by what they are looked up by: id, conflict, and the names by which a sentence may call them."""

    def __init__(self, tracks: Sequence[Track]) -> None:
        self.by_id = {track.id: track for track in tracks}
        self.of_conflict: dict[str | None, list[Track]] = defaultdict(list)
        self.named: dict[str, list[Track]] = defaultdict(list)
        self._names: dict[str, re.Pattern[str] | None] = {}
        for track in tracks:
            self.of_conflict[track.conflict].append(track)
            for key in _keys(track):
                self.named[key].append(track)

    def names(self, track: Track) -> re.Pattern[str] | None:
        """How a sentence names a track; None where the track has no name."""
        if track.id not in self._names:
            names = "|".join(re.escape(key) for key in sorted(_keys(track), key=len, reverse=True))
            self._names[track.id] = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE) if names else None
        return self._names[track.id]


def find_relations(
    mentions: Sequence[EventMention],
    events: Sequence[Event],
    tracks: Sequence[Track],
    labels: Mapping[str, tuple[str, str]] | None = None,
) -> list[TrackRelation]:
    """Asserted and computed relations, sorted by date, once for each asserter, pair of tracks and relation.

    - Wording: a sentence tells of one track before a cue ("in addition to") and names or tells of another
      after it. Where it tells of none before the cue ("it would complement the talks in Geneva") the line
      that the report is about is meant.
    - endorsed_by: a mention of type endorsement about a track; `asserted_by` is the endorser,
      `other_track_id` is None as no second track is involved.
    - competing_with: somebody who brokers one track disparages another.
    - parallel_to, computed: same conflict, overlapping in time, same parties, different brokers.

    Args:
        labels: conflict and label of the line that each report is about, by document id.
    """
    known = _Tracks(tracks)
    event_of = {m_id: e for e in events for m_id in e.mention_ids}
    rows: list[TrackRelation] = []
    ordered = sorted(mentions, key=reading_order)
    sentences: dict[tuple[str, int], list[EventMention]] = defaultdict(list)
    for mention in ordered:
        sentences[(mention.document.id, mention.evidence.start)].append(mention)
    for told in sentences.values():
        if _has_cue(told[0].evidence.text):
            rows += _worded(told, event_of, known, _about(told[0], known, labels or {}))
    for mention in ordered:
        rows += _positions(mention, event_of, known)
    rows += _computed(tracks)
    once: dict[tuple[str, ...], TrackRelation] = {}
    for row in rows:
        once.setdefault((row.track_id, row.relation, row.other_track_id or "", row.asserted_by), row)
    return sorted(
        once.values(),
        key=lambda r: (moment(r.date), r.track_id, r.relation, r.other_track_id or "", r.asserted_by),
    )


def _track_of(mention: EventMention, event_of: Mapping[str, Event], known: _Tracks) -> str | None:
    """Track of a mention: that of its event, else the only one that bears its label."""
    event = event_of.get(mention.id)
    if event is not None and event.track_id:
        return event.track_id
    named = known.named.get(track_key(mention.track) or "", ())
    return named[0].id if len(named) == 1 else None


def _keys(track: Track) -> frozenset[str]:
    """The names by which a sentence may call a track, in lower case."""
    key = line_key(track.name.split(" (")[0], track.conflict)
    return line_keys(key, track.conflict) if key else frozenset()


def _asserter(mention: EventMention) -> str:
    who = speaker(mention)
    return ((who.actor or who.speaker) if who else None) or mention.document.outlet or "outlet"


def _about(mention: EventMention, known: _Tracks, labels: Mapping[str, tuple[str, str]]) -> str | None:
    """The track that a mention's report is about."""
    conflict, label = labels.get(mention.document.id, (None, ""))
    named = known.named.get(track_key(label) or "", ())
    return next((track.id for track in named if track.conflict == conflict), None)


def _worded(
    told: Sequence[EventMention],
    event_of: Mapping[str, Event],
    known: _Tracks,
    about: str | None,
) -> list[TrackRelation]:
    sentence = told[0].evidence
    spots: list[tuple[int, str, EventMention | None]] = []
    for mention in told:
        track_id = _track_of(mention, event_of, known)
        if track_id:
            spots.append((mention.evidence.trigger.start - sentence.start, track_id, mention))
    if not spots:
        return []
    conflicts = {known.by_id[s[1]].conflict for s in spots if s[1] in known.by_id}
    named: list[tuple[int, str, EventMention | None]] = []
    for track in (t for conflict in known.of_conflict if conflict in conflicts for t in known.of_conflict[conflict]):
        pattern = known.names(track)
        found = pattern.finditer(sentence.text) if pattern else ()
        named += [(place.start(), track.id, None) for place in found]
    rows: list[TrackRelation] = []
    taken: list[tuple[int, int]] = []
    for pattern, relation in _cues():
        for match in pattern.finditer(sentence.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append((match.start(), match.end()))
            if relation in _DENIABLE and _denied().search(sentence.text[: match.start()]):
                continue
            # The names in the sentence tell better than what an event beside them was taken to be part of.
            before = [s for s in named if s[0] < match.start()] or [s for s in spots if s[0] < match.start()]
            after = [s for s in named if s[0] >= match.end()] or [s for s in spots if s[0] >= match.end()]
            if relation in _MUTUAL and not after and len({s[1] for s in before}) > 1:
                after = [before.pop(before.index(max(before, key=lambda s: s[0])))]
                before = [s for s in before if s[1] != after[0][1]]
            if not before and about is not None:
                before = [(-1, about, None)]
            if not before or not after:
                continue
            one, other = max(before, key=lambda s: s[0]), min(after, key=lambda s: s[0])
            if one[1] == other[1] and about is not None and not (one[2] and one[2].track):
                one = (one[0], about, None)  # "the meeting would complement the talks in Geneva"
            if one[1] == other[1]:
                continue
            witness = one[2] or other[2] or told[0]
            rows.append(
                TrackRelation(
                    track_id=one[1],
                    relation=relation,
                    other_track_id=other[1],
                    asserted_by=_asserter(witness),
                    date=witness.document.published,
                    mention_id=witness.id,
                    basis=f"wording: {match.group(0)}",
                )
            )
    return rows


def _positions(mention: EventMention, event_of: Mapping[str, Event], known: _Tracks) -> list[TrackRelation]:
    """Endorsements of a track, and disparagement of one track by a broker of another."""
    if mention.type not in ("endorsement", "disparagement") or mention.polarity == "negated":
        return []
    target = _track_of(mention, event_of, known)
    speakers = [p for p in mention.participants if p.role in ("initiator", "endorser") and (p.actor or p.name)]
    if target is None:
        return []
    rows = []
    for who in speakers:
        common = {"asserted_by": who.actor or who.name or "", "date": mention.document.published}
        if mention.type == "endorsement":
            rows.append(
                TrackRelation(
                    track_id=target,
                    relation="endorsed_by",
                    other_track_id=None,
                    mention_id=mention.id,
                    basis="endorsement",
                    asserted_by=common["asserted_by"] or "",
                    date=common["date"],
                )
            )
            continue
        for track in known.of_conflict[known.by_id[target].conflict]:
            rival = track.id != target and who.name in track.brokers
            if rival and who.name not in known.by_id[target].brokers:
                rows.append(
                    TrackRelation(
                        track_id=track.id,
                        relation="competing_with",
                        other_track_id=target,
                        mention_id=mention.id,
                        basis="disparagement by a broker",
                        asserted_by=common["asserted_by"] or "",
                        date=common["date"],
                    )
                )
    return rows


def _computed(tracks: Sequence[Track]) -> list[TrackRelation]:
    rows = []
    comparable: dict[str | None, list[Track]] = defaultdict(list)
    for track in sorted(tracks, key=lambda t: t.id):
        dated = day(track.first_seen) is not None and day(track.last_change) is not None
        if track.brokers and len(track.parties) > 1 and dated and not is_thin(track):
            comparable[track.conflict].append(track)
    for some in comparable.values():
        for a, b in combinations(some, 2):
            first = max(a.first_seen or "", b.first_seen or "")
            last = min((a.last_change or "")[:10], (b.last_change or "")[:10])
            parties = len({*a.parties} & {*b.parties}) / min(len(a.parties), len(b.parties))
            brokers = len({*a.brokers} & {*b.brokers}) / len({*a.brokers} | {*b.brokers})
            if first <= last and parties >= _PARTIES and brokers < _BROKERS:
                basis = f"{first} to {last}; parties in common {parties:.2f}, brokers {brokers:.2f}"
                rows.append(
                    TrackRelation(
                        track_id=a.id,
                        relation="parallel_to",
                        other_track_id=b.id,
                        asserted_by=COMPUTED,
                        date=first,
                        mention_id=None,
                        basis=basis,
                    )
                )
    return rows
