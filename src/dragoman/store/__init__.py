"""The record in one DuckDB file. The only place with SQL."""

from dragoman.store.checks import Problem
from dragoman.store.documents import AddResult
from dragoman.store.filters import Filters
from dragoman.store.outlines import Claim, EventOutline, MentionPlace, Reach
from dragoman.store.result import Result
from dragoman.store.runs import Run
from dragoman.store.store import Store

__all__ = [
    "AddResult",
    "Claim",
    "EventOutline",
    "Filters",
    "MentionPlace",
    "Problem",
    "Reach",
    "Result",
    "Run",
    "Store",
]
