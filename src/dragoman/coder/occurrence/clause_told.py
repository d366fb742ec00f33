"""What a clause tells of its event, with who decided each value (codebook 2.3)."""

from __future__ import annotations

import msgspec

from dragoman.coder.grammar.effects import Surrounding

TAKEN_PLACE = ("held", "held_partial", "under_way")
ENDINGS = frozenset({"collapsed", "cancelled", "suspended", "postponed"})
"""What a wording says to have become of talks; where it only might, nothing has."""


class Clause(msgspec.Struct):
    """What a clause tells of its event: `values` by head, `by` whom each was decided, and the words around that bear on it."""

    values: dict[str, str]
    by: dict[str, str]
    words: list[Surrounding]

    def put(self, by: str, **values: str) -> None:
        """Set values, and who decided them."""
        self.values |= values
        self.by |= dict.fromkeys(values, by)
