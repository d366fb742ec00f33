"""Briefs of the invented record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import invented
import pytest

from dragoman.reports.material import Material, gather
from dragoman.reports.view import Brief, brief
from dragoman.store import Store

MakeMaterial = Callable[..., Material]


@pytest.fixture
def material() -> Iterator[MakeMaterial]:
    """Gathers the material of a brief from articles, the invented ones unless others are given."""
    with ExitStack() as opened:

        def make(articles=invented.ARTICLES, since=None, until=None, conflict=None):
            store = opened.enter_context(Store(":memory:"))
            invented.fill(store, articles)
            return gather(store, conflict=conflict, since=since, until=until, name_of=invented.COUNTRIES.get)

        yield make


@pytest.fixture
def view(material: MakeMaterial) -> Brief:
    """The brief of the whole invented record."""
    return brief(material())
