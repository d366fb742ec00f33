"""A folder: every readable file in it and below it, in the order of their names."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from dragoman.records import Document, Failure
from dragoman.sources.dates import iso_date
from dragoman.sources.decoding import unreadable
from dragoman.sources.protocol import Defaults, Source, source_for

_ABOUT_THE_FOLDER = {"readme", "license", "licence", "copying", "notice", "changelog"}


class FolderSource:
    """Reads a folder and those below it.

    Mail folders (Maildir, MH) in it are read as mail. In folders named `outlet=NAME` or `published=DATE`, as
    partitioned tables have them, that is taken for documents that do not tell their own.
    Hidden files and folders, and files about the folder itself (README, LICENSE), are passed over silently.
    Files of a kind that no source reads are told once a suffix.
    """

    name = "folder"
    suffixes: tuple[str, ...] = ()

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """Make a reader from the sources by suffix."""
        self._sources = sources

    def read(self, path: str, *, defaults: Defaults, seen: set[str] | None = None) -> Iterator[Document | Failure]:
        """Yield the documents and failures of all files below `path`.

        Args:
            seen: real paths of files that are left out because they were read before; those read now are added.
                None where nothing else is read.
        """
        skipped: dict[str, list[str]] = defaultdict(list)
        again: list[str] = []
        found = False
        for entry in _files(path):
            if isinstance(entry, Failure):
                found = True
                yield entry
                continue
            source = source_for(entry, self._sources)
            if is_mail(entry):
                source = self._sources.get(".eml", source)
            if source is None or getattr(source, "waits_for_fetch", False):
                skipped[Path(entry).suffix.lower()].append(entry)
            elif seen is not None and (real := os.path.realpath(entry)) in seen:
                found = True
                again.append(entry)
            else:
                found = True
                if seen is not None:
                    seen.add(real)
                yield from source.read(entry, defaults=_partition(entry, path, defaults))
        if again:
            yield given_twice(path, again)
        for suffix, names in sorted(skipped.items()):
            yield _not_read(path, suffix, names, self._sources)
        if not found and not skipped:
            remedy = f"Put files ending in {', '.join(sorted(self._sources))} into it"
            yield Failure(path=path, place="", problem="no file to read in this folder", remedy=remedy)


def given_twice(path: str, files: list[str] | None = None) -> Failure:
    """Return the note on an input that was given before, or some of whose files were."""
    problem = "given twice, read once"
    if files:
        shown = ", ".join(os.path.relpath(file, path) for file in files[:3])
        count = f"{len(files):,} file{'s' if len(files) > 1 else ''}"
        problem = f"{count} given twice, read once ({shown}{', …' if len(files) > 3 else ''})"
    return Failure(path=path, place="", problem=problem, remedy="Give each input once", stage="skip")


def is_mail(path: str) -> bool:
    """Whether a file is a message by the folder that it lies in: `cur` or `new` of a Maildir, or a number in MH."""
    file = Path(path)
    if file.parent.name in ("cur", "new"):
        return all((file.parent.parent / name).is_dir() for name in ("cur", "new"))
    return file.name.isdigit() and (file.parent / ".mh_sequences").exists()


def _partition(file: str, folder: str, defaults: Defaults) -> Defaults:
    """Return the defaults with what the names of the folders between say, as in `outlet=Reuters/part-0.csv`."""
    told: dict[str, str | None] = {"published": defaults.published, "outlet": defaults.outlet}
    for name in Path(os.path.relpath(file, folder)).parts[:-1]:
        key, mark, value = name.partition("=")
        value = unquote(value)
        if mark and key == "outlet":
            told["outlet"] = value or defaults.outlet
        elif mark and key in ("published", "date"):
            told["published"] = iso_date(value) or defaults.published
    return Defaults(**told)


def _files(path: str) -> Iterator[str | Failure]:
    errors: list[OSError] = []
    for folder, below, names in os.walk(path, onerror=errors.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        if {"cur", "new", "tmp"} <= set(below):
            below.remove("tmp")  # mail that is only half delivered
        for name in below:
            if Path(folder, name).is_symlink():
                # following links could go round in circles
                problem = "a link to a folder, not followed"
                link, remedy = str(Path(folder, name)), "Pass the folder that it points to by itself"
                yield Failure(path=link, place="", problem=problem, remedy=remedy, stage="skip")
        for name in sorted(names):
            if name.startswith(".") or Path(name).stem.lower() in _ABOUT_THE_FOLDER:
                continue
            file = Path(folder, name)
            if file.exists() and not file.is_file():
                # opening a pipe or a device would wait for ever
                problem = "not a regular file"
                yield Failure(
                    path=str(file), place="", problem=problem, remedy="Pass what it holds to standard input, as -"
                )
            else:
                yield str(file)
        while errors:
            yield unreadable(errors[0].filename or path, errors.pop(0))
    for error in errors:
        yield unreadable(error.filename or path, error)


def _not_read(path: str, suffix: str, names: list[str], sources: Mapping[str, Source]) -> Failure:
    count = f"{len(names)} file{'s' if len(names) > 1 else ''}"
    remedy = f"Only files ending in {', '.join(sorted(sources))} are read"
    if suffix and source_for(names[0], sources):
        remedy = "Their articles are on the web: say --fetch to get them from there"
    shown = ", ".join(os.path.relpath(name, path) for name in names[:3])
    return Failure(
        path=path,
        place="",
        problem=f"{count} {f'ending in {suffix}' if suffix else 'without a suffix'} skipped"
        f" ({shown}{', …' if len(names) > 3 else ''})",
        remedy=remedy,
        stage="skip",
    )
