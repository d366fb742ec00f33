"""Whose "its" and "their" are before what is only done to another's: "Kenya threatened Uganda and expelled its ambassador"."""

from __future__ import annotations

from dragoman.actors.words import RELATIONAL
from dragoman.coder.grammar.slots import verb_slots
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

_OWNING = frozenset({"its", "their"})
_OWN_PEOPLE = frozenset(
    {"people", "citizen", "population", "civilian", "minority", "opposition", "national", "subject"}
)
_PARTS = frozenset({"own", "former"})


def not_its_own(sentence: Sentence, pronoun: int) -> list[int]:
    """Who is not meant by a possessive pronoun, since he attacks or expels what it owns; not where that is by its noun his own: "invaded its
    neighbour", "bombed its own cities"."""
    tokens = sentence.tokens
    token = tokens[pronoun]
    if token.text.lower() not in _OWNING or token.relation != "nmod:poss" or token.head < 0:
        return []
    owned = token.head
    beside = {tokens[c].text.lower() for c in sentence.children[owned]}
    if beside & _PARTS or tokens[owned].lemma.lower() in RELATIONAL | _OWN_PEOPLE:
        return []
    while tokens[owned].relation == "conj" and tokens[owned].head >= 0:
        owned = tokens[owned].head
    verb = tokens[owned].head
    if tokens[owned].relation != "obj" or tokens[verb].lemma.lower() not in lexicon.load().classes["done_to_others"]:
        return []
    return [i for i in verb_slots(sentence, verb)["agent"] if i != pronoun]


def main_subject(sentence: Sentence, pronoun: int) -> int | None:
    """The subject of the main clause behind the clause in which a pronoun stands: "Kenya" of "after Uganda expelled its envoy, Kenya ..."."""
    for word in sentence.ancestors(pronoun):
        above = sentence.tokens[word].head
        if sentence.tokens[word].relation == "advcl" and above > word:
            return next((s for s in sentence.dependents(above, "nsubj") if s > word), None)
    return None
