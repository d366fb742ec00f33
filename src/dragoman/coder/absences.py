"""Staying away is a choice: whoever could not come boycotts nothing (codebook 2.2, `boycott`)."""

from __future__ import annotations

from dragoman.coder.judge import Candidate
from dragoman.language.parse import Sentence
from dragoman.ontology.word_lists import Lexicon

_BEFORE = 2
"""Words before the marked ones in which the inability may be told: "could not" of "could not attend"."""


def prevented(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the label is a boycott and its words say that somebody was not able to come, and the sentence sets no condition for coming.

    "Kenyatta could not attend", but not "Beijing says it cannot come as long as Russia is left out".
    """
    if candidate.label != "boycott":
        return False
    first, last = max(0, min(candidate.words) - _BEFORE), max(candidate.words)
    words = " ".join(token.text for token in sentence.tokens[first : last + 1])
    return lexicon.tells_of_inability(words) and not lexicon.sets_condition(sentence.text)
