"""Direct questions: what is asked is not told (codebook 1.3, certainty `underspecified`).

A yes-or-no question leaves open whether its event took place; a question for who, when, where or why takes that for granted, and so do
subordinate clauses of time and cause and relative clauses inside either. An indirect question ("asked whether") is the verb's affair.
"""

from __future__ import annotations

from dragoman.coder.grammar.classes import DEFINITE
from dragoman.coder.grammar.quotes import CLOSING, OPENING
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon
from dragoman.ontology.lexicon import Modality

_TAKING_PLACE = frozenset({"take", "happen", "occur", "go", "be", "come", "proceed", "materialise", "materialize"})
_ENDS = frozenset({".", "!", ";", "…", "..."})
"""Marks that end what stands before a question in one sentence, or in a quotation that is read as one."""
_EMBEDDED = ("ccomp", "xcomp", "advcl", "acl", "csubj", "obl", "nmod")


def asked(sentence: Sentence, words: list[int], modality: Modality) -> bool:
    """Whether a direct question leaves open that the event at `words` took place or will."""
    trigger = words[-1]
    for start, end in _questions(sentence, modality):
        if start <= words[0] and trigger < end:
            return _left_open(sentence, trigger, start, end, modality)
    return False


def taken_for_granted(sentence: Sentence, i: int, modality: Modality) -> bool:
    """Whether the clause or phrase at a word is told as a fact whatever stands above it: "after the talks collapsed", "which left"."""
    token = sentence.tokens[i]
    if matches(token.relation, ("advcl", "obl", "nmod")):
        return any((sentence.tokens[c].text.lower(),) in modality.presupposing for c in sentence.children[i] if c < i)
    return token.relation == "acl:relcl"


def told_as_known(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is told as known, whatever is asked or judged of it.

    It is by a relative clause ("the truce that Egypt brokered"), and as the subject of another verb than one of taking place also by a
    participle or definite ("will the deal hold", but not "will the talks be held", "host talks aimed at peace", "talks to be held").
    """
    tokens = sentence.tokens
    clauses = sentence.dependents(noun, "acl")
    if any(tokens[c].relation == "acl:relcl" for c in clauses):
        return True
    token = tokens[noun]
    if token.upos != "NOUN" or not matches(token.relation, ("nsubj",)):
        return False
    if any(all(tokens[m].text.lower() != "to" for m in sentence.dependents(c, "mark")) for c in clauses):
        return True
    definite = any(tokens[c].text.lower() in DEFINITE for c in sentence.dependents(noun, "det"))
    takes_place = tokens[token.head].lemma.lower() in lexicon.load().light_verbs | _TAKING_PLACE
    return (definite or bool(sentence.dependents(noun, "nmod:poss"))) and not takes_place


def _questions(sentence: Sentence, modality: Modality) -> list[tuple[int, int]]:
    """Direct questions as half-open runs of words: up to a question mark, else from an inverted auxiliary that opens a sentence or
    quotation to its end."""
    found: list[tuple[int, int]] = []
    start = 0
    around: list[int] = []
    for token in sentence.tokens:
        text = token.text
        if text in OPENING or (text == '"' and not around):
            around.append(start)
            start = token.i + 1
        elif text in CLOSING or text == '"':
            start = around.pop() if around else token.i + 1
        elif text in _ENDS or (text == ":" and not around):
            start = token.i + 1
        elif "?" in text:
            found.append((start, token.i))
            start = token.i + 1
        elif token.i == start and _inverted_at(sentence, token.i, modality):
            end = next((t.i for t in sentence.tokens[start:] if t.text in CLOSING or "?" in t.text), len(sentence))
            found.append((start, end))
    return found


def _inverted_at(sentence: Sentence, i: int, modality: Modality) -> bool:
    """Whether an auxiliary stands before its subject: "Did Egypt mediate"; not "Should talks fail", which sets a condition."""
    token = sentence.tokens[i]
    if token.upos != "AUX" or (token.text.lower(),) not in modality.question_openers:
        return False
    verb = token.head if matches(token.relation, ("aux", "cop")) else i
    subjects = sentence.dependents(verb, "nsubj", "expl")
    return bool(subjects) and i < min(subjects)


def _left_open(sentence: Sentence, trigger: int, start: int, end: int, modality: Modality) -> bool:
    """Whether a question that reaches from `start` to `end` leaves the event at `trigger` open."""
    first, words = _clause_asked(sentence, start, end, modality)
    if trigger not in words or told_as_known(sentence, trigger):
        return False
    for i in (trigger, *sentence.ancestors(trigger)):
        if i not in words:
            break  # what stands above it is not part of the question: "…?” he asked"
        if taken_for_granted(sentence, i, modality) or _asks_for_detail(sentence, i, first, modality):
            return False
    front = tuple(t.text.lower() for t in sentence.tokens[first : first + 2])
    return front in modality.open_questions or not _asks_what(sentence, first, end, modality)


def _clause_asked(sentence: Sentence, start: int, end: int, modality: Modality) -> tuple[int, frozenset[int]]:
    """First word and words of what is asked: the whole, or where it begins as a statement the last clause joined to it, which is the
    question ("Egypt mediated, but will Israel sign?")."""
    tokens = sentence.tokens
    whole = start, frozenset(range(start, end))
    root = next((i for i in range(start, end) if not start <= tokens[i].head < end and tokens[i].upos != "PUNCT"), None)
    if root is None or _asks(sentence, root, start, end, modality):
        return whole
    joined = [c for c in sentence.dependents(root, "conj") if c < end and sentence.dependents(c, "nsubj", "expl")]
    for clause in reversed(joined):
        words = frozenset(i for i in sentence.subtree(clause) if start <= i < end)
        first = min((i for i in words if tokens[i].upos not in ("CCONJ", "PUNCT")), default=clause)
        if _asks(sentence, clause, first, end, modality):
            return first, words
    return whole


def _asks(sentence: Sentence, verb: int, first: int, end: int, modality: Modality) -> bool:
    """Whether a clause has the order of a question: a question word first, or its auxiliary before its subject."""
    before = [c for c in (*sentence.dependents(verb, "aux", "cop"), verb) if sentence.tokens[c].upos == "AUX"]
    subjects = sentence.dependents(verb, "nsubj", "expl")
    if before and subjects and first <= min(before) < min(subjects):
        return True
    return _asks_what(sentence, first, end, modality)


def _asks_what(sentence: Sentence, start: int, end: int, modality: Modality) -> bool:
    """Whether a question word stands before the first verb, or in the main clause before its verb: "In whose presence did …", "If the
    truce fails, what can be done", but not "Will those who left …"."""
    tokens, words = sentence.tokens, modality.question_words
    for token in tokens[start:end]:
        if (token.text.lower(),) in words:
            return True
        if token.upos in ("VERB", "AUX"):
            break
    root = next(
        (i for i in range(start, end) if not start <= tokens[i].head < end and tokens[i].upos != "PUNCT"), start
    )
    parts = [c for c in sentence.children[root] if start <= c < root and not matches(tokens[c].relation, _EMBEDDED[:5])]
    parts += [d for c in parts for d in sentence.dependents(c, "det")]
    return any((tokens[i].text.lower(),) in words for i in (root, *parts))


def _asks_for_detail(sentence: Sentence, i: int, start: int, modality: Modality) -> bool:
    """Whether a clause inside the question is itself one for who, when or why: "Does anyone know who mediated the talks?"."""
    if not matches(sentence.tokens[i].relation, _EMBEDDED):
        return False
    first = min(sentence.subtree(i))
    return first > start and (sentence.tokens[first].text.lower(),) in modality.question_words
