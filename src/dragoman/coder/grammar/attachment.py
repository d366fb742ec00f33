"""Phrases that a parser hangs on the wrong word: what directly follows the object of a subordinate verb belongs to that verb.

"Adds insult to injury by excluding them from the talks": "from the talks" is of "excluding", not of "adds" (late closure, Frazier 1979).
"""

from __future__ import annotations

from dragoman.coder.grammar.phrases import preposition
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


def mend_set_off(sentence: Sentence) -> None:
    """Hang who is told behind a participle between commas on the subject before it, in place: "Chad, represented by Deby, and Togo attended"."""
    tokens = sentence.tokens
    for participle in tokens:
        first = participle.head
        if not matches(participle.relation, ("acl",)) or first < 0 or participle.relation == "acl:relcl":
            continue
        if tokens[participle.i - 1].text != "," or not matches(tokens[first].relation, ("nsubj",)):
            continue
        for agent in sentence.dependents(participle.i, "obl"):
            for other in list(sentence.dependents(agent, "conj")):
                and_ = min(sentence.subtree(other))
                if and_ > agent and tokens[and_ - 1].text != "," and tokens[and_].text != ",":
                    continue
                if max(sentence.subtree(other)) < tokens[first].head:
                    sentence.children[agent].remove(other)
                    sentence.children[first] = sorted([*sentence.children[first], other])
                    tokens[other].head = first


def mend_hyphenated(sentence: Sentence) -> None:
    """Hang the first half of a hyphenated noun on the second where a parser hung both on one word, in place: "signed a cease-fire"."""
    tokens = sentence.tokens
    for dash in tokens[1:-1]:
        first, last = tokens[dash.i - 1], tokens[dash.i + 1]
        glued = dash.text in "-‐‑" and first.end == dash.start and dash.end == last.start
        alike = first.head == last.head and first.head >= 0 and first.relation == last.relation != "compound"
        if not glued or not alike or {first.upos, last.upos} - {"NOUN", "PROPN"}:
            continue
        first.relation = "compound"
        for child in (first.i, *sentence.children[first.i]):
            sentence.children[tokens[child].head].remove(child)
            tokens[child].head = last.i
        sentence.children[last.i] = [i for i, token in enumerate(tokens) if token.head == last.i]
