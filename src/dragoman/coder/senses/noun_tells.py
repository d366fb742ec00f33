"""A verb that only holds, hosts, helps, makes or voices what its noun tells, and a noun that only takes up what a clause has told.

"Hosted an international | conference |", "brokered the Taif | accord |", "reaffirmed its | support |" are told on the noun (codebook R25);
"met for two hours, their first | summit |", "asked for a seat, a | request |" on the verb.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import DISCUSSING, OBJECTS
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.senses.act_and_content import top_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_TAKEN_UP = ("appos", "parataxis", "obl:unmarked", "nmod", "dep")
_DETERMINERS = frozenset({"a", "an", "the", "their", "its", "his", "her", "this", "that"})
_CLEARLY = 0.1
"""By how much the verb must be more surely an event than its object to tell it: "refused him passage", but "offered his resignation"."""
_UP = 2
"""Words from a noun set off by a comma up to the verb that it takes up."""


def noun_tells(sentence: Sentence, a: Candidate, b: Candidate) -> Candidate | None:
    """Which of a verb and a noun tells again what the other tells, the verb in `a`, the noun in `b`; None where they are two events."""
    first = next((i for i in b.words if sentence.tokens[i].head in a.words), top_of(sentence, b))
    upos = sentence.tokens[first].upos
    if set(a.words) & set(b.words) or upos not in ("NOUN", "PROPN", "VERB"):
        return None
    if _helps(sentence, a, b):
        return a
    if upos == "VERB":
        again = _first_time(sentence, a, b) or _paid_for(sentence, a, b) or _serves_there(sentence, a, b)
        return b if again else None
    if _takes_up(sentence, a, b):
        return b
    if _discussed_in(sentence, a, b) or _sits_in_on(sentence, a, b):
        return a
    if _serves_there(sentence, a, b):
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
    if a.ruling is None and _one_deed(sentence, a, b) and not _own(sentence, b):
        return b if b.ruling is None and a.confidence > b.confidence + _CLEARLY else a
    texts = (*group("shared_texts"), *group("truces_kept"), *group("exclusions"))
    if a.label != b.label or a.label in texts or b.ruling is not None or _own(sentence, b):
        return None
    return a if lemma in classes["holding_talks"] else b  # "held a | day of rage |", "proposed a bilateral | truce |"


def _verb_of(sentence: Sentence, a: Candidate, b: Candidate) -> int:
    """The verb of `a` whose object or passive subject the noun of `b` is, a joined verb too ("took place and was hosted by", "hosting and
    facilitating the talks"); -1 if none."""
    tokens = sentence.tokens
    noun = tokens[next((i for i in b.words if tokens[i].head in a.words), top_of(sentence, b))]
    object_of, subject_of = matches(noun.relation, OBJECTS), matches(noun.relation, ("nsubj",))
    if not object_of and not subject_of:
        return -1
    above = tokens[noun.head]
    if above.i in a.words:
        return above.i if object_of else -1
    for verb in a.words:
        if (
            not matches(tokens[verb].relation, ("conj",))
            or tokens[verb].head != above.i
            or sentence.dependents(verb, *OBJECTS)
        ):
            continue
        if sentence.dependents(verb, "obl:agent") if noun.relation != "obj" else not sentence.dependents(verb, "nsubj"):
            return verb
    first = above.head if matches(above.relation, ("conj",)) else -1
    return first if object_of and first in a.words and not sentence.dependents(first, "obj") else -1


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
    meetings = ("CONSULT", *group("gatherings"))
    alike = a.label == b.label or (a.label in meetings and b.label in meetings)
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


def _discussed_in(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `a` is only what was discussed in the meeting of `b`: "agreed in a | telephone call | that it held and | discussed | steps"."""
    tokens = sentence.tokens
    noun = tokens[top_of(sentence, b)]
    meetings = ("CONSULT", *group("gatherings"))
    if a.label not in meetings or b.label not in meetings or not matches(noun.relation, ("obl",)):
        return False
    verb = next((i for i in a.words if tokens[i].lemma.lower() in DISCUSSING), -1)
    beside = verb >= 0 and (
        noun.head == verb or (matches(tokens[verb].relation, ("conj",)) and tokens[verb].head == noun.head)
    )
    return beside and preposition(sentence, noun.i) in ("in", "at", "during", "on")


def _sits_in_on(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether somebody sits in on the meeting of `b`: "| sat in | on the | session |"."""
    tokens = sentence.tokens
    noun = tokens[top_of(sentence, b)]
    sits = noun.head in a.words and tokens[noun.head].lemma.lower() == "sit" and preposition(sentence, noun.i) == "on"
    return sits and a.label in group("gatherings") and b.label in group("gatherings")


def _serves_there(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` only says who serves at the talks of `a`: "held talks in Doha, where Qatari officials served as | go-betweens |"."""
    tokens = sentence.tokens
    word = tokens[top_of(sentence, b)]
    meetings = (*group("gatherings"), *group("errands"), "backchannel_talks")
    if a.label not in meetings or b.label not in meetings:
        return False
    clause = word if word.upos == "VERB" else tokens[word.head]
    if not any(preposition(sentence, c) == "as" for c in sentence.dependents(clause.i, "obl")):
        return False
    above = {*a.words, tokens[top_of(sentence, a)].head}
    return clause.relation == "acl:relcl" and bool(above & set(sentence.ancestors(clause.i)))


def _first_time(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` only says that the meeting of `a` was the first or last: "the talks were the first time that the two sides had | met |"."""
    tokens = sentence.tokens
    verb = tokens[top_of(sentence, b)]
    if a.label not in group("gatherings") or b.label not in group("gatherings") or verb.relation != "acl:relcl":
        return False
    time = tokens[verb.head]
    subjects = set(sentence.dependents(time.i, "nsubj"))
    of_subject = {k for c in subjects for k in sentence.dependents(c, "nmod")}
    return time.lemma.lower() in ("time", "occasion") and bool((subjects | of_subject) & set(a.words))


def _paid_for(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` only says in a clause on the talks of `a` who pays for them: "the talks, which IGAD leads and Norway | bankrolls |"."""
    tokens = sentence.tokens
    verb = tokens[top_of(sentence, b)]
    if b.label not in ("AID", "SUPPORT") or a.label not in group("gatherings"):
        return False
    if matches(verb.relation, ("conj",)):
        verb = tokens[verb.head]
    return verb.relation == "acl:relcl" and verb.head in a.words


def _one_deed(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether a verb and its object tell one plain act that two labels were read for, or what is demanded: "refused him | passage |",
    "must have a | place |", "approved the | deployment |"."""
    verbs = {sentence.tokens[i].lemma.lower() for i in a.words}
    if a.label in group("demanded_by_saying") and b.label in group("demanded_by_saying"):
        return True
    if not (a.label.isupper() and b.label.isupper()) or a.label in group("threats"):
        return False
    return b.ruling is None or bool(verbs & set(lexicon.load().classes["approving"]))


def _own(sentence: Sentence, b: Candidate) -> bool:
    """Whether a clause tells more of the noun: "made a demand that London has refused"."""
    nouns = (i for i in b.words if sentence.tokens[i].upos in ("NOUN", "PROPN"))
    below = (c for i in nouns for c in sentence.children[i] if c not in b.words)
    return any(matches(sentence.tokens[c].relation, ("acl",)) for c in below)
