"""Files that hold what others say in a form that is read at once: a fingerprint of those others, then data.

Where the fingerprint does not fit, or the file is missing, the others are read and the file is written anew, if the folder may be written.
"""

from __future__ import annotations

import gc
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SIZE = hashlib.sha256().digest_size


def fingerprint(paths: Iterable[Path]) -> bytes:
    """A SHA-256 digest of the files' names and contents, in this order; of those that cannot be read of their names."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode())
        with suppress(OSError):
            content = path.read_bytes()
            digest.update(len(content).to_bytes(8, "big"))
            digest.update(content)
    return digest.digest()


def read_content(path: Path, print_: bytes) -> memoryview | None:
    """What stands behind the fingerprint; None where the file is missing or has another one."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return memoryview(content)[_SIZE:] if content[:_SIZE] == print_ else None


def write_content(path: Path, print_: bytes, content: bytes) -> bool:
    """Write the file in one step, so that nobody reads half of it; False where the folder cannot be written."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    except OSError:
        return False
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(print_ + content)
        part.chmod(0o644)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        return False
    return True


@contextmanager
def no_collection() -> Iterator[None]:
    """Without looking for garbage: where many small objects are made and all are kept, that only costs."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
