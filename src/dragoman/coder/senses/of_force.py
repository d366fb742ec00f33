"""Acts of force and their end by what they are done to: an army that drives somebody out attacks, an advance that is halted suspends no talks,
the wounded are evacuated, a side that disarms its own men gives way, a truce is not violated by breaking a convention."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import OBJECTS, POSSESSIVES
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Lexicon

_EACH_OTHER = frozenset({"other", "another"})


def of_force(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Label of an act of force or of its end by its object, None where it keeps its own."""
    label, words = candidate.label, lexicon.classes
    if label == "ACCUSE":
        return "ceasefire_violation_alleged" if _alleges_a_breach(sentence, candidate, lexicon) else None
    if label == "ceasefire_violation_alleged":
        if _is_told_as_breach(sentence, candidate, lexicon):
            return "ceasefire_violated"
        return "ACCUSE" if _of_another_breach(sentence, candidate, lexicon) else None
    if label == "withdrawal_or_disengagement":
        return _moved_by_others(sentence, candidate, lexicon)
    if label == "exclusion_declared":
        if _stopped_on_the_way(sentence, candidate, lexicon):
            return "COERCE"
        return "ASSAULT" if _drives_from_ground(sentence, candidate, lexicon) else None
    if label == "precondition_set" and candidate.ruling is None:
        return "REJECT" if _rules_out_a_truce(sentence, candidate, lexicon) else None
    objects = {sentence.tokens[c].lemma.lower() for c in _objects(sentence, candidate)}
    lemmas = {sentence.tokens[i].lemma.lower() for i in candidate.words}
    if label in ("talks_suspended", "talks_cancelled") and candidate.ruling is None:
        halted = {*words["attack_noun"], "advance", "operation", "fire"}
        return "RETREAT" if objects & halted and lemmas & set(words["stopping"]) else None
    if label == "COERCE" and "disarm" in lemmas:
        return "RETREAT" if _is_own(sentence, candidate) else None
    if label == "COERCE" and lemmas & set(words["putting_to_death"]):
        return "ASSAULT"
    if label == "monitoring_set_up" and candidate.ruling is None:
        return "RETREAT" if "lay" in lemmas and objects & set(words["arms"]) else None
    if label == "PROTEST":
        return _no_protest(sentence, candidate, lexicon)
    if label in ("SANCTION", "THREATEN", "COERCE"):
        if objects & set(words["state_ties"]) and lemmas & set(words["mending_ties"]):
            return "COOPERATE"
        return "CONCEDE" if objects & set(words["harmful_plan"]) and lemmas & set(words["shelving"]) else None
    return None


def _objects(sentence: Sentence, candidate: Candidate) -> list[int]:
    verbs = [i for i in candidate.words if sentence.tokens[i].upos == "VERB"]
    return [c for v in verbs for c in sentence.dependents(v, *OBJECTS)]


def _is_own(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether what is done is done to one's own: "shall disarm its combatants"."""
    return any(
        sentence.tokens[k].text.lower() in POSSESSIVES
        for c in _objects(sentence, candidate)
        for k in sentence.dependents(c, "nmod:poss")
    )


def _moved_by_others(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """What it is to move others: to drive somebody out attacks him, to evacuate the wounded brings them to safety."""
    tokens, words = sentence.tokens, lexicon.classes
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0:
        noun = candidate.words[0]
        of = [c for c in sentence.dependents(noun, "nmod") if preposition(sentence, c) == "of"]
        leave = tokens[noun].lemma.lower() in ("departure", "evacuation")
        return "evacuation_carried_out" if leave and _helpless(sentence, of, lexicon) else None
    moved = sentence.dependents(verb, *OBJECTS)
    if tokens[verb].lemma.lower() == "evacuate":
        return "evacuation_carried_out" if _helpless(sentence, moved, lexicon) else None
    if tokens[verb].lemma.lower() not in words["driving_out"] or sentence.dependents(verb, "nsubj:pass"):
        return None
    own = any(tokens[k].text.lower() in POSSESSIVES for c in moved for k in sentence.children[c])
    vehicles = any(tokens[c].lemma.lower() in {*words["troops"], *words["armour"]} for c in moved)
    return "ASSAULT" if moved and not own and not vehicles else None


def _drives_from_ground(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether an armed force drives somebody out of a place, and nobody out of talks: "the army pushed the rebels out of Goma"."""
    tokens, words = sentence.tokens, lexicon.classes
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0 or tokens[verb].lemma.lower() not in words["driving_out"]:
        return False
    armed = any(tokens[c].lemma.lower() in words["armed"] for c in sentence.dependents(verb, "nsubj", "obl:agent"))
    return armed and any(
        preposition(sentence, c) in ("of", "out", "from") and tokens[c].name[2:] == "LOC"
        for c in sentence.children[verb]
    )


def _helpless(sentence: Sentence, moved: list[int], lexicon: Lexicon) -> bool:
    """Whether those who are moved are wounded or civilians."""
    tokens = sentence.tokens
    near = [k for c in moved for k in (c, *sentence.dependents(c, "amod"))]
    return any({tokens[k].lemma.lower(), tokens[k].text.lower()} & set(lexicon.classes["noncombatant"]) for k in near)


def _alleges_a_breach(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether an accusation in a sentence on a truce is that of breaking it: "a lull did not last, each side blaming the other"."""
    tokens, words = sentence.tokens, lexicon.classes
    lemmas = {tokens[i].lemma.lower() for i in candidate.words}
    if not lemmas & {*words["alleging"], *words["complaining"], "complaint"}:
        return False
    truce = {*words["truce_strict"], "lull"}
    if not any(t.lemma.lower() in truce for t in tokens):
        return False
    below = [k for i in candidate.words for k in sentence.subtree(i) if k > i]
    breaks = any(tokens[k].lemma.lower() in words["breaking_a_truce"] for k in below)
    each_other = any(tokens[k].lemma.lower() in _EACH_OTHER and tokens[k].head in candidate.words for k in below)
    ended = any(t.lemma.lower() in words["no_longer_held"] for t in tokens[: candidate.words[0]])
    mutual = {*lemmas, *(tokens[i].lemma.lower() for c in candidate.words for i in sentence.dependents(c, "amod"))}
    return breaks or ((each_other or bool(mutual & set(words["mutual"]))) and ended)


def _is_told_as_breach(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the text itself says that an act broke a truce: "took control of the town, in violation of the ceasefire"."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    act = tokens[noun].head
    if candidate.ruling is not None or preposition(sentence, noun) != "in" or act < 0 or tokens[act].upos != "VERB":
        return False
    return tokens[noun].lemma.lower() in lexicon.classes["breaking_a_truce"] and matches(
        tokens[act].relation, ("root",)
    )


def _rules_out_a_truce(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether what is ruled out is a truce: "once more ruling out a ceasefire while the two are at the table"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() == "rule"), -1)
    return verb >= 0 and any(
        tokens[c].lemma.lower() in lexicon.classes["truce_strict"] for c in sentence.dependents(verb, *OBJECTS)
    )


def _stopped_on_the_way(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether people are stopped on a road, and nobody is kept from talks: "monitors were turned back at a checkpoint"."""
    tokens, words = sentence.tokens, lexicon.classes
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0 or candidate.ruling is not None:
        return False
    if any(tokens[c].lemma.lower() in words["own_delegation"] for c in sentence.dependents(verb, *OBJECTS)):
        return False
    return any(
        tokens[c].lemma.lower() in words["barriers"] and preposition(sentence, c) == "at"
        for c in sentence.dependents(verb, "obl")
    )


def _of_another_breach(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether what is said to be violated is a law, a convention or a border, and no truce: "claimed that it violated the constitution"."""
    tokens, words = sentence.tokens, lexicon.classes
    broken = [
        c
        for t in tokens
        if t.lemma.lower() in {*words["breaching"], "violation", "breach"}
        for c in (*sentence.dependents(t.i, *OBJECTS), *sentence.dependents(t.i, "nmod"))
    ]
    lemmas = {tokens[c].lemma.lower() for c in broken}
    if lemmas & {*words["truce_strict"], "hostility", "hostilities"} or not broken:
        return False
    if lemmas & set(words["law_broken"]):
        return True
    fought = {*words["truce_strict"], *words["fighting"], *words["attack_noun"], *words["of_guns"]}
    return lemmas <= set(words["deal_strict"]) and not any(t.lemma.lower() in fought for t in tokens)


def _no_protest(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """What is no protest: whoever bans protests coerces, an armed force that marches on a place attacks it."""
    tokens, words = sentence.tokens, lexicon.classes
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0:
        return None
    if tokens[verb].lemma.lower() in words["banning"] and sentence.dependents(verb, "nsubj", "obl:agent"):
        crowds = {tokens[c].lemma.lower() for c in sentence.dependents(verb, *OBJECTS)}
        return "COERCE" if crowds & set(words["crowds"]) else None
    if tokens[verb].lemma.lower() != "march":
        return None
    armed = {*words["armed"], "commander", "general", "army", "warlord", "marshal"}
    doers = [k for c in sentence.dependents(verb, "nsubj") for k in (c, *sentence.dependents(c, "compound", "amod"))]
    onto = any(
        preposition(sentence, c) in ("on", "against") and tokens[c].name[2:] == "LOC" for c in sentence.children[verb]
    )
    led = any(tokens[c].upos == "PROPN" for c in doers)
    return "ASSAULT" if any(tokens[c].lemma.lower() in armed for c in doers) or (onto and led) else None
