"""Which source reads which file: the built-in ones and those that other packages plug in.

A package plugs one in with an entry point of the group `dragoman.sources` that names a class (or function)
which takes the extractor of web pages or None and returns a `Source`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import msgspec

from dragoman.errors import InputError, OptionError
from dragoman.records import Document, Failure
from dragoman.sources.dates import ACCEPTED, iso_date
from dragoman.sources.folder import FolderSource
from dragoman.sources.html import HtmlSource
from dragoman.sources.json_files import JsonLinesSource, JsonSource
from dragoman.sources.parquet import ParquetSource
from dragoman.sources.plain_text import PlainTextSource
from dragoman.sources.protocol import Defaults, Extract, Source, SourceFactory
from dragoman.sources.standard_input import SniffedSource
from dragoman.sources.tables import CsvSource, TsvSource

GROUP = "dragoman.sources"

BUILT_IN: tuple[SourceFactory, ...] = (
    PlainTextSource,
    HtmlSource,
    JsonLinesSource,
    JsonSource,
    CsvSource,
    TsvSource,
    ParquetSource,
)


def registered_sources(extract: Extract | None = None) -> list[Source]:
    """Return a reader of every kind, built-in ones first, then plugged-in ones by name.

    Raises:
        OptionError: a plugged-in source cannot be loaded, is no source, or claims a suffix that is taken.
    """
    found: dict[str, Source] = {}
    sources: list[Source] = []
    for source in _all(extract, entry_points(group=GROUP)):
        for suffix in source.suffixes:
            if suffix in found:
                names = f"{found[suffix].name!r} and {source.name!r}"
                raise OptionError(f"two sources read {suffix}: {names}. Uninstall one of them")
            found[suffix] = source
        sources.append(source)
    return sources


def sources_by_suffix(extract: Extract | None = None) -> dict[str, Source]:
    """Return the reader for each file name ending; raises OptionError as `registered_sources` does."""
    return {suffix: source for source in registered_sources(extract) for suffix in source.suffixes}


def open_source(path: str | Path, *, extract: Extract | None = None) -> Source:
    """Return the source that reads a file, a folder, or standard input ("-").

    Args:
        path: what the user gave. A file without a suffix is read by its first characters, as `-` is.
        extract: extractor of main texts, needed for web pages only.

    Raises:
        InputError: there is nothing at `path`, or no source reads files of its suffix.
        OptionError: a plugged-in source is broken.
    """
    name = str(path)
    if name == "-":
        return SniffedSource(extract)
    sources = sources_by_suffix(extract)
    file = Path(path)
    try:
        file.stat()
    except PermissionError as error:
        raise InputError(name, "permission denied", "Allow reading the folder that holds it") from error
    except (OSError, ValueError) as error:
        if name.startswith(("http://", "https://")):
            raise InputError(name, "a web address, not a file", "Save the page and give the file") from error
        raise InputError(name, "no such file or folder", "Check the spelling and the current folder") from error
    if file.is_dir():
        return FolderSource(sources)
    if not file.is_file() or not file.suffix:
        return SniffedSource(extract)
    if source := sources.get(file.suffix.lower()):
        return source
    known = ", ".join(sorted(sources))
    raise InputError(name, f"no source reads files ending in {file.suffix}", f"Give one of {known}, or pipe text to -")


def read_paths(
    paths: Iterable[str | Path], *, defaults: Defaults | None = None, extract: Extract | None = None
) -> Iterator[Document | Failure]:
    """Read files, folders and standard input one after the other.

    All paths are checked before the first is read.

    Args:
        paths: what the user gave, "-" for standard input.
        defaults: date and outlet for documents that do not tell their own.
        extract: extractor of main texts, needed for web pages only.

    Raises:
        InputError: a path does not exist or no source reads it.
        OptionError: the default date is not a date, or a plugged-in source is broken.
    """
    defaults = defaults or Defaults()
    published = iso_date(defaults.published) if defaults.published else None
    if defaults.published and published is None:
        raise OptionError(f"published: unreadable date {defaults.published!r}. Write it like {ACCEPTED}")
    checked = Defaults(published=published, outlet=defaults.outlet)
    opened = [(str(path), open_source(path, extract=extract)) for path in paths]
    return (_nameable(item) for path, source in opened for item in source.read(path, defaults=checked))


def _nameable(item: Document | Failure) -> Document | Failure:
    """Replace what is not UTF-8 in a file's name, which could be neither stored nor printed."""
    if item.path is None or item.path.isascii():
        return item
    path = item.path.encode("utf-8", "replace").decode("utf-8")
    return item if path == item.path else msgspec.structs.replace(item, path=path)


def _all(extract: Extract | None, plugs: Iterable[EntryPoint]) -> Iterator[Source]:
    for factory in BUILT_IN:
        yield factory(extract)
    for plug in sorted(plugs, key=lambda plug: plug.name):
        try:
            source = plug.load()(extract)
        except Exception as error:  # foreign code may fail in any way; the message must name the plug
            raise OptionError(f"source {plug.name!r} ({plug.value}) cannot be loaded: {error}") from error
        if not isinstance(source, Source):
            raise OptionError(f"source {plug.name!r} ({plug.value}) lacks name, suffixes or read. See {GROUP}")
        yield source
