"""Who speaks to both sides is none of them: "we are talking to both sides", "we met the two generals separately"; and two foes who are said to assist
with nobody else at the table are the sides."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dragoman.coder.at_the_table.attendance import CAME
from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.at_the_table.who_meets import may_assist, means_all, who_is_met
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS, MEETING
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import verb_slots
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.records import EventMention

_TWO = 2


def speaks_to_all_sides(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], words: ThirdPartyWords, sides: Sides
) -> None:
    """Make whoever meets or speaks to "both sides", or to two foes apart, a mediator: "we are talking to both sides", "we met both separately"."""
    if candidate.label not in {"direct_negotiation", *group("with_one_side")}:
        return
    across = who_is_met(sentence, candidate) | set(sentence.dependents(candidate.words[0], "obl", "obj"))
    subjects = {i for word in candidate.words for i in verb_slots(sentence, word)["agent"]}
    meeting = [f for f in people if f.role in MEETING and f.mention.sentence == sentence.index]
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


def foes_are_the_sides(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], words: ThirdPartyWords, sides: Sides
) -> None:
    """Make foes who are read, or told, to assist the parties where no two others are: "a truce negotiated by Israel and Hamas", "Barak and Arafat
    oversaw the signing". Where nobody else is at the table at all, so are those who only attend."""
    if candidate.label not in group("assisted"):
        return
    alone = candidate.label not in group("with_one_side") and not any(f.role in ("party", "excluded") for f in people)
    assist = [
        f
        for f in people
        if f.role in MEDIATORS
        or (f.role == "monitor" and f.rule.startswith(TIED))
        or (alone and f.role == "participant" and f.rule.endswith(CAME))
    ]
    known = sorted({f.mention.actor for f in assist if f.mention.actor})
    pairs = [{one, other} for one in known for other in known if one < other and sides.foes(one, other)]
    if not pairs or (len(pairs) > 1 and not alone) or _have_sides(sentence, people, set(known), words):
        return
    for f in assist:
        f.role = "party" if any(f.mention.actor in pair for pair in pairs) else f.role


def _have_sides(sentence: Sentence, people: Sequence[Filled], but: AbstractSet[str], words: ThirdPartyWords) -> bool:
    """Whether two others are the sides, told one by one or together: "mediated an exchange between two clans"; not "the two sides"."""
    others = [f for f in people if f.role == "party" and f.mention.actor not in but]
    here = [sentence.tokens[f.mention.head] for f in others if f.mention.sentence == sentence.index]
    told_together = any(
        t.upos == "NOUN" and t.text.lower() != t.lemma.lower() and t.lemma.lower() not in words.sides
        and preposition(sentence, t.i) == "between"
        for t in here
    )  # fmt: skip
    return told_together or len({f.mention.actor or f.mention.text for f in others}) >= _TWO


def still_mediates(
    candidate: Candidate, people: Sequence[Filled], earlier: Sequence[EventMention], sides: Sides
) -> None:
    """Make whoever mediated in the event before, and is told by a pronoun now, the mediator whom one side meets: "The rebels met him on Sunday"."""
    meeting = [f for f in people if f.role in MEETING]
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
