"""Role nouns by their words: "foreign minister", "rebels", in either spelling."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.actors.matcher import fold
from dragoman.actors.resolution import COMPOSED, Resolution
from dragoman.actors.rows import Role


class RoleBook:
    """Role nouns by their words, singular and plural, longest first."""

    def __init__(self, roles: Iterable[Role]) -> None:
        self._by_words: dict[tuple[str, ...], tuple[Role, bool]] = {}
        for role in roles:
            for text, plural in ((role.phrase, False), (role.plural, True)):
                for form in _spellings(text):
                    self._by_words.setdefault(tuple(form.lower().split()), (role, plural))
        self.longest = max((len(words) for words in self._by_words), default=0)

    def get(self, words: tuple[str, ...]) -> tuple[Role, bool] | None:
        """The role these lower-case words are, and whether they are its plural."""
        return self._by_words.get(words)

    def of_title(self, office: str) -> Role | None:
        """The role an office title begins or ends with ("Speaker of the House"), else None."""
        title = fold(office).lower().split()
        for size in range(min(self.longest, len(title)), 0, -1):
            for start in (0, len(title) - size):
                found = self._by_words.get(tuple(title[start : start + size]))
                if found:
                    return found[0]
        return None

    def sorted_by(self, name: str, answer: Resolution) -> Resolution:
        """An answer for a row that holds rebels and politicians of one side, by the word used: "Syrian rebels"."""
        role = self.of_title(name)
        if role is None or role.sector not in COMPOSED:
            return answer
        kind = role.actor_type or COMPOSED[role.sector][1]
        return msgspec.structs.replace(answer, sector=role.sector, actor_type=kind)


def _spellings(text: str) -> set[str]:
    forms = {text} if text else set()
    forms |= {f.replace("defence", "defense") for f in forms} | {f.replace("defense", "defence") for f in forms}
    forms |= {f.replace("-", " ") for f in forms}
    return forms
