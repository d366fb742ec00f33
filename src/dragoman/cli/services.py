"""What the verbs use and a test may replace: the coder, and how names are looked up."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from dragoman.coder import Coder
    from dragoman.screening import Screen
    from dragoman.sources import Extract, Fetch

F = TypeVar("F", bound=Callable[..., Any])


def shipped_coder(threads: int | None = None) -> Coder:
    """The coder with the shipped model; loading it takes a moment, so it happens only where a verb codes."""
    import dragoman

    coder = dragoman.load(threads=threads)
    gc.freeze()  # what was loaded stays: no use in looking through it again and again
    return coder


def shipped_maker() -> Callable[[], Any]:
    """What makes the coder in the processes of a large run, with the same folders of own actors."""
    from dragoman.actors.own import folders_in_use
    from dragoman.runs import ShippedCoder

    return ShippedCoder(tuple(map(str, folders_in_use())))


def shipped_extractor() -> Extract:
    """The extractor of main texts of web pages."""
    from dragoman.text.extraction import extract_html

    return extract_html


def polite_fetcher(pages: int | None = None, keep: str | None = None) -> AbstractContextManager[Fetch]:
    """What gets pages from the web where `--fetch` asks for it; raises OptionError without the extra `web`."""
    from dragoman.sources import FetchOptions
    from dragoman.sources.fetching import Fetcher
    from dragoman.sources.keeping import Keeper

    fetcher = Fetcher(FetchOptions(max_pages=pages) if pages else FetchOptions())
    return Keeper(fetcher, keep) if keep else fetcher


def shipped_screen() -> Screen:
    """What sets articles aside before coding."""
    from dragoman.screening import Screen

    return Screen()


def shipped_name(entry: str) -> str | None:
    """Canonical name of an actor or country of the knowledge base; None where it is unknown."""
    from dragoman import actors

    knowledge = actors.load()
    return knowledge.country_name(entry) or knowledge.name(entry)


def shipped_whole(entry: str) -> str | None:
    """The body that an actor of the knowledge base is part of; None where it is by itself."""
    from dragoman import actors

    return actors.load().whole_of(entry)


@dataclass
class Services:
    """Handed to the verbs as click's context object.

    Attributes:
        coder: makes the coder, given the number of threads or None.
        extractor: makes the extractor of web pages.
        fetcher: makes what gets pages from the web, given the most pages and the archive to keep them in, or None.
        name_of: the name of an actor's id, None where it is unknown.
        whole_of: the id of the body that an actor is part of, None where it is part of none.
        maker: gives what makes the same coder in another process.
        screen: makes what sets articles aside before coding.
    """

    coder: Callable[[int | None], Any] = shipped_coder
    extractor: Callable[[], Any] = shipped_extractor
    fetcher: Callable[[int | None, str | None], Any] = polite_fetcher
    name_of: Callable[[str], str | None] = field(default=shipped_name)
    whole_of: Callable[[str], str | None] = field(default=shipped_whole)
    maker: Callable[[], Callable[[], Any]] = shipped_maker
    screen: Callable[[], Any] = shipped_screen


pass_services = click.make_pass_decorator(Services, ensure=True)


def actors_option(function: F) -> F:
    """Add --actors, repeatable: folders with own tables and dictionaries, in use until the verb ends."""

    def use(ctx: click.Context, parameter: click.Parameter, folders: tuple[str, ...]) -> tuple[str, ...]:
        if folders:
            from dragoman.actors.own import check_folder, using

            for folder in folders:
                check_folder(Path(folder))
            ctx.with_resource(using(folders))
        return folders

    return click.option(
        "--actors",
        multiple=True,
        metavar="FOLDER",
        callback=use,
        expose_value=False,
        help="Also know the actors of this folder's tables and dictionaries; may be given several times. "
        "Default: those of the environment variable DRAGOMAN_ACTORS.",
    )(function)
