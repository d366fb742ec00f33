"""Reads the pages for people: their code blocks, and the words that they quote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUN = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
"""Pages whose shell and Python blocks are run."""
PAGES = [
    *RUN,
    *(ROOT / name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "NOTICE")),
    ROOT / "training" / "README.md",
    ROOT / "src" / "dragoman" / "language" / "en" / "model" / "CARD.md",
]
"""All pages for people that these tests answer for."""

_BLOCK = re.compile(
    r"(?:<!-- (?P<note>(?:not run|slow)\b[^>]*?) -->\n)?```(?P<kind>\w+)\n(?P<code>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Block:
    """A fenced block: language, text, the line that it begins on, and the note in the comment above it."""

    kind: str
    code: str
    line: int
    note: str


def blocks(page: Path) -> list[Block]:
    """All fenced blocks of a page that name their language, in order."""
    text = page.read_text(encoding="utf8")
    return [
        Block(m["kind"], m["code"], text.count("\n", 0, m.start("code")), m["note"] or "")
        for m in _BLOCK.finditer(text)
    ]


def name(page: Path) -> str:
    """Path of a page inside the repository."""
    return page.relative_to(ROOT).as_posix()
