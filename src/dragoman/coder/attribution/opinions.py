"""Where the author of a document judges in his own voice (rule R15; codebook 1.3, speech_mode `author_opinion`).

In a commentary (its genre, or where none is told its outlet) that is what a judgement governs (`judgements`), and what a question leaves
open. In any other document it is only what "I think" or "in my view" governs, outside quotations. What is told without such words is
told as fact, also in a commentary.
"""

from __future__ import annotations

import re
from collections import Counter

from dragoman.actors import Knowledge
from dragoman.coder.attribution.judgements import Judgement, OpinionWords, governed, index, judgements
from dragoman.coder.grammar.questions import asked, told_as_known
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon
from dragoman.records import Document, EventMention

_I = re.compile(r"\b(?:I|[Mm]y)\b")
_LABEL = re.compile(r"^[ \t*]*([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})[*]*(?::|[ \t]*$)", re.MULTILINE)
_TITLE_LABEL = re.compile(r"\s*\W?([A-Za-z][A-Za-z-]+)\W?\s*(?:[:|]|\s[-–—]\s)")
_TURNS = 2
"""Times that each of two speakers must be named at least."""


class Opinions:
    """The author's judgements in one document.

    Args:
        quoted: spans of direct speech, in characters.
    """

    def __init__(
        self, document: Document, knowledge: Knowledge, words: OpinionWords, quoted: list[tuple[int, int]]
    ) -> None:
        self._words, self._quoted = words, quoted
        self.commentary = is_commentary(document, knowledge, words)
        speech = (document.genre or "").lower() in words.speech_genres
        self._may_judge = self.commentary or (not speech and _I.search(document.text) is not None)
        if self._may_judge and not document.genre and is_conversation(document.text):
            self.commentary = self._may_judge = False
        self._runs = index(words, commentary=self.commentary) if self._may_judge else {}
        self._found: dict[int, list[Judgement]] = {}

    def in_sentence(self, sentence: Sentence) -> list[Judgement]:
        """Judgements of a sentence in order, outside quotations."""
        if not self._may_judge or _single_quoted(sentence.text):
            return []
        if sentence.index not in self._found:
            self._found[sentence.index] = judgements(sentence, self._runs, self._words, self._quoted)
        return self._found[sentence.index]

    def govern(self, sentence: Sentence, words: list[int]) -> bool:
        """Whether the event at `words` is the author's own judgement, if nobody else is told to say it."""
        if not self._may_judge:
            return False
        judged = any(words[-1] in governed(sentence, j) for j in self.in_sentence(sentence))
        if judged and not told_as_known(sentence, words[-1]):
            return True
        return self.commentary and asked(sentence, words, lexicon.load().modality)


def is_conversation(text: str) -> bool:
    """Whether a text is set as an interview: lines that name who speaks ("Q:", "Jane Doe:", a name on a line of its own) come again."""
    labels = Counter(m.group(1) for m in _LABEL.finditer(text))
    return sum(n for n in labels.values() if n >= _TURNS) >= 2 * _TURNS


def _single_quoted(text: str) -> bool:
    """Whether a sentence opens or ends a quotation in single marks, which `quotes` does not pair, as they are apostrophes, too."""
    return "‘" in text or text.startswith("'") or text.rstrip().endswith(("’", "'"))


def is_commentary(document: Document, knowledge: Knowledge, words: OpinionWords) -> bool:
    """Whether a document is its author's commentary or analysis: by its genre, where none is told by a label before its title
    ("Opinion: …", "Editorial | …") or the type of its outlet."""
    if document.genre:
        return document.genre.lower() in words.genres
    label = _TITLE_LABEL.match(document.title or "")
    if label is not None and label[1].lower() in words.genres:
        return True
    outlet = knowledge.outlet(document.outlet) if document.outlet else None
    return outlet is not None and outlet.outlet_type in words.outlet_types


def claims_no_event(mention: EventMention) -> bool:
    """Whether a mention is opinion, which makes no event (rule R15); that it has somebody kept out stays, as the author's claim (1.16)."""
    return mention.speech_mode == "author_opinion" and not any(p.exclusion for p in mention.participants)
