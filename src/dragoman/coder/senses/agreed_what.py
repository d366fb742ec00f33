"""What is agreed or brought about where the verb alone misleads: whoever "mediated the accord" tells of the accord (rule R25), whoever agrees "to
open the border" at talks agrees on more than talks, a draft that "provides for a truce" only asks for one."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import OBJECTS
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon

_SEVERAL = frozenset({"they", "we", "both", "two", "side", "leader"})
_TWO = 2


def agreed_what(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Label by what is agreed, mediated, provided for or persuaded to, None where a candidate keeps its own."""
    if candidate.label == "mediated_talks":
        return _mediated_text(sentence, candidate, lexicon) or _persuaded(sentence, candidate, lexicon)
    if candidate.label in ("direct_negotiation", "single_party_consultation"):
        return _persuaded(sentence, candidate, lexicon)
    if candidate.label == "talks_agreed":
        return _more_than_talks(sentence, candidate, lexicon)
    if candidate.label in group("truces_kept"):
        return _only_drafted(sentence, candidate, lexicon)
    return None


def _mediated_text(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """The text that somebody mediated: "mediated the Taif accord", "who mediated the truce"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() == "mediate" and tokens[i].upos == "VERB"), -1)
    if verb < 0 or sentence.dependents(verb, "aux") or sentence.dependents(verb, "mark"):
        return None  # "offered to mediate a truce"
    what = {tokens[c].lemma.lower() for c in sentence.dependents(verb, *OBJECTS)}
    if what & set(lexicon.classes["truce_strict"]):
        return "ceasefire_declared"
    return "agreement_announced" if what & {*lexicon.classes["deal_strict"], "compromise"} else None


def _persuaded(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Whether somebody is only won over to meet, which has not taken place for that: "persuaded the two men to meet"."""
    tokens = sentence.tokens
    winning = lexicon.classes["winning_over"]
    for verb in candidate.words:
        above = tokens[verb].head
        if tokens[verb].lemma.lower() in winning and any(
            tokens[c].lemma.lower() in lexicon.classes["to_meet"] for c in sentence.dependents(verb, "xcomp")
        ):
            return "talks_agreed"
        if (
            tokens[verb].lemma.lower() not in lexicon.classes["to_meet"]
            or not matches(tokens[verb].relation, ("xcomp", "advcl"))
            or above < 0
        ):
            continue
        to = any(tokens[c].text.lower() == "to" for c in sentence.dependents(verb, "mark"))
        won = tokens[above].lemma.lower() in winning
        if to and won and sentence.dependents(above, *OBJECTS, "iobj"):
            return "talks_agreed"
    return None


def _more_than_talks(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Whether what is agreed to is to open or resume something else than talks: "agreed at their talks to reopen embassies"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() == "agree"), -1)
    acts = [c for c in sentence.dependents(verb, "xcomp") if tokens[c].upos == "VERB"] if verb >= 0 else []
    if not acts or not all(tokens[c].lemma.lower() in lexicon.classes["holding"] for c in acts):
        return None
    things = [c for v in acts for c in sentence.dependents(v, "obj")]
    if not things or any(tokens[c].lemma.lower() not in lexicon.classes["no_talks"] for c in things):
        return None
    doers = [k for c in sentence.dependents(verb, "nsubj") for k in conjuncts(sentence, c)]
    several = any(
        tokens[i].lemma.lower() in _SEVERAL for c in doers for i in (c, *sentence.dependents(c, "nummod", "det"))
    )
    return "agreement_announced" if len(doers) >= _TWO or several else "AGREE"


def _only_drafted(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Whether a truce is only what a draft or a plan would bring: "the draft provides for a ceasefire" (rule R25)."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    verb = tokens[noun].head
    if (
        verb < 0
        or not matches(tokens[noun].relation, ("obj", "obl"))
        or tokens[verb].lemma.lower() not in lexicon.classes["providing_for"]
    ):
        return None
    if tokens[noun].relation != "obj" and preposition(sentence, noun) != "for":
        return None
    draft = set(lexicon.classes["draft"])
    drafts = [
        s
        for s in sentence.dependents(verb, "nsubj")
        if any(tokens[k].lemma.lower() in draft for k in (s, *sentence.dependents(s, "compound", "amod")))
    ]
    return "ceasefire_called_for" if drafts else None
