"""What had been due: "had been scheduled to meet" tells that nothing came of it, "were due to meet" leaves that open (codebook 2.3).

Either way the day may lie behind the day of telling as well as ahead of it.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.coder.phrases import preposition
from dragoman.language.parse import Sentence, matches

_BEGINNING = frozenset({"begin", "start", "open", "resume", "commence", "convene", "take", "come", "go", "enter"})
"""Infinitives that say of the event before them that it takes place; "had been expected to last" doesn't put it in doubt."""
_WAS = frozenset({"was", "were"})


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
            return "was" if passive and helpers & _WAS and not matches(token.relation, ("ccomp",)) else None
        inside = matches(token.relation, ("obj", "xcomp", "nsubj"))
        if not inside and not (matches(token.relation, ("obl", "nmod")) and preposition(sentence, i) == "for"):
            return None
        below = i
    return None


def _comes_about(sentence: Sentence, plan: int, below: int) -> bool:
    """Whether a plan is one for the event below it to come about, not for what else it does: "the talks had been expected to last"."""
    if not matches(sentence.tokens[below].relation, ("nsubj",)):
        return True
    infinitives = sentence.dependents(plan, "xcomp")
    return all(
        sentence.tokens[i].lemma.lower() in _BEGINNING or sentence.dependents(i, "aux:pass") for i in infinitives
    )
