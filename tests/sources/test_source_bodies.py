"""Packed bodies: damaged ones are refused in our own words, and none takes longer than its size deserves."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from timing import seconds

from dragoman.sources.bodies import BrokenError, TooLargeError, gunzip, unzip_only


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in files.items():
            written.writestr(name, data)
    return out.getvalue()


def test_an_archive_whose_parts_are_said_to_lie_before_its_beginning_is_refused() -> None:
    """Found by benchmarks/fuzz.py: bytes lost inside make Python's reader seek to a place below zero."""
    good = archive(a=b"talks " * 100)
    for lost in range(1, 40):
        with pytest.raises(BrokenError, match="not a readable ZIP archive"):
            unzip_only(good[:10] + good[10 + lost :])


def test_an_archive_of_several_files_is_still_told_as_such() -> None:
    with pytest.raises(BrokenError, match="an archive of 2 files"):
        unzip_only(archive(a=b"1", b=b"2"))


@pytest.mark.parametrize("size", [0, 1, 500, 512, 513, 70_000, 300_000])
def test_members_of_any_size_come_out_whole(size: int) -> None:
    data = bytes(number * 7919 % 251 for number in range(size))
    packed = gzip.compress(data, mtime=0)
    assert gunzip(packed + packed + b"\0" * 9) == data + data


def test_a_body_of_very_many_members_takes_time_by_its_size() -> None:
    """It took time by the square of their number."""
    packed = gzip.compress(b"", mtime=0) * 200_000
    assert gunzip(packed) == b""
    assert seconds(lambda: gunzip(packed)) < 5


@pytest.mark.parametrize("cut", [1, 5, 12, 30])
def test_a_member_that_breaks_off_is_refused(cut: int) -> None:
    with pytest.raises(BrokenError, match="it breaks off"):
        gunzip(gzip.compress(b"talks in Geneva " * 50, mtime=0)[:-cut])


def test_the_limit_counts_over_all_members() -> None:
    packed = gzip.compress(b"a" * 60, mtime=0)
    assert gunzip(packed, limit=60) == b"a" * 60
    with pytest.raises(TooLargeError):
        gunzip(packed + packed, limit=100)
