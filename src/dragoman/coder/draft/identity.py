"""Stable ids of event mentions and the day of publication."""

from __future__ import annotations

import hashlib
import re
from datetime import date


def mention_id(document_id: str, start: int, end: int, label: str) -> str:
    """Stable id of an event mention: the same document, trigger and label give the same id."""
    key = f"{document_id}\x1f{start}\x1f{end}\x1f{label}"
    return "em_" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def publication_day(published: str | None) -> date | None:
    """The day of an ISO date or date-time; None where there is none or it is no day of the calendar."""
    match = re.match(r"\d{4}-\d{2}-\d{2}", published or "")
    if not match:
        return None
    try:
        return date.fromisoformat(match.group())
    except ValueError:
        return None
