"""Plain text and Markdown: one file is one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dragoman.records import Document, Failure
from dragoman.sources.decoding import BOM, decode, read_bounded
from dragoman.sources.files import FileSource
from dragoman.sources.protocol import ByteStream, Defaults
from dragoman.sources.rows import text_problem

_LONGEST = 150
"""Characters of a headline; those of the sample articles have 81 at the most."""

_MARKS = re.compile(r"\A#+\s+|\s+#+\Z")
_NO_END = (".", "!", ":", ";", ",", "…", ")", "-", "–", "—", ".”", '."', ".’", ".'")
_NO_HEADLINE = re.compile(r"by\s|from\s|https?:|\S+@\S|(published|updated|posted|source|date)\b", re.IGNORECASE)
_OF_DAYS = re.compile(
    r"\W*(\d[\d:.,/-]*(st|nd|rd|th)?|(mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|am|pm|a\.m|p\.m|gmt|utc|at|on|the|of)\W*",
    re.IGNORECASE,
)


class PlainTextSource(FileSource):
    """Reads a file as it is: only the byte-order mark is removed and line ends become a single newline.

    A first line that looks like a headline is the title; it stays in the text, which all offsets refer to.
    """

    name = "plain text"
    suffixes: tuple[str, ...] = (".txt", ".md")

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the stream's document, or a failure."""
        data = read_bounded(path, stream)
        if isinstance(data, Failure):
            yield data
            return
        mark = len(BOM) if data.startswith(BOM) else 0
        text = decode(path, data[mark:], offset=mark)
        if isinstance(text, Failure):
            yield text
            return
        text = text.replace("\r\n", "\n")
        if problem := text_problem(text):
            yield Failure(path=path, place="", problem=problem[0], remedy=problem[1])
            return
        document = Document.of(text, path=path, outlet=defaults.outlet, published=defaults.published)
        # put in afterwards: a text is the same document whether or not its headline is recognised
        yield msgspec.structs.replace(document, title=headline(text))


def headline(text: str) -> str | None:
    """Return the first line where it looks like a headline, else None.

    It does where a blank line parts it from what follows, it has four words or more in at most 150 characters, begins
    with a capital and does not end as a sentence, a dateline or an opening does; bylines and days are none.
    """
    line, _, rest = text.lstrip().partition("\n")
    below, newline, more = rest.partition("\n")
    line = _MARKS.sub("", line).strip()
    words = line.split()
    if below.strip() or not newline or not more.strip() or len(words) < 4 or len(line) > _LONGEST:
        return None
    begun = next((sign for sign in line if sign.isalnum()), "")
    if begun != begun.upper() or line.endswith(_NO_END) or _NO_HEADLINE.match(line):
        return None
    return None if all(_OF_DAYS.fullmatch(word) for word in words) else line
