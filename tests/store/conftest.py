"""Fixtures of the store's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_builders import fill

from dragoman.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a new store may be made."""
    return tmp_path / "record.duckdb"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """Return a new, empty store."""
    with Store(path) as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a store with the whole made-up record."""
    fill(store)
    return store
