"""Subjects without a known name that pronouns mean: "clan elders complained that they were not asked", "a diplomat came. He"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from dragoman.actors import Resolution
from dragoman.coder.grammar.classes import SOMEBODY
from dragoman.coder.grammar.phrases import phrase_words, preposition
from dragoman.coder.grammar.quotes import QUOTATION_MARKS
from dragoman.language.parse import Sentence, Token, matches

_SEVERAL = frozenset({"the", "these", "those", "both", "some", "many", "most"})
TELLERS = frozenset(
    {"official", "diplomat", "source", "witness", "analyst", "observer", "aide", "expert", "reporter", "report", "journalist"}
)  # fmt: skip
"""Nouns for those who tell what others do: "they" behind them are mostly these others."""
_ONE_BODY = ("ss", "us")
"""Endings of names in the singular: "the Muslim Congress", "the Caucus"."""
Meant = Callable[[Sentence, int], Resolution]
"""Who the phrase headed by a word means."""


class Placed(Protocol):
    """A noun phrase by its place (`coder.mentions.Mention`)."""

    sentence: int
    head: int


def subject_above(sentence: Sentence, head: int, meant: Meant) -> int | None:
    """The subject of the verb whose clause "they", "it" or "its" begins: "Druze leaders complain that they were not asked", "a new group said
    it"; "its" where a land stands behind the subject, which is not it: "the Azeri community of Karabakh said its leaders".

    Not those who only tell of others, and for "it" only a body that nobody knows: others are found among those named.
    """
    token = sentence.tokens[head]
    verb, word = token.head, token.text.lower()
    clause = matches(token.relation, ("nsubj",)) and verb >= 0 and sentence.tokens[verb].relation == "ccomp"
    if word == "its":
        verb = _clause_of_owned(sentence, head)
        clause, word = verb >= 0, "it"
    if not clause or word not in ("they", "it"):
        return None
    for subject in sentence.dependents(sentence.tokens[verb].head, "nsubj"):
        above = sentence.tokens[subject]
        inside = any(t.text in QUOTATION_MARKS for t in sentence.tokens[subject:head])
        if subject > head or inside or above.lemma.lower() in TELLERS or above.upos not in ("NOUN", "PROPN"):
            continue
        if (
            word == "they"
            and above.mention in SOMEBODY
            and (is_several(sentence, above) or above.lemma.lower() == "police")
        ):
            return subject
        if (
            word == "it"
            and (above.mention == "organization" or _may_be_a_body(above))
            and not is_several(sentence, above)
            and meant(sentence, subject).actor is None
            and (token.text.lower() == "it" or _within_land(sentence, subject))
        ):
            return subject
    return None


def _clause_of_owned(sentence: Sentence, head: int) -> int:
    """Verb of the clause of what is said in which "its" tells of the subject or of what a person does; -1 for other places."""
    owned = sentence.tokens[head].head
    verb = sentence.tokens[owned].head if sentence.tokens[head].relation == "nmod:poss" and owned >= 0 else -1
    if verb < 0 or sentence.tokens[verb].relation != "ccomp":
        return -1
    subjects = sentence.dependents(verb, "nsubj", "nsubj:pass")
    return verb if subjects and all(i == owned or sentence.tokens[i].mention == "person" for i in subjects) else -1


def _within_land(sentence: Sentence, subject: int) -> bool:
    """Whether a name stands behind "of" or "in" in a phrase: "the community of Karabakh"."""
    return any(
        sentence.tokens[c].upos == "PROPN" and preposition(sentence, c) in ("of", "in")
        for c in sentence.dependents(subject, "nmod")
    )


def _may_be_a_body(word: Token) -> bool:
    """Whether a word is a name that may be a body's: "the Mdzough U Tiv"."""
    return word.upos == "PROPN" and word.mention != "person" and not word.name.endswith(("PER", "LOC"))


def plural_before(
    sentences: Sequence[Sentence], sentence: Sentence, head: int, chosen: Placed | None, meant: Meant
) -> int | None:  # fmt: skip
    """The people nobody knows who are the subject of the sentence before, and nearer than `chosen`: "Clan elders were not asked. They"."""
    here = sentence.index
    if (
        not here
        or not matches(sentence.tokens[head].relation, ("nsubj",))
        or (chosen is not None and chosen.sentence >= here - 1)
    ):
        return None
    before = sentences[here - 1]
    for subject in (s for t in before.tokens if t.head < 0 for s in before.dependents(t.i, "nsubj")):
        token = before.tokens[subject]
        alone = token.mention in SOMEBODY and is_several(before, token) and not before.dependents(subject, "conj")
        if alone and token.lemma.lower() not in TELLERS and meant(before, subject).actor is None:
            return subject
    return None


def unnamed(
    sentences: Sequence[Sentence], sentence: Sentence, head: int, chosen: Placed | None
) -> tuple[Sentence, int] | None:
    """The person without a name who is the subject of the sentence before, or of this one, and nearer than `chosen`: "a diplomat"."""
    for at in (sentence.index, sentence.index - 1):
        if at < 0 or (chosen is not None and chosen.sentence > at):
            return None
        other = sentences[at]
        for subject in (s for t in other.tokens if t.head < 0 for s in other.dependents(t.i, "nsubj")):
            token = other.tokens[subject]
            one = token.upos == "NOUN" and token.mention == "person" and token.text.lower() == token.lemma.lower()
            later = chosen is None or at > chosen.sentence or subject > chosen.head
            if one and later and (at < sentence.index or subject < head):
                return other, subject
    return None


def is_several(sentence: Sentence, word: Token) -> bool:
    """Whether a word is a plural by its form; a name is where an article goes with it: "the Houthis", not "Hamas"."""
    if word.upos == "NOUN":
        return word.text.lower() != word.lemma.lower()
    told = any(sentence.tokens[c].text.lower() in _SEVERAL for c in sentence.children[word.i])
    return word.upos == "PROPN" and word.text.endswith("s") and not word.text.endswith(_ONE_BODY) and told


def described(sentence: Sentence, head: int, meant: Meant) -> Resolution:
    """Who a phrase means, by its own words where nobody known is."""
    found = meant(sentence, head)
    text = sentence.text[slice(*(at - sentence.start for at in sentence.slice(*phrase_words(sentence, head))))]
    return msgspec.structs.replace(found, name=found.name or text, why=f"pronoun for '{text}'")
