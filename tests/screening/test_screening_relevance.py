"""Articles with hardly a word of war and peace are set aside, and hardly one that tells of peacemaking."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from foreign import ELSEWHERE

from dragoman.records import Document
from dragoman.screening import RELEVANCE, Screen, relevance

ROOT = Path(__file__).parents[2]
CODED = ROOT / "training" / "coded"
TALKS = (
    "Envoys of both sides met in Muscat for a second day of talks on a truce, which Oman mediates. The rebels were not invited, and"
    " said that no agreement reached without them would hold. The government delegation called the meeting useful."
)


@pytest.mark.parametrize("subject", ELSEWHERE)
def test_articles_about_something_else_are_set_aside(subject: str) -> None:
    outcome = Screen().judge(Document.of(ELSEWHERE[subject], id="d"))
    assert outcome is not None
    assert (outcome.document_id, outcome.reason, outcome.language) == ("d", RELEVANCE, None)
    assert outcome.score is not None and outcome.score < relevance.LEAST


def test_one_passage_on_talks_in_a_long_article_is_enough() -> None:
    long = " ".join(ELSEWHERE.values()) * 5
    assert Screen().judge(Document.of(long)) is not None
    assert Screen().judge(Document.of(f"{long} {TALKS} {long}")) is None


def test_the_title_counts_too() -> None:
    document = Document.of(ELSEWHERE["garden"])
    told = Document.of(ELSEWHERE["garden"], title="Talks on truce: rebels meet mediators, ceasefire deal near")
    assert Screen().judge(document) is not None
    assert Screen().judge(told) is None


def test_a_short_text_is_read_in_any_case() -> None:
    assert Screen().judge(Document.of("It rained all day, and nobody came to the fair.")) is None


@pytest.mark.parametrize(
    "word", ["ceasefire", "cease-fires", "mediated", "mediating", "Qatari-brokered", "parties", "envoys"]
)
def test_words_count_in_all_their_forms(word: str) -> None:
    assert relevance.score([word.lower()]) > 0


@pytest.mark.parametrize("name", ["onion", "butter", "said", "president-elect"])
def test_other_words_do_not_count(name: str) -> None:
    assert relevance.score([name]) == 0


def test_nothing_scores_nothing() -> None:
    assert relevance.score([]) == 0


def test_articles_coded_for_the_project_and_kept_for_testing_are_read() -> None:
    """Recall of at least .98 on those with a coded mention; measured 1.00 when this was written."""
    texts = {
        row["id"]: row
        for row in map(json.loads, (CODED / "contrast-articles.jsonl").read_text(encoding="utf8").splitlines())
    }
    screen = Screen()
    read = missed = 0
    for coding in map(json.loads, (CODED / "contrast-codings.jsonl").read_text(encoding="utf8").splitlines()):
        kept = int(hashlib.sha256(coding["id"].encode()).hexdigest(), 16) % 6 == 0
        if kept and coding["mentions"]:
            row = texts[coding["id"]]
            aside = screen.judge(Document.of(row["text"], title=row["title"]))
            read, missed = read + (aside is None), missed + (aside is not None)
    assert read > 40
    assert read / (read + missed) >= 0.98


def test_no_sample_article_is_set_aside() -> None:
    screen = Screen()
    for file in sorted((ROOT / "examples/articles").glob("*.jsonl")):
        for row in map(json.loads, file.read_text(encoding="utf8").splitlines()):
            assert screen.judge(Document.of(row["text"], title=row.get("title"))) is None, row["id"]


def test_another_threshold_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Screen().version
    assert Screen().version == before
    monkeypatch.setattr(relevance, "LEAST", 7.0)
    assert Screen().version != before
