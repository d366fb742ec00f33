"""PDF files such as press releases: the text in them, with the lines of a paragraph joined again."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator

from dragoman.records import Document, Failure
from dragoman.sources.decoding import read_whole
from dragoman.sources.files import FileSource
from dragoman.sources.protocol import MAX_BYTES, ByteStream, Defaults
from dragoman.sources.rows import text_problem

MOST_PAGES = 300
"""Pages of one file that are read: a longer one is a book, not a press release."""

_FULL_LINE = 0.7
"""A line shorter than this share of the longest lines ends a paragraph; chosen by looking at press releases written
for the tests, where the last lines of paragraphs are shorter and others longer."""

_SILENT = logging.NullHandler()

_NUMBER = re.compile(r"\W*(page\s*)?\d{1,4}(\s*(/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_WORKING_TITLE = re.compile(r"microsoft word|untitled|\.(docx?|odt|indd|pdf|rtf)$", re.IGNORECASE)


class PdfSource(FileSource):
    """Reads the text of a PDF. The day in its properties is that of the file, and is not taken for publication."""

    name = "PDF"
    suffixes: tuple[str, ...] = (".pdf",)

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the file's document, or a failure."""
        data = read_whole(path, stream)
        found = data if isinstance(data, Failure) else pdf_text(data, path)
        if isinstance(found, Failure):
            yield found
            return
        text, title = found
        yield Document.of(text, path=path, title=title, outlet=defaults.outlet, published=defaults.published)


def pdf_text(data: bytes, path: str) -> tuple[str, str | None] | Failure:
    """Return text and title of a PDF; the title is None where its properties tell none that people gave."""
    try:
        import pypdf
    except ImportError:
        remedy = "Say: pip install 'dragoman[pdf]', or convert it with pdftotext"
        return _failure(path, "reading PDF needs pypdf, which is not installed", remedy)
    if not data.lstrip()[:1024].startswith(b"%PDF"):
        return _failure(path, "not a PDF, though its name says so", "Give it the suffix of what it is")
    # it tells of damage in messages of its own too, which would go to standard error; a caller may still listen
    logging.getLogger("pypdf").addHandler(_SILENT)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return _failure(path, "the PDF wants a password", "Save it without one")
        if len(reader.pages) > MOST_PAGES:
            problem = f"a PDF of {len(reader.pages):,} pages, more than {MOST_PAGES}"
            return _failure(path, problem, "Save the pages that matter as a file of their own")
        pages, size = [], 0
        for page in reader.pages:
            pages.append(page.extract_text())
            size += len(pages[-1])
            if size > MAX_BYTES // 4:
                return _failure(path, f"more than {MAX_BYTES // 4:,} characters of text", "Split it into articles")
        title = str((reader.metadata and reader.metadata.title) or "").strip()
    except Exception as error:  # damaged files make the parser fail in many ways; all mean the same here
        problem = f"not a readable PDF ({type(error).__name__}: {str(error)[:80]})"
        return _failure(path, problem, "Save it again, or convert it with pdftotext")
    text = joined(pages)
    if not text:
        problem = "no text in the PDF; it may be a scan"
        return _failure(path, problem, "Run text recognition over it first, for instance ocrmypdf")
    if bad := text_problem(text):
        return _failure(path, *bad)
    return text, None if not title or _WORKING_TITLE.search(title) else title


def joined(pages: list[str]) -> str:
    """Join the lines of pages into paragraphs, leaving out page numbers and what stands on most pages."""
    lines = [[" ".join(line.split()) for line in page.replace("\0", "").splitlines()] for page in pages]
    common = Counter(line for page in lines for line in {*page} if line)
    furniture = {line for line, count in common.items() if len(pages) >= 3 and count > len(pages) / 2}
    kept = [line for page in lines for line in page if line not in furniture and not _NUMBER.fullmatch(line)]
    widths = sorted(len(line) for line in kept if line)
    full = _FULL_LINE * widths[int(len(widths) * 0.9)] if widths else 0
    paragraphs: list[str] = []
    open_ended = False
    for line in kept:
        if not line:
            open_ended = False
        elif open_ended and paragraphs[-1].endswith("-") and line[0].islower():
            paragraphs[-1] = paragraphs[-1][:-1] + line
        elif open_ended:
            paragraphs[-1] += " " + line
        else:
            paragraphs.append(line)
        if line:
            open_ended = len(line) >= full
    return "\n\n".join(paragraphs)


def _failure(path: str, problem: str, remedy: str) -> Failure:
    return Failure(path=path, place="", problem=problem, remedy=remedy)
