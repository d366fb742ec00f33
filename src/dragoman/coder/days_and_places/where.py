"""Venue of an event: the place the model or the tree ties to the trigger (codebook: venue, host and place of speech differ)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.actors import Knowledge
from dragoman.coder.at_the_table.own_ground import named_as_venue
from dragoman.coder.days_and_places.no_venue import (
    beside_own,
    heads_sentence,
    in_other_past,
    of_later_clause,
    of_other_thing,
    of_rulers,
    of_speaker,
)
from dragoman.coder.days_and_places.told_before import is_here, is_there, town_before
from dragoman.coder.days_and_places.venue_names import Places
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import IN_OR_AT
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.ties import (
    TimeAndPlaceWords,
    of_other_time,
    of_somebody,
    tie,
)
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.clauses_beside import placed_beside
from dragoman.coder.taking_part.other_clauses import meanwhile
from dragoman.coder.taking_part.participants import Filled
from dragoman.coder.taking_part.times_apart import placed_apart
from dragoman.language.parse import Sentence, Token, matches
from dragoman.ontology import group
from dragoman.records import Span, Venue
from dragoman.text.dateline import Dateline

_GOALS = ("to", "into")
_STRUCK = ("of", "on", "into", "over", "near")
_CITIES = ("city", "capital", "venue")
_SIGNING = ("sign", "initial")
_ORIGIN, _OUTSIDE = "from", "outside"
_NEAR = ("near", "outside")
_SINCE = frozenset({"since", "until", "before", "after"})
"""Before a place that stands for what happened there: "nobody has mediated since Jeddah"."""


def venue(
    sentence: Sentence,
    candidate: Candidate,
    read: list[Filled],
    mentions: Mentions,
    status: str,
    knowledge: Knowledge,
    vocabulary: TimeAndPlaceWords,
    desk: Dateline | None = None,
    people: Sequence[Filled] = (),
    before: Sequence[Sentence] = (),
) -> Venue | None:
    """The venue, or None where no place is told.

    Where somebody speaks ("Putin said in Tokyo") is not where the event is, nor is what talks are about ("talks on Syria").

    Args:
        read: the model's arguments of the trigger.
        desk: the report's dateline, which says where "here" is.
        before: the sentences before, in which the town of "in the city" is told.
        people: who takes part; a city that hosts a meeting is its venue ("Istanbul hosted three rounds").
    """
    reader = _Reader(sentence, candidate, mentions, status, knowledge, vocabulary)
    named = [f for f in read if f.mention.sentence == sentence.index and named_as_venue(sentence, f.mention.head)]
    if found := reader.offered() or (reader.here(desk) if desk is not None else None):
        return found
    places = [f.mention for f in read if f.role == "venue"]
    in_line = [m for m in places if desk is not None and m.end <= desk.end]
    for mention in places:
        if mention not in in_line and (found := reader.told_by_model(mention)):
            return found
    if candidate.rule is not None:
        for case in IN_OR_AT:
            for i in candidate.rule.slots.get(case, []):
                if found := reader.in_slot(i):
                    return found
    if found := reader.in_tree() or reader.in_clause() or reader.there(before):
        return found
    for mention in in_line:  # "GENEVA - ... signed it in Oslo" is told of Oslo
        if found := reader.told_by_model(mention, desk):
            return found
    return reader.hosting([*people, *named])


def place_names(sentence: Sentence) -> Iterator[Token]:
    """The head of each place name: "Samar" of "Northern Samar"."""
    tokens = sentence.tokens
    for first in (t for t in tokens if t.name == "B-LOC"):
        last = first.i
        while last + 1 < len(tokens) and tokens[last + 1].name == "I-LOC":
            last += 1
        inside = range(first.i, last + 1)
        yield next((tokens[i] for i in inside if tokens[i].head not in inside), first)


class _Reader:
    """Reads places as the venue of one event."""

    def __init__(
        self, sentence: Sentence, candidate: Candidate, mentions: Mentions, status: str, knowledge: Knowledge,
        vocabulary: TimeAndPlaceWords,
    ) -> None:  # fmt: skip
        self._sentence, self._words, self._label = sentence, candidate.words, candidate.label
        self._candidate = candidate
        self._mentions, self._knowledge, self._vocabulary = mentions, knowledge, vocabulary
        self._places = Places(sentence, candidate.label, mentions, status, knowledge, vocabulary)

    def told_by_model(self, mention: Mention, desk: Dateline | None = None) -> Venue | None:
        """A place that the model ties to the event; the city of the dateline `desk` where the phrase is part of that."""
        case = preposition(self._sentence, mention.head)
        if (case == _ORIGIN and not self._label.startswith("withdrawal")) or case in _SINCE:
            return None
        if case == _OUTSIDE and not self._places.is_town(mention.head):
            return None
        if of_other_time(self._sentence, self._words, mention.head) or self._before_noun(mention):
            return None
        elsewhere = meanwhile(self._sentence, self._words, mention.head) >= 0
        if elsewhere or self._gone_to(mention.head) or self._is_aside(mention.head):
            return None
        if self._matter(mention.head) or self._of_speech(mention.head) or self._of_other_meeting(mention.head):
            return None
        own = self._own_places()
        if beside_own(self._sentence, self._words, mention.head, own) or of_rulers(
            self._sentence, self._words, mention.head
        ):
            return None
        if self._aimed_at(mention.head) or of_later_clause(self._sentence, self._words, mention.head):
            return None
        if case == "over" and self._label not in group("strikes"):
            return None  # "mediated over the Beagle Channel"
        if desk is not None:
            return self._places.place(mention.span, self._places.city(desk), head=self._places.named(mention.head))
        above = self._sentence.tokens[mention.head].head
        behind = matches(self._sentence.tokens[mention.head].relation, ("nmod:unmarked", "appos"))
        if behind and above >= 0 and self._places.names_place(above):
            return self._places.at(above)  # "Saudi Arabia" of "in Jeddah, Saudi Arabia"
        return self._places.at(mention.head, mention.span)

    def _own_places(self) -> list[int]:
        """Places behind the event's own noun: of "a truce in Hodeidah after talks in Sweden" Hodeidah for the truce."""
        nouns = [w for w in self._words if self._sentence.tokens[w].upos == "NOUN"]
        behind = (c for w in nouns for c in self._sentence.dependents(w, "nmod"))
        return [c for c in behind if preposition(self._sentence, c) in IN_OR_AT and self._places.names_place(c)]

    def _aimed_at(self, i: int) -> bool:
        """Whether a country stands behind "at", where no place does but one with "the": "took aim at China", not "met at the Vatican"."""
        named = bool(self._sentence.dependents(i, "det"))
        return preposition(self._sentence, i) == "at" and not named and not self._places.is_local(i)

    def _is_aside(self, i: int) -> bool:
        """Whether a place is told of somebody or something beside the event, or only heads its sentence."""
        sentence, words, vocabulary = self._sentence, self._words, self._vocabulary
        if self._of_thing(i):
            return True
        if of_somebody(sentence, words, i) or in_other_past(sentence, words, i, vocabulary.holding):
            return True
        return self._heads_sentence(i) or of_speaker(sentence, i, vocabulary.saying)

    def _of_thing(self, i: int) -> bool:
        judging = self._label in self._vocabulary.judging
        return of_other_thing(self._sentence, self._words, i, self._vocabulary, judging=judging)

    def _heads_sentence(self, i: int) -> bool:
        return self._narrowed(i) or (heads_sentence(self._sentence, i) and not self._places.is_town(i))

    def _narrowed(self, i: int) -> bool:
        """Whether a region heads the sentence and the event has a place of its own in it: "In Tillaberi, 20 were killed near Sanam"."""
        tokens, verb = self._sentence.tokens, self._sentence.tokens[i].head
        if verb < i or preposition(self._sentence, i) != "in" or not any(t.text == "," for t in tokens[i + 1 : verb]):
            return False
        local = (t.i for t in place_names(self._sentence) if t.i > verb and self._places.is_local(t.i))
        return any(self._placed(k) and self._is_tied_near(k) for k in local)

    def _is_tied_near(self, i: int) -> bool:
        tied = tie(self._sentence, self._words, i, self._vocabulary, act=False)
        return tied is not None and tied.kind == "own"

    def offered(self) -> Venue | None:
        """The place that is itself offered, among the trigger's words: "offered Rome as a venue"."""
        if self._label != "venue_offered":
            return None
        names = (i for i in self._words if self._sentence.tokens[i].name == "B-LOC")
        return next((self._places.place(self._mentions.at(self._sentence, i).span, head=i) for i in names), None)

    def hosting(self, people: Sequence[Filled]) -> Venue | None:
        """The city that hosts a meeting."""
        if self._label in self._vocabulary.statements:
            return None
        hosts = (f.mention for f in people if f.role == "host" and f.mention.sentence == self._sentence.index)
        named = (m for m in hosts if self._sentence.tokens[m.head].upos == "PROPN")  # not "Geneva-based mediators"
        return next((self._places.place(m.span, head=m.head) for m in named if self._places.is_town(m.head)), None)

    def in_slot(self, i: int) -> Venue | None:
        """A place in a slot of the ontology's trigger."""
        i = self._places.named(i)
        if not self._places.names_place(i) or self._matter(i) or self._of_speech(i) or self._aimed_at(i):
            return None
        if self._of_other_meeting(i) or self._heads_sentence(i) or self._of_thing(i):
            return None
        return self._places.at(i)

    def _is_spoken(self) -> bool:
        return self._label in self._vocabulary.statements and self._label not in group("placed_statements")

    def _placed(self, i: int) -> bool:
        """Whether a name stands where a place stands: after "in" or "at", as what somebody goes to, or as what is struck."""
        tokens = self._sentence.tokens
        case, head = preposition(self._sentence, i), tokens[i].head
        if head < 0 or case in IN_OR_AT:
            return case in IN_OR_AT and not self._aimed_at(i)
        compound = tokens[i].relation == "compound"
        if (case == "of" or compound) and tokens[head].lemma.lower() in self._vocabulary.localities:
            return self._placed(head)
        if case in _NEAR and not self._is_spoken() and (self._label.islower() or self._label in group("strikes")):
            return self._places.is_local(i)  # "an ambush near Sanam"
        if case == _ORIGIN and self._label == "boycott":
            return head in self._words and self._places.is_town(i)  # "stayed away from Nairobi"
        if case in _GOALS and not (case in _STRUCK and self._label in group("strikes")):
            return head in self._words and tokens[head].lemma.lower() in self._vocabulary.going
        if case in _STRUCK and self._label in group("strikes") and head in self._words:
            return self._places.is_local(i)  # "the shelling of Aden"; a country that is attacked is whom it is done to
        if case is None and tokens[i].relation == "obj" and head in self._words:
            return self._label == "venue_offered" or (self._label in group("strikes") and self._places.is_local(i))
        return False

    def in_tree(self) -> Venue | None:
        """A place with "in" or "at" that hangs on the event, its verb or the talks to which something is done; the nearest.

        Last the city that a meeting is called after ("the Hanoi summit").
        """
        found: list[tuple[bool, bool, int, bool, int, int]] = []
        # "has confidence in Algiers", "asked in Rome for a truce": only talks that are spoken of have a place.
        spoken = self._is_spoken()
        seats = [t for t in self._sentence.tokens if t.name[2:] != "LOC" and self._places.is_seat(t.i)]
        for token in (*place_names(self._sentence), *seats):
            named = self._names_meeting(token.i)
            if not (named or self._placed(token.i)):
                continue
            above = self._sentence.tokens[token.head].lemma.lower()
            goal = preposition(self._sentence, token.i) in _GOALS or self._label == "venue_offered"
            if spoken and above not in self._vocabulary.meetings and not goal:
                continue
            tied = tie(self._sentence, self._words, token.i, self._vocabulary, act=self._label.startswith("talks_"))
            # "met in Suva and signed the accord" is told of one place, if of no other
            if tied is None or tied.kind not in (("own",) if spoken else ("own", "shared")):
                continue
            if self._matter(token.i) or self._of_speech(token.i) or of_rulers(self._sentence, self._words, token.i):
                continue
            if self._of_other_meeting(token.i) or self._heads_sentence(token.i) or self._of_thing(token.i):
                continue
            led = all(self._leads_on(i) for i in tied.way[1:]) or self._between(tied.way)
            if led and all(self._of_event(i) for i in tied.up[1:]):
                of_doer = matches(self._sentence.tokens[tied.way[-1]].relation, ("nsubj",)) if tied.way else False
                found.append((tied.kind == "shared", named, len(tied.up), of_doer, len(tied.way), token.i))
        for *_, i in sorted(found):
            if place := self._places.at(i):
                return place
        return None

    def here(self, desk: Dateline) -> Venue | None:
        """The dateline's place, where the event is said to be "here"."""
        for token in self._sentence.tokens:
            if token.start < desk.end or not desk.place:
                continue
            here = is_here(self._sentence, token.i, self._vocabulary.localities)
            if here and self._is_tied(token.i) and not self._of_speech(token.i):
                return self._places.place(Span(token.start, token.end, token.text), self._places.city(desk))
        return None

    def there(self, before: Sequence[Sentence]) -> Venue | None:
        """The town told before, where the event is said to be "in the city" or "in the same town"."""
        for token in self._sentence.tokens:
            if not is_there(self._sentence, token.i) or not self._is_tied(token.i) or self._of_speech(token.i):
                continue
            town = town_before(self._sentence, token.i, before, self._mentions, self._knowledge)
            if town is not None:
                return self._places.place(Span(token.start, token.end, token.text), town.span.text)
        return None

    def _is_tied(self, i: int) -> bool:
        """Whether a word is told of the event itself or its verb: "adjourned here Thursday", "in a hotel in the city"."""
        tied = tie(self._sentence, self._words, i, self._vocabulary, act=False)
        if tied is None or tied.kind != "own":
            return False
        way = [k for k in tied.way[1:] if self._sentence.tokens[k].mention != "time"]
        return all(self._leads_on(k) or self._is_day(k) for k in way) and all(self._of_event(k) for k in tied.up[1:])

    def _is_day(self, i: int) -> bool:
        return matches(self._sentence.tokens[i].relation, ("obl:unmarked", "nmod:unmarked"))

    def in_clause(self) -> Venue | None:
        """The place of which the event's clause says more: "stopped in Beirut, where the premier asked her for a truce"."""
        tokens = self._sentence.tokens
        start = next((i for i in self._words if tokens[i].head not in self._words), self._words[0])
        for i in (start, *self._sentence.ancestors(start)):
            where = [c for c in self._sentence.dependents(i, "advmod") if tokens[c].text.lower() == "where" and c < i]
            if where and tokens[i].relation == "acl:relcl":
                place = self._places.named(tokens[i].head)
                led = self._places.names_place(place) and not self._mentions.at(self._sentence, place).pronoun
                return self._places.at(place) if led else None
            if matches(tokens[i].relation, ("acl", "ccomp", "advcl", "parataxis")):
                return None
        return None

    def _of_other_meeting(self, i: int) -> bool:
        """Whether a place hangs on a meeting beside the event's own: "the talks would be in addition to the ones in Geneva"."""
        tokens, meetings = self._sentence.tokens, self._vocabulary.meetings
        if placed_apart(self._sentence, self._candidate, i) or placed_beside(self._sentence, self._words, i):
            return True
        if not any(tokens[w].lemma.lower() in meetings for w in self._words):
            return False
        above = {a for w in self._words for a in self._sentence.ancestors(w)}
        for word in self._sentence.ancestors(i):
            if word in self._words or word in above or tokens[word].upos in ("VERB", "AUX"):
                return False
            if tokens[word].lemma.lower() in meetings:
                return True
        return False

    def _leads_on(self, i: int) -> bool:
        """Whether a place below this word is the event's: talks, and the participle that tells of them ("held in")."""
        token = self._sentence.tokens[i]
        met = token.lemma.lower() in self._vocabulary.meetings and self._label not in group("carried_out_elsewhere")
        country = token.name == "B-LOC" and preposition(self._sentence, i) in self._vocabulary.matter
        struck = self._label in group("strikes") and token.relation == "obj" and token.head in self._words
        locality = token.lemma.lower() in self._vocabulary.localities
        # "crowds in Yerevan stormed the parliament"
        crowd = self._label == "PROTEST" or self._label in group("strikes")
        struck = struck or (crowd and token.relation == "nsubj" and token.upos == "NOUN")
        return met or country or struck or locality or matches(token.relation, ("acl",))

    def _city_after_matter(self, i: int) -> bool:
        """Whether a city hangs on the country that talks are about: "a summit on Somalia in Nairobi"."""
        head = self._sentence.tokens[i].head
        if self._sentence.tokens[head].name != "B-LOC" or preposition(self._sentence, i) not in IN_OR_AT:
            return False
        kinds = [self._knowledge.place(self._mentions.at(self._sentence, word).span.text) for word in (i, head)]
        return kinds[0] is not None and kinds[0].kind in _CITIES and (kinds[1] is None or kinds[1].kind not in _CITIES)

    def _names_meeting(self, i: int) -> bool:
        """Whether the word is a city before the event's own noun: "the Hanoi summit"."""
        token = self._sentence.tokens[i]
        if token.relation != "compound" or token.head not in self._words:
            return False
        place = self._knowledge.place(self._mentions.at(self._sentence, i).span.text)
        meeting = self._sentence.tokens[token.head].lemma.lower() in self._vocabulary.meetings
        return meeting and place is not None and place.kind in _CITIES

    def _of_event(self, i: int) -> bool:
        """Whether a word above the event's is still the event: the verb of "held a round of talks", the round."""
        token = self._sentence.tokens[i]
        return token.upos == "VERB" or token.lemma.lower() in self._vocabulary.meetings

    def _between(self, way: list[int]) -> bool:
        """Whether a city ends a phrase "between A and B in C": the parties are named before the place."""
        sentence = self._sentence
        pair = any(preposition(sentence, i) == "between" and sentence.dependents(i, "conj") for i in way[1:])
        place = self._knowledge.place(self._mentions.at(sentence, way[0]).span.text) if way else None
        return pair and place is not None and place.kind in _CITIES and sentence.tokens[way[1]].relation == "conj"

    def _before_noun(self, mention: Mention) -> bool:
        """Whether a country before a noun tells what the talks are about ("Syria peace talks"), not where they are."""
        if not matches(self._sentence.tokens[mention.head].relation, ("compound", "amod")):
            return False
        place = self._knowledge.place(mention.span.text)
        return place is None or place.kind == "country"

    def _gone_to(self, i: int) -> bool:
        """Whether somebody goes to the place before or after the event: "flew to Doha after the talks collapsed"."""
        sentence = self._sentence
        verb = sentence.tokens[i].head
        if preposition(sentence, i) not in _GOALS or verb < 0 or verb in self._words:
            return False
        clause = next(
            (w for w in (self._words[-1], *sentence.ancestors(self._words[-1])) if sentence.tokens[w].head == verb),
            None,
        )
        if clause is None or not matches(sentence.tokens[clause].relation, ("advcl", "obl")):
            return False
        return any(sentence.tokens[c].text.lower() in self._vocabulary.sequence for c in sentence.children[clause])

    def _matter(self, i: int) -> bool:
        """Whether a place is what talks are about: "on Libya", "on the war in Yemen"."""
        if not self._label.islower() and self._label != "CONSULT":
            return False
        tokens, vocabulary = self._sentence.tokens, self._vocabulary
        marker = next((c for c in self._sentence.children[i] if c < i and tokens[c].relation == "case"), 0)
        if marker and marker - 1 not in self._words and self._is_fighting(marker - 1):
            return True  # "the war in Yemen", whatever the parser hangs the place on
        for step, word in enumerate([i, *self._sentence.ancestors(i)]):
            token = tokens[word]
            if word in self._words or token.head < 0 or token.upos in ("VERB", "AUX"):
                return False
            if step and self._is_fighting(word):
                return True
            if step == 1 and self._city_after_matter(i):
                return False
            on_noun = tokens[token.head].upos in ("NOUN", "PROPN")
            case = preposition(self._sentence, word)
            if on_noun and case in vocabulary.matter and not (case == "for" and self._label.startswith("ceasefire")):
                return token.lemma.lower() not in vocabulary.margins
        return False

    def _is_fighting(self, i: int) -> bool:
        """Whether a noun is one for war; "cease-fire", in two words, is none."""
        tokens = self._sentence.tokens
        halted = i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].lemma.lower() == "cease"
        return tokens[i].lemma.lower() in self._vocabulary.fighting and not halted

    def _of_speech(self, i: int) -> bool:
        """Whether the place hangs on a verb of saying or on whom somebody tells."""
        sentence, saying = self._sentence, self._vocabulary.saying
        head = sentence.tokens[i].head
        if head >= 0 and matches(sentence.tokens[head].relation, ("obj", "iobj")) and head not in self._words:
            head = sentence.tokens[head].head  # "told reporters in Brussels", whatever the parser hangs the place on
        if head < 0 or sentence.tokens[head].upos != "VERB":
            return False
        lemma = sentence.tokens[head].lemma.lower()
        if lemma in _SIGNING and self._label in self._vocabulary.agreed:
            return False  # "signed a ceasefire in Pretoria"
        return lemma in saying or (lemma in self._vocabulary.writing and self._label in self._vocabulary.statements)
