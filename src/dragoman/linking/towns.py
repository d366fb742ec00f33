"""One line of talks that moves from town to town under the same brokers with the same parties (rules R19, R20).

"Prague" and "Brussels" are two towns of the Union's talks, not two processes. Lines stay apart that a sentence relates to one another
("Nairobi on how to implement Pretoria"), that lie long apart in time, or that go by a name of the table.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.linking.conflict import sides
from dragoman.linking.dates import day
from dragoman.linking.lines import OWNED, folded, line_key, line_name, town
from dragoman.linking.naming import Spot
from dragoman.linking.owners import owner_label
from dragoman.linking.people import is_state, listed_key
from dragoman.linking.places import meeting_place
from dragoman.linking.tracks import LABEL, Line, event_day, track_rules
from dragoman.linking.vocabulary import vocabulary
from dragoman.linking.worded import has_cue, related
from dragoman.records import EventMention, Participation


def with_towns(
    lines: Mapping[str, Line],
    participations: Mapping[str, Sequence[Participation]],
    mentions: Mapping[str, EventMention],
) -> dict[str, Line]:
    """The line of each event by event id, those of one broker in several towns as one.

    Two lines of a conflict are one where the same actors run them (an organisation also where others helped it in one of the towns), two
    parties or more are common to both, or one tells of none, and their days lie near one another.
    """
    unique = sorted({id(line): line for line in lines.values()}.values(), key=lambda line: line.id)
    by_conflict: dict[str, list[Line]] = defaultdict(list)
    for line in unique:
        if line.conflict is not None and line.cue == LABEL and not line_name(line.key, line.conflict):
            by_conflict[line.conflict].append(line)
    into: dict[int, Line] = {}
    by_document: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions.values():
        by_document[mention.document.id].append(mention)
    for conflict, some in by_conflict.items():
        if len(some) < 2:
            continue
        known = {id(line): _Run.of(line, participations, mentions) for line in some}
        groups: list[list[Line]] = []
        for line in sorted(some, key=lambda line: (-len(line.events), line.id)):
            for group in groups:
                if all(
                    _is_one(known[id(line)], known[id(other)]) and not _told_apart(line, other, mentions, by_document)
                    for other in group
                ):
                    group.append(line)
                    break
            else:
                groups.append([line])
        for group in groups:
            if len(group) > 1:
                one = _joined(group, conflict, [known[id(line)] for line in group])
                into.update({id(line): one for line in group})
    return {event_id: into.get(id(line), line) for event_id, line in lines.items()}


class _Run:
    """Who runs a line, who its parties are, and on which days it met."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.brokers: Counter[str] = Counter()
        self.parties: set[str] = set()
        self.days: list[str] = []

    @classmethod
    def of(
        cls, line: Line, participations: Mapping[str, Sequence[Participation]], mentions: Mapping[str, EventMention]
    ) -> _Run:
        words, run, known = vocabulary(), cls(line), sides(line.conflict)
        land = known.countries if known else frozenset()
        sitting: Counter[str] = Counter()
        for event in line.events:
            people = participations.get(event.id, ())
            told = words.counted | set(words.talks_acts)
            parties = {key for p in people if p.role in words.party and (key := listed_key(p))}
            asked = {key for p in people if p.role == "recipient" and (key := listed_key(p))}
            roles = words.mediator | words.convener
            if event.type in words.inviting - {"venue_offered"}:
                roles, parties = roles | {"initiator"}, parties | asked
            if len(parties) > 1:
                roles = roles | {
                    "host"
                }  # who gives rooms to both sides, and nobody else is told to bring them together
            if event.type in told | words.inviting and event.type not in words.apart:
                leading = {key for p in people if p.role in roles - {"host"} and (key := listed_key(p))}
                hosting = {key for p in people if p.role in roles & {"host"} and (key := listed_key(p))}
                run.brokers.update(k for k in leading or hosting if k not in land and not k.startswith("group:"))
                sitting.update(parties)
                if (at := event_day(event)) != "9999":
                    run.days.append(at)
        run.parties = {key for key in sitting if sitting[key] >= run.brokers[key]}
        most = max(run.brokers.values(), default=0)
        for key in [
            k for k, n in run.brokers.items() if k in run.parties or n < track_rules()["broker_of_line"] * most
        ]:
            del run.brokers[key]
        country = meeting_place(line, mentions)[1]
        if not run.brokers and country and country not in land | run.parties:
            run.brokers[country] = 1  # nobody is told to run it: its host may
        return run


def _is_one(a: _Run, b: _Run) -> bool:
    if not a.brokers or not b.brokers or _gap(a.days, b.days) > track_rules()["one_line_days"]:
        return False
    common = a.parties & b.parties
    if set(a.brokers) == set(b.brokers):
        return len(common) > 1 or not a.parties or not b.parties
    small, large = sorted((a, b), key=lambda run: len(run.brokers))
    if any(line_name(run.line.key, run.line.conflict) for run in (a, b)) or len(common) < 2:
        return False
    return (
        len(small.brokers) == 1 and set(small.brokers) <= set(large.brokers) and not is_state(next(iter(small.brokers)))
    )


def _gap(a: Iterable[str], b: Iterable[str]) -> int:
    """Days between the nearest two days of two lines; very many where one has none."""
    ones, others = [d for x in a if (d := day(x[:10]))], [d for x in b if (d := day(x[:10]))]
    return min((abs((x - y).days) for x in ones for y in others), default=10**6)


def _told_apart(
    a: Line, b: Line, mentions: Mapping[str, EventMention], by_document: Mapping[str, Sequence[EventMention]]
) -> bool:
    """Whether a sentence that names two lines, in a report on one of them, says how the one relates to the other: they are two, then."""
    reports = {mentions[m].document.id for line in (a, b) for e in line.events for m in e.mention_ids}
    for mention in (m for document_id in sorted(reports) for m in by_document[document_id]):
        text = mention.evidence.text
        words = folded(text)
        if a.key in words and b.key in words and has_cue(text):
            spots = [
                Spot(words.index(line.key), words.index(line.key) + len(line.key), line.key, plain=True)
                for line in (a, b)
            ]
            if related(text, sorted(spots)):
                return True
    return False


def _joined(group: Sequence[Line], conflict: str, runs: Sequence[_Run]) -> Line:
    """One line of several towns: called after who runs it, else after the town of most of its events."""
    brokers = set.intersection(*(set(run.brokers) for run in runs))
    first = max(group, key=lambda line: (len(line.events), line.id))
    towns = [line.key for line in sorted(group, key=lambda line: (-len(line.events), line.key)) if not _is_owned(line)]
    names = list(dict.fromkeys(name for key in towns if (name := town(key))))
    if len(brokers) == 1 and (len(names) > 1 or any(map(_is_owned, group))):
        own = owner_label(next(iter(brokers)))
        key = line_key(own, conflict) or own
        label = f"{own} ({', '.join(names)})" if names else own
    else:
        key = first.key
        others = [name for name in names if name.casefold() != first.key]
        label = f"{first.label or first.key} (also {', '.join(others)})" if others else first.label or first.key
    one = Line(conflict, key, LABEL, label)
    for line in group:
        one.events += line.events
        one.brokers |= line.brokers
        one.parties |= line.parties
    return one


def _is_owned(line: Line) -> bool:
    return bool(line.label and line.label.endswith(OWNED))
