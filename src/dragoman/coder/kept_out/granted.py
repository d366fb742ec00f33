"""What is granted or withheld that leaves nobody out: a seat given or kept free, news passed on, bases denied, leave to run for office."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import MERELY, NO, OBJECTS
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.kept_out.denials import to_do_else
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon

_ONLY = NO | MERELY | {"without", "neither"}
_MINDING = frozenset({"objection", "object", "mind"})
_KEEPING = frozenset({"keep", "hold"})
_OUT = ("rule", "out")


def leaves_nobody_out(sentence: Sentence, candidate: Candidate, words: ThirdPartyWords, lexicon: Lexicon) -> bool:
    """Whether the model took for an exclusion what grants a seat, keeps somebody informed, minds nothing or withholds something else."""
    if candidate.label not in group("exclusions") or candidate.ruling is not None:
        return False
    if all(sentence.tokens[i].upos == "PROPN" for i in candidate.words):
        return True  # "without Turkey there will be no solution"
    return any(
        _grants_a_seat(sentence, i, lexicon)
        or _keeps_informed(sentence, i, lexicon)
        or minds_nothing(sentence, i)
        or (candidate.label == "participant_vetoed" and _minds_an_exclusion(sentence, i, lexicon))
        or _withholds_something_else(sentence, i, lexicon)
        or to_do_else(sentence, i, words)
        or _rules_out_doing(sentence, i, candidate, words)
        or _stays(sentence, i)
        for i in candidate.words
    )


def _grants_a_seat(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a verb, or the verb of a seat, gives it or keeps it for somebody, with no "no" or "only": "were given six seats", "its chair was
    kept free"."""
    tokens = sentence.tokens
    seats = lexicon.classes["seat"]
    verb = tokens[i].head if tokens[i].lemma.lower() in seats and matches(tokens[i].relation, OBJECTS) else i
    if verb < 0 or tokens[verb].lemma.lower() not in lexicon.classes["granting"]:
        return False
    things = [
        c
        for c in sentence.dependents(verb, "obj", "nsubj:pass")
        if any(tokens[k].lemma.lower() in seats for k in (c, *sentence.dependents(c, "nmod")))
        or (tokens[c].upos == "NUM" and any(t.lemma.lower() in seats for t in tokens[:c]))  # "and the others three"
    ]
    if not things and tokens[verb].lemma.lower() in _KEEPING:
        return False
    near = (verb, *sentence.dependents(verb, "aux", "aux:pass"), *things)
    limited = any(tokens[c].text.lower() in _ONLY for k in near for c in sentence.children[k])
    as_empty = any(tokens[c].lemma.lower() in ("empty", "vacant") for c in sentence.dependents(verb, "xcomp", "advcl"))
    return bool(things) and not limited and not as_empty


def _keeps_informed(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether somebody is kept informed: "is kept abreast of the talks", not "is not kept informed"."""
    tokens = sentence.tokens
    if tokens[i].lemma.lower() != "keep":
        return False
    below = [c for c in sentence.children[i] if c > i and tokens[c].text.lower() in lexicon.classes["kept_informed"]]
    near = (i, *sentence.dependents(i, "aux", "aux:pass"), *below)
    return bool(below) and not any(tokens[c].text.lower() in NO | {"out"} for k in near for c in sentence.children[k])


def minds_nothing(sentence: Sentence, i: int) -> bool:
    """Whether somebody has no objection: "had no objection to Turkey's presence", "did not object"."""
    token = sentence.tokens[i]
    if token.lemma.lower() not in _MINDING:
        return False
    near = (i, *sentence.dependents(i, "aux"))
    return any(sentence.tokens[c].text.lower() in NO for k in near for c in sentence.children[k])


def _minds_an_exclusion(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether somebody objects that another is kept out: "objected to Turkey's exclusion"."""
    tokens = sentence.tokens
    to = sentence.dependents(i, "obj", "obl", "nmod") if tokens[i].lemma.lower() in _MINDING else []
    return any(tokens[c].lemma.lower() in lexicon.classes["keeping_out"] for c in to)


def _withholds_something_else(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether what somebody is denied is neither a seat nor a way to it: "is to be denied bases in the north", not "was denied a visa"."""
    tokens = sentence.tokens
    if tokens[i].lemma.lower() not in lexicon.classes["withholding"]:
        return False
    things = [c for c in sentence.dependents(i, "obj", "xcomp") if tokens[c].upos == "NOUN"]
    return bool(things) and not any(tokens[c].lemma.lower() in lexicon.classes["way_in"] for c in things)


def _rules_out_doing(sentence: Sentence, i: int, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether what is ruled out is that the one who says so does something himself: "has not ruled out running for office"."""
    tokens = sentence.tokens
    if tokens[i].lemma.lower() != _OUT[0] or not any(tokens[c].text.lower() == _OUT[1] for c in sentence.children[i]):
        return False
    doing = [c for c in sentence.dependents(i, "xcomp", "ccomp", "obj") if tokens[c].text.lower().endswith("ing")]
    return any(tokens[c].upos == "VERB" and tokens[c].lemma.lower() not in words.negated_passives for c in doing)


def _stays(sentence: Sentence, i: int) -> bool:
    """Whether somebody does not leave: "had declined to leave their camp", "did not leave the room"."""
    tokens = sentence.tokens
    if tokens[i].lemma.lower() != "leave" or tokens[i].upos != "VERB" or sentence.dependents(i, "nsubj:pass"):
        return False
    near = (i, *sentence.dependents(i, "aux"))
    declined = tokens[i].head >= 0 and tokens[tokens[i].head].lemma.lower() in ("decline", "refuse")
    out = any(tokens[c].text.lower() == "out" or preposition(sentence, c) == "out" for c in sentence.children[i])
    return not out and (declined or any(tokens[c].text.lower() in NO for k in near for c in sentence.children[k]))
