"""Large runs: articles in Parquet shards, coded by processes or a cluster, loaded by one process."""

from dragoman.runs.inputs import input_hashes
from dragoman.runs.load import Counts
from dragoman.runs.spread import MANY, Spread, code_spread, default_processes, take_over
from dragoman.runs.workers import Maker, ShippedCoder

__all__ = [
    "MANY",
    "Counts",
    "Maker",
    "ShippedCoder",
    "Spread",
    "code_spread",
    "default_processes",
    "input_hashes",
    "take_over",
]
