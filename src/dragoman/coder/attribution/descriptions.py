"""How a text describes a speaker without a name: "spokesman for the group", "people familiar with the talks" (codebook 1.4)."""

from __future__ import annotations

from dragoman.coder.attribution.carriers import participles
from dragoman.coder.grammar.phrases import conjuncts, phrase_words, preposition
from dragoman.coder.names.mention import Mention
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_BEHIND = frozenset({"for", "of", "from", "in", "with", "at", "to", "on", "by"})
_CARRYING = ("quote", "report")
_LONGEST = 8
"""Words of a description behind its noun: "people familiar with the negotiations in Doha"."""


def described(sentence: Sentence, mention: Mention) -> str:
    """The phrase with what follows its noun and tells who is meant."""
    last = mention.last
    open_ended = participles(sentence, mention.head)
    for child in sorted({*sentence.children[mention.head], *open_ended}):
        token = sentence.tokens[child]
        bound = matches(token.relation, ("nmod",)) and preposition(sentence, child) in _BEHIND
        told = bound or child in open_ended or token.relation in ("amod", "acl")
        # "a diplomat quoted by Reuters", "reports that …": who carries them and what they say are told elsewhere.
        elsewhere = (child in open_ended and _carries(token.lemma)) or preposition(sentence, child) == "that"
        if child <= last or token.mention == "time" or elsewhere or not told:
            continue
        below = sentence.subtree(child)
        if below[0] == last + 1 and below[-1] - mention.head <= _LONGEST and not _comma(sentence, below):
            last = below[-1]
    start, end = sentence.slice(mention.first, _row_end(sentence, mention, last))
    return sentence.text[start - sentence.start : end - sentence.start]


def single(sentence: Sentence, mention: Mention) -> bool:
    """Whether a phrase means one or some of many: "a rebel", "three insurgents", "rebel commander"."""
    token = sentence.tokens[mention.head]
    plural = token.text.lower() != token.lemma.lower()
    counted = bool(sentence.dependents(mention.head, "nummod"))
    articles = [sentence.tokens[c].text.lower() for c in sentence.dependents(mention.head, "det")]
    return counted or any(a in ("a", "an", "one") for a in articles) or (token.mention == "person" and not plural)


def tells_of_another(sentence: Sentence, mention: Mention) -> bool:
    """Whether a phrase ends in another person, whom a name behind it names: "an adviser to the president, Abulfaz Elchibey"."""
    behind = [c for c in sentence.dependents(mention.head, "nmod") if c > mention.head]
    words = [sentence.tokens[i] for c in behind for i in sentence.subtree(c)]
    return any(t.mention == "person" and t.upos == "NOUN" for t in words)


def _row_end(sentence: Sentence, mention: Mention, last: int) -> int:
    """End of a row that a description breaks off in: "ministers of Russia" of "ministers of Russia, Turkey and Iran"."""
    for i in range(mention.head + 1, last + 1):
        if matches(sentence.tokens[i].relation, ("nmod",)):
            ends = [phrase_words(sentence, c)[1] for c in conjuncts(sentence, i)[1:] if c > last]
            if ends and max(ends) - mention.head <= _LONGEST:
                return max(ends)
    return last


def _carries(lemma: str) -> bool:
    entry = lexicon.load().reporting.verbs.get(lemma.lower())
    return entry is not None and entry.kind in _CARRYING


def _comma(sentence: Sentence, words: list[int]) -> bool:
    return any(sentence.tokens[i].text == "," for i in words)
