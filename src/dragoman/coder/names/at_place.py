"""Of what country those are who by their noun belong where they act: "students in Dhaka", "police shot dead two men in Lome"."""

from __future__ import annotations

from dragoman.actors.words import HELD_BY_ANOTHER
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_IN = frozenset({"in", "across", "throughout", "around"})
_IN_CLAUSE = frozenset({"in", "across"})
_TOLD = frozenset({"the", "these", "those"})


def place_of(sentence: Sentence, head: int) -> int | None:
    """The place that tells of what country somebody is: right behind him ("a mob in Karachi"), or in his clause where he protests, polices or
    suffers it: "police shot dead two students in Jakarta", "security forces arrested 30 in Lome". Rebels, who are met in any capital, are of the
    place that they attack."""
    if (struck := _struck_by_its_arms(sentence, head)) is not None:
        return struck
    fights = _belongs(sentence, head, "fighters")
    if not fights and not _belongs(sentence, head, "at_place"):
        return None
    behind = (
        [] if fights else [c for c in sentence.dependents(head, "nmod") if c > head and preposition(sentence, c) in _IN]
    )
    if behind:
        return behind[0]
    token = sentence.tokens[head]
    verb = token.head
    if token.relation not in ("nsubj", "obj", "nsubj:pass", "obl", "obl:agent") or verb < 0:
        return None
    told_before = any(sentence.tokens[c].text.lower() in _TOLD for c in sentence.dependents(head, "det"))
    if told_before and not _belongs(sentence, head, "forces_of_order"):
        return None  # "Iranian students met. The students protested in London"
    classes, lemma = lexicon.load().classes, sentence.tokens[verb].lemma.lower()
    there = lemma in classes["attacking"] if fights else lemma not in classes["meeting_or_moving"]
    if not there or sentence.tokens[verb].upos != "VERB":
        return None
    objects = sentence.dependents(verb, "obj", "obl", "nsubj:pass")
    inside = [*sentence.dependents(verb, "obl"), *(c for o in objects for c in sentence.dependents(o, "nmod"))]
    return next(
        (c for c in sorted(inside) if c > verb and preposition(sentence, c) in _IN_CLAUSE and _is_place(sentence, c)),
        None,
    )


def _struck_by_its_arms(sentence: Sentence, head: int) -> int | None:
    """The place that a government's arms or troops attack: Aleppo of "government warplanes bombed Aleppo", "Aleppo, where government troops"."""
    tokens, token = sentence.tokens, sentence.tokens[head]
    if token.lemma.lower() != "government" or not matches(token.relation, ("compound",)):
        return None
    arms = tokens[token.head]
    if arms.lemma.lower() not in lexicon.load().classes["of_guns"] or not matches(
        arms.relation, ("nsubj", "obl:agent")
    ):
        return None
    verb = tokens[arms.head]
    below = [verb.i, *sentence.dependents(verb.i, "obj", "obl")]
    around = [*below, *(c for i in below for c in sentence.dependents(i, "nmod"))]
    if verb.relation == "acl:relcl":
        around.append(verb.head)
    return next((i for i in around if tokens[i].name.endswith("LOC") and i != head), None)


def victim_at_home(sentence: Sentence, head: int) -> int | None:
    """Whom rebels attack who by his noun is at home where he is attacked: "a Colombian mayor", "Nepalese policemen"; soldiers may be abroad."""
    token = sentence.tokens[head]
    verb = token.head
    if token.relation != "nsubj" or not _belongs(sentence, head, "home_rebels") or verb < 0:
        return None
    if sentence.tokens[verb].lemma.lower() not in lexicon.load().classes["attacking"]:
        return None
    return next((i for i in sentence.dependents(verb, "obj") if _belongs(sentence, i, "at_home_when_attacked")), None)


def may_rule(sentence: Sentence, head: int, country: str) -> bool:
    """Whether those at a place are its country's; forces where another's rule are not told by it."""
    return country not in HELD_BY_ANOTHER or not _belongs(sentence, head, "forces_of_order")


def _belongs(sentence: Sentence, head: int, name: str) -> bool:
    """Whether a noun, alone or with the one before it ("prison guard"), is of a class of the lexicon."""
    nouns = lexicon.load().classes[name]
    lemma = sentence.tokens[head].lemma.lower()
    before = sentence.tokens[head - 1] if head else None
    pair = f"{before.lemma.lower()} {lemma}" if before is not None and before.head == head else ""
    return lemma in nouns or pair in nouns


def _is_place(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].name.endswith("LOC") or (
        sentence.tokens[i].upos == "PROPN" and matches(sentence.tokens[i].relation, ("nmod", "obl"))
    )
