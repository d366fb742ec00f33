"""Who denies only that an attack was his leaves it an attack: "denied that it was behind Sunday's bombing", "denied involvement in the raid"
(codebook R23: denied is what somebody says did not happen)."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import DEFINITE, NO
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_IN = frozenset({"in", "for", "of", "to", "with"})
_STEPS = 5
"""Words from a part in an attack up to the verb that denies it: "denied that it had any role in"."""


def disowned_by(sentence: Sentence, candidate: Candidate) -> list[int]:
    """Heads of who denies that an attack was his, the "it" of his denial among them; none where the attack itself is denied.

    "Denied that it had bombed the town", "denied carrying out an air strike" say that there was none.
    """
    tokens = sentence.tokens
    noun = candidate.words[-1]
    if candidate.label not in group("violence") or tokens[noun].upos not in ("NOUN", "PROPN"):
        return []
    part = _part_in(sentence, noun)
    if part < 0:
        return []
    own = sentence.dependents(part, "nsubj")
    if any(tokens[c].upos != "PRON" for c in own):
        return []  # "denied that Israel had carried out the attack"
    i = part
    for _ in range(_STEPS):
        above = tokens[i].head
        if above < 0:
            return []
        if matches(tokens[i].relation, ("obj", "ccomp", "xcomp")) and _denies(sentence, above):
            return [*own, *sentence.dependents(i, "nsubj"), *sentence.dependents(above, "nsubj")]
        i = above
    return []


def _part_in(sentence: Sentence, noun: int) -> int:
    """The word for somebody's part in what a noun tells, -1 where there is none: "responsibility for the attack", "behind Sunday's attack",
    "carried out the bombing"."""
    tokens, parts = sentence.tokens, lexicon.load().classes["part_in_attack"]
    token = tokens[noun]
    if sentence.dependents(noun, "cop") and any(
        tokens[c].text.lower() == "behind" for c in sentence.dependents(noun, "case")
    ):
        return noun
    above = token.head
    if above < 0:
        return -1
    if matches(token.relation, ("nmod", "obl")) and preposition(sentence, noun) in _IN:
        return above if tokens[above].lemma.lower() in parts else -1
    known = any(tokens[c].text.lower() in DEFINITE for c in sentence.dependents(noun, "det"))
    dated = any(tokens[c].mention == "time" for c in sentence.dependents(noun, "nmod:poss"))
    done = matches(token.relation, ("obj",)) and tokens[above].upos == "VERB"
    return above if done and (known or dated) and tokens[above].lemma.lower() in parts else -1


def _denies(sentence: Sentence, verb: int) -> bool:
    tokens = sentence.tokens
    denied = any(tokens[c].text.lower() in NO for c in sentence.dependents(verb, "advmod"))
    return tokens[verb].lemma.lower() in lexicon.load().classes["denying"] and not denied
