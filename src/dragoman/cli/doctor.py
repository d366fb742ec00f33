"""`dragoman doctor`: versions, knowledge, and the health of a record."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import click

from dragoman.cli.listing import open_store
from dragoman.cli.services import Services, actors_option, pass_services
from dragoman.errors import DragomanError, OptionError, StoreError
from dragoman.version import VERSION

if TYPE_CHECKING:
    from dragoman.actors.dictionaries import DictionaryNames
    from dragoman.store import Run

LIBRARIES = ("duckdb", "onnxruntime", "tokenizers", "pyarrow", "trafilatura")


@click.command("doctor")
@click.option("--db", metavar="FILE", help="Also check this record.")
@click.option(
    "--repair", is_flag=True, help="Mend what can be without loss: texts stay, codings may have to be made again."
)
@actors_option
@pass_services
def command(services: Services, db: str | None, repair: bool) -> None:
    """Show versions of package, model and lexicon, what the knowledge holds, and whether a record is whole.

    With --actors: also what was read of that folder, and each line of a dictionary that could not be used.

    Ends with exit code 2 where something is broken.

    \b
    Example:
      dragoman doctor
      dragoman doctor --db syria.duckdb
      dragoman doctor --db syria.duckdb --repair
    """
    if repair and not db:
        raise OptionError("--repair: which record? Say --db FILE")
    _row("dragoman", VERSION)
    _row("Python", f"{platform.python_version()} on {platform.platform()}")
    for library in LIBRARIES:
        _row(library, _version(library))
    broken = _knowledge(services)
    if db and repair:
        _mend(db)
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
        _dictionaries(getattr(coder.knowledge, "dictionaries", None))
        ontology = getattr(coder, "ontology", None)
        if isinstance(ontology, msgspec.Struct):
            _row("event types", f"{len(ontology.types):,} with {len(ontology.triggers):,} triggers")  # type: ignore[attr-defined]
    except DragomanError as error:
        _row("coder", f"broken: {error}")
        return error
    return None


def _dictionaries(dictionaries: DictionaryNames | None) -> None:
    """Show what was read of one's own dictionaries, and each line that was not used, with the reason."""
    if dictionaries is None:
        return
    _row("dictionaries", f"{dictionaries.n_names:,} names, {dictionaries.n_agents:,} agent nouns")
    _row("lines not used", f"{len(dictionaries.lost):,}")
    for line in dictionaries.lost:
        click.echo(f"  {line}")


def _mend(db: str) -> None:
    from dragoman.recording import mend
    from dragoman.store import Store

    with Store(db, create=False) as store:
        done = mend(store)
    for line in done or ["nothing to repair"]:
        _row("repair", line)
    if any("coding again" in line for line in done):
        _row("", "run dragoman ingest with any article to have them coded")


def _manifest(run: Run) -> None:
    """Show by what and on what the last run worked."""
    end = "finished" if run.finished else "not finished: run dragoman ingest again"
    _row("  last run", f"{run.command}, {run.started:%Y-%m-%d %H:%M} UTC, {end}")
    if run.coder_version:
        _row("    coder", run.coder_version)
    for given in run.inputs[:5]:
        digest = f"sha256 {given['sha256'][:16]}…" if given["sha256"] else "without a hash"
        _row("    input", f"{given['path']}: {given['files']:,} files, {given['bytes']:,} bytes, {digest}")
    if len(run.inputs) > 5:
        _row("", f"and {len(run.inputs) - 5:,} more inputs")


def _record(db: str) -> None:
    with open_store(db) as store:
        click.echo()
        _row("record", db)
        for table, count in store.counts().items():
            _row(f"  {table.replace('_', ' ')}", f"{count:,}")
        runs = list(store.runs())
        if runs:
            _manifest(runs[-1])
        problems = store.check()
        _row("  health", f"{len(problems):,} problems" if problems else "whole")
        for problem in problems[:50]:
            click.echo(f"    {problem}")
        if len(problems) > 50:
            click.echo(f"    and {len(problems) - 50:,} more")
        if problems:
            raise StoreError(
                f"{db}: {len(problems):,} problems found. Try --repair; what it leaves can only be mended by"
                " ingesting the articles again into a new file"
            )


def _row(name: str, value: str) -> None:
    click.echo(f"{name:<22} {value}")


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"
