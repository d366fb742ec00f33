"""Functions that nobody has: only offered or proposed, or disclaimed ("Kenya offered to serve as a mediator", "said it was not acting as one")."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import NOT
from dragoman.language.parse import Sentence


def only_sought(sentence: Sentence, i: int, event: Collection[int], words: ThirdPartyWords) -> bool:
    """Whether a function that somebody is told to have is only offered or proposed in a clause that doesn't tell of the event: "talks in Georgia,
    whose premier offered to serve as a mediator"."""
    for above in sentence.ancestors(i):
        if sentence.tokens[above].lemma.lower() in words.seeking:
            return above not in event and all(above not in sentence.ancestors(word) for word in event)
    return False


def is_disclaimed(sentence: Sentence, i: int, event: Collection[int]) -> bool:
    """Whether somebody is told not to have a function in a clause that is not the event: "was not acting as a mediator and hoped they would
    meet"."""
    for above in sentence.ancestors(i):
        if sentence.tokens[above].upos == "VERB":
            denied_ = any(sentence.tokens[c].text.lower() in NOT for c in sentence.children[above])
            return denied_ and above not in event
        if sentence.tokens[above].relation == "acl:relcl":
            return False  # "the talks, in which Chad is a mediator, have not met"
    return False
