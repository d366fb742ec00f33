"""Where a sentence names lines of talks: by place or label, and by who runs them (codebook 1.12, 1.13).

"The Astana process", "Bouznika", "IGAD's quartet", "the European track": a place or label names its line by itself, a broker with a noun
for what it runs names the line that it brokers. A city where somebody merely is ("diplomats in Nairobi") names none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dragoman.linking.lines import OWNED, folded, line_key, line_keys, towns_of
from dragoman.linking.vocabulary import read_table
from dragoman.records import Track


class Spot(NamedTuple):
    """Where a text names a line of talks.

    Attributes:
        bare: only the name of who runs it ("a rival to IGAD").
        plain: only the name of a place ("Bouznika and Tunis"), which may stand for a government as well.
    """

    start: int
    end: int
    track_id: str
    bare: bool = False
    plain: bool = False


class NamedLines:
    """The tracks by what they are looked up by: id, conflict, and the names by which a sentence may call them."""

    def __init__(self, tracks: Sequence[Track]) -> None:
        self.by_id = {track.id: track for track in tracks}
        self.of_conflict: dict[str | None, list[Track]] = defaultdict(list)
        self.named: dict[str, list[Track]] = defaultdict(list)
        self._names: dict[str, re.Pattern[str] | None] = {}
        self._owned: dict[str | None, Mapping[str, str]] = {}
        for track in tracks:
            self.of_conflict[track.conflict].append(track)
            for key in names_of_track(track):
                self.named[key].append(track)

    def spots(self, text: str, conflict: str | None) -> list[Spot]:
        """Every place where a text names a line of a conflict, in order; of names that overlap the first read stands."""
        words = folded(text)
        found: list[Spot] = []
        for track in self.of_conflict[conflict]:
            if any(name in words for name in names_of_track(track)) and (pattern := self._pattern(track)):
                for m in pattern.finditer(text):
                    called = _called(text, m.start(), m.end())
                    if called is not None:
                        found.append(Spot(m.start(), m.end(), track.id, plain=not called))
        # Of two lines of one name the one that more is told of.
        size = {track.id: (track.n_roots, track.n_events, track.id) for track in self.of_conflict[conflict]}
        best = {(s.start, s.end): s for s in sorted(found, key=lambda s: size[s.track_id])}
        found = list(best.values())
        taken = list(best)
        for spot in self._owners(text, conflict):
            if not any(spot.start < end and start < spot.end for start, end in taken):
                found.append(spot)
        return sorted(found)

    def _pattern(self, track: Track) -> re.Pattern[str] | None:
        if track.id not in self._names:
            names = "|".join(re.escape(key) for key in sorted(names_of_track(track), key=len, reverse=True))
            self._names[track.id] = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE) if names else None
        return self._names[track.id]

    def _owners(self, text: str, conflict: str | None) -> list[Spot]:
        owned = self._of_owner(conflict)
        if not owned:
            return []
        found = []
        for start, end, owner in owners_in(text):
            track_id = owned.get(owner)
            if track_id is None:
                continue
            runs = runs_something(text, end)
            found.append(Spot(start, end, track_id, bare=not runs))
        return found

    def _of_owner(self, conflict: str | None) -> Mapping[str, str]:
        """The one line that each broker runs in a conflict, by the broker's name; of several the one that it runs alone."""
        if conflict not in self._owned:
            lines: dict[str, list[Track]] = defaultdict(list)
            for track in self.of_conflict[conflict]:
                for name in track.brokers:
                    lines[name].append(track)
            one = {}
            for name, some in lines.items():
                own = [t for t in some if t.name.startswith(f"{name}{OWNED}")]
                alone = own or [t for t in some if t.brokers == [name]] or [t for t in some if t.brokers[0] == name]
                if len(some) == 1 or len(alone) == 1:
                    one[name] = (alone or some)[0].id
            self._owned[conflict] = one
        return self._owned[conflict]


@lru_cache(maxsize=10_000)
def _track_names(name: str, conflict: str | None) -> frozenset[str]:
    own = name.split(" (")[0]
    key = line_key(own, conflict)
    return (line_keys(key, conflict) if key else frozenset()) | frozenset(towns_of(name))


def names_of_track(track: Track) -> frozenset[str]:
    """The names by which a sentence may call a track, in lower case."""
    return _track_names(track.name, track.conflict)


def owners_in(text: str) -> list[tuple[int, int, str]]:
    """Where a text names states and organisations, each with its canonical name; a capital stands for its state."""
    from dragoman.actors import load

    knowledge = load()
    adjectives = read_table("cues.yaml")["owner_adjectives"]
    found = []
    for match in knowledge.match(text):
        first = match.candidates[0]
        if first in knowledge.entries.countries or first.startswith("igo:"):
            found.append((match.start, match.end, knowledge.name(first) or match.text))
    for word, actor in adjectives.items():
        for m in re.finditer(rf"\b{word}\b(?! [A-Z])", text):
            if not any(start < m.end() and m.start() < end for start, end, _ in found):
                found.append((m.start(), m.end(), knowledge.name(actor) or word))
    return sorted(found)


def runs_something(text: str, end: int) -> bool:
    """Whether after the name of somebody comes a noun for what he runs: "IGAD's own plan", "the AU-led process", "the American track"."""
    return bool(_owned().match(text, end))


@cache
def _owned() -> re.Pattern[str]:
    heads = "|".join(read_table("cues.yaml")["line_heads"])
    ways = "|".join(read_table("cues.yaml")["ways_of_running"])
    return re.compile(
        rf"(?:['’]s?|[-–](?:{ways}))(?: (?!and\b|or\b|the\b|a\b|in\b|to\b|of\b|for\b)[\w'’-]+){{0,3}}? (?:{heads})\b"
        rf"|(?:[-–][A-Z]\w+)?(?: (?:{_kinds()}))? (?:{heads})\b"
        r"|['’]s?(?=[,.;:]|$)"
    )


def _called(text: str, start: int, end: int) -> bool | None:
    """Whether a noun for talks, or for what came of them, stands with the name of a place.

    None where the place stands for no talks: somebody merely is there, or it only has people and offices.
    """
    after = text[end : end + 60]
    if runs_something(text, end):
        return True
    if re.match(r"['’]s? ", after):
        return None
    if re.match(rf"(?: and [A-Z][\w-]+)?(?: |-)(?:(?:{_kinds()}) )?(?:{_heads()})\b", after):
        return True
    before = re.search(
        r"([\w'’-]+(?: [\w'’-]+){0,8}) (?:in|at|from|near|outside|into) (?:the )?$", text[max(0, start - 110) : start]
    )
    if before is None:
        return False
    return True if re.search(rf"\b(?:{_heads()}|{_products()}|those)\b", before.group(1)) else None


@cache
def _products() -> str:
    return "|".join(read_table("cues.yaml")["line_products"])


@cache
def _kinds() -> str:
    return "|".join(read_table("cues.yaml")["line_kinds"])


@cache
def _heads() -> str:
    return "|".join(read_table("cues.yaml")["line_heads"])
