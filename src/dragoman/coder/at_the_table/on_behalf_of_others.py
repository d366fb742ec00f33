"""Who helps others assists them, however he was read: who has contacts "to help find a solution", who persuades somebody to go, and two states
without a part in the conflict whose names a hyphen joins before the talks ("a rival to the Saudi-American talks in Jeddah")."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.at_the_table.sides import JOINED
from dragoman.coder.at_the_table.who_meets import may_assist
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.slots import noun_slots, verb_slots
from dragoman.language.parse import Sentence
from dragoman.ontology import group, lexicon
from dragoman.records import EventMention

_NEAR = 4
_TWO = 2


def helps_find_a_way(sentence: Sentence, candidate: Candidate, people: Sequence[Filled], sides: Sides) -> None:
    """Make a state that has contacts with others "to help find a solution" a mediator of theirs."""
    if candidate.label not in group("talks_of_parties") | {"preparatory_talks", "backchannel_talks"}:
        return
    parties = [f for f in people if f.role == "party" and f.mention.sentence == sentence.index]
    if len(parties) < _TWO or any(f.role in MEDIATORS for f in people) or not _to_help(sentence):
        return
    first = min(parties, key=lambda f: f.mention.first)
    others = {f.mention.actor for f in parties if f is not first} - {None}
    helps = first.mention.last < candidate.words[0] and may_assist(first) and first.mention.actor not in others
    if helps and not any(sides.foes(first.mention.actor or "", other or "") for other in others):
        first.role = "mediator"


def _to_help(sentence: Sentence) -> bool:
    """Whether "help" stands right before a verb of settling: "aimed at helping find a solution", "to help end the war"."""
    settling = set(lexicon.load().classes["helping_to"])
    return any(
        t.lemma.lower() == "help" and any(n.lemma.lower() in settling for n in sentence.tokens[t.i + 1 : t.i + _NEAR])
        for t in sentence.tokens
    )


def persuades(sentence: Sentence, candidate: Candidate, people: Sequence[Filled], words: ThirdPartyWords) -> None:
    """Make whoever is persuaded the party whom those consult who persuade him: "two presidents, who persuaded him to go into exile"."""
    verb = candidate.words[0]
    if candidate.label not in group("with_one_side") | {"third_party_consultation"}:
        return
    if sentence.tokens[verb].lemma.lower() not in words.causing & words.asking:
        return
    slots = verb_slots(sentence, verb)
    here = [f for f in people if f.mention.sentence == sentence.index]
    doers = {k for i in slots["agent"] for k in (i, *sentence.dependents(i, "appos"))}
    theirs = [f for f in here if any(f.mention.first <= i <= f.mention.last for i in slots["patient"])]
    ours = [f for f in here if any(f.mention.first <= i <= f.mention.last for i in doers)]
    if theirs and ours:
        for f in (*theirs, *ours):
            f.role = "party" if f in theirs else f.role if f.role in MEDIATORS else "mediator"
        candidate.label = "single_party_consultation"


def joined_outsiders(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], earlier: Sequence[EventMention], sides: Sides
) -> None:
    """Make two states whose names a hyphen joins before talks no sides where the conflict is another's: mediators where the text has told of their
    mediation or says that others have talks there, else third parties who confer."""
    joined = [f for f in people if f.rule == JOINED and f.role == "party"]
    if candidate.label not in ("direct_negotiation", "mediated_talks") or len(joined) != _TWO:
        return
    pair = [f.mention.resolution for f in joined]
    if sides.foes(pair[0].actor or "", pair[1].actor or "") or not sides.outsiders(pair, [sentence.text]):
        return
    before = {p.actor for e in earlier for p in e.participants if p.role in MEDIATORS}
    placed = bool(noun_slots(sentence, candidate.words[-1], frozenset())["in"])
    mediate = {r.actor for r in pair} <= before or (placed and not _about(sentence, candidate))
    for f in joined:
        f.role = "mediator" if mediate else "participant"
    candidate.label = "mediated_talks" if mediate else "third_party_consultation"


def _about(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the talks have a matter: two powers confer "on Syria"."""
    slots = noun_slots(sentence, candidate.words[-1], frozenset())
    return any(slots[case] for case in ("on", "about", "over"))
