"""Governments with no conflict between them that meet are no two sides of talks (codebook R1): over a war of others they confer as third
parties ("Kerry and Lavrov held talks on Syria"), over the war of one the other calls on it, and without any they only meet ("Kim met Putin").

Whose meeting is told as part of efforts to end a conflict is a mediator there: "the emir met the king as part of efforts to end the rift".
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.actors.resolution import STATE_SECTORS
from dragoman.coder.at_the_table.other_matter import for_other_matter
from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.at_the_table.who_meets import is_state, of_others, who_is_met
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.grammar.classes import MOVEMENTS
from dragoman.coder.names.coordination import list_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon
from dragoman.records import EventMention

_TABLE = frozenset({"party", "participant"})
_PLAIN = frozenset({"initiator", "recipient", "participant"})
_LABELS = frozenset({"direct_negotiation", "third_party_consultation", "CONSULT"})
_TWO = 2


def states_that_meet(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], earlier: Sequence[EventMention], sides: Sides
) -> None:
    """Give governments that meet, and are no foes, the roles and their meeting the label that follow from whose conflict it is."""
    if candidate.label not in _LABELS or any(f.rule.startswith(TIED) for f in people):
        return
    meeting = [f for f in people if f.role in (_PLAIN if candidate.label == "CONSULT" else _TABLE | MEDIATORS)]
    actors = list(dict.fromkeys(f.mention.actor or "" for f in meeting))
    if len(actors) < _TWO or "" in actors or len(meeting) != len(people):
        return
    if any(f.mention.sentence != sentence.index for f in meeting):
        return
    if any(sides.at_odds(one, other) for one in actors for other in actors if one != other):
        return
    if _calls_in_efforts(sentence, candidate, meeting, sides):
        return
    if candidate.label == "CONSULT" or not all(is_state(f) for f in meeting) or _negotiates(sentence, candidate):
        return
    tied = _of_meeting(sentence, candidate)
    if not any(f.mention.head in tied for f in meeting):
        return
    about = sides.fought_over(sentence.text)
    fought = [a for a in actors if a in about]
    across = {f.mention.actor for f in meeting if f.mention.head in tied}
    alone = len(fought) == 1 and fought[0] in across and _sits_across(sentence, meeting, fought[0])
    if alone and len(actors) > _TWO:  # "Merkel and Hollande met Poroshenko"
        _call_on(candidate, meeting, fought[0])
    elif candidate.label == "third_party_consultation":
        return
    elif (about and not fought and sides.names_war(sentence.text)) or of_others(
        sentence, candidate, set(actors), sides
    ):
        _confer(candidate, meeting)
    elif alone and len(about) > 1 and sides.countries_in(sentence.text) <= about | set(actors):
        _call_on(candidate, meeting, fought[0])
    elif len(fought) < _TWO == len(actors) and _only_meets(sentence, candidate):
        if sides.share_conflict(*actors) or sides.ever_at_odds(*actors):
            return
        if any(e.type in group("talks_of_parties") for e in earlier):
            return  # the text tells of peacemaking, of which this may be a part
        _meet(sentence, candidate, meeting)


def powers_confer(event: EventMention, sides: Sides) -> EventMention:
    """An event; two powers at odds elsewhere whom only the text before names confer over another's war: "hours of talks between the two men"."""
    parties = {p.actor: p for p in event.participants if p.role == "party"}
    if event.type != "direct_negotiation" or len(parties) != _TWO or len(event.participants) != _TWO:
        return event
    governments = all(p.actor and p.actor == p.country and p.sector in STATE_SECTORS for p in parties.values())
    about = sides.of_document()
    if not governments or not about or about & set(parties):
        return event
    one, other = (actor or "" for actor in parties)
    if not sides.share_conflict(one, other) or sides.at_odds(one, other):
        return event
    people = [msgspec.structs.replace(p, role="participant", side=None) for p in event.participants]
    return msgspec.structs.replace(event, type="third_party_consultation", participants=people)


def _of_meeting(sentence: Sentence, candidate: Candidate) -> set[int]:
    """The words below those of a meeting, and of its subjects and partners."""
    met = who_is_met(sentence, candidate)
    return {k for i in (*candidate.words, *met) for k in sentence.subtree(i)}


def _calls_in_efforts(sentence: Sentence, candidate: Candidate, meeting: Sequence[Filled], sides: Sides) -> bool:
    """Whether a government meets one side as part of its efforts to end a conflict, which makes it a mediator; of two governments over whose
    conflict nothing is fought, both confer."""
    if not _in_efforts(sentence, candidate) or for_other_matter(sentence, candidate):
        return False
    subjects = {f.mention.actor for f in meeting if _above(sentence, f.mention.head, _doers(sentence, candidate))}
    callers = [f for f in meeting if f.mention.actor in subjects]
    met = [f for f in meeting if f.mention.actor not in subjects]
    acting = all(is_state(f) for f in callers) and all(
        is_state(f) or f.mention.resolution.actor_type in MOVEMENTS for f in met
    )
    if not callers or not met or not acting or {f.mention.actor for f in callers} & sides.of_document():
        return False
    if sides.outsiders([f.mention.resolution for f in met], [sentence.text]):
        _confer(candidate, meeting)
        return True
    candidate.label = "single_party_consultation" if len({f.mention.actor for f in met}) == 1 else "mediated_talks"
    for f in meeting:
        f.role = "mediator" if f in callers else "party"
    return True


def _in_efforts(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a clause or phrase by the meeting tells that it is to end a conflict: "in a bid to resolve the standoff", "as he intensified
    efforts to defuse a crisis"."""
    tokens, classes = sentence.tokens, lexicon.load().classes
    ending, conflicts = set(classes["ending_a_conflict"]), set(classes["a_conflict"])
    verb = _verb(sentence, candidate)
    for i in (k for c in {*sentence.children[verb], *(c for w in candidate.words for c in sentence.children[w])} if c > verb
              and matches(tokens[c].relation, ("obl", "nmod", "advcl")) for k in sentence.subtree(c)):  # fmt: skip
        if tokens[i].lemma.lower() not in ending or tokens[i].upos != "VERB":
            continue
        effort = tokens[i].head
        tried = effort >= 0 and tokens[effort].lemma.lower() in classes["efforts"] and effort not in candidate.words
        if tried and any(tokens[c].lemma.lower() in conflicts for c in sentence.dependents(i, "obj")):
            return True
    return False


def _confer(candidate: Candidate, meeting: Sequence[Filled]) -> None:
    candidate.label = "third_party_consultation"
    for f in meeting:
        f.role = "participant"


def _call_on(candidate: Candidate, meeting: Sequence[Filled], side: str) -> None:
    candidate.label = "single_party_consultation"
    for f in meeting:
        f.role = "party" if f.mention.actor == side else "mediator"


def _meet(sentence: Sentence, candidate: Candidate, meeting: Sequence[Filled]) -> None:
    """Tell a meeting as one between states at peace: whoever is its subject meets the other."""
    doers = _doers(sentence, candidate)
    candidate.label = "CONSULT"
    first = next((f for f in meeting if _above(sentence, f.mention.head, doers)), meeting[0])
    for f in meeting:
        f.role = "initiator" if f.mention.actor == first.mention.actor else "recipient"


def _sits_across(sentence: Sentence, meeting: Sequence[Filled], actor: str) -> bool:
    """Whether one of those who meet is named in no list with another of them."""
    heads = {f.mention.head for f in meeting}
    lists = {f.mention.actor: list_of(sentence, f.mention.head, heads) for f in meeting}
    return not any(first == lists[actor] for other, first in lists.items() if other != actor)


def _doers(sentence: Sentence, candidate: Candidate) -> set[int]:
    return {i for i in who_is_met(sentence, candidate) if matches(sentence.tokens[i].relation, ("nsubj",))}


def _above(sentence: Sentence, head: int, heads: set[int]) -> bool:
    return bool({head, *sentence.ancestors(head)} & heads)


def _verb(sentence: Sentence, candidate: Candidate) -> int:
    """The verb of a meeting, or the one that has it as its object."""
    tokens = sentence.tokens
    own = next((i for i in candidate.words if tokens[i].upos == "VERB"), candidate.words[-1])
    above = tokens[own].head
    light = tokens[own].upos != "VERB" and tokens[own].relation == "obj" and above >= 0
    return above if light else own


def _negotiates(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the words are those of talks over a matter of their own: "negotiated", "nuclear talks", "peace talks"."""
    tokens, classes = sentence.tokens, lexicon.load().classes
    lemmas = {tokens[i].lemma.lower() for i in candidate.words}
    below = {tokens[c].lemma.lower() for i in candidate.words for c in sentence.dependents(i, "amod", "compound")}
    return bool(lemmas & set(classes["negotiating_only"]) or below & set(classes["of_peace_talks"]))


def _only_meets(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the words are those of any meeting, of which nothing more is told: "met", "a phone call"; not "new talks"."""
    classes = lexicon.load().classes
    plain = {*classes["seeing_somebody"], *classes["meeting"], *classes["visit"], *classes["spoken"]}
    if any(sentence.dependents(i, "amod", "compound") for i in candidate.words):
        return False
    above = sentence.tokens[_verb(sentence, candidate)]
    if above.i not in candidate.words and sentence.dependents(above.i, "compound:prt"):
        return False  # "called off a meeting"
    return any(sentence.tokens[i].lemma.lower() in plain for i in candidate.words)
