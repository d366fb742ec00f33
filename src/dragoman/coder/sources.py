"""Kind of a source by the words that name it: "officials", "a person familiar with the talks", "the statement" (rule R28)."""

from __future__ import annotations

import re
from collections.abc import Mapping


class SourceKinds:
    """Source types by phrase; the longest phrase found in a description wins.

    Args:
        phrases: lower-case phrase → source type of codebook 1.4.
    """

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._kinds = dict(phrases)
        ordered = sorted(phrases, key=len, reverse=True)
        self._pattern = (
            re.compile(r"\b(" + "|".join(re.escape(p) for p in ordered) + r")s?\b", re.IGNORECASE) if ordered else None
        )

    def of(self, description: str) -> str | None:
        """Source type of a description, None where no phrase says."""
        match = self._pattern.search(description) if self._pattern else None
        return self._kinds.get(match.group(1).lower()) if match else None
