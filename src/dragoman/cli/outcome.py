"""How a run ends: what failed is listed on standard error, and the exit code says how it went."""

from __future__ import annotations

from collections.abc import Iterable

import click

from dragoman.records import Failure

NOTHING_FOUND, BAD_INPUT, SOME_FAILED = 1, 2, 3


def is_warning(failure: Failure) -> bool:
    """True where nothing failed: an article read without its unreadable date, files that no source reads."""
    return failure.stage in ("date", "skip")


def list_failures(failures: Iterable[Failure]) -> None:
    """List what failed, one line each, on standard error."""
    told = list(failures)
    bad = [failure for failure in told if not is_warning(failure)]
    if bad:
        click.echo(f"{len(bad)} {'input' if len(bad) == 1 else 'inputs'} failed:", err=True)
    for failure in bad:
        click.echo(f"  {_one_line(failure)}", err=True)
    for failure in told:
        if is_warning(failure):
            click.echo(f"note: {_one_line(failure)}", err=True)


def finish(failures: Iterable[Failure], *, read: int, found: int) -> None:
    """List failures and end the command where it did not simply succeed.

    Args:
        read: documents that went well.
        found: what was looked for (events, rows).

    Raises:
        click.exceptions.Exit: 2 where every input failed, 3 where some did, 1 where nothing was found.
    """
    told = list(failures)
    list_failures(told)
    bad = [failure for failure in told if not is_warning(failure)]
    if bad:
        raise click.exceptions.Exit(SOME_FAILED if read else BAD_INPUT)
    if not found:
        click.echo("Nothing found.", err=True)
        raise click.exceptions.Exit(NOTHING_FOUND)


def _one_line(failure: Failure) -> str:
    return " ".join(str(failure).split())
