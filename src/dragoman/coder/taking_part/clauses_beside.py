"""Who stands in a clause that the event doesn't, both with people of their own: one that says more of somebody ("who broke with the SPLA") or
tells what happened at the same time ("as Macron met Xi")."""

from __future__ import annotations

from dragoman.coder.at_the_table.third_parties import acts
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import IN_OR_AT, MEANWHILE
from dragoman.coder.grammar.phrases import preposition, stands_below
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.coder.taking_part.own_clause import ACTING, clause_of, has_people, is_agent, top_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_TIMES = frozenset({"day", "night", "morning", "evening", "afternoon", "hour", "week", "month", "year", "moment"})
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose", "where"})
"""Verbs that only tell when talks are: "the meeting came a day after Russia and Ukraine held talks"."""


def in_clause_beside(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase takes no part in an event since it stands in another clause with people of its own."""
    head = filled.mention.head
    if filled.mention.sentence != sentence.index or not 0 <= head < len(sentence) or head in candidate.words:
        return False
    if filled.rule.startswith(TIED) or filled.mention.pronoun:
        return False
    return (
        _said_of_somebody(sentence, filled, candidate, words)
        or _meanwhile(sentence, filled, candidate, words)
        or _above(sentence, filled, candidate, words)
    )


def _said_of_somebody(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase stands in a relative clause about somebody: "a faction that broke with the SPLA signed", not "a delegation that included
    Hamas". Who was held "by the rebels" and is let go is let go by them."""
    head = filled.mention.head
    if filled.role not in (ACTING | {"recipient"}) - MEDIATORS:
        return False
    for clause in sentence.ancestors(head):
        token = sentence.tokens[clause]
        if token.relation != "acl:relcl":
            continue
        if any(stands_below(sentence, i, clause) for i in candidate.words) or token.head in candidate.words:
            return False
        between = sentence.tokens[token.head + 1 : clause]
        if token.lemma.lower() in words.made_of or not any(t.text.lower() in _RELATIVE for t in between):
            return False
        if filled.role == "initiator" and is_agent(sentence, top_of(sentence, head)):
            return False
        if words.tells_of_mediation(token.lemma) or words.verb(token.lemma) == filled.role:
            return False  # "held talks in Moscow, which Russia hosted"
        return acts(sentence, token.head, words)
    return False


def _meanwhile(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase stands in a clause with "as", "after" and the like and the event in the one above: "Hamas agreed to a truce as envoys met
    in Doha"."""
    own = _predicate(sentence, candidate.words)
    clause = clause_of(sentence, own)
    beside = _adverbial(sentence, filled.mention.head)
    if filled.role not in ACTING | {"recipient"} or clause < 0 or beside < 0:
        return False
    if stands_below(sentence, own, beside) or not stands_below(sentence, beside, clause):
        return False
    dated = sentence.tokens[clause].lemma.lower() in words.dating and (
        candidate.label in group("gatherings") or any(_is_event(sentence, i, words) for i in sentence.subtree(beside))
    )
    # "The summit was cancelled as the rebels advanced", not "collapsed as the rebels walked out"
    classes = lexicon.load().classes
    truce = candidate.label in group("texts_and_truces")
    fights = not truce and sentence.tokens[beside].lemma.lower() in {
        *classes["advancing"],
        *classes["done_to_others"],
    } - {"boycott"}
    if not (dated or fights or has_people(sentence, clause, words)):
        return False
    if not (has_people(sentence, beside, words) or _of_other_talks(sentence, filled.mention.head, beside, words)):
        return False
    # "talked to neither, as the envoy walked between them", "agreed after Egypt urged them to"
    lemma = sentence.tokens[beside].lemma.lower()
    goes_between = any(preposition(sentence, c) == "between" for c in sentence.children[beside])
    assists = goes_between or words.tells_of_mediation(lemma) or lemma in words.causing | words.asking
    return not (assists and filled.role in MEDIATORS)


def _of_other_talks(sentence: Sentence, head: int, clause: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase tells of the talks that are the subject of a clause: "as UN-brokered talks in Kuwait stalled"."""
    subjects = sentence.dependents(clause, "nsubj")
    return any(_is_event(sentence, i, words) and stands_below(sentence, head, i) for i in subjects)


def _is_event(sentence: Sentence, i: int, words: ThirdPartyWords) -> bool:
    """Whether a word names talks, a truce or a text."""
    return not {sentence.tokens[i].lemma.lower(), sentence.tokens[i].text.lower()}.isdisjoint(words.events)


def _above(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether the event stands in such a clause, and a phrase in the one above: "Xi received Macron as Israel and Hamas held talks"."""
    own = _predicate(sentence, candidate.words)
    clause = _adverbial(sentence, own)
    if clause < 0 or filled.role not in ACTING | {"recipient"} or clause_of(sentence, own) != clause:
        return False
    if sentence.tokens[own].lemma.lower() in words.saying | words.asking:
        return False  # "as its rivals have warned"
    above, head = sentence.tokens[clause].head, filled.mention.head
    if not has_people(sentence, clause, words, named=True) or stands_below(sentence, head, clause):
        return False
    main = clause_of(sentence, above)
    if not stands_below(sentence, head, main) or not has_people(sentence, main, words):
        return False
    return not words.tells_of_mediation(sentence.tokens[above].lemma)


def placed_beside(sentence: Sentence, trigger: list[int], place: int) -> bool:
    """Whether a place is told in a clause that the event doesn't stand in: Beijing for the talks of "Xi received Macron in Beijing as Israel and
    Hamas held talks in Cairo", and Cairo for the reception."""
    own = _predicate(sentence, trigger)
    beside, around = _adverbial(sentence, place), _adverbial(sentence, own)
    if own < 0 or beside == around:
        return False
    if beside >= 0 and not stands_below(sentence, own, beside):
        subjects = sentence.dependents(beside, "nsubj", "nsubj:pass")  # not "spoke as he left Geneva"
        return any(sentence.tokens[i].upos != "PRON" for i in subjects)
    inside = sentence.subtree(around) if around >= 0 else []
    return place not in inside and any(
        sentence.tokens[i].name == "B-LOC" and preposition(sentence, i) in IN_OR_AT for i in inside
    )


def _adverbial(sentence: Sentence, word: int) -> int:
    """The clause with "as", "when", "after" and the like that a word stands in, below one that it doesn't; -1 for none."""
    for i in (word, *sentence.ancestors(word)) if word >= 0 else ():
        relation = sentence.tokens[i].relation
        subject = any(c < i for c in sentence.dependents(i, "nsubj", "nsubj:pass"))  # not "as were three agents"
        if subject and matches(relation, ("advcl", "acl", "conj")) and (_begins(sentence, i) or _dates(sentence, i)):
            return i
        if matches(relation, ("ccomp", "parataxis")):
            return -1
    return -1


def _predicate(sentence: Sentence, trigger: list[int]) -> int:
    """The verb of an event's clause, or its noun where that is said to be somebody: "spectator" of "has been a spectator"."""
    verb = own_verb(sentence, trigger)
    named = verb < 0 and sentence.dependents(trigger[-1], "nsubj") and sentence.dependents(trigger[-1], "cop")
    return trigger[-1] if named else verb


def _dates(sentence: Sentence, clause: int) -> bool:
    """Whether a clause tells of a time: "on the day that Russia and Ukraine held talks"."""
    token = sentence.tokens[clause]
    return token.relation == "acl:relcl" and sentence.tokens[token.head].lemma.lower() in _TIMES


def _begins(sentence: Sentence, clause: int) -> bool:
    """Whether such a conjunction stands right before the subject of a clause, whatever it is hung on: "a day after Russia met"."""
    subjects = sentence.dependents(clause, "nsubj", "nsubj:pass")
    first = min((k for i in subjects for k in sentence.subtree(i)), default=0)
    near = [i for i in (first - 1, first) if i >= 0 and clause in sentence.ancestors(i)]
    return any(sentence.tokens[i].text.lower() in MEANWHILE for i in near)
