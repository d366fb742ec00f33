"""Who is a side and who assists by whose conflict it is (codebook R1, R2): foes meet as parties ("Kerry met with Zarif"), and who is no foe of
theirs mediates ("Macron held talks with Sarraj and Haftar").

The table of conflicts knows who fights whom at the day of the text. Nothing changes where the wording itself ties a third party to the
meeting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dragoman.coder.at_the_table.other_matter import for_other_matter
from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.at_the_table.who_meets import is_state, may_assist, who_is_met
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS, MEETING
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import DOER_AND_DONE_TO, MOVEMENTS
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.coordination import list_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group

_TWO = 2
_GATHERED = frozenset({"host", "meet", "receive", "talks", "talk", "meeting", "summit"})
"""Words of a meeting that is told as a visit or a consultation of any kind."""
_SPOKEN = frozenset({"speak", "telephone", "phone", "call", "confer", "conversation"})
"""Words of a meeting of two that are not in one place: "Abbas and Netanyahu spoke by phone"."""
_APART = frozenset({"separately", "separate", "speak", "call", "telephone", "phone", "trip", "tour", "shuttle"})
"""Words of meeting two foes one after the other: "spoke with Putin and Zelensky", "met both during a trip to the region"."""


def by_their_conflicts(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], words: ThirdPartyWords, sides: Sides
) -> None:
    """Give those who meet the roles, and their meeting the label, that the table of conflicts tells.

    "Macron held talks with Sarraj and Haftar" is mediated, for the two are foes and France is neither's; "Hamas met Qatari officials" is a
    consultation of Qatar with one side.
    """
    told_otherwise = candidate.label == "CONSULT"
    labels = group("with_one_side") | {"third_party_consultation", "direct_negotiation", "mediated_talks", "CONSULT"}
    if candidate.label not in labels or any(f.rule.startswith(TIED) for f in people):
        return
    if told_otherwise and not any(sentence.tokens[i].lemma.lower() in _GATHERED | _SPOKEN for i in candidate.words):
        return
    meeting = [f for f in people if f.role in (DOER_AND_DONE_TO | {"participant"} if told_otherwise else MEETING)]
    received = {f.mention.actor for f in meeting} - {None}
    if told_otherwise:  # "Qatar hosted A and B in Doha": Doha was read as received
        meeting += [f for f in people if f.role == "host" and f.mention.actor in received]
    by_actor: dict[str, list[Filled]] = defaultdict(list)
    for f in meeting:
        by_actor[f.mention.resolution.actor or ""].append(f)
    if "" in by_actor:
        return
    if len(by_actor) == _TWO and told_otherwise:
        _of_foes(sentence, candidate, list(by_actor), meeting, sides)
    elif len(by_actor) == _TWO:
        _of_two(sentence, candidate, list(by_actor.values()), words, sides)
    elif len(by_actor) > _TWO:
        _of_more(sentence, candidate, by_actor, words, sides)


def _of_foes(sentence: Sentence, candidate: Candidate, pair: list[str], meeting: list[Filled], sides: Sides) -> None:
    """Two foes who meet or speak negotiate (R1), however their meeting is read: "Kerry met with Zarif", "Abbas and Netanyahu spoke by phone"."""
    acting = all(is_state(f) or f.mention.resolution.actor_type in MOVEMENTS for f in meeting)
    if not acting or not sides.foes(*pair):
        return
    if any(
        matches(sentence.tokens[c].relation, ("amod", "compound"))
        for i in candidate.words
        for c in sentence.children[i]
    ):
        return  # "trade talks"
    if for_other_matter(sentence, candidate):
        return
    candidate.label = "direct_negotiation"
    for f in meeting:
        f.role = "party"


def _side_at_war(pair: list[list[Filled]], sides: Sides) -> list[Filled] | None:
    """Which of two states that meet is the side whom the other consults: the one over which the document's conflict is fought, or that alone
    fights a movement at home: "Burhan met Sisi in Cairo"."""
    one, other = (entries[0].mention.actor or "" for entries in pair)
    if not any(f.role in MEDIATORS for entries in pair for f in entries):
        return None
    if not all(is_state(f) for entries in pair for f in entries) or sides.share_conflict(one, other):
        return None
    fought = sides.of_document()
    if fought:
        found = [entries for entries in pair if entries[0].mention.actor in fought]
    else:
        found = [entries for entries in pair if sides.fights_at_home(entries[0].mention.actor or "")]
    return found[0] if len(found) == 1 else None


def _of_two(
    sentence: Sentence, candidate: Candidate, pair: list[list[Filled]], words: ThirdPartyWords, sides: Sides
) -> None:
    """A movement that meets a state which is no foe of its meets a mediator, and a side meets an envoy."""
    if candidate.label not in group("with_one_side") | {"third_party_consultation"}:
        return
    one, other = (entries[0].mention.resolution for entries in pair)
    if sides.foes(one.actor or "", other.actor or ""):
        return  # `mediated.meeting_type` has made them parties
    movements = [entries for entries in pair if entries[0].mention.resolution.actor_type in MOVEMENTS]
    envoys = [entries for entries in pair if _called_envoy(sentence, entries[0], words)]
    if len(movements) == 1:
        side = movements[0]
    elif len(envoys) == 1 and not movements and sides.fights(next(e for e in pair if e not in envoys)[0].mention.actor):
        side = next(entries for entries in pair if entries not in envoys)
    elif candidate.label in group("with_one_side") and not envoys and (at_war := _side_at_war(pair, sides)) is not None:
        side = at_war
    else:
        return
    for entries in pair:
        for f in entries:
            f.role = "party" if entries is side else f.role if f.role in MEDIATORS else "mediator"
    candidate.label = "single_party_consultation"


def _of_more(
    sentence: Sentence,
    candidate: Candidate,
    by_actor: dict[str, list[Filled]],
    words: ThirdPartyWords,
    sides: Sides,
) -> None:
    """Two foes named together whom somebody else meets who is no foe of either: he mediates."""
    heads = {f.mention.head for entries in by_actor.values() for f in entries}
    lists: dict[int, list[str]] = defaultdict(list)
    for actor, entries in by_actor.items():
        if entries[0].mention.sentence != sentence.index:
            return
        lists[list_of(sentence, entries[0].mention.head, heads)].append(actor)
    paired = [named for named in lists.values() if len(named) == _TWO and sides.foes(*named)]
    rest = [actor for named in lists.values() if named not in paired for actor in named]
    if len(paired) != 1 or not all(may_assist(by_actor[a][0]) for a in rest):
        return
    if any(sides.foes(actor, foe) for actor in rest for foe in paired[0]):
        return
    if any(preposition(sentence, i) in ("between", "for") for i, named in lists.items() if named == paired[0]):
        return  # "gave his blessing for the talks between A and B"
    across = who_is_met(sentence, candidate)
    enough = any if candidate.label == "CONSULT" else all  # "Qatar hosted A and B in Doha": one of its phrases
    if not all(enough(any(f.mention.first <= i <= f.mention.last for i in across) for f in by_actor[a]) for a in rest):
        return
    host = any(sentence.tokens[i].lemma.lower() in ("host", "receive") for i in candidate.words)
    for actor, entries in by_actor.items():
        for f in entries:
            third = f.role if f.role in MEDIATORS else "host" if host else "mediator"
            f.role = "party" if actor in paired[0] else third
    apart = any(t.lemma.lower() in _APART for t in sentence.tokens)
    candidate.label = "single_party_consultation" if apart else "mediated_talks"


def _called_envoy(sentence: Sentence, f: Filled, words: ThirdPartyWords) -> bool:
    """Whether somebody's phrase, or the word before it, calls him an envoy or a mediator."""
    if f.mention.sentence != sentence.index:
        return False
    near = sentence.tokens[max(0, f.mention.first - 1) : f.mention.last + 1]
    return any(
        t.lemma.lower() in ("envoy", "emissary") or words.functions.get(t.lemma.lower()) in MEDIATORS for t in near
    )
