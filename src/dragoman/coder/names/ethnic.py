"""Whom the name of a people means in a text that tells of people of one state who live in another: after "ethnic Albanian negotiators", "the
Albanian delegation" is not Albania's."""

from __future__ import annotations

import re

from dragoman.actors import Knowledge, Resolution

_ETHNIC = re.compile(r"\b[Ee]thnic ([A-Z][a-z]+)")
_BY_NAME = frozenset({"name", "capital", "metonym"})


class EthnicNames:
    """The peoples that a text calls ethnic, but for those whose own state it names, too."""

    def __init__(self, text: str, knowledge: Knowledge) -> None:
        called = {found[1].removesuffix("s") for found in _ETHNIC.finditer(text)} if "thnic " in text else set()
        self._peoples: dict[str, str] = {}
        states = {p: knowledge.entries.states_of(c for m in knowledge.match(p) for c in m.candidates) for p in called}
        if not states:
            return
        named = {c for m in knowledge.match(text) if _BY_NAME & set(m.kinds) for c in m.candidates}
        self._peoples = {p: found[0] for p, found in states.items() if found and found[0] not in named}

    def whole(self, words: str, alone: Resolution) -> str | None:
        """The words with "ethnic" before the people, where the phrase would mean that people's own state; else None."""
        if not self._peoples or alone.actor is None or "thnic" in words:
            return None
        for people, state in self._peoples.items():
            if state == alone.actor and people in words:
                return words.replace(people, f"ethnic {people}", 1)
        return None
