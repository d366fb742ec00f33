"""Who is only named in what another is told, threatened with or accused of: "warned Chad that Togo would cut off aid" warns Chad alone."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.phrases import first_of, preposition, stands_below
from dragoman.coder.grammar.slots import is_passive
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_TOLD = frozenset({"THREATEN", "ACCUSE", "REQUEST", "REJECT", "SUPPORT", "AGREE", "precondition_set"})
"""What is done to somebody by words."""
_IF = frozenset({"if", "unless", "should", "once"})
_GERUND = frozenset({"of", "for", "with", "from", "into", "by", "over"})
_TO = frozenset({"to", "on", "with", "against", "upon"})


def only_told_of(sentence: Sentence, filled: Filled, candidate: Candidate, kept: list[Filled]) -> bool:
    """Whether a recipient stands only in the clause that tells what somebody says, beside the one to whom he says it."""
    if candidate.label not in _TOLD or filled.role != "recipient" or filled.mention.sentence != sentence.index:
        return False
    tokens, head = sentence.tokens, filled.mention.head
    verb = next((i for i in reversed(candidate.words) if tokens[i].upos == "VERB"), -1)
    clause = _clause_told(sentence, verb, head, candidate.words)
    if clause < 0:
        return False
    others = [f for f in kept if f is not filled and f.role == "recipient" and f.mention.sentence == sentence.index]
    if any(_is_addressed(sentence, verb, f.mention.head) and not _is_own(sentence, f, kept) for f in others):
        return True
    condition = _condition(sentence, head, verb)
    if condition >= 0 and any(
        stands_below(sentence, f.mention.head, verb) and not stands_below(sentence, f.mention.head, condition)
        for f in others
    ):
        return True  # "warned that Chad would be struck if Togolese aircraft took off"
    return _is_to_gain(sentence, clause, head, candidate)


def _clause_told(sentence: Sentence, verb: int, head: int, trigger: list[int]) -> int:
    """The clause below a verb, in which a word stands and the event does not, that tells what is said; -1 for none."""
    tokens = sentence.tokens
    for c in sentence.dependents(verb, "ccomp", "xcomp", "advcl") if verb >= 0 else ():
        if c < verb or not stands_below(sentence, head, c) or any(stands_below(sentence, i, c) for i in trigger):
            continue
        marks = {tokens[k].text.lower() for k in sentence.dependents(c, "mark", "case") if k < c}
        if tokens[c].upos in ("VERB", "AUX", "ADJ") or sentence.dependents(c, "nsubj"):
            return c if not matches(tokens[c].relation, ("advcl",)) or marks & (_IF | _GERUND) else -1
    return -1


def _is_addressed(sentence: Sentence, verb: int, head: int) -> bool:
    """Whether a phrase is to whom a verb of saying is said: "warned Chad", "told to Chad", "called on Chad"."""
    top = first_of(sentence, head)
    token = sentence.tokens[top]
    if token.head != verb:
        return False
    done_to = ("nsubj:pass",) if is_passive(sentence, verb) else ("obj", "iobj")
    return matches(token.relation, done_to) or (
        matches(token.relation, ("obl",)) and preposition(sentence, top) in _TO and token.mention != "time"
    )


def _is_own(sentence: Sentence, filled: Filled, kept: list[Filled]) -> bool:
    """Whether a phrase is the army or police of whoever gives them orders: "ordered the armed forces to strike"."""
    words = lexicon.load()
    lemma = sentence.tokens[filled.mention.head].lemma.lower()
    if lemma not in {*words.words_of_arms, *words.classes["institution"]}:
        return False
    actor = filled.mention.actor
    return actor is None or any(f.role == "initiator" and f.mention.actor == actor for f in kept)


def _condition(sentence: Sentence, head: int, verb: int) -> int:
    """The clause with "if" below a verb that a word stands in, -1 for none."""
    for i in (head, *sentence.ancestors(head)):
        if i == verb:
            return -1
        if matches(sentence.tokens[i].relation, ("advcl",)):
            marks = {sentence.tokens[c].text.lower() for c in sentence.dependents(i, "mark") if c < i}
            if marks & _IF:
                return i
    return -1


def _is_to_gain(sentence: Sentence, clause: int, head: int, candidate: Candidate) -> bool:
    """Whether a phrase is who would be given or let in what is asked for: "asked that the Union be given a role", "insisted that Chad take part"; he
    is asked for, and asked nothing."""
    top = first_of(sentence, head)
    token = sentence.tokens[top]
    if candidate.label not in ("REQUEST", "precondition_set") or token.head != clause:
        return False
    if sentence.tokens[clause].relation != "ccomp":
        return False
    lemma = sentence.tokens[clause].lemma.lower()
    if is_passive(sentence, clause) and matches(token.relation, ("nsubj:pass",)):
        return lemma in lexicon.load().classes["giving_or_letting_in"]
    part = any(sentence.tokens[c].lemma.lower() == "part" for c in sentence.dependents(clause, "obj"))
    attends = lemma in lexicon.load().classes["gaining_a_seat"] and (lemma != "take" or part)
    return candidate.label == "precondition_set" and attends and matches(token.relation, ("nsubj",))
