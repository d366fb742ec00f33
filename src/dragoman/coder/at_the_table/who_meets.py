"""What kind of meeting it is by who meets (codebook R1, R2): organisations and envoys assist ("Annan held talks with the rebels"), those of one
list have one role, and where nobody mediates it is direct or one of third parties ("Cook met Vedrine to discuss Kosovo").

Whose foes meet is asked in `by_conflict`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dragoman.coder.at_the_table.outsiders import ACTING_FOR_STATE, Sides
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS, MEETING
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import ABOUT, DISCUSSING, MOVEMENTS, OF_STATES
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import light_governor, verb_slots
from dragoman.coder.names.coordination import list_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group

_ONLY_MEDIATES = OF_STATES | {"ngo_mediator", "individual_mediator"}
"""Types of actors that are hardly ever a side of talks."""
_TWO = 2


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
    others = [o for o in people if o is not f and o.role in MEETING]
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
    meeting = [f for f in people if f.role in MEETING and f.mention.sentence == sentence.index]
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
    meeting = [f for f in people if f.role in MEETING]
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
        resolution.actor is not None
        and resolution.actor == resolution.country
        and resolution.sector in ACTING_FOR_STATE
    )


def may_assist(f: Filled) -> bool:
    """Whether somebody is of a kind that mediates: a government or an organisation of states."""
    return _of_states(f) or is_state(f)
