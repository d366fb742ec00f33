"""Phrases that a parser hangs on the wrong verb: what directly follows the object of a subordinate verb belongs to that verb.

"Adds insult to injury by excluding them from the talks": "from the talks" is of "excluding", not of "adds" (late closure, Frazier 1979).
"""

from __future__ import annotations

from dragoman.coder.phrases import preposition
from dragoman.language.parse import Sentence, matches

_FROM = "from"


def mend_attachment(sentence: Sentence) -> None:
    """Hang a phrase with "from" behind the object of an adverbial clause's verb on that verb, in place.

    Such a phrase is the lower verb's 28 times and the upper one's once in the training and development sections of EWT and GUM. Only
    "from" is moved: what other prepositions tell of time, place and manner may be of the main verb.
    """
    tokens = sentence.tokens
    for verb in tokens:
        if not matches(verb.relation, ("advcl",)) or verb.head < 0 or verb.upos != "VERB":
            continue
        ends = [max(sentence.subtree(i)) for i in sentence.dependents(verb.i, "obj")]
        if not ends:
            continue
        for other in list(sentence.children[verb.head]):
            if (
                other <= verb.i
                or not matches(tokens[other].relation, ("obl",))
                or preposition(sentence, other) != _FROM
            ):
                continue
            if min(sentence.subtree(other)) == ends[-1] + 1:
                sentence.children[verb.head].remove(other)
                sentence.children[verb.i] = sorted([*sentence.children[verb.i], other])
                tokens[other].head = verb.i
