"""What each source makes of good input."""

from __future__ import annotations

import io
import json
import os
import sys
import tracemalloc
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.errors import InputError, OptionError
from dragoman.records import Document, Failure
from dragoman.sources import Defaults, iso_date, open_source, read_paths


def documents(*paths: Path | str, **defaults: str) -> list[Document]:
    items = list(read_paths(paths, defaults=Defaults(**defaults), extract=page_text))
    assert all(isinstance(item, Document) for item in items), [str(item) for item in items]
    return [item for item in items if isinstance(item, Document)]


def page_text(html: str, url: str | None) -> SimpleNamespace:
    """Stand in for the extractor of main texts."""
    found = {"title": None, "author": None, "published": None, "outlet": None, "language": None}
    if html.startswith("<!doctype json"):
        found |= json.loads(html.split(">", 1)[1])
        return SimpleNamespace(**found)
    return SimpleNamespace(text=html.split("<body>")[-1], **found)


def test_plain_text_keeps_everything_but_mark_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff  Talks\r\n\r\nin Genève \n".encode())
    (document,) = documents(path, published="2016/12/17", outlet="Example Post")
    assert document.text == "  Talks\n\nin Genève \n"
    assert (document.published, document.outlet, document.path) == ("2016-12-17", "Example Post", str(path))


@pytest.mark.parametrize("text", ["a\r\nb  ", "  “Talks” — said  \n\n the envoy\t", "😀 e\u0301 \u2028 x", 'a "b", c'])
def test_tables_keep_texts_exactly(tmp_path: Path, text: str) -> None:
    import csv

    import pyarrow as pa
    import pyarrow.parquet as pq

    row = {"text": text, "id": "0042", "extra": "ignored"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n")
    (tmp_path / "b.json").write_text(json.dumps([row]))
    for name, delimiter in (("c.csv", ","), ("d.csv", ";"), ("e.tsv", "\t")):
        with (tmp_path / name).open("w", newline="", encoding="utf-8-sig") as file:
            writer = csv.DictWriter(file, row, delimiter=delimiter)
            writer.writeheader()
            writer.writerow(row)
    pq.write_table(pa.Table.from_pylist([row]), tmp_path / "f.parquet")
    found = documents(tmp_path)
    assert len(found) == 6
    assert {(document.text, document.id) for document in found} == {(text, "0042")}


def test_all_columns_reach_the_document(tmp_path: Path) -> None:
    row = {
        "id": 7,
        "url": "https://example.org/7",
        "title": "Talks",
        "outlet": "Example Post",
        "published": "Sat, 17 Dec 2016 09:30:00 +0300",
        "author": "A. Writer",
        "genre": "analysis",
        "text": "Envoys met.",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    (document,) = documents(tmp_path / "a.jsonl", outlet="another", published="2001-01-01")
    assert document.id == "7"
    assert document.published == "2016-12-17T09:30:00+03:00"
    for name in ("url", "title", "outlet", "author", "genre", "text"):
        assert getattr(document, name) == row[name]


def test_defaults_fill_only_what_a_row_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Text,OUTLET,published\nTalks.,,\nMore.,Example Post,2016-12-17\n")
    first, second = documents(tmp_path / "a.csv", outlet="Wire", published="2020-01-01")
    assert (first.outlet, first.published) == ("Wire", "2020-01-01")
    assert (second.outlet, second.published) == ("Example Post", "2016-12-17")


def test_parquet_dates_and_missing_values_are_understood(tmp_path: Path) -> None:
    import datetime

    import pyarrow as pa
    import pyarrow.parquet as pq

    days = [datetime.date(2016, 12, 17), None]
    pq.write_table(pa.table({"text": ["Talks.", "More."], "published": days}), tmp_path / "a.parquet")
    assert [document.published for document in documents(tmp_path)] == ["2016-12-17", None]


def test_a_json_file_may_hold_one_object_a_list_or_lines(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": "one"}, indent=2))
    (tmp_path / "b.json").write_text(json.dumps([{"text": "two"}, {"text": "three"}], indent=2))
    (tmp_path / "c.json").write_text('{"text": "four"}\n{"text": "five"}\n')
    assert [document.text for document in documents(tmp_path)] == ["one", "two", "three", "four", "five"]


def test_a_folder_is_read_in_the_order_of_names_without_hidden_and_about_files(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.txt",
        "a/y.md",
        ".hidden/x.txt",
        ".x.txt",
        "README.md",
        "LICENSE",
        "a/readme.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    assert [document.text for document in documents(tmp_path)] == ["b.txt", "a/y.md", "a/z.txt"]


def test_a_folder_tells_once_a_suffix_what_it_skips(tmp_path: Path) -> None:
    for name in ("a.txt", "b.docx", "c.docx", "d.DOCX", "e.docx", "f.png"):
        (tmp_path / name).write_text("Talks.")
    items = list(read_paths([tmp_path]))
    failures = [item for item in items if isinstance(item, Failure)]
    assert [failure.stage for failure in failures] == ["skip", "skip"]
    assert "4 files ending in .docx skipped (b.docx" in failures[0].problem
    assert "1 file ending in .png" in failures[1].problem
    assert ".jsonl" in failures[0].remedy


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (failure,) = read_paths([tmp_path])
    assert isinstance(failure, Failure)
    assert "no file to read" in failure.problem


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (failure,) = read_paths([tmp_path])
    assert isinstance(failure, Failure)
    assert failure.problem == "not a regular file"


def test_a_dangling_link_in_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (failure,) = read_paths([tmp_path])
    assert isinstance(failure, Failure)
    assert failure.path == str(tmp_path / "a.txt")


def test_a_linked_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks.")
    (tmp_path / "round").symlink_to(tmp_path)
    failure, document = read_paths([tmp_path])
    assert isinstance(failure, Failure)
    assert (failure.path, failure.stage) == (str(tmp_path / "round"), "skip")
    assert isinstance(document, Document)


def test_a_file_name_that_is_not_utf8_gets_a_name_that_can_be_stored(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w") as file:  # noqa: PTH123
        file.write("Talks.")
    (document,) = documents(tmp_path)
    assert document.path == str(tmp_path / "caf?.txt")


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        ('\n{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
        ('[{"text": "one"}]', ["one"]),
        ("\ufeff<!DOCTYPE html><body>page", ["page"]),
        ("<html><body>page", ["page"]),
        ("Talks < war > peace", ["Talks < war > peace"]),
        ("[Wire] Talks.", ["[Wire] Talks."]),
        ("[1] Talks.", ["[1] Talks."]),
        ('{\n  "text": "one",\n  "title": "two"\n}\n', ["one"]),
        ('[\n  {\n    "text": "one"\n  },\n  {"text": "two"}\n]', ["one", "two"]),
        (json.dumps({"text": "x" * 20_000}) + '\n{"text": "two"}', ["x" * 20_000, "two"]),
    ],
)
def test_standard_input_is_read_by_its_first_characters(
    monkeypatch: pytest.MonkeyPatch, given: str, texts: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(given.encode())))
    found = documents("-")
    assert [document.text for document in found] == texts
    assert all((document.path or "").startswith("stdin") for document in found)


def test_a_file_without_suffix_is_read_as_standard_input_is(tmp_path: Path) -> None:
    (tmp_path / "wire").write_text('{"text": "one"}\n')
    assert [document.text for document in documents(tmp_path / "wire")] == ["one"]


def test_a_page_brings_its_own_facts_and_defaults_fill_the_rest(tmp_path: Path) -> None:
    facts = {"text": "Talks.", "title": "T", "author": "A", "published": "2016-12-17", "language": "en"}
    (tmp_path / "a.html").write_text("<!doctype json>" + json.dumps(facts))
    (document,) = documents(tmp_path / "a.html", outlet="Example Post", published="2001-01-01")
    assert (document.title, document.author, document.language) == ("T", "A", "en")
    assert (document.published, document.outlet) == ("2016-12-17", "Example Post")


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body>Caf\xe9 \x93talks\x94'
    (tmp_path / "a.html").write_bytes(page.encode("latin-1"))
    assert documents(tmp_path)[0].text == "Café “talks”"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b"<html><body>caf\xe9", "not valid UTF-8"),
        (b'<html><meta charset="klingon"><body>x', "unknown encoding 'klingon'"),
        (b"<html><body> ", "no main text"),
        (b"<!doctype json>{", "JSONDecodeError"),
    ],
)
def test_a_page_that_cannot_be_read_is_told(tmp_path: Path, page: bytes, words: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(page)
    (failure,) = read_paths([path], extract=page_text)
    assert isinstance(failure, Failure)
    assert words in failure.problem
    assert failure.path == str(path)
    assert failure.remedy


def test_pages_without_an_extractor_are_a_mistake_of_the_caller(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html>")
    with pytest.raises(OptionError, match="extractor"):
        list(read_paths([tmp_path / "a.html"]))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gone.txt", "no such file or folder"),
        ("report.docx", "no source reads files ending in .docx"),
        ("https://example.org/a", "a web address"),
    ],
)
def test_what_cannot_be_opened_at_all_is_said_at_once(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "report.docx").write_text("x")
    path = name if name.startswith("http") else tmp_path / name
    with pytest.raises(InputError, match=words) as caught:
        open_source(path)
    assert caught.value.path == str(path)
    assert caught.value.remedy


def test_the_only_path_is_checked_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gone"):
        read_paths([tmp_path / "gone.txt"])


def test_of_several_paths_one_that_is_not_there_spares_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks.")
    failure, document = read_paths([tmp_path / "gone.txt", tmp_path / "a.txt"])
    assert isinstance(failure, Failure) and isinstance(document, Document)
    assert (failure.path, failure.stage) == (str(tmp_path / "gone.txt"), "read")
    assert "no such file" in failure.problem


def test_a_file_given_twice_is_read_once_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks.")
    (tmp_path / "link.txt").symlink_to("a.txt")
    for again in (tmp_path / "a.txt", f"{tmp_path}/./a.txt", tmp_path / "link.txt"):
        document, note = read_paths([tmp_path / "a.txt", again])
        assert isinstance(document, Document) and isinstance(note, Failure)
        assert (note.path, note.stage) == (str(again), "skip")
        assert "read once" in note.problem


def test_a_file_given_beside_its_folder_is_read_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Talks in {name}.")
    for paths in ([tmp_path, tmp_path / "a.txt"], [tmp_path / "a.txt", tmp_path], [tmp_path, tmp_path]):
        found = list(read_paths(paths))
        assert sorted(d.text for d in found if isinstance(d, Document)) == ["Talks in a.txt.", "Talks in b.txt."]
        assert [f.stage for f in found if isinstance(f, Failure)] == ["skip"]


@pytest.mark.parametrize("name", ["pipe", "pipe.txt", "pipe.json"])
def test_a_pipe_to_which_nobody_writes_is_refused_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(InputError, match="not a regular file"):
        open_source(tmp_path / name)


def test_an_open_stream_of_the_shell_is_read(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"Talks in Oslo.")
    os.close(writer)
    try:
        assert [document.text for document in documents(f"/dev/fd/{reader}")] == ["Talks in Oslo."]
    finally:
        os.close(reader)


@pytest.mark.parametrize("outlet", ["", "  "])
def test_a_blank_outlet_is_none(tmp_path: Path, outlet: str) -> None:
    (tmp_path / "a.txt").write_text("Talks.")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "More talks.", "outlet": outlet, "published": outlet}))
    assert [d.outlet for d in documents(tmp_path, outlet=outlet)] == [None, None]
    assert [
        (d.outlet, d.published) for d in documents(tmp_path / "b.jsonl", outlet="Post", published="2001-01-01")
    ] == [("Post", "2001-01-01")]


ARTICLE = "Envoys of both sides met in Geneva on Monday, an official said."


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Envoys meet in Geneva for third round", "Envoys meet in Geneva for third round"),
        ("# Envoys meet in Geneva for third round", "Envoys meet in Geneva for third round"),
        ("Will both sides come to Geneva?", "Will both sides come to Geneva?"),
        ("Envoys met in Geneva on Monday.", None),
        ("By Jane Miller in Geneva", None),
        ("Saturday, 17 December 2016", None),
        ("GENEVA, Dec 17 (Reuters)", None),
        ("GENEVA, 17 December 2016 –", None),
        ("Geneva talks", None),
        ("and so they met again", None),
        ("https://example.org/ a b c", None),
        ("Envoys " * 30, None),
    ],
)
def test_a_first_line_that_looks_like_a_headline_is_the_title_and_stays_in_the_text(
    tmp_path: Path, first: str, title: str | None
) -> None:
    text = f"{first}\n\n{ARTICLE}\n"
    (tmp_path / "a.txt").write_text(text)
    (document,) = documents(tmp_path / "a.txt")
    assert (document.title, document.text) == (title, text)
    assert document.id == Document.of(text).id


@pytest.mark.parametrize(
    "text", [ARTICLE, f"Envoys meet in Geneva for third round\n{ARTICLE}", "Envoys meet in Geneva for third round\n\n"]
)
def test_a_text_without_a_line_set_apart_has_no_title(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert documents(tmp_path / "a.txt")[0].title is None


def test_a_default_date_that_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="published: unreadable date 'tomorrow'"):
        read_paths([tmp_path], defaults=Defaults(published="tomorrow"))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2016-12-17", "2016-12-17"),
        (" 2016-12-17 ", "2016-12-17"),
        ("2016/1/7", "2016-01-07"),
        ("2016-12-17T09:30:00Z", "2016-12-17T09:30:00+00:00"),
        ("2016-12-17 09:30", "2016-12-17T09:30:00"),
        ("17 Dec 2016 09:30:00 -0500", "2016-12-17T09:30:00-05:00"),
        ("17.12.2016", None),
        ("", None),
        (None, None),
        ("9" * 400, None),
    ],
)
def test_dates_are_read_or_left_and_never_guessed(given: object, expected: str | None) -> None:
    assert iso_date(given) == expected


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_large_tables_are_read_in_constant_memory(tmp_path: Path, suffix: str) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path, text, count = tmp_path / f"a{suffix}", "Envoys met in Geneva. " * 50, 20_000
    with path.open("w") as file:
        if suffix == ".parquet":
            table = pa.table({"text": [f"{text}{number}" for number in range(count)]})
            pq.write_table(table, path, row_group_size=1000)
        elif suffix == ".jsonl":
            file.writelines(f'{{"text": "{text}{number}"}}\n' for number in range(count))
        else:
            file.writelines(["text\n", *(f'"{text}{number}"\n' for number in range(count))])
    items = read_paths([path])
    next(items)
    tracemalloc.start()
    rest = sum(1 for _ in items)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rest == count - 1
    assert peak < 4_000_000  # the file holds 22 MB of text
