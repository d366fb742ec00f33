"""Claims that somebody contradicts: "rejected suggestions that Iran had been left out", "reports that the talks had failed were false"
(codebook R23: denied)."""

from __future__ import annotations

from dragoman.coder.classes import PAST_AUXILIARIES
from dragoman.coder.not_there import NO
from dragoman.coder.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_PRESENT = frozenset({"is", "are", "has", "have", "does", "do"})
_PROPOSALS = frozenset({"suggestion", "idea", "notion", "talk", "proposal"})
"""Nouns for claims that are proposals where their clause tells nothing that has come about: "rejected a suggestion that the talks be moved"."""
_OF_FACT = frozenset({"true", "false", "untrue", "correct", "accurate", "truth"})
_CONFIRMING = frozenset({"confirm", "corroborate", "substantiate", "verify", "prove", "acknowledge"})
_GROUNDS = frozenset({"foundation", "basis", "substance", "merit"})
_HEARSAY = frozenset({"report", "claim", "rumour", "rumor", "allegation", "speculation", "accusation"})
"""Nouns whose "of" phrase is what they claim: "dismissed reports of a truce"."""


def told_falsely(sentence: Sentence, trigger: int) -> bool:
    """Whether the event at a word is told by a claim that somebody contradicts: "rejected claims that it had broken off its mediation",
    "dismissed reports of secret talks", "it is not true that the Kurds were shut out".

    Not "rejected a suggestion that the talks be moved", nor what is told beside the claim.
    """
    claims = _claims_around(sentence, trigger)
    return any(is_contradicted(sentence, noun) for noun in claims) or _untrue_that(sentence, trigger)


def contradicts(sentence: Sentence, verb: int) -> bool:
    """Whether a verb says of a claim that it is false: "rejected claims that it had broken off its mediation"."""
    if (sentence.tokens[verb].lemma.lower(),) not in lexicon.load().modality.contradicting:
        return False
    claims = {
        n
        for c in sentence.dependents(verb, "obj", "nsubj:pass")
        for below in sentence.children[c]
        for n in _claims_around(sentence, below)
    }
    return any(sentence.tokens[n].head == verb for n in claims)


def let_stand(sentence: Sentence, trigger: int) -> bool:
    """Whether the event at a word is told by a claim that somebody confirms, or does not deny: "did not deny reports that the two had met"."""
    tokens = sentence.tokens
    modality = lexicon.load().modality
    for noun in _claims_around(sentence, trigger):
        above = tokens[noun].head
        if above >= 0 and matches(tokens[noun].relation, ("obj", "nsubj:pass")):
            denied = (tokens[above].lemma.lower(),) in modality.contradicting and _is_denied(sentence, above)
            if denied or (tokens[above].lemma.lower() in _CONFIRMING and not _is_denied(sentence, above)):
                return True
    return False


def is_contradicted(sentence: Sentence, noun: int) -> bool:
    """Whether a noun for a claim is the object of a verb of contradicting, or is said to be false."""
    tokens = sentence.tokens
    modality = lexicon.load().modality
    token, above = tokens[noun], tokens[noun].head
    if above < 0:
        return False
    if matches(token.relation, ("obj", "nsubj:pass")) and (tokens[above].lemma.lower(),) in modality.contradicting:
        return not _is_denied(sentence, above)
    # The parser hangs "reports ... were false" with its noun now below "false", now beside it.
    near = [above, *(c for c in sentence.children[above] if c > noun and not matches(tokens[c].relation, ("nsubj",)))]
    return matches(token.relation, ("nsubj", "ccomp", "obl", "obj")) and any(_says_untrue(sentence, i) for i in near)


def _says_untrue(sentence: Sentence, i: int) -> bool:
    """Whether a predicate says that something is false, or not true: "is baseless", "proved false", "was without foundation"."""
    token = sentence.tokens[i]
    modality = lexicon.load().modality
    if not sentence.dependents(i, "cop") and token.upos == "ADJ" and not matches(token.relation, ("xcomp",)):
        return False
    word = token.lemma.lower()
    if (word,) in modality.untrue or (word in _GROUNDS and preposition(sentence, i) == "without"):
        return not _is_denied(sentence, i)
    return (word,) in modality.borne_out and _is_denied(sentence, i)


def _untrue_that(sentence: Sentence, i: int) -> bool:
    """Whether the clause of a word is said not to be true: "it is not true that the Kurds were shut out"."""
    tokens = sentence.tokens
    while tokens[i].head >= 0 and not matches(tokens[i].relation, ("csubj", "ccomp", "advcl", "acl", "parataxis")):
        i = tokens[i].head
    above = tokens[i].head
    if above < 0 or not matches(tokens[i].relation, ("csubj", "ccomp")) or preposition(sentence, i) != "that":
        return False
    # "it was wrong that they were shut out" judges what happened
    return tokens[above].lemma.lower() in _OF_FACT and _says_untrue(sentence, above)


def _is_denied(sentence: Sentence, i: int) -> bool:
    """Whether "not", "never" or "no" stands by a predicate, its auxiliary or copula."""
    return any(
        sentence.tokens[k].text.lower() in NO
        for c in (i, *sentence.dependents(i, "aux", "cop", "advmod"))
        for k in (c, *sentence.children[c])
        if k != i
    )


def _claims_around(sentence: Sentence, i: int) -> list[int]:
    """Nouns for claims whose clause, or "of" phrase, holds a word."""
    tokens = sentence.tokens
    modality = lexicon.load().modality
    found: list[int] = []
    while (above := tokens[i].head) >= 0 and not matches(tokens[i].relation, ("parataxis", "advcl")):
        relation, noun = tokens[i].relation, tokens[above].lemma.lower()
        if tokens[above].upos == "NOUN" and (noun,) in modality.claims:
            clause = matches(relation, ("acl", "ccomp")) and relation != "acl:relcl"
            told = clause and (noun not in _PROPOSALS or _has_come_about(sentence, i))
            about = preposition(sentence, i) in ("of", "about") and matches(relation, ("nmod",))
            if told or (about and noun in _HEARSAY):
                found.append(above)
        i = above
    return found


def _has_come_about(sentence: Sentence, verb: int) -> bool:
    """Whether a clause tells a fact, by its auxiliary or the form of its verb: "had been left out", not "be moved", "should be moved"."""
    token, modals = sentence.tokens[verb], lexicon.load().modality.modals
    helping = {sentence.tokens[c].text.lower() for c in sentence.dependents(verb, "aux", "cop")}
    if any((word,) in modals for word in helping) or "be" in helping:
        return False
    return bool(helping & (PAST_AUXILIARIES | _PRESENT)) or token.text.lower() != token.lemma.lower()
