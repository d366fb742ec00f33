"""Decides for one article whether the model reads it: first its language, then whether it can be relevant."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cached_property
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version

from dragoman.records import Document, SetAside
from dragoman.screening import language, relevance

LANGUAGE, RELEVANCE = "language", "relevance"
"""Reasons to set an article aside."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Screen:
    """Sets articles aside that are not English or have hardly a word of war and peace; some 0.5 ms each."""

    @cached_property
    def version(self) -> str:
        """Hash of words, thresholds and the library's version: two equal ones decide alike."""
        try:
            library = installed_version("py3langid")
        except PackageNotFoundError:
            library = ""
        decides = [
            sorted(relevance.cues().items()),
            [relevance.LEAST, relevance.LEAST_WORDS, relevance.WINDOW],
            [language.LEAST_BYTES, language.LEAST_COMMON, language.MOST_ENGLISH, language.LEAST_OTHER, language.SAMPLE],
            library,
        ]
        return hashlib.sha256(json.dumps(decides).encode()).hexdigest()[:12]

    def judge(self, document: Document) -> SetAside | None:
        """Why a document is set aside, None where the model is to read it."""
        title, words = words_of(document)
        if other := language.other_language(document.text, words):
            return SetAside(document_id=document.id, reason=LANGUAGE, language=other)
        if len(words) < relevance.LEAST_WORDS:
            return None
        found = relevance.score([*title, *words])
        if found >= relevance.LEAST:
            return None
        return SetAside(document_id=document.id, reason=RELEVANCE, score=round(found, 2))


def words_of(document: Document) -> tuple[list[str], list[str]]:
    """Words of a document's title and of its text, in lower case."""
    return _WORD.findall((document.title or "").lower()), _WORD.findall(document.text.lower())
