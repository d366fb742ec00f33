"""The hour before an entry of a live log ("15.20 BST Kremlin says …", "14:05 Macron to meet …"), which is no part of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ZONE = r"(?:BST|GMT|UTC|CET|CEST|ET|EST|EDT|EET|EEST|IST|MSK|AST|EAT|WAT|SAST)"
_HALF = r"(?:\s?[ap]\.?m\.?)"
_STAMP = re.compile(
    rf"[(\[]?(?:\d{{1,2}}:\d\d{_HALF}?(?:\s?{_ZONE})?|\d{{1,2}}\.\d\d{_HALF}?\s?{_ZONE}|\d{{1,2}}{_HALF}\s{_ZONE}|\d{{4}}\s{_ZONE})"
    r"[)\]]?\s*[-–—:|,]?\s+(?=[“\"‘']?[A-Z])(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
)


def without_stamps(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences without the hour that stands before them at the head of a line; an hour alone is kept as it is."""
    result = []
    for start, end in spans:
        stamp = _STAMP.match(text, start, end) if not start or text[start - 1] == "\n" else None
        result.append((stamp.end() if stamp else start, end))
    return result
