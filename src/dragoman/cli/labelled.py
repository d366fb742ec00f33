"""A sentence with its parts told: coloured with labels below the words on a terminal, in brackets elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.cli.tables import printable
from dragoman.reports.words import words

if TYPE_CHECKING:
    from rich.text import Text

    from dragoman.reports.marked_sentence import Piece

_STYLES = {"trigger": "bold black on yellow", "venue": "yellow", "date": "yellow", "speaker": "italic bright_magenta"}
_SEATS = {
    "broker": "bold green", "convener": "green", "host": "green", "guarantor": "green", "supporter": "green",
    "party": "bold cyan", "participant": "cyan", "observer": "cyan",
    "initiator": "bold magenta", "recipient": "bright_blue", "excluded": "bold red", "boycotting": "red",
}  # fmt: skip
"""Colours of roles by the seat in the room that they are, else by the role."""


def style_of(kind: str) -> str:
    """The style of a part: trigger, venue, date, speaker, or a role; "" for plain words."""
    return _STYLES.get(kind) or _SEATS.get(words().seat(kind) or kind, "bold" if kind else "")


def label_style(kind: str) -> str:
    """The style of the label of a part: its colour, without bold or a background."""
    return style_of(kind).replace("black on ", "").replace("bold ", "")


def one_line(text: str) -> str:
    """Text of an article without control characters and line breaks; every character stays in its place."""
    return printable(text).replace("\n", " ")


def bracketed(pieces: Sequence[Piece]) -> Text:
    """The sentence with «trigger» and [words](what they are), for where there are no colours."""
    from rich.text import Text

    told = Text()
    for piece in pieces:
        text = one_line(piece.text)
        if "trigger" in piece.kinds:
            told.append(f"«{text}»")
        else:
            told.append(f"[{text}]({piece.mark})" if piece.mark else text)
    return told


def coloured(pieces: Sequence[Piece], width: int) -> list[Text]:
    """Lines of at most `width` cells: the sentence in colours, and below each line of it what its parts are."""
    from rich.cells import cell_len
    from rich.text import Text

    text, parts = "", []
    for piece in pieces:
        start, text = len(text), text + one_line(piece.text)
        if piece.mark:
            parts.append((start, len(text), piece.mark, piece.kinds[0] if piece.kinds else ""))
    lines: list[Text] = []
    for first, last in _wrapped(text, width):
        line = Text(text[first:last])
        rows: list[Text] = []
        for start, end, label, kind in parts:
            if start >= last or end <= first:
                continue
            line.stylize(style_of(kind), max(start, first) - first, min(end, last) - first)
            if start >= first:
                _place(rows, cell_len(text[first:start]), label, label_style(kind), width)
        lines += [line, *rows]
    return lines


def _place(rows: list[Text], column: int, label: str, style: str, width: int) -> None:
    """Write a label at a column of the first row below where there is room; a label too long for the line moves to the left."""
    from rich.text import Text

    column = max(0, min(column, width - len(label)))
    row = next((r for r in rows if r.cell_len == 0 or r.cell_len < column), None)
    if row is None:
        row = Text()
        rows.append(row)
    row.append(" " * (column - row.cell_len))
    row.append(label, style=style)


def _wrapped(text: str, width: int) -> list[tuple[int, int]]:
    """Characters of each line, broken at spaces; a word longer than a line is cut."""
    from rich.cells import cell_len

    lines: list[tuple[int, int]] = []
    start = space = 0
    taken = 0
    for i, character in enumerate(text):
        size = cell_len(character)
        if character == " ":
            space = i
        if taken + size > width and i > start:
            end = space if space > start else i
            lines.append((start, end))
            start = end + 1 if space > start else end
            if start > i:  # the line broke at this very space
                taken = 0
                continue
            taken = cell_len(text[start:i])
        taken += size
    return [*lines, (start, len(text))] if text[start:].strip() or not lines else lines
