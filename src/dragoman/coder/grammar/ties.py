"""How a day or a place hangs on an event in the tree: on its own words, on a clause around it, or on the verb of saying above it."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from dragoman.coder.grammar.classes import CLAUSES, SAID
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, Token, matches

_PREDICATES = ("VERB", "AUX", "ADJ")
_OTHER_TIME = frozenset({"after", "before", "since", "until", "till", "following", "ahead", "prior"})
_CLAUSE_OF_TIME = frozenset({"after", "before", "since", "until"})
_DUE = frozenset({"due", "set", "scheduled"})
_UNITS = frozenset(
    {"day", "night", "morning", "week", "weekend", "month", "year", "end", "start", "beginning", "middle"}
)
_WHO = frozenset({"who", "whom", "whose"})


class TimeAndPlaceWords(msgspec.Struct, frozen=True):
    """The lexicon file `times_and_places.yaml`, where each field is explained, with words of other files that go with them.

    Attributes:
        saying: lemmas of verbs of speech and reporting, without those of `writing`.
        meetings, fighting, truces: nouns for talks, meetings and conferences, for war and violence, and for truces.
        appointed, intended: words by which something had been due, see modality.yaml.
    """

    ahead: frozenset[str]
    modals: frozenset[str]
    holding: frozenset[str]
    statements: frozenset[str]
    offering: frozenset[str]
    agreed: frozenset[str]
    deferring: frozenset[str]
    firsts: frozenset[str]
    limits: frozenset[str]
    giving_time: frozenset[str]
    making: frozenset[str]
    agreeing: frozenset[str]
    speaking: frozenset[str]
    writing: frozenset[str]
    matter: frozenset[str]
    troubles: frozenset[str]
    margins: frozenset[str]
    judging: frozenset[str]
    moving: frozenset[str]
    buildings: frozenset[str]
    responses: frozenset[str]
    promising: frozenset[str]
    long_ago: frozenset[str] = frozenset()
    eras: tuple[str, ...] = ()
    going: frozenset[str] = frozenset()
    localities: frozenset[str] = frozenset()
    sequence: frozenset[str] = frozenset()
    seats: dict[str, str] = {}
    saying: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()
    fighting: frozenset[str] = frozenset()
    truces: frozenset[str] = frozenset()
    appointed: frozenset[str] = frozenset()
    intended: frozenset[str] = frozenset()


class Tie(NamedTuple):
    """The way from an event's words to another word.

    Attributes:
        kind: "own" (its phrase or clause), "told" (the clause that tells of it), "shared" (the verb that it is coordinated with),
            "governing" (the act whose infinitive it is: "agreed on Friday to meet").
        up: words from the event up to, without, the word where both meet.
        way: words from the other one up to, without, the word where both meet.
        top: the word where both meet.
    """

    kind: str
    up: list[int]
    way: list[int]
    top: int


def tie(sentence: Sentence, words: list[int], other: int, vocabulary: TimeAndPlaceWords, *, act: bool) -> Tie | None:
    """How `other` hangs on the event at `words`; None where it belongs to another clause.

    Args:
        act: the event is something done to talks, so that what is told of these talks counts for it.
    """
    tokens = sentence.tokens
    start = next((i for i in words if tokens[i].head not in words), words[0])
    above = [start, *sentence.ancestors(start)]
    way: list[int] = []
    top = other
    while top not in above and top not in words:
        way.append(top)
        top = tokens[top].head
    up = [] if top in words else above[: above.index(top)]
    kind = _down(sentence, words, way, vocabulary, act=act)
    if kind != "own":
        return Tie(kind, up, way, top) if kind else None
    for i in up:
        relation = tokens[i].relation
        if matches(relation, SAID):
            kind = "told"
        elif matches(relation, ("advcl", "acl", "csubj")):
            return None
        elif kind == "own" and relation == "conj" and tokens[i].upos in _PREDICATES:
            if sentence.dependents(i, "nsubj", "csubj"):
                return None
            kind = "shared"
        elif kind == "own" and relation == "xcomp" and tokens[i].upos in _PREDICATES:
            kind = "governing"
    return Tie(kind, up, way, top)


def _down(
    sentence: Sentence, words: list[int], way: list[int], vocabulary: TimeAndPlaceWords, *, act: bool
) -> str | None:
    """Kind of a way down from the event: "own", "told" ("..., he said on Monday"), None across another clause."""
    for i in way[1:]:
        token = sentence.tokens[i]
        if matches(token.relation, ("acl",)):
            # "talks held on Monday", "talks due to begin on Monday", not "rebels due to arrive on Monday attacked".
            of_event = token.head in words or (act and sentence.tokens[token.head].upos == "NOUN")
            holding = token.lemma.lower() in vocabulary.holding and not sentence.dependents(i, "obj")
            if of_event and (holding or mark(sentence, [i], vocabulary)):
                continue
            return None
        if matches(token.relation, ("parataxis", "advcl")) and token.lemma.lower() in vocabulary.saying:
            return "told"
        predicate = token.upos in _PREDICATES
        if matches(token.relation, CLAUSES) or (predicate and token.relation in ("conj", "xcomp")):
            return None
    return "own"


def of_other_time(sentence: Sentence, words: list[int], other: int) -> bool:
    """Whether a word stands in a clause that tells of an earlier or later time: "after they had met in Cairo"."""
    for i in (other, *sentence.ancestors(other)):
        if i in words or any(i in sentence.ancestors(word) for word in words):
            return False
        marks = _before(sentence, i) & _CLAUSE_OF_TIME
        if marks and matches(sentence.tokens[i].relation, ("advcl", *(("acl",) if "since" in marks else ()))):
            return True  # also "the first contact since the process began in January"
    return False


def of_other_occasion(sentence: Sentence, words: list[int], day: int, *, behind: bool = False) -> bool:
    """Whether a day is that of something before or after which the event took place.

    "Before Friday's vote", "after the coup of 5 June", "ahead of an election due on July 27"; not "before the summit last year", where
    the year may be told of either.

    Args:
        behind: what stands behind the occasion's noun is told of it, whatever the preposition.
    """
    token = sentence.tokens[day]
    due = next((c for c in sentence.dependents(day, "case") if sentence.tokens[c].text.lower() in _DUE), 0)
    noun = due - 1 if due else token.head
    if noun < 0 or noun in words or not (due or behind or noun > day or preposition(sentence, day) == "of"):
        return False
    above = {a for i in words for a in sentence.ancestors(i)}
    if noun in above or sentence.tokens[noun].lemma.lower() in _UNITS:
        return False
    if any(t.text.lower() == "when" for t in sentence.tokens[noun : max(words)]):
        return False  # "before the 1967 war, when they seized the town"
    first = min([noun, *sentence.dependents(noun, "case")])
    lasting = first > 1 and preposition(sentence, noun) == "of" and sentence.tokens[first - 1].lemma.lower() in _UNITS
    marked = first - 1 if lasting else noun  # "after five days of talks in Oslo"
    return any(sentence.tokens[c].text.lower() in _OTHER_TIME for c in sentence.dependents(marked, "case"))


def is_due(sentence: Sentence, day: int) -> bool:
    """Whether a day is set ahead by a word before it that the parser takes for a preposition: "talks due on Friday were put off"."""
    return any(sentence.tokens[c].text.lower() in _DUE for c in sentence.dependents(day, "case"))


def of_other_clause(sentence: Sentence, words: list[int], day: int) -> bool:
    """Whether a day stands in a clause to which the event's is joined with a subject of its own: "In 2011 they left, and the deal failed"."""
    above = {day, *sentence.ancestors(day)}
    for word in words:
        for i in (word, *sentence.ancestors(word)):
            token = sentence.tokens[i]
            if i in above:
                break
            if token.relation == "conj" and token.upos == "VERB" and token.head in above:
                return bool(sentence.dependents(i, "nsubj", "nsubj:pass"))
    return False


def told_after_another(sentence: Sentence, words: list[int], other: int, vocabulary: TimeAndPlaceWords) -> bool:
    """Whether an event is only told as what came before or after that of the clause with `other`.

    "Met in Cairo on Monday after the ceasefire", "struck a base on Friday in response to an attack". Talks before an act are held where
    and when it is done, if nothing else is told ("signed it in Oslo after talks").
    """
    start = next((i for i in words if sentence.tokens[i].head not in words), words[0])
    above = [other, *sentence.ancestors(other)]
    for i in (start, *sentence.ancestors(start)):
        if i in above or sentence.tokens[i].upos in ("VERB", "AUX"):
            return False
        if i != start and sentence.tokens[i].lemma.lower() in vocabulary.responses:
            return True
        cases = {sentence.tokens[c].text.lower() for c in sentence.dependents(i, "case")}
        if cases & _OTHER_TIME:
            return (
                "before" in cases or "ahead" in cases or sentence.tokens[start].lemma.lower() not in vocabulary.meetings
            )
    return False


def of_somebody(sentence: Sentence, words: list[int], other: int) -> bool:
    """Whether a word stands in a clause on somebody beside the event: "held talks with the rebels, who seized Sanaa in 2014"."""
    above = {i for word in words for i in (word, *sentence.ancestors(word))}
    for i in (other, *sentence.ancestors(other)):
        if i in above:
            return False
        if sentence.tokens[i].relation == "acl:relcl":
            below = [c for k in sentence.children[i] for c in (k, *sentence.dependents(k, "nmod:poss")) if k < i]
            return any(sentence.tokens[c].text.lower() in _WHO for c in below) and not _behind_clause(
                sentence, i, other
            )
    return False


def _behind_clause(sentence: Sentence, verb: int, other: int) -> bool:
    """Whether a comma closes a relative clause before a word that the parser hangs on its verb: "the rebels, who hold the north, in Oslo"."""
    first = min(sentence.subtree(verb))
    opened = any(sentence.tokens[k].text == "," for k in (first, first - 1) if k >= 0)
    starts = min(sentence.subtree(other))
    comma = next((k for k in (starts, starts - 1) if sentence.tokens[k].text == ","), 0)
    whole = not any(sentence.tokens[k].text == "," for k in range(first + 1, comma))
    return opened and comma > verb and whole


def promised(sentence: Sentence, other: int, words: TimeAndPlaceWords) -> bool:
    """Whether a word belongs to the infinitive of a promise or a plan: "agreed to meet on Monday"."""
    for i in sentence.ancestors(other):
        token = sentence.tokens[i]
        if token.upos in _PREDICATES:
            above = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
            return (
                token.relation in ("xcomp", "acl", "advcl", "ccomp")
                and "to" in _before(sentence, i)
                and above in words.promising
            )
    return False


def mark(sentence: Sentence, way: list[int], words: TimeAndPlaceWords) -> str | None:
    """What the words on a way say of its time: "due" ("due to begin on"), "future" ("will begin on"), "past" ("was to have begun on")."""
    for i in way:
        token = sentence.tokens[i]
        forms = _before(sentence, i) | _before_infinitive(sentence, i)
        if (found := clause_mark(sentence, i, words)) or {
            token.lemma.lower(),
            token.text.lower(),
            *forms,
        } & words.ahead:
            return found or "due"
    return None


def clause_mark(sentence: Sentence, i: int, words: TimeAndPlaceWords) -> str | None:
    """The same of one word by its auxiliaries alone."""
    forms = _before(sentence, i)
    if forms & words.modals and any(t.upos == "AUX" and t.text.lower() in words.modals for t in _children(sentence, i)):
        return "past" if "have" in forms else "future"
    if {"be", "to"} <= forms:
        return "past" if "have" in forms else "due"
    return "due" if {"ahead", "of"} <= forms else None


def _before_infinitive(sentence: Sentence, i: int) -> set[str]:
    """Form and lemma of the word before the "to" of an infinitive, whatever the parser hangs it on: "due" of "talks due to begin"."""
    to = next((t.i for t in _children(sentence, i) if t.text.lower() == "to" and t.relation == "mark"), 0)
    before = sentence.tokens[to - 1] if to else None
    return {before.text.lower(), before.lemma.lower()} if before else set()


def _children(sentence: Sentence, i: int) -> list[Token]:
    return [sentence.tokens[c] for c in sentence.children[i] if c < i]


def _before(sentence: Sentence, i: int) -> set[str]:
    """Forms and lemmas of the dependents before a word."""
    return {form for t in _children(sentence, i) for form in (t.text.lower(), t.lemma.lower())}
