"""Writes the Markdown that `test_reports_brief` compares with."""

from __future__ import annotations

from pathlib import Path

import invented

from dragoman.reports.brief import to_markdown
from dragoman.reports.material import gather
from dragoman.reports.view import brief
from dragoman.store import Store

if __name__ == "__main__":
    with Store(":memory:") as store:
        invented.fill(store)
        found = gather(store, conflict=None, since=None, until=None, name_of=invented.COUNTRIES.get)
        text = to_markdown(brief(found))
    (Path(__file__).parent / "merania.md").write_text(text, encoding="utf-8")
