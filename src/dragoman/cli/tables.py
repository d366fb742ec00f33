"""Prints a table: with rich on a terminal, without colours into a pipe or file."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.cli.destination import on_terminal, open_output
from dragoman.reports.tables import Table

if TYPE_CHECKING:
    from rich.console import Console

PIPE_WIDTH = 120
"""Characters a line where there is no terminal to ask; the variable COLUMNS overrides it."""
GAP = 2
"""Blanks around each column."""
LONG_WORD = 16
"""Characters of a word up to which a column is as wide as its longest word, so that none is broken."""


def print_table(table: Table, out: str | None = None) -> None:
    """Print a table to standard output (None or "-") or into a file."""
    print_tables([table], out)


def print_tables(tables: Sequence[Table], out: str | None = None) -> None:
    """Print tables one below the other to standard output (None or "-") or into a file."""
    from rich.console import Console

    screen = (out is None or out == "-") and on_terminal()
    width = None if screen else int(os.environ.get("COLUMNS") or PIPE_WIDTH)
    text = io.StringIO()
    # news text may hold square brackets, which must never be taken for rich's markup
    console = Console(
        file=None if screen else text,
        width=width,
        no_color=not screen,
        markup=False,
        highlight=False,
        emoji=False,
    )
    for table in tables:
        _draw(table, console, screen=screen)
        if table is not tables[-1]:
            console.print()
    if not screen:
        with open_output(out) as stream:
            lines = (line.rstrip() for line in text.getvalue().strip("\n").splitlines())
            stream.write(("\n".join(lines) + "\n").encode("utf-8"))


def _draw(table: Table, console: Console, *, screen: bool) -> None:
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    if table.title:
        console.print(Text(printable(table.title), style="bold" if screen else ""))
    if table.title and not table.rows:
        console.print(Text(printable(table.note)))
        return
    wanted = _lengths(table)
    widths = _widths(table, wanted, console.width)
    # rules between rows help the eye where a row takes more than one line
    ruled = widths != wanted or any("\n" in cell for row in table.rows for cell in row)
    grid = RichTable(
        box=box.HORIZONTALS if ruled else box.SIMPLE_HEAD,
        show_lines=ruled,
        pad_edge=False,
        header_style="bold",
        border_style="dim" if screen else "",
        padding=(0, 1, 0, 0),
    )
    for column, width in zip(table.columns, widths, strict=True):
        grid.add_column(
            column.name,
            style=column.style if screen else "",
            justify="right" if column.number else "left",
            no_wrap=column.whole,
            overflow="fold",
            width=width,
        )
    for row in table.rows:
        grid.add_row(*(Text(printable(cell)) for cell in row))
    console.print(grid)
    if table.note:
        console.print(Text(printable(table.note), style="dim" if screen else ""))


def _lengths(table: Table) -> list[int]:
    """Characters of the longest line of each column."""
    from rich.cells import cell_len

    cells = [[head.name, *(row[n] for row in table.rows)] for n, head in enumerate(table.columns)]
    return [max(cell_len(line) for cell in column for line in cell.split("\n")) for column in cells]


def _longest_words(table: Table) -> list[int]:
    """Characters of the longest word of each column."""
    from rich.cells import cell_len

    cells = [[head.name, *(row[n] for row in table.rows)] for n, head in enumerate(table.columns)]
    return [max(cell_len(word) for cell in column for word in (cell.split() or [""])) for column in cells]


def _widths(table: Table, wanted: list[int], width: int) -> list[int]:
    """Characters of each column: what it wants; where that is too much together, its least and a share of the rest.

    The least is as long as the column's longest word, where all columns have room for theirs.

    Rich, told least widths, draws a table that is wider than the screen and cuts off what stands beyond.
    """
    room = width - GAP * len(wanted)
    floor = [
        n if head.whole else min(n, head.least or len(head.name)) for n, head in zip(wanted, table.columns, strict=True)
    ]
    least = [max(n, min(word, LONG_WORD)) for n, word in zip(floor, _longest_words(table), strict=True)]
    if sum(least) > room:
        least = floor
    yielding = [n for n, head in enumerate(table.columns) if not head.whole]
    while sum(least) > room and any(least[n] > 1 for n in yielding):
        least[max(yielding, key=least.__getitem__)] -= 1
    spare, short = max(0, room - sum(least)), sum(wanted) - sum(least)
    if spare >= short:
        return wanted
    shares = [n + (want - n) * spare // short for n, want in zip(least, wanted, strict=True)]
    for n in range(room - sum(shares)):
        shares[-1 - n % len(shares)] += 1
    return shares


def printable(text: str) -> str:
    """Text without control characters: a hostile article must not steer the terminal."""
    return "".join(c if c == "\n" or c.isprintable() else " " for c in text)
