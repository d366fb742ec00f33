"""Hours before the entries of a live log."""

import pytest

from dragoman.text.stamps import without_stamps


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("15.20 BST Kremlin says talks go on", "Kremlin says talks go on"),
        ("14:05 Macron to meet Zelenskyy", "Macron to meet Zelenskyy"),
        ("10:15 GMT - Kenya hosts talks", "Kenya hosts talks"),
        ("9:40am EDT: Talks resume", "Talks resume"),
        ("1630 GMT Talks resume", "Talks resume"),
        ("12:30 Monday was the deadline", "12:30 Monday was the deadline"),
        ("2024 talks failed", "2024 talks failed"),
        ("9.40 Kenyan shillings", "9.40 Kenyan shillings"),
        ("10:15", "10:15"),
    ],
)
def test_the_hour_is_no_part_of_the_sentence(line: str, kept: str) -> None:
    (span,) = without_stamps(line, [(0, len(line))])
    assert line[slice(*span)] == kept


def test_an_hour_inside_a_line_stays() -> None:
    text = "Talks ended. 14:05 Macron left."
    assert without_stamps(text, [(0, 12), (13, len(text))]) == [(0, 12), (13, len(text))]
