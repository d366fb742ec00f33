"""A sentence with its parts told, in colours and in brackets."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from dragoman.cli.labelled import bracketed, coloured, one_line, style_of
from dragoman.reports.marked_sentence import Piece

PIECES = [
    Piece("The envoy", "mediator", ["mediator"]),
    Piece(" "),
    Piece("met", "trigger", ["trigger"]),
    Piece(" "),
    Piece("both sides", "conflict party", ["party"]),
    Piece(" in "),
    Piece("Geneva", "place", ["venue"]),
    Piece("."),
]


def plain(pieces: list[Piece], width: int) -> list[str]:
    return [line.plain.rstrip() for line in coloured(pieces, width)]


def test_below_each_line_stands_what_its_parts_are() -> None:
    assert plain(PIECES, 60) == [
        "The envoy met both sides in Geneva.",
        "mediator  trigger           place",
        "              conflict party",
    ]


def test_a_narrow_line_breaks_between_words_and_labels_stay_under_them() -> None:
    lines = plain(PIECES, 22)
    assert [line for line in lines if line in ("The envoy met both", "sides in Geneva.")] == lines[::3][:2] or lines[
        0
    ] == "The envoy met both"
    assert all(cell_len(line) <= 22 for line in lines)
    assert "".join(lines).count("conflict party") == 1


def test_in_brackets_the_trigger_stands_in_angles() -> None:
    assert bracketed(PIECES).plain == "[The envoy](mediator) «met» [both sides](conflict party) in [Geneva](place)."


def test_parts_are_told_apart_by_colour() -> None:
    kinds = ("trigger", "mediator", "party", "initiator", "recipient", "excluded", "venue", "speaker")
    assert len({style_of(kind) for kind in kinds}) == len(kinds)
    assert style_of("") == ""


@pytest.mark.parametrize("hostile", ["\x1b[31m", "\x1b]0;title\x07", "\x9b2J", "\r\n", "\u202e", "\u2028", "\x00"])
def test_what_could_steer_a_terminal_is_blank_and_nothing_moves(hostile: str) -> None:
    text = f"a{hostile}b"
    assert len(one_line(text)) == len(text)
    assert one_line(text).isprintable()
    assert all(line.plain.isprintable() for line in coloured([Piece(text, "party", ["party"])], 40))


@pytest.mark.parametrize("width", [20, 33, 57])
@pytest.mark.parametrize("text", ["word " * 40, "x" * 150, "停戦 " * 30, "  lead", "", "a\tb"])
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text: str, width: int) -> None:
    lines = [line.plain for line in coloured([Piece(text)] if text else [], width)]
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == one_line(text).replace(" ", "")
