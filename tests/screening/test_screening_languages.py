"""Texts in other languages are set aside; English is read, however many foreign names are in it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from foreign import FOREIGN

from dragoman.records import Document
from dragoman.screening import LANGUAGE, Screen
from dragoman.screening.language import common_share, language_names
from dragoman.screening.screen import words_of

ROOT = Path(__file__).parents[2]
FULL_OF_NAMES = {
    "delegations": (
        "Bashar al-Jaafari, Mohammed Alloush and Yahya al-Aridi sat opposite Alexander Lavrentiev, Sedat Önal and Hossein Jaberi Ansari"
        " in Nur-Sultan. Staffan de Mistura, Geir Pedersen, Ismail Ould Cheikh Ahmed and Lakhdar Brahimi had been invited."
    ),
    "list": (
        "Delegations at Astana, 23-24 January 2017: Jaysh al-Islam, Ahrar al-Sham, Faylaq al-Rahman, Sultan Murad, Suqour al-Jabal,"
        " Jaysh al-Izza, Jabhat al-Shamiyya, Furqat al-Shamaliya, Liwa Shuhada al-Islam, Jaysh al-Nasr, Faylaq al-Sham."
    ),
    "quotation": (
        "« Nous ne signerons rien », told Le Monde the man who speaks for the movement, and then in French again: « Les Suisses nous ont"
        " invités, nous avons dit oui, puis plus rien. » His letter to the mediators, which was seen by this paper, is milder."
    ),
    "numbers": "12 345, 678 90, 1 000 000, 55.7 %, 2016-12-17, 2017-01-23, 24 h, 3 x 4, 100 000 km, 17:30, 18:45, 19:00 "
    * 4,
}


@pytest.mark.parametrize("language", FOREIGN)
def test_news_in_another_language_is_set_aside_with_its_language(language: str) -> None:
    outcome = Screen().judge(Document.of(FOREIGN[language], id="d"))
    assert outcome is not None
    assert (outcome.document_id, outcome.reason, outcome.score) == ("d", LANGUAGE, None)
    assert language_names()[outcome.language or ""] == language


@pytest.mark.parametrize("kind", FULL_OF_NAMES)
def test_english_full_of_foreign_names_is_read(kind: str) -> None:
    assert Screen().judge(Document.of(FULL_OF_NAMES[kind])) is None


def test_an_article_half_in_english_is_read() -> None:
    english = (
        "The mediators said on Monday that the two sides were close to a truce, and that their talks would go on. "
    )
    assert Screen().judge(Document.of(english + FOREIGN["French"])) is None


@pytest.mark.parametrize("text", ["Bagarres à Genève: trêve rompue", "Waffenruhe in Kraft", "هدنة", "", " ", "???"])
def test_a_text_too_short_to_tell_its_language_is_read(text: str) -> None:
    assert Screen().judge(Document.of(text)) is None


def test_none_of_the_articles_written_for_the_project_counts_as_foreign() -> None:
    files = [ROOT / "training/coded/contrast-articles.jsonl", *sorted((ROOT / "examples/articles").glob("*.jsonl"))]
    screen = Screen()
    for file in files:
        for row in map(json.loads, file.read_text(encoding="utf8").splitlines()):
            outcome = screen.judge(Document.of(row["text"], title=row.get("title")))
            assert outcome is None or outcome.reason != LANGUAGE, row["id"]


def test_english_is_known_without_the_library() -> None:
    code = (
        "import sys; from dragoman.screening import Screen; from dragoman.records import Document\n"
        "assert Screen().judge(Document.of('The talks of the two sides went on, the envoy said. ' * 8)) is None\n"
        "print([name for name in ('py3langid', 'duckdb', 'onnxruntime') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_commonest_words_are_rare_elsewhere() -> None:
    for language, text in FOREIGN.items():
        assert common_share(words_of(Document.of(text))[1]) < 0.02, language
