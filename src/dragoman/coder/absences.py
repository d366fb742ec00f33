"""Staying away is a choice: whoever could not come boycotts nothing (codebook 2.2, `boycott`)."""

from __future__ import annotations

from dragoman.coder.judge import Candidate
from dragoman.coder.not_there import NO
from dragoman.language.parse import Sentence
from dragoman.ontology.word_lists import Lexicon

_COMING = frozenset({"attend", "come", "go", "join", "participate", "send", "travel"})
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


def comes_after_all(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the model took for a boycott that somebody comes or sends people, with nothing that denies it: "would send a delegation"."""
    if candidate.label != "boycott" or candidate.ruling is not None:
        return False
    verbs = [i for i in candidate.words if sentence.tokens[i].lemma.lower() in _COMING]
    near = {i for v in verbs for i in (v, *sentence.dependents(v, "obj", "advmod", "aux", "nsubj"))}
    denied = any(sentence.tokens[c].text.lower() in NO for i in near for c in (i, *sentence.children[i]))
    return bool(verbs) and not denied
