"""The name of the track that a mention belongs to, where the text gives a cue (rule R19); None otherwise.

A city names a line of talks only where the sentence says that the talks are held there or called after it:
"the Geneva talks", "talks that Russia brokered in Astana", "was not invited to Geneva". A city where somebody
speaks, or a capital that stands for its government ("talks between Moscow and Ankara"), names none.
"""

from __future__ import annotations

from typing import NamedTuple

from dragoman.actors import Knowledge
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import IN_OR_AT
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.records import Venue

_TALKS = frozenset({
    "talk", "negotiation", "process", "round", "conference", "track", "format", "summit", "meeting",
    "dialogue", "consultation", "session", "gathering", "discussion", "congress", "channel",
    "platform", "table",
})  # fmt: skip
_SEATS = frozenset(
    {"attend", "boycott", "join", "snub", "skip", "exclude", "invite", "ask", "bar", "leave", "keep", "go"}
)
_FORMATS = frozenset({
    "format", "group", "talks", "process", "four", "quartet", "quad", "mechanism", "discussions", "platform",
})  # fmt: skip
# "Mediators in Jeddah suspended the talks": who is at the talks tells where they are.
_AT_TALKS = frozenset({"mediator", "negotiator", "facilitator", "delegation", "delegate"})
_DONE_AT_TALKS = frozenset({"talks_suspended", "talks_resumed", "talks_collapsed"})
# "invited to Geneva", "kept out of Astana": the place stands for the talks there.
_SEAT_CASES = frozenset({"to", "from", "of", "in", "at"})
# What only comes before or after the talks is not part of them.
_OTHER_TIME = frozenset({"after", "before", "ahead", "since", "until", "following", "despite", "pending", "by", "with"})
_MEMBER = ("nsubj", "obj", "obl", "nmod", "compound", "appos")
_OF_TALKS = frozenset({"delegation", "part", "place", "list", "day", "end", "start", "opening", *_TALKS})


class _Cue(NamedTuple):
    """A name in the sentence: its word, the label that it gives, and whether it is a format's own name."""

    word: int
    label: str
    own_name: bool


class TrackNames:
    """Names tracks as people do: by place and "talks" ("Geneva talks") or by format ("Normandy Format")."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._cues: dict[int, list[_Cue]] = {}

    def name(self, sentence: Sentence, candidate: Candidate, place: Venue | None) -> str | None:
        """Label by the cue that is closest to the trigger in the tree; `place`, the venue, decides ties."""
        if not candidate.label.islower():
            return None  # a category of PLOVER without a type is no event of a line of talks
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
                if match.text.isupper() or _FORMATS & {*match.text.lower().split()}:
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
        """Steps in the tree from a cue to the trigger by way of the talks that it names; None without."""
        tokens, trigger = sentence.tokens, set(candidate.words)
        case, relation = _case(sentence, cue.word), tokens[cue.word].relation
        if cue.own_name:
            return (
                0 if any(i in trigger or tokens[i].head in trigger for i in (cue.word, tokens[cue.word].head)) else None
            )
        head = tokens[cue.word].head
        if relation == "appos" and head >= 0:
            case, relation, head = _case(sentence, head), tokens[head].relation, tokens[head].head
        if head in trigger:
            return 1 if self._held_there(sentence, candidate, case, relation) else None
        before_noun = case is None and matches(relation, ("compound", "nmod", "amod")) and head > cue.word
        if not before_noun and case not in IN_OR_AT:
            return None
        if not before_noun and self._of_those_there(sentence, candidate, head):
            return 2
        steps, nouns = 1, 0
        while head >= 0:
            if tokens[head].lemma.lower() in _TALKS and tokens[head].upos != "VERB":
                return steps if head in trigger else self._from_noun(sentence, head, steps, trigger)
            verb = tokens[head].upos in ("VERB", "AUX")
            nouns += not verb
            # A verb leads on only to the noun that it describes ("talks that they plan to hold in ...").
            if before_noun or nouns > 1 or (verb and not matches(tokens[head].relation, ("acl", "xcomp"))):
                return None
            if (
                verb
                and tokens[head].relation.startswith("acl")
                and tokens[tokens[head].head].lemma.lower() not in _TALKS
            ):
                return None
            head, steps = tokens[head].head, steps + 1
        return None

    @staticmethod
    def _of_those_there(sentence: Sentence, candidate: Candidate, noun: int) -> bool:
        """Whether a city tells where those are who suspend, resume or hold talks ("Mediators in Jeddah suspended the talks")."""
        tokens, trigger = sentence.tokens, set(candidate.words)
        if noun < 0 or tokens[noun].lemma.lower() not in _AT_TALKS or not matches(tokens[noun].relation, ("nsubj",)):
            return False
        if candidate.label not in _DONE_AT_TALKS and candidate.label not in group("assisted") - group(
            "texts_and_truces"
        ):
            return False
        verb = tokens[noun].head
        return verb in trigger or any(tokens[i].head == verb and matches(tokens[i].relation, ("obj",)) for i in trigger)

    @staticmethod
    def _held_there(sentence: Sentence, candidate: Candidate, case: str | None, relation: str) -> bool:
        """Whether a city that depends on the trigger itself is where its talks are held."""
        lemmas = {sentence.tokens[i].lemma.lower() for i in candidate.words}
        if candidate.label in group("seats"):
            return bool(lemmas & _SEATS) and (case in _SEAT_CASES or (case is None and matches(relation, ("obj",))))
        if candidate.label == "venue_offered":
            return case in IN_OR_AT or matches(relation, ("obj",))
        text = candidate.label in group("texts_and_truces")  # an agreement reached in a city names no line
        talks = (candidate.label in group("assisted") and not text) or bool(lemmas & _TALKS)
        return talks and (
            case in IN_OR_AT or (case is None and bool(lemmas & _TALKS) and not matches(relation, ("nsubj", "obj")))
        )

    @staticmethod
    def _from_noun(sentence: Sentence, noun: int, steps: int, trigger: set[int]) -> int | None:
        """Distance from a noun for talks to a trigger that says something of these talks."""
        tokens = sentence.tokens
        head = tokens[noun].head
        if matches(tokens[noun].relation, _MEMBER) and _case(sentence, noun) not in _OTHER_TIME:
            if head in trigger:
                return steps + 1
            nested = head >= 0 and tokens[head].lemma.lower() in _OF_TALKS
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
