"""Who is named only in the circumstances of an act, or to tell of somebody in it what others did to him, although he was read as acting."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import IN_PHRASE
from dragoman.coder.grammar.phrases import first_of, preposition
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.coder.taking_part.past_attack import acts_about_it
from dragoman.coder.taking_part.things_of import names_weapon
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_HELPING = frozenset({"SUPPORT", "AID", "COOPERATE"})
_TRADING = frozenset({"AID", "COOPERATE"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "AID", "MOBILIZE", "SANCTION", "PROTEST", "RETREAT", "COOPERATE"})
"""Categories (PLOVER) of what is done and not said."""
_AT_ODDS = frozenset({"in", "amid", "over", "despite"})
"""Prepositions behind which somebody is at odds with another, who may be the one acted against: "in a dispute with Kenya"."""


def is_circumstance(
    sentence: Sentence,
    filled: Filled,
    candidate: Candidate,
    mentions: Mentions,
    words: ThirdPartyWords,
    kept: list[Filled],
) -> bool:
    """Whether a phrase only tells on what occasion, against whom or with whose goods something is done, or what somebody in it did or suffered
    elsewhere; not of talks, whose sides the dispute names."""
    head = filled.mention.head
    if (
        candidate.label.islower()
        or filled.role not in ("initiator", "recipient")
        or filled.mention.sentence != sentence.index
    ):
        return False
    return (
        _on_occasion(sentence, filled, candidate, words, kept)
        or _helped_against(sentence, filled, candidate, kept)
        or _makes_goods(sentence, filled, candidate, mentions)
        or names_weapon(sentence, filled, candidate)
        or acts_about_it(sentence, filled, candidate)
        or _in_description(sentence, head, candidate, mentions, words)
        or (
            filled.role == "initiator"
            and (
                _alleges(sentence, head, own_verb(sentence, candidate.words))
                or (candidate.label in _DEEDS and _only_says_so(sentence, head, candidate, mentions, words))
            )
        )
    )


def _on_occasion(
    sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords, kept: list[Filled]
) -> bool:
    """ "Uganda" of "freed him at the request of Uganda" and of "seized it with help from Uganda", "U.S." of "lifted the ban under U.S. pressure",
    "Tanzania" of "asked for help in its dispute with Tanzania"."""
    tokens = sentence.tokens
    i = filled.mention.head
    while tokens[i].head >= 0 and matches(tokens[i].relation, (*IN_PHRASE, "obl")):
        below, i = i, tokens[i].head
        if (
            tokens[i].lemma.lower() in words.occasions.get(preposition(sentence, i) or "", ())
            and i not in candidate.words
        ):
            if below == i or any(i in sentence.ancestors(w) for w in candidate.words):
                return False
            return preposition(sentence, i) not in _AT_ODDS or not _is_the_foe(filled, candidate, kept)
    return False


def _is_the_foe(filled: Filled, candidate: Candidate, kept: list[Filled]) -> bool:
    """Whether a phrase is the only one to whom something hostile can be done: "in a dispute with Kenya, Somalia recalled its ambassador"."""
    alone = not any(f.role == "recipient" and f is not filled for f in kept)
    return filled.role == "recipient" and alone and candidate.label in group("hostile")


def _helped_against(sentence: Sentence, filled: Filled, candidate: Candidate, kept: list[Filled]) -> bool:
    """Whether a phrase is against whom somebody else is helped: "sided with Uganda against Tanzania"."""
    helped = candidate.label in _HELPING and any(f.role == "recipient" and f is not filled for f in kept)
    return helped and filled.role == "recipient" and preposition(sentence, filled.mention.head) == "against"


def _makes_goods(sentence: Sentence, filled: Filled, candidate: Candidate, mentions: Mentions) -> bool:
    """Whether a nationality is that of goods which another gets: "sold Tanzanian coffee to Uganda"."""
    tokens, head = sentence.tokens, filled.mention.head
    if (
        filled.role != "recipient"
        or candidate.label not in _TRADING
        or not matches(tokens[head].relation, ("amod", "compound"))
    ):
        return False
    goods = tokens[head].head
    if goods < 0 or tokens[goods].relation != "obj" or mentions.at(sentence, goods).actor is not None:
        return False
    return any(preposition(sentence, c) == "to" for c in sentence.dependents(tokens[goods].head, "obl"))


def _in_description(
    sentence: Sentence, head: int, candidate: Candidate, mentions: Mentions, words: ThirdPartyWords
) -> bool:
    """Whether a phrase stands in a clause that tells what somebody in the act did or suffered elsewhere: "Kenyan soldiers" of "rebels who killed
    three Kenyan soldiers were captured", "North Korea" of "families of Japanese abducted by North Korea"; not whose he is ("troops sent by
    Kenya", "an aide working for Uganda")."""
    tokens = sentence.tokens
    chain = [head, *sentence.ancestors(head)]
    clause = next((i for i in chain if matches(tokens[i].relation, ("acl",)) and i != head), -1)
    if clause < 0 or tokens[clause].upos != "VERB":
        return False
    noun = tokens[clause].head
    if noun in candidate.words or any(i in (noun, clause) or noun in sentence.ancestors(i) for i in candidate.words):
        return False
    somebody = tokens[noun].mention == "person" or mentions.at(sentence, noun).known
    lemma = tokens[clause].lemma.lower()
    freed = tokens[noun].head in candidate.words and candidate.label == "RETREAT"
    if lemma in words.seizing and freed and tokens[tokens[noun].head].upos == "NOUN":
        return False  # "the release of 20 soldiers held by the rebels": by whom else
    if not somebody or lemma in words.acting_for:
        return False
    if lemma in words.seizing and (candidate.label == "REQUEST" or _has_no_doer(sentence, candidate)):
        return False  # "demanded the release of a pilot held by Kenya"
    if lemma in words.charging:
        return True
    below = chain[chain.index(clause) - 1]
    if is_passive(sentence, clause):
        return preposition(sentence, below) == "by"
    head = first_of(sentence, head)
    return tokens[below].relation == "obj" and below == head


def _has_no_doer(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether an event's verb is passive without "by": whoever seized the tourists that "were let go" does that, too."""
    verb = own_verb(sentence, candidate.words)
    if verb < 0 or not is_passive(sentence, verb):
        return False
    return not any(preposition(sentence, c) == "by" for c in sentence.dependents(verb, "obl"))


def _only_says_so(
    sentence: Sentence, head: int, candidate: Candidate, mentions: Mentions, words: ThirdPartyWords
) -> bool:
    """Whether a phrase is who says that somebody else does it: "Uganda, Kenya said, was arming rebels"."""
    tokens = sentence.tokens
    verb = own_verb(sentence, candidate.words)
    while verb >= 0 and matches(tokens[verb].relation, ("conj", "xcomp")) and not sentence.dependents(verb, "nsubj"):
        verb = tokens[verb].head
    above = tokens[head].head
    if verb < 0 or above < 0 or above in candidate.words or tokens[head].relation != "nsubj":
        return False
    if tokens[above].lemma.lower() not in words.saying:
        return False
    aside = (tokens[above].relation, tokens[above].head) == ("parataxis", verb)  # "Uganda, Kenya says, armed rebels"
    if not aside and (tokens[verb].relation not in ("ccomp", "parataxis") or tokens[verb].head != above):
        return False
    doers = [i for i in sentence.dependents(verb, "nsubj") if tokens[i].relation == "nsubj"]
    return any(tokens[i].upos in ("NOUN", "PROPN") and mentions.at(sentence, i).known for i in doers)


def _alleges(sentence: Sentence, head: int, verb: int) -> bool:
    """Whether a phrase is whose allegation it is that another does what the verb tells: "denied a Ugandan allegation that it backed rebels"."""
    tokens = sentence.tokens
    noun = tokens[head].head
    while verb >= 0 and tokens[verb].relation in ("conj", "xcomp"):
        verb = tokens[verb].head
    if noun < 0 or verb < 0 or tokens[noun].lemma.lower() not in lexicon.load().classes["allegation"]:
        return False
    whose = (
        matches(tokens[head].relation, ("amod", "compound"))
        or tokens[head].relation == "nmod:poss"
        or (preposition(sentence, head) in ("by", "from", "of"))
    )
    told = tokens[verb].head == noun and matches(tokens[verb].relation, ("acl", "ccomp"))
    return whose and told and bool(sentence.dependents(verb, "nsubj"))
