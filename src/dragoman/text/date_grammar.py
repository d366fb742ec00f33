"""What English date expressions look like: one rule for each kind, its words from data/dates_en.yaml.

Which days a rule's match means is told by the function named beside it, from date_readings.py.
`dragoman.text.dates` runs the rules over a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from dragoman.text import date_readings as readings
from dragoman.text.calendar_days import Reading, Tense
from dragoman.text.date_readings import Groups
from dragoman.text.date_words import WORDS


class Rule(NamedTuple):
    """One kind of date expression: its name, the pattern with named groups, and what it means."""

    name: str
    pattern: str
    resolve: Callable[[Groups, date | None, Tense], Reading]


_S = r"[ \u00a0]{1,2}"
_YEAR = r"(?P<year>1[89]\d\d|20[0-4]\d)(?![\w%°]|[.,]\d|-\d{3}(?!\d))"
_LONG_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_NUMBER = r"\d{1,3}|" + "|".join(sorted(WORDS.numbers, key=len, reverse=True))
_HEDGE = rf"(?:(?:about|around|almost|nearly|over|more{_S}than|less{_S}than|some|just|only|at{_S}least){_S})?"
_COUNT = rf"{_HEDGE}(?P<count>{_NUMBER}|(?:a{_S})?few|several|many|(?:a{_S})?couple(?:{_S}of)?)"
_DAYNUM = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[:.,]\d)"
_DAY = rf"(?P<day>{_DAYNUM})"
_JOIN = rf"(?:{_S})?(?:-|–|—|to\b|and\b|or\b|&)(?:{_S})?"
_DAY2 = rf"{_JOIN}(?P<day2>{_DAYNUM})(?!{_S}(?:{WORDS.count_nouns})\b)"
_MONTH = rf"(?P<month>(?:{WORDS.full_months})(?!\w)|(?:{WORDS.month_forms})(?!\w)\.?)"
_PLAIN_MONTH = rf"(?P<month>(?:{WORDS.plain_months})(?!\w))"
_FULL_MONTH = rf"(?P<month>(?:{WORDS.full_months})(?!\w))"
_WEEKDAY = rf"(?P<weekday>(?:{WORDS.full_weekdays})(?!\w))"
_ANY_WEEKDAY = rf"(?P<weekday>(?:{WORDS.weekday_forms})(?!\w)\.?)"
_EDGE = rf"(?:the{_S})?(?:very{_S})?(?:end|close|start|beginning|middle){_S}of"
_MODIFIER = rf"(?P<modifier>(?i:{_EDGE}|(?:early|late|earlier|later)(?:{_S}in)?|mid-?))"
_WHICH = rf"(?P<which>(?i:this{_S}past|this{_S}coming|last|next|this|coming))"
_NEAR = r"(?i:last|next|this)"
_PART = rf"(?:{_S}(?P<part>(?i:morning|afternoon|evening|night))(?!\w))?"
_UNIT = r"(?:hour|day|week|month|year|decade)"
_SEASON = r"(?P<season>(?i:spring|summer|fall|autumn|winter))"
_GAP = rf"(?:{_S}|(?<=-))"
_NEAR_YEAR = rf"(?P<near>{_NEAR}){_S}year(?!\w)"
_END_YEAR = rf"(?:(?:,{_S}?|{_S}){_YEAR}|,?{_S}(?:of{_S})?{_NEAR_YEAR})?"
_OPENING = rf"(?:{_ANY_WEEKDAY},?{_S})?"
_END = r"(?!\w)"
# Lookbehinds must be of fixed length, so each word stands alone.
_MONTH_AFTER = "|".join(rf"(?<=\b{word} )" for word in WORDS.words_before_month)
_NAMED = "|".join(map(re.escape, WORDS.named_days))
_SAME_DAY = "|".join(words.replace(" ", _S) for words in WORDS.same_day)

# Every way in which an expression can begin: most words fail here at once and the rules are never tried.
_FIRST_WORDS = sorted({form for word in WORDS.first_words for form in (word, word.capitalize())})
FIRST = rf"\d|(?:{'|'.join(_FIRST_WORDS)})(?:s?(?:{_S}|-|(?!\w)))"
FIRST += rf"|(?:{WORDS.month_forms}|{WORDS.weekday_forms})(?!\w)|{_NAMED}"


def _rule(name: str, resolve: Callable[[Groups, date | None, Tense], Reading], *parts: str) -> Rule:
    return Rule(name, "".join(parts), resolve)


_OF_ANOTHER_YEAR = (
    rf"{_S}(?:on|at|in|against){_S}(?!(?:the{_S})?"
    rf"(?:World|Twin|Pentagon|United|(?:U\.S\.|US)(?!{_S}(?:consul|embass|mission|compound|diplomat))|America(?!n{_S}(?:consul|embass|mission))|"
    rf"New{_S}York|Washington|nation|homeland))"
)
"""Behind "Sept. 11 attack", where it was not that on America: "on the consulate in Benghazi"."""
RULES: tuple[Rule, ...] = (
    _rule(
        "iso", readings.iso,
        rf"{_LONG_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?{_END}",
    ),
    _rule(
        "numeric", readings.numeric,
        rf"(?P<a>\d{{1,2}})(?P<sep>[./])(?P<b>\d{{1,2}})[./]{_LONG_YEAR}{_END}",
    ),
    _rule(
        "september_2001", readings.september_2001,
        rf"(?:Sept\.?|September){_S}11(?:th)?(?=,?{_S}(?:terror|hijack|Commission|attack(?!{_OF_ANOTHER_YEAR})))",
    ),
    _rule("month_day", readings.month_day, _OPENING, rf"{_MONTH}{_S}{_DAY}(?:{_DAY2})?", _END_YEAR),
    _rule(
        "day_month", readings.month_day,
        _OPENING, rf"{_DAY}(?:{_DAY2})?(?:{_S}of)?{_S}{_MONTH}", _END_YEAR,
    ),
    _rule("month_year", readings.month, rf"(?:{_MODIFIER}{_GAP})?{_MONTH},?{_S}(?:of{_S})?(?:{_YEAR}|{_NEAR_YEAR})"),
    _rule("year_in_month", readings.month, rf"{_NEAR_YEAR}{_S}in{_S}(?:{_MODIFIER}{_GAP})?{_MONTH}"),
    _rule("modified_month", readings.month, rf"(?:{_MODIFIER}|{_WHICH}){_GAP}{_FULL_MONTH}"),
    _rule("month", readings.month, _PLAIN_MONTH),
    _rule("month_after_word", readings.month, rf"(?:{_MONTH_AFTER}){_MONTH}(?!['’]s)"),
    _rule(
        "month_before_noun", readings.month,
        rf"(?:(?<=\bthe )|(?<=\bThe )|(?<=\ba )){_FULL_MONTH}(?={_S}[a-z])",
    ),
    _rule(
        "season", readings.season,
        rf"(?:(?P<which>{_NEAR}){_S})?{_SEASON}(?:{_S}of)?{_S}{_YEAR}(?:[-–]\d{{2,4}}(?!\w))?",
    ),
    _rule("season_of_year", readings.season, rf"{_SEASON}{_S}(?:of{_S})?{_NEAR_YEAR}"),
    _rule("season_near", readings.season, rf"(?P<which>{_NEAR}){_S}{_SEASON}{_END}"),
    _rule(
        "decade", readings.decade,
        rf"(?:{_MODIFIER}{_GAP}(?:the{_S})?)?(?P<year>(?:1[89]|20)\d0)['’]?s{_END}",
    ),
    _rule(
        "year", readings.plain_year,
        rf"(?:{_MODIFIER}{_GAP})?{_YEAR}(?:[-–](?P<year2>(?:1[89]|20)\d\d|\d\d)(?![\w-]))?",
    ),
    _rule(
        "weekday", readings.weekday,
        rf"(?:(?P<early>(?i:early|late|later|earlier))(?:{_S}on)?{_S})?(?:{_WHICH}{_S})?{_WEEKDAY}{_PART}",
        rf"(?:,?{_S}(?i:of{_S})?(?P<week>{_NEAR}){_S}week{_END})?",
    ),
    _rule("week_on_weekday", readings.weekday, rf"(?P<week2>{_NEAR}){_S}week{_S}on{_S}{_WEEKDAY}{_PART}"),
    _rule(
        "deictic", readings.deictic,
        rf"(?P<word>(?i:the{_S}day{_S}(?:before{_S}yesterday|after{_S}tomorrow)|yesterday|today|tonight|",
        rf"tomorrow|overnight|last{_S}night|this{_S}(?:morning|afternoon|evening))){_PART}{_END}",
    ),
    _rule(
        "period", readings.period,
        rf"(?:{_MODIFIER}{_S})?(?P<which>(?i:this(?:{_S}past)?|last|next)){_S}",
        rf"(?P<unit>(?i:week|weekend|month|year|decade|century))(?!\w|-|{_S}of\b)",
    ),
    _rule(
        "end_of_period", readings.period,
        rf"{_MODIFIER}{_S}(?P<which>the){_S}(?P<unit>week|weekend|month|year|decade){_END}",
    ),
    _rule("weekend", readings.the_weekend, rf"(?i:over|during|at){_S}the{_S}weekend{_END}"),
    _rule("ago", readings.ago, rf"(?i:(?:{_COUNT}{_S})?(?P<unit>{_UNIT}s?){_S}ago){_END}"),
    _rule("from_now", readings.ahead, rf"(?i:{_COUNT}{_S}(?P<unit>{_UNIT}s?){_S}from{_S}now){_END}"),
    _rule(
        "in_time", readings.ahead,
        rf"(?i:(?P<in>in){_S}{_COUNT}{_S}(?P<unit>(?:day|week|month|year)s?)",
        rf"(?P<time>['’]s?{_S}time)?)(?!\w|{_S}of)",
    ),
    _rule(
        "unanchored", readings.unanchored,
        rf"(?i:{_SAME_DAY}|(?:{_COUNT}{_S})?{_UNIT}s?{_S}(?:earlier|later|beforehand|afterwards?|before|after)|",
        rf"(?:the|that){_S}(?:previous|following|next|(?:very{_S})?same){_S}",
        rf"(?:day|night|morning|week|weekend|month|year)|that{_S}(?:day|night|week|weekend|month|year)){_END}",
    ),
    _rule(
        "window", readings.window,
        rf"(?i:(?:(?:in|over|during|within){_S})?the{_S}(?P<side>past|last|coming|next){_S}",
        rf"(?:{_COUNT}{_S}(?P<unit>{_UNIT}s?)|(?P<units>{_UNIT}s)|",
        rf"(?:(?<=past )|(?<=coming ))(?P<one>day|week|month|year|decade))){_END}",
    ),
    _rule(
        "recent", readings.window,
        rf"(?i:(?:(?:in|over|during){_S})(?P<side>recent|coming){_S}(?P<unit>{_UNIT}s)){_END}",
    ),
    _rule(
        "within", readings.window,
        rf"(?i:(?P<side>within){_S}{_COUNT}{_S}(?P<unit>{_UNIT}s?))(?!\w|{_S}of)",
    ),
    _rule("named", readings.named, rf"(?P<name>{_NAMED}){_END}(?:(?:,|{_S}of|{_S}in)?{_S}{_YEAR})?"),
)  # fmt: skip
