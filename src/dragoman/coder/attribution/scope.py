"""How far a speaker answers in a sentence of several main clauses: "Hamas rejected it, but Israel, according to an official, agreed"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from dragoman.language.parse import Sentence, matches

_AGAINST = frozenset({"but", "yet", "while", "whereas"})
_WHEN = frozenset({"as", "after", "when", "while", "before", "since", "because", "until"})
_QUOTES = frozenset({"“", "”", '"', "``", "''"})


def beyond_parenthesis(sentence: Sentence, first: int, last: int) -> frozenset[int]:
    """Words of the clauses that a parenthesis from `first` to `last` says nothing of.

    At the beginning or end of the sentence it holds for all of it; behind clauses for those ("A, according to officials, and B"); inside
    a clause for that one.
    """
    rest = [t.i for t in sentence.tokens[last + 1 :] if t.upos != "PUNCT"]
    before = [t.i for t in sentence.tokens[:first] if t.upos != "PUNCT"]
    bounds = sorted({min(sentence.subtree(c)) for c in _joined(sentence)} - {0})
    if not rest or not before or not bounds:
        return frozenset()
    own = bisect_right(bounds, first)
    stop = bounds[own] if own < len(bounds) else len(sentence)
    inside = any(i < stop and sentence.tokens[i].upos != "CCONJ" for i in rest)
    start = bounds[own - 1] if own and inside else 0
    return frozenset(i for i in range(len(sentence)) if not start <= i < stop)


def beyond_speech(sentence: Sentence, verb: int, words: Collection[int], reporting: Collection[str]) -> frozenset[int]:
    """Words of the clauses, among those below a verb of saying, that the article tells on its own: behind a semicolon, or against what
    was said before the verb ("…, the rebels said, but the mediator praised both"), or where another person speaks ("Kerry said it held,
    and Lavrov condemned Ukraine"); clauses with "that" are said all the same, and so are those in which he goes on ("; he added that").
    """
    found: set[int] = set()
    for clause in (c for c in words if c > verb and _has_subject(sentence, c)):
        token = sentence.tokens[clause]
        if not matches(token.relation, ("conj", "parataxis")) or _is_told(sentence, clause):
            continue
        if token.lemma.lower() in reporting and all(
            sentence.tokens[s].upos == "PRON" for s in _subjects(sentence, clause)
        ):
            continue
        whole = sentence.subtree(clause)
        between = [t.text for t in sentence.tokens[verb + 1 : max(min(whole), verb) + 1]]
        if sum(t in _QUOTES for t in between) % 2 or ":" in between:
            continue
        joint = {sentence.tokens[c].text.lower() for c in sentence.dependents(clause, "cc", "mark")}
        if ";" in between or (token.head < verb and joint & _AGAINST) or _speaks_himself(sentence, clause, reporting):
            found.update(whole)
    return frozenset(found)


def _speaks_himself(sentence: Sentence, clause: int, reporting: Collection[str]) -> bool:
    """Whether a clause joined by a comma and "and" has a person by name for its subject and, in the past, a verb of saying of his own."""
    token = sentence.tokens[clause]
    subjects = [sentence.tokens[s] for s in _subjects(sentence, clause)]
    joint = sentence.dependents(clause, "cc")
    return (
        token.lemma.lower() in reporting
        and token.text.lower() != token.lemma.lower()
        and not sentence.dependents(clause, "aux")
        and any(s.name.endswith("PER") for s in subjects)
        and any(c > 0 and sentence.tokens[c - 1].text == "," for c in joint)
    )


def parted(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a semicolon outside of quotation marks stands between two words."""
    between = [t.text for t in sentence.tokens[min(a, b) : max(a, b)]]
    return ";" in between and not any(t in _QUOTES for t in between)


def is_circumstance(sentence: Sentence, verb: int, word: int) -> bool:
    """Whether what somebody says is told only as the circumstance of an act: "the truce collapsed as Ukraine accused Russia"."""
    token = sentence.tokens[verb]
    marks = {sentence.tokens[c].text.lower() for c in sentence.dependents(verb, "mark")}
    return token.head == word and matches(token.relation, ("advcl",)) and bool(marks & _WHEN)


def _joined(sentence: Sentence) -> list[int]:
    """Main clauses with a subject of their own that are joined to another."""
    return [
        t.i
        for t in sentence.tokens
        if t.relation == "conj" and _has_subject(sentence, t.i) and not _is_told(sentence, t.i)
    ]


def _subjects(sentence: Sentence, clause: int) -> list[int]:
    return sentence.dependents(clause, "nsubj", "expl", "csubj")


def _has_subject(sentence: Sentence, clause: int) -> bool:
    return bool(_subjects(sentence, clause))


def _is_told(sentence: Sentence, clause: int) -> bool:
    return any(sentence.tokens[c].text.lower() == "that" for c in sentence.dependents(clause, "mark"))
