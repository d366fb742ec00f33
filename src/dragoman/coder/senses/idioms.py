"""Expressions that say something else than the words that the model read as an event: "stood by" helps nobody, "fought the case" is no fight."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Lexicon

_ANSWERS = frozenset({"answer", "reply", "response", "verdict"})
_PLEDGING = frozenset({"guarantee_given", "THREATEN", "AGREE", "CONCEDE"})
_FORCE = frozenset({"ASSAULT", "THREATEN", "MOBILIZE"})
_WITHDRAWING = frozenset({"withdrawal_or_disengagement", "RETREAT", "SANCTION", "CONCEDE"})


def says_otherwise(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether the words of a candidate form an expression that tells of no such event."""
    tokens, label, words = sentence.tokens, candidate.label, lexicon.classes
    for i in candidate.words:
        lemma = tokens[i].lemma.lower()
        if label == "ASSAULT" and _by_nature(sentence, i, lexicon):
            return True
        if label.isupper() and lemma == "fire" and tokens[i].upos == "VERB" and _dismissed(sentence, i, lexicon):
            return True
        objects = {tokens[c].lemma.lower() for c in sentence.dependents(i, "obj", "nsubj:pass")}
        against = {
            tokens[c].lemma.lower()
            for c in sentence.dependents(i, "obl")
            if preposition(sentence, c) in ("against", "for")
        }
        if label == "ASSAULT" and (lemma in words["telephoning"] or _held_fire(sentence, i) or _banned(sentence, i)):
            return True
        if (
            label in _FORCE
            and lemma in ("fight", "battle", "contest")
            and (objects | against) & set(words["fought_in_court"])
        ):
            return True
        if (
            label in _WITHDRAWING
            and lemma in ("pull", "step", "draw", "bring", "save")
            and _from_brink(sentence, i, lexicon)
        ):
            return True
        if label in _WITHDRAWING and lemma == "pull" and "stop" in objects:
            return True  # "pulled out all the stops"
        if label in _PLEDGING and lemma == "give" and objects and objects <= _ANSWERS:
            return True
        if label == "SUPPORT" and lemma == "stand" and _stood_by(sentence, i):
            return True
        if label in ("ACCUSE", "direct_negotiation") and lemma in words["astonishing"] and tokens[i].upos == "VERB":
            return True
        if label == "THREATEN" and candidate.ruling is None and _answers(sentence, i, lexicon):
            return True
    return label == "THREATEN" and candidate.ruling is None and _vows_peace(sentence, candidate, lexicon)


def agrees_on_measures(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether what is agreed on is sanctions or a condemnation, which is no text between the sides: "agreed on new sanctions"."""
    if candidate.label != "agreement_announced":
        return False
    tokens = sentence.tokens
    for verb in (i for i in candidate.words if tokens[i].upos == "VERB"):
        on = [c for c in sentence.dependents(verb, "obl") if preposition(sentence, c) in ("on", "to")]
        measures = {i for c in on for i in (c, *sentence.dependents(c, "nmod", "compound", "acl"))}
        measures |= {k for c in sentence.dependents(verb, "xcomp") for k in sentence.dependents(c, "obj")}
        if any(tokens[i].lemma.lower() in lexicon.classes["measures"] for i in measures):
            return True
    return False


def _by_nature(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether a storm or a disease does it: "a cyclone flattened villages", "killed by floods"."""
    doers = [c for c in sentence.dependents(verb, "nsubj") if sentence.tokens[c].relation == "nsubj"]
    if not doers:
        doers = [c for c in sentence.dependents(verb, "obl", "obl:agent") if preposition(sentence, c) in ("by", "in")]
        named = [c for c in doers if preposition(sentence, c) == "by"]
        doers = named or doers  # "killed in heavy rain by gunmen"
    doers = [
        i for i in doers if not any(preposition(sentence, c) in ("of", "by") for c in sentence.children[i])
    ]  # "a storm of bullets", "a wave by the Taliban"
    return any(sentence.tokens[i].lemma.lower() in lexicon.classes["natural_forces"] for i in doers)


def _dismissed(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether somebody is dismissed: "fired his defence minister", "fired John Bolton"; or only words are sent: "fired off a letter"."""
    tokens = sentence.tokens
    objects = sentence.dependents(verb, "obj", "nsubj:pass")
    if any(tokens[c].text.lower() == "off" for c in sentence.children[verb]):
        return any(tokens[c].lemma.lower() in lexicon.classes["fired_off"] for c in objects)
    return any(
        tokens[c].name.endswith("PER") or tokens[c].lemma.lower() in lexicon.classes["dismissed"] for c in objects
    )


def _held_fire(sentence: Sentence, i: int) -> bool:
    """Whether "fire" is what somebody holds: "held their fire"."""
    token = sentence.tokens[i]
    held = token.head >= 0 and sentence.tokens[token.head].lemma.lower() in ("hold", "cease")
    return token.lemma.lower() == "fire" and token.relation == "obj" and held


def _banned(sentence: Sentence, i: int) -> bool:
    """Whether an attack is what a ban is on: "a moratorium on air strikes"."""
    token = sentence.tokens[i]
    above = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    return matches(token.relation, ("nmod",)) and above in ("moratorium", "ban") and preposition(sentence, i) == "on"


def _from_brink(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether somebody is led away from what might have come: "pulled the two back from the brink of war"."""
    brink = lexicon.classes["brink"]
    below = [k for c in sentence.children[verb] for k in (c, *sentence.children[c])]
    return any(sentence.tokens[k].lemma.lower() in brink and preposition(sentence, k) == "from" for k in below)


def _stood_by(sentence: Sentence, verb: int) -> bool:
    """Whether somebody looks on, with nobody by whom he stands: "stood by while the militia attacked"."""
    by = [c for c in sentence.dependents(verb, "compound:prt", "advmod") if sentence.tokens[c].text.lower() == "by"]
    return bool(by) and not sentence.dependents(verb, "obj", "obl")


def _answers(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether a response is to something put forward: "would respond to the proposal"."""
    token = sentence.tokens[verb]
    to = [c for c in sentence.dependents(verb, "obl") if preposition(sentence, c) == "to"]
    lemmas = {sentence.tokens[c].lemma.lower() for c in to}
    return token.lemma.lower() in ("respond", "reply") and bool(
        lemmas & {*lexicon.classes["text"], "offer", "invitation"}
    )


def _vows_peace(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether somebody vows to keep to something: "vowed to abide by the truce"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() in ("vow", "pledge", "promise")), -1)
    return verb >= 0 and any(
        tokens[c].lemma.lower() in lexicon.classes["keeping_to"]
        for c in sentence.dependents(verb, "xcomp")
        if matches(tokens[c].relation, ("xcomp",))
    )
