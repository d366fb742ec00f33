"""By whom a text or a truce is announced, ordered or observed tells a side of it, not who brought it about: "the ceasefire ordered by Kiir",
"an accord announced by both ministers"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import OF_STATES
from dragoman.coder.grammar.phrases import conjuncts, first_of, preposition
from dragoman.language.parse import Sentence
from dragoman.ontology import group, lexicon


def announced_by_sides(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], words: ThirdPartyWords, sides: Sides
) -> None:
    """Make parties those by whom a text is told to be announced or ordered, and "delegations of both sides" by whom it is negotiated.

    A state or an organisation of states that is no side of the conflict announces what it has brokered.
    """
    if candidate.label not in group("truces") | group("shared_texts"):
        return
    here = [f for f in people if f.role in MEDIATORS and f.mention.sentence == sentence.index]
    announcing = [f for f in here if not f.rule.startswith(TIED) and _only_announces(sentence, f, words)]
    of_sides = {first_of(sentence, f.mention.head) for f in announcing if not _helps(f, sentence, sides)}
    for f in here:
        token = sentence.tokens[f.mention.head]
        all_sides = token.upos == "NOUN" and token.lemma.lower() in words.sides and f.mention.actor is None
        if all_sides or (f in announcing and first_of(sentence, token.i) in of_sides):  # "by Zarif and Mogherini"
            f.role = "party"


def _only_announces(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether somebody is the agent of a passive verb of announcing or keeping a text: "ordered by", "observed by"."""
    first = first_of(sentence, filled.mention.head)
    if preposition(sentence, first) != "by":
        return False
    verb = sentence.tokens[sentence.tokens[first].head]
    called = (sentence.tokens[i].lemma.lower() for k in conjuncts(sentence, first) for i in (k, k - 1) if i >= 0)
    announces = verb.upos == "VERB" and verb.lemma.lower() in lexicon.load().classes["announcing_texts"]
    return announces and not any(lemma in words.functions for lemma in called)


def _helps(filled: Filled, sentence: Sentence, sides: Sides) -> bool:
    """Whether somebody is an organisation of states, or the government of a state over which the conflict is not fought."""
    found = filled.mention.resolution
    if found.actor_type in OF_STATES:
        return not sides.fights(found.actor)
    return sides.outsiders([found], [sentence.text])
