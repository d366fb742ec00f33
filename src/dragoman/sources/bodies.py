"""Compressed bytes, unpacked up to a limit: a small file that swells without end is cut, not kept."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from typing import Any

from dragoman.sources.protocol import MAX_BYTES, ByteStream

GZIP = b"\x1f\x8b"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")

_CHUNK = 1 << 16
_FIRST = 1 << 9
"""Bytes of a gzip member that are unpacked first."""


class TooLargeError(ValueError):
    """What came out of a compressed body is longer than the limit."""


class BrokenError(ValueError):
    """A compressed body is damaged or breaks off."""


def unpack(data: bytes, encoding: str, *, limit: int = MAX_BYTES) -> bytes:
    """Undo the content encodings of a body ("gzip", "br", "gzip, br" ...), the last one first.

    Raises:
        TooLargeError: more than `limit` bytes come out.
        BrokenError: the body is damaged, breaks off, or is packed in a way that is not known.
    """
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()]):
        if name in ("identity", ""):
            continue
        if name in ("gzip", "x-gzip"):
            data = gunzip(data, limit=limit)
        elif name == "deflate":
            # servers send zlib streams and bare ones under this name
            wbits = 15 if data[:1] and data[0] & 0x0F == 8 else -15
            data = _inflate(zlib.decompressobj(wbits), data, limit)[0]
        elif name == "br":
            data = _unbrotli(data, limit)
        else:
            raise BrokenError(f"packed as {name!r}, which is not known")
    if len(data) > limit:
        raise TooLargeError(f"more than {limit:,} bytes")
    return data


def gunzip(data: bytes, *, limit: int = MAX_BYTES) -> bytes:
    """Unpack all members of a gzip body, with padding behind the last; raises as `unpack` does."""
    out, place, end = bytearray(), 0, len(data.rstrip(b"\0"))
    while place < end:
        machine, size = zlib.decompressobj(31), _FIRST
        # in growing pieces: a member copies what is left of its piece, and a body may be made of a million members
        while not machine.eof:
            piece = data[place : place + size]
            if not piece:
                raise BrokenError("it breaks off")
            try:
                out += machine.decompress(piece, limit + 1 - len(out))
            except zlib.error as error:
                raise BrokenError(f"damaged ({error})") from error
            if len(out) > limit:
                raise TooLargeError(f"more than {limit:,} bytes")
            place += len(piece) - len(machine.unused_data) - len(machine.unconsumed_tail)
            size = min(4 * size, _CHUNK)
    return bytes(out)


def unzip_only(data: bytes, *, limit: int = 10 * MAX_BYTES) -> bytes:
    """Return the one file in a ZIP archive, in memory: names in the archive are never used as paths.

    Raises as `unpack` does, also for an archive of several files or with a password.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = [item for item in archive.infolist() if not item.is_dir()]
            if len(files) != 1:
                raise BrokenError(f"an archive of {len(files)} files where one was expected")
            with archive.open(files[0]) as stream:
                out = stream.read(limit + 1)  # the size that the archive tells may be a lie
    except BrokenError:
        raise
    except _ZIP_ERRORS as error:
        raise BrokenError(f"not a readable ZIP archive ({error})") from error
    if len(out) > limit:
        raise TooLargeError(f"more than {limit:,} bytes")
    return out


_ZIP_ERRORS = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, OverflowError,
               struct.error, lzma.LZMAError, zlib.error)  # fmt: skip
"""What Python's reader raises on archives that are damaged, places before the beginning (ValueError) among them."""


def _inflate(machine: Any, data: bytes, limit: int) -> tuple[bytes, bytes]:
    try:
        out = machine.decompress(data, limit + 1)
    except zlib.error as error:
        raise BrokenError(f"damaged ({error})") from error
    if len(out) > limit:
        raise TooLargeError(f"more than {limit:,} bytes")
    if not machine.eof:
        raise BrokenError("it breaks off")
    return out, machine.unused_data


def _unbrotli(data: bytes, limit: int) -> bytes:
    try:
        import brotli
    except ImportError as error:
        raise BrokenError("packed with brotli, which is not installed") from error
    machine, out = brotli.Decompressor(), bytearray()
    try:
        out += machine.process(data, output_buffer_limit=_CHUNK)
        while not machine.is_finished():
            if len(out) > limit:
                raise TooLargeError(f"more than {limit:,} bytes")
            more = machine.process(b"", output_buffer_limit=_CHUNK)
            if not more and machine.can_accept_more_data():
                raise BrokenError("it breaks off")
            out += more
    except brotli.error as error:
        raise BrokenError(f"damaged ({error})") from error
    return bytes(out)


class Gunzipped:
    """A gzip stream of one or many members read as what is in it, holding little of it in memory.

    A damaged member raises `BrokenError` once it is reached; `resync` then goes on at the next member.
    """

    def __init__(self, stream: ByteStream) -> None:
        self._stream = stream
        self._machine: Any = None
        self._raw = b""
        self._member = b""
        self._out = b""
        self._at = 0

    def read(self, size: int = -1, /) -> bytes:
        """Read up to `size` bytes, all where negative; fewer only at the end."""
        parts, left = [], size
        while left and self._ready():
            end = len(self._out) if left < 0 else min(len(self._out), self._at + left)
            parts.append(self._out[self._at : end])
            left -= 0 if left < 0 else end - self._at
            self._at = end
        return b"".join(parts)

    def readline(self, size: int = -1, /) -> bytes:
        """Read up to and with the next newline, at most `size` bytes where that is not negative."""
        parts, left = [], size
        while left and self._ready():
            end = self._out.find(b"\n", self._at) + 1 or len(self._out)
            end = end if left < 0 else min(end, self._at + left)
            parts.append(self._out[self._at : end])
            left -= 0 if left < 0 else end - self._at
            self._at = end
            if parts[-1].endswith(b"\n"):
                break
        return b"".join(parts)

    def resync(self) -> bool:
        """Leave the damaged member and go on at the next; False where none is left."""
        self._machine, self._out, self._at = None, b"", 0
        data = (self._member + self._raw)[2:]  # behind the mark at which the damaged one begins
        self._member = self._raw = b""
        while True:
            at = data.find(GZIP + b"\x08")
            if at >= 0:
                self._raw = data[at:]
                return True
            more = self._stream.read(_CHUNK)
            if not more:
                return False
            data = data[-2:] + more

    def _ready(self) -> bool:
        """Unpack until something is there to hand out; False at the end."""
        while self._at >= len(self._out):
            if not self._raw:
                self._raw = self._stream.read(_CHUNK)
            if not self._raw:
                if self._machine is not None:
                    self._machine = None
                    raise BrokenError("it breaks off")
                return False
            if self._machine is None:
                self._raw = self._raw.lstrip(b"\0")  # padding between members
                if not self._raw:
                    continue
                self._machine, self._member = zlib.decompressobj(31), b""
            before = self._raw
            try:
                self._out, self._at = self._machine.decompress(before, _CHUNK * 4), 0
            except zlib.error as error:
                self._raw = before
                self._machine, self._out, self._at = None, b"", 0
                raise BrokenError(f"damaged ({error})") from error
            if self._machine.eof:
                self._raw, self._machine, self._member = self._machine.unused_data, None, b""
            else:
                # kept so that a member is still found of which a damaged one before it took the beginning
                self._raw = self._machine.unconsumed_tail
                self._member = before[: len(before) - len(self._raw)]
        return True
