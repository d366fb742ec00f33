"""Each kind of bad input becomes one failure that names file, place and remedy, and the rest is read."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.records import Document, Failure
from dragoman.sources import Defaults, Page, read_paths
from dragoman.sources.decoding import MAX_BYTES
from dragoman.sources.safe_xml import XmlError
from dragoman.sources.web import list_in

GOOD = {"text": "Envoys met in Geneva."}


def read(*paths: Path | str, **defaults: str) -> tuple[list[Document], list[Failure]]:
    items = list(read_paths(paths, defaults=Defaults(**defaults)))
    documents = [item for item in items if isinstance(item, Document)]
    failures = [item for item in items if isinstance(item, Failure)]
    return documents, failures


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def only(failures: list[Failure], path: Path) -> Failure:
    assert len(failures) == 1, [str(failure) for failure in failures]
    assert failures[0].path == str(path)
    assert failures[0].remedy
    assert str(failures[0]).startswith(str(path))
    return failures[0]


def lines(*rows: object) -> str:
    return "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet"])
@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = written(tmp_path / f"a{suffix}", content)
    documents, failures = read(path)
    assert documents == []
    problem = only(failures, path).problem
    assert "empty" in problem or (suffix == ".parquet" and content and "not a readable Parquet" in problem)


@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".json", ".csv"])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x7fELF\x02\x00\x00junk", "binary data"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04 docx", "ZIP or Office"),
        ("talks".encode("utf-16"), "UTF-16"),
    ],
)
def test_binary_files_are_told_once(tmp_path: Path, suffix: str, content: bytes, words: str) -> None:
    path = written(tmp_path / f"a{suffix}", content + b"\nmore\nlines\n")
    documents, failures = read(path)
    assert documents == []
    failure = only(failures, path)
    assert words in failure.problem
    assert failure.place.startswith("byte ")


def test_broken_utf8_in_a_text_names_the_byte_and_iconv(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", b"\xef\xbb\xbfCaf\xe9 talks")
    documents, failures = read(path)
    failure = only(failures, path)
    assert documents == []
    assert failure.place == "byte 6"
    assert "0xe9" in failure.problem
    assert "iconv" in failure.remedy


def test_broken_utf8_in_one_line_names_line_and_byte_and_the_rest_goes_on(tmp_path: Path) -> None:
    first = lines(GOOD).encode()
    path = written(tmp_path / "a.jsonl", first + b'{"text": "caf\xe9"}\n' + first)
    documents, failures = read(path)
    failure = only(failures, path)
    assert [document.path for document in documents] == [f"{path}:1", f"{path}:3"]
    assert failure.place == f"line 2, byte {len(first) + 13}"


def test_malformed_json_on_line_seven_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", lines(*[GOOD] * 6, '{"text": "cut off', GOOD))
    documents, failures = read(path)
    failure = only(failures, path)
    assert len(documents) == 7
    assert failure.place == "line 7"
    assert "malformed JSON" in failure.problem


@pytest.mark.parametrize(
    ("line", "words"), [("[1]", "a list"), ('"x"', "a string"), ("7", "a number"), ("null", "null")]
)
def test_json_that_is_no_object_is_told(tmp_path: Path, line: str, words: str) -> None:
    path = written(tmp_path / "a.jsonl", lines(GOOD, line, GOOD))
    documents, failures = read(path)
    assert len(documents) == 2
    failure = only(failures, path)
    assert failure.place == "line 2"
    assert f"JSON that is {words}, not an object" in failure.problem


def test_a_malformed_json_list_says_that_lines_are_more_robust(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", '[{"text": "x"}, {"text"]')
    assert ".jsonl" in only(read(path)[1], path).remedy


def test_deeply_nested_json_does_not_end_the_run(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", lines(GOOD, "[" * 100_000, GOOD))
    documents, failures = read(path)
    assert len(documents) == 2
    assert only(failures, path).place == "line 2"


@pytest.mark.parametrize(
    "content",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '[{"text": "x", "title": ' + "[" * 100_000,
        '{"text": "x", "title": ' + "[" * 100_000,
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.json.gz", "a"])
def test_json_nested_without_end_is_told_and_spares_the_other_files(tmp_path: Path, name: str, content: str) -> None:
    data = content.encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    (tmp_path / "b.txt").write_text("Envoys met in Geneva.")
    documents, failures = read(tmp_path / name, tmp_path / "b.txt")
    assert [document.text for document in documents] == ["Envoys met in Geneva."]
    assert "nested too deeply" in only(failures, tmp_path / name).problem


@pytest.mark.parametrize("depth", [200, 900])
def test_a_deeply_nested_value_of_a_column_is_told_in_a_short_line(tmp_path: Path, depth: int) -> None:
    path = written(tmp_path / "a.jsonl", f'{{"text": "x", "title": {"[" * depth}{"]" * depth}}}'.encode())
    assert len(str(only(read(path)[1], path))) < 400


def test_a_message_in_a_message_without_end_is_told(tmp_path: Path) -> None:
    head = "From: a@b.org\nDate: Sat, 17 Dec 2016 09:30:00 +0300\n"
    path = written(tmp_path / "a.eml", (head + "Content-Type: message/rfc822\n\n" * 5000 + "Talks.").encode())
    assert "not a readable message" in only(read(path)[1], path).problem


@pytest.mark.parametrize("element", ["<item>", "<url>", "<channel><item><title>"])
def test_a_feed_or_sitemap_nested_without_end_is_no_end_of_the_run(element: str) -> None:
    for root in ("<rss>", "<urlset>"):
        page = Page(url="https://example.org/feed", body=(root + element * 50_000).encode(), media_type="text/xml")
        try:
            assert list(list_in(page) or ()) == []
        except XmlError as error:
            assert "malformed" in str(error)


@pytest.mark.parametrize("given", ["[", "[[[[", "{", "[ ", '{\n  "text": \n}\n', '{\n  "text": "x"\n'])
def test_unfinished_json_on_standard_input_is_one_failure_with_a_remedy(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(given.encode())))
    (failure,) = read_paths(["-"])
    assert isinstance(failure, Failure)
    assert "malformed JSON" in failure.problem and failure.remedy


@pytest.mark.skipif(find_spec("pypdf") is None, reason="reads PDF")
def test_a_damaged_pdf_is_told_and_nothing_else_is_said(tmp_path: Path) -> None:
    path = written(tmp_path / "a.pdf", b"%PDF-1.4\nno end of file in it")
    script = f"from dragoman.sources import read_paths; print(*read_paths([{str(path)!r}]))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "not a readable PDF" in done.stdout


@pytest.mark.parametrize("given", [None, "2001-01-01"])
def test_a_given_day_does_not_stand_in_for_an_unreadable_one_and_the_note_says_so(
    tmp_path: Path, given: str | None
) -> None:
    path = written(tmp_path / "a.csv", b'text,published\nEnvoys met.,"03/04/2016"\nEnvoys left.,\n')
    failure, first, second = read_paths([path], defaults=Defaults(published=given))
    assert isinstance(failure, Failure) and isinstance(first, Document) and isinstance(second, Document)
    assert (first.published, second.published) == (None, given)
    assert ("2001-01-01 is only for articles that tell none" in failure.problem) == (given is not None)


@pytest.mark.parametrize("suffix", [".jsonl", ".json", ".csv", ".parquet"])
def test_a_missing_text_column_names_the_columns_found(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    row = {"id": "1", "body": "Envoys met."}
    if suffix == ".parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq

        pq.write_table(pa.Table.from_pylist([row]), path)
    else:
        content = {".jsonl": lines(row), ".json": json.dumps([row]), ".csv": "id,body\n1,Envoys met.\n"}
        written(path, content[suffix])
    documents, failures = read(path)
    assert documents == []
    failure = only(failures, path)
    assert "no column 'text'" in failure.problem
    assert "id, body" in failure.problem


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_an_empty_text_is_told_and_the_rest_goes_on(tmp_path: Path, text: str) -> None:
    path = written(tmp_path / "a.jsonl", lines({"text": text}, GOOD))
    documents, failures = read(path)
    assert len(documents) == 1
    failure = only(failures, path)
    assert (failure.place, failure.problem) == ("line 1, column 'text'", "empty text")


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ({"text": 5}, "text", "a number"),
        ({"text": None}, "text", "null"),
        ({"text": "a\x00b"}, "text", "NUL at character 1"),
        (GOOD | {"title": ["x"]}, "title", "a list"),
        (GOOD | {"url": {"x": 1}}, "url", "an object"),
        (GOOD | {"id": "x\x00"}, "id", "NUL"),
    ],
)
def test_values_of_the_wrong_kind_name_the_column(
    tmp_path: Path, row: dict[str, object], column: str, words: str
) -> None:
    path = written(tmp_path / "a.jsonl", lines(row, GOOD))
    documents, failures = read(path)
    assert len(documents) == 1
    failure = only(failures, path)
    assert failure.place == f"line 1, column '{column}'"
    assert words in failure.problem


def test_half_a_character_in_json_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", lines('{"text": "talks \\ud83d in Doha"}', GOOD))
    documents, failures = read(path)
    assert len(documents) == 1
    assert only(failures, path).place.startswith("line 1")


@pytest.mark.parametrize("date", ["next week", "03/04/2016", "2016", "2016-13-01", 20161217, "2016/02/30"])
def test_an_unreadable_date_is_told_and_the_document_read_without_it(tmp_path: Path, date: object) -> None:
    path = written(tmp_path / "a.jsonl", lines(GOOD | {"published": date}))
    documents, failures = read(path, published="2020-01-01")
    failure = only(failures, path)
    assert [document.published for document in documents] == [None]
    assert failure.stage == "date"
    assert failure.place == "line 1, column 'published'"
    assert "unreadable date" in failure.problem
    assert "2016-12-17" in failure.remedy


def test_an_unreadable_date_in_a_table_names_row_and_column(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "text,published\nTalks.,2016-12-17\nMore talks.,soon\n")
    documents, failures = read(path)
    assert [document.published for document in documents] == ["2016-12-17", None]
    assert only(failures, path).place == "row 3 (line 3), column 'published'"


def test_the_second_document_with_an_id_is_told_with_the_place_of_the_first(tmp_path: Path) -> None:
    first, other = {"id": "7", "text": "Talks."}, {"id": 7, "text": "Other talks."}
    path = written(tmp_path / "a.jsonl", lines(first, GOOD, other, GOOD))
    documents, failures = read(path)
    failure = only(failures, path)
    assert len(documents) == 3
    assert failure.place == "line 3, column 'id'"
    assert "line 1" in failure.problem


def test_an_identical_row_is_read_once_and_is_no_failure(tmp_path: Path) -> None:
    row = {"id": "7", "text": "Talks."}
    path = written(tmp_path / "a.jsonl", lines(row, row, row))
    documents, failures = read(path)
    assert (len(documents), failures) == (1, [])


def test_an_overlong_line_is_told_by_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(lines(GOOD).encode())
        file.write(b'{"text": "' + b"x" * 50_000_000 + b'"}\n')
        file.write(lines(GOOD).encode())
    documents, failures = read(path)
    assert [document.path for document in documents] == [f"{path}:1", f"{path}:3"]
    failure = only(failures, path)
    assert failure.place == "line 2"
    assert "20,000,000 bytes" in failure.problem


def test_a_text_of_more_than_twenty_megabytes_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", b"x" * (MAX_BYTES + 1))
    assert "larger than 20,000,000 bytes" in only(read(path)[1], path).problem
    path.write_bytes(b"x" * MAX_BYTES)
    assert len(read(path)[0]) == 1


def test_a_row_with_too_many_fields_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "id,text\n1,Talks, again\n2,Talks.\n")
    documents, failures = read(path)
    assert [document.id for document in documents] == ["2"]
    failure = only(failures, path)
    assert failure.place == "row 2 (line 2)"
    assert "3 fields where the header has 2" in failure.problem
    assert "quotes" in failure.remedy


def test_a_quote_that_is_never_closed_names_the_row_where_it_opens(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", 'id,text\n1,Talks.\n2,"They said.\n3,More.\n')
    documents, failures = read(path)
    assert [document.id for document in documents] == ["1"]
    failure = only(failures, path)
    assert failure.place == "row 3 (line 3)"
    assert "never closed" in failure.problem


def test_broken_utf8_inside_a_quoted_text_spoils_that_row_only(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", b'id,text\n1,"one\ncaf\xe9\nthree"\n2,Talks.\n')
    documents, failures = read(path)
    assert [document.id for document in documents] == ["2"]
    assert only(failures, path).place.startswith("line 3, byte ")


def test_broken_utf8_says_more_than_the_malformed_row_that_it_is_in(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", b'id,text\n1,"caf\xe9"x\n2,Talks.\n')
    documents, failures = read(path)
    assert [document.id for document in documents] == ["2"]
    assert only(failures, path).place.startswith("line 2, byte ")


def test_an_overlong_line_that_opens_a_quote_spoils_the_row_up_to_its_end_only(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", b'id,text\n1,"' + b"x" * 30_000_000 + b'\nthe end, of it"\n2,Talks.\n')
    documents, failures = read(path)
    assert [document.id for document in documents] == ["2"]
    assert only(failures, path).place == "line 2"


def test_an_overlong_line_spoils_that_row_of_a_table_only(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", b'id,text\n1,"' + b"x" * 30_000_000 + b'"\n2,"a\nb"\n')
    documents, failures = read(path)
    assert [(document.id, document.text) for document in documents] == [("2", "a\nb")]
    assert only(failures, path).place == "line 2"


def test_a_damaged_parquet_file_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", b"PAR1 this is no table PAR1")
    failure = only(read(path)[1], path)
    assert "not a readable Parquet file" in failure.problem


def test_a_parquet_file_whose_column_names_are_no_utf8_is_told(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist([GOOD] * 3), path)
    path.write_bytes(path.read_bytes().replace(b"text", b"\xca\xff\xfe\xca"))
    documents, failures = read(path)
    assert documents == []
    assert only(failures, path).problem


def test_a_parquet_file_cut_short_is_told(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist([GOOD] * 100), path)
    path.write_bytes(path.read_bytes()[:-20])
    assert "not a readable Parquet file" in only(read(path)[1], path).problem


def test_parquet_values_of_the_wrong_kind_name_row_and_column(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": [b"bytes", b"more"]}), path)
    documents, failures = read(path)
    assert documents == []
    assert [failure.place for failure in failures] == ["row 1, column 'text'", "row 2, column 'text'"]


def test_a_file_without_permission_is_told_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the superuser may read everything, so the refusal is played
    closed = written(tmp_path / "a.txt", "secret talks")
    written(tmp_path / "b.txt", "open talks")
    opening = Path.open

    def refuse(path: Path, *args: object, **kwargs: object) -> object:
        if path == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return opening(path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", refuse)
    documents, failures = read(tmp_path)
    assert [document.text for document in documents] == ["open talks"]
    failure = only(failures, closed)
    assert failure.problem == "permission denied"
    assert "chmod" in failure.remedy
