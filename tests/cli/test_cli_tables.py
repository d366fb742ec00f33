"""A table shows every letter of its cells, however narrow it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.cli.tables import print_table
from dragoman.reports.tables import Column, Table

WORDS = st.lists(st.text("abcdefghijklmnop", min_size=1, max_size=8), min_size=1, max_size=9).map(" ".join)
CELLS = st.lists(WORDS, min_size=1, max_size=2).map("\n".join)
HEADS = [
    Column("date", whole=True),
    Column("what", least=14),
    Column("status", least=9),
    Column("who", least=22),
    Column("says", least=12),
]


def shown(path: Path, rows: list[list[str]], width: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of a table that is printed so wide."""
    monkeypatch.setenv("COLUMNS", str(width))
    print_table(Table(HEADS, rows), str(path))
    text = path.read_text(encoding="utf8")
    assert max(map(len, text.splitlines())) <= width
    return sorted(text.replace("─", " ").split())


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=3), width=st.integers(70, 130))
def test_no_letter_is_cut_off(monkeypatch, tmp_path: Path, rows: list[list[str]], width: int) -> None:
    told = [["2024-08-15", *row] for row in rows]
    words = [head.name for head in HEADS] + [word for row in told for cell in row for word in cell.split()]
    assert shown(tmp_path / "table.txt", told, width, monkeypatch) == sorted(words)


def test_a_table_is_no_wider_than_the_narrowest_screen(monkeypatch, tmp_path: Path) -> None:
    row = ["2024-08-15", "mediated talks", "took place in part", "conflict party: Sudan", "Abdel Fattah al-Burhan"]
    letters = "".join(shown(tmp_path / "table.txt", [row], 40, monkeypatch))
    assert sorted(letters) == sorted("".join([*(head.name for head in HEADS), *row]).replace(" ", ""))
