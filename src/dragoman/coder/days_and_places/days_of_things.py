"""Days and places of things that an event is about, not of the event: "rejected the 1977 guidelines", "welcomed the visit in April"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.coder.grammar.classes import IN_OR_AT
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.ties import TimeAndPlaceWords
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon
from dragoman.text.dates import DateMention

_UNITS = frozenset({"day", "week", "month", "year"})
_TAKING = frozenset({"accept"})
_BEFORE_NOUN = ("compound", "nummod", "amod", "nmod:poss", "nmod:unmarked", "obl:unmarked", "nmod")


def of_thing(
    sentence: Sentence, words: list[int], day: int, found: DateMention, vocabulary: TimeAndPlaceWords, *, judging: bool
) -> bool:
    """Whether a date belongs to what an act is about.

    It tells apart what is named: "under the 1977 guidelines"; it tells when that happened on which the act only speaks: "praised the
    March accord", "condemned the strikes in Damascus in April".

    Args:
        day: word of the date that hangs on a word outside it.
        judging: the event is an act that only speaks of its object.
    """
    noun = _named_by(sentence, words, day)
    if noun >= 0 and found.text.isdigit():
        lemma = sentence.tokens[noun].lemma.lower()
        if (
            lemma not in vocabulary.meetings
            and lemma not in vocabulary.fighting
            and not _done_to(sentence, words, noun)
        ):
            return True
    if _told_by_participle(sentence, words, day, vocabulary.making):
        return True
    if not judging:
        return False
    whole = found.precision != "day" or found.text[-4:].isdigit()  # a day behind an object may as well be the act's
    whole |= preposition(sentence, day) == "of"  # "the accord of March 10"
    return (whole or noun >= 0) and in_object(sentence, words, day)


def of_description(sentence: Sentence, words: list[int], day: int, found: DateMention) -> bool:
    """Whether a day tells something of a name that is only described: "Rawlings, chairman of the body last year, stayed away", or since
    when something is the first or third of its kind: "the talks, the third since May"."""
    tokens = sentence.tokens
    noun = tokens[day].head
    begun = found.text.lower().startswith("since ")
    if noun < 0 or noun in words or tokens[noun].relation != "appos" or (tokens[noun].head in words and not begun):
        return False
    return noun not in {a for word in words for a in sentence.ancestors(word)}


def lasts_since(sentence: Sentence, words: list[int]) -> bool:
    """Whether an event goes on since the one told before: "signed it in May and have violated it ever since"."""
    adverbs = [c for w in words for c in sentence.dependents(w, "advmod")]
    return any(sentence.tokens[c].text.lower() == "since" for c in adverbs)


def days_before(sentence: Sentence, words: list[int], day: int) -> bool:
    """Whether an event was some days before that of the clause with the date: "met on Thursday, days after they had signed it"."""
    tokens = sentence.tokens
    above = {day, *sentence.ancestors(day)}
    for word in words:
        for i in (word, *sentence.ancestors(word)):
            if i in above:
                break
            marks = [c for c in sentence.dependents(i, "mark") if tokens[c].text.lower() == "after" and c > 0]
            if any(tokens[c - 1].lemma.lower() in _UNITS for c in marks):
                return True
    return False


def in_earlier_clause(sentence: Sentence, words: list[int], day: int) -> bool:
    """Whether a day is told of what "had" been done before to somebody in the event: "killed soldiers it had kidnapped in 2010"."""
    above = {a for word in words for a in (word, *sentence.ancestors(word))}
    for i in (day, *sentence.ancestors(day)):
        if i in above:
            return False
        if sentence.tokens[i].relation == "acl:relcl" and sentence.tokens[i].head not in words:
            return any(sentence.tokens[c].text.lower() == "had" for c in sentence.dependents(i, "aux"))
    return False


def day_of_invited(sentence: Sentence, words: list[int], day: int, meetings: AbstractSet[str]) -> bool:
    """Whether a day stands behind the meeting to which somebody is invited, whose day it is: "invited them to a summit on Friday"."""
    tokens = sentence.tokens
    before = min([day, *sentence.dependents(day, "case")]) - 1
    if before <= max(words) or preposition(sentence, day) != "on":
        return False
    above = {a for word in words for a in (word, *sentence.ancestors(word))}
    for i in (before, *sentence.ancestors(before)):
        if i in above:
            return False
        if tokens[i].lemma.lower() in meetings:
            return tokens[i].head in above and preposition(sentence, i) == "to"
    return False


def in_object(sentence: Sentence, words: list[int], other: int) -> bool:
    """Whether a day or place stands in the phrase of what is spoken of: "the visit to Sanaa", "the roadmap agreed in Pretoria".

    A day behind the place of a thing is told of it, too, whatever the parser hangs it on: "the strikes in Damascus in April".
    """
    tokens = sentence.tokens
    above = {i for word in words for i in (word, *sentence.ancestors(word))}
    i, in_phrase = other, False
    while i not in above and tokens[i].head >= 0:
        head = tokens[i].head
        if head in above:
            if in_phrase:
                return tokens[i].relation in ("obj", "nsubj:pass", "advcl") and not _answered_there(sentence, other, i)
            break
        in_phrase |= tokens[head].upos in ("NOUN", "PROPN") and tokens[head].name[2:] != "LOC"
        i = head
    place = min([other, *sentence.dependents(other, "case")]) - 1
    if place < 0 or tokens[place].name[2:] != "LOC" or preposition(sentence, place) not in IN_OR_AT:
        return False
    return place not in above and in_object(sentence, words, place)


def _answered_there(sentence: Sentence, other: int, thing: int) -> bool:
    """Whether a day or place right behind what is taken or refused is that of the answer: "rejected the plan in Geneva in May"."""
    tokens = sentence.tokens
    lemma = tokens[tokens[thing].head].lemma.lower()
    answers = lemma in _TAKING or lemma in lexicon.load().classes["refuse"]
    return answers and tokens[other].head == thing and preposition(sentence, other) in (*IN_OR_AT, "on")


def _named_by(sentence: Sentence, words: list[int], day: int) -> int:
    """The noun right behind a date that it tells apart, as no word of the event; -1 for none."""
    token = sentence.tokens[day]
    noun = token.head
    if noun <= day or noun in words or sentence.tokens[noun].upos not in ("NOUN", "PROPN"):
        return -1
    plain = matches(token.relation, _BEFORE_NOUN) and not sentence.dependents(day, "case")
    return noun if plain else -1


def _done_to(sentence: Sentence, words: list[int], noun: int) -> bool:
    """Whether a noun is what the event's verb makes or what happens: "signed the 1994 protocol"."""
    token = sentence.tokens[noun]
    return token.head in words and matches(token.relation, ("obj", "nsubj"))


def _told_by_participle(sentence: Sentence, words: list[int], day: int, making: frozenset[str]) -> bool:
    """Whether a day hangs on a participle that tells how the event's object or subject had come about.

    "Lifted the sanctions announced on Monday", "the pact, signed in 1996, collapsed".
    """
    tokens = sentence.tokens
    verb = tokens[day].head
    if verb < 0 or tokens[verb].relation != "acl" or sentence.dependents(verb, "nsubj", "aux", "mark"):
        return False
    noun = tokens[verb].head
    if tokens[noun].head not in words or tokens[tokens[noun].head].upos != "VERB":
        return False
    if tokens[noun].relation == "obj":
        return True
    made = tokens[verb].lemma.lower() in making and preposition(sentence, day) not in ("for", "to", "by", "until")
    return made and matches(tokens[noun].relation, ("nsubj",))
