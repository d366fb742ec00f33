"""A store entered by hand, and a way to export it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from export_builders import fill

from dragoman.cli.main import cli
from dragoman.exports.content import Content, gather
from dragoman.store import Store


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """The store as a file."""
    path = tmp_path / "record.duckdb"
    with Store(path) as store:
        fill(store)
    return path


@pytest.fixture
def content() -> Content:
    """All of it, as exporters get it."""
    with Store(":memory:") as store:
        fill(store)
        return gather(store)


@pytest.fixture
def export(db: Path, tmp_path: Path) -> Callable[..., Path]:
    """Runs `dragoman export --as NAME --out OUT` and returns the path of OUT."""

    def call(name: str, out: str, *more: str) -> Path:
        path = tmp_path / out
        result: Result = CliRunner().invoke(cli, ["export", "--db", str(db), "--as", name, "--out", str(path), *more])
        assert result.exit_code == 0, result.output
        return path

    return call
