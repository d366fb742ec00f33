"""Where rule and model differ on the category, the pair of actors is read by itself and may turn the decision.

The relation classifier (`relation.py`) has read more wordings of PLOVER categories than either; it is asked only here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coder.judge import Candidate
from dragoman.coder.participants import Filled
from dragoman.language.parse import Sentence

if TYPE_CHECKING:
    from dragoman.coder.coder import Coder

SOURCES = ("initiator", "convener", "mediator", "party")
TARGETS = ("recipient", "party", "excluded")
_OTHER_SIDE = {"rule over model": "model over rule", "model over rule": "rule over model"}


def settle(coder: Coder, sentence: Sentence, candidate: Candidate, people: list[Filled]) -> bool:
    """Give a candidate the label that was overruled where the pair says so; whether it did.

    Asked are candidates whose two labels are of different PLOVER categories and which have a source and a target in the sentence.
    """
    mine, other = (category_of(coder, label) for label in (candidate.label, candidate.overruled))
    if not candidate.overruled or mine == other or candidate.decided_by not in _OTHER_SIDE:
        return False
    source = _first(people, SOURCES)
    target = _first([f for f in people if f is not source], TARGETS)
    if source is None or target is None:
        return False
    spans = [(f.mention.span.start - sentence.start, f.mention.span.end - sentence.start) for f in (source, target)]
    if any(start < 0 or end > len(sentence.text) for start, end in spans):
        return False
    read = coder.relation(sentence.text, source=spans[0], target=spans[1]).probabilities
    if read.get(other, 0.0) <= read.get(mine, 0.0) + coder.thresholds.pair:
        return False
    candidate.label, candidate.overruled = candidate.overruled, candidate.label
    candidate.decided_by = _OTHER_SIDE[candidate.decided_by] + ", by the pair"
    return True


def category_of(coder: Coder, label: str) -> str:
    """PLOVER category of an event type, or the label itself where it is a category; "" where a type has none."""
    type_ = coder.ontology.types.get(label)
    return label if type_ is None else type_.plover.event or ""


def _first(people: list[Filled], roles: tuple[str, ...]) -> Filled | None:
    return next((f for role in roles for f in people if f.role == role), None)
