"""The model's reading of an event's arguments: which noun phrases it gives a role, a place or the word.

`participants` joins it with what the wording says.
"""

from __future__ import annotations

import numpy as np

from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.weighing import NoPart, Weighing
from dragoman.coder.grammar.phrases import names_nobody, preposition
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Floats, Sentence, matches

ROLES = frozenset({"initiator", "recipient", "party", "mediator", "convener", "host", "excluded", "boycotting",
                   "observer", "guarantor", "participant"})  # fmt: skip
PLACES = frozenset({"venue", "when", "speaker"})
_ROUNDING = 1e-4


def read_arguments(
    sentence: Sentence, mentions: Mentions, trigger: list[int], scores: Floats, labels: list[str], threshold: float,
    weighing: Weighing | None = None,
) -> list[Filled]:  # fmt: skip
    """Noun phrases that the model gives a role of the event at `trigger`, most certain first, none inside another of the same role.

    Args:
        scores: [N, A] probability of each argument label for each word.
        labels: the A labels; the first is "none".
        threshold: least mean probability, over a phrase's words, of being any argument.
        weighing: takes down who is left out.
    """
    own = set(trigger)
    candidates: list[Filled] = []
    none = scores[:, 0].tolist()
    for mention in mentions.of_sentence(sentence):
        words = [i for i in range(mention.first, mention.last + 1) if i not in own]
        if mention.head in own or not words:
            continue
        if 1.0 - (sum(none[i] for i in words) / len(words) + none[mention.head]) / 2 < threshold - _ROUNDING:
            continue  # the same in Python's numbers, since most phrases end here
        mean = role_shares(mention, words, scores)
        some = 1.0 - float(mean[0])
        if some < threshold:
            continue
        best = int(mean[1:].argmax()) + 1
        if labels[best] in PLACES or (may_act(sentence, mention) and not mentions.stands_by(sentence, mention.head)):
            candidates.append(Filled(mentions.meant(sentence, mention), labels[best], some, "model"))
        elif weighing is not None:
            weighing.no_part.append(NoPart(mention, labels[best], "no actor, person or organisation"))
    kept = [f for f in candidates if not any(_inside(f, other) for other in candidates)]
    if weighing is not None:
        weighing.kept(candidates)
        weighing.kept(kept, "part of a longer phrase")
    _share_roles(sentence, kept)
    return kept


def role_shares(mention: Mention, words: list[int], scores: Floats) -> Floats:
    """Probability [A] of each argument label for a phrase with these words beside the trigger's.

    The head weighs as much as the rest: modifiers ("Syrian") may belong to another role.
    """
    shares: Floats = (np.add.reduce(scores[words], 0) / len(words) + scores[mention.head]) / 2
    return shares


def _share_roles(sentence: Sentence, filled: list[Filled]) -> None:
    """Coordinated phrases play one part: "put to the government and the opposition" has two recipients."""
    by_head = {f.mention.head: f for f in filled if f.role in ROLES}
    for entry in by_head.values():
        token = sentence.tokens[entry.mention.head]
        first = by_head.get(token.head) if token.relation == "conj" else None
        denied = any(sentence.tokens[c].text.lower() in ("not", "but") for c in sentence.children[entry.mention.head])
        if first is not None and not denied and preposition(sentence, entry.mention.head) is None:
            entry.role = first.role


def may_act(sentence: Sentence, mention: Mention) -> bool:
    """Whether the phrase can be a participant: somebody known, a pronoun, a person or organisation by name or kind."""
    token = sentence.tokens[mention.head]
    if names_nobody(sentence, mention.head):
        return False
    if (
        token.upos in ("ADJ", "NUM")
        or matches(token.relation, ("compound", "amod", "nummod"))
        or token.relation == "nmod:desc"
    ):
        return mention.resolution.actor is not None
    return (
        mention.known
        or mention.pronoun
        or token.name[2:] in ("PER", "ORG", "LOC")
        or token.mention in ("person", "organization")
    )


def _inside(inner: Filled, outer: Filled) -> bool:
    """Whether a phrase lies inside a longer one of the same kind: "Turkish" in "his Turkish counterpart"."""
    a, b = inner.mention, outer.mention
    longer = b.last - b.first > a.last - a.first
    return longer and b.first <= a.first and a.last <= b.last and (inner.role in PLACES) == (outer.role in PLACES)
