"""Whether a mention retells history: what happened more than a year before, or an earlier process (codebook 1.3, R28)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from dragoman.coder.grammar.phrases import phrase_words, preposition
from dragoman.coder.grammar.ties import TimeAndPlaceWords
from dragoman.language.parse import Sentence, matches
from dragoman.records import When

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d(?=\D|$)")
_DAYS = 365
_YEARS = 2
"""A bare year tells of history from two years back: last year's may be of last month."""
_DURING = frozenset({"during", "in", "under", "throughout"})
_OWN = ("compound", "nummod", "nmod", "amod", "obl", "flat", "dep", "appos")


def retells_history(
    sentence: Sentence,
    words: Sequence[int],
    told: When | None,
    published: dt.date | None,
    vocabulary: TimeAndPlaceWords,
) -> bool:
    """Whether an event is dated more than a year before publication, bears such a year ("the 1978 accords") or a time long past.

    Args:
        words: those of the trigger.
        told: when the event is dated.
        published: day of publication; without one only times long past are history ("decades ago", "during the Cold War").
    """
    if (told is not None and _long_ago(told, vocabulary)) or _of_old(sentence, words, vocabulary):
        return True
    if published is None:
        return False
    if told is not None and told.end and _ends(told.end) < published - dt.timedelta(days=_DAYS):
        return True
    if told is not None and told.start and not told.end and _ends(told.start) < published - dt.timedelta(days=_DAYS):
        return True
    if told is not None and told.start:
        return False
    return any(published.year - year >= _YEARS for year in _years(sentence, words))


def _long_ago(told: When, vocabulary: TimeAndPlaceWords) -> bool:
    """Whether a date is counted back by many years without telling how many: "decades ago", "a generation earlier"."""
    forms = (told.text or "").lower().split()
    return told.start is None and forms[-1:] in (["ago"], ["earlier"]) and not vocabulary.long_ago.isdisjoint(forms)


def _of_old(sentence: Sentence, words: Sequence[int], vocabulary: TimeAndPlaceWords) -> bool:
    """Whether a time that is over is told with the event, on its own word or on the verb above it.

    "During the Cold War"; "a generation ago", which counts no days.
    """
    lower = sentence.text.lower()
    above = {*words, *(sentence.tokens[i].head for i in words)}
    if any(f"{word} ago" in lower for word in vocabulary.long_ago):
        for token in sentence.tokens[1:]:
            before = sentence.tokens[token.i - 1].text.lower()
            if token.text.lower() == "ago" and before in vocabulary.long_ago and _in_clause(sentence, token.i, above):
                return True
    if not any(era in lower for era in vocabulary.eras):
        return False
    for token in sentence.tokens:
        if token.head not in above or preposition(sentence, token.i) not in _DURING:
            continue
        first, last = sentence.slice(*phrase_words(sentence, token.i))
        phrase = sentence.text[first - sentence.start : last - sentence.start].lower()
        if any(era in phrase for era in vocabulary.eras):
            return True
    return False


def _in_clause(sentence: Sentence, time: int, above: set[int]) -> bool:
    """Whether a time is told of one of the words above it, with no relative clause between: not "to free citizens seized decades ago"."""
    for i in (time, *sentence.ancestors(time)):
        if i in above:
            return True
        if matches(sentence.tokens[i].relation, ("acl",)) and sentence.tokens[i].head not in above:
            return False
    return False


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
    near = own | {
        c for i in words for c in sentence.children[i]
        if matches(sentence.tokens[c].relation, _OWN) and preposition(sentence, c) != "since"
    }  # fmt: skip
    near |= {
        c
        for i in near - own
        for c in sentence.children[i]
        if matches(sentence.tokens[c].relation, ("nummod", "compound", "flat"))
        and (
            c > i or not matches(sentence.tokens[i].relation, ("obl", "dep"))
        )  # "rejected it under the 1977 guidelines"
    }
    found = (_YEAR.match(sentence.tokens[i].text) for i in sorted(near))
    return [int(match.group()) for match in found if match]
