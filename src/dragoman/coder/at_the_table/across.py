"""Who sits across from somebody is a side as he is: "Okello sat across the table from the rebel general", "came face to face with"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.grammar.slots import verb_slots
from dragoman.language.parse import Sentence
from dragoman.ontology import group, lexicon


def sit_across(sentence: Sentence, candidate: Candidate, people: Sequence[Filled]) -> None:
    """Make whoever was read to mediate a party where he is the subject of a verb of facing the other."""
    if candidate.label not in group("assisted") | group("with_one_side"):
        return
    facing = [t for t in sentence.tokens if t.upos == "VERB" and _faces(sentence, t.i)]
    for verb in facing:
        slots = verb_slots(sentence, verb.i)
        sitting = {*slots["agent"], *sentence.dependents(verb.i, "nsubj")}
        ours = [f for f in people if f.mention.sentence == sentence.index and f.mention.head in sitting]
        others = [f for f in people if f not in ours and f.role == "party"]
        if not ours or not others or not all(f.role in MEDIATORS | {"party"} and f.rule == "model" for f in ours):
            continue
        for f in ours:
            f.role = "party"
        if candidate.label in group("with_one_side") | {"mediated_talks"} and not any(
            f.role in MEDIATORS for f in people
        ):
            candidate.label = "direct_negotiation"


def _faces(sentence: Sentence, verb: int) -> bool:
    """Whether right behind a verb stands what makes it one of facing somebody: "sat across from", "sat opposite", "came face to face with"."""
    behind = " ".join(t.text.lower() for t in sentence.tokens[verb + 1 : verb + 6])
    return any(behind.startswith(f"{words} ") for words in lexicon.load().classes["face_to_face"])
