"""Two words of one kind of event that tell one act: "killed ten in a | raid |", "| tried | to | talk | them into peace", "a | request | that
Rome | asked for |".

Whoever does the same to two others, or does two things of one kind, joins them: "shelled the port and bombed the bridge".
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import OBJECTS
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.senses.act_and_content import ORDERING, has_maker, top_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_SAID = ("ceasefire_called_for", "talks_called_for", "disparagement", "endorsement")
_JUDGING = ("ACCUSE", "disparagement")
_SEATS = ("exclusion_declared", "participant_vetoed")
_AGAIN = ("obj", "obl", "amod", "appos")
"""Relations of a word that tells the act of the verb above again; what is its object has rules of its own, but for attacks."""
_BESIDE = frozenset({"during", "following", "after", "before", "since", "amid", "despite", "ahead"})
_AIMS = ("MOBILIZE", "AID", "monitoring_set_up")
_FROM_NOUN = ("nmod", "compound", "appos", "conj")


def same_kind(sentence: Sentence, a: Candidate, b: Candidate) -> Candidate | None:
    """Which of two candidates of one label tells again what the other tells, `b` below `a`; None where they are two acts."""
    if set(a.words) & set(b.words):
        return None
    top = next((i for i in b.words if sentence.tokens[i].head in a.words), top_of(sentence, b))
    token = sentence.tokens[top]
    if a.label in _SEATS and token.upos == "NOUN" and _in_one_clause(sentence, a, b):
        again = b.label in (a.label, "invitation_issued") and not has_maker(sentence, top)
        return b if again else None  # "was barred because he had no invitation"
    if a.label != b.label:
        return None
    if a.label == "ASSAULT" and _named_again(sentence, a, b):
        return b
    poss = (i for i in b.words if matches(sentence.tokens[i].relation, ("nmod:poss",)))
    if a.label in _JUDGING and any(sentence.tokens[i].head in a.words for i in poss):
        return b  # "but not a | sucker's | deal"
    if a.label == "precondition_set" and _in_one_clause(sentence, a, b):
        return b  # "would sign only if he was given the post"
    if _is_adverb_of(sentence, a, token.head):
        return a  # "the | talks | brought | together | the two"
    if a.label == "REQUEST" and _is_noun_again(sentence, a, b, top):
        return b
    if a.label == "talks_called_for" and token.upos == "NOUN" and _in_one_clause(sentence, a, b):
        return b  # "called on the two to come to Baghdad for a dialogue"
    attempt = token.head if matches(token.relation, ("acl",)) and token.relation != "acl:relcl" else -1
    if a.label in _JUDGING and attempt >= 0 and sentence.tokens[attempt].head in a.words:
        return b  # "called the plan an attempt to | pull the wool | over our eyes"
    calling = token.head if matches(token.relation, ("xcomp",)) else -1
    if a.label in _JUDGING and calling >= 0 and matches(sentence.tokens[calling].relation, ("advcl",)):
        own = sentence.dependents(calling, "nsubj")
        return (
            b if sentence.tokens[calling].head in a.words and not own else None
        )  # "lashed out, calling him a | puppet |"
    if a.label == "ASSAULT" and (hit := _of_attack(sentence, a, b, top)) is not None:
        return hit
    return _below(sentence, a, b, top) if token.head in a.words else None


def _below(sentence: Sentence, a: Candidate, b: Candidate, top: int) -> Candidate | None:
    """The same of two words of which the one hangs from the other."""
    tokens = sentence.tokens
    token, verb = tokens[top], tokens[tokens[top].head]
    clause = bool(sentence.dependents(top, "nsubj", "nsubj:pass", "csubj"))
    own = not sentence.dependents(verb.i, "obj", "iobj")  # not "allowed Oman to deliver food"
    fails = matches(token.relation, ("advcl",)) and verb.lemma.lower() in ("fail", "try", "manage") and not clause
    if (
        (fails or (own and matches(token.relation, ("xcomp",))))
        and verb.upos in ("VERB", "ADJ")
        and token.upos == "VERB"
    ):
        return b if (a.sure, a.confidence) >= (b.sure, b.confidence) else a  # "tried to talk them into peace"
    if a.label in _AIMS and matches(token.relation, ("advcl",)) and not clause and preposition(sentence, top) == "to":
        return b  # "sent a frigate to patrol the coast"
    if matches(token.relation, ("ccomp",)) and verb.lemma.lower() in lexicon.load().classes["denying"]:
        return a  # "denied that it had offered to host them"
    if a.label == "ACCUSE" and matches(token.relation, ("ccomp",)) and _no_one_does(sentence, top):
        return b  # "protested that handing them over violated the treaty"
    if a.label in _JUDGING and matches(token.relation, ("ccomp", "advcl")) and (not clause or token.upos != "VERB"):
        return b  # "lashed out at him, calling him a puppet", "warned that it would be a worthless paper"
    if not a.label.isupper() and a.label not in _SAID:
        return None
    if matches(token.relation, ("obj",)) and verb.lemma.lower() in ORDERING:
        return a  # "ordered the arrest of"
    by_whom = preposition(sentence, top) == "by" and (
        matches(token.relation, ("obl:agent",)) or bool(sentence.dependents(token.head, "aux:pass"))
    )
    nominal = not any(tokens[i].upos == "VERB" for i in b.words) and not by_whom and not clause
    if preposition(sentence, top) in _BESIDE:
        return None  # "took hostages during an attack"
    fires = a.label == "ASSAULT" and verb.lemma.lower() in {*lexicon.load().classes["firing"], "receive", "carry"}
    return b if nominal and matches(token.relation, _AGAIN if fires else _AGAIN[1:]) else None


def _named_again(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether a bare noun behind names an attack that a verb has told: "a mine struck a bus; the army blamed the rebels for the attack"."""
    tokens = sentence.tokens
    noun = b.words[-1]
    if len(b.words) > 1 or tokens[noun].upos != "NOUN" or noun < a.words[-1]:
        return False
    blamed = tokens[noun].head >= 0 and tokens[tokens[noun].head].lemma.lower() in lexicon.load().classes["attributing"]
    below = [
        c
        for c in sentence.children[noun]
        if not matches(tokens[c].relation, ("case", "punct"))
        and not (blamed and preposition(sentence, c) in ("to", "on"))
    ]
    bare = len(below) == 1 and tokens[below[0]].text.lower() in ("the", "this", "that")
    return bare and any(tokens[i].upos == "VERB" for i in a.words)


def _no_one_does(sentence: Sentence, verb: int) -> bool:
    """Whether a thing or a deed is the subject of a clause: "that the raid had broken the law", "that handing them over was illegal"."""
    tokens = sentence.tokens
    subjects = sentence.dependents(verb, "nsubj", "nsubj:pass", "csubj")
    return bool(subjects) and all(
        tokens[c].upos in ("NOUN", "VERB")
        and tokens[c].mention not in ("person", "organization")
        and not tokens[c].name[2:]
        for c in subjects
    )


def _of_attack(sentence: Sentence, a: Candidate, b: Candidate, top: int) -> Candidate | None:
    """Which of an attack and whom it kills goes: "shelled the town, killing ten", "ten were killed when rebels attacked"."""
    tokens = sentence.tokens
    token = tokens[top]
    if matches(token.relation, ("acl",)) and token.relation != "acl:relcl" and token.head >= 0:
        weapon = tokens[token.head]
        return (
            b if matches(weapon.relation, ("nsubj",)) and weapon.head in a.words else None
        )  # "rockets fired by them killed ten"
    if token.head not in a.words:
        return None
    clause = bool(sentence.dependents(top, "nsubj", "nsubj:pass", "csubj"))
    if matches(token.relation, ("conj",)) and not clause and not matches(tokens[token.head].relation, ("xcomp",)):
        harms = token.lemma.lower() in lexicon.load().classes["harming"]
        return b if harms and _hits(sentence, token.head) else None  # "hit a school bus and killed 40"
    if matches(token.relation, ("advcl",)) and not clause:
        return b if token.lemma.lower() in lexicon.load().classes["harming"] else None
    if matches(token.relation, ("nsubj",)) and token.upos == "NOUN":
        return b
    if matches(token.relation, ("advcl",)) and _runs_on(sentence, top):
        hit = tokens[token.head]
        passive = bool(sentence.dependents(hit.i, "nsubj:pass")) and not sentence.dependents(hit.i, "obl:agent")
        return a if passive else None  # who did it stands with the attack
    return None


def _hits(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells a blow, of which those killed are told behind: "hit", "struck"."""
    return sentence.tokens[verb].lemma.lower() in lexicon.load().classes["hitting"]


def _is_adverb_of(sentence: Sentence, a: Candidate, verb: int) -> bool:
    """Whether all words of a candidate are adverbs of a verb, which another word below it tells better."""
    tokens = sentence.tokens
    return (
        verb >= 0
        and a.label in group("shared_meetings")
        and all(tokens[i].upos in ("ADV", "ADP") and tokens[i].head == verb for i in a.words)
    )


def _is_noun_again(sentence: Sentence, a: Candidate, b: Candidate, top: int) -> bool:
    """Whether a noun only takes up what is asked: "handed them a list of demands", "asked for a probe, a request that London refused"."""
    tokens = sentence.tokens
    if tokens[top].upos != "NOUN":
        return False
    i = top
    while i >= 0 and matches(tokens[i].relation, _FROM_NOUN):
        i = tokens[i].head
    if i >= 0 and matches(tokens[i].relation, (*OBJECTS, "obl:unmarked")) and tokens[i].head in a.words:
        return i != top
    first = min(sentence.subtree(top), default=top)
    after = first > 0 and tokens[first - 1].text == "," and tokens[first].text.lower() in ("a", "an")
    told = any(tokens[c].relation == "acl:relcl" for c in sentence.children[top])
    return after and told and any(k in a.words for k in sentence.ancestors(top))


def _runs_on(sentence: Sentence, verb: int) -> bool:
    """Whether a clause follows with "when" and no comma: "were killed when rebels attacked", not "since May 7, when rebels attacked"."""
    when = next((c for c in sentence.children[verb] if sentence.tokens[c].text.lower() == "when"), 0)
    return when > 0 and sentence.tokens[when - 1].upos != "PUNCT"


def _in_one_clause(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` hangs below `a` with no clause of its own joined between: not "wants an amnesty, and his rival wants it first"."""
    i = b.words[-1]
    while i >= 0 and i not in a.words:
        if matches(sentence.tokens[i].relation, ("conj", "parataxis")) or sentence.tokens[i].relation == "acl:relcl":
            return False
        i = sentence.tokens[i].head
    return i >= 0
