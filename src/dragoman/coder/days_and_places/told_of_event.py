"""Whether a place is told of the event itself: not of what talks are about ("talks on Libya"), of who speaks ("said in Tokyo"), of another
meeting or journey ("flew to Doha after the talks collapsed")."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.actors import Knowledge
from dragoman.coder.days_and_places.no_venue import heads_sentence, in_other_past, of_other_thing, of_speaker
from dragoman.coder.days_and_places.venue_names import NEAR, Places
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import IN_OR_AT
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.ties import TimeAndPlaceWords, of_somebody, tie
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.clauses_beside import placed_beside
from dragoman.coder.taking_part.times_apart import placed_apart
from dragoman.language.parse import Sentence, Token, matches
from dragoman.ontology import group

GOALS = ("to", "into")
ORIGIN = "from"
_STRUCK = ("of", "on", "into", "over", "near")
_CITIES = ("city", "capital", "venue")
_SIGNING = ("sign", "initial")


def place_names(sentence: Sentence) -> Iterator[Token]:
    """The head of each place name: "Samar" of "Northern Samar"."""
    tokens = sentence.tokens
    for first in (t for t in tokens if t.name == "B-LOC"):
        last = first.i
        while last + 1 < len(tokens) and tokens[last + 1].name == "I-LOC":
            last += 1
        inside = range(first.i, last + 1)
        yield next((tokens[i] for i in inside if tokens[i].head not in inside), first)


class ToldOfEvent:
    """Which places of a sentence are told of one event, and of what others are."""

    def __init__(
        self, sentence: Sentence, candidate: Candidate, mentions: Mentions, status: str, knowledge: Knowledge,
        vocabulary: TimeAndPlaceWords,
    ) -> None:  # fmt: skip
        self._sentence, self._words, self._label = sentence, candidate.words, candidate.label
        self._candidate = candidate
        self._mentions, self._knowledge, self._vocabulary = mentions, knowledge, vocabulary
        self._places = Places(sentence, candidate.label, mentions, status, knowledge, vocabulary)

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
        if case in NEAR and not self._is_spoken() and (self._label.islower() or self._label in group("strikes")):
            return self._places.is_local(i)  # "an ambush near Sanam"
        if case == ORIGIN and self._label == "boycott":
            return head in self._words and self._places.is_town(i)  # "stayed away from Nairobi"
        if case in GOALS and not (case in _STRUCK and self._label in group("strikes")):
            return head in self._words and tokens[head].lemma.lower() in self._vocabulary.going
        if case in _STRUCK and self._label in group("strikes") and head in self._words:
            return self._places.is_local(i)  # "the shelling of Aden"; a country that is attacked is whom it is done to
        if case is None and tokens[i].relation == "obj" and head in self._words:
            return self._label == "venue_offered" or (self._label in group("strikes") and self._places.is_local(i))
        return False

    def _is_tied(self, i: int) -> bool:
        """Whether a word is told of the event itself or its verb: "adjourned here Thursday", "in a hotel in the city"."""
        tied = tie(self._sentence, self._words, i, self._vocabulary, act=False)
        if tied is None or tied.kind != "own":
            return False
        way = [k for k in tied.way[1:] if self._sentence.tokens[k].mention != "time"]
        return all(self._leads_on(k) or self._is_day(k) for k in way) and all(self._of_event(k) for k in tied.up[1:])

    def _is_day(self, i: int) -> bool:
        return matches(self._sentence.tokens[i].relation, ("obl:unmarked", "nmod:unmarked"))

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
        if preposition(sentence, i) not in GOALS or verb < 0 or verb in self._words:
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
