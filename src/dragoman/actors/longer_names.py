"""Names that are part of another's: "Ulster Democratic Party" is no party of Democrats, "Social Democrats" are others."""

from __future__ import annotations

from dragoman.actors import names
from dragoman.actors.choice import Chooser
from dragoman.actors.matcher import NameMatch, bare
from dragoman.actors.phrase import Item, capitals
from dragoman.actors.resolution import Entries


class LongerNames:
    """Takes such names apart, so that the whole is read."""

    def __init__(self, chooser: Chooser, entries: Entries) -> None:
        self._chooser, self._entries = chooser, entries

    def taken_apart(self, items: list[Item]) -> list[Item]:
        """The pieces with the name of a party or front that is part of another's taken apart: "Ulster Democratic Party"."""
        result: list[Item] = []
        for item in items:
            before = result[-1] if result else None
            if item.name is not None and before is not None and self._is_longer(before, item.name):
                result.extend(capitals(item))
            else:
                result.append(item)
        return result

    def _is_longer(self, before: Item, name: NameMatch) -> bool:
        """Whether a word before a name that others bear too makes it another's: not "moderate Democrats" or "US Democrats"."""
        if self._chooser.listed.get(bare(name.text)) != name.candidates or set(name.kinds) != {"group"}:
            return False
        if before.name is not None:
            own = self._entries.country_of(name.candidates[0])
            return "place" in before.name.kinds and own not in self._entries.states_of(before.name.candidates)
        return before.kind == "cap" and names.qualifies(before.text)
