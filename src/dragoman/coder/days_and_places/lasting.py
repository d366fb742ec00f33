"""How long talks lasted: "ten days of talks ended on Friday" began nine days before, "a three-day meeting opens on Monday" ends on Wednesday.

So did those that they "ended after ten days" or "began on Monday and lasted ten days".
"""

from __future__ import annotations

import re
from datetime import timedelta

import msgspec

from dragoman.coder.grammar.ties import TimeAndPlaceWords
from dragoman.language.parse import Sentence, Token
from dragoman.text.date_words import WORDS, number_of
from dragoman.text.dates import DateMention

_NUMBER = r"(\d{1,2}|" + "|".join(sorted(WORDS.numbers, key=len, reverse=True)) + ")"
_WORD = r"(?!(?:in|on|at|after|for|and|with|between|the|a|an)\b)[\w'’.-]+ "
_DAYS_OF = re.compile(rf"\b{_NUMBER} (?:full |straight )?days of (?:{_WORD}){{0,4}}$", re.IGNORECASE)
_DAY_LONG = re.compile(rf"\b{_NUMBER}[- ]day(?:[- ]long)? (?:{_WORD}){{0,3}}$", re.IGNORECASE)
_LASTED = re.compile(rf"^.{{0,60}}?\blast(?:ed|s|ing)? (?:for )?(?:\w+ )?{_NUMBER} days\b", re.IGNORECASE)
_AFTER = re.compile(r"\bafter (?:the |their |another |some |more than )?$", re.IGNORECASE)
_LONGEST = 60
"""Days; talks that are told to be longer are not one meeting."""
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
    if told is None:
        return _began_and_lasted(text[sentence.tokens[words[-1]].end : sentence.end], sentence, words[0], found)
    count = number_of(told.group(1)) if told else None
    if not count or count > _LONGEST:
        return found
    more = timedelta(days=count - 1)
    if _AFTER.search(before, 0, told.start()):
        return msgspec.structs.replace(found, date_start=found.date_start - more)
    verb = _verb_over(sentence, words[0])
    relation = sentence.tokens[words[0]].relation
    if relation == "nmod":  # "two days of talks": the days are what ended
        relation = sentence.tokens[sentence.tokens[words[0]].head].relation
    if verb is None or (not (relation.startswith("nsubj") and verb.start > start) and relation != "obj"):
        return found
    if verb.lemma.lower() in _ENDING:
        return msgspec.structs.replace(found, date_start=found.date_start - more)
    if verb.lemma.lower() in _OPENING:
        return msgspec.structs.replace(found, date_end=found.date_start + more)
    return found


def _began_and_lasted(after: str, sentence: Sentence, word: int, found: DateMention) -> DateMention:
    """The days of talks that "began on Monday and lasted ten days"; any other date as it is."""
    told, verb = _LASTED.search(after), _verb_over(sentence, word)
    count = number_of(told.group(1)) if told else None
    if verb is None or verb.lemma.lower() not in _OPENING or not count or count > _LONGEST or found.date_start is None:
        return found
    return msgspec.structs.replace(found, date_end=found.date_start + timedelta(days=count - 1))


def _verb_over(sentence: Sentence, word: int) -> Token | None:
    return next((sentence.tokens[i] for i in sentence.ancestors(word) if sentence.tokens[i].upos == "VERB"), None)
