"""Status, polarity, certainty and tense of an event as its clause tells them (codebook 2.3, rules R22 to R24).

Three readings are joined: what the trigger's own wording fixes, what the words around it do (modals, negation, "plan to",
"proposed talks", "if"), and the model's reading of the clause. The first wins; the second raises the model's probability.
"""

from __future__ import annotations

import numpy as np

from dragoman.coder.judge import Candidate
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Effect, Modality

HEADS = ("status", "polarity", "certainty", "tense")
_UP = (
    "obj",
    "nsubj",
    "nsubj:pass",
    "obl",
    "nmod",
    "conj",
    "compound",
    "xcomp",
    "ccomp",
    "acl",
    "advcl",
    "csubj",
    "amod",
)
_TAKEN_PLACE = ("held", "held_partial", "under_way")
_ENDINGS = frozenset({"collapsed", "cancelled", "suspended", "postponed"})
"""What a wording says to have become of talks; where it only might, nothing has."""
_REFUSALS = frozenset(
    {"talks_refused", "agreement_rejected", "mediation_rejected", "exclusion_declared", "precondition_set"}
)
"""Acts that "there will be no talks" affirms."""
_UNREAL = frozenset({"hypothetical", "conditional"})
_STEPS = 3
"""Words looked up from the trigger: the light verb, the verb above it, and one more ("agreed to try to hold talks")."""
WORD_FACTOR = 3.0
"""How much a word around the trigger raises the model's probability of the value that it sets. On the development half 1, 2, 3, 4
and 8 give the same status and tense within 1.4 points: the model mostly reads these words itself."""


def clause_values(
    sentence: Sentence, candidate: Candidate, labels: dict[str, list[str]], modality: Modality
) -> dict[str, str]:
    """status, polarity, certainty and tense of a candidate."""
    fixed = candidate.ruling.trigger.set if candidate.ruling is not None else {}
    effects = surrounding_effects(sentence, candidate.words[-1], modality)
    values = {head: fixed.get(head) or _read(sentence, candidate.words, head, labels[head], effects) for head in HEADS}
    values |= _by_auxiliary(sentence, candidate, modality)
    if "polarity" not in fixed and _is_none(sentence, candidate.words):
        # "There will be no table in Quito" denies the talks and states their refusal.
        values["polarity"] = "affirmed" if candidate.label in _REFUSALS else "negated"
    if fixed.get("status") in _ENDINGS and values["tense"] in _UNREAL:
        values["status"] = "proposed"  # "if they stay out, the talks could fail" (R24)
    if denies_exclusion(sentence, candidate, modality) or _denies_wording(sentence, candidate, modality):
        values["polarity"] = "negated"
    if values["status"] in _TAKEN_PLACE and "status" not in fixed and _still_to_come(sentence, candidate.words[-1]):
        values |= {"status": "planned", "tense": "planned"}
    return values


def _denies_wording(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether the verb of a wording that asks for no negation is itself negated: "did not broker the truce", "did not quit"."""
    rule = candidate.ruling
    if rule is None or rule.trigger.anchor != "verb" or "polarity" in rule.trigger.set:
        return False
    if any(not modality.negations.isdisjoint(c.lemmas) for c in rule.trigger.conditions):
        return False
    verb = rule.anchor[0]
    return any(_negates(sentence, c, modality) for c in sentence.dependents(verb, "advmod"))


def _by_auxiliary(sentence: Sentence, candidate: Candidate, modality: Modality) -> dict[str, str]:
    """What an auxiliary of the event's own verb fixes: "may suspend the talks"; of "may have suspended them" only how certain it is."""
    own = {*candidate.words, *(candidate.ruling.anchor if candidate.ruling else ())}
    auxiliaries = [sentence.tokens[c] for i in own for c in sentence.dependents(i, "aux")]
    past = any(token.lemma.lower() == "have" for token in auxiliaries)
    values: dict[str, str] = {}
    for token in auxiliaries:
        effect = modality.modals.get((token.lemma.lower(),))
        for head in effect.fixed if effect else ():
            if value := getattr(effect, head) if head == "certainty" or not past else None:
                values[head] = value
    return values


def _is_none(sentence: Sentence, words: list[int]) -> bool:
    """Whether "there is" says of the event's noun that it is none."""
    noun = sentence.tokens[words[-1]]
    if noun.head < 0 or not sentence.dependents(noun.head, "expl"):
        return False
    return any(sentence.tokens[c].text.lower() == "no" for c in sentence.dependents(noun.i, "det"))


def denies_exclusion(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether a wording that keeps somebody out by itself is negated: "was not excluded", but not "was not invited"."""
    rule = candidate.rule
    if rule is None or rule.trigger.exclusion is None or "polarity" in rule.trigger.set:
        return False
    return any(e.polarity == "negated" for e in surrounding_effects(sentence, rule.anchor[0], modality))


def _still_to_come(sentence: Sentence, noun: int) -> bool:
    """Whether "to be" and a participle follow the event's noun or its phrase: "talks with the army, to be held in Oslo".

    Told by the order of words, since parsers hang such an infinitive now on the noun, now on the verb before it.
    """
    words = [token.text.lower() for token in sentence.tokens]
    phrase = max((i for i in sentence.subtree(noun) if i >= noun), default=noun)
    for last in (noun, phrase):
        at = last + 1 + (words[last + 1 : last + 2] == [","])
        if words[at : at + 2] == ["to", "be"] and at + 2 < len(words) and sentence.tokens[at + 2].upos == "VERB":
            return True
    return False


def _read(sentence: Sentence, words: list[int], head: str, labels: list[str], effects: list[Effect]) -> str:
    assert sentence.reading is not None
    weight = np.array(sentence.reading.clause[head][words].mean(0))
    for effect in effects:
        value = getattr(effect, head)
        if value in labels:
            weight[labels.index(value)] *= WORD_FACTOR
    return labels[int(weight.argmax())]


def surrounding_effects(sentence: Sentence, trigger: int, modality: Modality) -> list[Effect]:
    """What modifiers, auxiliaries, negations, markers and governing words do to the event at `trigger`, nearest first."""
    effects: list[Effect] = []
    tokens = sentence.tokens
    i = trigger
    apart = False
    for step in range(_STEPS):
        for child in sentence.children[i]:
            token = tokens[child]
            word = (token.lemma.lower(),)
            form = (token.text.lower(),)
            if token.relation in ("aux", "aux:pass", "cop") or token.upos == "AUX":
                if not apart:
                    _append(effects, modality.modals, word, form)
            elif _negates(sentence, child, modality):
                effects.append(Effect(polarity="negated"))
            elif matches(token.relation, ("amod", "acl")) and step == 0:
                _append(effects, modality.modifiers, word, form)
            elif matches(token.relation, ("advmod",)):
                _append(effects, modality.adverbs, word, form)
            if token.relation == "mark" and not modality.conditional_markers.isdisjoint(
                (word, form, _fixed(sentence, child))
            ):
                effects.append(Effect(status="proposed", tense="conditional", certainty="possible"))
        head = tokens[i].head
        if head < 0 or not matches(tokens[i].relation, _UP):
            break
        above = (tokens[head].lemma.lower(),)
        if tokens[head].upos in ("VERB", "AUX") and not (matches(tokens[i].relation, ("nsubj",)) and step == 0):
            _append(effects, modality.complement_verbs, *_phrasal(sentence, head, i), above)
        elif tokens[head].upos == "NOUN" and matches(tokens[i].relation, ("acl", "nmod")):
            _append(effects, modality.complement_nouns, above)
        elif tokens[head].upos == "ADJ":
            _append(effects, modality.complement_adjectives, above)
        if matches(tokens[i].relation, ("ccomp", "acl", "advcl")):
            break
        # "may attack, and the army has called up men": the second clause has its own subject and auxiliary.
        apart = apart or (tokens[i].relation == "conj" and bool(sentence.dependents(i, "nsubj", "aux")))
        i = head
    return effects


def _fixed(sentence: Sentence, word: int) -> tuple[str, ...]:
    """A word with those that form one expression with it: "in case"."""
    return tuple(sentence.tokens[i].text.lower() for i in (word, *sentence.dependents(word, "fixed")))


def _phrasal(sentence: Sentence, verb: int, below: int) -> list[tuple[str, ...]]:
    """A verb with its particle ("call off"), and with the "to" of an infinitive that depends on it ("have to")."""
    lemma = sentence.tokens[verb].lemma.lower()
    parts = [sentence.tokens[i].text.lower() for i in sentence.dependents(verb, "compound:prt")]
    return [(lemma, part) for part in ([*parts, "to"] if sentence.tokens[below].relation == "xcomp" else parts)]


def _negates(sentence: Sentence, child: int, modality: Modality) -> bool:
    """Whether a dependent says no: "not", "no longer", "nobody" or "no party" as subject; not the "not" of "not only"."""
    tokens = sentence.tokens

    def says_no(i: int) -> bool:
        return (tokens[i].lemma.lower(),) in modality.negations or (tokens[i].text.lower(),) in modality.negations

    token = tokens[child]
    below = [c for c in sentence.children[child] if matches(tokens[c].relation, ("det", "advmod", "cc:preconj"))]
    if matches(token.relation, ("nsubj",)):
        return says_no(child) or any(map(says_no, below))
    if matches(token.relation, ("advmod",)) and any(tokens[c].text.lower() == "no" for c in below):
        return True
    following = tokens[child + 1].lemma.lower() if child + 1 < len(tokens) else ""
    return says_no(child) and matches(token.relation, ("advmod", "det", "cc")) and (following,) not in modality.focus


def _append(effects: list[Effect], table: dict[tuple[str, ...], Effect], *keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in table:
            effects.append(table[key])
            return
