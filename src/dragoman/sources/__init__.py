"""Readers of files, folders, standard input and, on request, the web, one module a kind, behind one protocol.

What gets pages from the web is `dragoman.sources.fetching.Fetcher`; it needs the extra `web`.
"""

from dragoman.sources.dates import iso_date
from dragoman.sources.pages import Fetch, FetchOptions, Page
from dragoman.sources.protocol import MAX_BYTES, Defaults, Extract, Extracted, Source, SourceFactory
from dragoman.sources.registry import open_source, read_paths, registered_sources, sources_by_suffix

__all__ = [
    "MAX_BYTES",
    "Defaults",
    "Extract",
    "Extracted",
    "Fetch",
    "FetchOptions",
    "Page",
    "Source",
    "SourceFactory",
    "iso_date",
    "open_source",
    "read_paths",
    "registered_sources",
    "sources_by_suffix",
]
