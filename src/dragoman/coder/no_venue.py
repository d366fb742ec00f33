"""Names of places beside an event that are not where it is: the speaker's country, where somebody had been, the heading of a sentence."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.coder.classes import IN_OR_AT
from dragoman.coder.phrases import preposition
from dragoman.language.parse import Sentence, matches

_PARTS_OF_NAME = ("compound", "amod", "nmod", "flat")


def of_speaker(sentence: Sentence, i: int, saying: AbstractSet[str]) -> bool:
    """Whether a name is that of a speaker, or his country's: "shot down an airliner, U.S. officials said", "will meet, Norway said"."""
    tokens = sentence.tokens
    word = i
    while matches(tokens[word].relation, _PARTS_OF_NAME) and preposition(sentence, word) not in IN_OR_AT:
        word = tokens[word].head
    subject = matches(tokens[word].relation, ("nsubj",))
    return subject and tokens[tokens[word].head].lemma.lower() in saying


def in_other_past(sentence: Sentence, words: list[int], i: int, own: AbstractSet[str]) -> bool:
    """Whether a place stands in a participle clause on what came before: "met with the committee, formed at a meeting in Riyadh".

    Args:
        own: verbs whose participle tells where the event itself was: "held in Riyadh, the talks ...".
    """
    above = {a for w in words for a in (w, *sentence.ancestors(w))}
    for word in (i, *sentence.ancestors(i)):
        if word in above:
            return False
        token = sentence.tokens[word]
        if matches(token.relation, ("advcl",)) and token.upos == "VERB":
            finite = sentence.dependents(word, "nsubj", "aux", "mark")
            past = token.text.lower() != token.lemma.lower() and not token.text.lower().endswith("ing")
            return past and not finite and word > max(words) and token.lemma.lower() not in own
    return False


def heads_sentence(sentence: Sentence, i: int) -> bool:
    """Whether a place only tells of which country a sentence speaks, since its verb or subject has a place of its own behind it.

    "In Yemen, the government and the Houthis met in Muscat", "In Sudan, the talks in Jeddah collapsed".
    """
    tokens = sentence.tokens
    verb = tokens[i].head
    if verb < i or preposition(sentence, i) != "in" or not any(t.text == "," for t in tokens[i + 1 : verb]):
        return False
    talks = [c for k in sentence.dependents(verb, "nsubj", "nsubj:pass") for c in sentence.dependents(k, "nmod")]
    later = [c for c in (*sentence.children[verb], *talks) if c > i + 1 and preposition(sentence, c) in IN_OR_AT]
    return any(tokens[k].name[2:] == "LOC" for c in later for k in (c, *sentence.children[c]))
