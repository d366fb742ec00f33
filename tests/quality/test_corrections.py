"""Corrections of hand codings: each kind does what it says, and one that names no mention is told where it stands."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from training.corrections import apply_corrections  # noqa: E402


def mention(start: int, end: int, status: str = "held") -> dict[str, Any]:
    return {"sent": 0, "type": "mediated_talks", "status": status, "trigger": {"start": start, "end": end}, "args": []}


def coding(article: str = "a1") -> dict[str, Any]:
    return {"id": article, "window": 25, "mentions": [mention(4, 9), mention(20, 26)]}


def correct(folder: Path, corrections: list[dict[str, Any]], *codings: dict[str, Any]) -> list[dict[str, Any]]:
    path = folder / "corrections.jsonl"
    path.write_text("".join(json.dumps(c) + "\n" for c in corrections), encoding="utf8")
    return list(apply_corrections(iter(codings), path))


def test_change_sets_the_fields_named_and_leaves_the_given_coding_alone(tmp_path: Path) -> None:
    given = coding()
    change = {"id": "a1", "do": "change", "start": 20, "end": 26, "set": {"status": "planned"}, "why": "It is to come."}
    (made,) = correct(tmp_path, [change], given)
    assert made["mentions"] == [mention(4, 9), mention(20, 26, "planned")]
    assert made["window"] == 25
    assert given == coding()


def test_remove_takes_the_mention_out(tmp_path: Path) -> None:
    (made,) = correct(tmp_path, [{"id": "a1", "do": "remove", "start": 4, "end": 9, "why": "No event."}], coding())
    assert made["mentions"] == [mention(20, 26)]


def test_add_puts_the_mention_in_its_place(tmp_path: Path) -> None:
    add = {"id": "a1", "do": "add", "start": 12, "end": 17, "set": mention(12, 17), "why": "Missed."}
    (made,) = correct(tmp_path, [add], coding())
    assert made["mentions"] == [mention(4, 9), mention(12, 17), mention(20, 26)]


def test_codings_without_corrections_pass_as_they_are(tmp_path: Path) -> None:
    given = coding("a2")
    (made,) = correct(tmp_path, [{"id": "a1", "do": "remove", "start": 4, "end": 9, "why": "No event."}], given)
    assert made is given


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (
            {"do": "change", "start": 5, "end": 9, "set": {"status": "planned"}},
            "0 mentions with trigger 5-9; put right",
        ),
        ({"do": "remove", "start": 4, "end": 8}, "0 mentions with trigger 4-8; put right"),
        ({"do": "add", "start": 4, "end": 9, "set": mention(4, 9)}, "change that mention instead"),
        ({"do": "alter", "start": 4, "end": 9}, "write change, remove or add"),
    ],
)
def test_a_correction_that_fits_nothing_names_file_line_and_remedy(
    tmp_path: Path, wrong: dict[str, Any], message: str
) -> None:
    right = {"id": "a1", "do": "remove", "start": 20, "end": 26, "why": "No event."}
    with pytest.raises(ValueError, match=rf"corrections\.jsonl:2: .*{message}"):
        correct(tmp_path, [right, {"id": "a1", "why": "Wrong.", **wrong}], coding())
