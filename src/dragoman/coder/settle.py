"""Decisions that need to know who takes part, made once the roles are filled.

Where rule and model differ on the category, the pair of actors is read by itself and may turn the decision; an event among
companies and unions alone is none of peacemaking.

The relation classifier (`relation.py`) has read more wordings of PLOVER categories than either; it is asked only here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from dragoman.coder.draft.candidate import Candidate, PairReading
from dragoman.coder.grammar.phrases import PERSONAL
from dragoman.coder.taking_part.participants import Filled
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon
from dragoman.records import EventMention, Participant

if TYPE_CHECKING:
    from dragoman.coder.coder import Coder

Who = TypeVar("Who", Filled, Participant)

SOURCES = ("initiator", "convener", "mediator", "party")
TARGETS = ("recipient", "party", "excluded")
_OTHER_SIDE = {"rule over model": "model over rule", "model over rule": "rule over model"}


def settle(coder: Coder, sentence: Sentence, candidate: Candidate, people: list[Filled]) -> bool:
    """Give a candidate the label that was overruled where the pair says so; whether it did.

    Asked are candidates whose two labels are of different PLOVER categories, of whose label the model is not sure, and which have a
    source and a target in the sentence.
    """
    mine, other = (category_of(coder, label) for label in (candidate.label, candidate.overruled))
    if not candidate.overruled or mine == other or candidate.decided_by not in _OTHER_SIDE:
        return False
    if not mine or not other:
        return False  # the classifier knows categories only and cannot weigh a type that has none
    if candidate.model_probability >= coder.thresholds.pair_asked:
        return False  # the pair is never so sure of another category that it turned such a label rightly
    if candidate.ruling is not None and candidate.ruling.trigger.priority >= coder.thresholds.specific_priority:
        return False  # the classifier has read no exclusions or truces; the most specific wordings are sure of them
    pair = pair_of(people)
    if pair is None:
        return False
    spans = [(f.mention.span.start - sentence.start, f.mention.span.end - sentence.start) for f in pair]
    if any(start < 0 or end > len(sentence.text) for start, end in spans):
        return False
    read = coder.relation(sentence.text, source=spans[0], target=spans[1]).probabilities
    candidate.pair = PairReading(pair[0].mention.span.text, pair[1].mention.span.text, read)
    if read.get(other, 0.0) <= read.get(mine, 0.0) + coder.thresholds.pair:
        return False
    candidate.label, candidate.overruled = candidate.overruled, candidate.label
    candidate.decided_by = _OTHER_SIDE[candidate.decided_by] + ", by the pair"
    return True


def of_private_sides(event: EventMention, lexicon: Lexicon) -> bool:
    """Whether companies and unions alone take part in an event of peacemaking that a sentence without a word of war tells.

    "Airbus and Boeing signed an agreement", "pilots walked out": the words are those of talks and texts, the sides are not.
    """
    if event.type is None or not event.participants or lexicon.tells_of_war(event.evidence.text):
        return False
    named = [p for p in event.participants if p.mention is None or p.mention.text.lower() not in PERSONAL]
    if event.type in group("talks_and_visits") and any(_reports(p, event.document.outlet) for p in named):
        return True  # "Al Jazeera met the Taliban's spokesman" is an interview
    return bool(named) and all(_private(p, lexicon) for p in named)


def is_interview(event: EventMention) -> bool:
    """Whether a consultation that is no peacemaking is one with an outlet: "sat down with CNN"."""
    consults = event.type is None and event.plover.event == "CONSULT"
    return consults and any((p.actor or "").startswith("outlet:") for p in event.participants)


def _reports(participant: Participant, outlet: str | None) -> bool:
    """Whether a participant is an outlet, by the tables or as the document's own ("spoke to the Courier")."""
    words = participant.mention.text.lower().removeprefix("the ").split() if participant.mention else []
    own = bool(words) and set(words) <= set((outlet or "").lower().split())
    known = (participant.actor or "").startswith("outlet:")
    return (known or (own and participant.actor is None)) and participant.role in ("party", "mediator", "participant")


def _private(participant: Participant, lexicon: Lexicon) -> bool:
    """Whether a participant is a company, or an unknown group whose noun is one of work, business or the court."""
    if participant.actor_type == "company":
        return True
    words = participant.mention.text.lower().split() if participant.mention else []
    if participant.actor is not None or participant.country is not None or not words:
        return False
    return any(form in lexicon.classes["private_side"] for form in (words[-1], words[-1].removesuffix("s")))


def category_of(coder: Coder, label: str) -> str:
    """PLOVER category of an event type, or the label itself where it is a category; "" where a type has none."""
    type_ = coder.ontology.types.get(label)
    return label if type_ is None else type_.plover.event or ""


def pair_of(people: Sequence[Who]) -> tuple[Who, Who] | None:
    """Source and target of an event by their roles, in other words each; None where one is missing."""
    source = next((p for role in SOURCES for p in people if p.role == role), None)
    if source is None:
        return None
    others = [p for p in people if p.mention != source.mention]
    target = next((p for role in TARGETS for p in others if p.role == role), None)
    return None if target is None else (source, target)
