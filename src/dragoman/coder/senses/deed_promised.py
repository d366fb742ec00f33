"""What somebody agrees, votes, goes or warns to do is told with the verb that brings it in: "agreed to | suspend | exercises", "voted to | free |
them", "flew to Jeddah to | see | the king".

A promise and its deed are one event, a promise (PLOVER AGREE), unless the deed is of a type of its own ("undertook to | open the crossings |").
A parliament's vote is told by what it does, one of a council of states as its resolution. Who travels to meet somebody meets him.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.senses.act_and_content import top_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_PROMISES = ("AGREE", "agreement_announced", "talks_agreed", "CONCEDE")
_OF_INFINITIVE = ("xcomp", "advcl", "ccomp")


def deed_promised(sentence: Sentence, a: Candidate, b: Candidate) -> Candidate | None:
    """Which of two candidates goes where `b` is what the verb of `a` says that somebody does or will do; None where they are two events."""
    if set(a.words) & set(b.words):
        return None
    if a.label in group("threats") and (a.label == b.label or b.label in group("hostile")):
        return b if _foretold(sentence, a, b) else None
    if _fails(sentence, a, b):
        return a
    if _ready_for(sentence, a, b):
        return b
    top = next((i for i in b.words if sentence.tokens[i].head in a.words), top_of(sentence, b))
    token, verb = sentence.tokens[top], sentence.tokens[sentence.tokens[top].head]
    if token.head not in a.words or verb.upos != "VERB" or not matches(token.relation, _OF_INFINITIVE):
        return None
    if preposition(sentence, top) != "to":
        return None
    if sentence.dependents(top, "nsubj", "nsubj:pass"):
        return None
    lemma, classes = verb.lemma.lower(), lexicon.load().classes
    if a.label == b.label and lemma in classes["working_for"]:
        return (
            b if (a.ruling is not None, a.confidence) >= (b.ruling is not None, b.confidence) else a
        )  # "worked quietly to | bring | them to the table"
    if a.label in _PROMISES and lemma in classes["committing"] and matches(token.relation, ("xcomp", "ccomp")):
        if b.label.isupper():
            return b
        return a if a.label == "AGREE" else None  # "undertook to | open the crossings |"
    if a.label == "resolution_adopted" and lemma == "vote":
        return a if not _of_states(sentence, verb.i) else b if b.label.isupper() else None
    if lemma in classes["going_there"] and b.label in ("CONSULT", *group("gatherings")):
        if a.label == "shuttle_round":
            return b  # "flew three times to Aden to persuade them"
        return a if a.label in ("CONSULT", *group("gatherings")) else None
    return None


def _fails(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `a` is only that somebody fails to agree on the text of `b`, which did not come about: "| failed | to agree on a | truce |"."""
    tokens = sentence.tokens
    fail = next((i for i in a.words if tokens[i].lemma.lower() == "fail"), -1)
    if fail < 0 or b.label not in (*group("shared_texts"), *group("truces_kept")):
        return False
    below = [
        c
        for c in sentence.dependents(fail, "xcomp")
        if tokens[c].lemma.lower() in lexicon.load().classes["coming_to_terms"]
    ]
    return tokens[top_of(sentence, b)].head in below and a.label in ("agreement_rejected", *group("shared_texts"))


def _ready_for(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is only what somebody is ready for: "its | readiness | to go on | supporting | them", "is | ready | to | work | with"."""
    tokens = sentence.tokens
    ready = [i for i in a.words if tokens[i].lemma.lower() in lexicon.load().classes["ready_to"]]
    offered = a.label in group("offers") and (b.label.isupper() or b.label in ("endorsement", a.label))
    if not ready or not (offered or (a.label == "AGREE" and b.label in ("AGREE", "COOPERATE", "CONSULT"))):
        return False
    i = top_of(sentence, b)
    while i >= 0 and matches(tokens[i].relation, ("xcomp", "acl", "ccomp")) and tokens[i].relation != "acl:relcl":
        i = tokens[i].head
        if i in ready:
            return True
    return False


def _of_states(sentence: Sentence, verb: int) -> bool:
    """Whether those who vote are states: "the Security Council voted to send monitors"."""
    bodies = lexicon.load().classes["council_of_states"]
    return any(sentence.tokens[c].lemma.lower() in bodies for c in sentence.dependents(verb, "nsubj"))


def _foretold(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is within what is warned of: "warned that an intervention would be a declaration of | war |", "that it stood ready to
    | strike |"; not "warned that shells had | hit | the port"."""
    told = [c for i in a.words for c in sentence.dependents(i, "ccomp")]
    i = b.words[-1]
    if a.label != b.label:
        i = sentence.tokens[top_of(sentence, b)].head
        if i < 0 or sentence.tokens[i].lemma.lower() not in lexicon.load().classes["ready_to"]:
            return False
    while i >= 0 and i not in told:
        if matches(sentence.tokens[i].relation, ("conj", "parataxis", "acl:relcl")):
            return False
        i = sentence.tokens[i].head
    return i >= 0
