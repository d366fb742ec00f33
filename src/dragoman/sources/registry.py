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
from dragoman.sources.compressed import GzipSource
from dragoman.sources.dates import ACCEPTED, iso_date
from dragoman.sources.folder import FolderSource, is_mail
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
        InputError: there is nothing at `path`, no source reads files of its suffix, or its articles are on the
            web and there is no fetcher.
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
        return SniffedSource(extract)
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

    All paths are checked before the first is read.

    Args:
        paths: what the user gave, "-" for standard input.
        defaults: date and outlet for documents that do not tell their own.
        extract: extractor of main texts, needed for web pages only.
        fetch: gets pages from the web (`fetching.Fetcher`); None where that was not asked for.

    Raises:
        InputError: a path does not exist, no source reads it, or it needs fetching and there is no fetcher.
        OptionError: the default date is not a date, or a plugged-in source is broken.
    """
    defaults = defaults or Defaults()
    published = iso_date(defaults.published) if defaults.published else None
    if defaults.published and published is None:
        raise OptionError(f"published: unreadable date {defaults.published!r}. Write it like {ACCEPTED}")
    checked = Defaults(published=published, outlet=defaults.outlet)
    opened = [(str(path), open_source(path, extract=extract, fetch=fetch)) for path in paths]
    return (_nameable(item) for path, source in opened for item in source.read(path, defaults=checked))


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
