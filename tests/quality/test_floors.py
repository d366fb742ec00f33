"""The coder must not get worse on articles that nothing was trained on.

The articles are the reporting half of those written and coded for the project (training/coded); floors are pinned in
benchmarks/floors.json, a little below what was measured when they were set.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.coder import Coder

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def coding() -> ModuleType:
    sys.path.insert(0, str(ROOT))
    spec = importlib.util.spec_from_file_location("coding_benchmark", ROOT / "benchmarks/coding.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_held_out_articles_are_coded_no_worse_than_the_floors(coder: Coder, coding: ModuleType) -> None:
    floors = json.loads((ROOT / "benchmarks/floors.json").read_text(encoding="utf8"))
    folder = ROOT / "training/coded"
    counts = coding.run(coder, folder / "contrast-codings.jsonl", folder / "contrast-articles.jsonl", {"test"})
    assert len(counts) >= 20
    measured = {name: round(coding.f1(counts, name), 1) for name in floors}
    below = {name: (measured[name], floor) for name, floor in floors.items() if measured[name] < floor}
    assert not below, f"(measured, floor): {below}"
