"""Visits that only tell when something else happened: "agreed a truce a day before a visit by Blinken"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import AT_TABLE
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group

_WHEN = frozenset({"before", "after", "ahead", "during", "following", "amid", "since", "until", "prior", "on", "upon"})
_MARKS = frozenset({"before", "after", "as", "when", "until", "since", "while", "once", "hours", "days"})
_BELOW = ("nmod", "obl", "compound", "amod", "conj", "appos", "flat")
_TWO = 2
_LEAVING = frozenset({"leave", "depart", "quit"})
_STEPPING = frozenset({"walk", "storm", "pull", "drop"})
_AWAY = frozenset({"out", "home", "away", "back"})


def without_visitors(
    sentence: Sentence, candidate: Candidate, people: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants without those whose coming only tells when the event was: "met shortly before the arrival of Hollande".

    Of a meeting the two who meet must be told besides: "held talks during a visit by Putin" is with him.
    """
    people = [f for f in people if f.rule != "model" or not _gone_before(sentence, candidate, f, words)]
    coming = [f for f in people if f.mention.sentence == sentence.index and _comes_then(sentence, candidate, f, words)]
    rest = [f for f in people if f not in coming]
    if not coming or (_is_meeting(candidate) and not _two_sides(sentence, rest, words)):
        return people
    return rest


def _gone_before(sentence: Sentence, candidate: Candidate, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether somebody left before talks began that stand in a clause with "before": "left Geneva before the first session opened"; who left
    for Geneva may be there."""
    tokens = sentence.tokens
    if candidate.label not in group("gatherings") or filled.role not in AT_TABLE:
        return False
    for opening in (tokens[i].head for i in candidate.words if tokens[i].head >= 0):
        marks = sentence.dependents(opening, "mark", "advmod")
        before = any(tokens[c].text.lower() == "before" for c in marks)
        left = tokens[opening].head
        if not before or left < 0 or not matches(tokens[opening].relation, ("advcl",)):
            continue
        first = left
        while tokens[first].relation == "conj":
            first = tokens[first].head
        doers = {k for v in (left, first) for s in sentence.dependents(v, "nsubj") for k in conjuncts(sentence, s)}
        away = any(_goes_away(sentence, v, words) for v in (left, first))
        if away and any(filled.mention.head in (d, *sentence.subtree(d)) for d in doers):
            return True
    return False


def _goes_away(sentence: Sentence, verb: int, words: ThirdPartyWords) -> bool:
    """Whether a verb tells of leaving, and not for somewhere: "left", "walked out", "flew home"; not "flew back to Geneva", "laid out a plan"."""
    tokens = sentence.tokens
    there = any(preposition(sentence, c) in ("for", "to") for c in sentence.dependents(verb, "obl"))
    lemma = tokens[verb].lemma.lower()
    if there or lemma in _LEAVING:
        return not there
    moves = lemma in words.travelling | _STEPPING
    return moves and any(tokens[c].text.lower() in _AWAY for c in sentence.children[verb])


def _is_meeting(candidate: Candidate) -> bool:
    return candidate.label in group("gatherings") or candidate.label.isupper()


def _two_sides(sentence: Sentence, people: Sequence[Filled], words: ThirdPartyWords) -> bool:
    """Whether two who meet are named, or all at the table ("the two sides")."""
    meeting = [f for f in people if f.role in AT_TABLE | MEDIATORS]
    heads = [sentence.tokens[f.mention.head] for f in meeting if f.mention.sentence == sentence.index]
    several = any(t.lemma.lower() in words.sides and t.text.lower() != t.lemma.lower() for t in heads)
    return several or len({f.mention.actor or f.mention.text for f in meeting}) >= _TWO


def _comes_then(sentence: Sentence, candidate: Candidate, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether a phrase is whose visit or arrival a time is told by, and he isn't called a mediator."""
    tokens = sentence.tokens
    head = filled.mention.head
    called = tokens[filled.mention.first : filled.mention.last + 1]
    if any(words.functions.get(t.lemma.lower()) in MEDIATORS for t in called):
        return False
    while tokens[head].relation == "conj" and tokens[head].head >= 0:
        head = tokens[head].head
    above = tokens[head].head
    if above < 0:
        return False
    if matches(tokens[head].relation, ("nsubj",)):
        return _tells_when(sentence, candidate, above, words)
    while above >= 0 and not told_by_visit(sentence, above, words) and matches(tokens[above].relation, _BELOW):
        above = tokens[above].head
    outside = above >= 0 and not _holds(sentence, candidate, above)
    return outside and told_by_visit(sentence, above, words) and _is_visitor(sentence, filled.mention.head, above)


def told_by_visit(sentence: Sentence, noun: int, words: ThirdPartyWords) -> bool:
    """Whether a noun for a visit tells when something is: "after a visit", "on the day of the arrival"."""
    tokens = sentence.tokens
    if tokens[noun].upos != "NOUN" or tokens[noun].lemma.lower() not in words.visits:
        return False
    case = preposition(sentence, noun)
    if case == "of" and tokens[noun].head >= 0:
        return tokens[tokens[noun].head].mention == "time" or tokens[tokens[noun].head].lemma.lower() == "eve"
    return case in _WHEN


def _is_visitor(sentence: Sentence, head: int, visit: int) -> bool:
    """Whether a phrase is the visitor ("by", "of", "from", or before the noun), and not who is visited."""
    while sentence.tokens[head].head not in (visit, -1):
        head = sentence.tokens[head].head
    token = sentence.tokens[head]
    before = head < visit and preposition(sentence, head) is None
    return token.head == visit and (before or preposition(sentence, head) in ("by", "of", "from"))


def _tells_when(sentence: Sentence, candidate: Candidate, verb: int, words: ThirdPartyWords) -> bool:
    """Whether a verb of coming or going heads a clause that only tells when: "on the day Obama arrived", "hours before Kerry flew home"."""
    tokens = sentence.tokens
    if tokens[verb].lemma.lower() not in words.travelling | {"leave", "depart", "land"} or _holds(
        sentence, candidate, verb
    ):
        return False
    above = tokens[verb].head
    if tokens[verb].relation == "acl:relcl":
        relative = any(tokens[c].text.lower() in ("who", "which") for c in sentence.dependents(verb, "nsubj"))
        return not relative and above >= 0 and (tokens[above].mention == "time" or tokens[above].lemma == "day")
    marks = {tokens[c].text.lower() for c in sentence.dependents(verb, "mark", "advmod")}
    return matches(tokens[verb].relation, ("advcl",)) and bool(marks & _MARKS)


def _holds(sentence: Sentence, candidate: Candidate, word: int) -> bool:
    """Whether the event stands at or below a word."""
    return any(word in (i, *sentence.ancestors(i)) for i in candidate.words)


def only_tells_when(sentence: Sentence, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a visit is told as the time of something else and nobody and no place is visited: "a day before a visit by Blinken"."""
    noun = candidate.words[-1]
    if candidate.label not in {*group("gatherings"), "CONSULT"} or candidate.rule is not None:
        return False
    if len(candidate.words) > 1 or not told_by_visit(sentence, noun, words):
        return False
    # wherever the parser hangs it: "a visit by Qatari mediators to Gaza"
    below = (t.i for t in sentence.tokens[noun + 1 :] if noun in sentence.ancestors(t.i))
    return not any(preposition(sentence, i) in ("to", "with", "in", "between") for i in below)
