"""Whose seat another minds and who sits in these talks all the same: "Ankara objected to Cyprus, which came as an observer"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dragoman.linking.vocabulary import vocabulary
from dragoman.records import ExclusionRow, Participation

OBJECTED = "vetoed"
"""The mode under which somebody may sit in the talks all the same."""


def sits_all_the_same(
    row: ExclusionRow, people: Iterable[Sequence[Participation]], document_of: Callable[[str], str | None]
) -> bool:
    """Whether the report of a row seats the actor at talks of the same line that took place.

    Args:
        people: who takes part in each event of the line that took place.
        document_of: the document of a mention.
    """
    if row.mode != OBJECTED or row.excluded_actor is None:
        return False
    return any(
        p.actor == row.excluded_actor
        and p.role in vocabulary().present
        and any(document_of(m) == row.document_id for m in p.basis)
        for told in people
        for p in told
    )
