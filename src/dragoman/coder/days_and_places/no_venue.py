"""Names of places beside an event that are not where it is: the speaker's country, where somebody had been, the heading of a sentence."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.coder.days_and_places.days_of_things import in_object
from dragoman.coder.grammar.classes import DISCUSSING, IN_OR_AT, NOT_STRAIGHT, OBJECTS, SOMEBODY
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.ties import TimeAndPlaceWords, of_other_occasion, told_after_another
from dragoman.coder.occurrence.was_due import replaced_plan, takes_place
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_ONE = frozenset({"the", "a", "an"})
_WAYS = frozenset({"way", "road", "journey", "trip", "route"})
_PARTS_OF_NAME = ("compound", "amod", "nmod", "flat")


def of_speaker(sentence: Sentence, i: int, saying: AbstractSet[str]) -> bool:
    """Whether a name is that of a speaker, or his country's: "shot down an airliner, U.S. officials said", "will meet, Norway said"."""
    tokens = sentence.tokens
    word = i
    above = tokens[word].head
    if above >= 0 and matches(tokens[word].relation, ("nmod",)) and matches(tokens[above].relation, ("nsubj",)):
        word = above  # "state television in Niamey reported"
    while matches(tokens[word].relation, _PARTS_OF_NAME) and preposition(sentence, word) not in IN_OR_AT:
        word = tokens[word].head
    subject = matches(tokens[word].relation, ("nsubj",))
    return subject and tokens[tokens[word].head].lemma.lower() in saying


def in_other_past(sentence: Sentence, words: list[int], i: int, own: AbstractSet[str]) -> bool:
    """Whether a place stands in a participle clause on what came before: "met with the committee, formed at a meeting in Riyadh".

    Args:
        own: verbs whose participle tells where the event itself was: "held in Riyadh, the talks ...".
    """
    above = {a for w in words for a in (w, *sentence.ancestors(w))}
    for word in (i, *sentence.ancestors(i)):
        if word in above:
            return False
        token = sentence.tokens[word]
        if matches(token.relation, ("advcl",)) and token.upos == "VERB":
            finite = sentence.dependents(word, "nsubj", "aux", "mark")
            past = token.text.lower() != token.lemma.lower() and not token.text.lower().endswith("ing")
            return past and not finite and word > max(words) and token.lemma.lower() not in own
    return False


def heads_sentence(sentence: Sentence, i: int) -> bool:
    """Whether a place only tells of which country a sentence speaks, since its verb or subject has a place of its own behind it.

    "In Yemen, the government and the Houthis met in Muscat", "In Sudan, the talks in Jeddah collapsed".
    """
    tokens = sentence.tokens
    verb = tokens[i].head
    if verb < i or preposition(sentence, i) != "in" or not any(t.text == "," for t in tokens[i + 1 : verb]):
        return False
    events = [k for k in sentence.dependents(verb, "nsubj", "nsubj:pass") if tokens[k].mention not in SOMEBODY]
    talks = [c for k in events for c in sentence.dependents(k, "nmod")]
    later = [c for c in (*sentence.children[verb], *talks) if c > i + 1 and preposition(sentence, c) in IN_OR_AT]
    return any(tokens[k].name[2:] == "LOC" for c in later for k in (c, *sentence.children[c]))


def beside_own(sentence: Sentence, words: list[int], i: int, own: list[int]) -> bool:
    """Whether a place is told elsewhere while the event's noun has one behind it: "a truce in Hodeidah after talks in Sweden".

    Not what hangs on that noun or its verb, too: "held talks in a palace in Doha".
    """
    if not own or any(c in (i, *sentence.ancestors(i)) for c in own):
        return False
    head = sentence.tokens[i].head
    return head not in words and not any(sentence.tokens[w].head == head for w in words)


def of_later_clause(sentence: Sentence, words: list[int], i: int) -> bool:
    """Whether a place is told of what somebody did besides, later in the sentence, in another tense or with a thing of its own.

    "Fought beside them but was not represented in Pretoria", "ordered out envoys and closed the consulate in Seattle"; not "met and
    signed a truce in Oslo". Where somebody did not go is told of that alone: "was not invited to Geneva and warned", not "flew to
    Tunis and met".
    """
    tokens = sentence.tokens
    own = {a for w in words for a in (w, *sentence.ancestors(w))}
    for word in sentence.ancestors(i):
        if word in own:
            break
        token = tokens[word]
        if token.relation != "conj" or token.upos not in ("VERB", "AUX") or token.head not in own or word < max(words):
            continue
        tense = bool(sentence.dependents(word, "aux", "aux:pass", "cop"))
        of_thing = tokens[i].head != word and tokens[tokens[i].head].relation == "obj"
        return tense or of_thing
    verb = next((w for w in words if tokens[w].relation == "conj" and tokens[w].upos == "VERB"), -1)
    kept_off = any(tokens[c].text.lower() in NOT_STRAIGHT for c in sentence.dependents(tokens[i].head, "advmod"))
    goal = preposition(sentence, i) in ("to", "into") and kept_off
    return goal and verb >= 0 and tokens[i].head == tokens[verb].head


def of_rulers(sentence: Sentence, words: list[int], i: int) -> bool:
    """Whether a place tells whose government is meant: "met the prime minister of the government in Tripoli"."""
    tokens = sentence.tokens
    noun = tokens[i].head
    if noun < 0 or not matches(tokens[i].relation, ("nmod",)) or preposition(sentence, i) != "in":
        return False
    one = any(tokens[c].text.lower() in _ONE for c in sentence.dependents(noun, "det"))
    if not one or tokens[noun].lemma.lower() not in lexicon.load().classes["institution"]:
        return False
    return matches(tokens[noun].relation, ("nmod",)) and tokens[noun].head not in words


def _of_way(sentence: Sentence, words: list[int], i: int) -> bool:
    """Whether somebody is only on the way to a place when the event befalls him: "were arrested on their way to Tokyo"."""
    tokens = sentence.tokens
    way = tokens[i].head
    to = preposition(sentence, i) in ("to", "into")
    return to and way >= 0 and tokens[way].lemma.lower() in _WAYS and tokens[way].head in words


def _of_discussed(sentence: Sentence, words: list[int], i: int, events: AbstractSet[str]) -> bool:
    """Whether a place stands right behind the event that somebody discusses: "discussed the ceasefire in Gaza".

    Args:
        events: nouns for talks, truces and fighting, which have a place of their own.
    """
    tokens = sentence.tokens
    before = min([i, *sentence.dependents(i, "case", "det", "compound", "amod")]) - 1
    if before < 0 or preposition(sentence, i) not in IN_OR_AT or tokens[before].lemma.lower() not in events:
        return False
    object_ = matches(tokens[before].relation, OBJECTS) and tokens[before].head in words
    return object_ and any(tokens[w].lemma.lower() in DISCUSSING for w in words)


def of_other_thing(
    sentence: Sentence, words: list[int], i: int, vocabulary: TimeAndPlaceWords, *, judging: bool
) -> bool:
    """Whether a place is told of something beside the event.

    It is that of what an act only speaks of ("praised the deal signed in Oslo"), of a plan that was given up, of talks after which or a
    ceasefire before which the event took place, or one to which somebody is on the way.

    Args:
        judging: the event is an act that only speaks of its object.
    """
    if replaced_plan(sentence, words, i, vocabulary.ahead) is not None:
        return any(_is_place(sentence, c) for c in sentence.children[takes_place(sentence, words)])
    if preposition(sentence, i) in IN_OR_AT and told_after_another(sentence, words, i, vocabulary):
        return True  # but "left for Singapore ahead of the summit"
    if _of_talks_before(sentence, words, i) or _of_way(sentence, words, i):
        return True
    discussed = vocabulary.meetings | vocabulary.fighting | vocabulary.truces
    return _of_discussed(sentence, words, i, discussed) or (judging and in_object(sentence, words, i))


def _of_talks_before(sentence: Sentence, words: list[int], i: int) -> bool:
    """Whether a place is that of talks after which the event took place elsewhere: "after talks in Geneva, signed it in Tokyo"."""
    if not of_other_occasion(sentence, words, i, behind=True):
        return False
    beside = {c for w in words for a in (w, *sentence.ancestors(w)) for c in sentence.children[a]} - {i}
    return any(_is_place(sentence, c) for c in beside)


def _is_place(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].name[2:] == "LOC" and preposition(sentence, i) in IN_OR_AT
