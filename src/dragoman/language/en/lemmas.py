"""Lemmas as edit scripts: what to cut from the end of a word and what to put there.

A script is `case|cut|suffix`: case `l` lower-cases the word first, `k` keeps its capitals (proper nouns);
`cut` counts characters. "talks" → "l|1|", "brokered" → "l|2|", "met" → "l|1|et".
"""

from __future__ import annotations

import csv
from importlib import resources


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


_DOUBLED = frozenset("bdfglmnprt")
_ENDINGS = {
    "VERB": ("ed", "ing"),
    "AUX": ("ed", "ing"),
    "NOUN": ("ed", "ing"),
    "ADJ": ("ed", "ing", "er", "est"),
    "ADV": ("er", "est"),
}


def regular_lemmas(form: str, upos: str) -> list[str]:
    """Lemmas that regular English inflection could have made `form` from, likeliest first; lower case."""
    word = form.lower()
    found: list[str] = []
    for ending in _ENDINGS.get(upos, ()):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            found += [stem, stem + "e"]
            if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
                found.append(stem[:-1])
            if stem.endswith("i"):
                found.append(stem[:-1] + "y")
    if upos in ("VERB", "NOUN", "PROPN") and word.endswith("s") and len(word) > 3:
        found.append(word[:-1])
        if word.endswith("es"):
            found.append(word[:-2])
        if word.endswith("ies"):
            found.append(word[:-3] + "y")
    return found


def _would_double(form: str, guess: str) -> bool:
    """Whether a verb of one short syllable would have doubled its last letter: "hoped" is of "hope", since "hop" makes "hopped"."""
    short = (
        guess[-1:] in _DOUBLED
        and len(guess) > 2
        and guess[-2] in "aeiou"
        and not any(c in "aeiouy" for c in guess[:-2])
    )
    return short and form in (guess + "ed", guess + "ing")


def irregular_lemmas() -> dict[tuple[str, str], str]:
    """Lemma of each form and UPOS tag in `irregular.tsv`: strong verbs, plurals and comparisons that no rule makes."""
    table = resources.files("dragoman.language.en").joinpath("irregular.tsv").read_text(encoding="utf8")
    return {(row["form"], row["upos"]): row["lemma"] for row in csv.DictReader(table.splitlines(), delimiter="\t")}


class Lemmatiser:
    """Lemma of a word from the model's edit script, mended by tables where the script makes no known word.

    Args:
        vocabulary: lemmas of the treebanks, lower case: what is among them is right.
        more: further lemmas that a word may be led back to, lower case.
    """

    def __init__(self, vocabulary: frozenset[str], more: frozenset[str] = frozenset()) -> None:
        self._vocabulary, self._reachable = vocabulary, vocabulary | more
        self._irregular = irregular_lemmas()

    def lemma(self, form: str, upos: str, script: str) -> str:
        """Lemma of `form`: what the script gives, unless it is unknown and the table or regular inflection leads to a known one.

        As in UD's treebanks "i" is the pronoun "I".
        """
        guess = apply_script(form, script)
        if upos == "VERB" and _would_double(form.lower(), guess) and guess + "e" in self._reachable:
            return guess + "e"
        if upos in _ENDINGS:
            known = self._irregular.get((form.lower(), upos))
            if known and guess.lower() != form.lower():
                return known  # not "s" of "sat", "to" of "tore"; "found" may be its own lemma
            if guess.lower() not in self._vocabulary:
                if known:
                    return known
                for other in regular_lemmas(form, upos):
                    if other in self._reachable:
                        return other
        elif upos == "PRON" and form == "i":
            return "I"
        return guess
