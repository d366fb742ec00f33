"""Plain acts that a verb tells otherwise than the label that it was read with: who promises to retaliate threatens, who deserts leaves, who takes
land attacks, who claims responsibility has struck."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import OBJECTS, WILL_OR_WOULD
from dragoman.coder.grammar.effects import negates
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Lexicon

_CRITICS = frozenset({"from", "by", "over", "for"})


def plain_act(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Label of an act by its verb and what goes with it, None where it keeps its own."""
    label, tokens, words = candidate.label, sentence.tokens, lexicon.classes
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0:
        return None
    lemma = tokens[verb].lemma.lower()
    if label == "AGREE" and lemma in lexicon.classes["promising_alone"]:
        harm = any(tokens[c].lemma.lower() in words["striking_back"] for c in sentence.dependents(verb, "xcomp"))
        return "THREATEN" if harm else None
    if label == "ASSAULT":
        return _no_attack(sentence, verb, lexicon)
    if label == "COERCE" and lemma in lexicon.classes["taking_ground"]:
        return "ASSAULT" if _is_land(sentence, verb, lexicon) else None
    if label == "credit_claim" and _objects(sentence, verb) & {"responsibility"}:
        return "ASSAULT"
    if label in ("REJECT", "mediation_rejected", "mediation_halted"):
        return "AGREE" if _holds_on(sentence, verb, lexicon) else None
    if label == "talks_refused" and candidate.ruling is None:
        return "REJECT" if _no_talks_refused(sentence, verb, lexicon) else None
    if label == "invitation_issued" and lemma == "invite":
        asked = [c for c in sentence.dependents(verb, "xcomp") if tokens[c].lemma.lower() in words["giving_up_arms"]]
        return "REQUEST" if asked else None
    if label == "invitation_issued" and lemma == "summon":
        return "CONSULT" if _objects(sentence, verb) & set(words["posted"]) else None
    return None


def _no_attack(sentence: Sentence, verb: int, lexicon: Lexicon) -> str | None:
    """What no attack is: soldiers desert, a province secedes, mediators intervene, a president comes under fire from his critics."""
    tokens = sentence.tokens
    lemma = tokens[verb].lemma.lower()
    if lemma in lexicon.classes["deserting"]:
        return "RETREAT"
    if lemma == "secede":
        return "REJECT"
    doers = {tokens[k].lemma.lower() for c in sentence.dependents(verb, "nsubj") for k in conjuncts(sentence, c)}
    if lemma == "intervene" and doers & set(lexicon.classes["mediator"]):
        return "good_offices_contact"
    if lemma == "come" and any(tokens[c].lemma.lower() == "fire" for c in sentence.dependents(verb, "obl")):
        below = [c for c in sentence.subtree(verb) if preposition(sentence, c) in _CRITICS]
        return "ACCUSE" if any(tokens[c].lemma.lower() in lexicon.classes["fault_finders"] for c in below) else None
    return None


def _holds_on(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether somebody says that he will not give up an effort for peace: "would not abandon its search for a settlement"."""
    tokens = sentence.tokens
    gives_up = tokens[verb].lemma.lower() in ("abandon", "forsake", "relinquish", "desert")
    will = any(
        tokens[c].text.lower() in WILL_OR_WOULD for c in sentence.dependents(verb, "aux")
    )  # who "did not" has done nothing
    if (
        not gives_up
        or not will
        or not any(negates(sentence, c, lexicon.modality) for c in sentence.dependents(verb, "advmod"))
    ):
        return False
    efforts = {*lexicon.classes["search"], *lexicon.classes["mediation"], *lexicon.talks, "process", "peace"}
    return bool(_objects(sentence, verb) & efforts)


def _no_talks_refused(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether what somebody refuses is to leave office or a courtesy, and no talks: "refuses to go", "declined to shake hands"."""
    tokens = sentence.tokens
    acts = sentence.dependents(verb, "xcomp")
    below = [c for v in acts for c in sentence.dependents(v, "obj", "obl", "advcl", "advmod")]
    hands = any(tokens[c].lemma.lower() == "hand" for c in below)
    leaves = any(tokens[v].lemma.lower() in ("go", "quit", "resign", "leave") for v in acts) and not below
    return hands or leaves


def _is_land(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether what is taken is a part of a country: "captured three quarters of Zaire", "seized a third of the province"."""
    tokens = sentence.tokens
    for c in sentence.dependents(verb, *OBJECTS):
        if tokens[c].lemma.lower() in lexicon.classes["share"] and any(
            tokens[k].name.endswith("LOC") or tokens[k].lemma.lower() in lexicon.classes["land"]
            for k in sentence.dependents(c, "nmod")
            if matches(tokens[k].relation, ("nmod",))
        ):
            return True
    return False


def _objects(sentence: Sentence, verb: int) -> set[str]:
    return {sentence.tokens[c].lemma.lower() for c in sentence.dependents(verb, *OBJECTS)}
