"""Footnotes: the sentence, outlet and date behind a claim, numbered in the order in which they are used."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

import msgspec

from dragoman.records import EventMention
from dragoman.reports.chains import chain
from dragoman.reports.lookup import Mentions
from dragoman.reports.marked_sentence import Piece
from dragoman.reports.say import day


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """One footnote.

    Attributes:
        pieces: the sentence; triggers bear the mark "trigger".
        chain: who says so, nearest the reader first.
        url: address of the article, None where there is none that a browser should open.
    """

    number: int
    pieces: list[Piece]
    title: str
    outlet: str
    date: str
    url: str | None
    chain: str
    mention_ids: list[str]


class Notes:
    """Gives numbers to mentions; mentions of one sentence share a note."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._told: dict[int, list[str]] = {}

    def refer(self, mention_ids: Iterable[str]) -> list[int]:
        """Numbers of the notes for mentions, ascending, each once; ids that are not known are left out."""
        numbers = set()
        for place in self._mentions.places.several(mention_ids).values():
            key = (place.document_id, place.evidence_start, place.evidence_end)
            number = self._numbers.setdefault(key, len(self._numbers) + 1)
            told = self._told.setdefault(number, [])
            if place.id not in told:
                told.append(place.id)
            numbers.add(number)
        return sorted(numbers)

    def all(self) -> list[Note]:
        """Every note referred to so far, by number."""
        records = self._mentions.records.several(id for told in self._told.values() for id in told)
        return [_note(number, [records[id] for id in told]) for number, told in sorted(self._told.items())]


def _note(number: int, told: list[EventMention]) -> Note:
    first = told[0]
    document = first.document
    return Note(
        number=number,
        pieces=_bold(told),
        title=document.title or "",
        outlet=document.outlet or "outlet not known",
        date=day(document.published),
        url=safe_address(document.url),
        chain=" ← ".join(chain(max(told, key=lambda m: len(m.attribution)))),
        mention_ids=[mention.id for mention in told],
    )


def _bold(told: list[EventMention]) -> list[Piece]:
    """The sentence with the triggers of all its mentions marked."""
    evidence = told[0].evidence
    pieces: list[Piece] = []
    at = evidence.start
    for trigger in sorted({mention.evidence.trigger for mention in told}):
        if trigger.start < at or trigger.end > evidence.end:
            continue
        pieces.append(Piece(evidence.text[at - evidence.start : trigger.start - evidence.start]))
        pieces.append(Piece(evidence.text[trigger.start - evidence.start : trigger.end - evidence.start], "trigger"))
        at = trigger.end
    pieces.append(Piece(evidence.text[at - evidence.start :]))
    return [piece for piece in pieces if piece.text]


def safe_address(url: str | None) -> str | None:
    """The address if it is a plain web address, else None: "javascript:" and the like must be no links."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
