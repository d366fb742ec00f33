"""Who is named only to describe those in a plain act: whose flag they carry, whose friends or members they are, what they march against."""

from __future__ import annotations

from dragoman.coder.at_the_table.third_parties import acts
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import DOER_AND_DONE_TO, FOR_DEEDS, OBJECTS, OF_STATES
from dragoman.coder.grammar.phrases import first_of, preposition
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_MATTER = frozenset({"against", "through", "across", "about", "over"})
_AT = frozenset({"in", "at", "near", "outside", "from"})
_WITH = frozenset({"with", "to"})
_WHOSE = frozenset({None, "of"})
_BY_WORDS = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT"})
"""Categories (PLOVER) of what is done by words."""


def only_describes(
    sentence: Sentence,
    filled: Filled,
    candidate: Candidate,
    mentions: Mentions,
    words: ThirdPartyWords,
    kept: list[Filled],
) -> bool:
    """Whether a phrase takes no part of its own since it only says more of somebody else in the act."""
    if filled.mention.sentence != sentence.index or filled.mention.pronoun or candidate.label.islower():
        return False
    if filled.role not in DOER_AND_DONE_TO:
        return False
    if filled.role == "recipient" and (_sent_out(sentence, filled, candidate, kept) or _ruled_once(sentence, filled)):
        return True
    others = [f for f in kept if f is not filled and f.role == filled.role and f.mention.sentence == sentence.index]
    if not others:
        return False
    return (
        (filled.role == "initiator" and _of_emblem(sentence, filled, candidate, words))
        or (filled.role == "initiator" and _of_matter(sentence, filled, others))
        or (filled.role == "initiator" and _of_town(sentence, filled))
        or (filled.role == "initiator" and _punishes_it(sentence, filled, candidate, others))
        or _of_friends(sentence, filled, candidate, mentions, others)
        or _of_members(sentence, filled, others)
        or _accredited_to(sentence, filled, others)
        or (filled.role == "recipient" and _for_his_deed(sentence, filled, candidate, others))
        or (filled.role == "recipient" and _of_thing_there(sentence, filled, candidate, others, words))
        or (filled.role == "recipient" and _by_another_act(sentence, filled, candidate, others))
        or (filled.role == "recipient" and _seated_at(sentence, filled, candidate, others))
    )


def _sent_out(sentence: Sentence, filled: Filled, candidate: Candidate, kept: list[Filled]) -> bool:
    """Whether a phrase is the troops or ships that somebody calls up or sends, to whom nothing is done: "dispatched the carrier Lincoln"."""
    if candidate.label != "MOBILIZE":
        return False
    token = sentence.tokens[filled.mention.head]
    while matches(token.relation, ("appos", "flat", "compound")) and token.head >= 0:
        token = sentence.tokens[token.head]  # "the carrier Lincoln"
    if not matches(token.relation, OBJECTS) or token.head not in candidate.words:
        return False
    actor = filled.mention.actor
    return actor is None or any(f.role == "initiator" and f.mention.actor == actor for f in kept)


def _ruled_once(sentence: Sentence, filled: Filled) -> bool:
    """Whether a nationality is that of who ruled a land before: "annexed the former Belgian colony"."""
    tokens, head = sentence.tokens, filled.mention.head
    land = tokens[head].head
    if land < 0 or not matches(tokens[head].relation, ("amod", "compound")):
        return False
    ruled = tokens[land].lemma.lower() in lexicon.load().classes["dependency"]
    return ruled and any(tokens[c].text.lower() in ("former", "ex") for c in sentence.children[land])


def _of_emblem(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a nationality is that of a thing which those who act wear, carry or shout: "youths waving Kenyan flags", "women in Kenyan dress"."""
    tokens, head = sentence.tokens, filled.mention.head
    thing = tokens[head].head
    if thing < 0 or not matches(tokens[head].relation, ("amod", "compound")):
        return False
    if acts(sentence, thing, words) or thing in candidate.words:
        return False
    verb = tokens[thing].head
    worn = matches(tokens[thing].relation, ("nmod",)) and preposition(sentence, thing) in ("in", "with")
    carried = matches(tokens[thing].relation, ("obj",)) and verb >= 0 and tokens[verb].text.lower().endswith("ing")
    carried = carried and matches(tokens[verb].relation, ("acl", "advcl")) and verb not in candidate.words
    return worn or carried


def _of_town(sentence: Sentence, filled: Filled) -> bool:
    """Whether a state only tells where a town is in which something happens: "In Mombasa, Kenya, Somali exiles protested"."""
    tokens, mention = sentence.tokens, filled.mention
    token = tokens[mention.head]
    town = token.head
    if town < 0 or not matches(token.relation, ("nmod", "appos")) or preposition(sentence, mention.head) is not None:
        return False
    places = tokens[town].name.endswith("LOC") and token.name.endswith("LOC")
    return places and tokens[mention.first - 1].text == "," and preposition(sentence, town) in _AT


def _of_matter(sentence: Sentence, filled: Filled, others: list[Filled]) -> bool:
    """Whether a phrase is what those who act are for or against, or where that is: "marchers against a road through the Virunga park"."""
    doers = {f.mention.head for f in others}
    i, matter = first_of(sentence, filled.mention.head), False
    while i >= 0 and i not in doers and matches(sentence.tokens[i].relation, ("nmod",)):
        matter = matter or preposition(sentence, i) in _MATTER
        i = sentence.tokens[i].head
    return matter and i in doers


def _of_friends(
    sentence: Sentence, filled: Filled, candidate: Candidate, mentions: Mentions, others: list[Filled]
) -> bool:
    """Whether a phrase is with whom those in the act are allied, or to whom they are close: "chiefs allied with Haftar"; who is known to be loyal to
    somebody is told by his own name."""
    tokens, top = sentence.tokens, first_of(sentence, filled.mention.head)
    siding = lexicon.load().classes["siding"]
    if preposition(sentence, top) not in _WITH:
        return False
    word = tokens[top].head
    if word < 0 or word in candidate.words or tokens[word].lemma.lower() not in siding:
        return False
    bearer = tokens[word].head
    if bearer < 0 or not matches(tokens[word].relation, ("acl", "amod")):
        return False
    named = [f for f in others if f.mention.head == bearer]
    armed = {*lexicon.load().words_of_arms, *lexicon.load().classes["troops"]}
    forces = not armed.isdisjoint((tokens[bearer].lemma.lower(), tokens[bearer].text.lower()))
    return bool(named) and (not forces or mentions.at(sentence, bearer).actor is not None)


def _of_members(sentence: Sentence, filled: Filled, others: list[Filled]) -> bool:
    """Whether a body or state is only whose member or ally somebody by name is: "Chad, a League member which closed its border,"."""
    tokens, head = sentence.tokens, filled.mention.head
    noun = tokens[head].head
    if noun < 0 or not matches(tokens[head].relation, ("compound", "amod", "nmod")):
        return False
    if (
        preposition(sentence, head) not in _WHOSE
        or tokens[noun].lemma.lower() not in lexicon.load().classes["belonging"]
    ):
        return False
    about = tokens[noun].head if tokens[noun].relation == "appos" else -1
    return any(f.mention.head == about for f in others)


def _accredited_to(sentence: Sentence, filled: Filled, others: list[Filled]) -> bool:
    """Whether a body of states is only where those who act are posted: "Chad's mission to the United Nations"."""
    top = first_of(sentence, filled.mention.head)
    noun = sentence.tokens[top].head
    if preposition(sentence, top) not in ("to", "at") or filled.mention.resolution.actor_type not in OF_STATES:
        return False
    posts = lexicon.load().nouns_of_posts | {"mission", "delegation"}
    posted = noun >= 0 and sentence.tokens[noun].lemma.lower() in posts
    return posted and any(f.mention.first <= noun <= f.mention.last for f in others)


def _for_his_deed(sentence: Sentence, filled: Filled, candidate: Candidate, others: list[Filled]) -> bool:
    """Whether a phrase is whom another, against whom the act is, helped or hurt: "sanctions on Chad for arming the rebels"."""
    tokens = sentence.tokens
    for i in sentence.ancestors(filled.mention.head):
        if i in candidate.words:
            return False
        gerund = tokens[i].text.lower().endswith("ing") and matches(tokens[i].relation, ("advcl", "acl", "ccomp"))
        if gerund and preposition(sentence, i) in FOR_DEEDS:
            inside = sentence.subtree(i)
            return not any(w in inside for w in candidate.words) and any(f.mention.head not in inside for f in others)
    return False


def _punishes_it(sentence: Sentence, filled: Filled, candidate: Candidate, others: list[Filled]) -> bool:
    """Whether a phrase is who does something to another for the act: the United States of "the United States punished Chad for arming the rebels"."""
    tokens = sentence.tokens
    act = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if act < 0 or not tokens[act].text.lower().endswith("ing") or preposition(sentence, act) not in FOR_DEEDS:
        return False
    above = tokens[act].head
    if above < 0 or not matches(tokens[act].relation, ("advcl", "acl")):
        return False
    verb = above if tokens[above].upos == "VERB" else tokens[above].head  # "sanctions on Chad for arming"
    if verb < 0 or tokens[first_of(sentence, filled.mention.head)].head != verb or is_passive(sentence, verb):
        return False
    if not matches(tokens[first_of(sentence, filled.mention.head)].relation, ("nsubj",)):
        return False
    return any(verb in sentence.ancestors(f.mention.head) and f.mention.head > verb for f in others)


def _of_thing_there(
    sentence: Sentence, filled: Filled, candidate: Candidate, others: list[Filled], words: ThirdPartyWords
) -> bool:
    """Whether a nationality is that of a thing with which those are to whom it is done: "fired at crowds blocking trucks with Kenyan aid"."""
    tokens, head = sentence.tokens, filled.mention.head
    thing = tokens[head].head
    if thing < 0 or not matches(tokens[head].relation, ("amod", "compound")) or acts(sentence, thing, words):
        return False
    if thing in candidate.words:
        return False
    met = {f.mention.head for f in others}
    i, clause = thing, False
    while i >= 0 and i not in met and i not in candidate.words:
        clause = clause or matches(tokens[i].relation, ("acl",))
        i = tokens[i].head
    return clause and i in met


def _by_another_act(sentence: Sentence, filled: Filled, candidate: Candidate, others: list[Filled]) -> bool:
    """Whether a phrase is whom the same people accuse or ask while they do this to somebody else: "appealed to the court, accusing the
    commission", and the court for the accusation."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    other = tokens[first_of(sentence, filled.mention.head)].head
    if (
        candidate.label not in _BY_WORDS
        or verb < 0
        or other < 0
        or tokens[other].upos != "VERB"
        or other in candidate.words
    ):
        return False
    below, above = (other, verb) if tokens[other].head == verb else (verb, other)
    gerund = tokens[below].head == above and matches(tokens[below].relation, ("advcl",))
    gerund = gerund and tokens[below].text.lower().endswith("ing") and preposition(sentence, below) is None
    return gerund and any(tokens[first_of(sentence, f.mention.head)].head == verb for f in others)


def _seated_at(sentence: Sentence, filled: Filled, candidate: Candidate, others: list[Filled]) -> bool:
    """Whether a town is only where those are who are spoken to or of: "accused the judges in The Hague"."""
    top = first_of(sentence, filled.mention.head)
    if (
        candidate.label not in _BY_WORDS
        or filled.mention.resolution.place is None
        or preposition(sentence, top) != "in"
    ):
        return False
    token = sentence.tokens[top]
    return matches(token.relation, ("nmod",)) and any(f.mention.head == token.head for f in others)
