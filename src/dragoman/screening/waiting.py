"""Screens the documents of a record that wait for coding, and counts what is set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from dragoman.records import Document, SetAside
from dragoman.screening.language import language_names
from dragoman.screening.screen import LANGUAGE, Screen

if TYPE_CHECKING:
    from dragoman.store import Store

COMMIT_EVERY = 500
"""Documents set aside between two commits."""
SHOWN = 8
"""Articles in other languages that are named in the summary of a run; all are in the record."""

Step = Callable[[str, int, int | None], None]


class Tally(msgspec.Struct):
    """What a run set aside.

    Attributes:
        languages: number of articles by language, by its English name.
        irrelevant: number of articles that have hardly a word of war and peace.
        shown: the first articles in other languages: where they come from, and the language.
    """

    languages: dict[str, int] = {}
    irrelevant: int = 0
    shown: list[tuple[str, str]] = []

    @property
    def total(self) -> int:
        """Number of articles set aside."""
        return sum(self.languages.values()) + self.irrelevant

    def add(self, document: Document, outcome: SetAside) -> None:
        """Count a document by its outcome."""
        if outcome.reason != LANGUAGE:
            self.irrelevant += 1
            return
        name = language_names()[outcome.language or ""]
        self.languages = dict(Counter(self.languages) + Counter([name]))
        if len(self.shown) < SHOWN:
            self.shown = [*self.shown, (document.path or document.url or document.id, name)]


def screen_waiting(record: Store, screen: Screen | None, coder_version: str, run_id: str, step: Step) -> Tally:
    """Set aside what the screen finds among the documents that wait; without one, let all be coded.

    Documents that another version of the screen set aside are judged anew. One that is set aside loses the
    mentions of an earlier coder.

    Raises:
        StoreError: the record cannot be written; what was set aside stays so.
    """
    record.take_back(unless_screened_by=screen.version if screen else None)
    tally = Tally()
    total = record.n_uncoded(coder_version) if screen else 0
    if screen is None or not total:
        return tally
    outcomes: list[SetAside] = []
    for number, document in enumerate(record.uncoded(coder_version), start=1):
        step("Screening articles", number, total)
        if outcome := screen.judge(document):
            tally.add(document, outcome)
            outcomes.append(outcome)
        if len(outcomes) >= COMMIT_EVERY:
            record.set_aside(outcomes, screen_version=screen.version, run_id=run_id)
            outcomes = []
    record.set_aside(outcomes, screen_version=screen.version, run_id=run_id)
    return tally
