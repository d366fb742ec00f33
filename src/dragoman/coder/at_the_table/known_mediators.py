"""Whom the text has told to mediate meets as what he is: with one of his sides alone he consults it, with his fellow mediators he confers
("Lavrov chaired talks between Armenia and Azerbaijan. On Sunday he received Armenia's minister.")."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.at_the_table.other_matter import for_other_matter
from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS, MEETING
from dragoman.coder.grammar.classes import DOER_AND_DONE_TO
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.records import EventMention

_TWO = 2


def meet_as_mediators(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], earlier: Sequence[EventMention], sides: Sides
) -> None:
    """Give a meeting of two the kind and the roles that follow from who mediated between whom in the events before.

    Nothing changes where the mediator was a side himself, the two are foes (rule R2), or they meet on another matter ("to discuss tariffs").
    """
    plain = candidate.label == "CONSULT"
    if not plain and candidate.label not in ("direct_negotiation", "third_party_consultation"):
        return
    meeting = [f for f in people if f.role in (DOER_AND_DONE_TO | {"participant"} if plain else MEETING)]
    actors = list(dict.fromkeys(f.mention.actor or "" for f in meeting))
    if not earlier or len(actors) < _TWO or "" in actors or len(meeting) != len(people):
        return
    if any(f.rule.startswith(TIED) for f in people) or for_other_matter(sentence, candidate):
        return
    mediate, fight = _parts(earlier)
    if candidate.label == "direct_negotiation" and all(a in mediate and a not in fight for a in actors):
        candidate.label = "third_party_consultation"
        for f in meeting:
            f.role = "participant"
        return
    if len(actors) != _TWO or sides.foes(*actors):
        return
    helping = [a for a in actors if a in mediate and a not in fight]
    if len(helping) != 1:
        return
    other = next(a for a in actors if a not in helping)
    if other not in mediate[helping[0]] or other in mediate:
        return
    candidate.label = "single_party_consultation"
    for f in meeting:
        f.role = "mediator" if f.mention.actor == helping[0] else "party"


def _parts(earlier: Sequence[EventMention]) -> tuple[dict[str, set[str]], set[str]]:
    """Who mediated, each with the sides of what he mediated, and who was a side."""
    mediate: dict[str, set[str]] = {}
    fight: set[str] = set()
    for event in earlier:
        if event.type is None or event.type in group("refusals"):
            continue
        parties = {p.actor for p in event.participants if p.role == "party" and p.actor}
        fight |= parties
        for p in event.participants:
            if p.role in MEDIATORS and p.actor:
                mediate.setdefault(p.actor, set()).update(parties)
    return mediate, fight
