"""Direct questions: what is asked is not told (codebook 1.3, certainty `underspecified`).

A yes-or-no question leaves open whether its event took place; a question for who, when, where or why takes that for granted, and so do
subordinate clauses of time and cause and relative clauses inside either. An indirect question ("asked whether") is the verb's affair.
"""

from __future__ import annotations

from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Modality

_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})
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
    """Whether a noun is told as known by a clause that describes it: "the truce that Egypt brokered", as a subject also "the truce
    brokered by Egypt"; not "host talks aimed at peace", "talks to be held"."""
    tokens = sentence.tokens
    subject = matches(tokens[noun].relation, ("nsubj",))
    for c in sentence.dependents(noun, "acl"):
        infinitive = any(tokens[m].text.lower() == "to" for m in sentence.dependents(c, "mark"))
        if tokens[c].relation == "acl:relcl" or (subject and not infinitive):
            return True
    return False


def _questions(sentence: Sentence, modality: Modality) -> list[tuple[int, int]]:
    """Direct questions as half-open runs of words: up to a question mark, else from an inverted auxiliary that opens a sentence or
    quotation to its end."""
    found: list[tuple[int, int]] = []
    start = 0
    around: list[int] = []
    for token in sentence.tokens:
        text = token.text
        if text in _OPENING or (text == '"' and not around):
            around.append(start)
            start = token.i + 1
        elif text in _CLOSING or text == '"':
            start = around.pop() if around else token.i + 1
        elif text == ":" and not around:
            start = token.i + 1
        elif "?" in text:
            found.append((start, token.i))
            start = token.i + 1
        elif token.i == start and _inverted_at(sentence, token.i, modality):
            end = next((t.i for t in sentence.tokens[start:] if t.text in _CLOSING or "?" in t.text), len(sentence))
            found.append((start, end))
    return found


def _inverted_at(sentence: Sentence, i: int, modality: Modality) -> bool:
    """Whether an auxiliary stands before its subject: "Did Egypt mediate"; not "Should talks fail", which sets a condition."""
    token = sentence.tokens[i]
    if token.upos != "AUX" or (token.text.lower(),) not in modality.question_openers:
        return False
    verb = token.head if matches(token.relation, ("aux", "cop")) else i
    return any(i < c for c in sentence.dependents(verb, "nsubj"))


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
    return front in modality.open_questions or not _begins_with_question_word(sentence, first, end, modality)


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
    subjects = sentence.dependents(verb, "nsubj")
    if before and subjects and first <= min(before) < min(subjects):
        return True
    return _begins_with_question_word(sentence, first, end, modality)


def _begins_with_question_word(sentence: Sentence, start: int, end: int, modality: Modality) -> bool:
    """Whether a question word stands before the first verb: "In whose presence did …", but not "Will those who left …"."""
    for token in sentence.tokens[start:end]:
        if (token.text.lower(),) in modality.question_words:
            return True
        if token.upos in ("VERB", "AUX"):
            return False
    return False


def _asks_for_detail(sentence: Sentence, i: int, start: int, modality: Modality) -> bool:
    """Whether a clause inside the question is itself one for who, when or why: "Does anyone know who mediated the talks?"."""
    if not matches(sentence.tokens[i].relation, _EMBEDDED):
        return False
    first = min(sentence.subtree(i))
    return first > start and (sentence.tokens[first].text.lower(),) in modality.question_words
