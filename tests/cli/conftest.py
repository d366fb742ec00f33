"""Runs the command line in this process with the invented coder, so that no model is loaded."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parents[1] / "reports"))

import invented as invented_record

from dragoman.cli.main import cli
from dragoman.cli.services import Services
from dragoman.store import Store

Run = Callable[..., Result]


@pytest.fixture
def invented() -> ModuleType:
    """The invented record."""
    return invented_record


@pytest.fixture
def run() -> Run:
    """Calls `dragoman` with arguments and, if given, text on standard input."""

    def call(*arguments: str | Path, input: str | None = None) -> Result:
        services = Services(
            coder=invented_record.InventedCoder,
            extractor=lambda: None,
            name_of=invented_record.COUNTRIES.get,
        )
        return CliRunner().invoke(cli, [str(a) for a in arguments], obj=services, input=input)

    return call


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A store with the invented record."""
    path = tmp_path / "merania.duckdb"
    with Store(path) as store:
        invented_record.fill(store)
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """The invented articles as JSON lines."""
    import msgspec

    path = tmp_path / "articles.jsonl"
    fields = ("id", "url", "title", "outlet", "published", "text")
    lines = [
        msgspec.json.encode({name: getattr(document, name) for name in fields})
        for document in invented_record.documents()
    ]
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path
