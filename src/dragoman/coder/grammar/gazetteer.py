"""The knowledge base as a gazetteer for the language engine."""

from __future__ import annotations

from dragoman.actors import Knowledge
from dragoman.language.gazetteer import Gazetteer

_KIND = {
    "name": "state", "adjective": "state", "demonym": "state", "capital": "place", "metonym": "place", "place": "place",
    "person": "person", "organisation": "organisation", "group": "group", "outlet": "outlet", "body": "body",
}  # fmt: skip
# Where a name means several entries, the first of these kinds counts.
_ORDER = ("state", "place", "body", "organisation", "group", "person", "outlet")


def gazetteer(knowledge: Knowledge) -> Gazetteer:
    """A function that finds the knowledge base's names in a text, each with its kind."""

    def names(text: str) -> list[tuple[int, int, str]]:
        return [(m.start, m.end, min({_KIND[k] for k in m.kinds}, key=_ORDER.index)) for m in knowledge.match(text)]

    return names
