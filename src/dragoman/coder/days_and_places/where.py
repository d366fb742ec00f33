"""Venue of an event: the place the model or the tree ties to the trigger (codebook: venue, host and place of speech differ)."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors import Knowledge
from dragoman.coder.at_the_table.own_ground import named_as_venue
from dragoman.coder.days_and_places.no_venue import beside_own, of_later_clause, of_rulers
from dragoman.coder.days_and_places.told_before import is_here, is_there, town_before
from dragoman.coder.days_and_places.told_of_event import GOALS, ORIGIN, ToldOfEvent, place_names
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import IN_OR_AT
from dragoman.coder.grammar.contrasted import set_aside_for
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.ties import TimeAndPlaceWords, of_other_time, tie
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.other_clauses import meanwhile
from dragoman.coder.taking_part.participants import Filled
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.records import Span, Venue
from dragoman.text.dateline import Dateline

_SOUGHT = "for"
_OUTSIDE = "outside"
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


class _Reader(ToldOfEvent):
    """Reads places as the venue of one event."""

    def told_by_model(self, mention: Mention, desk: Dateline | None = None) -> Venue | None:
        """A place that the model ties to the event; the city of the dateline `desk` where the phrase is part of that."""
        case = preposition(self._sentence, mention.head)
        if (instead := set_aside_for(self._sentence, mention.head)) >= 0:
            return self._places.at(instead) if self._places.names_place(instead) else None
        if case == _SOUGHT and self._knowledge.place(mention.span.text) is None:
            return None  # "killed in searches for Bergdahl"
        if (case == ORIGIN and not self._label.startswith("withdrawal")) or case in _SINCE:
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
            goal = preposition(self._sentence, token.i) in GOALS or self._label == "venue_offered"
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
            if set_aside_for(self._sentence, token.i) >= 0:
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
