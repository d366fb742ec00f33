"""The place that a word names as a venue: the city behind "the Ciragan Palace in Istanbul", that of "the Kremlin", a hotel by its name."""

from __future__ import annotations

from dragoman.actors import Knowledge
from dragoman.coder.grammar.classes import IN_OR_AT
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.ties import TimeAndPlaceWords
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.records import Span, Venue
from dragoman.text.dateline import Dateline

_TOWNS = ("city", "capital")
NEAR = ("near", "outside")
_PARTS_OF_NAME = ("PROPN", "ADJ", "NOUN", "NUM")


class Places:
    """Names the venue of one event by a word: Istanbul by the palace of "met at the Ciragan Palace in Istanbul"."""

    def __init__(
        self, sentence: Sentence, label: str, mentions: Mentions, status: str, knowledge: Knowledge,
        vocabulary: TimeAndPlaceWords,
    ) -> None:  # fmt: skip
        self._sentence, self._label, self._mentions = sentence, label, mentions
        self._status, self._knowledge, self._vocabulary = status, knowledge, vocabulary

    def at(self, i: int, span: Span | None = None) -> Venue | None:
        """The venue by a name: the city behind a building ("the Ciragan Palace in Istanbul") or that of a seat ("the White House")."""
        i = self.named(i)
        span = self._mentions.at(self._sentence, i).span if span is None else span
        known = self._knowledge.place(span.text)
        if (known is None or known.kind not in ("country", *_TOWNS)) and (town := self._town_below(i)) >= 0:
            return self.place(self._mentions.at(self._sentence, town).span, head=town)
        # "dismissed at the White House" is where it was said
        seat = None if self._label in self._vocabulary.statements else self._seat(span.text)
        return self.place(span, seat, head=i)

    def place(self, span: Span, name: str | None = None, *, head: int | None = None) -> Venue | None:
        resolved = self._mentions.place(span, name)
        if resolved.place is None:
            by_name = Venue(name=name, status=self._standing(), mention=span) if name else None
            return by_name or (self._unknown(head) if head is not None else None)
        place = self._knowledge.place(resolved.name or span.text)
        country = resolved.country or (place.country if place else None)
        called = resolved.name or span.text
        if name is None and place is not None and place.kind == "country" and self._is_in_country(span):
            called, place = span.text, None
        return Venue(
            name=called.split(" (")[0],  # the tables tell namesakes apart: "Acre (Israel)"
            country=country,
            country_name=self._knowledge.country_name(country) if country else None,
            lat=place.lat if place else None,
            lon=place.lon if place else None,
            status=self._standing(),
            mention=span,
        )

    def named(self, i: int) -> int:
        """The name that a word for a place has behind "of": "Los Pozos" of "the village of Los Pozos"; the word itself without one."""
        sentence = self._sentence
        if sentence.tokens[i].lemma.lower() not in self._vocabulary.localities:
            return i
        below = (c for c in sentence.children[i] if sentence.tokens[c].name[2:] == "LOC")
        return next((c for c in below if preposition(sentence, c) == "of"), i)

    def names_place(self, i: int) -> bool:
        return self._sentence.tokens[i].name[2:] == "LOC" or self.is_seat(i)

    def is_seat(self, i: int) -> bool:
        if self._sentence.tokens[i].upos != "PROPN" or preposition(self._sentence, i) not in IN_OR_AT:
            return False
        return self._seat(self._mentions.at(self._sentence, i).span.text) is not None

    def is_town(self, i: int) -> bool:
        place = self._knowledge.place(self._mentions.at(self._sentence, i).span.text)
        return place is not None and place.kind in _TOWNS

    def is_local(self, i: int) -> bool:
        """Whether a name is that of a place smaller than a country, or of one that the tables do not know."""
        place = self._knowledge.place(self._mentions.at(self._sentence, i).span.text)
        return place is None or place.kind != "country"

    def city(self, desk: Dateline) -> str | None:
        """The city of a dateline, without what stands behind it ("Dayton" of "DAYTON, Ohio")."""
        if desk.place is None:
            return None
        city = desk.place.split(",")[0]
        return self._seat(city) or (city.title() if city.isupper() else city)

    def _town_below(self, i: int) -> int:
        """The town in or near which a place is told to be: "a palace in Istanbul", "a resort on the outskirts of Mombasa"; -1 for none."""
        for c in self._sentence.children[i]:
            case = preposition(self._sentence, c)
            if c > i and case in IN_OR_AT and self.is_town(c):
                return c
            named = self.named(c)
            by_name = self._sentence.tokens[i].upos == "PROPN" and self._sentence.tokens[i].name[2:] == "LOC"
            near = case in NEAR and not by_name  # "a lodge outside New York", not "Troutbeck, outside New York"
            if c > i and (near or named != c) and self.is_town(named):
                return named
        return -1

    def _seat(self, words: str) -> str | None:
        """The city of a seat of government known by its own name: "the Kremlin"."""
        return self._vocabulary.seats.get(words.lower().removeprefix("the "))

    def _is_in_country(self, span: Span) -> bool:
        """Whether a town that the tables do not have has its country behind it: "Manzanillo, Mexico"."""
        behind = self._sentence.text[span.end - self._sentence.start :]
        return behind.startswith(", ") and self._knowledge.place(span.text) is None

    def _standing(self) -> str:
        """Whether the place is confirmed, as that of what has taken place is, or proposed."""
        spoken = self._label in self._vocabulary.statements and self._label not in group("placed_statements")
        certain = not spoken and self._status in ("held", "held_partial", "under_way", "suspended", "collapsed")
        return "confirmed" if certain else "proposed"

    def _unknown(self, head: int) -> Venue | None:
        """A place by its name alone, where the tables do not have it and know nobody by that name."""
        tokens = self._sentence.tokens
        if tokens[head].lemma.lower() in self._vocabulary.buildings:
            return self._building(head)
        if tokens[head].name[2:] != "LOC" or tokens[head].upos != "PROPN":
            return None
        if self._mentions.at(self._sentence, head).resolution.actor is not None:
            return None
        first = last = head
        while first and tokens[first].name[:1] == "I":
            first -= 1
        while last + 1 < len(tokens) and tokens[last + 1].name == "I-LOC":
            last += 1
        start, end = self._sentence.slice(first, last)
        text = self._sentence.text[start - self._sentence.start : end - self._sentence.start]
        return Venue(name=text, status=self._standing(), mention=Span(start, end, text))

    def _building(self, head: int) -> Venue | None:
        """A building by its own name: "Bayan Palace", "the Sattahip naval base"; None for one without a name ("a hotel")."""
        sentence, tokens = self._sentence, self._sentence.tokens
        first = head
        while first and tokens[first - 1].upos in _PARTS_OF_NAME and head in sentence.ancestors(first - 1):
            first -= 1
        named = any(tokens[i].upos == "PROPN" for i in range(first, head)) and tokens[head].name[2:] != "PER"
        if not named or preposition(sentence, head) not in IN_OR_AT:
            return None
        start, end = sentence.slice(first, head)
        text = sentence.text[start - sentence.start : end - sentence.start]
        return Venue(name=text, status=self._standing(), mention=Span(start, end, text))
