"""A web server and a fetcher that may reach it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from local_web import Clock, LocalWeb

from dragoman.sources import FetchOptions
from dragoman.sources.fetching import Fetcher


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    """A server on this machine."""
    server = LocalWeb()
    yield server
    server.close()


@pytest.fixture
def clock() -> Clock:
    """A clock that nobody has to wait for."""
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> Iterator[Fetcher]:
    """A fetcher that may open addresses on this machine."""
    options = FetchOptions(allow_private=True, max_bytes=200_000, timeout=0.5)
    with Fetcher(options, clock=clock, sleep=clock.sleep) as made:
        yield made
