"""PLOVER category, mode and contexts of an event mention (codebook section 3, rule R24)."""

from __future__ import annotations

from dragoman.coder.judge import Candidate
from dragoman.ontology import Ontology
from dragoman.records import Plover

AHEAD = ("proposed", "planned", "invited", "confirmed")
FUTURE = ("planned", "desired", "conditional", "hypothetical")


def plover_of(ontology: Ontology, candidate: Candidate, type_: str | None, status: str, tense: str) -> Plover:
    """The codes of a candidate of that type (None where it has a category only), with what its rule's wording fixes."""
    if type_ is None:
        entry = ontology.categories.get(candidate.label)
        base = entry.plover if entry else Plover(event=candidate.label)
    elif type_ in ontology.types:
        base = ontology.types[type_].plover
        # PLOVER manual: meetings that are still to come are AGREE (codebook R24).
        if base.event == "CONSULT" and (status in AHEAD or tense in FUTURE):
            return Plover(event="AGREE", mode=None, context=base.context)
    else:
        base = Plover()
    rule = candidate.ruling
    if rule is not None and (rule.trigger.mode or rule.trigger.context):
        return Plover(
            event=base.event,
            mode=rule.trigger.mode or base.mode,
            context=list(rule.trigger.context) or base.context,
        )
    return base
