"""What is handed over, freed or called off by its object: arms are no prisoners, a truce is no meeting."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence
from dragoman.ontology.lexicon import Lexicon

_HANDED = frozenset({"prisoner_exchange", "MOBILIZE", "AID", "RETREAT"})
_ARMED = frozenset(
    {"army", "force", "troop", "soldier", "militia", "rebel", "fighter", "police", "ally", "guerrilla", "insurgent"}
)


def arms_handed_over(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether fighters give up their arms: "handed over 62 rifles to the monitors", not "gave arms to the rebels" or "handed over
    rifles to the army"."""
    if candidate.label not in _HANDED:
        return False
    tokens = sentence.tokens
    for i in candidate.words:
        away = any(
            tokens[c].text.lower() in ("over", "up", "in", "down")
            for c in sentence.dependents(i, "compound:prt", "advmod")
        )
        if tokens[i].lemma.lower() in lexicon.classes["handing_over_arms"] and (
            away or tokens[i].lemma.lower() == "surrender"
        ):
            objects = {tokens[c].lemma.lower() for c in sentence.dependents(i, "obj", "nsubj:pass")}
            to = {tokens[c].lemma.lower() for c in sentence.dependents(i, "obl") if preposition(sentence, c) == "to"}
            if objects & set(lexicon.classes["arms"]) and not to & _ARMED:
                return True
    return False


def called_off(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Label of "called it off" by what it is, the nearest truce or attack named before in the sentence: "declared a truce, only to call it
    off"; None where neither is named."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if candidate.label != "talks_cancelled" or verb < 0:
        return None
    if not any(tokens[c].text.lower() in ("it", "them") for c in sentence.dependents(verb, "obj")):
        return None
    for token in reversed(tokens[:verb]):
        lemma = token.lemma.lower()
        if lemma in lexicon.talks:
            return None
        if lemma in lexicon.classes["truce_strict"]:
            return "ceasefire_ended"
        if token.upos == "NOUN" and lemma in lexicon.classes["attack_noun"]:
            return "CONCEDE"
    return None
