"""Days of a past act from which something still to come follows: "agreed on Friday to a truce", "are expected on Sunday to sign"."""

from __future__ import annotations

from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.ties import Tie, TimeAndPlaceWords, clause_mark, is_due, mark
from dragoman.language.parse import Sentence, matches

SET_FOR = frozenset({"for", "to", "by", "until", "till", "before", "from", "within"})
"""Prepositions of a day that is set for something: "announced talks for Friday", not "announced talks on Friday"."""


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
