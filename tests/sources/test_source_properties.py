"""Whatever is in a file: reading never raises, texts in tables survive exactly, lines add up to the file."""

from __future__ import annotations

import csv
import io
import json
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Document, Failure
from dragoman.sources import Defaults
from dragoman.sources.decoding import lines
from dragoman.sources.files import FileSource
from dragoman.sources.html import HtmlSource
from dragoman.sources.json_files import JsonLinesSource, JsonSource
from dragoman.sources.peeking import Peeked
from dragoman.sources.plain_text import PlainTextSource
from dragoman.sources.standard_input import SniffedSource
from dragoman.sources.tables import CsvSource, TsvSource

CLASSES = [PlainTextSource, HtmlSource, JsonLinesSource, JsonSource, CsvSource, TsvSource, SniffedSource]

# pieces from which broken files are made
PIECES = [
    '"',
    "'",
    ",",
    ";",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "{",
    "}",
    "[",
    "]",
    ":",
    "text",
    "id",
    "1",
    " ",
    "é",
    "😀",
]
PIECES += [
    '{"text": "Talks."}\n',
    "text,id\n",
    "null",
    "\\u0000",
    "\\ud800",
    "<html>",
    "<meta charset=utf-7>",
]
junk = st.lists(st.one_of(st.sampled_from([piece.encode() for piece in PIECES]), st.binary(max_size=3)))
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip)


def page_text(html: str, url: str | None) -> SimpleNamespace:
    """Stand in for the extractor of main texts."""
    return SimpleNamespace(text=html, title=None, author=None, published=None, outlet=None, language=None)


def read(source: FileSource, content: bytes) -> list[Document | Failure]:
    return list(source.read_stream(io.BytesIO(content), "a", defaults=Defaults()))


@pytest.mark.parametrize("kind", CLASSES)
@settings(max_examples=80, deadline=None)
@given(pieces=junk)
def test_broken_files_give_documents_or_failures_and_never_raise(kind: type[FileSource], pieces: list[bytes]) -> None:
    items = read(kind(page_text), b"".join(pieces))
    assert items or b'"id"' in b"".join(pieces)
    for item in items:
        if isinstance(item, Document):
            item.text.encode()
            assert item.text.strip()
        else:
            assert item.path == "a"
            assert item.problem
            assert item.remedy


@settings(max_examples=80, deadline=None)
@given(texts=st.lists(words, min_size=1, unique=True))
def test_texts_written_as_a_table_come_back_exactly(texts: list[str]) -> None:
    tables = {}
    for kind, delimiter in ((CsvSource, ","), (CsvSource, ";"), (TsvSource, "\t")):
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=delimiter)
        writer.writerows([["id", "text"], *([number, text] for number, text in enumerate(texts))])
        tables[kind, delimiter] = out.getvalue()
    for (kind, _), content in tables.items():
        assert [item.text for item in read(kind(), content.encode()) if isinstance(item, Document)] == texts
    rows = [{"text": text} for text in texts]
    for ascii_only in (True, False):
        dumped = "\n".join(json.dumps(row, ensure_ascii=ascii_only) for row in rows)
        found = read(JsonLinesSource(), dumped.encode())
        assert [item.text for item in found if isinstance(item, Document)] == texts


@settings(max_examples=80, deadline=None)
@given(
    content=st.lists(st.sampled_from([b"\n", b"ab", b"c\n"])).map(b"".join),
    ahead=st.integers(0, 12),
    size=st.integers(1, 5),
)
def test_looking_ahead_takes_nothing_away(content: bytes, ahead: int, size: int) -> None:
    peeked, plain = Peeked(io.BytesIO(content)), io.BytesIO(content)
    assert peeked.head(ahead) == content[:ahead]
    for _ in range(3):
        assert peeked.readline(size) == plain.readline(size)
        assert peeked.head(2) == content[plain.tell() :][:2]
        assert peeked.readline() == plain.readline()
        assert peeked.read(size) == plain.read(size)
    assert peeked.read() == plain.read()


@settings(max_examples=80, deadline=None)
@given(content=st.text(st.sampled_from("ab\n\r é")))
def test_lines_add_up_to_the_file(content: str) -> None:
    found = list(lines("a", io.BytesIO(content.encode())))
    assert "".join(line.text for line in found) == content
    assert [line.number for line in found] == list(range(1, len(found) + 1))
