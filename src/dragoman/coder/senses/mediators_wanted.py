"""Whom somebody will have as a mediator, and whom not: the verb and its "no" decide, not the noun ("wants a mediator", "wants no other mediator").

Whoever is named to one's own delegation mediates nothing.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import BEFORE_NOT, OF_STATES
from dragoman.coder.grammar.effects import negates
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence
from dragoman.ontology.lexicon import Lexicon

_WANTING = frozenset({"want", "need"})
_AMONG = frozenset({"to", "on", "in", "for", "as", "of"})


def no_mediator(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether it is a mediator that somebody will not have: "would not accept Cuba as a mediator", "can no longer accept", "accepts no other
    mediator"; "has not accepted him yet" leaves it open."""
    if candidate.label != "mediation_accepted":
        return False
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() in lexicon.classes["taking_up"]), -1)
    if verb < 0:
        return False
    if any(_none_of(sentence, c, lexicon) for c in sentence.dependents(verb, "obj")):
        return True
    adverbs = sentence.dependents(verb, "advmod")
    longer = any(tokens[c].text.lower() == "longer" for c in adverbs)
    never = any(tokens[c].text.lower() in BEFORE_NOT for c in sentence.dependents(verb, "aux"))
    return (longer or never) and any(negates(sentence, c, lexicon.modality) for c in adverbs)


def wants_mediator(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a mediator is wanted, whom the noun alone made one turned down: "wants a second mediator appointed"."""
    if candidate.label != "mediation_rejected":
        return False
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() in _WANTING and tokens[i].upos == "VERB"), -1)
    wanted = [c for c in sentence.dependents(verb, "obj") if _helps(sentence, c, lexicon)] if verb >= 0 else []
    near = [*sentence.children[verb], *(k for c in wanted for k in sentence.children[c])] if wanted else []
    return bool(wanted) and not any(negates(sentence, c, lexicon.modality) for c in near)


def names_own_delegates(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether those who are appointed are to speak for whoever appoints them: "named two commanders to its delegation", "appointed him chief
    negotiator of the government"; not "named him to the mediation team", "the League appointed its negotiator"."""
    if candidate.label != "mediator_appointed":
        return False
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0 or any(_helps(sentence, i, lexicon) for i in sentence.subtree(verb)):
        return False
    doers = [mentions.at(sentence, i) for i in sentence.dependents(verb, "nsubj", "obl:agent")]
    if any(m.resolution.actor_type in OF_STATES for m in doers):
        return False
    teams = [
        c
        for c in sentence.dependents(verb, "obl", "obj", "xcomp", "nmod")
        if tokens[c].lemma.lower() in lexicon.classes["own_delegation"]
        and (tokens[c].relation != "obl" or preposition(sentence, c) in _AMONG)
    ]
    teams += [k for c in sentence.dependents(verb, "obj") for k in sentence.dependents(c, "nmod", "appos")
              if tokens[k].lemma.lower() in lexicon.classes["own_delegation"]]  # fmt: skip
    return bool(teams)


def _none_of(sentence: Sentence, noun: int, lexicon: Lexicon) -> bool:
    """Whether "no" stands before a noun for mediators or mediation."""
    no = any(sentence.tokens[c].text.lower() == "no" for c in sentence.dependents(noun, "det"))
    return no and _helps(sentence, noun, lexicon)


def _helps(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a word is one for mediation or who mediates, an envoy left out: sides have envoys, too."""
    lemma = sentence.tokens[i].lemma.lower()
    return (
        lemma in lexicon.classes["mediation"]
        or lemma in lexicon.classes["mediator_strict"]
        or lemma in lexicon.classes["mediate"]
    )
