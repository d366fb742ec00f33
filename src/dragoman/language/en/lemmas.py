"""Lemmas as edit scripts: what to cut from the end of a word and what to put there.

A script is `case|cut|suffix`: case `l` lower-cases the word first, `k` keeps its capitals (proper nouns);
`cut` counts characters. "talks" → "l|1|", "brokered" → "l|2|", "met" → "l|1|et".
"""

from __future__ import annotations


def edit_script(form: str, lemma: str) -> str:
    """Script that turns `form` into `lemma`."""
    keep = lemma != lemma.lower()
    word = form if keep else form.lower()
    shared = 0
    while shared < min(len(word), len(lemma)) and word[shared] == lemma[shared]:
        shared += 1
    return f"{'k' if keep else 'l'}|{len(word) - shared}|{lemma[shared:]}"


def apply_script(form: str, script: str) -> str:
    """Lemma of `form` by `script`; the inverse of `edit_script`."""
    case, cut, suffix = script.split("|", 2)
    word = form if case == "k" else form.lower()
    count = int(cut)
    return (word[: len(word) - count] if count else word) + suffix
