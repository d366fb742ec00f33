"""Briefs of the invented record."""

from __future__ import annotations

from collections.abc import Callable

import invented
import pytest

from dragoman.reports.material import Material, gather
from dragoman.reports.view import Brief, brief
from dragoman.store import Store

MakeMaterial = Callable[..., Material]


@pytest.fixture
def material() -> MakeMaterial:
    """Gathers the material of a brief from articles, the invented ones unless others are given."""

    def make(articles=invented.ARTICLES, since=None, until=None, conflict=None):
        with Store(":memory:") as store:
            invented.fill(store, articles)
            return gather(store, conflict=conflict, since=since, until=until, name_of=invented.COUNTRIES.get)

    return make


@pytest.fixture
def view(material: MakeMaterial) -> Brief:
    """The brief of the whole invented record."""
    return brief(material())
