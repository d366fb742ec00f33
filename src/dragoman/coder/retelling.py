"""Whether a mention retells history: what happened more than a year before, or an earlier process (codebook 1.3, R28)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from dragoman.language.parse import Sentence, matches
from dragoman.records import When

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d(?=\D|$)")
_DAYS = 365
_YEARS = 2
"""A bare year tells of history from two years back: last year's may be of last month."""
_OWN = ("compound", "nummod", "nmod", "amod", "obl", "flat", "dep", "appos")


def retells_history(sentence: Sentence, words: Sequence[int], told: When | None, published: dt.date | None) -> bool:
    """Whether an event is dated more than a year before publication, or bears such a year ("the 1978 accords").

    Args:
        words: those of the trigger.
        told: when the event is dated.
        published: day of publication; without one nothing is history.
    """
    if published is None:
        return False
    if told is not None and told.end and _ends(told.end) < published - dt.timedelta(days=_DAYS):
        return True
    if told is not None and told.start and not told.end and _ends(told.start) < published - dt.timedelta(days=_DAYS):
        return True
    if told is not None and told.start:
        return False
    return any(published.year - year >= _YEARS for year in _years(sentence, words))


def _ends(day: str) -> dt.date:
    """The last day that an ISO date, month or year allows."""
    parts = [int(part) for part in day[:10].split("-")]
    if len(parts) == 1:
        return dt.date(parts[0], 12, 31)
    if len(parts) == 2:
        return dt.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1) - dt.timedelta(days=1)
    return dt.date(*parts)


def _years(sentence: Sentence, words: Sequence[int]) -> list[int]:
    """Years written with the trigger: in it, before it as a modifier, after it with "of" or "in"."""
    own = set(words)
    near = own | {c for i in words for c in sentence.children[i] if matches(sentence.tokens[c].relation, _OWN)}
    near |= {
        c
        for i in near - own
        for c in sentence.children[i]
        if matches(sentence.tokens[c].relation, ("nummod", "compound", "flat"))
    }
    found = (_YEAR.match(sentence.tokens[i].text) for i in sorted(near))
    return [int(match.group()) for match in found if match]
