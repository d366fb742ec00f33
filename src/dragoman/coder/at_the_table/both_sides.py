"""Who speaks to both sides is none of them: "we are talking to both sides", "we met the two generals separately"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.at_the_table.attendance import CAME
from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.at_the_table.who_meets import may_assist, means_all, who_is_met
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.slots import verb_slots
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.records import EventMention

_MEETING = MEDIATORS | {"party", "participant"}
_TWO = 2


def speaks_to_all_sides(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], words: ThirdPartyWords, sides: Sides
) -> None:
    """Make whoever meets or speaks to "both sides", or to two foes apart, a mediator: "we are talking to both sides", "we met both separately"."""
    if candidate.label not in {"direct_negotiation", *group("with_one_side")}:
        return
    across = who_is_met(sentence, candidate) | set(sentence.dependents(candidate.words[0], "obl", "obj"))
    subjects = {i for word in candidate.words for i in verb_slots(sentence, word)["agent"]}
    meeting = [f for f in people if f.role in _MEETING and f.mention.sentence == sentence.index]
    callers = [f for f in meeting if f.mention.head in subjects]
    met = [f for f in meeting if f not in callers]
    actors = [f.mention.actor for f in met if f.mention.actor]
    apart = {t.lemma.lower() for t in sentence.tokens} & {"separately", "separate"}
    all_sides = means_all(sentence, [f for f in met if f.mention.head in across], words) and not actors
    foes = bool(apart) and len(set(actors)) == _TWO and sides.foes(actors[0], actors[1])
    if not callers or not (all_sides or foes) or not all(may_assist(f) for f in callers):
        return
    if any(sides.foes(f.mention.actor or "", actor) for f in callers for actor in actors):
        return
    for f in callers:
        f.role = f.role if f.role in MEDIATORS else "mediator"
    candidate.label = "single_party_consultation" if apart else "mediated_talks"


def foes_are_the_sides(candidate: Candidate, people: Sequence[Filled], sides: Sides) -> None:
    """Make two foes who are read as mediators, or only attend, the parties where no other is: "a truce negotiated by Israel and Hamas"."""
    if candidate.label not in group("assisted") - group("with_one_side") or any(f.role == "party" for f in people):
        return
    came = [f for f in people if f.role in MEDIATORS or (f.role == "participant" and f.rule.endswith(CAME))]
    actors = {f.mention.actor for f in came if f.mention.actor}
    if len(actors) < _TWO or any(f.role == "excluded" for f in people):
        return
    at_odds = {a for a in actors if any(sides.foes(a, other) for other in actors - {a})}
    for f in came:
        f.role = "party" if f.mention.actor in at_odds else f.role


def still_mediates(
    candidate: Candidate, people: Sequence[Filled], earlier: Sequence[EventMention], sides: Sides
) -> None:
    """Make whoever mediated in the event before, and is told by a pronoun now, the mediator whom one side meets: "The rebels met him on Sunday"."""
    meeting = [f for f in people if f.role in _MEETING]
    before = [e for e in earlier if e.type is not None][-1:]
    if candidate.label != "direct_negotiation" or len(meeting) != _TWO or not before:
        return
    mediated = {p.actor for p in before[0].participants if p.role in MEDIATORS and p.actor}
    again = [f for f in meeting if f.mention.pronoun and f.mention.actor in mediated]
    others = [f for f in meeting if f not in again]
    if (
        len(again) != 1
        or len(others) != 1
        or any(p.role == "party" and p.actor in mediated for p in before[0].participants)
    ):
        return
    if sides.foes(again[0].mention.actor or "", others[0].mention.actor or ""):
        return
    again[0].role, others[0].role = "mediator", "party"
    candidate.label = "single_party_consultation"
