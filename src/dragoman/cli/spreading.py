"""The options of `ingest` that spread coding over processes or a cluster."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.errors import OptionError

if TYPE_CHECKING:
    from dragoman.cli.services import Services
    from dragoman.runs import Spread

F = TypeVar("F", bound=Callable[..., Any])
ENGINES = ("processes", "dask")


def spread_options(function: F) -> F:
    """Add --processes, --engine, --scheduler and --scratch; the verb gets them as one dictionary `spreading`."""

    def gather(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:
        ctx.meta.setdefault(KEY, {})[parameter.name] = value
        return value

    for option in (
        click.option("--scratch", metavar="FOLDER", callback=gather, expose_value=False,
                     help="Folder for the shards under way, seen by all workers. Default: that of the record."),
        click.option("--scheduler", metavar="ADDRESS", callback=gather, expose_value=False,
                     help="Dask only: where the scheduler is, such as tcp://10.0.0.1:8786."),
        click.option("--engine", type=click.Choice(ENGINES), default="processes", callback=gather, expose_value=False,
                     help="Code in processes of this machine (default) or on a Dask cluster that runs already."),
        click.option("--processes", type=click.IntRange(1, 512), metavar="N", callback=gather, expose_value=False,
                     help="Processes that code, one thread each. Default: one a core where more than 300 articles wait,"
                          " else 1. The record is the same."),
    ):  # fmt: skip
        function = option(function)
    return function


KEY = "dragoman.spreading"


def spread_of(services: Services) -> Spread:
    """What the options of the running verb ask for; raises OptionError where they do not fit together."""
    from dragoman.runs import Spread

    given = click.get_current_context().meta[KEY]
    scheduler, scratch, processes = given["scheduler"], given["scratch"], given["processes"]
    if given["engine"] == "dask" and not scheduler:
        raise OptionError("--engine dask: where is the cluster? Say --scheduler ADDRESS, such as tcp://10.0.0.1:8786")
    if scheduler and given["engine"] != "dask":
        raise OptionError("--scheduler: only with --engine dask")
    if scheduler and processes:
        raise OptionError("--processes: a Dask cluster has its own number of workers. Leave it out")
    if scratch and not Path(scratch).is_dir():
        raise OptionError(f"--scratch {scratch}: no such folder. Make it first")
    return Spread(
        maker=services.maker(),
        processes=processes,
        scheduler=scheduler,
        scratch=Path(scratch) if scratch else None,
    )
