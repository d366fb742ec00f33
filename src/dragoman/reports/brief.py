"""Writes a brief as one web page or as Markdown."""

from __future__ import annotations

import re
from importlib import resources
from typing import Any

import jinja2
from markupsafe import Markup

from dragoman.reports.notes import safe_address
from dragoman.reports.view import Brief
from dragoman.version import VERSION

_MARKDOWN = re.compile(r"([\\`*_\[\]|~])")


def to_html(brief: Brief) -> str:
    """The brief as one HTML page that asks nothing of the network and needs no script."""
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_template),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    seen: set[int] = set()

    def first(number: int) -> bool:
        """True when a note is referred to for the first time, where it leads back to."""
        new = number not in seen
        seen.add(number)
        return new

    style = Markup(_template("brief.css"))
    return environment.get_template("brief.html").render(brief=brief, first=first, style=style, version=VERSION)


def to_markdown(brief: Brief) -> str:
    """The brief as Markdown with footnotes; what articles say cannot become markup."""
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_template),
        autoescape=True,  # so that macros give Markup, which `escape_markdown` leaves alone
        finalize=escape_markdown,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    text = environment.get_template("brief.md").render(brief=brief, version=VERSION, address=_address)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def escape_markdown(value: Any) -> Any:
    """Text with the signs of Markdown and HTML made harmless, on one line; Markup stays as it is."""
    if isinstance(value, Markup):
        return value
    text = _MARKDOWN.sub(r"\\\1", re.sub(r"\s+", " ", str(value)))
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def _address(url: str | None) -> Markup:
    """A web address that cannot break out of a Markdown link; empty where there is none."""
    safe = safe_address(url) or ""
    quoted = "".join(c if c.isascii() and c not in " <>()\"'\\`[]" and c.isprintable() else _percent(c) for c in safe)
    return Markup(quoted)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))


def _template(name: str) -> str:
    return resources.files("dragoman.reports").joinpath("templates", name).read_text(encoding="utf-8")
