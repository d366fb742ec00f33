"""A coder for tests of large runs: quick to load, slow enough to be killed, breaks on the word BREAK."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from store_builders import TEXTS, make_mention

from dragoman.records import Document

PAUSE = float(os.environ.get("SLOW_PAUSE", "0.004"))
"""Seconds an article."""


class SlowCoder:
    """Finds one mention in each text about talks; dies with its process on a text with DIE."""

    version = "slow"

    def __init__(self, threads: int | None = None) -> None:
        self.knowledge = SimpleNamespace(tables=SimpleNamespace())

    def code_many(self, some: Iterable[Document]) -> Iterator[Any]:
        """Yield coded documents."""
        for document in some:
            time.sleep(PAUSE)
            if "BREAK" in document.text:
                raise RuntimeError("the slow coder broke")
            if "DIE" in document.text:
                os._exit(9)
            found = [make_mention(document, "talks")] if "talks" in document.text else []
            yield SimpleNamespace(document=document, events=found, sentences=[], text=document.text)


class OtherCoder(SlowCoder):
    """Another version."""

    version = "other"


class SlowMaker(msgspec.Struct, frozen=True):
    """Makes it in a worker."""

    def __call__(self) -> SlowCoder:
        """Make it."""
        return SlowCoder()


class OtherMaker(msgspec.Struct, frozen=True):
    """Makes a coder of another version."""

    def __call__(self) -> OtherCoder:
        """Make it."""
        return OtherCoder()


def write_articles(path: Path, number: int, *, breaks: bool = False) -> Path:
    """Write made-up articles as JSON lines; with `breaks` two of them cannot be coded and one not be read."""
    lines = [
        msgspec.json.encode(
            {
                "id": f"a{n}",
                "title": f"Title {n}",
                "outlet": f"Post {n % 7}",
                "published": f"2016-{1 + n % 12:02}-{1 + n % 28:02}",
                "url": f"https://example.org/{n}",
                "text": f"{TEXTS[n % len(TEXTS)]} This is report {n}." + (" BREAK" if breaks and n in (3, 40) else ""),
            }
        )
        for n in range(number)
    ]
    if breaks:
        lines.insert(2, b'{"id": "no text"}')
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path
