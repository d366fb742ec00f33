"""Whom the text has told to mediate meets as what he is: with one of his sides alone he consults it, with his fellow mediators he confers
("Lavrov chaired talks between Armenia and Azerbaijan. On Sunday he received Armenia's minister.")."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.at_the_table.other_matter import for_other_matter
from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.at_the_table.sides import JOINED
from dragoman.coder.at_the_table.who_meets import means_all
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS, MEETING
from dragoman.coder.draft.third_party_words import ThirdPartyWords
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


def stay_mediators(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], earlier: Sequence[EventMention], words: ThirdPartyWords,
    sides: Sides,
) -> None:  # fmt: skip
    """Make those who mediated between the same sides before mediators where they were read as sides beside them: "The co-chairs met both in
    Washington and plan to see them again in Geneva".

    Nothing changes where one of them was a side before, or is a foe of whom he meets.
    """
    if candidate.label != "direct_negotiation" or not earlier or for_other_matter(sentence, candidate):
        return
    parties = [f for f in people if f.role == "party"]
    mediate, fight = _parts(earlier, MEDIATORS | {"convener", "host"})
    helping = [
        f for f in parties
        if f.mention.actor in mediate and f.mention.actor not in fight and f.rule != JOINED and not f.rule.startswith(TIED)
    ]  # fmt: skip
    others = [f for f in parties if f not in helping]
    theirs = {f.mention.actor for f in others} - {None}
    all_sides = means_all(sentence, others, words)
    met = [f for f in helping if all_sides or theirs & mediate[f.mention.actor or ""]]
    if not met or len(met) != len(helping) or not (theirs or all_sides) or theirs & set(mediate):
        return
    if any(sides.foes(f.mention.actor or "", other or "") for f in helping for other in theirs):
        return
    for f in helping:
        f.role = "mediator"
    candidate.label = "mediated_talks" if all_sides or len(theirs) > 1 else "single_party_consultation"


def _parts(
    earlier: Sequence[EventMention], assisting: frozenset[str] = MEDIATORS
) -> tuple[dict[str, set[str]], set[str]]:
    """Who mediated, or had another of some roles, each with the sides of what he mediated, and who was a side."""
    mediate: dict[str, set[str]] = {}
    fight: set[str] = set()
    for event in earlier:
        if event.type is None or event.type in group("refusals"):
            continue
        parties = {p.actor for p in event.participants if p.role == "party" and p.actor}
        fight |= parties
        for p in event.participants:
            if p.role in assisting and p.actor:
                mediate.setdefault(p.actor, set()).update(parties)
    return mediate, fight
