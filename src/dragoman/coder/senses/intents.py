"""Threats and refusals that a modal makes: who says what he could do to another threatens him, who will not give way refuses.

"Kenya could impose sanctions on Uganda" imposes none, and "would not withdraw its troops" withdraws none; what others foresee
("analysts said Kenya could attack") stays the act, of which status and certainty tell that it has not come.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import IF_OR_SHOULD, NOT
from dragoman.coder.grammar.phrases import is_personal_pronoun, preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_COULD = frozenset({"could", "may", "might"})
_WOULD = frozenset({"would", "will", "'ll", "’ll", "'d", "’d", "shall", "wo"})
_WEIGHING = frozenset({"consider", "weigh", "contemplate", "mull"})
_DOUBTING = frozenset({"fear", "think", "believe", "doubt", "hope"})
_SUFFERING = frozenset({"face", "suffer", "risk", "receive", "undergo", "escape", "avoid"})
_NEITHER = frozenset({"neither", "nor", "no", "none"})


def intent(sentence: Sentence, candidate: Candidate, mentions: Mentions) -> str:
    """What a candidate's act is where its doer only says that he could or will not do it: "threat", "refusal"; "" elsewhere."""
    hostile, yielding = candidate.label in group("hostile"), candidate.label in group("yielding")
    if not hostile and not yielding and candidate.label != "THREATEN":
        return ""
    tokens = sentence.tokens
    verb = _verb(sentence, candidate)
    if verb < 0:
        return ""
    top = tokens[verb].head if _is_weighed(sentence, verb) else verb
    if tokens[top].upos == "NOUN" or not _own_account(sentence, top, mentions):
        return ""
    auxiliaries = {tokens[c].text.lower() for c in sentence.dependents(top, "aux")}
    denied = _is_denied(sentence, top)
    if yielding:
        return "refusal" if denied and auxiliaries & _WOULD else ""
    if denied or "have" in auxiliaries:
        return ""
    if hostile and not _is_against_somebody(sentence, top, mentions):
        return ""
    supposed = bool(auxiliaries & _COULD) or top != verb or tokens[verb].lemma.lower() in _WEIGHING
    in_case = bool(auxiliaries & _WOULD) and (candidate.label == "THREATEN" or _has_condition(sentence, top))
    return "threat" if supposed or in_case else ""


def _is_against_somebody(sentence: Sentence, verb: int, mentions: Mentions) -> bool:
    """Whether an act is one against another or done in some case: not "Italy might deploy soldiers to clear the snow"."""
    if _has_condition(sentence, verb):
        return True
    subjects = {c for i in (verb, *sentence.ancestors(verb)) for c in sentence.dependents(i, "nsubj")}
    own = [mentions.at(sentence, i) for i in subjects]
    known = {m.actor for m in own} | {m.country for m in own} | {None}
    return any(
        m.actor not in known and (m.country is None or m.country not in known) for m in mentions.of_sentence(sentence)
    )


def _verb(sentence: Sentence, candidate: Candidate) -> int:
    """The verb of an act: its own, or the one whose object its noun is ("could impose | sanctions")."""
    tokens = sentence.tokens
    own = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    noun = tokens[candidate.words[-1]]
    if own >= 0 and tokens[own].lemma.lower() in lexicon.load().classes["threatening"]:
        return -1
    if own < 0 and matches(noun.relation, ("obj",)) and noun.head >= 0 and tokens[noun.head].upos == "VERB":
        return noun.head if tokens[noun.head].lemma.lower() not in _SUFFERING else -1
    return own


def _is_weighed(sentence: Sentence, verb: int) -> bool:
    """Whether an act is only thought over: "is considering breaking ties"."""
    token = sentence.tokens[verb]
    return (
        token.head >= 0
        and matches(token.relation, ("xcomp", "ccomp"))
        and sentence.tokens[token.head].lemma.lower() in _WEIGHING
        and not sentence.dependents(verb, "nsubj")
    )


def _own_account(sentence: Sentence, verb: int, mentions: Mentions) -> bool:
    """Whether somebody known is to do it, and nobody but himself is said to tell of it: not "analysts said Kenya could attack"."""
    tokens = sentence.tokens
    first = verb
    while tokens[first].relation == "conj" and tokens[first].head >= 0 and tokens[tokens[first].head].upos == "VERB":
        first = tokens[first].head
    if sentence.dependents(verb, "aux:pass"):
        return False
    doers = sentence.dependents(verb, "nsubj") or sentence.dependents(first, "nsubj")
    if not doers or not matches(tokens[first].relation, ("root", "ccomp")):
        return False
    doer = mentions.at(sentence, doers[0])
    pronoun = is_personal_pronoun(sentence, doers[0])
    neither = any(tokens[c].text.lower() in _NEITHER for c in sentence.children[doers[0]])
    if doer.actor is None and doer.country is None and not pronoun and not neither:
        return False
    told = tokens[first].head if matches(tokens[first].relation, ("ccomp",)) else -1
    tellers = sentence.dependents(told, "nsubj") if told >= 0 else []
    if told >= 0 and (
        not tellers or tokens[told].lemma.lower() in {*lexicon.load().classes["threatening"], *_DOUBTING}
    ):
        return False
    beside = [c for c in sentence.dependents(first, "parataxis") if sentence.dependents(c, "nsubj")]
    tellers += [s for c in beside for s in sentence.dependents(c, "nsubj")]
    if any(preposition(sentence, c) == "according" for c in sentence.children[first]):
        return False
    return all(_same(mentions, sentence, t, doers[0]) or pronoun for t in tellers) and (bool(tellers) or not pronoun)


def _same(mentions: Mentions, sentence: Sentence, teller: int, doer: int) -> bool:
    """Whether who tells of an act is who would do it or speaks for him: "Kenya", "the Kenyan president"."""
    a, b = mentions.at(sentence, teller), mentions.at(sentence, doer)
    if a.actor is not None and a.actor == b.actor:
        return True
    return a.country is not None and a.country == b.country


def _is_denied(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is denied: "would not withdraw", "neither Kenya nor Uganda would"."""
    tokens = sentence.tokens
    if any(tokens[c].text.lower() in NOT for c in sentence.dependents(verb, "advmod")):
        return True
    subjects = sentence.dependents(verb, "nsubj")
    return any(tokens[c].text.lower() in _NEITHER for s in subjects for c in sentence.children[s] if c < s)


def _has_condition(sentence: Sentence, verb: int) -> bool:
    """Whether a clause says in which case it would be done: "would strike back if Uganda attacked", "if attacked, Kenya would strike"."""
    return any(preposition(sentence, c) in IF_OR_SHOULD for c in sentence.dependents(verb, "advcl"))
