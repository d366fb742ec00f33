"""Dates behind "since": "since 1972, when both signed", which dates the signing, and "the first talks since June 3", which were later."""

from __future__ import annotations

import re
from datetime import date

from dragoman.coder.grammar.ties import TimeAndPlaceWords
from dragoman.language.parse import Sentence
from dragoman.text.dates import DateMention, find_dates

_SINCE = "since "
_WHEN = re.compile(r",? when\b")
_FIRST_TIME = re.compile(r"\b(?:first|only|second|third) (?:time|in \w+) $", re.IGNORECASE)


def since(
    text: str, sentence: Sentence, words: list[int], found: DateMention, vocabulary: TimeAndPlaceWords,
    published: date | None, ahead: bool,
) -> DateMention | None:  # fmt: skip
    """A date as it may be the event's, without the "since" of "since 1972, when both signed"; None where it is only told since when.

    Args:
        ahead: the event is still to come ("a meeting that has been planned since April").
    """
    if not found.text.lower().startswith(_SINCE):
        return found
    if _told_behind(text, sentence, words, found):
        again = find_dates(text, found.start + len(_SINCE), found.end, published=published, tense="past")
        bare = again[0] if again else found
        return None if ahead and bare is found else bare
    return None if ahead or _is_first(text, sentence, words, found, vocabulary) else found


def _told_behind(text: str, sentence: Sentence, words: list[int], found: DateMention) -> bool:
    """Whether the event is told in the clause right behind a date: "since 1972, when both signed the accord"."""
    if _WHEN.match(text, found.end) is None:
        return False
    verb = next(t.head for t in sentence.tokens if t.start > found.end and t.text.lower() == "when")
    return any(verb in (i, *sentence.ancestors(i)) for i in words)


def _is_first(
    text: str, sentence: Sentence, words: list[int], found: DateMention, vocabulary: TimeAndPlaceWords
) -> bool:
    """Whether the event is the first, or the latest, of its kind since then: "met for the first time since June 3"."""
    below = (c for i in words for c in sentence.children[i])
    first = any(sentence.tokens[c].lemma.lower() in vocabulary.firsts for c in below)
    inside = {t.i for t in sentence.tokens if found.start <= t.start < found.end}
    above = {sentence.tokens[i].head for i in inside} - inside - {-1}  # "these talks were the first since May"
    first |= any(sentence.tokens[i].lemma.lower() in vocabulary.firsts for i in above)
    return first or _FIRST_TIME.search(text, sentence.start, found.start) is not None
