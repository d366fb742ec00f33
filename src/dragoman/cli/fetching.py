"""The options of `code` and `ingest` that let them get articles from the web."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.errors import OptionError

if TYPE_CHECKING:
    from dragoman.cli.services import Services
    from dragoman.sources import Fetch

F = TypeVar("F", bound=Callable[..., Any])
KEY = "dragoman.fetching"


def fetch_options(function: F) -> F:
    """Add --fetch, --pages and --keep; what they were given is asked for by `fetcher_of`."""

    def gather(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:
        ctx.meta.setdefault(KEY, {})[parameter.name] = value
        return value

    for option in (
        click.option("--keep", metavar="FILE", callback=gather, expose_value=False,
                     help="With --fetch: keep what is fetched in this web archive (.warc.gz), and take from it what is"
                          " there already; the same command then reads the same again, without the network."),
        click.option("--pages", type=click.IntRange(1, 1_000_000), metavar="N", callback=gather, expose_value=False,
                     help="With --fetch: most pages to get for one address, feed or list. Default: 500."),
        click.option("--fetch", is_flag=True, callback=gather, expose_value=False,
                     help="Get articles from the web: for web addresses, feeds, sitemaps, lists of addresses and GDELT"
                          " tables. One page a second a site; robots.txt is heeded. Needs the extra web."),
    ):  # fmt: skip
        function = option(function)
    return function


def fetcher_of(services: Services) -> Fetch | None:
    """What gets pages as the options of the running verb ask for; None where they do not.

    Raises:
        OptionError: --pages or --keep without --fetch, or the extra `web` is not installed.
    """
    ctx = click.get_current_context()
    given = ctx.meta[KEY]
    for name in ("pages", "keep"):
        if given[name] and not given["fetch"]:
            raise OptionError(f"--{name}: only with --fetch. Nothing is got from the web without it")
    if not given["fetch"]:
        return None
    fetcher: Fetch = ctx.with_resource(services.fetcher(given["pages"], given["keep"]))
    return fetcher
