"""What every registered source keeps to, whoever wrote it. The cases come from the registry."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path
from types import SimpleNamespace

import pytest
from source_samples import TEXT, OnePage, write_sample

from dragoman.errors import InputError, OptionError
from dragoman.records import Document, Failure
from dragoman.sources import Defaults, Source, open_source, registered_sources, registry


def page_text(html: str, url: str | None) -> SimpleNamespace:
    """Stand in for the extractor of main texts."""
    return SimpleNamespace(text=html, title=None, author=None, published=None, outlet=None, language=None)


SOURCES = registered_sources(page_text, OnePage())
KINDS = [pytest.param(source, suffix, id=suffix) for source in SOURCES for suffix in source.suffixes]

JUNK = {
    "nothing": b"",
    "blank": b"\n\n",
    "nul bytes": b"\x00\x01\x02" * 100,
    "not UTF-8": b"caf\xe9 \xff\xfe\n" * 3,
    "brackets": b"[{(<" * 50,
    "quotes": b'"' * 101,
    "random": bytes((number * 7919 + 13) % 256 for number in range(5000)),
}


def test_there_are_sources_for_text_pages_and_tables() -> None:
    suffixes = {suffix for source in SOURCES for suffix in source.suffixes}
    assert {".txt", ".html", ".jsonl", ".csv", ".parquet"} <= suffixes
    assert {".rss", ".atom", ".xml", ".urls", ".export.csv", ".warc.gz", ".wet.gz", ".mbox", ".pdf"} <= suffixes


@pytest.mark.parametrize(("source", "suffix"), KINDS)
def test_a_source_says_its_name_and_suffixes(source: Source, suffix: str) -> None:
    assert isinstance(source, Source)
    assert source.name
    assert suffix == suffix.lower()
    assert suffix.startswith(".")


@pytest.mark.parametrize("junk", JUNK)
@pytest.mark.parametrize(("source", "suffix"), KINDS)
def test_junk_never_raises_and_failures_name_file_and_remedy(
    source: Source, suffix: str, junk: str, tmp_path: Path
) -> None:
    path = tmp_path / f"junk{suffix}"
    path.write_bytes(JUNK[junk])
    items = list(source.read(str(path), defaults=Defaults()))
    assert items, "neither document nor failure"
    for item in items:
        if isinstance(item, Failure):
            assert item.path == str(path)
            assert item.problem
            assert item.remedy
            assert not item.problem.endswith(".")
        else:
            assert item.text.strip()


@pytest.mark.parametrize(("source", "suffix"), KINDS)
def test_a_file_that_vanishes_is_a_failure_and_does_not_raise(source: Source, suffix: str, tmp_path: Path) -> None:
    (failure,) = source.read(str(tmp_path / f"gone{suffix}"), defaults=Defaults())
    assert isinstance(failure, Failure)
    assert failure.path.endswith(f"gone{suffix}")


@pytest.mark.parametrize(("source", "suffix"), KINDS)
def test_a_missing_path_is_said_at_once(source: Source, suffix: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        open_source(tmp_path / f"gone{suffix}")


@pytest.mark.parametrize(("source", "suffix"), KINDS)
def test_the_suffix_counts_in_any_case(source: Source, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix.upper()}"
    path.write_bytes(b"x")
    assert open_source(path, fetch=OnePage()).name == source.name


@pytest.mark.parametrize(("source", "suffix"), KINDS)
def test_reading_twice_gives_the_same_and_leaves_no_file_open(source: Source, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    write_sample(path, suffix)
    open_before = open_files()
    first = list(source.read(str(path), defaults=Defaults(outlet="Wire", published="2016-12-17")))
    again = list(source.read(str(path), defaults=Defaults(outlet="Wire", published="2016-12-17")))
    open_after = open_files()
    assert first == again
    assert open_before == open_after
    (document,) = first
    assert isinstance(document, Document)
    assert document.text == TEXT + ("\n" if document.text.endswith("\n") else "")
    assert document.outlet == "Wire"
    assert document.published == "2016-12-17"
    assert (document.path or "").startswith(str(path))
    assert document.sha256 == Document.of(document.text).sha256
    assert document.id


@pytest.mark.parametrize(("source", "suffix"), KINDS)
def test_a_file_cut_short_never_raises(source: Source, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    write_sample(path, suffix)
    whole = path.read_bytes()
    for length in range(0, len(whole), max(1, len(whole) // 20)):
        path.write_bytes(whole[:length])
        for item in source.read(str(path), defaults=Defaults()):
            assert item.text.strip() if isinstance(item, Document) else item.problem and item.remedy


@pytest.mark.parametrize(
    ("source", "suffix"), [kind for kind in KINDS if getattr(kind.values[0], "waits_for_fetch", None) is not None]
)
def test_what_lies_on_the_web_is_refused_unless_fetching_is_asked_for(
    source: Source, suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"a{suffix}"
    write_sample(path, suffix)
    with pytest.raises(InputError, match="--fetch"):
        open_source(path, extract=page_text)
    (told,) = open_source(tmp_path, extract=page_text).read(str(tmp_path), defaults=Defaults())
    assert isinstance(told, Failure)
    assert told.stage == "skip"
    assert "--fetch" in told.remedy


def open_files() -> int:
    """Count this process's open files, 0 where the system does not tell."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


class LoopbackSource:
    """A plug that hands the name of the file back as its text."""

    name = "loopback"
    suffixes = (".loop",)

    def __init__(self, extract: object = None) -> None:
        pass

    def read(self, path: str, *, defaults: Defaults) -> list[Document]:
        return [Document.of(path, outlet=defaults.outlet)]


class GreedySource(LoopbackSource):
    suffixes = (".txt",)


class NoSource:
    def __init__(self, extract: object = None) -> None:
        pass


def plug_in(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    plug = EntryPoint(name=name, value=value, group=registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [plug] if group == plug.group else [])


def test_a_plugged_in_source_reads_its_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plug_in(monkeypatch, "loop", f"{__name__}:LoopbackSource")
    (tmp_path / "a.loop").touch()
    (document,) = open_source(tmp_path).read(str(tmp_path), defaults=Defaults(outlet="Wire"))
    assert isinstance(document, Document)
    assert (document.text, document.outlet) == (str(tmp_path / "a.loop"), "Wire")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (f"{__name__}:GreedySource", "two sources read .txt: 'plain text' and 'loopback'"),
        (f"{__name__}:NoSource", "'plug' .* lacks name"),
        (f"{__name__}:Missing", "'plug' .* cannot be loaded"),
    ],
)
def test_a_broken_plug_is_named(monkeypatch: pytest.MonkeyPatch, value: str, words: str) -> None:
    plug_in(monkeypatch, "plug", value)
    with pytest.raises(OptionError, match=words):
        registered_sources()
