"""Says which place a phrase means where a place is expected: a city, region or country, never an actor."""

from __future__ import annotations

from dragoman.actors.choice import Chooser
from dragoman.actors.matcher import Matcher, NameMatch
from dragoman.actors.offices import Scene
from dragoman.actors.resolution import Entries, Resolution, unknown


class Places:
    """Resolves phrases to places."""

    def __init__(self, matcher: Matcher, entries: Entries, chooser: Chooser) -> None:
        self._matcher, self._entries, self._chooser = matcher, entries, chooser

    def find(self, words: str, scene: Scene) -> Resolution:
        """The last place named that is no country: "the Kazakh capital, Astana", "Astana, Kazakhstan"."""
        ids, kinds = self._matcher.lookup(words)
        matches = [NameMatch(0, len(words), words, ids, kinds)] if ids else self._matcher.match(words)
        found: list[Resolution] = []
        for match in reversed(matches):
            hints = [c for m in matches if m is not match for c in self._entries.states_of(m.candidates)]
            chosen = self._chooser.choose(
                match, scene.published, scene.around, hints=hints, known=scene.known, place=True
            )
            if chosen is None:
                continue
            entry, kind = chosen
            if kind == "capital" or (kind == "adjective" and "capital" in words.lower().split()):
                country = self._entries.countries[entry]
                known = self._matcher.lookup(country.capital)[0]
                place = next((e for e in known if self._entries.country_of(e) == entry and ":" in e), None)
                found.append(
                    Resolution(name=country.capital, country=entry, place=place, why="capital", confidence=0.8)
                )
            elif kind in ("name", "place"):
                found.append(self._entries.place(entry, "place", 0.9))
        cities = [r for r in found if r.place not in self._entries.countries]
        return (cities or found or [unknown("no known place")])[0]
