"""Finds page furniture in plain text: menus, buttons, credits, copyright lines, calls to subscribe.

The text is never changed, so that offsets hold; the coder passes over these spans. The rules stand in
data/furniture.yaml, one readable rule after another, each with lines that it must and must not hit. A
sentence that a span covers only in part is still text: only its credit or label is furniture.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec
import yaml

from dragoman.errors import DataError

# A menu is made of items only; real sentences may hold one or two of these words among others.
MENU_SHARE = 0.7
# Rules for the end of a line look at so many last characters: long paragraphs stay cheap.
_TAIL = 200


class FurnitureRule(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One rule of data/furniture.yaml; the fields are explained at its head."""

    name: str
    where: Literal["line", "start", "end", "head", "tail", "inside"]
    pattern: str
    hits: list[str]
    misses: list[str]
    cues: list[str] = []
    max_words: int = 40
    case: bool = False


class _File(msgspec.Struct, forbid_unknown_fields=True):
    rules: list[FurnitureRule]
    menu_items: list[str]


class _Compiled(msgspec.Struct, frozen=True):
    line: re.Pattern[str]
    start: list[tuple[re.Pattern[str], int]]
    end: list[tuple[re.Pattern[str], int]]
    head: re.Pattern[str]
    tail: re.Pattern[str]
    inside: list[tuple[re.Pattern[str], list[str]]]
    menu: re.Pattern[str]


def _read() -> _File:
    try:
        content = files("dragoman.text").joinpath("data/furniture.yaml").read_text("utf-8")
        return msgspec.convert(yaml.load(content, yaml.CSafeLoader), _File)
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise DataError(f"text/data/furniture.yaml: {error}. Correct the entry or reinstall the package") from error


def rules() -> list[FurnitureRule]:
    """The rules of data/furniture.yaml in order. Raises DataError where the file breaks its form."""
    return _read().rules


def _pattern(rule: FurnitureRule) -> str:
    return f"(?:{rule.pattern})" if rule.case else f"(?i:{rule.pattern})"


@lru_cache(maxsize=1)
def _compiled() -> _Compiled:
    data = _read()

    def joint(where: str, limit: int | None = None) -> str:
        chosen = (rule for rule in data.rules if rule.where == where and limit in {None, rule.max_words})
        return f"(?:{'|'.join(_pattern(rule) for rule in chosen)})"

    def by_limit(where: str, close: str) -> list[tuple[re.Pattern[str], int]]:
        limits = sorted({rule.max_words for rule in data.rules if rule.where == where})
        return [(re.compile(joint(where, limit) + close), limit) for limit in limits]

    inside = [rule for rule in data.rules if rule.where == "inside"]
    menu = "|".join(re.escape(item) for item in sorted(data.menu_items, key=len, reverse=True))
    try:
        return _Compiled(
            line=re.compile(joint("line")),
            start=by_limit("start", ""),
            end=by_limit("end", "$"),
            head=re.compile(joint("head")),
            tail=re.compile(joint("tail") + "$"),
            inside=[(re.compile(_pattern(rule)), rule.cues) for rule in inside],
            menu=re.compile(rf"(?<!\w)(?:{menu})(?!\w)", re.IGNORECASE),
        )
    except re.error as error:
        raise DataError(f"text/data/furniture.yaml: bad pattern {error.pattern!r}: {error}") from error


def furniture(text: str) -> list[tuple[int, int]]:
    """Half-open character spans of `text` that are page furniture, in order and apart from each other.

    A line that is furniture throughout is one span without its outer white space and line break.
    """
    spans: list[tuple[int, int]] = []
    for found in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        line = found.group()
        stripped = line.strip()
        begin = found.start() + len(line) - len(line.lstrip())
        if stripped:
            spans.extend((begin + first, begin + last) for first, last in _in_line(stripped))
    return spans


def is_furniture(line: str) -> bool:
    """True where one line without outer white space is furniture throughout."""
    compiled = _compiled()
    if compiled.line.fullmatch(line):
        return True
    n_words = line.count(" ") + 1
    if any(n_words <= limit and pattern.match(line) for pattern, limit in compiled.start):
        return True
    if any(n_words <= limit and pattern.search(line[-_TAIL:]) for pattern, limit in compiled.end):
        return True
    return _is_menu(line, compiled.menu)


def _in_line(line: str) -> list[tuple[int, int]]:
    if is_furniture(line):
        return [(0, len(line))]
    compiled = _compiled()
    spans = []
    if head := compiled.head.match(line):
        spans.append(head.span())
    small = line.lower()
    for pattern, cues in compiled.inside:
        if any(cue in small for cue in cues):
            spans.extend(found.span() for found in pattern.finditer(line))
    floor = max(0, len(line) - _TAIL)
    if tail := compiled.tail.search(line, floor):
        spans.append(tail.span())
    return _apart(sorted(span for span in spans if span[1] > span[0]))


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans with those that touch or overlap made one."""
    apart: list[tuple[int, int]] = []
    for first, last in spans:
        if apart and first <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(last, apart[-1][1]))
        else:
            apart.append((first, last))
    return apart


def _is_menu(line: str, menu: re.Pattern[str]) -> bool:
    if len(line) > 600 or line.endswith((".", "!", "?")):
        return False
    items = [item for item in menu.findall(line) if not item[0].islower()]
    words = len(re.findall(r"\w+", line))
    return len(items) >= 2 and sum(len(re.findall(r"\w+", item)) for item in items) >= MENU_SHARE * words


def overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """True where one of the sorted, disjoint `spans` shares a character with `start` to `end`."""
    place = bisect_right(spans, (start, start))
    before = place > 0 and spans[place - 1][1] > start
    return end > start and (before or (place < len(spans) and spans[place][0] < end))
