"""Days of a past act from which something still to come follows: "agreed on Friday to a truce", "are expected on Sunday to sign"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.coder.grammar.classes import MAIN_CLAUSES
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.ties import Tie, TimeAndPlaceWords, clause_mark, is_due, mark
from dragoman.language.parse import Sentence, matches

SET_FOR = frozenset({"for", "to", "by", "until", "till", "before", "from", "within"})
"""Prepositions of a day that is set for something: "announced talks for Friday", not "announced talks on Friday"."""
_OF_PAST = frozenset({"had", "has", "have", "was", "were", "did", "been", "after", "when", "that"})


def of_past_act(sentence: Sentence, words: list[int], root: int, tied: Tie, vocabulary: TimeAndPlaceWords) -> bool:
    """Whether a day is that of a past act of which the event is what comes of it: "agreed on Friday to a truce", "a truce
    agreed on Friday"; not "talks set for Friday"."""
    if preposition(sentence, root) in SET_FOR or is_due(sentence, root):
        return False
    tokens = sentence.tokens
    named = [i for i in tied.way[1:] if matches(tokens[i].relation, ("acl",)) and tokens[i].upos == "VERB"]
    if named:
        past = all(is_past(sentence, i, vocabulary) for i in named)
        return past and mark(sentence, tied.way[1:], vocabulary) is None
    plain = clause_mark(sentence, tied.top, vocabulary) in (None, "past")
    verb = tied.top not in words and tokens[tied.top].upos == "VERB"
    return verb and plain and is_past(sentence, tied.top, vocabulary)


def is_past(sentence: Sentence, word: int, vocabulary: TimeAndPlaceWords) -> bool:
    """Whether a verb has a past form and sets no day ahead: "agreed", but not "scheduled"."""
    token = sentence.tokens[word]
    form, lemma = token.text.lower(), token.lemma.lower()
    return form != lemma and not form.endswith(("ing", "s")) and lemma not in vocabulary.ahead


def sets_ahead(sentence: Sentence, word: int, vocabulary: TimeAndPlaceWords) -> bool:
    """Whether a word puts its infinitive on its own day: "are expected on Sunday to sign"."""
    token = sentence.tokens[word]
    helpers = (sentence.tokens[c].relation for c in sentence.children[word])
    passive = token.upos == "ADJ" or any(matches(relation, ("aux:pass", "cop")) for relation in helpers)
    return passive and bool({token.text.lower(), token.lemma.lower()} & vocabulary.ahead)


def told_as_past(sentence: Sentence, root: int, vocabulary: TimeAndPlaceWords) -> bool:
    """Whether a day hangs on a finite verb that tells it as over: "signed a text on Jan. 1", not "aid pledged for May", "are to meet"."""
    verb = sentence.tokens[root].head
    if verb < 0 or sentence.tokens[verb].upos != "VERB" or preposition(sentence, root) in SET_FOR | {"until", "before"}:
        return False
    helpers = {sentence.tokens[c].text.lower() for c in sentence.dependents(verb, "aux", "aux:pass", "mark")}
    if not is_past(sentence, verb, vocabulary) or helpers - _OF_PAST or is_due(sentence, root):
        return False
    return bool(helpers) or bool(sentence.dependents(verb, "nsubj")) or sentence.tokens[verb].relation in MAIN_CLAUSES


def of_plan_below(
    sentence: Sentence, words: list[int], root: int, vocabulary: TimeAndPlaceWords, *, agreed: bool
) -> bool:
    """Whether a day is that of what an act decides or speaks of, still to come: "agreed to hold elections on 10 December"."""
    tokens = sentence.tokens
    for i in sentence.ancestors(root):
        if i in words:
            return False
        if tokens[i].upos != "VERB" or not matches(
            tokens[i].relation, ("xcomp", "acl", "ccomp") if agreed else ("acl", "ccomp")
        ):
            continue
        forms = {tokens[c].text.lower() for c in sentence.dependents(i, "aux", "mark")}
        if "to" in forms or forms & vocabulary.modals:
            return any(i in sentence.subtree(w) for w in words)
    return False


def of_other_event(sentence: Sentence, words: list[int], root: int, others: AbstractSet[int]) -> bool:
    """Whether a day hangs on the verb of another event in a clause of its own: "in the hotel where they signed two accords in May",
    "shelled Homs, which has been under siege since May"."""
    verb = sentence.tokens[root].head
    if (
        verb not in others
        or not (sentence.tokens[verb].upos == "VERB" or sentence.dependents(verb, "cop"))
        or sentence.tokens[verb].head in words
    ):
        return False
    apart = matches(sentence.tokens[verb].relation, ("acl", "advcl", "parataxis"))
    return apart and bool(sentence.dependents(verb, "nsubj")) and not any(w in sentence.subtree(verb) for w in words)
