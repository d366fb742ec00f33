"""Goods and arms that bear a country's name: whose they are says who gives them, and never who is shot at.

"Russian gas was denied to Moldova" is Russia's doing; "Saudi jets dropped American bombs on a market" was not done by or to America.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.classes import BEFORE_NOUN
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_CUTTING = frozenset({"SANCTION", "REJECT", "COERCE", "AID", "COOPERATE"})
_FIGHTING = frozenset({"ASSAULT", "COERCE", "AID"})
_SOURCES, _RECEIVERS = ("from",), ("to", "for")


def names_weapon(sentence: Sentence, filled: Filled, candidate: Candidate) -> bool:
    """Whether a nationality is only that of the arms with which somebody fights: "in American jets", "with Israeli drones", "fired
    Iranian missiles at Riyadh", "a Russian-made missile"; not that of whose tanks are bombed."""
    tokens, head = sentence.tokens, filled.mention.head
    if candidate.label not in _FIGHTING or filled.role not in ("initiator", "recipient"):
        return False
    if matches(tokens[head].relation, ("compound", "amod", "obl:npmod", "obl", "advmod")) and _is_made(sentence, head):
        return True
    classes = lexicon.load().classes
    arms = {*classes["arms"], *classes["munitions"]}
    own = tokens[head].lemma.lower() in arms  # "Israeli drones" means Israel as its forces
    arm = head if own else tokens[head].head
    while arm >= 0 and matches(tokens[arm].relation, ("conj",)):
        arm = tokens[arm].head
    if (
        arm < 0
        or not (own or matches(tokens[head].relation, (*BEFORE_NOUN, "conj")))
        or tokens[arm].lemma.lower() not in arms
    ):
        return False
    if matches(tokens[arm].relation, ("obl", "nmod")):
        against = {i for w in (*candidate.words, tokens[arm].head) for i in (w, tokens[w].head) if i >= 0}
        opposed = any(tokens[i].lemma.lower() in classes["against_each_other"] for i in against)
        return preposition(sentence, arm) in ("with", "in", "aboard", "using") and not opposed
    fired = matches(tokens[arm].relation, ("obj",)) and tokens[tokens[arm].head].lemma.lower() in classes["firing"]
    return fired and tokens[arm].lemma.lower() in classes["projectiles"]


def _is_made(sentence: Sentence, head: int) -> bool:
    """Whether a word is the first part of "Russian-made"."""
    after = [t.text.lower() for t in sentence.tokens[head + 1 : head + 3]]
    return after[-1:] in (["made"], ["built"], ["supplied"], ["designed"]) and after[0] in ("-", "–")


def by_source(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """The participants, where what is cut off, frozen or comes is goods: whose they are acts, and whoever gets them is acted on.

    "Russian gas was denied to Moldova", "a Dutch loan to Suriname was frozen", "help for Mozambique arrived from India".
    """
    tokens = sentence.tokens
    verb = own_verb(sentence, candidate.words)
    if candidate.label not in _CUTTING or verb < 0:
        return kept
    if tokens[verb].lemma.lower() in lexicon.load().classes["goods_kept_out"]:
        return kept  # "Russian oil was banned": done to Russia
    coming = tokens[verb].lemma.lower() in lexicon.load().classes["arriving"]
    subjects = sentence.dependents(verb, "nsubj:pass" if not coming else "nsubj")
    goods = [i for i in subjects if tokens[i].lemma.lower() in {*lexicon.load().classes["goods"]}]
    if not goods or not (coming or is_passive(sentence, verb)):
        return kept
    if any(preposition(sentence, c) == "by" for c in sentence.dependents(verb, "obl")):
        return kept
    makers = {c for i in goods for c in sentence.dependents(i, *BEFORE_NOUN)} | {*goods}
    cases = {c: preposition(sentence, c) for i in (*goods, verb) for c in sentence.dependents(i, "nmod", "obl")}
    makers |= {c for c, case in cases.items() if case in _SOURCES}
    getters = {c for c, case in cases.items() if case in _RECEIVERS}
    if not any(f.mention.head in makers and f.mention.known for f in kept):
        return kept
    for filled in kept:
        head = filled.mention.head
        if filled.role in ("initiator", "recipient") and head in makers | getters:
            filled.role = "recipient" if head in getters else "initiator"
    return kept
