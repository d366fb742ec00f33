"""A place by the country behind it: "Granada, Spain" is not the one in Nicaragua."""

from __future__ import annotations

import re

from dragoman.actors import Knowledge
from dragoman.records import Span

_PLACE_BEHIND = re.compile(r",\s+((?:[A-Z][\w.'’-]*|of|and|the)(?:\s(?:[A-Z][\w.'’-]*|of|and|the))*)")
_ENDS_PLACE = re.compile(
    r"(?!\s+\w|['’]\w)|\s+(?:[A-Z][a-z]+day|on|in|at|for|to|from|with|by|and|or|as|after|before|during|since|until|where|when|while|"
    r"which|that|this|last|next|earlier|late|early|over|about|under|between|yesterday|today|tonight|tomorrow)\b"
)
"""What may follow a country behind a city; a noun or verb shows that it speaks or owns: "in Geneva, U.S. officials said"."""
_LISTED = re.compile(r",?\s+(?:and|or)\s+[A-Z]")


def with_country(text: str, span: Span, knowledge: Knowledge) -> str:
    """The words of a place, with the country written behind it where that is not one more of a list."""
    behind = _PLACE_BEHIND.match(text, span.end)
    if behind is None:
        return span.text
    found = knowledge.match(behind.group(1))
    stop = behind.start(1) + found[0].end if found else 0
    told = bool(found) and found[0].start == 0 and bool({"name", "place"} & set(found[0].kinds))
    if told and _ENDS_PLACE.match(text, stop) and not _LISTED.match(text, stop):
        return f"{span.text}, {found[0].text}"
    return span.text
