"""Whether a phrase only tells where: the place of the dateline, where somebody goes or is attacked, whose ground it is, after what talks are
called."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.phrases import first_of, preposition
from dragoman.coder.names.mention import Mention
from dragoman.coder.taking_part.there_and_acting import does_it_there, is_carried_there
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon
from dragoman.text.dateline import dateline

_WHERE = frozenset({"in", "at", "to", "near", "outside"})
_GUESTS = frozenset({"recipient", "party", "participant"})
_THERE = MEDIATORS | {"party", "participant", "initiator"}
"""Roles that nobody has by being where it happens."""


def only_a_place(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase only tells where: the place of the dateline, where somebody goes or is attacked, whose ground it is."""
    if does_it_there(sentence, filled, candidate):
        return False
    return (
        _in_dateline(sentence, filled.mention)
        or _goes_there(sentence, filled, candidate, words)
        or _beside_place(sentence, filled)
        or _names_ground(sentence, filled, candidate, words)
        or _struck_there(sentence, filled, candidate)
        or _called_after(sentence, filled, candidate)
    )


def _in_dateline(sentence: Sentence, mention: Mention) -> bool:
    """Whether a phrase is the place before the first sentence ("KUALA LUMPUR -"), which is nobody's part in anything."""
    line = dateline(sentence.text) if sentence.index == 0 and mention.sentence == 0 else None
    return line is not None and mention.end - sentence.start <= line.end


def _beside_place(sentence: Sentence, filled: Filled) -> bool:
    """Whether a country is read as host that only stands in a row of places: "two rounds, one in Geneva and one in Kuwait"."""
    token = sentence.tokens[filled.mention.head]
    if filled.role != "host" or filled.rule != "model":
        return False
    if _is_one_of_two(sentence, first_of(sentence, token.i)):
        return True
    if token.relation != "conj":
        return False
    first = sentence.tokens[token.head]
    places = token.name[2:] == first.name[2:] == "LOC"
    return places and preposition(sentence, token.i) in _WHERE and preposition(sentence, first.i) in _WHERE


def _is_one_of_two(sentence: Sentence, first: int) -> bool:
    """Whether places are told one or the other: "in either Chad or Togo"."""
    others = sentence.dependents(first, "conj")
    either = any(sentence.tokens[c].text.lower() == "or" for o in others for c in sentence.dependents(o, "cc"))
    return either and preposition(sentence, first) in _WHERE


def _goes_there(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a city that was read as kept out, as a guest or as a side is only where somebody is or goes: "a delegation sent to Doha was
    turned away", "invited both sides to Nairobi", "met the commissioner in Addis Ababa"."""
    head = first = filled.mention.head
    while sentence.tokens[first].relation == "conj" and preposition(sentence, first) is None:
        first = sentence.tokens[first].head  # "in Sanaa, Riyadh and Cairo"
    case = preposition(sentence, first)
    where = (
        filled.role == "excluded"
        or (case == "to" and filled.role in _GUESTS and candidate.label in group("seats"))
        or (case in ("in", "at") and filled.role in _THERE and candidate.label in group("about_matters"))
        or (case == "to" and filled.role in MEDIATORS and _travels(sentence, first, words))
        or (case == "to" and filled.role in _THERE and is_carried_there(sentence, first))
        or (case in ("to", "from") and filled.role in _THERE and _moves(sentence, first, candidate, words))
    )
    if not where or case not in _WHERE:
        return False
    found = filled.mention.resolution
    place = sentence.tokens[head].name[2:] == "LOC"
    # "facilitated by Norway in Cuba": a state is only where it happens, too, unless it is said to host
    return found.place is not None or (place and (found.actor is None or filled.role in _THERE))


def _moves(sentence: Sentence, place: int, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase is where talks go: "talks were moved to Lusaka from Abidjan"."""
    verb = sentence.tokens[place].head
    verb_of = sentence.tokens[verb] if verb >= 0 else None
    return verb_of is not None and verb_of.lemma.lower() in words.moving and candidate.label in group("about_matters")


def _travels(sentence: Sentence, place: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is where somebody goes or is sent: "sent to Cairo to mediate"; not "turned to Qatar to mediate", "entrusted it to Algeria"."""
    token = sentence.tokens[place]
    if token.head < 0 or not matches(token.relation, ("obl",)):
        return False
    return sentence.tokens[token.head].lemma.lower() in words.travelling | {"send", "dispatch"}


def _names_ground(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase only tells what island or camp somebody is from or in, or what paper it is: "from the Indonesian island of Ambon",
    "breached the UN arms embargo"."""
    token = sentence.tokens[filled.mention.head]
    if token.head < 0 or token.head in candidate.words:
        return False
    above = sentence.tokens[token.head]
    assists = candidate.label.islower() and filled.role in MEDIATORS | {"party", "participant"}
    if assists and above.lemma.lower() in lexicon.load().classes["vehicles"]:
        return matches(token.relation, ("amod", "compound"))  # "flown in by a Chinese plane"
    if above.lemma.lower() in words.papers:
        return matches(token.relation, ("amod", "compound")) and filled.role != "initiator"
    ground = above.lemma.lower() in words.grounds and above.upos == "NOUN" and filled.role in _THERE
    return ground and matches(token.relation, ("amod", "compound", "nmod")) and token.relation != "nmod:poss"


def _struck_there(sentence: Sentence, filled: Filled, candidate: Candidate) -> bool:
    """Whether a city was read as who attacks although the attack is called after it: "the Kabul bombing", "the Paris attacks"."""
    token = sentence.tokens[filled.mention.head]
    called_after = token.head in candidate.words and matches(token.relation, ("compound", "amod", "nmod:desc"))
    if candidate.label not in group("violence") or filled.role != "initiator" or not called_after:
        return False
    return filled.mention.resolution.place is not None


def _called_after(sentence: Sentence, filled: Filled, candidate: Candidate) -> bool:
    """Whether talks or a truce are only called after the land that they are about: "a Nagorno-Karabakh truce", "the Chechnya peace talks";
    not after the two who hold them: "the Damascus-Ankara talks"."""
    token = sentence.tokens[filled.mention.head]
    around = (filled.mention.first - 1, filled.mention.last + 1)
    if any(0 <= i < len(sentence) and sentence.tokens[i].text in ("-", "–") for i in around):
        return False
    called_after = token.head in candidate.words and matches(token.relation, ("compound", "amod", "nmod:desc"))
    over_land = candidate.label in group("about_matters") or candidate.label in group("truces")
    return called_after and over_land and filled.mention.resolution.place is not None
