"""A government's own people are no mediators: "the justice minister, Hamid Awaluddin, met the rebel leaders" in a text of his country."""

from __future__ import annotations

from dragoman.coder.at_the_table.outsiders import ACTING_FOR_STATE
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import FIGHTING
from dragoman.language.parse import Sentence
from dragoman.ontology import group

_NEAR = ("appos", "nmod:desc", "compound", "amod")


def government_sits_across(
    sentence: Sentence, candidate: Candidate, people: list[Filled], words: ThirdPartyWords
) -> None:
    """Make those who meet an armed movement its adversaries where all of them hold office in its own state: direct talks, not a mediator's (R1).

    A minister whose country isn't told is of the country that the movement fights in.
    """
    if candidate.label not in group("with_one_side") or any(f.rule.startswith(TIED) for f in people):
        return
    callers = [f for f in people if f.role in MEDIATORS]
    movements = [f.mention.resolution for f in people if f.role == "party"]
    homes = {r.country for r in movements}
    fighting = (
        bool(movements) and all(r.actor_type in FIGHTING for r in movements) and len(homes) == 1 and None not in homes
    )
    if not callers or not fighting or not all(_of_state(sentence, f, min(map(str, homes)), words) for f in callers):
        return
    candidate.label = "direct_negotiation"
    for f in callers:
        f.role = "party"


def _of_state(sentence: Sentence, filled: Filled, country: str, words: ThirdPartyWords) -> bool:
    """Whether somebody is of the state, or holds an office of no country that is told."""
    found = filled.mention.resolution
    if found.actor is not None:
        return found.actor == country and found.sector in ACTING_FOR_STATE
    return filled.mention.sentence == sentence.index and _holds_office(sentence, filled, words)


def _holds_office(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether a phrase, or what it stands in apposition with, names an office at home and no nationality."""
    tokens = sentence.tokens
    head = filled.mention.head
    heads = {head, *sentence.dependents(head, *_NEAR)}
    if tokens[head].relation == "appos" and tokens[head].head >= 0:
        heads.add(tokens[head].head)
    near = {i for h in heads for i in (h, *(c for c in sentence.dependents(h, *_NEAR) if c < h))}
    near |= set(range(filled.mention.first, filled.mention.last + 1))
    lemmas = {tokens[i].lemma.lower() for i in near}
    told = any(
        tokens[i].upos == "ADJ" and tokens[i].text[:1].isupper() and tokens[i].lemma.lower() != "prime" for i in near
    )
    return bool(lemmas & words.home_offices) and not told and not lemmas & words.elsewhere
