"""To which outlet words were said, and which outlet carries them (codebook 1.4): "told Reuters", "a diplomat quoted by AFP"."""

from __future__ import annotations

from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_TO = frozenset({"to", "with", "for", "in", "on", "by"})


def participles(sentence: Sentence, noun: int) -> list[int]:
    """Participles behind a noun ("quoted by Reuters", "briefed on the talks"), those that the parser makes a second subject too."""
    hung = [
        c for c in sentence.dependents(noun, "acl", "amod", "appos") if c > noun and sentence.tokens[c].upos == "VERB"
    ]
    after = sentence.tokens[noun + 1] if noun + 1 < len(sentence) else None
    beside = after is not None and after.upos == "VERB" and matches(after.relation, ("nsubj",))
    return [*hung, after.i] if after is not None and beside and after.head == sentence.tokens[noun].head else hung


def carriers(sentence: Sentence, speaker: int) -> list[int]:
    """ "Reuters" of "a diplomat quoted by Reuters"."""
    return [
        by
        for c in participles(sentence, speaker)
        if _quotes(sentence, c)
        for by in sentence.dependents(c, "obl")
        if preposition(sentence, by) == "by"
    ]


def addressees(sentence: Sentence, verb: int) -> list[int]:
    """Whom a speaker tells: "told Reuters", "confirmed to AFP", "said in an interview with Haaretz", "in remarks carried by TASS"."""
    words = lexicon.load().reporting
    lemma = sentence.tokens[verb].lemma.lower()
    told: list[int] = []
    for child in sentence.children[verb]:
        token, case = sentence.tokens[child], preposition(sentence, child)
        direct = matches(token.relation, ("obj", "iobj")) and case is None
        if (lemma if direct else f"{lemma} {case}") in words.outlets["tell"]:
            told.append(child)
        elif token.lemma.lower() in words.occasions and matches(token.relation, ("obl", "nmod")):
            for below in sentence.children[child]:
                if matches(sentence.tokens[below].relation, ("nmod",)) and preposition(sentence, below) in _TO:
                    told.append(below)
                elif matches(sentence.tokens[below].relation, ("acl",)) and is_passive(sentence, below):
                    told += verb_slots(sentence, below)["by"]
        elif token.relation == "advcl" and token.upos == "VERB":
            told += [
                c for c in sentence.dependents(child, "obl")
                if f"{token.lemma.lower()} {preposition(sentence, c)}" in words.outlets["tell"]
            ]  # fmt: skip
    return told


def _quotes(sentence: Sentence, verb: int) -> bool:
    entry = lexicon.load().reporting.verbs.get(sentence.tokens[verb].lemma.lower())
    return entry is not None and entry.kind == "quote"
