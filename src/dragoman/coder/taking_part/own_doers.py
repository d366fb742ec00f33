"""Where a clause has its own subject, who is the subject of another does not do it, too: "Turkey hosted the talks, and Iran, while welcoming
them, sent nobody" has Iran alone welcome them."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.classes import RELATIVE_PRONOUNS
from dragoman.coder.grammar.phrases import conjuncts, first_of, stands_below
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.language.parse import Sentence, matches

_DOING = frozenset({"initiator", "participant"})
_BELOW_NAMES = ("nmod", "appos", "compound", "flat")
_SHARING = ("advcl", "xcomp")
"""Clauses without a subject that have that of the verb above: "while welcoming", "vowed to help"."""


def does_another_thing(sentence: Sentence, filled: Filled, candidate: Candidate, kept: list[Filled]) -> bool:
    """Whether a phrase is the subject of another clause, while somebody else who was read so is the subject of the event's own."""
    if filled.role not in _DOING or filled.rule != "model" or filled.mention.sentence != sentence.index:
        return False
    tokens, verb = sentence.tokens, own_verb(sentence, candidate.words)
    while verb >= 0 and not sentence.dependents(verb, "nsubj") and matches(tokens[verb].relation, _SHARING):
        inner, verb = verb, tokens[verb].head
        verb = _around(sentence, verb, inner)
    if verb < 0 or is_passive(sentence, verb):
        return False
    subjects = sentence.dependents(verb, "nsubj")
    own = {k for s in subjects for k in conjuncts(sentence, s)}
    if any(tokens[k].text.lower() in RELATIVE_PRONOUNS for k in own):
        return False
    if not any(
        f.role == filled.role and (f.mention.known or not f.mention.pronoun) and f.mention.head in own for f in kept
    ):
        return False
    same = [f for f in kept if f.mention.head in own and f.mention.pronoun and f.mention.actor == filled.mention.actor]
    if same and filled.mention.actor is not None:
        return False  # "Israel said it had opened": the name tells who "it" is
    head = filled.mention.head
    top = first_of(sentence, head)
    while matches(tokens[top].relation, _BELOW_NAMES) and tokens[top].head >= 0:
        top = first_of(sentence, tokens[top].head)  # "the envoys of Chad and Togo"
    if head in own or top in own or any(stands_below(sentence, head, s) for s in subjects):
        return False
    return matches(tokens[top].relation, ("nsubj",)) and tokens[top].head not in (verb, *candidate.words)


def _around(sentence: Sentence, verb: int, clause: int) -> int:
    """The verb beside `verb` whose subject stands before a clause and itself behind it, however the parser hangs the clause."""
    for other in sentence.dependents(verb, "conj"):
        if other > clause and any(verb < s < clause for s in sentence.dependents(other, "nsubj")):
            return other
    return verb
