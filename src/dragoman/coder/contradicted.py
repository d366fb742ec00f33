"""What somebody contradicts did not happen as far as he is concerned (codebook R23, status `denied`).

"Denied claims that contacts were under way", "reports of a meeting were false", "said Norway had been invited, which the rebels denied".
"""

from __future__ import annotations

from dragoman.coder.classes import OBJECTS
from dragoman.coder.effects import negates
from dragoman.coder.judge import Candidate
from dragoman.coder.phrases import preposition
from dragoman.coder.questions import taken_for_granted
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_THIS = frozenset({"this", "that", "it", "so"})
_OF = frozenset({"of", "about", "on"})
_UNDER_WAY = frozenset({"way", "underway"})
_DEFINITE = frozenset({"the", "this", "these", "those"})
_REFUSALS = frozenset({"REJECT", "ACCUSE", "agreement_rejected", "mediation_rejected", "talks_refused"})


def contradicted(sentence: Sentence, candidate: Candidate) -> str | None:
    """Status of an event that somebody in the sentence denies, by its own verb, as its noun, or as what a light verb does.

    Denied in the clause that tells it ("denied that it had asked") it is `denied`; what one says and another denies ("said it had been
    attacked, which the army denied") is `contested`. None for any other.
    """
    if candidate.label in group("allegations"):
        return None  # an allegation was made, also where it is denied
    for verb in _denials(sentence):
        if verb in candidate.words:
            continue
        anchor = candidate.ruling.anchor if candidate.ruling is not None else []
        if any(_tells(sentence, i, _contents(sentence, verb)) for i in (*candidate.words, *anchor)):
            return "denied"
        if any(_tells(sentence, i, _claims(sentence, verb)) for i in candidate.words):
            return "contested"
    return None


def denies(sentence: Sentence, denial: Candidate, event: Candidate) -> bool:
    """Whether a refusal is only that the event beside it is denied: "denied that it had asked for talks" is told on "asked", but "denied
    arming the rebels" on "denied"."""
    if denial.label not in _REFUSALS or event.label in group("allegations"):
        return False
    contents = {i for v in _denials(sentence) if v in denial.words for i in _contents(sentence, v)}
    found = {
        i for i in contents if not sentence.tokens[i].text.lower().endswith("ing") or sentence.dependents(i, "nsubj")
    }
    anchor = event.ruling.anchor if event.ruling is not None else []
    return bool(found) and any(_tells(sentence, i, found) for i in (*event.words, *anchor))


def only_denies(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the model took for a refusal of talks or texts that somebody contradicts a report: "a claim that Kampala dismissed"."""
    if candidate.label not in _REFUSALS or candidate.ruling is not None:
        return False
    denials = [v for v in _denials(sentence) if v in candidate.words]
    return any(_contents(sentence, v) or _claims(sentence, v) for v in denials)


def only_claimed(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody "claims" the event and no word of the sentence denies anything: "claimed that he had mediated"."""
    tokens = sentence.tokens
    verbs = (i for w in candidate.words for i in sentence.ancestors(w) if tokens[i].upos == "VERB")
    claimed = any(tokens[i].lemma.lower() == "claim" for i in verbs)
    modality, words = lexicon.load().modality, lexicon.load().classes
    denied = any(t.lemma.lower() in (*words["denying"], *words["untrue"]) for t in tokens)
    return claimed and not denied and not any(negates(sentence, t.i, modality) for t in tokens)


def _denials(sentence: Sentence) -> list[int]:
    """Verbs and predicates that deny something: "denied", "dismissed" (reports), "false"; not "did not deny"."""
    words = lexicon.load().classes
    wanted = {*words["denying"], *words["brushing_aside"], *words["untrue"]}
    modality = lexicon.load().modality
    return [
        t.i
        for t in sentence.tokens
        if t.upos in ("VERB", "ADJ", "NOUN")
        and t.lemma.lower() in wanted
        and not any(negates(sentence, c, modality) for c in sentence.children[t.i])
    ]


def _contents(sentence: Sentence, denial: int) -> set[int]:
    """Heads of the clauses and nouns that a denial denies itself: "denied that", "denied reports of", "reports of … were false"."""
    tokens, words = sentence.tokens, lexicon.load().classes
    token = tokens[denial]
    reports = [
        c
        for c in sentence.dependents(denial, *OBJECTS, "nsubj", "ccomp")
        if _is_report(sentence, c)
        and (c > denial or matches(tokens[c].relation, ("nsubj:pass",)) or _untrue(sentence, denial))
    ]
    found = {i for c in reports for i in _reported(sentence, c)}
    if token.upos == "VERB" and token.lemma.lower() in words["denying"]:
        found |= {c for c in sentence.dependents(denial, "ccomp") if c > denial and not _is_report(sentence, c)}
    return found


def _claims(sentence: Sentence, denial: int) -> set[int]:
    """Heads of the clauses that another says and that are denied beside: "…, which Iran denied", "…, a report that Iran dismissed", "… but
    Iran denied this"."""
    token, denying = sentence.tokens[denial], lexicon.load().classes["denying"]
    if token.upos != "VERB":
        return set()
    objects = {sentence.tokens[c].text.lower() for c in sentence.dependents(denial, "obj")}
    if token.lemma.lower() in denying and objects & _THIS and matches(token.relation, ("conj",)):
        return _said(sentence, token.head)
    if token.relation != "acl:relcl":
        return set()
    above = sentence.tokens[token.head]
    if _is_report(sentence, above.i):
        return _said_around(sentence, above.head) if matches(above.relation, ("appos", "parataxis")) else set()
    return _said_around(sentence, above.i) if token.lemma.lower() in denying and "which" in objects else set()


def _untrue(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].lemma.lower() in lexicon.load().classes["untrue"]


def _is_report(sentence: Sentence, i: int) -> bool:
    return i >= 0 and sentence.tokens[i].lemma.lower() in lexicon.load().classes["reports"]


def _reported(sentence: Sentence, report: int) -> list[int]:
    """What a report is of: "reports that the two had met", "reports of a meeting"."""
    clauses = [c for c in sentence.dependents(report, "acl", "ccomp") if sentence.tokens[c].relation != "acl:relcl"]
    nouns = [c for c in sentence.dependents(report, "nmod") if preposition(sentence, c) in _OF]
    return [c for c in (*clauses, *nouns) if c > report]


def _said(sentence: Sentence, verb: int) -> set[int]:
    """The clause that a verb says, or the verb itself where another says it: "said it had accepted, but Libya denied this"."""
    said = {c for c in sentence.dependents(verb, "ccomp") if c > verb}
    own = {verb} if matches(sentence.tokens[verb].relation, ("ccomp",)) else set()
    return said or own


def _said_around(sentence: Sentence, i: int) -> set[int]:
    """The clause said in which a word stands: "said Norway had been invited to the talks, which the rebels denied"."""
    for k in (i, *sentence.ancestors(i)):
        if sentence.tokens[k].upos == "VERB" and (said := _said(sentence, k)):
            return said
    return set()


def _tells(sentence: Sentence, i: int, denied: set[int]) -> bool:
    """Whether a word tells what one of some clauses or nouns tells: its verb, an infinitive below it, the noun of a light verb."""
    tokens, words = sentence.tokens, lexicon.load()
    token = tokens[i]
    verb = i
    if token.upos in ("NOUN", "PROPN") and i not in denied:
        verb = token.head
        if verb < 0 or taken_for_granted(sentence, i, words.modality):
            return False
        lemma = tokens[verb].lemma.lower()
        known = any(tokens[c].text.lower() in _DEFINITE for c in sentence.dependents(i, "det"))
        done = matches(token.relation, OBJECTS) and lemma in words.light_verbs and not known
        place = lemma in words.classes["taking_place"] or lemma in _UNDER_WAY or sentence.dependents(verb, "expl")
        if not done and not (matches(token.relation, ("nsubj", "nsubj:pass")) and place):
            return False
    while verb not in denied and matches(tokens[verb].relation, ("xcomp",)) and tokens[verb].head >= 0:
        verb = tokens[verb].head
    return verb in denied
