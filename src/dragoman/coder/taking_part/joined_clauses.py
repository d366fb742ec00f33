"""Who acts, or is acted on, in a clause joined to that of a plain act, both with subjects of their own: "Chad closed its border and Togo armed
the rebels" tells of no rebels armed by Chad and of nothing done to Togo."""

from __future__ import annotations

from dragoman.coder.at_the_table.third_parties import acts
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.phrases import conjuncts, first_of, stands_below
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.coder.taking_part.own_clause import clause_of
from dragoman.language.parse import Sentence, matches

_JOINED = ("conj", "parataxis")
_OBJECTS = ("obj", "iobj")
_RULE = "subject of its own clause"
_COUNTRY = frozenset({"country", "nation", "state", "neighbour", "neighbor", "city"})
"""What one that was just named is called again."""


def without_joined_clauses(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants of a plain act without those who have a part in another main clause only.

    Where a doer falls away so, the subject of the act's own clause is the doer although it was read as done to: "Chad hates Togo and Togo
    distrusts Chad".
    """
    kept = _by_who_says(sentence, mentions, candidate, kept, words)
    rest = [f for f in kept if not _in_joined_clause(sentence, f, candidate, words, kept)]
    if len(rest) == len(kept) or any(f.role == "initiator" for f in rest):
        return rest
    verb = own_verb(sentence, candidate.words)
    if verb not in candidate.words or is_passive(sentence, verb) or not sentence.dependents(verb, "obj", "iobj"):
        return rest
    subjects = {k for i in sentence.dependents(verb, "nsubj") for k in conjuncts(sentence, i)}
    for f in rest:
        if f.role == "recipient" and f.mention.head in subjects:
            f.role, f.rule = "initiator", _RULE
    return rest


def _by_who_says(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants of what somebody does beside saying something without him of whom he says it: Chad of "Kenya said that Chad had mocked it, and
    pledged to retaliate"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    while verb >= 0 and tokens[verb].relation == "xcomp":
        verb = tokens[verb].head  # "pledged to rip up"
    if verb < 0 or tokens[verb].relation != "conj" or sentence.dependents(verb, "nsubj", "nsubj:pass"):
        return kept
    said = tokens[verb].head
    doers = [k for i in sentence.dependents(said, "nsubj") for k in conjuncts(sentence, i) if acts(sentence, k, words)]
    clauses = [c for c in sentence.dependents(said, "ccomp") if c < verb]
    told = {k for c in clauses for i in sentence.dependents(c, "nsubj") for k in conjuncts(sentence, i)}
    away = [f for f in kept if f.role == "initiator" and f.mention.head in told]
    if not doers or not away:
        return kept
    rest = [f for f in kept if f not in away]
    if any(f.role == "initiator" for f in rest):
        return rest
    return [*rest, *(Filled(mentions.at(sentence, i), "initiator", away[0].probability, _RULE) for i in doers)]


def _in_joined_clause(
    sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords, kept: list[Filled]
) -> bool:
    """Whether a phrase has a part in another main clause than the act's, which names who does it, or to whom, itself."""
    head = filled.mention.head
    if candidate.label.islower() or filled.mention.sentence != sentence.index or filled.mention.pronoun:
        return False
    if filled.role not in ("initiator", "recipient"):
        return False
    verb = own_verb(sentence, candidate.words)
    if filled.role == "recipient" and _is_object_of_joined(sentence, filled, candidate, kept):
        return True
    own, other = clause_of(sentence, verb), clause_of(sentence, head)
    if own < 0 or other < 0 or own == other:
        return False
    apart = filled.role == "initiator" and _are_parallel(sentence, own, other)
    if not apart and not _are_joined(sentence, own, other):
        return False
    if any(stands_below(sentence, verb, i) for i in sentence.dependents(other, "nsubj", "nsubj:pass")):
        return False
    if filled.role == "initiator":
        return not is_passive(sentence, own) and any(
            acts(sentence, k, words) for i in sentence.dependents(own, "nsubj") for k in conjuncts(sentence, i)
        )
    if _is_done_there(sentence, head, own, other, words):
        return True
    others = (f for f in kept if f is not filled and f.role == "recipient" and f.mention.sentence == sentence.index)
    return any(
        clause_of(sentence, f.mention.head) == own and sentence.tokens[f.mention.head].lemma.lower() not in _COUNTRY
        for f in others
    )


def _is_done_there(sentence: Sentence, head: int, own: int, other: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is the object of what another does in a clause of his own, and the act's verb has its own object: the rebels of "Chad closed
    its border and Togo armed the rebels"."""
    tokens = sentence.tokens
    top = first_of(sentence, head)
    if tokens[top].head != other or not matches(tokens[top].relation, _OBJECTS) or is_passive(sentence, own):
        return False
    theirs = any(acts(sentence, k, words) for i in sentence.dependents(other, "nsubj") for k in conjuncts(sentence, i))
    return theirs and bool(sentence.dependents(own, "obj"))


def _are_joined(sentence: Sentence, own: int, other: int) -> bool:
    """Whether one of two clauses follows the other, joined to it or to one that is."""
    first, last = min(own, other), max(own, other)
    while last != first and last >= 0 and matches(sentence.tokens[last].relation, _JOINED):
        last = sentence.tokens[last].head
        if last != first and first in conjuncts(sentence, last):
            return True
    return last == first


def _are_parallel(sentence: Sentence, own: int, other: int) -> bool:
    """Whether one clause stands below the sentence's verb and another is joined to that verb: "vowed revenge after Chad bombed a camp and Togo closed
    the border", however the parser hangs the last."""
    tokens = sentence.tokens
    joined, below = (own, other) if matches(tokens[own].relation, _JOINED) else (other, own)
    above = tokens[joined].head
    return (
        matches(tokens[joined].relation, _JOINED) and above == tokens[below].head and tokens[below].relation == "advcl"
    )


def _is_object_of_joined(sentence: Sentence, filled: Filled, candidate: Candidate, kept: list[Filled]) -> bool:
    """Whether a phrase is the object of another verb that the same subject has, and the act's verb has its own: the monitors for the arrest in
    "arrested a journalist and expelled the monitors"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    top = first_of(sentence, filled.mention.head)
    other = tokens[top].head
    if verb < 0 or other < 0 or other in candidate.words or not matches(tokens[top].relation, _OBJECTS):
        return False
    later = (tokens[other].relation, tokens[other].head) == ("conj", verb)
    earlier = (tokens[verb].relation, tokens[verb].head) == ("conj", other)
    if not (later or earlier) or is_passive(sentence, verb) or is_passive(sentence, other):
        return False
    own = {k for i in sentence.dependents(verb, *_OBJECTS) for k in conjuncts(sentence, i)}
    met = [f for f in kept if f.role == "recipient" and f.mention.head in own and f.mention.sentence == sentence.index]
    return any(f is not filled and sentence.tokens[f.mention.head].lemma.lower() not in _COUNTRY for f in met)
