"""A verb that only holds, hosts, helps, makes or voices what its noun tells, and a noun that only takes up what a clause has told.

"Hosted an international | conference |", "brokered the Taif | accord |", "reaffirmed its | support |" are told on the noun (codebook R25);
"met for two hours, their first | summit |", "asked for a seat, a | request |" on the verb.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import OBJECTS
from dragoman.coder.senses.act_and_content import top_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_TAKEN_UP = ("appos", "parataxis", "obl:unmarked", "nmod", "dep")
_DETERMINERS = frozenset({"a", "an", "the", "their", "its", "his", "her", "this", "that"})
_UP = 2
"""Words from a noun set off by a comma up to the verb that it takes up."""


def noun_tells(sentence: Sentence, a: Candidate, b: Candidate) -> Candidate | None:
    """Which of a verb and a noun tells again what the other tells, the verb in `a`, the noun in `b`; None where they are two events."""
    if set(a.words) & set(b.words) or sentence.tokens[b.words[-1]].upos not in ("NOUN", "PROPN", "VERB"):
        return None
    if _helps(sentence, a, b):
        return a
    if sentence.tokens[b.words[-1]].upos == "VERB":
        return None
    if _takes_up(sentence, a, b):
        return b
    verb = _verb_of(sentence, a, b)
    if verb < 0:
        return None
    lemma, classes = sentence.tokens[verb].lemma.lower(), lexicon.load().classes
    if a.label in group("visits_off") and b.label in ("RETREAT", *group("carried_out_elsewhere")):
        return a  # "the exchange of prisoners was delayed": what is put off is the exchange
    meeting = b.label in group("gatherings")
    if meeting and a.label in ("CONSULT", *group("gatherings")):
        return a if lemma in classes["mediate"] or lemma in classes["holding_talks"] else None
    if b.label in (*group("shared_texts"), *group("truces_kept")) and lemma in classes["mediate"]:
        return a if a.label in (*group("gatherings"), *group("shared_texts"), *group("truces_kept")) else None
    told = b.label.isupper() or b.label in group("speech_acts") or b.label in group("offers")
    if a.ruling is None and told and lemma in classes["voicing"]:
        return a
    texts = (*group("shared_texts"), *group("truces_kept"), *group("exclusions"))
    if a.label != b.label or a.label in texts or b.ruling is not None or _own(sentence, b):
        return None
    return a if lemma in classes["holding_talks"] else b  # "held a | day of rage |", "proposed a bilateral | truce |"


def _verb_of(sentence: Sentence, a: Candidate, b: Candidate) -> int:
    """The verb of `a` whose object or passive subject the noun of `b` is, a joined verb too ("took place and was hosted by", "hosting and
    facilitating the talks"); -1 if none."""
    tokens = sentence.tokens
    noun = tokens[top_of(sentence, b)]
    if matches(noun.relation, OBJECTS):
        above = tokens[noun.head]
        if above.i in a.words:
            return above.i
        first = above.head if matches(above.relation, ("conj",)) else -1
        return first if first in a.words and not sentence.dependents(first, "obj") else -1
    if not matches(noun.relation, ("nsubj",)):
        return -1
    if noun.head in a.words and sentence.dependents(noun.head, "aux:pass"):
        return noun.head
    for verb in a.words:
        shared = matches(tokens[verb].relation, ("conj",)) and tokens[verb].head == noun.head
        if shared and sentence.dependents(verb, "obl:agent") and not sentence.dependents(verb, "nsubj"):
            return verb
    return -1


def _helps(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `a` is only that somebody helps others to do what `b` tells: "helped the two sides | reach a deal |"."""
    tokens = sentence.tokens
    verbs = {i for i in a.words if tokens[i].lemma.lower() in lexicon.load().classes["helping"]}
    if not verbs or a.label not in group("gatherings") or b.label not in (*group("texts_and_truces"),):
        return False
    top = tokens[top_of(sentence, b)]
    while matches(top.relation, OBJECTS) and top.head >= 0:
        top = tokens[top.head]  # "helped them reach a | deal |"
    return top.head in verbs and matches(top.relation, ("xcomp", "ccomp", "advcl"))


def _takes_up(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether the noun of `b`, set off by a comma, takes up the clause of `a`: "Kim and Putin met for two hours, their first summit"."""
    tokens = sentence.tokens
    top = top_of(sentence, b)
    alike = a.label == b.label or (a.label in group("gatherings") and b.label in group("gatherings"))
    if not alike or tokens[top].upos != "NOUN" or not matches(tokens[top].relation, _TAKEN_UP) or top < a.words[-1]:
        return False
    first = min((i for i in sentence.subtree(top) if tokens[i].upos != "PUNCT"), default=top)
    if first < 1 or tokens[first - 1].text != "," or tokens[first].text.lower() not in _DETERMINERS:
        return False
    i, verb = top, tokens[top_of(sentence, a)].head if a.words[-1] < top else -1
    for _ in range(_UP):
        i = tokens[i].head
        if i < 0 or i in a.words or i == verb:
            return i >= 0
    return False


def _own(sentence: Sentence, b: Candidate) -> bool:
    """Whether a clause tells more of the noun: "made a demand that London has refused"."""
    return any(matches(sentence.tokens[c].relation, ("acl",)) for c in sentence.children[top_of(sentence, b)])
