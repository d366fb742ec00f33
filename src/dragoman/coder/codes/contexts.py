"""PLOVER contexts that words of a clause show (`lexicon/contexts.yaml`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dragoman.language.parse import Sentence

Lemmas = frozenset[tuple[str, ...]]


class ContextWords:
    """Words that show a context, found by their last word, so that a clause costs a look-up a word."""

    def __init__(self, contexts: Mapping[str, Lemmas]) -> None:
        self._order = {context: place for place, context in enumerate(contexts)}
        self._by_last: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for context, wordings in contexts.items():
            for words in wordings:
                self._by_last[words[-1]].append((words, context))

    def of(self, sentence: Sentence, positions: Iterable[int]) -> list[str]:
        """Contexts shown by the words at these positions, in the order of the file."""
        tokens = sentence.tokens
        found: set[str] = set()
        for i in positions:
            for form in {tokens[i].lemma.lower(), tokens[i].text.lower()} & self._by_last.keys():
                for words, context in self._by_last[form]:
                    first = i - len(words) + 1
                    if (
                        context not in found
                        and first >= 0
                        and all(
                            word in (tokens[first + k].lemma.lower(), tokens[first + k].text.lower())
                            for k, word in enumerate(words)
                        )
                    ):
                        found.add(context)
        return sorted(found, key=self._order.__getitem__)
