"""Whoever meets nobody but his own people holds no talks ("convened his cabinet"); a movement's leader with his commanders confers within it."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import HIS_OR_THEIR, MOVEMENTS
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon


def meets_own_people(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether all whom somebody meets are his own: "Netanyahu convened his inner cabinet", "met his generals";
    or a body of a government meets by itself: "Israel's security cabinet is to meet on Friday", "a meeting of his security council"."""
    if candidate.label not in group("gatherings") and candidate.label not in ("CONSULT", "AGREE"):
        return False
    if sentence.tokens[_verb(sentence, candidate)].lemma.lower() in lexicon.classes["sending_out"]:
        return False  # "sent only its foreign minister to the conference"
    met = _partners(sentence, candidate)
    if not met and _is_of_own_body(sentence, candidate, lexicon):
        return True
    if candidate.label == "AGREE":
        return False
    return bool(met) and all(_is_own(sentence, i, lexicon) for i in met)


def confers_within(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether the leader of a movement meets its own: "Garang met his commanders"."""
    if not meets_own_people(sentence, candidate, lexicon):
        return False
    verb = _verb(sentence, candidate)
    return any(mentions.at(sentence, i).resolution.actor_type in MOVEMENTS for i in sentence.dependents(verb, "nsubj"))


def _verb(sentence: Sentence, candidate: Candidate) -> int:
    """The verb of a meeting, or the one that has its noun as object ("held consultations")."""
    first = candidate.words[-1]
    own = next((i for i in candidate.words if sentence.tokens[i].upos == "VERB"), -1)
    return own if own >= 0 else max(sentence.tokens[first].head, 0)


def _partners(sentence: Sentence, candidate: Candidate) -> list[int]:
    """Those who are met: the verb's objects, and whoever stands behind "with"."""
    verb = _verb(sentence, candidate)
    objects = [c for c in sentence.dependents(verb, "obj", "iobj") if c not in candidate.words]
    beside = [c for i in {verb, *candidate.words} for c in sentence.dependents(i, "obl", "nmod")]
    objects += [c for c in beside if preposition(sentence, c) == "with"]
    return [k for c in objects for k in conjuncts(sentence, c)]


def _is_of_own_body(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether who meets, or whose meeting it is, is a cabinet or a council of somebody's own."""
    tokens = sentence.tokens
    verb = _verb(sentence, candidate)
    noun = candidate.words[-1]
    who = [c for c in sentence.dependents(verb, "nsubj") if verb in candidate.words and _meets(sentence, verb, lexicon)]
    if not who and _meets(sentence, verb, lexicon) and matches(tokens[verb].relation, ("xcomp",)):
        who = sentence.dependents(tokens[verb].head, "nsubj", "nsubj:pass")  # "is scheduled to meet"
    if tokens[noun].upos == "NOUN":
        who = [c for c in sentence.dependents(noun, "nmod") if preposition(sentence, c) == "of"]
    own = {tokens[c].text.lower() for i in who for c in sentence.dependents(i, "nmod:poss")} & HIS_OR_THEIR
    return len(who) == 1 and all(
        tokens[i].lemma.lower() in lexicon.classes["own_bodies"] or (tokens[i].lemma.lower() == "council" and own)
        for i in who
    )


def _meets(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    return sentence.tokens[verb].lemma.lower() in lexicon.classes["sitting_together"]


def _is_own(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a phrase is of people under whoever meets them: "his commanders", "commanders of his movement"."""
    tokens = sentence.tokens
    if tokens[i].lemma.lower() not in lexicon.classes["own_people"]:
        return False
    of = [c for c in sentence.dependents(i, "nmod") if preposition(sentence, c) == "of"]
    return any(tokens[c].text.lower() in HIS_OR_THEIR for k in (i, *of) for c in sentence.dependents(k, "nmod:poss"))
