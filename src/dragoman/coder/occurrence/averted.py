"""What somebody averts has not come: "averted air strikes", "flew to Baghdad to head off an attack", "efforts to prevent a collapse of the
talks" (codebook R23, R24)."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import NOT, OBJECTS
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_STEPS = 2
"""Words from what is averted up to the verb that averts it: "avert a resumption of attacks"."""
_FAILING = frozenset({"fail", "unable", "powerless"})


def averted(sentence: Sentence, candidate: Candidate) -> str | None:
    """`planned_not_held` where what would have come was averted ("the accord averted air strikes"), `proposed` where somebody tries to avert
    it ("meant to avert an attack"), `held` where it came all the same ("failed to prevent the attack"), None for any other."""
    verb = averting_verb(sentence, candidate)
    if verb < 0:
        return None
    if _in_vain(sentence, verb):
        return "held"
    return "planned_not_held" if _is_done(sentence, verb) else "proposed"


def averting_verb(sentence: Sentence, candidate: Candidate) -> int:
    """The verb by which somebody averts the event told by a noun, -1 where none does."""
    tokens = sentence.tokens
    if candidate.label not in group("hostile") and candidate.label not in group("may_be_averted"):
        return -1
    i = candidate.words[-1]
    told = [c for c in sentence.children[i] if tokens[c].relation == "acl:relcl" and not _supposed(sentence, c)]
    if tokens[i].upos not in ("NOUN", "PROPN") or told:
        return -1
    for _ in range(_STEPS):
        verb = tokens[i].head
        if verb < 0:
            return -1
        if matches(tokens[i].relation, OBJECTS) and _averts(sentence, verb):
            return verb
        if not matches(tokens[i].relation, ("nmod", "conj")):
            return -1
        i = verb
    return -1


def _averts(sentence: Sentence, verb: int) -> bool:
    """Whether a word is a verb of averting, alone or with its particle: "avert", "head off"."""
    token, averting = sentence.tokens[verb], lexicon.load().classes["averting"]
    particles = [sentence.tokens[c].text.lower() for c in sentence.dependents(verb, "compound:prt", "advmod")]
    lemma = token.lemma.lower()
    return token.upos == "VERB" and (lemma in averting or any(f"{lemma} {p}" in averting for p in particles))


def _is_done(sentence: Sentence, verb: int) -> bool:
    """Whether a verb of averting tells what came about: "averted", "was averted", "agreed on a buffer zone, averting"; not "to avert",
    "aimed at averting", "could avert"."""
    tokens = sentence.tokens
    if _supposed(sentence, verb) or any(tokens[c].text.lower() == "to" for c in sentence.dependents(verb, "mark")):
        return False
    if not tokens[verb].text.lower().endswith("ing"):
        return True
    aside = matches(tokens[verb].relation, ("advcl",)) and preposition(sentence, verb) is None
    return aside and not sentence.dependents(verb, "mark") and not _supposed(sentence, tokens[verb].head)


def _in_vain(sentence: Sentence, verb: int) -> bool:
    """Whether it came all the same: "failed to prevent", "did not avert"; "may not prevent" leaves it open."""
    tokens = sentence.tokens
    above = tokens[verb].head
    if above >= 0 and matches(tokens[verb].relation, ("xcomp", "acl")) and tokens[above].lemma.lower() in _FAILING:
        return True
    return any(tokens[c].text.lower() in NOT for c in sentence.dependents(verb, "advmod"))


def _supposed(sentence: Sentence, verb: int) -> bool:
    """Whether a modal stands by a verb: "an attack that could kill thousands", "would avert sanctions"."""
    modals, helping = lexicon.load().modality.modals, sentence.dependents(verb, "aux")
    return any((sentence.tokens[c].lemma.lower(),) in modals for c in helping)
