"""Acts that are what they are by what they are done to, whatever label the model read off the verb: an accord that breaks down is no talks
that do, ties that are resumed are no talks, who ends a visit calls nothing off."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import NOT, OBJECTS, WILL_OR_WOULD
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Lexicon


def by_object(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Label that a candidate has by its subject or object, None where it keeps its own."""
    if candidate.label == "talks_collapsed" and candidate.ruling is None:
        return _broken_text(sentence, candidate, lexicon)
    if candidate.label == "talks_cancelled":
        return _ended_visit(sentence, candidate, lexicon)
    if candidate.label in ("talks_resumed", "talks_agreed") and _of_ties(sentence, candidate, lexicon):
        return "COOPERATE" if candidate.label == "talks_resumed" else "AGREE"
    if candidate.label == "REJECT" and _puts_off_visit(sentence, candidate, lexicon):
        return "talks_postponed"
    if candidate.label == "agreement_signed" and _will_not_sign(sentence, candidate, lexicon):
        return "agreement_rejected"
    if candidate.label in ("REJECT", "mediation_rejected") and (asked := _turns_to(sentence, candidate, lexicon)):
        return asked
    if candidate.label == "CONCEDE" and candidate.ruling is None and _extends_mandate(sentence, candidate, lexicon):
        return "resolution_adopted"
    return None


def _broken_text(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """What ends where no talks do: "the accord between the two broke down" repudiates it, "the truce fell apart" ends it."""
    tokens = sentence.tokens
    verbs = [
        i for i in candidate.words if tokens[i].upos == "VERB" and _is_one_of(sentence, i, lexicon.classes["collapse"])
    ]
    what = {tokens[c].lemma.lower() for v in verbs for c in sentence.dependents(v, "nsubj")}
    if what & set(lexicon.classes["truce_strict"]):
        return "ceasefire_ended"
    return "agreement_repudiated" if what & set(lexicon.classes["deal_strict"]) | what & {"understanding"} else None


def _ended_visit(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """What somebody ends where it is a visit, or talks that an envoy holds: "ended a three-day visit to Sri Lanka", "the envoy ended his
    talks with the rebels"; None for "abruptly ended his visit", "the president ended the talks"."""
    tokens = sentence.tokens
    for verb in candidate.words:
        if tokens[verb].upos != "VERB" or tokens[verb].lemma.lower() not in lexicon.classes["closing"]:
            continue
        if any(tokens[c].lemma.lower() in lexicon.classes["abruptly"] for c in sentence.children[verb]):
            return None
        objects = sentence.dependents(verb, "obj")
        visits = [c for c in objects if tokens[c].lemma.lower() in lexicon.classes["visit"]]
        own = [c for c in objects if any(tokens[k].relation == "nmod:poss" for k in sentence.children[c])]
        who = {
            tokens[k].lemma.lower()
            for s in sentence.dependents(verb, "nsubj")
            for k in (s, *sentence.dependents(s, "compound", "appos", "nmod:desc"))
        }
        envoys = who & ({*lexicon.classes["envoy"], *lexicon.classes["mediator"]} - {"negotiator"})  # a side's own
        if visits or (own and envoys):
            return "single_party_consultation" if envoys else "CONSULT"
    return None


def _of_ties(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether what is resumed is relations, and no talks: "resumed diplomatic ties", "agreed to restore relations"."""
    tokens = sentence.tokens
    verbs = [*candidate.words, *(c for i in candidate.words for c in sentence.dependents(i, "xcomp"))]
    heads = [c for v in verbs for c in sentence.dependents(v, *OBJECTS)]
    objects = {tokens[i].lemma.lower() for c in heads for i in (c, *sentence.dependents(c, "conj"))}
    return bool(objects) and objects <= set(lexicon.classes["state_ties"])


def _puts_off_visit(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether somebody puts off a visit, which turns nobody down: "put off a trip to Israel"."""
    tokens = sentence.tokens
    return any(
        _is_one_of(sentence, i, lexicon.classes["postpone"])
        and any(tokens[c].lemma.lower() in lexicon.classes["visit"] for c in sentence.dependents(i, *OBJECTS))
        for i in candidate.words
        if tokens[i].upos == "VERB"
    )


def _will_not_sign(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a side says that it will not sign: "would not sign the accord"; not "would not sign it on Friday", which only puts it off, nor
    "feared that they would not sign it"."""
    tokens = sentence.tokens
    for verb in candidate.words:
        if tokens[verb].lemma.lower() not in lexicon.classes["sign"] or not sentence.dependents(verb, "obj"):
            continue
        helping = {tokens[c].text.lower() for c in sentence.dependents(verb, "aux")}
        denied = any(tokens[c].text.lower() in NOT for c in sentence.dependents(verb, "advmod"))
        below = [c for c in sentence.children[verb] if c > verb]
        day = any(tokens[c].mention == "time" for c in below)
        delay = any(preposition(sentence, c) in ("until", "before") for c in below)
        if denied and helping & WILL_OR_WOULD and "have" not in helping and not day and not delay:
            above = tokens[verb].head
            told = not matches(tokens[verb].relation, ("ccomp",)) or _tells(sentence, above, lexicon)
            return told and not matches(tokens[verb].relation, ("acl", "advcl"))
    return False


def _tells(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether somebody tells what stands below a verb: "said", "made clear"; nobody who hopes or fears it does."""
    return sentence.tokens[verb].lemma.lower() not in {*lexicon.classes["hoping"], *lexicon.classes["doubting"]}


def _turns_to(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """What somebody asks whom he turns to: "turned to Qatar to mediate" wants a mediator, "turned to Oman for help" something; neither
    rejects anybody."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() == "turn"), -1)
    if verb < 0 or sentence.dependents(verb, "compound:prt", "obj"):
        return None  # "turned down"
    if any(tokens[c].text.lower() in ("away", "down", "back") for c in sentence.dependents(verb, "advmod")):
        return None
    if not any(preposition(sentence, c) == "to" for c in sentence.dependents(verb, "obl")):
        return None
    below = {tokens[i].lemma.lower() for i in sentence.subtree(verb)}
    return "mediation_requested" if below & {*lexicon.classes["mediate"], *lexicon.classes["mediation"]} else "REQUEST"


def _extends_mandate(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a council gives a mission more time: "extended the mandate of the mission until October"; not "of the president"."""
    tokens = sentence.tokens
    at_home = {*lexicon.classes["institution"], *lexicon.classes["at_home"], "president", "assembly"}
    for verb in candidate.words:
        mandates = [c for c in sentence.dependents(verb, *OBJECTS) if tokens[c].lemma.lower() == "mandate"]
        subjects = [tokens[c].lemma.lower() for c in sentence.dependents(verb, "nsubj", "obl:agent")]
        whose = {tokens[c].lemma.lower() for m in mandates for c in sentence.dependents(m, "nmod", "nmod:poss")}
        if (
            mandates
            and not whose & at_home
            and any(word in ("council", "assembly", "summit", "union") for word in subjects)
        ):
            return tokens[verb].lemma.lower() in lexicon.classes["prolonging"]
    return False


def _is_one_of(sentence: Sentence, verb: int, wanted: tuple[str, ...]) -> bool:
    """Whether a verb, alone or with its particle, is one of some: "collapse", "break down"."""
    lemma = sentence.tokens[verb].lemma.lower()
    particles = [sentence.tokens[c].text.lower() for c in sentence.dependents(verb, "compound:prt", "advmod")]
    return lemma in wanted or any(f"{lemma} {particle}" in wanted for particle in particles)
