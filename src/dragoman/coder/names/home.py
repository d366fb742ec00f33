"""Whose "the government" and "the army" are in a report from a capital on what its own state does: "ANKARA - Turkey shelled a Syrian village.
The army said it had killed ten men."."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from dragoman.actors import Knowledge, Resolution
from dragoman.actors.resolution import STATE_SECTORS
from dragoman.coder.grammar.phrases import forms_of, phrase_words
from dragoman.language.parse import Sentence
from dragoman.text.dateline import dateline

_SECTORS = STATE_SECTORS | {"OPP"}
_OPENING = 3
"""Sentences that say whether a report is of talks, where it comes from the place where others meet."""
_NEAR = 2
_NAMES = frozenset({"name", "capital", "metonym", "place", "person"})
_SAYS_OTHERWISE = frozenset({"USA"})
"""States whose press calls its own government "the administration", and means another's by "the government"."""


class Home:
    """The state that a report comes from and tells of.

    Args:
        desk: the state in which the dateline's place lies, or None.
        of_talks: words for talks, mediation and truces.
    """

    def __init__(
        self, sentences: Sequence[Sentence], knowledge: Knowledge, desk: str | None, of_talks: frozenset[str]
    ) -> None:
        self._sentences, self._knowledge, self._desk, self._of_talks = sentences, knowledge, desk, of_talks

    @cached_property
    def state(self) -> str | None:
        """The state at home, where the first sentence tells what it does and the opening has no word for talks."""
        if self._desk is None or self._desk in _SAYS_OTHERWISE or not self._sentences:
            return None
        opening = self._sentences[:_OPENING]
        if any(form in self._of_talks for s in opening for form in forms_of(s)):
            return None
        first = self._sentences[0]
        return self._desk if self._acts(first, self._desk) or self._bare_body_acts(first) else None

    def means(self, sentence: Sentence, words: str, alone: Resolution) -> str | None:
        """The state whose body a bare phrase means that nothing else tells; None where it is none, or where another state than that at home
        is named shortly before, by more than an adjective: "PARIS - France condemned the coup in Mali. The army seized power on Monday"."""
        if alone.actor is not None or alone.sector not in _SECTORS or self._knowledge.match(words):
            return None
        if self.state is None:
            return None
        near = self._sentences[max(0, sentence.index - _NEAR) : sentence.index + 1]
        others = (
            self._knowledge.entries.country_of(c)
            for s in near
            for m in self._knowledge.match(s.text)
            for c, kind in zip(m.candidates, m.kinds, strict=True)
            if kind in _NAMES
        )
        return self.state if set(others) <= {self.state} else None

    def _acts(self, sentence: Sentence, state: str) -> bool:
        """Whether a state is a subject of a sentence, or whose body or people are."""
        known = self._knowledge
        return any(
            state == known.entries.country_of(c)
            for words in _subjects(sentence).values()
            for m in known.match(words)
            for c in m.candidates
        )

    def _bare_body_acts(self, sentence: Sentence) -> bool:
        """Whether a body that nothing names is the subject: "WARSAW - The government accused a Russian journalist"."""
        return any(
            not self._knowledge.match(words)
            and any(sentence.tokens[c].text.lower() == "the" for c in sentence.dependents(head, "det"))
            and self._knowledge.resolve(words).sector in STATE_SECTORS
            for head, words in _subjects(sentence).items()
        )


def _subjects(sentence: Sentence) -> dict[int, str]:
    """Heads and words of the subjects of a sentence, behind its dateline."""
    line = dateline(sentence.text) if sentence.index == 0 else None
    begin = sentence.start + (line.end if line is not None else 0)
    heads = [t.i for t in sentence.tokens if t.relation in ("nsubj", "nsubj:pass") and t.start >= begin]
    spans = {i: sentence.slice(*phrase_words(sentence, i)) for i in heads}
    return {i: sentence.text[a - sentence.start : b - sentence.start] for i, (a, b) in spans.items()}
