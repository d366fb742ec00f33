"""`dragoman doctor`: versions, knowledge, and the health of a record."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

import click

from dragoman.cli.listing import open_store
from dragoman.cli.services import Services, pass_services
from dragoman.errors import DragomanError, StoreError
from dragoman.version import VERSION

LIBRARIES = ("duckdb", "onnxruntime", "tokenizers", "pyarrow", "trafilatura")


@click.command("doctor")
@click.option("--db", metavar="FILE", help="Also check this record.")
@pass_services
def command(services: Services, db: str | None) -> None:
    """Show versions of package, model and lexicon, what the knowledge holds, and whether a record is whole.

    Ends with exit code 2 where something is broken.

    \b
    Example:
      dragoman doctor
      dragoman doctor --db syria.duckdb
    """
    _row("dragoman", VERSION)
    _row("Python", f"{platform.python_version()} on {platform.platform()}")
    for library in LIBRARIES:
        _row(library, _version(library))
    broken = _knowledge(services)
    if db:
        _record(db)
    if broken:
        raise broken


def _knowledge(services: Services) -> DragomanError | None:
    """Show model and knowledge; return what is wrong with them, so that the record is still shown."""
    import msgspec

    try:
        coder = services.coder(None)
        _row("coder", coder.version)
        tables = coder.knowledge.tables
        for name in getattr(tables, "__struct_fields__", ()):
            _row(name.replace("_", " "), f"{len(getattr(tables, name)):,} rows")
        ontology = getattr(coder, "ontology", None)
        if isinstance(ontology, msgspec.Struct):
            _row("event types", f"{len(ontology.types):,} with {len(ontology.triggers):,} triggers")  # type: ignore[attr-defined]
    except DragomanError as error:
        _row("coder", f"broken: {error}")
        return error
    return None


def _record(db: str) -> None:
    with open_store(db) as store:
        click.echo()
        _row("record", db)
        for table, count in store.counts().items():
            _row(f"  {table.replace('_', ' ')}", f"{count:,}")
        runs = list(store.runs())
        if runs:
            last = runs[-1]
            end = "finished" if last.finished else "not finished: run dragoman ingest again"
            _row("  last run", f"{last.command}, {last.started:%Y-%m-%d %H:%M} UTC, {end}")
        problems = store.check()
        _row("  health", f"{len(problems):,} problems" if problems else "whole")
        for problem in problems[:50]:
            click.echo(f"    {problem}")
        if len(problems) > 50:
            click.echo(f"    and {len(problems) - 50:,} more")
        if problems:
            raise StoreError(f"{db}: {len(problems):,} problems found. Ingest the articles again into a new file")


def _row(name: str, value: str) -> None:
    click.echo(f"{name:<22} {value}")


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"
