"""The words at the beginning of a text by which ambiguous names and bare nouns ("the government") are told."""

from __future__ import annotations

from dragoman.actors import Knowledge
from dragoman.records import Document
from dragoman.text.dateline import dateline

_LENGTH = 600
"""Characters of a text that say what it is about."""


def opening_words(document: Document, knowledge: Knowledge) -> str:
    """Title and first sentences, without a dateline that only tells where others meet: "ARUSHA, Tanzania - Talks on Burundi".

    The dateline stays where its country is named besides, has a conflict of its own, or where nobody else with one is named.
    """
    begin = document.text[:_LENGTH]
    told = " ".join(filter(None, [document.title, begin]))
    line = dateline(document.text)
    if line is None or line.place is None:
        return told
    rest = " ".join(filter(None, [document.title, begin[line.end :]]))
    desk, others = _countries(line.place, knowledge), _countries(rest, knowledge)
    day = document.published
    only_a_desk = not desk & others and not any(knowledge.in_conflict(c, day) for c in desk)
    return rest if only_a_desk and any(knowledge.in_conflict(c, day) for c in others) else told


def _countries(text: str, knowledge: Knowledge) -> set[str]:
    """States that are named in a text, or whose groups and places are."""
    found = (
        knowledge.entries.country_of(c) for m in knowledge.match(text) if "outlet" not in m.kinds for c in m.candidates
    )
    return {country for country in found if country}
