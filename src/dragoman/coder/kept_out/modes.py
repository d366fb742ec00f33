"""How somebody is kept out (codebook 2.11): not asked, not told, sent away, passed over, let in as less, by wording or by the event's words."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.classes import NO
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.kept_out.kept import ABSENT, Kept
from dragoman.language.parse import Sentence
from dragoman.ontology import group, lexicon
from dragoman.ontology.lexicon import Lexicon
from dragoman.records import Exclusion

_SPECIFIC = 4
"""Least priority of a trigger whose mode holds against that of a run of words."""
_COMMONEST = "not_invited"
_IN_DEAL = "bypassed_in_deal"
_SCOPES = {"not_informed": "information", "uncovered_by_text": "text"}
_BEHIND = 3
"""Words behind the event's own that may belong to the wording: "reduced" of "reduced to reading"."""


def mode_of_words(sentence: Sentence, candidate: Candidate, words: Lexicon) -> str:
    """The mode that the words of an event tell by themselves: "was told of it by a neighbour" is not_informed, a veto is vetoed."""
    if candidate.label == "participant_vetoed":
        return "vetoed"
    if candidate.label not in group("exclusions"):
        return _COMMONEST
    own = candidate.words
    if any(_is_told(sentence, i) for i in own):
        return _COMMONEST
    lemmas = [t.lemma.lower() for t in sentence.tokens[own[0] : own[-1] + 1 + _BEHIND]]
    for mode, runs in words.exclusion.modes.items():
        for run in runs:
            for start in range(own[-1] + 1 - own[0]):
                if tuple(lemmas[start : start + len(run)]) == run:
                    return mode
    return _COMMONEST


def _is_told(sentence: Sentence, verb: int) -> bool:
    """Whether somebody is let know something, be it that he is out: "was told that there would be no place for it"."""
    tokens = sentence.tokens
    if tokens[verb].lemma.lower() not in lexicon.load().classes["letting_know"] or tokens[verb].upos != "VERB":
        return False
    near = (verb, *sentence.dependents(verb, "aux", "aux:pass"))
    denied = any(tokens[c].text.lower() in NO for i in near for c in sentence.children[i])
    return not denied and bool(sentence.dependents(verb, "ccomp"))


def exclusion_of(
    sentence: Sentence,
    filled: Filled,
    candidate: Candidate,
    kept_out: list[Kept],
    asserter: str | None,
    *,
    reason: str = "not_stated",
    by: str | None = None,
    otherwise: str = "not_invited",
) -> Exclusion:
    """Mode by the wording that keeps the participant out, else by the trigger's, else what the event's words tell (rule R9).

    Args:
        reason: what the sentence says to be the reason (codebook 1.16). by: id of the actor who keeps it out, None where not told.
        otherwise: the mode where no wording tells one (`mode_of_words`).
    """
    if filled.role == "boycotting":
        return Exclusion(mode="self_excluded", asserted_by=asserter, excluded_by="self", reason=reason)
    own = next((k for k in kept_out if k.mention.head == filled.mention.head), None)
    told = candidate.rule.trigger.exclusion if candidate.rule is not None else None
    mode, scope = otherwise, _SCOPES.get(otherwise, "table")
    if told is not None and (own is None or own.mode == "not_invited" or _sure(sentence, candidate, own)):
        mode, scope = told.mode, told.scope
    elif own is not None and (own.mode != _COMMONEST or otherwise == ABSENT):
        mode, scope = own.mode, own.scope
    if mode == _IN_DEAL and _only_unasked(sentence, candidate, own):
        mode, scope = "not_informed", _SCOPES["not_informed"]
    wanted = _at_behest(sentence, candidate) or (reason == "veto_by_party" and by is not None)
    if mode in (_COMMONEST, "format_excludes") and candidate.label in group("exclusions") and wanted:
        mode = "vetoed"
    return Exclusion(mode=mode, asserted_by=asserter, scope=scope, excluded_by=by, reason=reason)


def _sure(sentence: Sentence, candidate: Candidate, kept: Kept) -> bool:
    """Whether a trigger of the highest priorities names the same actor in its excluded slot: it knows more than a run of words."""
    rule = candidate.rule
    if rule is None or rule.trigger.exclusion is None or rule.trigger.priority < _SPECIFIC:
        return False
    named = rule.slots.get(rule.trigger.exclusion.who, [])
    token = sentence.tokens[kept.mention.head]
    return kept.mention.head in named or (token.relation == "appos" and token.head in named)


def _only_unasked(sentence: Sentence, candidate: Candidate, kept: Kept | None) -> bool:
    """Whether somebody is not consulted, and the sentence tells of no deal that passes him over: "had not been consulted on the date"."""
    told = {sentence.tokens[i].lemma.lower() for i in (*candidate.words, *(kept.words if kept else ()))}
    classes = lexicon.load().classes
    deals = {*classes["deal"], *classes["truce"], *classes["treaty"]}
    return "consult" in told and not any(t.lemma.lower() in deals for t in sentence.tokens)


def _at_behest(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody is kept out because another wanted it: "was not admitted, at Russia's insistence"."""
    behest = lexicon.load().classes["behest"]
    below = (c for i in candidate.words for c in sentence.dependents(i, "obl", "nmod"))
    return any(preposition(sentence, c) == "at" and sentence.tokens[c].lemma.lower() in behest for c in below)
