"""Who stands beside somebody of whom a relative clause tells has no part in what it tells: "Castro, whose country guarantees the talks, sat with
Kerry"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.phrases import conjuncts, first_of
from dragoman.language.parse import Sentence

_OF_PEOPLE = frozenset({"who", "whose"})


def above_the_clause(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether somebody read to assist stands outside the clause with "who" or "whose" in which the event is told, and is not whom it tells of."""
    head = filled.mention.head
    if filled.role not in MEDIATORS | {"guarantor", "convener", "host"} or filled.rule != "model":
        return False
    if filled.mention.sentence != sentence.index:
        return False
    tokens = sentence.tokens
    word = candidate.words[-1]
    clause = next((i for i in (word, *sentence.ancestors(word)) if tokens[i].relation == "acl:relcl"), -1)
    if clause < 0 or head in sentence.subtree(clause) or words.verb(tokens[tokens[head].head].lemma):
        return False
    opens = min(sentence.subtree(clause))
    of_people = any(t.text.lower() in _OF_PEOPLE for t in tokens[opens : opens + 2])
    told_of = conjuncts(sentence, first_of(sentence, tokens[clause].head))
    phrase = {k for i in told_of for k in sentence.subtree(i)}
    return of_people and head not in phrase and head not in sentence.ancestors(clause)
