"""A small knowledge base of its own (`small/`), so that tests of rules do not hang on the shipped tables."""

from pathlib import Path

import pytest

from dragoman.actors import Knowledge, load

SMALL = Path(__file__).parent / "small"


@pytest.fixture(scope="session")
def small() -> Knowledge:
    return load(SMALL)
