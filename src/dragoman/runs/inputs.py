"""Hashes of what a run read, for its manifest."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def input_hashes(paths: Iterable[str]) -> list[dict[str, Any]]:
    """Describe each input: `path`, number of `files`, `bytes`, and `sha256`.

    The hash of a folder is that of its files' paths inside it and hashes, in order. It is None for standard input,
    web addresses, and where something cannot be read.
    """
    return [_described(path) for path in paths]


def _described(path: str) -> dict[str, Any]:
    nothing = {"path": path, "files": 0, "bytes": 0, "sha256": None}
    place = Path(path)
    try:
        if place.is_file():
            return {"path": path, "files": 1, "bytes": place.stat().st_size, "sha256": _hash(place)}
        if path == "-" or not place.is_dir():
            return nothing
        digest, files, size = hashlib.sha256(), 0, 0
        for file in _files(place):
            files, size = files + 1, size + file.stat().st_size
            digest.update(f"{file.relative_to(place).as_posix()}\0{_hash(file)}\n".encode("utf-8", "surrogateescape"))
    except (OSError, ValueError):
        return nothing
    return {"path": path, "files": files, "bytes": size, "sha256": digest.hexdigest()}


def _files(folder: Path) -> Iterator[Path]:
    for place, below, names in os.walk(folder):
        below.sort()
        yield from (Path(place, name) for name in sorted(names) if Path(place, name).is_file())


def _hash(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
