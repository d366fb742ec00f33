"""Chains of one document, and the questions that one asks of them."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.coreference.features import Table
from dragoman.coder.coreference.ranker import Ranker, chains, load
from dragoman.coder.coreference.speakers import Place, speaker_of, speakers
from dragoman.coder.names import groups
from dragoman.coder.names.coreference_words import CoreferenceWords
from dragoman.coder.names.coreference_words import load as load_words
from dragoman.coder.names.references import Reference, in_order, references
from dragoman.language.parse import Sentence


class Resolved:
    """Which phrases of a document mean the same.

    Attributes:
        chains: phrases that mean one thing, in reading order; chains of one are among them; no phrase stands in two.
    """

    def __init__(
        self, found: Sequence[Reference], made: Sequence[Sequence[int]], sentences: Sequence[Sentence], words: CoreferenceWords,
        said: dict[tuple[int, int], Place],
    ) -> None:  # fmt: skip
        self.chains = tuple(tuple(found[i] for i in chain) for chain in made)
        self._found, self._sentences, self._words, self._said = found, sentences, words, said
        self._chain_of = {r: k for k, chain in enumerate(self.chains) for r in chain}
        self._at: dict[Place, Reference] = {}
        for r in found:  # a row and its first member share a head: the member is meant
            if (r.sentence, r.head) not in self._at or not groups.is_row(r, sentences[r.sentence]):
                self._at[r.sentence, r.head] = r

    def at(self, sentence: int, head: int) -> Reference | None:
        """The phrase with that head word."""
        return self._at.get((sentence, head))

    def chain(self, reference: Reference) -> tuple[Reference, ...]:
        """All phrases that mean the same as one, itself included."""
        return self.chains[self._chain_of[reference]]

    def antecedent(self, sentence: int, head: int) -> Reference | None:
        """What a pronoun or description means: the nearest name before it in its chain, else the nearest description before.

        "I" and "we" in a quotation give its speaker's antecedent, or the speaker. None for names and where there is nothing before.
        """
        reference = self.at(sentence, head)
        if reference is None or reference.kind == "name":
            return None
        speaker = self.speaker(sentence, head)
        if speaker is not None:
            return speaker if speaker.kind == "name" else (self.antecedent(speaker.sentence, speaker.head) or speaker)
        before = [r for r in self.chain(reference) if r < reference and r.kind != "pronoun"]
        return next((r for kind in ("name", "description") for r in reversed(before) if r.kind == kind), None)

    def speaker(self, sentence: int, head: int) -> Reference | None:
        """Who speaks, for a pronoun of the first person in a quotation."""
        low = self._sentences[sentence].tokens[head].text.lower()
        first = self._words.first_person
        if low not in first.singular and low not in first.plural:
            return None
        place = speaker_of(self._sentences[sentence], head, self._said)
        return self.at(*place) if place else None

    def members(self, sentence: int, head: int) -> tuple[Reference, ...]:
        """Whom a plural joins: "the two leaders", "both sides", "they" for a row; () for anything else or where it cannot be told."""
        reference = self.at(sentence, head)
        if reference is None:
            return ()
        asked = groups.wanted(self._sentences[sentence], reference, self._words)
        row = next(
            (r for r in self.chain(reference) if r < reference and groups.is_row(r, self._sentences[r.sentence])), None
        )
        if row is not None and (asked is not None or reference.kind == "pronoun"):
            return groups.row_members(row, self._found, self._sentences[row.sentence])
        if asked is None:
            return ()
        earlier = [r for r in self._found if r < reference]
        return groups.members(reference, *asked, earlier, self._sentences, self._chain_of.__getitem__)

    def counterpart(self, sentence: int, head: int) -> groups.Counterpart | None:
        """Whose counterpart "his Turkish counterpart" is, and the office as the text names it; None for other phrases."""

        def of(owner: int) -> Reference | None:
            return self.antecedent(sentence, owner) or self.at(sentence, owner)

        def office(whose: Reference) -> str:
            named = [groups.office_in(r, self._sentences[r.sentence], self._words) for r in self.chain(whose)]
            return next((name for name in named if name), "")

        return groups.counterpart(self._sentences[sentence], head, self._words, of, office)


def resolve_document(sentences: Sequence[Sentence], text: str | None = None) -> Resolved:
    """Find the phrases of a document and join those that mean the same.

    Args:
        sentences: the parsed document; a phrase's `sentence` is its position here.
        text: the document, for quotations that run over sentences; put together from the sentences where it is not given.
    """
    words = load_words()
    return resolve_references(references(sentences, words), sentences, text)


def resolve_references(
    found: Sequence[Reference], sentences: Sequence[Sentence], text: str | None = None, ranker: Ranker | None = None
) -> Resolved:
    """Join given phrases; see `resolve_document`."""
    words = load_words()
    text = text if text is not None else _text(sentences)
    found = in_order(found)
    said = speakers(sentences, text)
    at = {(r.sentence, r.head): i for i, r in enumerate(found) if not groups.is_row(r, sentences[r.sentence])}
    joined = []
    for i, r in enumerate(found):
        token = sentences[r.sentence].tokens[r.head]
        if token.text.lower() in words.first_person.singular and r.kind == "pronoun":
            place = speaker_of(sentences[r.sentence], r.head, said)
            if place in at and at[place] != i:
                joined.append((i, at[place]))
    table = Table(found, sentences, text, words)
    antecedents = (ranker or load()).antecedents(table, {i: None for i, _ in joined})
    for i, r in enumerate(found):
        if antecedents[i] is None and groups.is_bare_body(sentences[r.sentence], r, words):
            antecedents[i] = groups.last_body(found[:i], r)
    return Resolved(found, chains(antecedents, joined), sentences, words, said)


def _text(sentences: Sequence[Sentence]) -> str:
    """The characters of the sentences at their places; a gap of more than one is taken for the end of a paragraph."""
    text = ""
    for sentence in sentences:
        gap = sentence.start - len(text)
        text += (" " if gap == 1 else "\n" * max(gap, 0)) + sentence.text
    return text
