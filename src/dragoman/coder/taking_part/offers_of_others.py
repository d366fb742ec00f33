"""Whose invitation, plan or request it is that somebody else answers, stops or speaks of: "protested the invitation of the rebels", "turned down a
request by Uganda"."""

from __future__ import annotations

from dragoman.coder.at_the_table.third_parties import acts
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import ASSISTING
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import OBJECTS
from dragoman.coder.grammar.phrases import conjuncts, first_of, preposition
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.coder.taking_part.own_clause import is_agent
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_INVITING = frozenset({"invitation", "invite"})
_BIDDEN_BY = frozenset({"at", "on", "upon", "by"})
_COMING = frozenset({"attend", "join"})
_ANSWERS = frozenset({"REJECT", "agreement_rejected", "mediation_rejected", "talks_refused", "endorsement"})
_RULE = "whose offer it is"


def with_authors(sentence: Sentence, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords) -> list[Filled]:
    """The participants with those for authors who make an offer, and those who are invited or answer as done to."""
    if candidate.label == "invitation_issued":
        kept = _invited(sentence, candidate.words[-1], kept, words)
    if candidate.label in _ANSWERS:
        _answered(sentence, candidate, kept)
    if candidate.label in group("about_matters"):
        _came(sentence, candidate, kept)
    if candidate.label == "precondition_set":
        _told_so(sentence, kept)
    return [f for f in kept if not _made_it(sentence, candidate, f, kept)]


def _told_so(sentence: Sentence, kept: list[Filled]) -> None:
    """Who is told that he may not come unless he withdraws has the condition set to him, not by him."""
    tokens = sentence.tokens
    for f in kept:
        clause = tokens[f.mention.head].head
        verb = tokens[clause].head if clause >= 0 and tokens[clause].relation == "ccomp" else -1
        tellers = sentence.dependents(verb, "nsubj") if verb >= 0 else []
        others = any(o.role == "initiator" and o.mention.head in tellers for o in kept)
        if f.role == "initiator" and f.mention.pronoun and others and is_passive(sentence, clause):
            f.role, f.rule = "recipient", _RULE


def _made_it(sentence: Sentence, candidate: Candidate, filled: Filled, kept: list[Filled]) -> bool:
    """Whether a phrase is by whom the thing was made that somebody else does something to: "Kenya lifted sanctions imposed by the EU"."""
    tokens = sentence.tokens
    verb, first = own_verb(sentence, candidate.words), first_of(sentence, filled.mention.head)
    participle = tokens[first].head
    if filled.role != "initiator" or verb not in candidate.words or not is_agent(sentence, first):
        return False
    if tokens[participle].relation != "acl" or participle in candidate.words or is_passive(sentence, verb):
        return False
    thing = tokens[participle].head
    subjects = {k for i in sentence.dependents(verb, "nsubj") for k in conjuncts(sentence, i)}
    others = any(f.role == "initiator" and f.mention.head in subjects for f in kept)
    return others and tokens[thing].head == verb and tokens[thing].relation == "obj"


def _invited(sentence: Sentence, noun: int, kept: list[Filled], words: ThirdPartyWords) -> list[Filled]:
    """Who stands behind "the invitation of", or before one that is opposed, is invited: "protested the invitation of the rebels to the summit",
    "the rebels' invitation was blocked"; not "came at the invitation of Kenya", "Kenya's invitation of the rebels"."""
    tokens = sentence.tokens
    verb = tokens[noun].head
    if tokens[noun].lemma.lower() not in _INVITING or preposition(sentence, noun) in _BIDDEN_BY or verb < 0:
        return kept
    lemma = tokens[verb].lemma.lower()
    disliked = words.vetoing | words.reacting - {*lexicon.load().classes["praising"]}
    opposed = matches(tokens[noun].relation, OBJECTS) and lemma in disliked
    to_talks = any(
        preposition(sentence, c) == "to" and not acts(sentence, c, words) for c in sentence.dependents(noun, "nmod")
    )
    of = any(preposition(sentence, c) == "of" for c in sentence.dependents(noun, "nmod"))
    both = of and bool(sentence.dependents(noun, "nmod:poss"))
    if not (opposed or both) and (not to_talks or lemma in words.answering or tokens[noun].relation != "nsubj"):
        return kept
    others = {
        k
        for c in sentence.children[verb]
        if tokens[c].relation == "nsubj" or is_agent(sentence, c)
        for k in conjuncts(sentence, c)
        if c != noun
    }
    result = []
    for f in kept:
        first = first_of(sentence, f.mention.head)
        whose = tokens[first].head == noun and (
            preposition(sentence, first) == "of" or (tokens[first].relation == "nmod:poss" and not of)
        )
        if whose and f.role == "initiator":
            f.role, f.rule = "recipient", _RULE
        if opposed and f.mention.head in others:
            continue  # who opposes it neither invites nor is invited
        result.append(f)
    return result


def _answered(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> None:
    """By whom a request or plan is that another answers has it answered: "turned down a request by Uganda", "rejected the plan by the junta"."""
    tokens = sentence.tokens
    verb = own_verb(sentence, candidate.words)
    things = (
        [i for i in sentence.dependents(verb, *OBJECTS) if tokens[i].upos == "NOUN"] if verb in candidate.words else []
    )
    for f in kept:
        others = any(o.role == "initiator" and o.mention.head != f.mention.head for o in kept)
        first = first_of(sentence, top_in(sentence, f.mention.head, things))
        if f.role == "initiator" and others and tokens[first].head in things and preposition(sentence, first) == "by":
            f.role, f.rule = "recipient", _RULE


def top_in(sentence: Sentence, head: int, nouns: list[int]) -> int:
    """The word right below one of some nouns in whose phrase a word stands; itself where it stands in none."""
    path = [head, *sentence.ancestors(head)]
    return next((i for i in path if sentence.tokens[i].head in nouns), head)


def _came(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> None:
    """Who attends a meeting of which a clause tells so takes part in it: "boycotted the summit, which Hemedti attended"."""
    tokens = sentence.tokens
    for f in kept:
        first = first_of(sentence, f.mention.head)
        verb = tokens[first].head
        if f.role not in ASSISTING or verb < 0 or tokens[first].relation != "nsubj":
            continue
        if (
            tokens[verb].relation == "acl:relcl"
            and tokens[verb].lemma.lower() in _COMING
            and tokens[verb].head in candidate.words
        ):
            f.role, f.rule = "participant", _RULE
