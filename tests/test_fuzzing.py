"""Broken input, a little of it: what `benchmarks/fuzz.py` feeds by the thousand also goes through here, the same each time."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.errors import DragomanError

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
ROUNDS = 40


def module(name: str) -> ModuleType:
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
        assert spec is not None and spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


TARGETS = module("fuzz_targets").targets()


@pytest.mark.parametrize("target", TARGETS, ids=[target.name for target in TARGETS])
def test_broken_input_is_refused_in_our_own_words(target) -> None:
    mutated, draw = module("fuzz").mutated, random.Random(target.name)
    inputs = [
        b"",
        *target.seeds,
        *(mutated(draw.choice(target.seeds), draw, target.seeds) for _ in range(ROUNDS)),
    ]
    for number, data in enumerate(inputs):
        try:
            target.feed(data)
        except DragomanError as error:
            assert str(error), number


def test_good_input_is_read() -> None:
    for target in TARGETS:
        if target.name.startswith("read ."):
            target.feed(target.seeds[0])
