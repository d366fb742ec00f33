"""Which source reads which file: the built-in ones and those that other packages plug in.

A package plugs one in with an entry point of the group `dragoman.sources` that names a class (or function)
which takes the extractor of web pages or None and returns a `Source`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import msgspec

from dragoman.errors import InputError, OptionError
from dragoman.records import Document, Failure
from dragoman.records.dates import published_day
from dragoman.sources.compressed import GzipSource
from dragoman.sources.folder import FolderSource, given_twice, is_mail
from dragoman.sources.html import HtmlSource
from dragoman.sources.json_files import JsonLinesSource, JsonSource
from dragoman.sources.lists import WEB_LISTS, ListSource, UrlListSource, not_fetched
from dragoman.sources.mailboxes import MboxSource, MessageSource
from dragoman.sources.pages import Fetch
from dragoman.sources.parquet import ParquetSource
from dragoman.sources.pdf import PdfSource
from dragoman.sources.plain_text import PlainTextSource
from dragoman.sources.protocol import Defaults, Extract, Source, SourceFactory, source_for
from dragoman.sources.standard_input import SniffedSource
from dragoman.sources.tables import CsvSource, TsvSource
from dragoman.sources.url_lists import is_list
from dragoman.sources.warc import WarcSource
from dragoman.sources.web import WebSource

GROUP = "dragoman.sources"

BUILT_IN: tuple[SourceFactory, ...] = (
    PlainTextSource,
    HtmlSource,
    JsonLinesSource,
    JsonSource,
    CsvSource,
    TsvSource,
    ParquetSource,
    GzipSource,
    WarcSource,
    MessageSource,
    MboxSource,
    PdfSource,
)

_OPEN_STREAMS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""Streams that are open already, such as those that a shell makes of `<(command)`."""

_HEAD = 1 << 16
"""Bytes of a text file looked at to see whether it is a list of web addresses."""


def registered_sources(extract: Extract | None = None, fetch: Fetch | None = None) -> list[Source]:
    """Return a reader of every kind, built-in ones first, then plugged-in ones by name.

    Args:
        extract: extractor of main texts, needed for web pages only.
        fetch: gets pages from the web; None where that was not asked for.

    Raises:
        OptionError: a plugged-in source cannot be loaded, is no source, or claims a suffix that is taken.
    """
    found: dict[str, Source] = {}
    sources: list[Source] = []
    for source in _all(extract, fetch, entry_points(group=GROUP)):
        for suffix in source.suffixes:
            if suffix in found:
                names = f"{found[suffix].name!r} and {source.name!r}"
                raise OptionError(f"two sources read {suffix}: {names}. Uninstall one of them")
            found[suffix] = source
        sources.append(source)
    return sources


def sources_by_suffix(extract: Extract | None = None, fetch: Fetch | None = None) -> dict[str, Source]:
    """Return the reader for each file name ending; raises OptionError as `registered_sources` does."""
    return {suffix: source for source in registered_sources(extract, fetch) for suffix in source.suffixes}


def open_source(path: str | Path, *, extract: Extract | None = None, fetch: Fetch | None = None) -> Source:
    """Return the source that reads a file, a folder, standard input ("-") or, with a fetcher, a web address.

    Args:
        path: what the user gave. A file without a suffix is read by its first characters, as `-` is.
        extract: extractor of main texts, needed for web pages only.
        fetch: gets pages from the web; None where that was not asked for.

    Raises:
        InputError: there is nothing at `path` or a pipe or device, no source reads files of its suffix, or its
            articles are on the web and there is no fetcher.
        OptionError: a plugged-in source is broken.
    """
    name = str(path)
    if name == "-":
        return SniffedSource(extract)
    if name.lower().startswith(("http://", "https://")):
        if fetch is None:
            remedy = "Say --fetch to get it from the web, or save the page and give the file"
            raise InputError(name, "a web address, not a file", remedy)
        return WebSource(extract, fetch)
    sources = sources_by_suffix(extract, fetch)
    file = Path(path)
    try:
        file.stat()
    except PermissionError as error:
        raise InputError(name, "permission denied", "Allow reading the folder that holds it") from error
    except (OSError, ValueError) as error:
        raise InputError(name, "no such file or folder", "Check the spelling and the current folder") from error
    if file.is_dir():
        return FolderSource(sources)
    if not file.is_file():
        if name.startswith(_OPEN_STREAMS):
            return SniffedSource(extract)
        # opening a pipe to which nobody writes would wait for ever, and a device may have no end
        raise InputError(name, "not a regular file", f"Pass what it holds to standard input: dragoman code - < {name}")
    if is_mail(name):
        return MessageSource(extract)
    source = source_for(name, sources)
    if (source is None or isinstance(source, PlainTextSource)) and _lists_addresses(file):
        source = UrlListSource(extract, fetch)
    if isinstance(source, ListSource) and source.waits_for_fetch:
        raise InputError(name, *not_fetched(source.name))
    if source or not file.suffix:
        return source or SniffedSource(extract)
    known = ", ".join(sorted(sources))
    raise InputError(name, f"no source reads files ending in {file.suffix}", f"Give one of {known}, or pipe text to -")


def read_paths(
    paths: Iterable[str | Path],
    *,
    defaults: Defaults | None = None,
    extract: Extract | None = None,
    fetch: Fetch | None = None,
) -> Iterator[Document | Failure]:
    """Read files, folders and standard input one after the other.

    All paths are checked before the first is read. Of several those that cannot be opened are yielded as failures,
    and what is given twice, also inside a folder that is given, is read once, with a note.

    Args:
        paths: what the user gave, "-" for standard input.
        defaults: date, outlet and genre for documents that do not tell their own.
        extract: extractor of main texts, needed for web pages only.
        fetch: gets pages from the web (`fetching.Fetcher`); None where that was not asked for.

    Raises:
        InputError: the only path does not exist, is no regular file, no source reads it, or it needs fetching and
            there is no fetcher.
        OptionError: the default date is not a date, or a plugged-in source is broken.
    """
    defaults = defaults or Defaults()
    outlet = defaults.outlet if defaults.outlet and defaults.outlet.strip() else None
    checked = Defaults(published=published_day(defaults.published), outlet=outlet)
    names = [str(path) for path in paths]
    if len(names) == 1:
        read = open_source(names[0], extract=extract, fetch=fetch).read(names[0], defaults=checked)
    else:
        read = _read_once([(name, _opened(name, extract, fetch)) for name in names], checked)
    return (_of_genre(_nameable(item), defaults.genre) for item in read)


def _of_genre(item: Document | Failure, genre: str | None) -> Document | Failure:
    """A document that tells no genre gets this one."""
    if genre is None or isinstance(item, Failure) or item.genre:
        return item
    return msgspec.structs.replace(item, genre=genre)


def _opened(name: str, extract: Extract | None, fetch: Fetch | None) -> Source | Failure:
    """The source that reads a path, or why there is none."""
    try:
        return open_source(name, extract=extract, fetch=fetch)
    except InputError as error:
        return Failure(path=name, place=error.place, problem=error.problem, remedy=error.remedy)


def _read_once(opened: Iterable[tuple[str, Source | Failure]], defaults: Defaults) -> Iterator[Document | Failure]:
    """Read sources one after the other, each file once."""
    seen: set[str] = set()
    for name, source in opened:
        if isinstance(source, Failure):
            yield source
        elif isinstance(source, FolderSource):
            yield from source.read(name, defaults=defaults, seen=seen)
        else:
            place = name if isinstance(source, WebSource) or name == "-" else os.path.realpath(name)
            if place in seen:
                yield given_twice(name)
            else:
                seen.add(place)
                yield from source.read(name, defaults=defaults)


def _nameable(item: Document | Failure) -> Document | Failure:
    """Replace what is not UTF-8 in a file's name, which could be neither stored nor printed."""
    if item.path is None or item.path.isascii():
        return item
    path = item.path.encode("utf-8", "replace").decode("utf-8")
    return item if path == item.path else msgspec.structs.replace(item, path=path)


def _lists_addresses(file: Path) -> bool:
    """Whether a text file holds nothing but web addresses; False where it cannot be read."""
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False
    if len(head) == _HEAD:
        head = head.rsplit(b"\n", 1)[0]
    return is_list(head.decode("utf-8", "replace").lstrip("\ufeff"))


def _all(extract: Extract | None, fetch: Fetch | None, plugs: Iterable[EntryPoint]) -> Iterator[Source]:
    for factory in BUILT_IN:
        yield factory(extract)
    for kind in WEB_LISTS:
        yield kind(extract, fetch)
    for plug in sorted(plugs, key=lambda plug: plug.name):
        try:
            source = plug.load()(extract)
        except Exception as error:  # foreign code may fail in any way; the message must name the plug
            raise OptionError(f"source {plug.name!r} ({plug.value}) cannot be loaded: {error}") from error
        if not isinstance(source, Source):
            raise OptionError(f"source {plug.name!r} ({plug.value}) lacks name, suffixes or read. See {GROUP}")
        yield source
