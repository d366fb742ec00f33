"""How long talks lasted: "ten days of talks ended on Friday" began nine days before, "a three-day meeting opens on Monday" ends on Wednesday."""

from __future__ import annotations

import re
from datetime import timedelta

import msgspec

from dragoman.coder.grammar.ties import TimeAndPlaceWords
from dragoman.language.parse import Sentence
from dragoman.text.date_words import WORDS, number_of
from dragoman.text.dates import DateMention

_NUMBER = r"(\d{1,2}|" + "|".join(sorted(WORDS.numbers, key=len, reverse=True)) + ")"
_WORD = r"(?!(?:in|on|at|after|for|and|with|between|the|a|an)\b)[\w'’.-]+ "
_DAYS_OF = re.compile(rf"\b{_NUMBER} (?:full |straight )?days of (?:{_WORD}){{0,4}}$", re.IGNORECASE)
_DAY_LONG = re.compile(rf"\b{_NUMBER}[- ]day(?:[- ]long)? (?:{_WORD}){{0,3}}$", re.IGNORECASE)
_AFTER = re.compile(r"\bafter (?:the |their |another |some |more than )?$", re.IGNORECASE)
_ENDING = frozenset({"end", "conclude", "finish", "close", "wrap", "break", "adjourn", "collapse"})
_OPENING = frozenset({"begin", "start", "open", "convene", "kick", "commence"})


def lasted(
    text: str, sentence: Sentence, words: list[int], found: DateMention, vocabulary: TimeAndPlaceWords
) -> DateMention:
    """The days of talks whose length is told, where `found` is their first or last; any other date as it is.

    "After five days of talks, both signed on Saturday" tells the last day, too. A truce of five days may end on any of them.
    """
    if sentence.tokens[words[0]].lemma.lower() not in vocabulary.meetings:
        return found
    if found.precision != "day" or found.date_start is None or found.date_start != found.date_end:
        return found
    start = sentence.tokens[words[0]].start
    before = text[sentence.start : start]
    told = _DAYS_OF.search(before) or _DAY_LONG.search(before)
    count = number_of(told.group(1)) if told else None
    if told is None or not count or count > 60:
        return found
    more = timedelta(days=count - 1)
    if _AFTER.search(before, 0, told.start()):
        return msgspec.structs.replace(found, date_start=found.date_start - more)
    verb = next((sentence.tokens[i] for i in sentence.ancestors(words[0]) if sentence.tokens[i].upos == "VERB"), None)
    if verb is None or not sentence.tokens[words[0]].relation.startswith("nsubj") or verb.start < start:
        return found
    if verb.lemma.lower() in _ENDING:
        return msgspec.structs.replace(found, date_start=found.date_start - more)
    if verb.lemma.lower() in _OPENING:
        return msgspec.structs.replace(found, date_end=found.date_start + more)
    return found
