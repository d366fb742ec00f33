"""Lists of web addresses, one a line."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.sources.links import Link, is_web_address
from dragoman.sources.rows import shorten


def list_links(text: str) -> Iterator[Link | tuple[str, str]]:
    """Yield the addresses of a list in its order; place and words of a line that holds none.

    Blank lines and those that begin with "#" are passed over. A line may hold other words before the
    address, as GDELT's lists of files do (size, checksum, address).
    """
    for number, line in enumerate(text.splitlines(), start=1):
        said = line.split()
        if not said or said[0].startswith("#"):
            continue
        if is_web_address(said[-1]):
            yield Link(url=said[-1], place=f"line {number}", number=number)
        else:
            yield f"line {number}", shorten(line.strip())


def is_list(text: str) -> bool:
    """Whether a text is nothing but web addresses, one a line, comments aside; False where it holds none."""
    lines = [line.split() for line in text.splitlines()]
    said = [line for line in lines if line and not line[0].startswith("#")]
    return bool(said) and all(
        is_web_address(line[-1]) and (len(line) == 1 or (len(line) == 3 and line[0].isdigit())) for line in said
    )
