"""Stems of English words, for telling whether two texts speak of the same things in other words.

Rough on purpose, like the first steps of Porter (1980): endings are cut, nothing is looked up. "Signing", "signed" and
"signs" have one stem; "sign" and "signature" have two. Stems are for comparing and never shown.
"""

from __future__ import annotations

import re
from functools import cache

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_PLURAL = re.compile(r"(?<=[^\Wsui])s$")
# Longest first; the number is how many letters have to stay.
_ENDINGS = (
    *(("ation", 3), ("ment", 3), ("itie", 3), ("ness", 3), ("ity", 3), ("ing", 3), ("ion", 3), ("ied", 2)),
    *(("ed", 3), ("er", 3), ("or", 3), ("ie", 2), ("ly", 3), ("al", 4), ("y", 3), ("e", 3)),
)


@cache
def stem(word: str) -> str:
    """The stem of one word, in lower case: "Mediators" → "mediat", "signed" → "sign"."""
    word = re.sub(r"['’]s?$", "", word.casefold()).replace(".", "")
    word = _PLURAL.sub("", word) if len(word) > 3 else word
    for ending, left in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    return word.rstrip("e") if len(word) > 3 else word


def stems(text: str) -> frozenset[str]:
    """Stems of all words of a text; numbers are words."""
    return frozenset(stem(word) for word in _WORD.findall(text))
