"""What "not", "no" and "nearly" by an event's own words deny, and where they are what tells of it (codebook R23)."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import MERELY, NO, NOBODY, NOT
from dragoman.coder.grammar.effects import negates, surrounding_effects
from dragoman.coder.grammar.not_there import attendance_told, only_attendance_denied
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon
from dragoman.ontology.lexicon import Modality


def denies_exclusion(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether a wording that keeps somebody out by itself is negated: "was not excluded", but not "was not invited"."""
    rule = candidate.rule
    if rule is None or rule.trigger.exclusion is None or "polarity" in rule.trigger.set:
        return False
    return any(e.polarity == "negated" for e in surrounding_effects(sentence, rule.anchor[0], modality))


def denies_wording(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether the verb or predicate of a wording that asks for no negation is itself negated: "did not broker the truce", "is not dead"."""
    rule = candidate.ruling
    if rule is None or rule.trigger.anchor not in ("verb", "adjective") or "polarity" in rule.trigger.set:
        return False
    if any(not modality.negations.isdisjoint(c.lemmas) for c in rule.trigger.conditions):
        return False
    return _is_negated(sentence, rule.anchor[0], modality)


def made_by_not(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether a boycott or a refusal is told by denying that somebody comes or agrees: "neither sent anyone", "never agreed to talk"."""
    standing = candidate.label in group("refusals") or candidate.label in group("staying_away")
    denies = any(sentence.tokens[i].lemma.lower() in lexicon.load().classes["withholding"] for i in candidate.words)
    if denies and candidate.label in group("exclusions") and candidate.ruling is None:
        return not not_done(sentence, candidate, modality)  # "was denied a seat"
    if candidate.label in group("exclusions") and any(sentence.tokens[i].text.lower() in NO for i in candidate.words):
        return candidate.ruling is None  # "was not involved"
    if candidate.label in group("exclusions") and candidate.ruling is None and _not_there(sentence, candidate):
        return True  # "neither has ever had a seat"
    by_phrase = candidate.ruling is not None and candidate.ruling.trigger.anchor == "phrase"
    if standing and by_phrase and any(sentence.tokens[i].text.lower() in NOT for i in candidate.words):
        return True  # "will not sign" is the wording itself
    verbs = [i for i in candidate.words if (sentence.tokens[i].lemma.lower(),) in modality.made_by_not]
    if not standing or candidate.ruling is not None or not verbs:
        return False
    near = {i for v in verbs for i in (v, *sentence.dependents(v, "nsubj", "obj", "aux"))}
    return any(sentence.tokens[c].text.lower() in NO for i in near for c in (i, *sentence.children[i]))


def _not_there(sentence: Sentence, candidate: Candidate) -> bool:
    return attendance_told(sentence, candidate.words) is not None


def only_not_there(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the event is the noun of talks that somebody did not attend; who took no part in a battle is not there either, but did nothing."""
    noun = candidate.words[-1]
    return (
        candidate.label in group("assisted")
        and sentence.tokens[noun].upos in ("NOUN", "PROPN")
        and only_attendance_denied(sentence, noun)
    )


def cleft_denied(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a cleft sentence denies that the one named did it: "it was not the rebels who walked out"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0 or not matches(tokens[verb].relation, ("acl",)) or tokens[verb].head < 0:
        return False
    named = tokens[tokens[verb].head]
    if named.upos != "PROPN" and named.mention not in ("person", "organization"):
        return False  # "it was no surprise that they walked out"
    below = sentence.children[named.i]
    it = any(tokens[c].text.lower() == "it" and matches(tokens[c].relation, ("nsubj", "expl")) for c in below)
    copula = any(tokens[c].relation == "cop" for c in below)
    denied = [c for c in below if tokens[c].text.lower() in NOT and c < verb]
    only = any(tokens[c + 1].text.lower() in MERELY for c in denied)
    return it and copula and bool(denied) and not only


def not_done(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether the event's own verb is negated: "did not keep the truce"."""
    verb = next((i for i in reversed(candidate.words) if sentence.tokens[i].upos == "VERB"), None)
    return verb is not None and _is_negated(sentence, verb, modality)


def _is_negated(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether "not" stands by a verb, or "nearly" right before it: "the talks nearly collapsed"."""
    before = tuple(token.text.lower() for token in sentence.tokens[max(0, verb - 2) : verb])
    missed = before[-1:] in modality.near_misses or before in modality.near_misses
    return missed or any(negates(sentence, c, modality) for c in sentence.dependents(verb, "advmod"))


def not_carried_out(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether all that is denied of a text is what was to be made of it: "a second accord was never carried out", "the truce was not honoured"."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    verb = tokens[noun].head
    if candidate.label not in group("shared_texts") and candidate.label not in group("truces_kept"):
        return False
    if verb < 0 or verb in candidate.words or not matches(tokens[noun].relation, ("nsubj:pass", "obj")):
        return False
    particles = [tokens[c].text.lower() for c in sentence.dependents(verb, "compound:prt", "advmod")]
    lemma = tokens[verb].lemma.lower()
    carrying = lexicon.load().classes["carrying_out"]
    done = lemma in carrying or any(f"{lemma} {particle}" in carrying for particle in particles)
    return done and not no_such(sentence, noun)


def only_next_denied(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether "no" stands only before what a "but" sets against the event: "ended with a joint statement but no deal"."""
    noun = candidate.words[-1]
    if no_such(sentence, noun) or sentence.tokens[noun].upos != "NOUN":
        return False
    return any(
        no_such(sentence, c) and any(sentence.tokens[k].text.lower() == "but" for k in sentence.dependents(c, "cc"))
        for c in sentence.dependents(noun, "conj")
    )


def meets_nobody(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the object of an event's own verb says that it was done to none: "could see neither", "met nobody"."""
    verbs = [i for i in candidate.words if sentence.tokens[i].upos == "VERB"]
    objects = (c for v in verbs for c in sentence.dependents(v, "obj"))
    refuses = candidate.label in group("refusals") or candidate.label == "REJECT"  # "would have none of it"
    return not refuses and any(sentence.tokens[c].text.lower() in NOBODY and not _but_one(sentence, c) for c in objects)


def _but_one(sentence: Sentence, nobody: int) -> bool:
    """Whether somebody is excepted right behind: "nobody but the president"."""
    return any(token.text.lower() in ("but", "except", "save") for token in sentence.tokens[nobody + 1 : nobody + 2])


def does_none(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether "no" before the object of an act's own verb denies it: "released no prisoners", "held no women or children"."""
    if candidate.label not in group("deeds") and candidate.label not in group("yielding"):
        return False
    verbs = [i for i in candidate.words if sentence.tokens[i].upos == "VERB"]
    return any(no_such(sentence, c) for v in verbs for c in sentence.dependents(v, "obj", "nsubj:pass"))


def is_none(sentence: Sentence, words: list[int]) -> bool:
    """Whether "there is" says of the event's noun that it is none."""
    noun = sentence.tokens[words[-1]]
    if noun.head < 0 or not sentence.dependents(noun.head, "expl"):
        return False
    return no_such(sentence, noun.i)


def no_such(sentence: Sentence, noun: int) -> bool:
    """Whether "no" stands before the event's noun."""
    return any(sentence.tokens[c].text.lower() == "no" for c in sentence.dependents(noun, "det"))
