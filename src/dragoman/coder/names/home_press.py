"""Whom an outlet means by words that elsewhere mean another: "the President", "senators" and "the military" in an American paper, "the Congress" in
an Indian one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from dragoman.actors import Knowledge, Resolution
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

_EVERYWHERE = frozenset({"wire", "igo", "ngo", "aggregator", "social"})
"""Types of outlets (codebook 1.1) that write for no country's readers."""
_SAYS_PRESIDENT = frozenset({"USA"})
"""States whose press means its own by "the President" with a capital letter."""
_FORCES = frozenset({"MIL"})
_TITLE = "President"
_NEAR = 1


class Named(Protocol):
    """A noun phrase with who it means (`coder.names.mention`)."""

    sentence: int
    head: int
    resolution: Resolution


def is_the_congress(sentence: Sentence, head: int, words: str) -> bool:
    """Whether a phrase is "the Congress", as other bodies than the American one are called: Libya's, India's; not "the Congress in Washington"."""
    articles = {sentence.tokens[c].text.lower() for c in sentence.children[head]}
    placed = head + 1 < len(sentence.tokens) and sentence.tokens[head + 1].text.lower() == "in"
    return words.removeprefix("the ") == "Congress" and "the" in articles and not placed


class HomePress:
    """The words of the press of one country; of no country, where the outlet is not known or writes for all."""

    def __init__(self, outlet: str | None, knowledge: Knowledge, published: str | None) -> None:
        row = knowledge.outlet(outlet) if outlet else None
        self._home = row.home_country if row is not None and row.outlet_type not in _EVERYWHERE else ""
        self._knowledge, self._published = knowledge, published

    def of(
        self, sentence: Sentence, head: int, words: str, alone: Resolution, told_before: Callable[[], Sequence[Named]]
    ) -> Resolution | None:
        """Who a bare phrase means; None where the outlet does not tell, or the text has not spoken of its country before.

        Args:
            alone: who the phrase means otherwise. told_before: gives the names before it; asked only for the few words that count.
        """
        if not self._home:
            return None
        bare, chambers = words.removeprefix("the ").removeprefix("The "), lexicon.load().classes["chamber"]
        president = bare.lower() == "president"
        chamber = bare in chambers or (alone.actor is None and alone.sector == "LEG")
        if not president and not chamber and (alone.actor is not None or alone.sector not in _FORCES):
            return None
        told = told_before()
        at_home = any(m.resolution.country == self._home for m in told)
        if president:
            return self._president(sentence, head, alone, told) if at_home else None
        if alone.actor == "gov:usa-congress" and chamber:
            article = any(sentence.tokens[c].text.lower() == "the" for c in sentence.dependents(head, "det"))
            abroad = not article and any(m.resolution.country == alone.country for m in told)
            return None if abroad or self._home == alone.country else self._own(bare)
        if alone.actor is not None or not at_home or not self._is_bare(sentence, head, bare):
            return None
        if any(m.sentence == sentence.index and m.resolution.country not in (None, self._home) for m in told):
            return None
        last = told[-1]
        near = last.resolution.country == self._home and sentence.index - last.sentence <= _NEAR
        return self._own(bare) if chamber or near else None

    def _president(self, sentence: Sentence, head: int, alone: Resolution, told: Sequence[Named]) -> Resolution | None:
        """The president at home: with a capital letter, unless somebody of another state alone is named before him in the sentence; without
        one, where nobody else is meant and no other president, as against a king, is named shortly before."""
        if self._home not in _SAYS_PRESIDENT:
            return None
        here = {m.resolution.country for m in told if m.sentence == sentence.index} - {None}
        if sentence.tokens[head].text[:1].isupper():
            return self._own("president") if not here or self._home in here else None
        others = [
            m
            for m in told
            if m.resolution.person is not None
            and m.resolution.country != self._home
            and f": {_TITLE} of " in m.resolution.why
        ]
        return self._own("president") if alone.actor is None and not others else None

    def _is_bare(self, sentence: Sentence, head: int, words: str) -> bool:
        """Whether nothing in a phrase, nor behind it, tells whose it is."""
        behind = sentence.dependents(head, "nmod", "acl")
        return not self._knowledge.match(words) and not behind

    def _own(self, words: str) -> Resolution | None:
        adjective = self._knowledge.entries.adjective(self._home)
        found = self._knowledge.resolve(f"{adjective} {words}", published=self._published)
        return found if found.actor is not None and found.country == self._home else None
