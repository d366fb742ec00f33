"""Words that the model read as an event and that tell of none by what stands with them: "left empty-handed" is no boycott, "opened an office"
no attack, "the failure to release prisoners" ends no talks, and what a poll finds nobody has done."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon

_EMPTY = frozenset({"empty", "handed", "empty-handed"})
_BREACHES = frozenset({"ceasefire_violated", "ceasefire_violation_alleged", "agreement_repudiated", "ACCUSE"})
_BREAKDOWNS = frozenset({"talks_collapsed", "ceasefire_violated"})


def strays(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether a candidate that no wording bears out stands on words that tell of no such event."""
    return candidate.ruling is None and (
        _empty_handed(sentence, candidate)
        or _opens_house(sentence, candidate, lexicon)
        or _fails_to_act(sentence, candidate, lexicon)
        or _breaks_out(sentence, candidate)
        or _only_claims(sentence, candidate)
        or _breaks_etiquette(sentence, candidate)
    )


def found_by_poll(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether what is told is what a poll finds people to think: "a poll found that most Israelis oppose the deal"; not "a poll released on
    Monday, as the talks resumed, found"."""
    tokens = sentence.tokens
    for verb in sentence.ancestors(candidate.words[0]):
        if tokens[verb].lemma.lower() not in lexicon.classes["finding"]:
            continue
        polls = [
            c for c in sentence.dependents(verb, "nsubj") if tokens[c].lemma.lower() in lexicon.classes["opinion_poll"]
        ]
        found = {i for c in sentence.dependents(verb, "ccomp", "obj") for i in sentence.subtree(c)}
        if polls and candidate.words[0] in found:
            if candidate.label in group("hostile") and tokens[candidate.words[0]].head == verb:
                return False  # "a survey found that the army had shelled a clinic"
            return not _told_apart(sentence, candidate.words[0], verb)
    return False


def _told_apart(sentence: Sentence, word: int, verb: int) -> bool:
    """Whether a word stands in a clause of its own below what is found: "support the deal that Egypt brokered"."""
    i = word
    while i >= 0 and i != verb:
        if matches(sentence.tokens[i].relation, ("acl",)):
            return True
        i = sentence.tokens[i].head
    return False


def _empty_handed(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the words are of "empty-handed": "left Damascus empty-handed", which boycotts nothing."""
    last = candidate.words[-1]
    behind = "".join(token.text.lower() for token in sentence.tokens[max(0, last - 2) : last + 3])
    own = {sentence.tokens[i].text.lower() for i in candidate.words} & _EMPTY
    return candidate.label in ("boycott", "walkout", "mediated_talks") and bool(own) and "empty-handed" in behind


def _opens_house(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether what is opened is an office: "opened an embassy in Hargeisa"."""
    tokens = sentence.tokens
    if candidate.label not in ("ASSAULT", "COERCE", "AID", "SANCTION", "MOBILIZE"):
        return False
    return any(
        tokens[i].lemma.lower() == "open"
        and any(
            tokens[c].lemma.lower() in lexicon.classes["opened_office"]
            for c in sentence.dependents(i, "obj", "nsubj:pass")
        )
        for i in candidate.words
    )


def _fails_to_act(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether "failure" is one to do something other than to agree: "citing Morocco's failure to withdraw"."""
    tokens = sentence.tokens
    if candidate.label not in _BREAKDOWNS:
        return False
    acts = [
        tokens[c].lemma.lower()
        for i in candidate.words
        if tokens[i].lemma.lower() == "failure"
        for c in sentence.dependents(i, "acl")
        if tokens[c].relation != "acl:relcl"
    ]
    return bool(acts) and all(lemma not in lexicon.classes["coming_to_terms"] for lemma in acts)


def _only_claims(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody claims what another has done, which claims no credit: "claimed that Khashoggi had left the building"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() == "claim" and tokens[i].upos == "VERB"), -1)
    if candidate.label != "credit_claim" or verb < 0 or sentence.dependents(verb, "obj", "xcomp"):
        return False
    doers = [s for c in sentence.dependents(verb, "ccomp") for s in sentence.dependents(c, "nsubj", "nsubj:pass")]
    return bool(doers) and all(tokens[s].upos != "PRON" for s in doers)


def _breaks_etiquette(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether it is manners that somebody breaks, and no text: "violated protocol", "violated diplomatic protocol"; not "violated the protocol
    signed in May"."""
    tokens = sentence.tokens
    objects = [c for i in candidate.words for c in sentence.dependents(i, "obj")]
    return candidate.label in _BREACHES and any(
        tokens[c].text == "protocol" and not sentence.dependents(c, "det", "acl", "nmod:poss") for c in objects
    )


def _breaks_out(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a war breaks out, which is no talks that break down: "since fighting broke out"."""
    tokens = sentence.tokens
    of_talks = candidate.label.startswith("talks_") or candidate.label in _BREAKDOWNS
    return of_talks and any(
        tokens[i].lemma.lower() == "break" and any(tokens[c].text.lower() == "out" for c in sentence.children[i])
        for i in candidate.words
    )
