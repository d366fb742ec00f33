"""Words by which nothing of the kind is done: who lands or takes refuge attacks nobody, who chairs a body of states mediates no talks.

"Resigned in protest" is no demonstration, "broke the deadlock" no collapse, "followed the talks from Caracas" no meeting, "they do not trust
him" no accusation: feelings are no acts.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import BODIES_OF_STATES, OBJECTS
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon

_OF_FORCE = ("ASSAULT", "COERCE", "CONCEDE")
_JUDGEMENTS = ("ACCUSE", "disparagement", "endorsement", "SUPPORT", "REJECT")
_PEOPLE = ("PRON", "PROPN")


def does_nothing(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether the words of a candidate tell of nothing that would have its label."""
    label = candidate.label
    if label == "PROTEST":
        return _only_in_protest(sentence, candidate)
    if label == "talks_collapsed":
        return _ends_a_standstill(sentence, candidate, lexicon)
    if label in group("truces_kept") and candidate.ruling is None:
        return _keeps_fighting(sentence, candidate, lexicon)
    if label in (*group("gatherings"), "mediator_appointed", "mediator_resigned"):
        return _presides(sentence, candidate, mentions, lexicon) or _only_follows(sentence, candidate, lexicon)
    if label in (*group("leaving"), "withdrawal_or_disengagement"):
        return _has_not_left(sentence, candidate, lexicon)
    if label in _OF_FORCE and _only_moves(sentence, candidate, mentions, lexicon):
        return True
    if candidate.ruling is not None:
        return False
    if label == "THREATEN":
        return (
            sentence.tokens[candidate.words[-1]].lemma.lower() in lexicon.classes["bare_answer"]
        )  # "sent its | reply |"
    if label in group("exclusions"):
        return _rules_out_doing(sentence, candidate)
    return label in _JUDGEMENTS and _feels(sentence, candidate, lexicon)


def _only_in_protest(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether protest is only why something else is done: "resigned in protest at the raids"."""
    word = candidate.words[-1]
    noun = len(candidate.words) == 1 and sentence.tokens[word].upos == "NOUN"
    return noun and sentence.tokens[word].lemma.lower() == "protest" and preposition(sentence, word) == "in"


def _ends_a_standstill(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether what breaks is the standstill, so that talks go on: "his proposal broke the deadlock"."""
    tokens = sentence.tokens
    return any(
        tokens[i].lemma.lower() in ("break", "end", "overcome")
        and any(tokens[c].lemma.lower() in lexicon.classes["standstill"] for c in sentence.dependents(i, *OBJECTS))
        for i in candidate.words
    )


def _keeps_fighting(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether it is an attack or the fighting that goes on, and no truce: "has kept up its offensive", "the shelling resumed"."""
    tokens = sentence.tokens
    verbs = [i for i in candidate.words if tokens[i].upos == "VERB"]
    fighting = {*lexicon.classes["fighting"], *lexicon.classes["attack_noun"]}
    what = [c for v in verbs for c in sentence.dependents(v, "obj") or sentence.dependents(v, "nsubj")]
    on = [v for v in verbs if tokens[v].lemma.lower() in lexicon.classes["going_on"]]
    return bool(on) and bool(what) and all(tokens[c].lemma.lower() in fighting for c in what)


def _presides(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether a body of states is what somebody chairs, or its chair what he takes over: "has chaired ECOWAS since July", "takes over the
    ASEAN chair"; not "chaired the ECOWAS meeting", "took the chair of the talks"."""
    tokens = sentence.tokens
    for verb in candidate.words:
        lemma = tokens[verb].lemma.lower()
        below = [
            i for c in sentence.dependents(verb, *OBJECTS) for i in (c, *sentence.dependents(c, "nmod", "compound"))
        ]
        if any(tokens[i].lemma.lower() in lexicon.talks for i in below):
            return False
        of_body = any(mentions.at(sentence, i).resolution.actor_type in BODIES_OF_STATES for i in below)
        of_chair = any(tokens[i].lemma.lower() in lexicon.classes["presidency"] for i in below)
        if of_chair and (
            lemma in lexicon.classes["passing_on_the_chair"]
            or (lemma in lexicon.classes["taking_the_chair"] and of_body)
        ):
            return True
        heads = [c for c in sentence.dependents(verb, *OBJECTS) if tokens[c].upos not in ("PRON", "DET")]
        if tokens[verb].relation == "acl:relcl" and sentence.dependents(verb, "nsubj:pass"):
            heads = [tokens[verb].head]  # "the Minsk Group, which is co-chaired by France"
        bodies = [mentions.at(sentence, c).resolution.actor_type in BODIES_OF_STATES for c in heads]
        if lemma in lexicon.classes["presiding"] and bodies and all(bodies):
            return True
    return False


def _only_follows(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether somebody only looks on: "followed the talks from Caracas"."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    verb = tokens[noun].head if matches(tokens[noun].relation, ("obj",)) else -1
    if candidate.label not in group("gatherings") or verb < 0 or tokens[verb].upos != "VERB":
        return False
    return tokens[verb].lemma.lower() in lexicon.classes["looking_on"] and any(
        preposition(sentence, c) in ("from", "on", "by") for c in (*sentence.children[verb], *sentence.children[noun])
    )


def _has_not_left(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a boycott is only that somebody had not left a place yet: "had not left the capital by nightfall"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() in ("leave", "arrive", "depart")), -1)
    denied = verb >= 0 and any(tokens[c].text.lower() in ("not", "n't", "n’t", "yet") for c in sentence.children[verb])
    places = sentence.dependents(verb, "obj", "obl") if verb >= 0 else []
    return denied and any(
        tokens[c].name.endswith("LOC") or tokens[c].lemma.lower() in lexicon.classes["left_on_travels"] for c in places
    )


def _only_moves(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether somebody only goes, stays or lands somewhere, or something ends by itself: "had landed at Muscat", "took refuge in Nairobi".

    Whoever is armed may attack by it: "commandos landed on the island".
    """
    tokens = sentence.tokens
    words = {tokens[i].lemma.lower() for i in candidate.words}
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), candidate.words[0])
    doers = sentence.dependents(verb, "nsubj", "nsubj:pass", "obl:agent")
    if words & set(lexicon.classes["taking_shelter"]) and candidate.ruling is None:
        return True
    of_force = ("armed", "warships", "forces_of_order", "projectiles")
    armed = {word for name in of_force for word in lexicon.classes[name]}
    if not words & set(lexicon.classes["moving_about"]) or words & armed:
        return False
    if any(tokens[k].lemma.lower() in armed for c in doers for k in (c, *sentence.dependents(c, "compound", "nmod"))):
        return False
    return candidate.ruling is None or all(
        tokens[c].upos in _PEOPLE and mentions.at(sentence, c).resolution.person is not None for c in doers
    )


def _rules_out_doing(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether what somebody rules out is something that he might do: "had not ruled out standing for election"."""
    tokens = sentence.tokens
    return any(
        tokens[i].lemma.lower() == "rule"
        and any(tokens[c].upos == "VERB" for c in sentence.dependents(i, "obj", "xcomp", "ccomp", "advcl"))
        for i in candidate.words
    )


def _feels(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether all that is told is what somebody feels: "the generals despise them", "he was disappointed"."""
    tokens = [sentence.tokens[i] for i in candidate.words if sentence.tokens[i].upos in ("VERB", "ADJ")]
    return any({t.lemma.lower(), t.text.lower()} & set(lexicon.classes["feeling"]) for t in tokens)
