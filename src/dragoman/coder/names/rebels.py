"""Of what country rebels are whom a text names in passing, beside others elsewhere: "The Sri Lankan air force bombed rebel camps"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.actors import Knowledge, Resolution
from dragoman.coder.grammar.classes import TOLD_BEFORE
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

AGAINST = frozenset({"REB", "SEP", "INS", "OPP"})
"""Sectors (PLOVER) of those who fight a government or stand against it."""
TAKEN_UP = ("named earlier", "country by context", "only such group around")
"""How the reasons end by which a bare noun means who was spoken of before."""


def of_sentence(
    sentence: Sentence, head: int, words: str, before: Resolution, told: Sequence[Resolution], knowledge: Knowledge,
    published: str | None,
) -> Resolution | None:  # fmt: skip
    """The rebels of the one state that a sentence names, who fight or are fought in it, where that has a conflict and those of whom the text told
    before are of another; None where they are said to be the same ("the rebels") or their state is named, too.

    Args:
        before: who the words mean by the text before. told: whom the text has told of before.
    """
    if before.sector not in AGAINST or before.actor is None or before.country is None:
        return None
    told_of = {sentence.tokens[c].text.lower() for c in sentence.dependents(head, "det")} & TOLD_BEFORE
    if told_of or not before.why.endswith(TAKEN_UP) or not _fights(sentence, head):
        return None
    if knowledge.match(words) or sentence.dependents(head, "nmod:poss"):
        return None
    found = (knowledge.entries.country_of(entry) for m in knowledge.match(sentence.text) for entry in m.candidates)
    named = {country for country in found if country}
    at_war = [country for country in named if knowledge.in_conflict(country, published)]
    if before.country in named or len(at_war) != 1:
        return None
    state = at_war[0]
    own = [r for r in told if r.country == state]
    meant = knowledge.resolver.resolve(
        words.removeprefix("the "), published=published, context=knowledge.entries.name(state), known=own
    )
    if meant.actor is None or meant.sector not in AGAINST or meant.country != state:
        other = f"'{words}' in a sentence on another state"  # "Islamist fighters" in Mali are nobody told of in Bangui
        return msgspec.structs.replace(before, actor=None, name=words, country=state, why=other)
    return msgspec.structs.replace(meant, why=f"{meant.actor}: of the state that the sentence names")


def _fights(sentence: Sentence, head: int) -> bool:
    """Whether those whom a common noun tells, or what is theirs, attack or are attacked: "rebels attacked", "bombed rebel camps"."""
    token = sentence.tokens[head]
    if not token.text.islower() and token.upos != "NOUN":
        return False
    if matches(token.relation, ("compound", "amod")) and token.head >= 0:
        token = sentence.tokens[token.head]
    verb = sentence.tokens[token.head] if token.head >= 0 else None
    does = matches(token.relation, ("nsubj", "obj", "nsubj:pass", "obl:agent"))
    return verb is not None and does and verb.lemma.lower() in lexicon.load().classes["attacking"]
