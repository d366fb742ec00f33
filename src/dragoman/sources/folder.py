"""A folder: every readable file in it and below it, in the order of their names."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from dragoman.records import Document, Failure
from dragoman.sources.decoding import unreadable
from dragoman.sources.protocol import Defaults, Source

_ABOUT_THE_FOLDER = {"readme", "license", "licence", "copying", "notice", "changelog"}


class FolderSource:
    """Reads a folder and those below it.

    Hidden files and folders, and files about the folder itself (README, LICENSE), are passed over silently.
    Files of a kind that no source reads are told once a suffix.
    """

    name = "folder"
    suffixes: tuple[str, ...] = ()

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """Make a reader from the sources by suffix."""
        self._sources = sources

    def read(self, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the documents and failures of all files below `path`."""
        skipped: dict[str, list[str]] = defaultdict(list)
        found = False
        for entry in _files(path):
            if isinstance(entry, Failure):
                found = True
                yield entry
                continue
            suffix = Path(entry).suffix.lower()
            if source := self._sources.get(suffix):
                found = True
                yield from source.read(entry, defaults=defaults)
            else:
                skipped[suffix].append(entry)
        for suffix, names in sorted(skipped.items()):
            yield _not_read(path, suffix, names, self._sources)
        if not found and not skipped:
            remedy = f"Put files ending in {', '.join(sorted(self._sources))} into it"
            yield Failure(path=path, place="", problem="no file to read in this folder", remedy=remedy)


def _files(path: str) -> Iterator[str | Failure]:
    errors: list[OSError] = []
    for folder, below, names in os.walk(path, onerror=errors.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
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
                yield Failure(path=str(file), place="", problem=problem, remedy="Pass it by itself, or as -")
            else:
                yield str(file)
        while errors:
            yield unreadable(errors[0].filename or path, errors.pop(0))
    for error in errors:
        yield unreadable(error.filename or path, error)


def _not_read(path: str, suffix: str, names: list[str], sources: Mapping[str, Source]) -> Failure:
    count = f"{len(names)} file{'s' if len(names) > 1 else ''}"
    shown = ", ".join(os.path.relpath(name, path) for name in names[:3])
    return Failure(
        path=path,
        place="",
        problem=f"{count} {f'ending in {suffix}' if suffix else 'without a suffix'} skipped"
        f" ({shown}{', …' if len(names) > 3 else ''})",
        remedy=f"Only files ending in {', '.join(sorted(sources))} are read",
        stage="skip",
    )
