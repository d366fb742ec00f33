"""What the verbs use and a test may replace: the coder, and how names are looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from dragoman.coder import Coder
    from dragoman.sources import Extract


def shipped_coder(threads: int | None = None) -> Coder:
    """The coder with the shipped model; loading it takes a moment, so it happens only where a verb codes."""
    from dragoman.coder import Coder

    return Coder(threads=threads)


def shipped_extractor() -> Extract:
    """The extractor of main texts of web pages."""
    from dragoman.text.extraction import extract_html

    return extract_html


def shipped_name(entry: str) -> str | None:
    """Canonical name of an actor or country of the knowledge base; None where it is unknown."""
    from dragoman import actors

    knowledge = actors.load()
    return knowledge.country_name(entry) or knowledge.name(entry)


@dataclass
class Services:
    """Handed to the verbs as click's context object.

    Attributes:
        coder: makes the coder, given the number of threads or None.
        extractor: makes the extractor of web pages.
        name_of: the name of an actor's id, None where it is unknown.
    """

    coder: Callable[[int | None], Any] = shipped_coder
    extractor: Callable[[], Any] = shipped_extractor
    name_of: Callable[[str], str | None] = field(default=shipped_name)


pass_services = click.make_pass_decorator(Services, ensure=True)
