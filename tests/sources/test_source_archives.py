"""Web archives, packed partitions and partitioned folders: good ones, damaged ones, and bombs."""

from __future__ import annotations

import gzip
import json
import sys
import tracemalloc
from pathlib import Path

import pytest
from local_web import article, plain_extract

sys.path.insert(0, str(Path(__file__).parents[1] / "contract"))

from source_samples import http_answer, warc_record

from dragoman.records import Document, Failure
from dragoman.sources import Defaults, read_paths
from dragoman.text.extraction import extract_html

TEXT = "Envoys of the government and the rebels met in Oslo on Monday for talks on a ceasefire in the north."


def read(path: Path, *, extract: object = plain_extract, **defaults: str) -> tuple[list[Document], list[Failure]]:
    items = list(read_paths([path], defaults=Defaults(**defaults), extract=extract))  # type: ignore[arg-type]
    documents = [item for item in items if isinstance(item, Document)]
    return documents, [item for item in items if isinstance(item, Failure)]


def page(number: int, body: bytes | None = None, *headers: str, status: str = "200 OK") -> bytes:
    """Return a record with an answer of a news site."""
    body = f"<p>Text {number}.</p>".encode() if body is None else body
    answer = http_answer(body, *headers, status=status)
    return warc_record(answer, kind="response", url=f"https://news.example/{number}", media="application/http")


def packed(*records: bytes) -> bytes:
    """Return records packed one by one, as Common Crawl does."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)


INFO = warc_record(b"software: test\r\n", kind="warcinfo", media="application/warc-fields")


@pytest.mark.parametrize("form", ["plain", "record by record", "as a whole"])
def test_pages_of_an_archive_are_read_however_it_is_packed(tmp_path: Path, form: str) -> None:
    records = [
        INFO,
        warc_record(b"GET / HTTP/1.1\r\n\r\n", kind="request", media="application/http"),
        page(1, article(TEXT, published="2016-12-17")),
        page(2, b"\x89PNG", "Content-Type: image/png"),
        page(3, status="404 Not Found"),
        page(4, article("The rebels refused to come back to the table, their envoy in Oslo said late on Sunday.")),
    ]
    path = tmp_path / ("a.warc" if form == "plain" else "a.warc.gz")
    whole = b"".join(records)
    path.write_bytes({"plain": whole, "record by record": packed(*records)}.get(form) or gzip.compress(whole))
    documents, failures = read(path, extract=extract_html)
    assert failures == []
    assert [d.url for d in documents] == ["https://news.example/1", "https://news.example/4"]
    assert [d.path for d in documents] == [f"{path}:3", f"{path}:6"]
    assert documents[0].text.startswith(TEXT)
    assert (documents[0].title, documents[0].outlet) == ("Talks in Oslo", "Meridian Post")


def test_the_day_of_the_capture_is_not_taken_for_that_of_publication(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(page(1))
    assert read(path)[0][0].published is None
    assert read(path, published="2016-12-17")[0][0].published == "2016-12-17"


def test_text_extracts_of_common_crawl_are_read(tmp_path: Path) -> None:
    path = tmp_path / "CC-MAIN-20240501-00001.warc.wet.gz"
    record = warc_record("Talks in Genève\nEnvoys met.\n".encode())
    english = record.replace(b"Content-Type", b"WARC-Identified-Content-Language: eng,fra\r\nContent-Type")
    path.write_bytes(packed(INFO, english, warc_record(b"  \n")))
    (document,), (failure,) = read(path, outlet="Post")
    assert document.text == "Talks in Genève\nEnvoys met."
    assert (document.language, document.outlet) == ("en", "Post")
    assert "empty text" in failure.problem
    assert failure.place.startswith("record 3 (https://")


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(b"<p>Talks.</p>", mtime=0), ["Content-Encoding: gzip"]),
        (b"<p>Talks.</p>", ["Content-Encoding: gzip"]),  # kept unpacked, under the head as it was sent
        (b"6\r\n<p>Tal\r\n7;x=y\r\nks.</p>\r\n0\r\n\r\n", ["Transfer-Encoding: chunked"]),
        (b"<p>Talks.</p>", ["Transfer-Encoding: chunked"]),
    ],
)
def test_pages_are_unpacked_as_they_were_sent(tmp_path: Path, body: bytes, headers: list[str]) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(page(1, body, "Content-Type: text/html", *headers))
    assert [d.text for d in read(path)[0]] == ["Talks."]


def test_a_page_in_an_archive_that_swells_without_end_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * 30_000_000, 1)
    path = tmp_path / "a.warc"
    path.write_bytes(page(1, bomb, "Content-Type: text/html", "Content-Encoding: gzip") + page(2))
    documents, (failure,) = read(path)
    assert [d.text for d in documents] == ["Text 2."]
    assert "more than 20,000,000 bytes" in failure.problem


def test_a_record_that_swells_without_end_is_passed_over_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(page(1), page(2, b"\0" * 60_000_000), page(3)))
    tracemalloc.start()
    documents, (failure,) = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [d.text for d in documents] == ["Text 1.", "Text 3."]
    assert "larger than" in failure.problem
    assert failure.place.startswith("record 2")
    assert peak < 20_000_000


@pytest.mark.parametrize("damage", ["bits", "cut", "junk between"])
def test_a_damaged_record_does_not_take_the_others_with_it(tmp_path: Path, damage: str) -> None:
    members = [
        packed(page(number, f"<p>Text {number}.</p>".encode() + bytes(range(256)) * 9)) for number in range(1, 6)
    ]
    if damage == "bits":
        members[2] = members[2][:60] + b"\xff" * 40 + members[2][100:]
    elif damage == "cut":
        members[2] = members[2][:80]
    else:
        members[2] += b"<html>an error of the server</html>"
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(members))
    documents, failures = read(path)
    numbers = [int(d.text.split()[1].rstrip(".")) for d in documents]
    assert numbers == ([1, 2, 3, 4, 5] if damage == "junk between" else [1, 2, 4, 5])
    assert "damaged" in failures[0].problem


def test_junk_between_records_of_an_unpacked_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(page(1) + b"junk\r\nmore junk\r\n" + page(2))
    documents, (failure,) = read(path)
    assert len(documents) == 2
    assert failure.place == "before record 2"


@pytest.mark.parametrize(("value", "words"), [(b"many", "no length"), (b"-5", "no length"), (b"99999", "breaks off")])
def test_a_record_that_lies_about_its_length_is_told(tmp_path: Path, value: bytes, words: str) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + value + b"\r\n\r\nx\r\n\r\n")
    assert words in read(path)[1][0].problem


def test_an_archive_is_read_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        for number in range(400):
            file.write(packed(page(number, b"<p>Talks.</p>" + b"<div>x</div>" * 10_000)))
    items = read_paths([path], extract=plain_extract)
    tracemalloc.start()
    assert sum(isinstance(item, Document) for item in items) == 400
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000


def test_partitions_packed_with_gzip_are_read_as_if_they_were_not(tmp_path: Path) -> None:
    rows = [{"id": str(number), "text": f"Text {number}."} for number in range(3)]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    table = "id,text\n" + "".join(f"{row['id']},{row['text']}\n" for row in rows)
    for folder, content in (("jsonl", lines), ("csv", table)):
        (tmp_path / f"a.{folder}").write_text(content)
        (tmp_path / f"a.{folder}.gz").write_bytes(gzip.compress(content.encode()))
        plain, whole = read(tmp_path / f"a.{folder}")[0], read(tmp_path / f"a.{folder}.gz")[0]
        assert [d.id for d in whole] == [d.id for d in plain] == ["0", "1", "2"]
        assert [d.text for d in whole] == [d.text for d in plain]


def test_a_packed_partition_that_breaks_off_is_read_up_to_the_break(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"Text {number} {hash(str(number))}."}) + "\n" for number in range(20_000))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-2000])
    documents, failures = read(path)
    assert 1000 < len(documents) < 20_000
    assert "breaks off" in failures[-1].problem


def test_a_packed_table_that_swells_without_end_is_told_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "Talks."}\n' + b"x" * 50_000_000 + b"\n" + b'{"text": "More."}\n', 1))
    tracemalloc.start()
    documents, (failure,) = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [d.text for d in documents] == ["Talks.", "More."]
    assert "longer than" in failure.problem
    assert peak < 100_000_000


def test_folders_of_partitions_tell_outlet_and_day(tmp_path: Path) -> None:
    folder = tmp_path / "outlet=Gulf%20Ledger" / "published=2016-12-17"
    folder.mkdir(parents=True)
    own = {"text": "Own.", "outlet": "Reuters", "published": "2016-12-01"}
    (folder / "part-0.jsonl").write_text('{"text": "Talks."}\n' + json.dumps(own))
    (tmp_path / "outlet=Gulf%20Ledger" / "a.txt").write_text("Text.")
    documents, failures = read(tmp_path, published="2015-01-01")
    assert failures == []
    told = {d.text: (d.outlet, d.published) for d in documents}
    assert told == {
        "Talks.": ("Gulf Ledger", "2016-12-17"),
        "Own.": ("Reuters", "2016-12-01"),
        "Text.": ("Gulf Ledger", "2015-01-01"),
    }
