"""Readers of files, folders and standard input, one module a kind, behind one protocol."""

from dragoman.sources.dates import iso_date
from dragoman.sources.protocol import MAX_BYTES, Defaults, Extract, Extracted, Source, SourceFactory
from dragoman.sources.registry import open_source, read_paths, registered_sources, sources_by_suffix

__all__ = [
    "MAX_BYTES",
    "Defaults",
    "Extract",
    "Extracted",
    "Source",
    "SourceFactory",
    "iso_date",
    "open_source",
    "read_paths",
    "registered_sources",
    "sources_by_suffix",
]
