"""Which talks somebody is kept out of: those that the sentence names, else those that it speaks of as known; else they are not told (R9)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from dragoman.linking.attested import objects
from dragoman.linking.lines import line_key, line_keys
from dragoman.linking.order import reading_order
from dragoman.linking.people import listed_key
from dragoman.linking.vocabulary import read_table, vocabulary
from dragoman.records import Event, EventMention

_HEAD = 2
"""Sentences at the head of a report, headline and lead, that speak of what is told behind."""
_TEXT = ("uncovered_by_text", "bypassed_in_deal")
Out = tuple[Event | None, str | None]
"""The event that somebody is kept out of and its line of talks, None where they are not told."""


class Talks:
    """The talks that a record tells of, by the ways in which a sentence may mean them.

    Args:
        mentions: all mentions.
        events: with their tracks.
        conflicts: conflict by mention id.
        brokers: keys of the brokers by track id.
        labelled: ids of mentions whose label their own sentence names; that of others is their report's.
    """

    def __init__(
        self,
        mentions: Sequence[EventMention],
        events: Sequence[Event],
        conflicts: Mapping[str, str | None],
        brokers: Mapping[str, frozenset[str]],
        labelled: Collection[str] | None = None,
    ) -> None:
        words = vocabulary()
        self.labelled = labelled
        self.event_of = {m_id: event for event in events for m_id in event.mention_ids}
        self.conflicts, self.brokers = conflicts, brokers
        self.by_document: dict[str, list[EventMention]] = defaultdict(list)
        self.sentences: dict[str, list[int]] = defaultdict(list)
        named: dict[str | None, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for mention in sorted(mentions, key=reading_order):
            event, starts = self.event_of.get(mention.id), self.sentences[mention.document.id]
            if mention.evidence.start not in starts[-1:]:
                starts.append(mention.evidence.start)
            about = mention.type in words.counted or mention.type in words.talks_acts
            if event is None or not (about or event.track_id):
                continue
            self.by_document[mention.document.id].append(mention)
            if event.track_id:
                for key, weight in _names(mention, event):
                    named[event.conflict][key][event.track_id] += weight
        self._tracks = {
            conflict: {key: max(sorted(told), key=lambda t: told[t]) for key, told in by_key.items()}
            for conflict, by_key in named.items()
        }
        self._patterns: dict[str | None, re.Pattern[str] | None] = {}

    def kept_from(self, mention: EventMention, out: set[str]) -> list[Out]:
        """What a mention keeps those with the keys `out` from: one event and line, or one for each of several named lines.

        A meeting or text with a line is meant itself. Else they are, by the first of these that tells: the lines that the sentence
        names behind its words ("was left out of both the Moscow and the Doha talks"); the label of the mention; the talks of
        the same sentence; those told right before, of which "the talks" or nothing at all stands ("Iran was not invited"). Of another
        gathering ("a meeting at the Pentagon", "the ceremony"), and of several without their names, no line is told.
        """
        own = self.event_of.get(mention.id)
        conflict = self.conflicts.get(mention.id)
        modes = {p.exclusion.mode for p in mention.participants if p.exclusion}
        whole = own is not None and mention.type not in {*vocabulary().about_seats, None}
        if own is not None and whole and modes & {*_TEXT}:
            return [(own, own.track_id)]
        named = self._named(mention, conflict)
        if named:
            return [(self._event_on(track, mention, own), track) for track in named]
        if own is not None and whole and own.track_id:
            return [(own, own.track_id)]
        if _is_of_others(mention):
            return [(own, None)]
        label = line_key(mention.track, conflict)
        line = self._tracks.get(conflict, {}).get(label) if label is not None else None
        if label is not None and (self.labelled is None or mention.id in self.labelled):
            return [(self._event_on(line, mention, own) if line else own, line)]
        return [self._near(mention, own, line, modes, out)]

    def lines_in(self, document_id: str) -> set[str]:
        """The lines of talks that a document tells of."""
        return {track for m in self.by_document.get(document_id, ()) if (track := self.event_of[m.id].track_id)}

    def sits(self, document_id: str, track_id: str | None, key: str) -> bool:
        """Whether a document tells more than once that somebody sits as a party in talks of a line that took place."""
        words = vocabulary()
        told = {
            m.evidence.start
            for m in self.by_document.get(document_id, ())
            if track_id is not None
            and self.event_of[m.id].track_id == track_id
            and m.type in words.meetings
            and m.status in words.held
            and m.polarity == "affirmed"
            and any(p.role in words.party and listed_key(p) == key for p in m.participants)
        }
        return len(told) > 1

    def bears_name(self, track_id: str | None, conflict: str | None, name: str | None) -> bool:
        """Whether a line of talks is called by a name, as that of its own format."""
        key = line_key(name, conflict)
        return track_id is not None and key is not None and self._tracks.get(conflict, {}).get(key) == track_id

    def _named(self, mention: EventMention, conflict: str | None) -> list[str]:
        """Tracks of the lines that a sentence names as what its words keep somebody from, each once."""
        pattern = self._pattern(conflict)
        behind = _behind(mention)
        if pattern is None or not behind:
            return []
        found: list[str] = []
        at = 0
        while match := pattern.search(behind, at):
            if not (_joining() if found else _leading()).fullmatch(behind[at : match.start()]):
                break
            found.append(self._tracks[conflict][match.group().casefold()])
            at = match.end()
        return list(dict.fromkeys(found))

    def _pattern(self, conflict: str | None) -> re.Pattern[str] | None:
        """The names of all lines of a conflict; None where it has none."""
        if conflict not in self._patterns:
            names = sorted(self._tracks.get(conflict, ()), key=lambda name: (-len(name), name))
            pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w|['’]s)"
            self._patterns[conflict] = re.compile(pattern, re.IGNORECASE) if names else None
        return self._patterns[conflict]

    def _event_on(self, track: str, mention: EventMention, own: Event | None) -> Event | None:
        """The talks of a line that the document tells of next to a mention; the mention's own event where it tells of none."""
        here = mention.evidence.start
        told = [
            m
            for m in self.by_document.get(mention.document.id, ())
            if self.event_of[m.id].track_id == track and m != mention
        ]
        if not told:
            return own
        nearest = min(
            told,
            key=lambda m: (m.type not in vocabulary().counted, m.evidence.start > here, abs(m.evidence.start - here)),
        )
        return self.event_of[nearest.id]

    def _near(self, mention: EventMention, own: Event | None, line: str | None, modes: set[str], out: set[str]) -> Out:
        """The talks of the same sentence; those of the sentence before; those of the report's own line or of the mention's event; those of the
        nearest of the few sentences before, or of the next; those of the only line that the document tells of. Where talks of no line are told
        before any of a line, they are meant, and the line is not told.

        Args:
            line: that the report is about.
        """
        conflict = self.conflicts.get(mention.id)
        fitting = [
            m
            for m in self.by_document.get(mention.document.id, ())
            if m.id != mention.id
            and (conflict is None or self.event_of[m.id].conflict in (None, conflict))
            and ("uncovered_by_text" not in modes or m.type in vocabulary().texts)
            and self._may_be(self.event_of[m.id], mention, out)
        ]
        here, at = mention.evidence.start, mention.evidence.trigger.start

        def told_in(start: int) -> Out | None:
            told = [m for m in fitting if m.evidence.start == start]
            on_line = [m for m in told if self.event_of[m.id].track_id]
            if on_line:
                event = self.event_of[min(on_line, key=lambda m: abs(m.evidence.trigger.start - at)).id]
                return event, event.track_id
            apart = next((m for m in told if m.type in vocabulary().meetings and (m.track or m.venue)), None)
            return (self.event_of[apart.id], None) if apart else None

        beside, around = told_in(here), [told_in(start) for start in self._around(mention)]
        if beside is not None:
            return beside
        if around and around[0] is not None and around[0][1]:
            return around[0]
        if line is not None:
            return self._event_on(line, mention, own), line
        if own is not None and own.track_id:
            return own, own.track_id
        found = next((told for told in around if told is not None), None)
        if found is not None:
            return found
        told = [m for m in fitting if self.event_of[m.id].track_id]
        if len(self.lines_in(mention.document.id)) != 1 or not told or told[0].evidence.start > here:
            return own, None
        event = self.event_of[min(told, key=lambda m: abs(m.evidence.start - here)).id]
        return event, event.track_id

    def _around(self, mention: EventMention) -> Iterator[int]:
        """Where the sentences begin in which "the talks" of a mention may have been told: the few before it, the nearest first, and the next; of a
        headline and the first sentence the few behind."""
        starts = self.sentences[mention.document.id]
        place = starts.index(mention.evidence.start)
        yield from reversed(starts[max(0, place - _reach()) : place])
        yield from starts[place + 1 : place + 1 + (_reach() if place < _HEAD else 1)]

    def _may_be(self, event: Event, mention: EventMention, out: set[str]) -> bool:
        """Whether somebody may be kept out of talks: not a broker of theirs, unless another is named beside, nor a state at home, unless
        it stays away."""
        brokers = self.brokers.get(event.track_id or "", frozenset())
        absent = vocabulary().absent
        present = {key for p in mention.participants if p.role not in absent and (key := listed_key(p))}
        objecting = {key for p in mention.participants if objects(mention, p) and (key := listed_key(p))}
        stays = {p.exclusion.mode for p in mention.participants if p.exclusion} == {"self_excluded"}
        return not (brokers & (out - objecting) - present) and (stays or event.venue_country not in out)


def _names(mention: EventMention, event: Event) -> Iterator[tuple[str, int]]:
    """The names by which a sentence may mean the talks of a mention, with their weight: its label, the city where they are held."""
    if (key := line_key(mention.track, event.conflict)) is not None:
        for name in line_keys(key, event.conflict):
            yield name, 1000
    venue = mention.venue
    if venue and mention.type in vocabulary().meetings and venue.name not in (venue.country, venue.country_name):
        yield venue.name.casefold(), 1


def _behind(mention: EventMention) -> str:
    """What a sentence says behind the words of its event."""
    place = mention.evidence
    return place.text[max(0, place.trigger.end - place.start) :]


def _is_of_others(mention: EventMention) -> bool:
    """Whether a sentence keeps somebody from another gathering than the talks, or from several without their names."""
    place = mention.evidence
    words = place.text[max(0, place.trigger.start - place.start) :]
    return bool(_others().search(words)) or bool(_gatherings().search(place.text))


@cache
def _cues() -> dict[str, list[str]]:
    return dict(read_table("cues.yaml")["kept_from"])


@cache
def _reach() -> int:
    return int(read_table("evidence.yaml")["exclusions"]["sentences_before"])


@cache
def _leading() -> re.Pattern[str]:
    """What may stand between the words that keep somebody out and the name of the talks: "of both the ", "to the second round of the "."""
    between = "|".join(map(re.escape, _cues()["between"]))
    loosely = r" (?:[\w'’-]+ ){0,3}?(?:from|in|at|to|of) (?:both )?(?:the )?"
    return re.compile(rf"(?:\W|(?:{between})(?!\w)){{0,16}}|{loosely}", re.IGNORECASE)


@cache
def _joining() -> re.Pattern[str]:
    """What may stand between two names of talks: ", ", " talks and the ", " or "."""
    nouns = "|".join(map(re.escape, [*read_table("cues.yaml")["track_words"], *_cues()["joining"]]))
    return re.compile(rf"(?:[ ,]|(?:{nouns})(?!\w))*", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    return re.compile("|".join(_cues()["other_talks"]), re.IGNORECASE)


@cache
def _gatherings() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _cues()['no_talks']))})(?!\w)", re.IGNORECASE)
