"""What kind of meeting it is by whose conflict it is (codebook R1, R2): foes meet as parties, and who is no foe of theirs assists them.

The table of conflicts knows who fights whom at the day of the text. Nothing changes where the wording itself ties a third party to the
meeting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dragoman.coder.at_the_table.other_matter import for_other_matter
from dragoman.coder.at_the_table.outsiders import STATE_SECTORS, Sides
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import ABOUT, DISCUSSING, MOVEMENTS, OF_STATES
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import light_governor, verb_slots
from dragoman.coder.names.coordination import list_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group

_ONLY_MEDIATES = OF_STATES | {"ngo_mediator", "individual_mediator"}
"""Types of actors that are hardly ever a side of talks."""
_MEETING = MEDIATORS | {"party", "participant"}
_RECEIVED = frozenset({"initiator", "recipient"})
_TWO = 2
_GATHERED = frozenset({"host", "meet", "receive", "talks", "talk", "meeting", "summit"})
"""Words of a meeting that is told as a visit or a consultation of any kind."""
_SPOKEN = frozenset({"speak", "telephone", "phone", "call", "confer", "conversation"})
"""Words of a meeting of two that are not in one place: "Abbas and Netanyahu spoke by phone"."""
_APART = frozenset({"separately", "separate", "speak", "call", "telephone", "phone", "trip", "tour", "shuttle"})
"""Words of meeting two foes one after the other: "spoke with Putin and Zelensky", "met both during a trip to the region"."""


def organisations_assist(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], words: ThirdPartyWords, sides: Sides
) -> None:
    """Give organisations of states, and persons without an office abroad, that were read as parties of talks their part: they assist.

    "Annan held talks with the rebels" is a consultation of a mediator with one side. Of 70 organisations of states at talks in the
    coded articles none was a party; those that wage war (`warring`), talks on arms and texts that they sign themselves are left alone.
    """
    if candidate.label not in group("talks_of_parties") | group("turns_of_talks") | group("with_one_side"):
        return
    parties = [f for f in people if f.role == "party"]
    found = [
        f
        for f in parties
        if f.mention.resolution.actor_type in _ONLY_MEDIATES
        and f.mention.resolution.actor not in words.warring
        and not _at_home(f, people, sides)
    ]
    others = {f.mention.resolution.actor or f.mention.text for f in parties if f not in found}
    arms = any(t.lemma.lower() in words.arms for t in sentence.tokens)
    if not found or arms or _for_themselves(sentence, candidate, parties, found) or (not others and len(found) > 1):
        return
    alone = candidate.label == "mediated_talks" and not any(f.role in MEDIATORS for f in people)
    for f in found:
        f.role = "mediator"
    if (
        (candidate.label == "direct_negotiation" or alone)
        and len(others) == 1
        and not means_all(sentence, parties, words)
    ):
        of_matter = any(f not in found and _is_matter(sentence, f, candidate) for f in parties)
        candidate.label = "mediated_talks" if of_matter else "single_party_consultation"


def _for_themselves(sentence: Sentence, candidate: Candidate, parties: list[Filled], found: list[Filled]) -> bool:
    """Whether a state and an organisation negotiate a text of their own: "China and ASEAN have been negotiating a code of conduct"."""
    verb = candidate.words[-1]
    text = sentence.tokens[verb].lemma.lower() == "negotiate" and bool(sentence.dependents(verb, "obj"))
    return text and len(parties) == _TWO and len(found) == 1 and all(is_state(f) for f in parties if f not in found)


def _is_matter(sentence: Sentence, filled: Filled, candidate: Candidate) -> bool:
    """Whether a party only tells what the talks are about: "finished a round of Syrian talks"."""
    token = sentence.tokens[filled.mention.head] if filled.mention.sentence == sentence.index else None
    return token is not None and token.head in candidate.words and matches(token.relation, ("amod", "compound"))


def _at_home(f: Filled, people: Sequence[Filled], sides: Sides) -> bool:
    """Whether somebody without an office is no mediator for that: who was president of a state at odds with one at the table, or is met by
    somebody who mediates ("Gbagbo met Ouattara", "Kissinger met Arafat"); Carter, abroad, is one."""
    resolution = f.mention.resolution
    if resolution.actor_type != "individual_mediator":
        return False
    others = [o for o in people if o is not f and o.role in _MEETING]
    if all(o.mention.resolution.actor == resolution.actor for o in others) or any(o.role in MEDIATORS for o in others):
        return True
    home = resolution.country or ""
    rest = [o.mention.resolution for o in others]
    return any(r.country == home or sides.share_conflict(home, r.actor or "") for r in rest)


def one_list_one_role(
    sentence: Sentence, candidate: Candidate, people: Sequence[Filled], words: ThirdPartyWords, sides: Sides
) -> None:
    """Give those who are named in one list and sit across from somebody else one role: "US and Saudi mediators met the RSF".

    They mediate where one of them was read so or they are called mediators or envoys; states do that together meet a movement with which
    none of them has a conflict.
    """
    if candidate.label not in group("talks_of_parties") | group("with_one_side"):
        return
    meeting = [f for f in people if f.role in _MEETING and f.mention.sentence == sentence.index]
    heads = {f.mention.head for f in meeting}
    lists: dict[int, list[Filled]] = defaultdict(list)
    for f in meeting:
        lists[list_of(sentence, f.mention.head, heads)].append(f)
    for first, members in lists.items():
        rest = [f for f in meeting if f not in members and f.role == "party"]
        ours = {f.mention.resolution.actor for f in members}
        theirs = {f.mention.resolution.actor or f.mention.text for f in rest}
        if len(ours) < _TWO or not rest or not all(may_assist(f) for f in members):
            continue
        if any(sides.foes(one or "", other or "") for one in ours for other in theirs | ours if one != other):
            continue
        known = [f.mention.resolution for f in rest]
        of_movement = len(theirs) == 1 and all(r.actor and r.actor_type in MOVEMENTS for r in known)
        called = sentence.tokens[first].lemma.lower()
        sent = called in words.delegates or words.functions.get(called) in MEDIATORS
        if not of_movement and not sent and not any(f.role in MEDIATORS for f in members):
            continue
        for f in members:
            f.role = f.role if f.role in MEDIATORS else "mediator"
        if candidate.label == "direct_negotiation" and len(theirs) == 1 and not means_all(sentence, rest, words):
            candidate.label = "single_party_consultation"


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
    meeting = [f for f in people if f.role in (_RECEIVED | {"participant"} if told_otherwise else _MEETING)]
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


def who_is_met(sentence: Sentence, candidate: Candidate) -> set[int]:
    """Subjects and partners of the verb of a meeting, or of the one that has it as object ("held talks with")."""
    verb = next((i for i in candidate.words if sentence.tokens[i].upos == "VERB"), candidate.words[-1])
    governor = light_governor(sentence, verb) if sentence.tokens[verb].upos != "VERB" else None
    verb = verb if governor is None else governor
    slots = verb_slots(sentence, verb)
    return {*slots["agent"], *slots["with"]}


def of_nobody_else(
    sentence: Sentence, candidate: Candidate, people: list[Filled], words: ThirdPartyWords, sides: Sides
) -> None:
    """Put right a consultation at which nobody mediates (R1): of two governments that speak of another's conflict it is one of third parties, with
    a movement it is direct, and so it is of "the parties" alone.

    "Cook met Vedrine to discuss Kosovo"; "Kurdish negotiators met Turkish officials".
    """
    if candidate.label == "third_party_consultation" and all(f.role == "party" for f in people):
        candidate.label = "direct_negotiation" if means_all(sentence, people, words) else candidate.label
    if candidate.label not in group("with_one_side"):
        return
    if any(words.functions.get(sentence.tokens[i].lemma.lower()) in MEDIATORS for i in candidate.words):
        return  # "met mediators"
    meeting = [f for f in people if f.role in _MEETING]
    states = [f for f in meeting if is_state(f)]
    countries = {f.mention.resolution.actor for f in states}
    if len(countries) == len(meeting) == _TWO and of_others(sentence, candidate, countries, sides):
        candidate.label = "third_party_consultation"
        for f in meeting:
            f.role = "participant"
        return
    actors = {f.mention.resolution.actor or f.mention.text for f in meeting}
    if len(actors) < _TWO or any(f.role in MEDIATORS for f in meeting):
        return
    helping = [
        f for f in meeting if f.mention.resolution.actor_type in _ONLY_MEDIATES and not _at_home(f, meeting, sides)
    ]
    if helping and len(helping) < len(meeting):
        for f in helping:
            f.role = "mediator"  # "Blair met Netanyahu"
        return
    one, *rest = sorted(actors)
    if len(states) == len(meeting) and not any(sides.foes(one, other) for other in rest):
        candidate.label = "third_party_consultation"
        for f in meeting:
            f.role = "participant"
    else:
        candidate.label = "direct_negotiation"
        for f in meeting:
            f.role = "party"


def of_others(sentence: Sentence, candidate: Candidate, countries: set[str | None], sides: Sides) -> bool:
    """Whether a meeting has a matter, and that is a country of neither side: "to discuss Bosnia", "talks on Kosovo"."""
    for word in candidate.words:
        for i in sentence.subtree(word):
            token = sentence.tokens[i]
            above = sentence.tokens[token.head] if token.head >= 0 else None
            discussed = token.relation == "obj" and above is not None and above.lemma.lower() in DISCUSSING
            about = matches(token.relation, ("obl", "nmod")) and preposition(sentence, i) in ABOUT
            if i > word and (discussed or about):
                below = sentence.subtree(i)
                start, end = sentence.slice(min(below), max(below))
                found = sides.countries_in(sentence.text[start - sentence.start : end - sentence.start])
                if found:
                    return not found & countries
    return False


def means_all(sentence: Sentence, parties: Sequence[Filled], words: ThirdPartyWords) -> bool:
    """Whether one of the phrases means all at the table: "the two sides"."""
    tokens = [sentence.tokens[f.mention.head] for f in parties if f.mention.sentence == sentence.index]
    return any(t.lemma.lower() in words.sides and t.text.lower() != t.lemma.lower() for t in tokens)


def _of_states(f: Filled) -> bool:
    return f.mention.resolution.actor_type in OF_STATES


def is_state(f: Filled) -> bool:
    resolution = f.mention.resolution
    return (
        resolution.actor is not None and resolution.actor == resolution.country and resolution.sector in STATE_SECTORS
    )


def may_assist(f: Filled) -> bool:
    """Whether somebody is of a kind that mediates: a government or an organisation of states."""
    return _of_states(f) or is_state(f)


def _called_envoy(sentence: Sentence, f: Filled, words: ThirdPartyWords) -> bool:
    """Whether somebody's phrase, or the word before it, calls him an envoy or a mediator."""
    if f.mention.sentence != sentence.index:
        return False
    near = sentence.tokens[max(0, f.mention.first - 1) : f.mention.last + 1]
    return any(
        t.lemma.lower() in ("envoy", "emissary") or words.functions.get(t.lemma.lower()) in MEDIATORS for t in near
    )
