"""Words of a sentence, split as Universal Dependencies splits English.

Hyphens and slashes stand apart ("U.N.-brokered" is three words), clitics too ("do|n't", "Syria|'s"),
abbreviations keep their full stop ("U.S.", "Mr."). Everything is one compiled expression: no loop over characters.
"""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Brig|Capt|Cmdr|Adm|Sgt|Sen|Rep|Gov|Prof|Rev|Hon|Amb|St|Mt|Jr|Sr|Inc|Ltd|Corp|Co|Bros|"
    r"vs|etc|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Nos|Vol|Fig|approx|Approx|dept|Dept|Univ)\."
)
_CLITIC = r"(?:['’](?:s|S|m|M|d|D|re|RE|ve|VE|ll|LL))(?![A-Za-z])"
_WORD = re.compile(
    rf"""
    https?://[^\s<>"”]+[^\s<>"”.,;:!?)\]'’]       # addresses
  | [\w.+-]+@[\w-]+\.[\w.-]*\w                     # mail addresses
  | (?:www\.)?(?:[A-Za-z0-9-]+\.)+(?:com|org|net|gov|edu|co\.[a-z]{2}|govt\.[a-z]{2})(?![\w])  # site names
  | [@\#][A-Za-z]\w+                               # handles and hashtags
  | (?:[Nn]on|[Pp]ro|[Aa]nti|[Cc]o|[Rr]e|[Pp]ost|[Ee]x|[Cc]ounter|[Mm]is|[Ee]|[Vv]ice)-[^\W\d_]+  # prefixes stay on
  | (?:[A-Za-z]\.){{2,}}                           # U.S., U.N., a.m.
  | {_ABBREVIATIONS}(?=\s|$|[,;:)])
  | (?<!\w)[A-Z]\.(?=(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)[A-Z])  # initials
  | \d+(?:[/-]\d+)+(?![\w])                        # dates, telephone numbers
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![\w])     # numbers, times, ordinals, decades
  | \d+(?:[.,]\d+)*                                # number before a unit
  | {_CLITIC}
  | [nN]['’][tT](?![A-Za-z])                       # n't left by the words below
  | (?:[cC]an)(?=not\b)
  | \w+?(?=[nN]['’][tT](?![A-Za-z]))               # do|n't
  | [^\W\d_](?:['’](?=[A-Z]))\w+                   # O'Brien, D'Arcy
  | [^\W\d_]+(?:['’][^\W\d_]+)*?(?={_CLITIC})      # Syria|'s
  | [^\W_]+(?:['’](?=al|Al|ath|a\b|id|in)[^\W_]+)?     # words; Ba'ath-like names
  | \.{{2,}} | -{{2,}} | [!?]{{2,}} | ={{2,}} | \*{{2,}} | _{{2,}}
  | \S
    """,
    re.VERBOSE,
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Split `text[start:end]` into words.

    Returns:
        Half-open character spans in `text`, in order, without overlap; white space belongs to no word.
    """
    stop = len(text) if end is None else end
    return [match.span() for match in _WORD.finditer(text, start, stop)]
