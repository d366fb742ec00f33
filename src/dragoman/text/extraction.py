"""Main text and facts of a news page from its HTML, without menus and footers. Never fetches anything.

Uses trafilatura for the text and htmldate for the date of publication; both are loaded on first use.
"""

from __future__ import annotations

import re

import msgspec

from dragoman.errors import DragomanError
from dragoman.text.boilerplate import is_furniture

# A page of news is a few hundred kB; far above that it is no page, and parsing it would eat the memory.
MAX_BYTES = 20_000_000


class ExtractionError(DragomanError):
    """No main text came out of a page.

    Attributes:
        reason: "empty" where the page was read but holds no article, "failed" where it could not be read.
    """

    def __init__(self, reason: str, problem: str, remedy: str, url: str | None = None) -> None:
        self.reason, self.problem, self.remedy, self.url = reason, problem, remedy, url
        super().__init__(f"{url or 'HTML page'}: {problem}. {remedy}")


class Extracted(msgspec.Struct, frozen=True, kw_only=True):
    """What was found on a page.

    Attributes:
        text: paragraphs of the article, separated by a blank line; the title is not repeated in it.
        published: ISO date (YYYY-MM-DD), None where the page tells none.
        outlet: name of the site as the page tells it.
        language: the page's own declaration ("en"), None where it has none.
    """

    text: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None


def extract_html(html: str | bytes, url: str | None = None) -> Extracted:
    """The article on a page.

    Args:
        html: the page as text, or as bytes whose encoding the page declares or that is found out.
        url: where the page came from; helps to find outlet and date and is never opened.

    Raises:
        ExtractionError: with reason "empty" (no article on the page) or "failed" (too large, not HTML, or the
            parser gave up).
    """
    if len(html) > MAX_BYTES:
        raise ExtractionError(
            "failed",
            f"{len(html):,} long, more than {MAX_BYTES:,}",
            "Give one page at a time, or save its text as a .txt file",
            url,
        )
    if not html.strip():
        raise ExtractionError("empty", "the page is empty", "Check that it was saved in full", url)
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    try:
        tree = load_html(html)
        if tree is None:
            raise ExtractionError(
                "failed",
                "this is not HTML that can be read",
                "Give the page's source, or plain text as .txt",
                url,
            )
        declared = _declared_language(tree)
        published = _published(html, tree, url)
        found = bare_extraction(
            tree,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            favor_precision=False,
        )
    except ExtractionError:
        raise
    except Exception as error:  # parsers of other people's HTML fail in many ways; all mean the same here
        raise ExtractionError(
            "failed",
            f"the parser gave up ({type(error).__name__}: {error})",
            "Save the page's text as a .txt file",
            url,
        ) from error
    title = _clean(getattr(found, "title", None))
    text = _paragraphs(getattr(found, "text", None) or "", title)
    if not text:
        raise ExtractionError(
            "empty",
            "no article was found on the page",
            "It may be a list of links or need a script; save the article's text as .txt",
            url,
        )
    return Extracted(
        text=text,
        title=title,
        author=_clean(getattr(found, "author", None)),
        published=published,
        outlet=_clean(getattr(found, "sitename", None)),
        language=declared,
    )


def _clean(value: object) -> str | None:
    """A one-line value or None; trafilatura gives odd types for odd pages."""
    if not isinstance(value, str):
        return None
    return " ".join(value.split()) or None


def _declared_language(tree: object) -> str | None:
    get = getattr(tree, "get", None)
    value = (get("lang") or get("xml:lang")) if get else None
    match = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", value) if isinstance(value, str) else None
    return match.group().lower() if match else None


def _published(html: str | bytes, tree: object, url: str | None) -> str | None:
    """The day of publication that the page tells; a guess from stray years in the text is not taken."""
    from copy import deepcopy

    from htmldate import find_date

    try:
        found = find_date(deepcopy(tree), url=url, original_date=True, extensive_search=False)
    except (ValueError, TypeError, AttributeError):
        return None
    return found if isinstance(found, str) else None


def _paragraphs(text: str, title: str | None) -> str:
    """One blank line between paragraphs; no furniture, no first paragraph that says the title again."""
    paragraphs = [" ".join(line.split()) for line in text.splitlines()]
    paragraphs = [paragraph for paragraph in paragraphs if paragraph and not is_furniture(paragraph)]
    if title and paragraphs and _letters(paragraphs[0]) == _letters(title):
        paragraphs = paragraphs[1:]
    return "\n\n".join(paragraphs)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
