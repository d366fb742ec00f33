"""Labels that the plain sense of a candidate's words turns into another, before roles are filled.

Who would walk out if something happened threatens it, who could or will not do something threatens or refuses it (`intents.py`), who
fails to meet another has not boycotted him, who declines to mediate turns nobody's mediation down.
"""

from __future__ import annotations

from dragoman.coder.intents import intent
from dragoman.coder.judge import Candidate
from dragoman.coder.mentions import Mentions
from dragoman.coder.phrases import conjuncts, preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Lexicon

_WOULD = frozenset({"would", "will", "'ll", "’ll", "'d", "’d", "wo"})
_IF = frozenset({"if", "unless", "should", "until"})
_MEETING = frozenset({"meet", "talk", "negotiate", "gather"})
_HOLDING = frozenset({"hold", "start", "begin", "open", "resume", "convene"})
_BOTH = frozenset({"they", "we", "two", "both"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})
_INTENTS = {"threat": "THREATEN", "refusal": "REJECT"}


def reread(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> None:
    """Give a candidate the label that its words plainly mean, in place."""
    if _threatens_to_leave(sentence, candidate, mentions):
        relabel(candidate, "exit_threatened")
    elif _did_not_meet(sentence, candidate, lexicon):
        relabel(candidate, "direct_negotiation")
    elif _will_not_mediate(sentence, candidate, lexicon):
        relabel(candidate, "REJECT")
    elif _warns_against(sentence, candidate):
        relabel(candidate, "REQUEST")
    elif _ended_together(sentence, candidate, lexicon):
        relabel(candidate, "direct_negotiation")
    elif _denied_a_meeting(sentence, candidate):
        relabel(candidate, "talks_refused")
        candidate.words = sorted({*candidate.words, sentence.tokens[candidate.words[-1]].head})
    elif meant := intent(sentence, candidate, mentions):
        relabel(candidate, _INTENTS[meant])
        candidate.intent = meant


def relabel(candidate: Candidate, label: str) -> None:
    """Give a candidate another label, which no rule has."""
    candidate.label, candidate.rule, candidate.overruled = label, None, ""
    candidate.decided_by, candidate.sure = "model", False


def _threatens_to_leave(sentence: Sentence, candidate: Candidate, mentions: Mentions) -> bool:
    """Whether a side says of itself that it would walk out in some case: "the rebels said they would walk out if he stayed on".

    What others foresee is no threat: "analysts said the rebels would walk out if he stayed on".
    """
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if candidate.label != "walkout" or verb < 0:
        return False
    would = any(tokens[c].text.lower() in _WOULD for c in sentence.dependents(verb, "aux"))
    case = any(preposition(sentence, c) in _IF for c in sentence.dependents(verb, "advcl"))
    teller = tokens[verb].head
    if not would or not case or not matches(tokens[verb].relation, ("ccomp",)) or teller < 0:
        return False
    says = sentence.dependents(teller, "nsubj")
    goes = sentence.dependents(verb, "nsubj")
    if not says or not goes:
        return False
    if tokens[goes[0]].text.lower() in _PRONOUNS:
        return True
    speaker, leaver = mentions.at(sentence, says[0]), mentions.at(sentence, goes[0])
    return speaker.actor is not None and speaker.actor == leaver.actor


def _did_not_meet(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether several failed to meet or to hold talks, which none of them boycotted: "Kibaki and Odinga failed to meet"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() == "fail"), -1)
    if candidate.label != "boycott" or verb < 0:
        return False
    for c in sentence.dependents(verb, "xcomp"):
        objects = sentence.dependents(c, "obj")
        if tokens[c].lemma.lower() in _MEETING and not objects:
            return True
        held = any(tokens[k].lemma.lower() in lexicon.talks for k in objects)
        if tokens[c].lemma.lower() in _HOLDING and held:
            return True
    return False


def _will_not_mediate(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the mediator himself declines or takes his offer back: "declined to mediate", "withdrew its offer to mediate"."""
    if candidate.label not in ("mediation_rejected", "talks_refused"):
        return False
    tokens = sentence.tokens
    for i in candidate.words:
        below = [c for c in sentence.children[i] if matches(tokens[c].relation, ("xcomp", "acl", "ccomp"))]
        if tokens[i].lemma.lower() == "withdraw":
            below += [
                c
                for k in sentence.dependents(i, "obj")
                if any(tokens[p].relation == "nmod:poss" and tokens[p].upos == "PRON" for p in sentence.children[k])
                for c in sentence.dependents(k, "acl")
            ]
        below = [c for c in below if not _by_another(sentence, i, c)]
        if any(tokens[c].lemma.lower() in ("mediate", "arbitrate", "intercede") for c in below):
            return True
    return False


def _by_another(sentence: Sentence, verb: int, below: int) -> bool:
    """Whether what is refused is that another does it: "refused to let Turkey mediate"."""
    whom = sentence.dependents(verb, "obj", "iobj") if sentence.tokens[below].head == verb else []
    return bool(sentence.dependents(below, "nsubj")) or any(c < below for c in whom)


def _warns_against(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a warning asks another to leave something: "warned against a military intervention"."""
    if candidate.label != "THREATEN":
        return False
    warned = [i for i in candidate.words if sentence.tokens[i].lemma.lower() in ("warn", "caution")]
    return any(preposition(sentence, c) == "against" for i in warned for c in sentence.children[i])


def _ended_together(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether both sides ended talks, which calls nothing off: "Serbia and Kosovo ended talks in Brussels", "ended two days of talks".

    "Trump ended the talks" and "ended talks abruptly" do.
    """
    tokens = sentence.tokens
    verb = next(
        (
            i
            for i in candidate.words
            if tokens[i].lemma.lower() in lexicon.classes["closing"] and tokens[i].upos == "VERB"
        ),
        -1,
    )
    if candidate.label != "talks_cancelled" or verb < 0:
        return False
    if any(tokens[c].lemma.lower() in lexicon.classes["abruptly"] for c in sentence.children[verb]):
        return False
    objects = sentence.dependents(verb, "obj")
    spent = any(tokens[k].lemma.lower() in lexicon.classes["span"] for k in objects)
    subjects = sentence.dependents(verb, "nsubj")
    together = any(len(conjuncts(sentence, s)) > 1 or _several(sentence, s, lexicon) for s in subjects)
    resultless = any(preposition(sentence, c) == "without" for c in sentence.dependents(verb, "obl"))
    return spent or together or resultless


def _several(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a word is for both sides: "they", "the delegations"."""
    token = sentence.tokens[i]
    plural = token.text.lower() != token.lemma.lower()
    return token.text.lower() in _BOTH or (plural and token.lemma.lower() in lexicon.nouns_of_sides)


def _denied_a_meeting(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody is not given a meeting: "was denied a meeting with Mugabe", not "denied a meeting", which contradicts a report."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    verb = tokens[noun].head
    if candidate.label != "direct_negotiation" or verb < 0 or not matches(tokens[noun].relation, ("obj",)):
        return False
    asked = [*sentence.dependents(verb, "nsubj:pass"), *sentence.dependents(verb, "iobj")]
    return tokens[verb].lemma.lower() in ("deny", "refuse") and bool(asked)
