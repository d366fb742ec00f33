"""Two meetings of one clause that a preposition puts at different times: "met Putin in Moscow ahead of talks with Iran in Muscat".

What stands in the phrase behind the preposition belongs to the one, what stands outside of it to the other; they share the subject.
"""

from __future__ import annotations

from collections.abc import Collection

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import IN_OR_AT
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group

_APART = frozenset({"after", "ahead", "before", "following", "prior", "since"})


def time_apart(sentence: Sentence, word: int, above: Collection[int]) -> int:
    """The noun or gerund behind such a preposition that a word is or stands in, below the words above it: "hours" for the talks of "met after
    hours of talks", "meeting" of "before meeting the rebels"; -1 for none."""
    tokens = sentence.tokens
    while word >= 0 and word not in above:
        token = tokens[word]
        gerund = (
            token.upos == "VERB" and token.relation == "advcl" and not sentence.dependents(word, "nsubj", "nsubj:pass")
        )
        if not gerund and token.upos not in ("NOUN", "PROPN"):
            return -1
        if (gerund or matches(token.relation, ("obl", "nmod"))) and preposition(sentence, word) in _APART:
            return word
        before = _before_of(sentence, word)
        word = before if before >= 0 else token.head
    return -1


def _before_of(sentence: Sentence, word: int) -> int:
    """The noun before "of" where a phrase with it was read as hanging from the verb: "days" for the talks of "after two days of talks"."""
    if not matches(sentence.tokens[word].relation, ("obl",)) or preposition(sentence, word) != "of":
        return -1
    of = next(c for c in sentence.children[word] if sentence.tokens[c].text.lower() == "of")
    return of - 1 if of and sentence.tokens[of - 1].upos == "NOUN" else -1


def of_other_meeting(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase belongs to another meeting, before or after the one told: Putin to none with Iran in "met Putin ahead of talks with
    Iran"."""
    head = filled.mention.head
    if candidate.label not in group("gatherings") or filled.rule.startswith(TIED):
        return False
    if filled.mention.sentence != sentence.index or not 0 <= head < len(sentence):
        return False
    own = time_apart(sentence, candidate.words[-1], ())
    if own >= 0:
        verb = sentence.tokens[own].head
        objects = sentence.dependents(verb, "obj", "iobj")
        if any(sentence.tokens[i].lemma.lower() in words.truces for i in objects) and not _has_sides(sentence, own):
            return False  # "declared a truce with the rebels after talks": with them
        objects += [c for c in sentence.dependents(verb, "obl") if preposition(sentence, c) == "with"]
        return any(head == i or i in sentence.ancestors(head) for i in objects)
    return any(
        not {sentence.tokens[i].lemma.lower(), sentence.tokens[i].text.lower()}.isdisjoint(words.events)
        and (noun := time_apart(sentence, i, candidate.words)) >= 0
        and (head == noun or noun in sentence.ancestors(head))
        for i in sentence.ancestors(head)
    )


def _has_sides(sentence: Sentence, talks: int) -> bool:
    """Whether talks are told with their own sides: "after talks with Iran"."""
    return any(preposition(sentence, i) in ("with", "between") for i in sentence.subtree(talks))


def placed_apart(sentence: Sentence, candidate: Candidate, place: int) -> bool:
    """Whether a place is that of another meeting, before or after the one told, each with a place of its own: "After the talks in Istanbul,
    Erdogan met Zelensky in Ankara"."""
    if candidate.label not in group("gatherings"):
        return False
    own = time_apart(sentence, candidate.words[-1], ())
    if own >= 0:
        inside = sentence.subtree(own)
        return place not in inside and any(sentence.tokens[i].name == "B-LOC" for i in _placed(sentence, inside))
    noun = time_apart(sentence, place, candidate.words)
    return noun >= 0 and noun in sentence.ancestors(place)


def _placed(sentence: Sentence, inside: Collection[int]) -> list[int]:
    return [i for i in inside if preposition(sentence, i) in IN_OR_AT]
