"""Sentences of a document: sentencex within lines, with the abbreviations of news English put right.

A line break always ends a sentence (headings, paragraphs), as in the style of web pages.
"""

from __future__ import annotations

import re

import sentencex

# sentencex splits after these; joined again when the next piece goes on in the same sentence.
_OPEN_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“‘'\[])(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Brig|Capt|Cmdr|Adm|Sgt|Sen|Rep|Gov|Prof|Rev|Hon|Amb|St|Mt|vs|approx|Approx|"
    r"Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|No|[A-Z]|U\.S|U\.N|U\.K|E\.U|D\.C|a\.m|p\.m)\.$"
)
# After these only a lower-case word or a number shows that the sentence goes on: "at 5 p.m. Talks began".
_MAY_END = re.compile(r"(?:U\.S|U\.N|U\.K|E\.U|D\.C|a\.m|p\.m)\.$")
_STARTS_SENTENCE = re.compile(
    r"[\"“‘'(\[]*(?:The|A|An|In|On|At|He|She|It|They|We|But|And|Both|This|That|These|Those|Talks|Officials|However|Its|His|Her|"
    r"Their|If|After|Before|As|For|There|When|While|President|Prime|Foreign|Secretary)\b"
)
# A month before a capital ends the sentence: "in May. Nyerere has refused", but "Dec. 5".
_MONTH_END = re.compile(r"\b(?:Jan|Feb|May|Aug|Sept|Sep|Oct|Nov|Dec)\.$")
_IN_A_MONTH = re.compile(
    r"(?:(?<=\bJan\.)|(?<=\bFeb\.)|(?<=\bMay\.)|(?<=\bAug\.)|(?<=\bSept\.)|(?<=\bOct\.)|(?<=\bNov\.)|(?<=\bDec\.))"
    r"\s+(?=[\"“‘'(\[]?[A-Z])"
)
# sentencex splits inside these too: "D-N.J.", "R-N.H."
_LETTER_FIRST, _LETTER_LAST = re.compile(r"[A-Z]\."), re.compile(r"[A-Z]\.$")
_QUOTED = re.compile(r"“(?P<words>[^“”]{20,})”|\"(?P<straight>[^\"]{20,})\"")
_STARTS_WITH_CAPITAL = re.compile(r"\s*[‘'(\[]?[A-Z]")
# sentencex takes "no." for "number".
_SAID_NO = re.compile(r"(?<=\bno\.)\s+(?=[\"“‘'(\[]?[A-Z])")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
MAX_SENTENCE = 2000
"""Characters; a longer stretch without a boundary is cut at white space so that one line never blocks a run."""


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Split `text` into sentences.

    Returns:
        Half-open character spans in order, stripped of outer white space; blank lines yield nothing.
    """
    spans: list[tuple[int, int]] = []
    text = _LONE_SURROGATE.sub("\ufffd", text)  # sentencex takes valid Unicode only; lengths stay
    for line in re.finditer(r"[^\n\r\x0b\x0c\u2028\u2029]+", text):
        spans.extend(_split_line(line.group(), line.start()))
    return spans


def _split_line(line: str, base: int) -> list[tuple[int, int]]:
    result: list[tuple[int, int]] = []
    for start, end in _pieces(line):
        for first, last in _inside_quotes(line, start, end):
            part = line[first:last]
            a = first + len(part) - len(part.lstrip())
            b = last - len(part) + len(part.rstrip())
            result.extend((base + c, base + d) for c, d in _bounded(line, a, b))
    return result


def _inside_quotes(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """A piece cut also where a sentence ends within a quotation, which sentencex keeps whole."""
    cuts = [start]
    for quote in _QUOTED.finditer(line, start, end):
        first, last = quote.span(quote.lastgroup or 0)
        bounds = [a for a, _ in _pieces(line[first:last])][1:]
        cuts += [first + b for b in bounds if _STARTS_WITH_CAPITAL.match(line, first + b)]
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _pieces(line: str) -> list[tuple[int, int]]:
    """What sentencex cuts a line into, joined again behind abbreviations."""
    pieces: list[tuple[int, int]] = []
    at = 0
    parts = (part for piece in sentencex.segment("en", line) for part in _SAID_NO.split(piece))
    for sentence in (piece for part in parts for piece in _IN_A_MONTH.split(part)):
        found = line.find(sentence, at) if sentence else -1
        if found < 0:
            continue
        start, at = found, found + len(sentence)
        before = line[pieces[-1][0] : start] if pieces else ""
        inside = _LETTER_LAST.search(before) and _LETTER_FIRST.match(sentence)
        if pieces and (inside or _goes_on(before.rstrip(), sentence.lstrip())):
            pieces[-1] = (pieces[-1][0], at)
        else:
            pieces.append((start, at))
    return pieces


def _goes_on(before: str, after: str) -> bool:
    """Whether a boundary between the two pieces is none: the first ends in an abbreviation that wants more."""
    if not before or not after:
        return bool(after)
    if not _OPEN_ABBREVIATION.search(before):
        return after[0].islower() and not before.endswith(("!", "?", "”", '"'))
    if _MONTH_END.search(before):
        return not after.lstrip("\"“‘'([")[:1].isupper()
    return not (_MAY_END.search(before) and _STARTS_SENTENCE.match(after))


def _bounded(line: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    while end - start > MAX_SENTENCE:
        cut = line.rfind(" ", start + 1, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        spans.append((start, cut))
        start = cut + (len(line[cut:end]) - len(line[cut:end].lstrip()))
    if end > start:
        spans.append((start, end))
    return spans
