"""Fixtures for all tests; trees written by hand are in `hand_trees.py` beside this file."""

from __future__ import annotations

import pytest

import dragoman
from dragoman import actors, ontology
from dragoman.actors import Knowledge
from dragoman.coder import Coder
from dragoman.ontology import Ontology


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The shipped coder on one thread, made once."""
    return dragoman.load(threads=1)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The shipped tables of actors."""
    return actors.load()


@pytest.fixture(scope="session")
def shipped_ontology() -> Ontology:
    """The shipped event types."""
    return ontology.load()
