"""Subjects that a parser takes for the end of a list before them: "After mediation by Kenya, Sudan and the SPLA signed".

A finite verb needs a subject; what stands between the comma and the verb is it, whatever it was hung on.
"""

from __future__ import annotations

from dragoman.language.parse import Token, matches

_NOMINAL = frozenset({"NOUN", "PROPN"})
_SUBJECTS = ("nsubj", "csubj", "expl")
_SKIPPED = frozenset({"AUX", "PART", "ADV"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "CCONJ"})


def with_fronted_subjects(tokens: list[Token]) -> None:
    """Hang the two names before a verb on it where a phrase with a preposition opens the sentence and took them or one of them."""
    for token in tokens:
        if token.upos == "VERB" and token.relation == "root":
            _mend(tokens, token)


def _mend(tokens: list[Token], verb: Token) -> None:
    end = verb.i
    while end and tokens[end - 1].upos in _SKIPPED and tokens[end - 1].head == verb.i:
        end -= 1
    comma = next((i for i in range(end - 1, 0, -1) if tokens[i].text == ","), 0)
    names = tokens[comma + 1 : end]
    if not comma or not names or any(t.upos not in _INSIDE for t in names) or not _opened(tokens, verb, comma):
        return
    if sum(t.upos == "CCONJ" for t in names) != 1 or any(t.text.lower() == "or" for t in names):
        return
    inside = range(comma + 1, end)
    tops = [t for t in names if t.head not in inside and t.upos in _NOMINAL]
    subjects = [t for t in tokens if t.head == verb.i and matches(t.relation, _SUBJECTS)]
    if any(t.i not in inside for t in subjects):
        return
    if not subjects and all(_hung_before(t, comma) for t in tops) and tops:
        first, rest = tops[0], tops[1:]
    elif len(subjects) == 1 and all(t is subjects[0] or _joined_to_list(t, comma, subjects[0].i) for t in tops):
        first, rest = subjects[0], [t for t in tops if t is not subjects[0]]
    else:
        return
    first.head, first.relation = verb.i, "nsubj:pass" if _passive(tokens, verb) else "nsubj"
    for other in rest:
        other.head, other.relation = first.i, "conj"


def _joined_to_list(token: Token, comma: int, subject: int) -> bool:
    """Whether a word behind the subject was joined to the list: "in Togo, Benin and Ghana fighting raged" has none."""
    return token.relation == "conj" and token.head < comma and token.i > subject


def _hung_before(token: Token, comma: int) -> bool:
    return token.head < comma and matches(token.relation, ("nmod", "conj", "appos", "obl"))


def _opened(tokens: list[Token], verb: Token, comma: int) -> bool:
    """Whether all before the comma is one phrase or participle that hangs on the verb: "After mediation by Kenya,", "Invited by Qatar,"."""
    opening = [t for t in tokens[:comma] if t.head == verb.i and t.upos != "PUNCT"]
    first = tokens[0]
    if not opening and first.relation == "acl" and first.head > verb.i:
        return True  # "Mediated by Oman, the two held talks", hung on the talks
    if len(opening) != 1 or not matches(opening[0].relation, ("obl", "advcl")):
        return False
    return first is opening[0] or (first.head == opening[0].i and first.relation in ("case", "mark"))


def _passive(tokens: list[Token], verb: Token) -> bool:
    return any(t.head == verb.i and t.relation == "aux:pass" for t in tokens)
