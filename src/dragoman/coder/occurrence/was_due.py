"""What had been due: "had been scheduled to meet" tells that nothing came of it, "were due to meet" leaves that open (codebook 2.3).

Either way the day may lie behind the day of telling as well as ahead of it.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.coder.grammar.classes import NOT, NOT_STRAIGHT, WAS
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches

BEGINNING = frozenset({"begin", "start", "open", "resume", "commence", "convene", "take", "come", "go", "enter"})
"""Infinitives that say of the event before them that it takes place; "had been expected to last" doesn't put it in doubt."""
_HOLDING = frozenset({"hold", "conduct", "occur", "happen", "proceed"})
_FOR = frozenset({"for", "with"})
"""Before the event of a plan: "had been set for talks", "had been expected to end with the signing"."""
_AT_FIRST = frozenset({"originally", "initially", "first", "previously"})


def past_plan(
    sentence: Sentence, words: list[int], appointed: AbstractSet[str], intended: AbstractSet[str]
) -> str | None:
    """"had" or "was", by which a past plan of the event is told; None for no plan and for one that stands.

    "had been due to hold talks", "had planned to meet", "talks had been scheduled for Monday"; "were due to meet", but not "said they
    were due to meet", where the past is only that of "said".

    Args:
        appointed: words for what is fixed or awaited, with a form of "to be" ("due", "scheduled").
        intended: verbs of those who mean to do it ("plan").
    """  # fmt: skip
    tokens = sentence.tokens
    start = next((i for i in words if tokens[i].head not in words), words[0])
    below = -1
    for i in (start, *sentence.ancestors(start)):
        token = tokens[i]
        forms = {token.text.lower(), token.lemma.lower()}
        helpers = {tokens[c].text.lower() for c in sentence.dependents(i, "aux", "cop")}
        passive = bool(sentence.dependents(i, "aux:pass", "cop"))
        named = appointed if passive else intended
        if i not in words and not named.isdisjoint(forms) and not sentence.dependents(i, "compound:prt"):
            if not _comes_about(sentence, i, below):
                return None
            if "had" in helpers:
                return "had"
            return "was" if passive and helpers & WAS and not matches(token.relation, ("ccomp",)) else None
        inside = matches(token.relation, ("obj", "xcomp", "nsubj"))
        if not inside and not (matches(token.relation, ("obl", "nmod")) and preposition(sentence, i) in _FOR):
            return None
        below = i
    return None


def never_came_about(sentence: Sentence, words: list[int]) -> bool:
    """Whether what "was to" be is at once said not to have been: "were to meet on Sunday but never did"."""
    for i in words:
        helpers = {sentence.tokens[c].text.lower() for c in sentence.dependents(i, "aux", "mark", "cop")}
        if not (helpers & WAS and "to" in {sentence.tokens[c].text.lower() for c in sentence.children[i]}):
            continue
        for c in sentence.dependents(i, "conj"):
            beside = {sentence.tokens[k].lemma.lower() for k in (c, *sentence.children[c])}
            if beside & NOT:
                return True
    return False


def _comes_about(sentence: Sentence, plan: int, below: int) -> bool:
    """Whether a plan is one for the event below it to come about, not for what else it does: "the talks had been expected to last"."""
    if not matches(sentence.tokens[below].relation, ("nsubj",)):
        return True
    infinitives = sentence.dependents(plan, "xcomp")
    return all(sentence.tokens[i].lemma.lower() in BEGINNING or sentence.dependents(i, "aux:pass") for i in infinitives)


def replaced_plan(sentence: Sentence, words: list[int], other: int, ahead: AbstractSet[str]) -> str | None:
    """"dropped" or "behind" where a day or place is that of a plan for talks which then came about.

    "The talks, originally set for May 3 in Rome, opened on Monday in Paris" took place on Monday in Paris; of "the talks, set for May
    3, opened in Paris" only the place is told twice, so that the day of the plan is left behind others and not dropped.

    Args:
        ahead: words that set something for a day ("due", "scheduled").
    """  # fmt: skip
    if takes_place(sentence, words) < 0:
        return None
    for i in sentence.ancestors(other):
        if i in words:
            return None
        if _plans(sentence, words, i, ahead):
            adverbs = {sentence.tokens[c].text.lower() for c in sentence.dependents(i, "advmod")}
            return "dropped" if adverbs & _AT_FIRST else "behind"
    return None


def _plans(sentence: Sentence, words: list[int], verb: int, ahead: AbstractSet[str]) -> bool:
    """Whether a clause behind the event's noun tells what was planned of it: "originally scheduled for Thursday", "which was to begin"."""
    token = sentence.tokens[verb]
    if not matches(token.relation, ("acl",)) or token.head not in words:
        return False
    helpers = {sentence.tokens[c].text.lower() for c in sentence.dependents(verb, "aux", "mark")}
    return not {token.text.lower(), token.lemma.lower()}.isdisjoint(ahead) or "to" in helpers


def takes_place(sentence: Sentence, words: list[int]) -> int:
    """The verb that says of the event's noun before it that it takes place: "was held", "opened", "got under way"; -1 for none."""
    tokens = sentence.tokens
    start = next((i for i in words if tokens[i].head not in words), words[0])
    verb = tokens[start].head
    if verb < 0 or not matches(tokens[start].relation, ("nsubj",)):
        return -1
    below = {tokens[c].lemma.lower() for c in sentence.children[verb]}
    if below & NOT_STRAIGHT:
        return -1
    happens = tokens[verb].lemma.lower() in BEGINNING | _HOLDING
    return verb if happens or (tokens[verb].lemma.lower() == "get" and below & {"way", "underway"}) else -1
