"""The compiled tables: the same as the CSV tables, made anew after an edit, never needed."""

import shutil
from pathlib import Path

import pytest

from dragoman.actors.compiled import NAME, fingerprint, load_compiled
from dragoman.actors.matcher import index_of
from dragoman.actors.tables import read_tables

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "tables"))


def test_what_is_compiled_is_what_the_tables_say(folder: Path) -> None:
    load_compiled(folder)
    assert (folder / NAME).is_file()
    again = load_compiled(folder)
    assert again.tables == read_tables(folder)
    assert again.index == index_of(again.tables)


def test_an_edit_is_seen_at_once(folder: Path) -> None:
    load_compiled(folder)
    before = fingerprint(folder)
    path = folder / "groups.csv"
    path.write_text(path.read_text() + "group:z,Zebra Front,,armed_group,REB,YEM,,,,,t\n")
    assert fingerprint(folder) != before
    assert "Zebra Front" in load_compiled(folder).index


@pytest.mark.parametrize("content", [b"", b"short", None])
def test_a_broken_file_is_made_anew(folder: Path, content: bytes | None) -> None:
    load_compiled(folder)
    whole = (folder / NAME).read_bytes()
    (folder / NAME).write_bytes(whole[: len(whole) // 2] if content is None else content)
    assert load_compiled(folder).tables == read_tables(folder)
    assert (folder / NAME).read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_read_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert load_compiled(folder).tables == read_tables(folder)
    assert not (folder / NAME).exists()
