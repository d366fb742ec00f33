"""A verb said once of several, each with a gerund of his own behind him: "thanked Togo for mediating and Chad for hosting"."""

from __future__ import annotations

from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.language.parse import Sentence

_CASES = frozenset({"of", "from", "for", "with"})
_CLAUSES = ("advcl", "conj", "ccomp", "acl")


def each_for_his_own(sentence: Sentence, verb: int) -> tuple[list[int], list[int]]:
    """Those of several objects who do what a gerund tells, and those who do what another one tells; none where all do the same."""
    tokens = sentence.tokens
    if not tokens[verb].text.lower().endswith("ing") or tokens[verb].relation not in _CLAUSES:
        return [], []
    case = preposition(sentence, verb)
    if case not in _CASES:
        return [], []
    alike = [t.i for t in tokens if t.text.lower().endswith("ing") and preposition(sentence, t.i) == case]
    if len(alike) == 1:
        return [], []
    above = [i for a in sentence.ancestors(verb) for i in sentence.dependents(a, "obj") if i < verb]
    several = next((all_ for i in above if len(all_ := conjuncts(sentence, i)) > 1), [])
    if not several or not any(several[0] < i < several[-1] for i in alike):
        first = next((i for i in reversed(above) if tokens[i].upos == "PROPN"), None)
        behind = [k for i in alike if (k := _name_before(sentence, i, case)) is not None and k != first]
        several = [first, *behind] if first is not None and first < alike[0] and behind else []
    before = max((i for i in alike if i < verb), default=-1)
    own = [i for i in several if before < i < verb]
    return own, [i for i in several if i not in own]


def _name_before(sentence: Sentence, gerund: int, case: str | None) -> int | None:
    """The name right before the preposition of a gerund, wherever the parser hangs it: "Jordan" of "praised Egypt for brokering the truce and
    Jordan for hosting the talks"."""
    mark = next((c for c in sentence.children[gerund] if c < gerund and sentence.tokens[c].text.lower() == case), 0)
    if mark == 0 or sentence.tokens[mark - 1].upos != "PROPN":
        return None
    i = mark - 1
    while sentence.tokens[i].relation in ("flat", "compound") and 0 <= sentence.tokens[i].head < mark:
        i = sentence.tokens[i].head
    return i
