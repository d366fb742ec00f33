"""To which camp an actor belongs: the government's, the opposition's, or the third parties'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.linking.vocabulary import actor_key, is_named, vocabulary
from dragoman.records import Event, Participation

GOVERNMENT, OPPOSITION, THIRD = "government", "opposition", "third_party"
CAMPS = (GOVERNMENT, OPPOSITION, THIRD)


class Camp(msgspec.Struct, frozen=True, kw_only=True):
    """An actor's camp, as belligerency at a date (codebook 1.11); `since` and `until` are ISO, both included."""

    actor: str
    camp: str
    since: str | None = None
    until: str | None = None

    def holds(self, at: str | None) -> bool:
        """True where the row is in force on an ISO day; a row with dates is not where no day is known."""
        if at is None:
            return self.since is None and self.until is None
        return (self.since or "") <= at and (self.until is None or at[: len(self.until)] <= self.until)


def camps_of(
    events: Sequence[Event],
    participations: Iterable[Participation],
    given: Iterable[Camp] = (),
    at: str | None = None,
) -> dict[str, str]:
    """The camp of every named actor that is present at one of the events, by its key.

    What is given for the day `at` holds; of several rows for an actor the last. Else an actor that appears as
    a conflict party at least as often as in any third party's role is in the camp of the government where it
    is one (a state's code, or a sector of government), and in that of the opposition where it is none. All
    others are third parties.

    Edge case: a patron that mediates ("Russia in Syria") is a third party unless the table says otherwise, and
    in a war between states both sides are governments: give a table for those.
    """
    words = vocabulary()
    wanted = {e.id for e in events}
    told: dict[str, Counter[bool]] = {}
    official: dict[str, bool] = {}
    for p in participations:
        if p.event_id in wanted and p.role in words.present and is_named(p):
            key = actor_key(p)
            told.setdefault(key, Counter())[p.role in words.party] += 1
            official[key] = official.get(key, False) or (
                p.sector in words.government_sectors if p.sector else len(key) == 3 and key.isupper()
            )
    found = {key: _camp(count, official[key]) for key, count in told.items()}
    table: Mapping[str, str] = {row.actor: row.camp for row in given if row.holds(at)}
    return {key: table.get(key, camp) for key, camp in found.items()}


def _camp(count: Counter[bool], official: bool) -> str:
    if not count[True] or count[True] < count[False]:
        return THIRD
    return GOVERNMENT if official else OPPOSITION
