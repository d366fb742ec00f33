"""Direct speech in a document: which characters stand inside quotation marks."""

from __future__ import annotations

import re

_MARK = re.compile(r"[“”\"„«»]|''|``")
OPENING = frozenset("“„«") | {"``"}
CLOSING = frozenset("”»") | {"''"}
QUOTATION_MARKS = frozenset('"“”')
"""The commonest marks, by which a word is told to stand within quotation marks."""
MINIMUM_WORDS = 4
"""Words of a quotation that is speech; shorter ones are scare quotes or single terms."""


def quotations(text: str) -> list[tuple[int, int]]:
    """Half-open character spans of direct speech, without the marks, in order.

    A quotation left open at the end of a paragraph goes on in the next one if that begins with a mark (the newspaper
    convention); otherwise it ends with its paragraph.
    """
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for paragraph in re.finditer(r"[^\n]+", text):
        base, line = paragraph.start(), paragraph.group()
        if start is not None:
            spans.append((start, base))
            start = None
        for mark in _MARK.finditer(line):
            sign = mark.group()
            opens = sign in OPENING or (sign not in CLOSING and start is None)
            if opens and start is None:
                start = base + mark.end()
            elif not opens and start is not None:
                spans.append((start, base + mark.start()))
                start = None
        if start is not None:
            spans.append((start, base + len(line)))
            start = None
    return [(a, b) for a, b in spans if len(text[a:b].split()) >= MINIMUM_WORDS]


def inside(spans: list[tuple[int, int]], position: int) -> tuple[int, int] | None:
    """The quotation that a character stands in."""
    return next((s for s in spans if s[0] <= position < s[1]), None)
