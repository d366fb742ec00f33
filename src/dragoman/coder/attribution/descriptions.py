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
    first, last = _whole_name(sentence, mention)
    text = sentence.tokens[mention.head].lemma.lower() in lexicon.load().reporting.speech_nouns
    open_ended = participles(sentence, mention.head)
    for child in sorted({*sentence.children[mention.head], *open_ended}):
        token = sentence.tokens[child]
        bound = matches(token.relation, ("nmod",)) and preposition(sentence, child) in _BEHIND
        told = bound or child in open_ended or token.relation in ("amod", "acl")
        # "a diplomat quoted by Reuters", "reports that …": who carries them and what they say are told elsewhere.
        elsewhere = (child in open_ended and _carries(token.lemma)) or preposition(sentence, child) == "that"
        elsewhere |= text and token.relation == "acl:relcl"  # "a declaration that reaffirmed its support"
        if child <= last or token.mention == "time" or elsewhere or not told:
            continue
        below = sentence.subtree(child)
        if below[0] == last + 1 and below[-1] - mention.head <= _LONGEST and not _comma(sentence, below):
            last = below[-1]
    start, end = sentence.slice(first, _row_end(sentence, mention, last))
    return sentence.text[start - sentence.start : end - sentence.start]


def _whole_name(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    """First and last word of a phrase with all of a body's name that it has a part of ("the Sudanese Doctors Network", "Channel 12"), without
    the day before it ("On Friday state television reported")."""
    tokens = sentence.tokens
    first, last = mention.first, mention.last
    while first < mention.head and tokens[first].mention == "time" and tokens[first].name == "O":
        first += 1
    while tokens[first].name == "I-ORG" and first > 0 and tokens[first - 1].name[2:] == "ORG":
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].name == "I-ORG" and tokens[last].name[2:] == "ORG":
        last += 1
    return first, last


def name_alone(sentence: Sentence, mention: Mention) -> str:
    """A person's phrase without the body behind his name: "Barbara Slavin" of "Barbara Slavin of the Atlantic Council"."""
    tokens = sentence.tokens
    last = mention.head
    while last < mention.last and tokens[last + 1].name == "I-PER":
        last += 1
    if tokens[mention.head].name[2:] != "PER" or last == mention.last or tokens[last + 1].text.lower() not in _BEHIND:
        return mention.span.text
    start, end = sentence.slice(mention.first, last)
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
