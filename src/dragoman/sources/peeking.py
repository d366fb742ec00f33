"""A stream whose beginning can be looked at before it is read, also where it cannot be rewound."""

from __future__ import annotations

from dragoman.sources.protocol import ByteStream


class Peeked:
    """Wraps a stream of bytes; `head` shows what comes next without taking it."""

    def __init__(self, stream: ByteStream) -> None:
        self._stream = stream
        self._ahead = b""
        self._at = 0

    def head(self, size: int) -> bytes:
        """Return up to `size` bytes that come next; fewer only where the stream ends before."""
        ahead = self._ahead[self._at :]
        while len(ahead) < size and (more := self._stream.read(size - len(ahead))):
            ahead += more
        self._ahead, self._at = ahead, 0
        return ahead[:size]

    def read(self, size: int = -1, /) -> bytes:
        """Read up to `size` bytes, all where negative."""
        taken = self._take(len(self._ahead) if size < 0 else self._at + size)
        return taken + self._stream.read(size - len(taken) if size >= 0 else -1)

    def readline(self, size: int = -1, /) -> bytes:
        """Read up to and with the next newline, at most `size` bytes where that is not negative."""
        newline = self._ahead.find(b"\n", self._at) + 1 or len(self._ahead)
        taken = self._take(newline if size < 0 else min(newline, self._at + size))
        if taken.endswith(b"\n") or 0 <= size <= len(taken):
            return taken
        return taken + self._stream.readline(size - len(taken) if size >= 0 else -1)

    def _take(self, end: int) -> bytes:
        taken = self._ahead[self._at : end]
        self._at += len(taken)
        return taken
