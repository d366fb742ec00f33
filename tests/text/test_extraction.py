"""Main text of news pages."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import DragomanError
from dragoman.text import extraction
from dragoman.text.extraction import ExtractionError, extract_html

PARAGRAPHS = [
    "VADUZ - Envoys of Ruritania and Borduria met on Monday for a first round of talks that "
    "Liechtenstein had arranged over several weeks, the government said.",
    "The Bordurian envoy said that his side would come back on Friday if the shelling stopped before then.",
    "A spokesman for Ruritania declined to comment on the matter but said that the hosts had been helpful.",
]


def page(paragraphs: list[str], head: str = "", lang: str = ' lang="en-GB"') -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html>
<html{lang}><head><title>Envoys meet in Vaduz | The Daily Post</title>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li><li><a href="/p">News</a></li></ul></nav>
<article><h1>Envoys meet in Vaduz</h1>{body}</article>
<aside><h3>Most popular</h3><ul><li><a href="/a">Ten cakes for spring</a></li></ul></aside>
<footer><p>© 2017 The Daily Post. All rights reserved.</p><a href="/about">About us</a></footer>
</body></html>"""


HEAD = """<meta charset="utf-8"><meta property="og:site_name" content="The Daily Post">
<meta property="article:published_time" content="2017-01-23T10:00:00Z"><meta name="author" content="Jane Roe">
<meta property="og:title" content="Envoys meet in Vaduz">"""


def test_the_article_is_kept_and_menu_teasers_and_footer_are_not() -> None:
    found = extract_html(page(PARAGRAPHS, HEAD))
    assert found.text.split("\n\n") == PARAGRAPHS


def test_the_facts_of_the_page_are_read() -> None:
    found = extract_html(page(PARAGRAPHS, HEAD))
    assert (found.title, found.author, found.published) == ("Envoys meet in Vaduz", "Jane Roe", "2017-01-23")
    assert (found.outlet, found.language) == ("The Daily Post", "en")


def test_what_a_page_does_not_tell_stays_unknown() -> None:
    found = extract_html(page(PARAGRAPHS, lang=""))
    assert found.published is None and found.author is None and found.language is None


def test_bytes_are_read_in_the_encoding_that_the_page_declares() -> None:
    html = page(
        [
            PARAGRAPHS[0],
            "Señor Núñez offered Bogotá as the place for the second round of the talks on Tuesday.",
        ]
    )
    declared = html.replace("<head>", '<head><meta charset="iso-8859-1">').encode("iso-8859-1", "replace")
    assert "Señor Núñez offered Bogotá" in extract_html(declared).text


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("", "empty"),
        (b" \n ", "empty"),
        ("<html><body></body></html>", "empty"),
        ("<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>", "empty"),
        ("just a line of text", "failed"),
        ('{"a": 1}', "failed"),
        (b"%PDF-1.4 \x00\x01\x02", "failed"),
    ],
)
def test_nothing_found_and_not_readable_are_told_apart(html: str | bytes, reason: str) -> None:
    with pytest.raises(ExtractionError) as caught:
        extract_html(html, "https://post.example/a")
    assert isinstance(caught.value, DragomanError)
    assert caught.value.reason == reason
    assert "https://post.example/a" in str(caught.value)
    assert caught.value.remedy


def test_a_parser_that_breaks_is_a_failure_and_not_an_empty_page(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def broken(*_: object, **__: object) -> object:
        raise ValueError("odd table")

    monkeypatch.setattr(trafilatura, "bare_extraction", broken)
    with pytest.raises(ExtractionError, match="odd table") as caught:
        extract_html(page(PARAGRAPHS))
    assert caught.value.reason == "failed"


def test_an_overlarge_page_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "MAX_BYTES", 1000)
    with pytest.raises(ExtractionError, match="1,000") as caught:
        extract_html("<p>" + "a" * 1000)
    assert caught.value.reason == "failed"


def test_importing_the_module_does_not_load_the_parser() -> None:
    code = "import sys, dragoman.text.extraction; print('trafilatura' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


@settings(max_examples=40, deadline=None)
@given(
    st.one_of(
        st.text(max_size=300),
        st.binary(max_size=300),
        st.text(max_size=80).map(lambda t: page([t, *PARAGRAPHS])),
    )
)
def test_any_input_gives_text_or_an_error_of_ours(html: str | bytes) -> None:
    try:
        found = extract_html(html)
    except ExtractionError as error:
        assert error.reason in {"empty", "failed"}
    else:
        assert found.text.strip() and "\n\n\n" not in found.text
