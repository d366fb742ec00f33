"""Corrections of hand codings that were given, applied while they are read: the givens stay as they came.

`coded/corrections.jsonl` has a correction a line: `id` of the article; `do` (change, remove or add); `start` and `end` of the
mention's trigger; `set`, the fields to set (for add, the whole mention); `why`. It holds offsets and labels, no article text.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OWN = Path(__file__).parent
CORRECTIONS = OWN / "coded/corrections.jsonl"


def read_corrections(path: Path) -> dict[str, list[tuple[int, dict[str, Any]]]]:
    """Corrections (line number, correction) by id of the article, in the order of the file."""
    by_article: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    with path.open(encoding="utf8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                correction = json.loads(line)
                by_article[correction["id"]].append((number, correction))
    return by_article


def apply_corrections(codings: Iterator[dict[str, Any]], path: Path) -> Iterator[dict[str, Any]]:
    """Yield the codings with the corrections of `path` applied; a coding without any passes as it is.

    Corrections of articles that do not come up are left alone: each set of codings is read by itself.
    """
    by_article = read_corrections(path)
    for coding in codings:
        corrections = by_article.get(coding["id"])
        yield _corrected(coding, corrections, path) if corrections else coding


def _corrected(coding: dict[str, Any], corrections: list[tuple[int, dict[str, Any]]], path: Path) -> dict[str, Any]:
    mentions = list(coding["mentions"])
    for number, correction in corrections:
        start, end, do = correction["start"], correction["end"], correction["do"]
        found = [i for i, m in enumerate(mentions) if (m["trigger"]["start"], m["trigger"]["end"]) == (start, end)]
        where = f"{path}:{number}: {coding['id']} has {len(found)} mentions with trigger {start}-{end}"
        if do == "add":
            if found:
                raise ValueError(f"{where} before one is added; change that mention instead, or take the line out")
            mentions.append(correction["set"])
            mentions.sort(key=lambda m: m["trigger"]["start"])
        elif do not in ("change", "remove"):
            raise ValueError(f"{path}:{number}: do is {do!r}; write change, remove or add")
        elif len(found) != 1:
            raise ValueError(
                f"{where}; put right id, start and end so that they name one mention, or take the line out"
            )
        elif do == "change":
            mentions[found[0]] = {**mentions[found[0]], **correction["set"]}
        else:
            del mentions[found[0]]
    return {**coding, "mentions": mentions}
