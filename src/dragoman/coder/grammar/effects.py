"""The words around a trigger that bear on what is told of it: modal verbs, negations, verbs above it (codebook 2.3, 2.4)."""

from __future__ import annotations

import msgspec

from dragoman.coder.grammar.classes import EXCEPT
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Effect, Modality

_UP = (
    "obj",
    "nsubj",
    "nsubj:pass",
    "obl",
    "nmod",
    "conj",
    "compound",
    "xcomp",
    "ccomp",
    "acl",
    "advcl",
    "csubj",
    "amod",
)
_CONDITION = Effect(status="proposed", tense="conditional", certainty="possible")
_STEPS = 3
"""Words looked up from the trigger: the light verb, the verb above it, and one more ("agreed to try to hold talks")."""


class Surrounding(msgspec.Struct, frozen=True):
    """A word around an event that bears on it.

    Attributes:
        effect: what it sets.
        word: its position.
        group: key of modality.yaml under which it stands ("modals").
        entry: the entry there.
    """

    effect: Effect
    word: int
    group: str
    entry: tuple[str, ...]


def surrounding_effects(sentence: Sentence, trigger: int, modality: Modality) -> list[Effect]:
    """What modifiers, auxiliaries, negations, markers and governing words do to the event at `trigger`, nearest first."""
    return [found.effect for found in surrounding_words(sentence, trigger, modality)]


def surrounding_words(sentence: Sentence, trigger: int, modality: Modality) -> list[Surrounding]:
    """The words around the event at `trigger` that bear on it, nearest first, each with what it does."""
    found: list[Surrounding] = []
    tokens = sentence.tokens
    i = trigger
    apart = False
    for step in range(_STEPS):
        for child in sentence.children[i]:
            token = tokens[child]
            word = (token.lemma.lower(),)
            form = (token.text.lower(),)
            if token.relation in ("aux", "aux:pass", "cop") or token.upos == "AUX":
                if not apart:
                    _append(found, modality.modals, "modals", child, word, form)
            elif negates(sentence, child, modality):
                found.append(Surrounding(Effect(polarity="negated"), child, "negations", form))
            elif matches(token.relation, ("amod", "acl")) and step == 0:
                _append(found, modality.modifiers, "modifiers", child, word, form)
            elif matches(token.relation, ("advmod",)):
                _append(found, modality.adverbs, "adverbs", child, word, form)
            if token.relation == "mark" and not modality.conditional_markers.isdisjoint(
                (word, form, _fixed(sentence, child))
            ):
                found.append(Surrounding(_CONDITION, child, "conditional_markers", word))
            elif _inverted(sentence, child, modality):
                found.append(Surrounding(_CONDITION, child, "inverted_conditions", form))
        head = tokens[i].head
        if head < 0 or not matches(tokens[i].relation, _UP):
            break
        above = (tokens[head].lemma.lower(),)
        if tokens[head].upos in ("VERB", "AUX") and not (matches(tokens[i].relation, ("nsubj",)) and step == 0):
            _append(found, modality.complement_verbs, "complement_verbs", head, *_phrasal(sentence, head, i), above)
        elif tokens[head].upos == "NOUN" and matches(tokens[i].relation, ("acl", "nmod")):
            _append(found, modality.complement_nouns, "complement_nouns", head, above)
        elif tokens[head].upos == "ADJ":
            _append(found, modality.complement_adjectives, "complement_adjectives", head, above)
        if matches(tokens[i].relation, ("ccomp", "acl", "advcl")):
            break
        # "may attack, and the army has called up men": the second clause has its own subject and auxiliary.
        apart = apart or (tokens[i].relation == "conj" and bool(sentence.dependents(i, "nsubj", "aux")))
        i = head
    return found


def _inverted(sentence: Sentence, auxiliary: int, modality: Modality) -> bool:
    """Whether an auxiliary before its subject makes a condition: "had the rebels signed, the war would have ended"."""
    token = sentence.tokens[auxiliary]
    if (token.text.lower(),) not in modality.inverted_conditions or not matches(token.relation, ("aux",)):
        return False
    if (
        auxiliary
        and sentence.tokens[auxiliary - 1].upos not in ("PUNCT", "CCONJ")
        and not _under_would(sentence, token.head)
    ):
        return False  # "as were three agents", "claiming that there had been"
    subjects = sentence.dependents(token.head, "nsubj")
    told = matches(sentence.tokens[token.head].relation, ("advcl",)) or sentence.tokens[-1].text != "?"
    return bool(subjects) and auxiliary < subjects[0] and told


def _under_would(sentence: Sentence, verb: int) -> bool:
    """Whether a clause without a marker depends on what would have been: "talks would have started had the deal been signed"."""
    token = sentence.tokens[verb]
    if not matches(token.relation, ("advcl",)) or sentence.dependents(verb, "mark") or token.head < 0:
        return False
    above = {sentence.tokens[c].text.lower() for c in sentence.dependents(token.head, "aux")}
    return bool(above & {"would", "could", "might"})


def _fixed(sentence: Sentence, word: int) -> tuple[str, ...]:
    """A word with those that form one expression with it: "in case"."""
    return tuple(sentence.tokens[i].text.lower() for i in (word, *sentence.dependents(word, "fixed")))


def _phrasal(sentence: Sentence, verb: int, below: int) -> list[tuple[str, ...]]:
    """A verb with its particle ("call off"), and with the "to" or "from" before what depends on it ("have to", "kept from attacking")."""
    lemma = sentence.tokens[verb].lemma.lower()
    parts = [sentence.tokens[i].text.lower() for i in sentence.dependents(verb, "compound:prt")]
    if sentence.tokens[below].relation == "xcomp":
        parts.append("to")
    if any(sentence.tokens[i].text.lower() == "from" for i in sentence.dependents(below, "mark", "case")):
        parts.append("from")
    return [(lemma, part) for part in parts]


def negates(sentence: Sentence, child: int, modality: Modality) -> bool:
    """Whether a dependent says no: "not", "no longer", "nobody" or "no party" as subject; not the "not" of "not only", nor "no later than", nor
    "nobody but Iran"."""
    tokens = sentence.tokens

    def says_no(i: int) -> bool:
        return (tokens[i].lemma.lower(),) in modality.negations or (tokens[i].text.lower(),) in modality.negations

    token = tokens[child]
    below = [c for c in sentence.children[child] if matches(tokens[c].relation, ("det", "advmod", "cc:preconj"))]
    if matches(token.relation, ("nsubj",)):
        others = (k for c in sentence.children[child] for k in sentence.dependents(c, "case", "cc"))
        excepted = any(tokens[k].text.lower() in EXCEPT for k in others)
        return not excepted and (says_no(child) or any(map(says_no, below)))
    if matches(token.relation, ("advmod",)) and any(tokens[c].text.lower() == "no" for c in below):
        return child + 1 == len(tokens) or tokens[child + 1].text.lower() != "than"
    following = tokens[child + 1].lemma.lower() if child + 1 < len(tokens) else ""
    return says_no(child) and matches(token.relation, ("advmod", "det", "cc")) and (following,) not in modality.focus


def _append(
    found: list[Surrounding], table: dict[tuple[str, ...], Effect], group: str, word: int, *keys: tuple[str, ...]
) -> None:
    """Add the word at `word` where one of its forms stands in a table of modality.yaml, `group` there."""
    for key in keys:
        if key in table:
            found.append(Surrounding(table[key], word, group, key))
            return
