"""What fuzz.py feeds with bytes: readers, extraction, text, dates, actors' files. Each target checks what must hold for any input.

A target may raise the package's own errors and nothing else; an `AssertionError` says that a promise is broken.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "contract"))

from source_samples import OnePage, sample, zipped

from dragoman import actors
from dragoman.actors.dictionaries import DictionaryNames
from dragoman.actors.own import read_own
from dragoman.actors.petrarch import Dictionary, read_actors, read_agents
from dragoman.records import Document, Failure
from dragoman.screening import Screen
from dragoman.sources import Defaults, Source, registered_sources
from dragoman.sources.dates import iso_date
from dragoman.sources.standard_input import SniffedSource
from dragoman.text.boilerplate import furniture
from dragoman.text.dateline import dateline
from dragoman.text.dates import find_dates
from dragoman.text.duplicates import groups
from dragoman.text.extraction import extract_html
from dragoman.text.sentences import split_sentences
from dragoman.text.tokens import tokenize

NEWS = (
    "GENEVA, Aug 3 (Reuters) - Mr. Lavrov, the U.N.-brokered talks' host, didn't meet Dr. Ali on Friday, 12 March 2016, at 5 p.m.\n\n"
    "“We'll be back next week,” he said. From 2011 to mid-2013 it cost $1.5m… The cease-fire of late June, two days ago, had held until"
    " the weekend before last; see https://news.example/a?b=1 or write to a@news.example.\nRead more: Subscribe to our newsletter"
)
PAGE = (
    "<html lang=en><head><title>Talks</title><meta property='article:published_time' content='2016-12-17'></head><body><nav><a href=/>"
    f"Home</a></nav><article><h1>Talks</h1><p>{NEWS[:250]}</p><p>{NEWS[250:]}</p></article></body></html>"
)
ACTORS = (
    "# comment\nSYRIAN_OPPOSITION_ [SYROPP]\n+FREE_SYRIAN_ARMY_\n+FSA_ ; note\n\nPUTIN_ [RUSGOV 20120507-]\n     [RUS]\nVLADIMIR_PUTIN\n"
    "BASHAR_AL-ASSAD_\n\t[SYRGOV >000717]\n\t[SYRELI <000717]\n"
)
AGENTS = "!PERSON! = MAN, MEN, WOMAN\nENVOY_ [~GOV]\nAMBASSADOR_ {AMBASSADORS_} [~GOV]\nCHURCH!PERSON!_ [~REL]\n"
GROUPS = (
    "id,name,aliases,actor_type,sector,country,leaders,valid_from,valid_to,wikidata_id,source\n"
    'group:syr-x1,"Front, Northern",NF|Front,armed_group,REB,SYR,,2012,2016-05-01,,invented\n'
)
SCRATCH = Path(tempfile.mkdtemp(prefix="dragoman-fuzz-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))


class Target(NamedTuple):
    """Something to feed: its name, what takes the bytes, and good inputs to begin from."""

    name: str
    feed: Callable[[bytes], None]
    seeds: list[bytes]


def text_of(data: bytes) -> str:
    """Any text for any bytes."""
    return data.decode("utf-8", "replace")


def in_order(text: str, spans: Iterable[tuple[int, int]], *, cover: bool) -> None:
    """Check that spans are not empty, in order, apart and inside a text, and hold all that is no white space."""
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text), f"span {start}-{end} after {last}"
        assert not cover or not text[last:start].strip(), f"left out: {text[last:start]!r}"
        last = end
    assert not cover or not text[last:].strip(), f"left out: {text[last:]!r}"


def sentences_and_words(data: bytes) -> None:
    text = text_of(data)
    spans = split_sentences(text)
    in_order(text, spans, cover=True)
    in_order(text, tokenize(text), cover=True)
    for start, end in spans:
        assert all(start <= a < b <= end for a, b in tokenize(text, start, end))


def furniture_and_datelines(data: bytes) -> None:
    text = text_of(data)
    in_order(text, furniture(text), cover=False)
    if found := dateline(text):
        assert 0 <= found.start <= found.end <= len(text)


def dates(data: bytes) -> None:
    days = (None, dt.date(2016, 12, 17), dt.date(1, 1, 1), dt.date(9999, 12, 31), dt.date(2020, 2, 29))
    text = text_of(data[1:])
    for tense in (None, "past", "future"):
        found = find_dates(text, published=days[data[0] % len(days)] if data else None, tense=tense)
        in_order(text, ((m.start, m.end) for m in found), cover=False)
        for mention in found:
            assert text[mention.start : mention.end] == mention.text
            assert mention.precision in ("day", "week", "month", "year", "bounded", "relative")
            if mention.date_start and mention.date_end:
                assert mention.date_start <= mention.date_end, mention
    if day := iso_date(text):
        assert iso_date(day) == day, day


def near_duplicates(data: bytes) -> None:
    texts = dict(enumerate(text_of(data).split("\n\n")[:6]))
    found = groups({str(number): text for number, text in texts.items()})
    assert sum(map(len, found)) <= len(texts)


def extraction(data: bytes) -> None:
    found = extract_html(data)
    assert found.text.strip()
    assert found.published is None or iso_date(found.published), found.published


def screening(data: bytes) -> None:
    outcome = Screen().judge(Document.of(text_of(data)))
    assert outcome is None or outcome.reason in ("language", "relevance")


def dictionaries(data: bytes) -> None:
    first, _, second = text_of(data).partition("\x00")
    read: Dictionary = read_actors(first, "x.actors.txt") + read_agents(second or first, "x.agents.txt")
    names = DictionaryNames(read, actors.load().entries)
    for match in names.match(NEWS):
        assert NEWS[match.start : match.end] == match.text


def own_tables(data: bytes) -> None:
    folder = SCRATCH / "own"
    folder.mkdir(exist_ok=True)
    (folder / "groups.csv").write_bytes(data)
    read_own(folder)


def page_text(html: str, url: str | None) -> SimpleNamespace:
    """Stand in for the extractor of main texts, which has a target of its own."""
    return SimpleNamespace(text=html, title=None, author=None, published=None, outlet=None, language=None)


def reader(source: Source, suffix: str) -> Callable[[bytes], None]:
    """Feeds a source with a file; packed kinds get every other input packed, so that the inside is reached."""
    path = SCRATCH / f"input{suffix}"

    def feed(data: bytes) -> None:
        content = data[1:] if data else b""
        if data and data[0] % 2 == 0 and suffix.endswith(".gz"):
            content = gzip.compress(content, mtime=0, compresslevel=1)
        elif data and data[0] % 2 == 0 and suffix.endswith(".zip"):
            content = zipped(content)
        path.write_bytes(content)
        for item in source.read(str(path), defaults=Defaults()):
            assert isinstance(item, Document | Failure)
            if isinstance(item, Failure):
                assert item.problem and item.remedy and item.path
                str(item).encode()
                continue
            assert item.text.strip(), "a document without text"
            for value in (item.text, item.title, item.outlet, item.author, item.url, item.id):
                (value or "").encode()
            assert item.published is None or iso_date(item.published) == item.published, item.published

    return feed


def _inside(suffix: str) -> bytes:
    packed = suffix.endswith((".gz", ".zip"))
    return b"\0" + sample(suffix.rpartition(".")[0]) if packed else b"\1" + sample(suffix)


def readers() -> list[Target]:
    """One target for each way of reading, by the first suffix of each kind and all packed ones."""
    found = [
        Target("read standard input", reader(SniffedSource(page_text), ""), [b"\1" + NEWS.encode(), b'\1{"text": "a"}'])
    ]
    for source in registered_sources(page_text, OnePage()):
        chosen = {source.suffixes[0], *(s for s in source.suffixes if s.endswith((".gz", ".zip")))}
        for suffix in sorted(chosen):
            found.append(Target(f"read {suffix}", reader(source, suffix), [_inside(suffix), b"\1" + sample(suffix)]))
    return found


def targets() -> list[Target]:
    """All targets."""
    news, headed = NEWS.encode(), [b"\1" + NEWS.encode(), b"\1in the first week of May 2016 and on 31 February"]
    two = json.dumps({"text": NEWS}).encode() + b"\n\n" + news + b"\n\n" + news
    return [
        Target("sentences and words", sentences_and_words, [news]),
        Target("furniture and datelines", furniture_and_datelines, [news]),
        Target("dates", dates, headed),
        Target("near-duplicates", near_duplicates, [two]),
        Target("extraction", extraction, [PAGE.encode()]),
        Target("screening", screening, [news, "Переговоры в Женеве. ".encode() * 9]),
        Target("PETRARCH dictionaries", dictionaries, [f"{ACTORS}\0{AGENTS}".encode()]),
        Target("own tables", own_tables, [GROUPS.encode()]),
        *readers(),
    ]
