"""An attack that is only named, in what somebody else does about it: "handed over suspects in the bombing", "praised the police for their
handling of the Nice attack"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.classes import FOR_DEEDS
from dragoman.coder.grammar.phrases import first_of, preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_MEANWHILE = frozenset({"during", "after", "before", "since", "despite", "amid", "following"})


def acts_about_it(sentence: Sentence, filled: Filled, candidate: Candidate) -> bool:
    """Whether somebody acts in the clause above an attack that is only named there, so that he was not read off it as who made it."""
    tokens = sentence.tokens
    noun, head = candidate.words[-1], filled.mention.head
    if candidate.label != "ASSAULT" or filled.role != "initiator" or tokens[noun].upos != "NOUN":
        return False
    if len(candidate.words) > 1 and any(tokens[i].upos == "VERB" for i in candidate.words):
        return False
    if head in sentence.subtree(noun):
        return False
    head = first_of(sentence, head)
    top = noun
    while matches(tokens[top].relation, ("conj", "compound")) and tokens[top].head >= 0:
        top = tokens[top].head
    above = tokens[top].head
    if above < 0:
        return False
    classes, case = lexicon.load().classes, preposition(sentence, top)
    if matches(tokens[top].relation, ("nmod",)):
        return tokens[above].lemma.lower() in classes["about_attack"] and tokens[head].head != above
    if case in _MEANWHILE and matches(tokens[top].relation, ("obl", "advcl")):
        # what somebody does "during" an attack, "took hostages during an attack on a hotel", he may do in making it
        doing = () if case == "during" else ("nsubj",)
        acts = matches(tokens[head].relation, (*doing, "nsubj:pass", "obj", "iobj"))
        fights = {*classes["attacking"], *classes["done_to_others"], *classes["taking_from"]}
        return acts and tokens[above].lemma.lower() not in fights  # "took the town following an assault"
    if not matches(tokens[top].relation, ("obl",)) or tokens[head].head != above:
        return False
    subject = matches(tokens[head].relation, ("nsubj",))
    if case == "in":  # "handed over suspects in the bombing"
        objects = [tokens[c].lemma.lower() for c in sentence.dependents(above, "obj", "nsubj:pass") if c < top]
        return subject and bool(set(objects) & set(classes["about_attack"]))
    judging = {*classes["alleging"], *classes["disapproving"], *classes["praising"], *classes["answering_attack"]}
    return subject and case in FOR_DEEDS and tokens[above].lemma.lower() in judging
