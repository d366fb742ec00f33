"""Mail: mbox files and single messages, such as newsletters and press releases that came by mail."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage

import msgspec

from dragoman.errors import OptionError
from dragoman.records import Document, Failure
from dragoman.sources.dates import iso_date
from dragoman.sources.decoding import read_whole
from dragoman.sources.files import FileSource
from dragoman.sources.html import extracted
from dragoman.sources.protocol import MAX_BYTES, ByteStream, Defaults
from dragoman.sources.rows import date_failure, text_problem

MOST_NESTED = 100
"""Parts of one message that hold others; beyond that the standard library's parser takes very long."""

_QUOTED_FROM = (b">From ", b">>From ")


class MessageSource(FileSource):
    """Reads one message a file: the text in it, else its page. Attachments are never opened or saved.

    The id comes from the message's own. The sender's name is the outlet where it has one.
    """

    name = "mail message"
    suffixes: tuple[str, ...] = (".eml",)

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the message's document, or a failure."""
        data = read_whole(path, stream)
        yield from [data] if isinstance(data, Failure) else self._message(data, path, "", path, defaults)

    def _message(
        self, data: bytes, path: str, place: str, origin: str, defaults: Defaults
    ) -> Iterator[Document | Failure]:
        if data.lower().count(b"boundary=") > MOST_NESTED:
            problem = f"parts nested in more than {MOST_NESTED} others"
            yield _failure(path, place, problem, "Save its text as .txt")
            return
        try:
            message = email.message_from_bytes(data, policy=email.policy.default)
            text, is_page = _body(message)
            told = {name: _header(message, name) for name in ("subject", "from", "date", "message-id")}
        except Exception as error:  # the parser fails in many ways on broken mail; all mean the same here
            problem = f"not a readable message ({type(error).__name__}: {str(error)[:80]})"
            yield _failure(path, place, problem, "Save its text as .txt")
            return
        if not any(told.values()):
            yield _failure(path, place, "no message: it has no sender, date or subject", "Save its text as .txt")
            return
        if is_page:
            if self._extract is None:
                raise OptionError(
                    f"{path}: reading HTML mail needs an extractor. Pass dragoman.text.extraction.extract_html"
                )
            page = extracted(self._extract, text, path)
            if isinstance(page, Failure):
                yield msgspec.structs.replace(page, place=place)
                return
            text = page.text
        text = text.replace("\r\n", "\n").strip("\n")
        if bad := text_problem(text):
            yield _failure(path, place, *bad)
            return
        published = iso_date(told["date"]) if told["date"] else defaults.published
        if told["date"] and published is None:
            where = f"{place}, Date" if place else "Date"
            yield date_failure(path, where, told["date"], given=defaults.published)
        yield Document.of(
            text,
            id=f"mail_{told['message-id'].strip('<> ')}" if told["message-id"].strip("<> ") else None,
            title=told["subject"] or None,
            outlet=_sender(told["from"]) or defaults.outlet,
            published=published,
            path=origin,
        )


class MboxSource(MessageSource):
    """Reads mbox files message by message; a message longer than the limit is told and skipped."""

    name = "mbox"
    suffixes: tuple[str, ...] = (".mbox", ".mbx")

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield a document or failures for each message of an open stream."""
        number = 0
        ids: dict[str, int] = {}
        for item in _messages(stream):
            number += 1
            place = f"message {number}"
            if item is None:
                yield _failure(path, place, f"larger than {MAX_BYTES:,} bytes", "Save its text as .txt")
                continue
            for found in self._message(item, path, place, f"{path}:{number}", defaults):
                first = ids.setdefault(found.id, number) if isinstance(found, Document) else number
                if first == number:
                    yield found
                # else the same message again, as in archives of several folders
        if not number:
            yield _failure(path, "", "no message in the file", "Check that it is an mbox file")


def _messages(stream: ByteStream) -> Iterator[bytes | None]:
    """Part an mbox at its "From " lines; None for a message that is too long."""
    parts: list[bytes] | None = None
    size, blank = 0, True
    while line := stream.readline(1 << 16):
        if blank and line.startswith(b"From "):
            if parts is not None:
                yield b"".join(parts) if size <= MAX_BYTES else None
            parts, size = [], 0
        elif parts is not None:
            size += len(line)
            if size > MAX_BYTES:
                parts.clear()
            else:
                parts.append(line[1:] if line.startswith(_QUOTED_FROM) else line)
        blank = not line.strip()
    if parts is not None:
        yield b"".join(parts) if size <= MAX_BYTES else None


def _body(message: EmailMessage) -> tuple[str, bool]:
    """Return the text of a message and whether it is HTML."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return "", False
    data = part.get_payload(decode=True)
    charset = part.get_content_charset("utf-8")
    raw = data if isinstance(data, bytes) else b""
    try:
        text = raw.decode(charset, "replace")
    except LookupError:
        text = raw.decode("utf-8", "replace")
    return text, part.get_content_type() == "text/html"


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _sender(value: str) -> str | None:
    import email.utils

    name = email.utils.parseaddr(value)[0]
    return name or None


def _failure(path: str, place: str, problem: str, remedy: str) -> Failure:
    return Failure(path=path, place=place, problem=problem, remedy=remedy)
