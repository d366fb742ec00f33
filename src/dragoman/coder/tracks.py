"""The name of the track that a mention belongs to, where the text gives a cue (rule R19); None otherwise.

A city names a line of talks only where the sentence says that the talks are held there or called after it: "the Geneva
talks", "talks that Russia brokered in Astana", "was not invited to Geneva". A city where somebody speaks, or a capital
that stands for its government ("talks between Moscow and Ankara"), names none.
"""

from __future__ import annotations

from typing import NamedTuple

from dragoman.actors import Knowledge
from dragoman.coder.judge import Candidate
from dragoman.language.parse import Sentence, matches
from dragoman.records import Venue

_TALKS = frozenset(
    "talk negotiation process round conference track format summit meeting dialogue consultation session gathering discussion "
    "congress channel platform table peacetalk".split()
)
_SEATS = frozenset("attend boycott join snub skip exclude invite bar disinvite represent".split())
# "invited to Geneva", "kept out of Astana": the place stands for the talks there.
_PLACE_CASES = frozenset({"in", "at"})
_SEAT_CASES = frozenset({"to", "from", "of", "in", "at"})
# What only comes before or after the talks is not part of them.
_OTHER_TIME = frozenset({"after", "before", "ahead", "since", "until", "following", "despite", "pending", "without", "by", "with"})
_CLAUSES = ("ccomp", "advcl", "parataxis", "conj", "csubj", "xcomp")
_MEMBER = ("nsubj", "obj", "obl", "nmod", "compound", "appos")


class _Cue(NamedTuple):
    """A name in the sentence: its word, the label that it gives, and whether it is a format's own name."""

    word: int
    label: str
    own_name: bool


class TrackNames:
    """Names tracks as people name them: the place and "talks" ("Geneva talks"), or the format ("Normandy Format")."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._cues: dict[int, list[_Cue]] = {}

    def name(self, sentence: Sentence, candidate: Candidate, place: Venue | None) -> str | None:
        """Label by the cue that is closest to the trigger in the tree; `place`, the venue that was read, decides ties."""
        found: list[tuple[int, bool, int, str]] = []
        for cue in self._in(sentence):
            steps = self._steps(sentence, cue, candidate)
            if steps is not None:
                elsewhere = place is None or not cue.label.startswith(place.name)
                found.append((steps, elsewhere, abs(cue.word - candidate.words[-1]), cue.label))
        return min(found)[3] if found else None

    def _in(self, sentence: Sentence) -> list[_Cue]:
        if sentence.index not in self._cues:
            self._cues[sentence.index] = self._read(sentence)
        return self._cues[sentence.index]

    def _read(self, sentence: Sentence) -> list[_Cue]:
        entries = self._knowledge.entries
        cues = []
        for match in self._knowledge.match(sentence.text):
            word = self._word(sentence, sentence.start + match.start, sentence.start + match.end)
            if word is None:
                continue
            first = match.candidates[0]
            place = next((entries.places[c] for c in match.candidates if c in entries.places), None)
            if first.startswith("coalition:"):
                cues.append(_Cue(word, self._knowledge.name(first) or match.text, True))
            elif match.text.isupper() and len(match.text) > 3:
                continue  # a dateline says where it was written
            elif place is not None and place.kind in ("city", "capital", "venue"):
                cues.append(_Cue(word, f"{place.name} talks", False))
            elif match.kinds[0] == "capital" and first in entries.countries:
                cues.append(_Cue(word, f"{entries.countries[first].capital} talks", False))
            elif match.kinds[0] == "adjective" and first in entries.countries:
                capital = word + 1
                if capital < len(sentence) and sentence.tokens[capital].lemma.lower() == "capital":
                    cues.append(_Cue(capital, f"{entries.countries[first].capital} talks", False))
        return cues

    @staticmethod
    def _word(sentence: Sentence, start: int, end: int) -> int | None:
        """The word of a stretch of characters whose head lies outside it."""
        inside = [t for t in sentence.tokens if start <= t.start and t.end <= end]
        for token in inside:
            if not any(token.head == other.i for other in inside):
                return token.i
        return None

    def _steps(self, sentence: Sentence, cue: _Cue, candidate: Candidate) -> int | None:
        """Distance in the tree from a cue to the trigger by way of the talks that it names; None where it names none."""
        tokens, trigger = sentence.tokens, set(candidate.words)
        case = _case(sentence, cue.word)
        relation = tokens[cue.word].relation
        before_noun = case is None and matches(relation, ("compound", "nmod", "amod")) and tokens[cue.word].head > cue.word
        seat = any(tokens[i].lemma.lower() in _SEATS for i in trigger) or candidate.label in ("exclusion_declared", "boycott")
        if cue.own_name:
            return 0 if any(i in trigger or tokens[i].head in trigger for i in (cue.word, tokens[cue.word].head)) else None
        if not before_noun and case not in (_SEAT_CASES if seat else _PLACE_CASES):
            return 0 if seat and matches(relation, ("obj",)) and tokens[cue.word].head in trigger else None
        word, steps = cue.word, 0
        while tokens[word].head >= 0:
            up, steps = tokens[word].head, steps + 1
            if up in trigger:
                return steps
            if tokens[up].lemma.lower() in _TALKS:
                return self._from_noun(sentence, up, steps, trigger)
            if before_noun or (tokens[up].upos == "VERB" and matches(tokens[up].relation, (*_CLAUSES, "root"))):
                return None
            word = up
        return None

    @staticmethod
    def _from_noun(sentence: Sentence, noun: int, steps: int, trigger: set[int]) -> int | None:
        """Distance from a noun for talks to a trigger that says something of these talks."""
        tokens = sentence.tokens
        head = tokens[noun].head
        if matches(tokens[noun].relation, _MEMBER) and _case(sentence, noun) not in _OTHER_TIME:
            if head in trigger:
                return steps + 1
            nested = head >= 0 and tokens[head].lemma.lower() in _TALKS | {"delegation", "part", "place", "list"}
            if nested and tokens[head].head in trigger:
                return steps + 2
        for i in trigger:
            if tokens[i].head == noun and matches(tokens[i].relation, ("acl", "amod", "nmod", "compound", "appos")):
                return steps + 1
            up = tokens[i].head
            if up >= 0 and tokens[up].head == noun and matches(tokens[up].relation, ("acl",)):
                return steps + 2  # "talks that they plan to hold"
        return None


def _case(sentence: Sentence, word: int) -> str | None:
    """The preposition of a word in lower case ("in"), None without one."""
    for child in sentence.children[word]:
        if sentence.tokens[child].relation == "case" and child < word:
            return sentence.tokens[child].text.lower()
    return None
