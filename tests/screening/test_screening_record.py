"""What is set aside stays in the record without events, once and for all, until somebody wants it coded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from foreign import ELSEWHERE, FOREIGN
from slow import OtherCoder, SlowCoder, SlowMaker
from store_builders import exported

from dragoman.errors import StoreError
from dragoman.recording import Store
from dragoman.records import SetAside
from dragoman.runs import Spread
from dragoman.screening import relevance

TALKS = (
    "Envoys of both sides met for talks in Muscat, and said that the truce which Oman mediates would hold for a month. "
    * 4
)
RELEVANT = {f"talks {n}": f"{TALKS} This is report {n}." for n in range(4)}


def write(path: Path, texts: dict[str, str]) -> str:
    rows = [
        {"id": name, "text": text, "published": "2016-12-17", "outlet": f"Post {number}"}
        for number, (name, text) in enumerate(texts.items())
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf8")
    return str(path)


@pytest.fixture
def articles(tmp_path: Path) -> str:
    """Four on talks, nineteen in other languages, three about something else, in turn."""
    mixed = [*RELEVANT.items(), *FOREIGN.items(), *ELSEWHERE.items()]
    return write(tmp_path / "articles.jsonl", dict(mixed[::2] + mixed[1::2]))


def test_articles_set_aside_are_kept_and_counted(articles: str) -> None:
    with Store(":memory:") as store:
        done = store.ingest(articles, coder=SlowCoder())
        assert (done.n_coded, done.n_mentions, done.n_set_aside) == (4, 4, 22)
        assert done.screened.irrelevant == 3
        assert done.screened.languages == dict.fromkeys(FOREIGN, 1)
        assert len(list(store.documents())) == 26
        assert {d.id for d in store.documents(set_aside=False)} == set(RELEVANT)
        assert {root.document_id for root in store.roots()} == set(RELEVANT)
        assert {o.document_id for o in store.screened(reason="relevance")} == set(ELSEWHERE)
        assert [o.language for o in store.screened() if o.document_id == "French"] == ["fr"]
        assert store.check() == []
        assert store.counts()["screening"] == 22
        (run,) = store.runs()
        assert run.summary["set_aside"] == {"irrelevant": 3, "languages": dict.fromkeys(sorted(FOREIGN), 1)}
        assert run.options["screen"] is True


def test_a_second_run_changes_nothing(articles: str) -> None:
    with Store(":memory:") as store:
        store.ingest(articles, coder=SlowCoder())
        before, screened = exported(store), list(store.screened())
        again = store.ingest(articles, coder=SlowCoder())
        assert (again.n_coded, again.screened.total, again.n_set_aside) == (0, 0, 22)
        assert (exported(store), list(store.screened())) == (before, screened)


def test_without_the_screen_all_are_coded_and_stay_so(articles: str) -> None:
    with Store(":memory:") as store:
        store.ingest(articles, coder=SlowCoder())
        all_of_them = store.ingest(articles, coder=SlowCoder(), screen=False)
        assert (all_of_them.n_coded, all_of_them.n_set_aside) == (22, 0)
        after = store.ingest(articles, coder=SlowCoder())
        assert (after.n_coded, after.n_set_aside) == (0, 0)
        assert store.check() == []


def test_relevant_articles_are_coded_alike_with_and_without_the_screen(articles: str, tmp_path: Path) -> None:
    only = write(tmp_path / "relevant.jsonl", RELEVANT)
    found = []
    for paths, screen in ((articles, True), (articles, False), (only, False)):
        with Store(":memory:") as store:
            store.ingest(paths, coder=SlowCoder(), screen=screen)
            found.append([m for m in store.mentions() if m.document.id in RELEVANT])
    by_id = [sorted(map(repr, mentions)) for mentions in found]
    assert by_id[0] == by_id[1]
    assert len(by_id[0]) == len(by_id[2]) == 4


def test_the_record_is_the_same_with_two_processes(articles: str, tmp_path: Path) -> None:
    records = []
    for number, spread in enumerate((None, Spread(maker=SlowMaker(), processes=2, shard=2))):
        with Store(tmp_path / f"{number}.duckdb") as store:
            store.ingest(articles, coder=SlowCoder(), spread=spread)
            records.append((exported(store), list(store.screened())))
    assert records[0] == records[1]


def test_a_new_coder_leaves_what_is_set_aside(articles: str) -> None:
    with Store(":memory:") as store:
        store.ingest(articles, coder=SlowCoder())
        done = store.ingest(articles, coder=OtherCoder())
        assert (done.n_coded, done.screened.total, done.n_set_aside) == (4, 0, 22)


def test_a_new_screen_judges_anew(articles: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(":memory:") as store:
        store.ingest(articles, coder=SlowCoder())
        monkeypatch.setattr(relevance, "LEAST", 0.0)
        done = store.ingest(articles, coder=SlowCoder())
        assert (done.n_coded, done.screened.irrelevant, done.n_set_aside) == (3, 0, 19)


def test_what_an_earlier_coder_found_is_forgotten_where_an_article_is_set_aside(tmp_path: Path) -> None:
    text = f"{ELSEWHERE['garden']} The gardener talks to them."
    articles = write(tmp_path / "a.jsonl", {"garden": text})
    with Store(":memory:") as store:
        assert store.ingest(articles, coder=SlowCoder(), screen=False).n_mentions == 1
        done = store.ingest(articles, coder=OtherCoder())
        assert (done.n_coded, done.n_set_aside, list(store.mentions())) == (0, 1, [])
        assert store.check() == []


def test_a_text_that_replaces_one_set_aside_is_judged_anew(tmp_path: Path) -> None:
    with Store(":memory:") as store:
        store.ingest(write(tmp_path / "a.jsonl", {"a": FOREIGN["French"]}), coder=SlowCoder())
        done = store.ingest(write(tmp_path / "a.jsonl", {"a": TALKS}), coder=SlowCoder(), replace_changed=True)
        assert (done.n_coded, done.n_set_aside) == (1, 0)
        assert store.check() == []


def test_a_document_that_is_not_there_cannot_be_set_aside() -> None:
    with Store(":memory:") as store, pytest.raises(StoreError, match="no such documents"):
        store.set_aside([SetAside(document_id="none", reason="language")], screen_version="1")


def test_the_record_tells_and_mends_what_does_not_fit(articles: str) -> None:
    with Store(":memory:") as store:
        store.ingest(articles, coder=SlowCoder())
        with store.transaction() as connection:
            connection.execute("UPDATE screening SET document_id = 'gone' WHERE document_id = 'French'")
            connection.execute("UPDATE screening SET document_id = 'talks 0' WHERE document_id = 'German'")
            connection.execute("UPDATE screening SET sha256 = 'other' WHERE document_id = 'garden'")
        found = {(problem.id, problem.problem) for problem in store.check()}
        assert found >= {
            ("gone", "its document is missing"),
            ("talks 0", "it is coded too"),
            ("garden", "another text was set aside"),
        }
        assert any("3 screenings" in line for line in store.repair([]))
        assert store.check() == []
