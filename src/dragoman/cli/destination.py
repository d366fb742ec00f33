"""Where output goes: standard output, or a file that appears only once it is complete."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import InputError


@contextlib.contextmanager
def open_output(out: str | None) -> Iterator[BinaryIO]:
    """Open standard output (None or "-") or a file, which takes its name only when all is written.

    Raises:
        InputError: the file cannot be written.
    """
    if out is None or out == "-":
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(out)
    if target.exists() and not target.is_file():
        # a device or pipe must be written to, never replaced
        with _refusals(out), target.open("wb") as stream:
            yield stream
        return
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise _refused(out, error) from error
    path = Path(name)
    try:
        with _refusals(out), os.fdopen(handle, "wb") as stream:
            yield stream
            # a temporary file is private; what a user asks for follows the usual rights
            path.chmod(0o666 & ~_umask())
        path.replace(target)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def _refusals(out: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _refused(out, error) from error


def _refused(out: str, error: OSError) -> InputError:
    return InputError(out, f"cannot be written ({error.strerror})", "Check the folder and your rights")


def on_terminal() -> bool:
    """True where standard output is a terminal."""
    return sys.stdout.isatty()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
