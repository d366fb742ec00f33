"""Whose a thing or town is that takes part: "shelled Ukrainian positions" and "captured the Eritrean port of Assab" are done to states."""

from __future__ import annotations

import msgspec

from dragoman.actors import Resolution
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.classes import OBJECTS
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.at_place import may_rule
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_DONE_TO = frozenset({"of", "on", "against", "at"})
"""Prepositions of what is struck: "the bombing of Assab", "fired on Gori"."""
_BESIDE_LAND = frozenset({"near", "off", "outside", "along", "beyond"})
_OTHER = {"initiator": "recipient", "recipient": "initiator"}
_AT_HOME = frozenset(
    {
        "OPP",
        "CVL",
        "EDU",
        "AGR",
        "LAB",
        "REB",
        "SEP",
        "REL",
        "JUD",
        "COP",
        "LEG",
        "JRN",
        "MED",
        "HLH",
        "PTY",
        "BUS",
        "INS",
    }
)
"""Sectors (PLOVER) of those who have to do with the institutions of their own country, as soldiers abroad and governments have not."""
_WHERE = frozenset({"ASSAULT", "PROTEST", "MOBILIZE"})
"""Categories (PLOVER) of what happens somewhere to somebody; aid to a place and a curfew in it are for those who live there."""


def with_owners(sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """The participants, with the state or group for what it owns: Uganda for "a Ugandan patrol", Eritrea for the town of "bombed Assab"; without
    towns that only tell where: "fought gunmen near Garissa"."""
    if candidate.label.islower():
        return kept  # where talks are held and who hosts them is told by other rules
    acting = {f.mention.actor for f in kept if f.role == "initiator"}
    met = any(
        f.role == "recipient" and f.mention.resolution.place is None and not _is_beyond(sentence, f.mention)
        for f in kept
    )
    result = []
    for f in kept:
        own = f.mention
        if met and f.role == "recipient" and _is_beyond(sentence, own):
            continue
        acts = f.role in ("initiator", "recipient") and own.sentence == sentence.index
        if not acts or own.actor is not None or own.pronoun:
            result.append(f)
            continue
        owner = _owner(sentence, mentions, own)
        if own.resolution.place is not None and f.role == "recipient" and _is_from_another(sentence, own.head, kept):
            result.append(f)
            continue
        if own.resolution.place is not None and f.role == "recipient":
            if met and candidate.label in _WHERE and not _is_struck(sentence, own.head, candidate):
                continue  # "fought gunmen near Garissa"
            owner = mentions.state_of(own)
            owner = owner if owner is not None and owner.actor not in acting else None
        result.append(msgspec.structs.replace(f, mention=_meaning(own, owner)) if owner is not None else f)
    return [_of_the_same_state(sentence, mentions, f, result) for f in result]


def _is_from_another(sentence: Sentence, town: int, kept: list[Filled]) -> bool:
    """Whether a town is taken from somebody who is named: "took Manbij from Islamic State" says nothing of Syria's army."""
    heads = [f.mention.head for f in kept if f.role in _OTHER and f.mention.sentence == sentence.index]
    verbs = {sentence.tokens[h].head for h in heads if preposition(sentence, h) == "from"}
    taking = lexicon.load().classes["taking_from"]
    return any(i in verbs and sentence.tokens[i].lemma.lower() in taking for i in sentence.ancestors(town))


def _is_beyond(sentence: Sentence, own: Mention) -> bool:
    """Whether a land is only that near which, or off which, it happens: "seized a trawler off the Falklands"."""
    if own.sentence != sentence.index or own.pronoun or not sentence.tokens[own.head].name.endswith("LOC"):
        return False
    return preposition(sentence, own.head) in _BESIDE_LAND


def _of_the_same_state(sentence: Sentence, mentions: Mentions, filled: Filled, kept: list[Filled]) -> Filled:
    """A bare "police" or "government" beside people of one country in the other role is theirs: "Tongan students accused the government"."""
    own = filled.mention
    if own.actor is not None or own.pronoun or own.sentence != sentence.index or filled.role not in _OTHER:
        return filled
    bare = all(t.text[:1].islower() for t in sentence.tokens[own.first + 1 : own.last + 1])
    if not bare or sentence.tokens[own.head].lemma.lower() not in lexicon.load().classes["institution"]:
        return filled
    beside = [f.mention for f in kept if f.role == _OTHER[filled.role]]
    others = [m.resolution for m in beside]
    countries = {r.country for r in others}
    if any(m.actor is None and sentence.dependents(m.head, "acl") for m in beside if m.sentence == sentence.index):
        return filled  # "a man who had killed a French tourist"
    if len(countries) != 1 or None in countries or not all(r.sector in _AT_HOME for r in others):
        return filled
    if not may_rule(sentence, own.head, str(others[0].country)):
        return filled
    state = mentions.state_of(msgspec.structs.replace(own, resolution=others[0]))
    meant = mentions.owned(state, f"its {own.text.removeprefix('the ')}") if state is not None else None
    return (
        filled
        if meant is None
        else msgspec.structs.replace(filled, mention=msgspec.structs.replace(own, resolution=meant))
    )


def _is_struck(sentence: Sentence, head: int, candidate: Candidate) -> bool:
    """Whether a town is what is attacked or taken, and not where something happens."""
    tokens = sentence.tokens
    while tokens[head].relation == "conj" and preposition(sentence, head) is None:
        head = tokens[head].head
    above = tokens[head].head
    if preposition(sentence, head) == "of" and above not in candidate.words and tokens[above].upos == "NOUN":
        head = above  # "captured the southern port of Kismayo"
    if matches(tokens[head].relation, OBJECTS):
        return tokens[head].head in candidate.words
    return preposition(sentence, head) in _DONE_TO and tokens[head].head in candidate.words


def _owner(sentence: Sentence, mentions: Mentions, own: Mention) -> Resolution | None:
    """Who is named before the noun for a thing that is no actor: "Ugandan" of "Ugandan oil depot", "Ugandan rebel" of "Ugandan rebel camp"."""
    if sentence.tokens[own.head].upos != "NOUN" or not own.resolution.why.startswith("head '"):
        return None
    for last in range(own.head - 1, own.first - 1, -1):
        if sentence.tokens[last].upos == "PART":
            continue
        if (name := mentions.name_around(sentence, last)) is not None and name[1] > last:
            continue  # "West" of "West African"
        noun = last == own.first and sentence.tokens[last].text.islower()  # "rebel" of "rebel camp"
        found = mentions.at(sentence, last).resolution if noun else mentions.meaning(sentence, own.first, last)
        if found.actor is not None and found.person is None:
            return found
    return None


def _meaning(own: Mention, owner: Resolution) -> Mention:
    """A thing that stands for whose it is."""
    sector = own.resolution.sector or owner.sector
    meant = msgspec.structs.replace(owner, sector=sector, why=f"{owner.actor}: '{own.text}' of it")
    return msgspec.structs.replace(own, resolution=meant)
