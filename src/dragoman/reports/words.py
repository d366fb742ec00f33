"""Plain words for codes, read from `words.yaml`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from typing import Any

import yaml


class Words:
    """The words of `words.yaml`; a value that it lacks is shown with spaces for underscores."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self._group: dict[str, str] = {status: group for group, some in data["status_group"].items() for status in some}

    def of(self, enumeration: str, value: str | None) -> str:
        """The words for a value of an enumeration ("status", "exclusion_mode"), "" for None."""
        if value is None:
            return ""
        found: Any = self._data.get(enumeration, {}).get(value, value.replace("_", " "))
        return str(found[-1] if enumeration == "role" and isinstance(found, list) else found)

    def values(self, enumeration: str) -> list[str]:
        """The values that an enumeration has, in its order."""
        return [str(value) for value in self._data[enumeration]]

    def group(self, status: str) -> str:
        """The group of a status on the timeline: happened, ahead, stalled, failed or disputed."""
        return self._group.get(status, "ahead")

    def seat(self, role: str) -> str:
        """The seat that a role is in the room table, "" where it is none."""
        found = self._data["role"].get(role)
        return str(found[0]) if found else ""

    def covered(self, seat: str) -> frozenset[str]:
        """Seats that need not be told of one who has this one."""
        return frozenset(self._data["seat_covers"].get(seat, ()))

    def event(self, type: str | None, category: str | None = None) -> str:
        """Short name of an event type ("mediated talks", "talks refused"), else of a PLOVER category."""
        if type is None:
            return self.of("category", category) or "event"
        noun = self._data["event_noun"].get(type)
        return (
            str(noun[2:][-1] if noun[2:] else noun[0]).removeprefix("a ").removeprefix("an ")
            if noun
            else type.replace("_", " ")
        )

    def moves(self, type: str | None) -> bool:
        """Whether events of a type move a peace process by themselves: no positions, conditions, breaches or mere PLOVER categories."""
        return type is not None and type not in self._data["change_left_out"]

    def standing(self, type: str | None, status: str) -> str:
        """The status for a table; "" for an act that was simply done, since its name says so (rule R22)."""
        return "" if status == "held" and self.noun(type) is None else self.of("status", status)

    def done(self, type: str | None, status: str) -> str:
        """The status in a word or two: of a text that came about what was done with it; "" for an act that was simply done."""
        verb = self._data["text_verb"].get(type) if status == "held" else None
        return str(verb).removeprefix("was ") if verb else self.standing(type, status)

    def noun(self, type: str | None) -> tuple[str, bool] | None:
        """The noun of an event that is held or issued and whether it is plural, None for an act."""
        found = self._data["event_noun"].get(type)
        return (str(found[0]), found[1] == "many") if found else None

    def act(self, type: str | None) -> tuple[str, str] | None:
        """Verb of an act and the word before the one addressed, None for what is no act."""
        found = self._data["event_act"].get(type)
        return (str(found[0]), str(found[1])) if found else None

    def exclusion_clause(self, mode: str) -> tuple[str, str]:
        """Verb of an exclusion, with {be} and {its} for one or several, and the word before the talks."""
        found = self._data["exclusion_clause"].get(mode) or [f"{{be}} {self.of('exclusion_mode', mode)}", "from"]
        return str(found[0]), str(found[1])

    def is_plural(self, name: str) -> bool:
        """Whether the name of an actor is that of several people ("Nagorno-Karabakh authorities")."""
        return (name.split() or [""])[-1].casefold() in self._data["plural_heads"]

    def passive(self, type: str | None) -> tuple[str, str] | None:
        """Noun and verb of an act where nobody is told to have done it ("talks", "were put off"), None for what is no act."""
        found = self._data["event_act"].get(type)
        return (str(found[2]), str(found[3])) if found else None

    def clause(self, type: str | None, status: str, many: bool, *, past: bool = False) -> str:
        """What a status says of an event with a noun ("took place", "are planned"); of one whose day is past "were planned"."""
        past_of = dict(self._data["past_clause"]) if past else {}
        if past and type in self._data["event_text"]:
            past_of |= self._data["past_text_clause"]
        if status in past_of:
            return str(past_of[status][many])
        if status == "held" and type in self._data["text_verb"]:
            return str(self._data["text_verb"][type])
        texts = self._data["text_clause"] if type in self._data["event_text"] else {}
        one, several = texts.get(status) or self._data["status_clause"].get(status, [status, status])
        return str(several if many else one)


@functools.cache
def words() -> Words:
    """The shipped words, read once."""
    text = resources.files("dragoman.reports").joinpath("words.yaml").read_text(encoding="utf-8")
    return Words(yaml.load(text, yaml.CSafeLoader))
