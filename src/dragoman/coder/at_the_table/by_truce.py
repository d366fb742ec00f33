"""What part somebody has by what he does to a truce or a release: who observes a truce keeps it, who counts its breaches commits none, who has
hostages freed doesn't hold them."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import OF_STATES
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import verb_slots
from dragoman.coder.names.coordination import HYPHENS
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group

_KEEPING = frozenset({"observe", "respect", "honour", "honor"})
_THROUGH = frozenset({"through", "after", "thanks", "following", "with", "by"})
_RELEASES = frozenset({"RETREAT", "prisoner_exchange"})


def by_deed(sentence: Sentence, people: list[Filled], candidate: Candidate, words: ThirdPartyWords) -> list[Filled]:
    """The participants, each in the role that his deed gives him."""
    kept: list[Filled] = []
    for f in people:
        here = f.mention.sentence == sentence.index
        if here and f.role == "observer" and _keeps_truce(sentence, f, words):
            f.role = "recipient" if candidate.label == "ceasefire_called_for" else "party"
        if (
            here
            and f.role == "initiator"
            and candidate.label in _RELEASES
            and _has_freed(sentence, f, candidate, words)
        ):
            f.role = "mediator"
        if here and f.role in MEDIATORS and candidate.label == "good_offices_contact" and _sends(sentence, f):
            f.role = "party"
        counts = here and f.role == "initiator" and candidate.label == "ceasefire_violated"
        if not (counts and _counts(sentence, f, candidate, words)):
            kept.append(f)
    if candidate.label in group("truces") and _with_another(sentence, candidate, kept):
        for f in kept:
            f.role = "party" if f.role == "initiator" else f.role
    return kept


def _keeps_truce(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether somebody "observes" a truce as its side: "urged Ethiopia to observe the ceasefire"; observers and bodies of states watch it."""
    span = sentence.tokens[filled.mention.first : filled.mention.last + 1]
    if filled.mention.resolution.actor_type in OF_STATES or any(t.lemma.lower() in words.functions for t in span):
        return False
    for token in sentence.tokens:
        if token.lemma.lower() in _KEEPING and token.upos == "VERB":
            slots = verb_slots(sentence, token.i)
            truces = [i for i in slots["patient"] if _is_truce(sentence, i, words)]
            # "Egypt will observe the truce between Israel and Hamas": it is no side
            truce = any(not _is_of_others(sentence, i) for i in truces)
            asked = token.relation == "xcomp" and filled.mention.head in sentence.dependents(token.head, "obj", "iobj")
            if truce and (filled.mention.head in slots["agent"] or asked):
                return True
    return False


def _is_truce(sentence: Sentence, i: int, words: ThirdPartyWords) -> bool:
    """Whether a word is a noun for truces, also one with a hyphen: "fire" of "cease-fire"."""
    lemma = sentence.tokens[i].lemma.lower()
    hyphened = (
        i > 1
        and sentence.tokens[i - 1].text in HYPHENS
        and f"{sentence.tokens[i - 2].text.lower()}-{lemma}" in words.truces
    )
    return lemma in words.truces or hyphened


def _is_of_others(sentence: Sentence, truce: int) -> bool:
    """Whether a truce is told with its sides: "between Israel and Hamas"."""
    return any(preposition(sentence, c) == "between" for c in sentence.dependents(truce, "nmod"))


def _counts(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether somebody only counts breaches: "the mission has recorded 500 violations"."""
    head = filled.mention.head
    while (
        matches(sentence.tokens[head].relation, ("conj", "compound", "amod", "nmod"))
        and sentence.tokens[head].head >= 0
    ):
        head = sentence.tokens[head].head  # "U.N. observers"
    verb = sentence.tokens[head].head
    if verb < 0 or sentence.tokens[verb].lemma.lower() not in words.recording:
        return False
    slots = verb_slots(sentence, verb)
    told = {*slots["patient"], *sentence.dependents(verb, "nsubj:pass")}
    return head in (*slots["agent"], *slots["by"]) and any(
        i in told or told & set(sentence.ancestors(i)) for i in candidate.words
    )


def _sends(sentence: Sentence, filled: Filled) -> bool:
    """Whether a message is "from" somebody, who is no messenger."""
    return preposition(sentence, filled.mention.head) == "from"


def _has_freed(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether somebody has others released by those who hold them: "negotiated the release of", "freed through the efforts of"."""
    token = sentence.tokens[filled.mention.head]
    if token.head < 0:
        return False
    above = sentence.tokens[token.head]
    if above.lemma.lower() in words.text_verbs and matches(token.relation, ("nsubj",)):
        return any(i in sentence.dependents(above.i, "obj") for i in candidate.words)
    of_help = above.lemma.lower() in words.helping and preposition(sentence, above.i) in _THROUGH
    return of_help and matches(token.relation, ("nmod", "amod", "compound"))


def _with_another(sentence: Sentence, candidate: Candidate, people: list[Filled]) -> bool:
    """Whether a truce is told to be "with" one of its parties: whoever declares or orders it is the other."""
    truce = candidate.words[-1]
    return any(
        f.role == "party" and f.mention.sentence == sentence.index
        and preposition(sentence, f.mention.head) == "with" and sentence.tokens[f.mention.head].head in candidate.words
        for f in people
    ) and sentence.tokens[truce].upos == "NOUN"  # fmt: skip
