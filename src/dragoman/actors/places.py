"""Says which place a phrase means where a place is expected: a city, region or country, never an actor."""

from __future__ import annotations

from dragoman.actors.choice import Chooser
from dragoman.actors.matcher import Matcher, NameMatch, bare
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
        for index, match in reversed(list(enumerate(matches))):
            hints = [c for m in matches if m is not match for c in self._entries.states_of(m.candidates)]
            behind = matches[index + 1] if index + 1 < len(matches) else None
            told = behind if behind and words[match.end : behind.start].strip() == "," else None
            chosen = self._chooser.choose(
                match, scene.published, scene.around, hints=hints, known=scene.known, place=True
            )
            if chosen is None:
                continue
            entry, kind = chosen
            if told is not None and self._elsewhere(entry, told, scene):
                if len(self._chooser.listed.get(bare(told.text), ())) > 1:
                    return unknown(f"no such place in '{told.text}'")
                continue
            of_it = entry in self._entries.countries and _is_capital_of(words, match)
            if kind == "capital" or of_it or (kind == "adjective" and "capital" in words.lower().split()):
                country = self._entries.countries[entry]
                known = self._matcher.lookup(country.capital)[0]
                place = next((e for e in known if self._entries.country_of(e) == entry and ":" in e), None)
                found.append(
                    Resolution(name=country.capital, country=entry, place=place, why="capital", confidence=0.8)
                )
            elif kind in ("name", "place"):
                found.append(self._entries.place(entry, "place", 0.9))
        return min(found, key=self._width, default=unknown("no known place"))

    def _elsewhere(self, entry: str, told: NameMatch, scene: Scene) -> bool:
        """Whether a place does not lie in the country or region written behind it: "Cartagena, Spain".

        A state that was or is another's then ("Juba, Sudan") says nothing against it.
        """
        states = self._entries.states_of(told.candidates)
        own = self._entries.country_of(entry)
        if len(states) != 1 or own in (None, states[0]) or not set(told.kinds) & {"name", "place"}:
            return False
        if "place" in told.kinds and not any(self._is_region(e) for e in told.candidates):
            return False
        begun, over = self._entries.validity(str(own))[0], self._entries.validity(states[0])[1]
        return not over and not (begun and (scene.published or "") < begun)

    def _is_region(self, entry: str) -> bool:
        place = self._entries.places.get(entry)
        return place is not None and place.kind == "region"

    def _width(self, found: Resolution) -> int:
        """Cities before countries before parts of the world: "the West African state of Togo"."""
        if found.place in self._entries.countries:
            return 1
        return 2 if found.country is None and self._is_region(found.place or "") else 0


def _is_capital_of(words: str, country: NameMatch) -> bool:
    """Whether a phrase is about the capital of the country named in it: "Ecuador's capital", "the capital of Ecuador"."""
    before, behind = words[: country.start].lower(), words[country.end :].lower().replace("’", "'")
    return behind.startswith("'s capital") or before.endswith(("capital of ", "capital of the "))
