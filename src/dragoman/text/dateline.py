"""Reads the dateline of a report: place, agency and date before the first sentence (codebook 1.2)."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

import msgspec
import yaml

from dragoman.errors import DataError


class Dateline(msgspec.Struct, frozen=True):
    """`text[start:end]` is the whole dateline with its dash.

    Attributes:
        place: as written ("GAZA CITY, Gaza Strip"); None where only agency or date stand there.
        wire: agency under its usual name ("Reuters", "AP"), None where none signs.
        date: words of the date as written ("Dec 16"); `dragoman.text.dates` says which day.
        place_start, place_end: where the place stands in the text; equal where there is none.
    """

    start: int
    end: int
    place: str | None
    wire: str | None
    date: str | None
    place_start: int
    place_end: int


_MONTHS = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
_MONTHS += r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_DATE = rf"(?:(?:\w+day,? )?(?:(?i:{_MONTHS}) \d{{1,2}}|\d{{1,2}} (?i:{_MONTHS}))(?:,? \d{{4}})?|\w+day)"
# One to five words in capitals ("NEW YORK"), joined by a slash for two places, or one capitalised place.
_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,4}"
_REGION = r"(?:, (?:[A-Z][\w.'’-]*\.?)(?: (?:of |the |and )?[A-Z][\w.'’-]*){0,3})?"
_PLACE = rf"(?P<place>{_UPPER}(?:/{_UPPER}){{0,2}}{_REGION})"
_TITLED = rf"(?P<titled>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){{0,3}}{_REGION})"
_DASH = r"[ \u00a0]*(?:—|–|--+|-(?=[ \u00a0]))[ \u00a0]*"


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """Contents of data/datelines.yaml, where each field is explained."""

    wires: dict[str, list[str]]
    no_places: frozenset[str]


@lru_cache(maxsize=1)
def _file() -> _File:
    try:
        content = files("dragoman.text").joinpath("data/datelines.yaml").read_text("utf-8")
        return msgspec.convert(yaml.load(content, yaml.CSafeLoader), _File)
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise DataError(f"text/data/datelines.yaml: {error}. Correct the entry or reinstall the package") from error


@lru_cache(maxsize=1)
def _wires() -> dict[str, str]:
    """Every spelling of an agency and its usual name."""
    return {spelling: name for name, others in _file().wires.items() for spelling in (name, *others)}


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], ...]:
    wire = rf"(?P<wire>{'|'.join(re.escape(one) for one in sorted(_wires(), key=len, reverse=True))})"
    dated = rf"(?:,? (?P<date>{_DATE}))?"
    signed = rf"{dated} ?\((?:[\w ]+/)?{wire}(?:/[\w ]+)?\)(?:, (?P<date2>{_DATE}))?"
    slashed = rf"{dated}\.? ?/{wire}/\.?"
    return tuple(
        re.compile(rf"(?P<all>{pattern})(?=\S)")
        for pattern in (
            rf"{_PLACE}{signed}(?:{_DASH}|[ \u00a0]+)",  # WASHINGTON (Reuters) - / MOSCOW, Dec 16 (TASS)
            rf"{_TITLED}{signed}(?:{_DASH}|[ \u00a0]+)",  # Cairo (AFP) - / Washington (CNN)
            rf"{_PLACE}{slashed}(?:{_DASH}|[ \u00a0]+)",  # MOSCOW, December 16. /TASS/.
            rf"\({wire}\){_DASH}",  # (Reuters) -
            rf"{_PLACE}{dated}(?:[ \u00a0]+--+|[ \u00a0]*[—–]|[ \u00a0]+-)[ \u00a0]+",  # BEIRUT —
            rf"{_PLACE}(?: \([A-Z][\w .'’-]+\))?, (?P<date>{_DATE})\.[ \u00a0]+",  # ACCRA, AUG. 17.
            rf"{_TITLED},? (?P<date>{_DATE})(?:[ \u00a0]+--+|[ \u00a0]*[—–]|[ \u00a0]+-)[ \u00a0]+",
        )
    )


def dateline(text: str, lines: int = 12) -> Dateline | None:
    """The dateline at the beginning of one of the first `lines` lines (titles and credits may come first)."""
    place = 0
    for number, line in enumerate(text[:20_000].splitlines(keepends=True)):
        if number >= lines:
            return None
        indent = len(line) - len(line.lstrip())
        for form in _forms():
            match = form.match(line, indent, min(len(line), indent + 160))
            if match and (found := _read(match, place)):
                return found
        place += len(line)
    return None


def _read(match: re.Match[str], offset: int) -> Dateline | None:
    groups = match.groupdict()
    named = "place" if groups.get("place") else "titled"
    words = groups.get(named)
    first, last = match.span(named) if words else (match.start(), match.start())
    # A heading of capitals before a dash ("ANALYSIS — ") is short on place; those words are no towns.
    if words and words.split(",")[0] in _file().no_places:
        return None
    wire = groups.get("wire")
    return Dateline(
        start=offset + match.start(),
        end=offset + match.end(),
        place=words,
        wire=_wires()[wire] if wire else None,
        date=groups.get("date") or groups.get("date2"),
        place_start=offset + first,
        place_end=offset + last,
    )
