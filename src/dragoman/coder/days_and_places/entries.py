"""Entries of a chronology: the day that heads one is that of what it tells ("Oct 2, 2018 - Algeria says the junta has accepted")."""

from __future__ import annotations

import re
from datetime import date

from dragoman.language.parse import Sentence
from dragoman.text.dates import DateMention, find_dates

_LONGEST = 40
_BULLET = re.compile(r"[\s•*·–—-]*")
_HEADS = re.compile(r"\s*(?::|\s[-–—]+)\s+(?=\S)")
_EARLIER = frozenset({"had"})


def day_of_entry(text: str, sentence: Sentence, words: list[int], published: date | None) -> DateMention | None:
    """The date with which the paragraph of an event begins, set off by a dash or colon; None without one.

    What "had" happened came before, and so did what the sentence gives another day.
    """
    line = text.rfind("\n", 0, sentence.start) + 1
    bullet = _BULLET.match(text, line)
    start = bullet.end() if bullet else line
    told = find_dates(text, start, start + _LONGEST, published=published, tense="past")
    if not told or told[0].start != start or not any(c.isdigit() for c in told[0].text) or told[0].date_start is None:
        return None
    if _HEADS.match(text, told[0].end) is None:
        return None
    heading = told[0].end
    if any(d.start >= heading for d in find_dates(text, max(heading, sentence.start), sentence.end)):
        return None
    verbs = {a for i in words for a in (i, *sentence.ancestors(i))}
    helpers = (c for i in verbs for c in sentence.dependents(i, "aux"))
    return None if any(sentence.tokens[c].text.lower() in _EARLIER for c in helpers) else told[0]
