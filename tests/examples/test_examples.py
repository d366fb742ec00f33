"""The sample articles and pages: complete, dated, distinct, and readable through their furniture."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FIELDS = {"id", "url", "title", "outlet", "published", "text"}


def load_page_maker() -> ModuleType:
    """Import `examples/make_pages.py`, which is a script and no part of the package."""
    spec = importlib.util.spec_from_file_location("make_pages", EXAMPLES / "make_pages.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


MAKER = load_page_maker()


def read_articles() -> dict[str, list[dict[str, str]]]:
    """Return conflict (the file's name) to its articles."""
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in sorted((EXAMPLES / "articles").glob("*.jsonl"))
    }


BY_CONFLICT = read_articles()
ARTICLES = [article for group in BY_CONFLICT.values() for article in group]
BY_ID = {article["id"]: article for article in ARTICLES}


def test_samples_span_many_conflicts_and_syria_is_the_largest() -> None:
    sizes = {conflict: len(group) for conflict, group in BY_CONFLICT.items()}
    assert len(ARTICLES) >= 40
    assert len(sizes.keys() - {"other"}) >= 6
    assert {"syria", "yemen", "sudan", "ukraine", "colombia", "korea", "other"} <= sizes.keys()
    assert max(sizes, key=lambda conflict: sizes[conflict]) == "syria"
    assert sizes["syria"] >= 20


def test_every_article_has_exactly_the_fields_the_reader_needs() -> None:
    for article in ARTICLES:
        assert article.keys() == FIELDS, article["id"]
        assert all(isinstance(value, str) and value.strip() == value != "" for value in article.values())


def test_ids_and_urls_are_unique_and_urls_belong_to_no_real_site() -> None:
    for field in ("id", "url"):
        repeated = [value for value, n in Counter(a[field] for a in ARTICLES).items() if n > 1]
        assert repeated == []
    assert {urlsplit(article["url"]).netloc for article in ARTICLES} == {"example.org"}


def test_ids_carry_the_name_of_their_file() -> None:
    for conflict, group in BY_CONFLICT.items():
        assert all(article["id"].rsplit("-", 1)[0] == conflict for article in group)


def test_publication_dates_parse_and_agree_with_the_url() -> None:
    for article in ARTICLES:
        published = date.fromisoformat(article["published"])
        assert published.strftime("/%Y/%m/%d/") in article["url"], article["id"]


def test_articles_are_neither_stubs_nor_essays() -> None:
    for article in ARTICLES:
        assert 80 <= len(article["text"].split()) <= 350, article["id"]


def test_paragraphs_are_separated_by_one_blank_line_and_the_title_is_not_repeated() -> None:
    for article in ARTICLES:
        parts = article["text"].split("\n\n")
        assert len(parts) >= 3, article["id"]
        assert all(part == part.strip() and "\n" not in part for part in parts), article["id"]
        assert article["title"] not in article["text"], article["id"]


@pytest.mark.parametrize(
    ("article_id", "words"),
    [
        ("syria-01", "Vienna|United States and Russia|Saudi Arabia and Turkey|No Syrian"),
        ("syria-02", "Vienna|Iran|joint declaration|the United States, Russia and the United Nations"),
        ("syria-03", "International Syria Support Group|co-chairs|Jordan"),
        ("syria-04", "Saudi Arabia convened|High Negotiations Committee|PYD|no invitation"),
        ("syria-05", "Resolution 2254|unanimously"),
        ("syria-06", "proximity talks|January 25|PYD was not invited|Geneva III"),
        ("syria-07", "suspended|February 25"),
        ("syria-08", "cessation of hostilities|convened by its co-chairs, the United States and Russia"),
        ("syria-09", "brokered by the United States and Russia|Resolution 2268"),
        ("syria-10", "March 14|common points|neither delegation signed"),
        ("syria-11", "April 13|April 18|suspending their formal participation"),
        ("syria-12", "Tuesday|convened by the United States and Russia|No Syrians"),
        ("syria-13", "September 12|joint cell|Kerry|Lavrov"),
        ("syria-14", "not dead|support group|Urum al-Kubra"),
        ("syria-15", "suspended its bilateral talks with Russia"),
        ("syria-16", "Lausanne|No European state was invited|four and a half hours"),
        ("syria-17", "November 28|Turkey is brokering|unaware"),
        ("syria-18", "evacuation deal brokered by Russia and Turkey|not involved"),
        ("syria-20", "Resolution 2328|Fua and Kefraya"),
        ("syria-21", "Tokyo|Astana|Russia and Turkey intend to propose"),
        ("syria-25", "joint declaration|guarantors|Iran"),
        ("syria-26", "brokered by Russia and Turkey|seven opposition formations|thirteen factions"),
        ("syria-27", "three guarantors"),
        ("syria-28", "Resolution 2336"),
        ("syria-29", "no formal invitation|will not accept the Kurdish PYD"),
        ("syria-30", "has been invited|ambassador"),
        ("syria-31", "brokered by Russia, Turkey and Iran|George Krol|barred"),
        ("syria-32", "Jordan|technical meeting|That is wrong"),
        ("syria-33", "postponed|February 23|February 8"),
        ("syria-34", "Russia, Turkey and Iran mediated|observers|postponed by one day"),
        ("syria-36", "February 23|four|Moscow and Cairo platforms|not invited"),
        ("syria-37", "boycotted|third guarantor"),
        ("syria-38", 'March 23|four "baskets"|kept out once more'),
    ],
)
def test_each_step_of_the_syrian_record_is_reported(article_id: str, words: str) -> None:
    article = BY_ID[article_id]
    told = f"{article['title']}\n{article['text']}".casefold()
    assert [word for word in words.split("|") if word.casefold() not in told] == []


def test_no_report_after_october_2016_has_the_united_states_convene_syria_talks() -> None:
    convening = (
        "convened by the united states",
        "called by the united states",
        "brokered by the united states",
    )
    early = [a for a in BY_CONFLICT["syria"] if a["published"] < "2016-11-01"]
    late = [a for a in BY_CONFLICT["syria"] if a["published"] >= "2016-11-01"]
    assert sum(any(words in a["text"].lower() for words in convening) for a in early) >= 4
    assert [a["id"] for a in late if any(words in a["text"].lower() for words in convening)] == []


def share_of_runs(text: str, source: str, length: int = 5) -> float:
    """Return the share (0 to 1) of the runs of `length` words of `text` that `source` holds too."""
    runs = [
        {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}
        for words in (text.split(), source.split())
    ]
    return len(runs[0] & runs[1]) / len(runs[0])


def test_one_wire_report_is_reprinted_whole_and_once_more_edited() -> None:
    wire, reprint, edited = (
        BY_ID[name]["text"].split("\n\n") for name in ("syria-21", "syria-22", "syria-23")
    )
    assert reprint == wire
    assert len({BY_ID[name]["outlet"] for name in ("syria-21", "syria-22", "syria-23")}) == 3
    assert edited != wire
    assert share_of_runs(" ".join(edited), " ".join(wire)) > 0.6
    assert any(part.startswith("Reporting by Reuters") for part in edited)


def test_pages_on_disk_are_what_the_script_makes() -> None:
    made = MAKER.pages()
    on_disk = {path.name: path.read_bytes() for path in (EXAMPLES / "pages").glob("*.html")}
    assert len(made) == 12
    assert {name: page.encode("utf-8") for name, page in made.items()} == on_disk


def test_pages_are_small_use_every_design_and_name_the_url_of_their_article() -> None:
    assert len(MAKER.DESIGNS) >= 4
    assert set(MAKER.DESIGN_OF.values()) == set(MAKER.DESIGNS)
    for name, page in MAKER.pages().items():
        article = BY_ID[name.removesuffix(".html")]
        assert len(page.encode("utf-8")) < 12 * 1024
        assert f'<link rel="canonical" href="{article["url"]}">' in page
        for tag in ("og:title", "og:site_name", "article:published_time"):
            assert f'property="{tag}"' in page


def test_no_article_contains_words_of_the_furniture() -> None:
    for article in ARTICLES:
        assert [line for line in MAKER.FURNITURE.values() if line in article["text"]] == []


@pytest.mark.parametrize("name", sorted(MAKER.DESIGN_OF))
def test_reading_a_page_gives_the_article_and_none_of_the_furniture(name: str) -> None:
    extraction = pytest.importorskip("dragoman.text.extraction", exc_type=ImportError)
    article = BY_ID[name]
    page = extraction.extract_html(MAKER.pages()[f"{name}.html"], article["url"])
    read = [part.strip() for part in page.text.split("\n") if part.strip()]
    furniture = [line for line in MAKER.FURNITURE.values() if any(line in part for part in read)]
    assert furniture == []
    assert read == article["text"].split("\n\n")
    assert page.title == article["title"]
    assert page.published is not None and page.published[:10] == article["published"]
    assert page.outlet == article["outlet"]
