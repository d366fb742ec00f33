"""What a brief shows of single events and mentions, read from the record when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from dragoman.records import EventMention

if TYPE_CHECKING:
    from dragoman.store import MentionPlace, Store

T = TypeVar("T")

AT_A_TIME = 50
"""Mentions whose places are read at a time where a few of many will do."""


class Lookup(Generic[T]):
    """Values by id, each read once; ids that the record does not know are remembered as well.

    Every question that finds something missing is one query, so ask for many at once with `want`.

    Args:
        read: gives the values of the ids asked for, without those that are not known.
    """

    def __init__(self, read: Callable[[list[str]], Mapping[str, T]]) -> None:
        self._read = read
        self._held: dict[str, T | None] = {}

    def want(self, ids: Iterable[str]) -> None:
        """Read all of these that have not been read yet."""
        missing = [id for id in dict.fromkeys(ids) if id not in self._held]
        if missing:
            found = self._read(missing)
            self._held.update((id, found.get(id)) for id in missing)

    def get(self, id: str) -> T | None:
        """Return one value, None where the record has none."""
        if id not in self._held:
            self.want([id])
        return self._held[id]

    def several(self, ids: Iterable[str]) -> dict[str, T]:
        """Return the values of these ids by id, in their order, without those that are not known."""
        wanted = list(dict.fromkeys(ids))
        self.want(wanted)
        return {id: value for id in wanted if (value := self._held[id]) is not None}


class Mentions:
    """Event mentions by id: `places` are quick to read, `records` are whole and meant for what is quoted."""

    def __init__(self, store: Store) -> None:
        self.places: Lookup[MentionPlace] = Lookup(lambda ids: {p.id: p for p in store.mention_places(ids)})
        self.records: Lookup[EventMention] = Lookup(lambda ids: {m.id: m for m in store.mentions_by_id(ids)})

    def independent(self, mention_ids: Iterable[str], most: int) -> list[str]:
        """Up to `most` of the mentions, those from different roots first; a reprint beside its root and unknown ids are left out."""
        first: dict[str, MentionPlace] = {}
        rest: list[str] = []
        for place in self._places(dict.fromkeys(mention_ids)):
            if (cited := first.setdefault(place.root_id, place)) is not place:
                if cited.document_id == place.document_id:
                    rest.append(place.id)
            elif len(first) == most:
                break
        return [*(place.id for place in first.values()), *rest][:most]

    def _places(self, mention_ids: Iterable[str]) -> Iterator[MentionPlace]:
        waiting = iter(mention_ids)
        while some := list(islice(waiting, AT_A_TIME)):
            yield from self.places.several(some).values()
