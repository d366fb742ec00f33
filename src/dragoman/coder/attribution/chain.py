"""Who says so: the chain from outlet to speaker behind each event mention (codebook 1.4, rules R15 and R28).

A frame is speech (`speech`) whose speaker can speak: a person, a body, a text or an outlet. A quotation without a frame in its own
sentence belongs to whoever brings it in with a colon, else to the speaker before it. Where nobody is told to speak, the outlet asserts.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.actors import Knowledge, Resolution
from dragoman.coder.attribution.describe import MEDIA, Describer
from dragoman.coder.attribution.issued_texts import speaks_for_all
from dragoman.coder.attribution.scope import parted
from dragoman.coder.attribution.sources import SourceKinds
from dragoman.coder.attribution.speech import answered, speeches
from dragoman.coder.attribution.turn_speakers import TurnSpeakers
from dragoman.coder.attribution.voices import Voices
from dragoman.coder.grammar.quotes import inside
from dragoman.coder.grammar.slots import verb_slots
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon
from dragoman.records import AttributionStep, Document, Span
from dragoman.text.turns import Turn

_SPEAKING = frozenset({"i", "we", "me", "us"})
_FIRST_PERSON = _SPEAKING | {"our", "my"}
_POSSESSIVE = frozenset({"our", "my", "your"})
_SECOND_PERSON = frozenset({"you", "your"})
_BACK = 3
"""Sentences before a quotation or pronoun in which its speaker is looked for."""
_AFTER = 80
"""Characters after a quotation in which the sentence that names its speaker must begin."""


class Frame(msgspec.Struct):
    """A speaker, the outlets that carry him, and the words of the sentence that he answers for."""

    verb: int
    speaker: Mention
    content: frozenset[int]
    outlets: list[Mention] = []
    aside: bool = False
    cited: bool = False
    beyond: frozenset[int] = frozenset()


class Attributor:
    """Finds the chains of one document."""

    def __init__(
        self, document: Document, sentences: list[Sentence], mentions: Mentions, knowledge: Knowledge,
        reporting: frozenset[str], kinds: SourceKinds, quoted: list[tuple[int, int]], voices: Voices,
        turns: Sequence[Turn] = (),
    ) -> None:  # fmt: skip
        self._document, self._sentences, self._mentions = document, sentences, mentions
        self._reporting, self._quoted, self._voices = reporting, quoted, voices
        self._judging = lexicon.load().reporting.judging
        self._describer = Describer(sentences, mentions, knowledge, kinds)
        self._turns = TurnSpeakers(document, turns, sentences, mentions, self._describer, knowledge)
        own = knowledge.outlet(document.outlet or "")
        self._own = own.name if own else document.outlet
        self._acts_for: dict[tuple[int, int], Resolution] = {}
        self._frames: list[list[Frame]] = []
        for sentence in sentences:
            self._frames.append([])
            self._frames[-1] = self._frames_of(sentence)
        self._quoting = self._speakers_of_quotations()

    def frames(self, sentence: Sentence) -> list[Frame]:
        """Speech frames of a sentence."""
        return self._frames[sentence.index]

    def _frames_of(self, sentence: Sentence) -> list[Frame]:
        found = []
        for speech in speeches(sentence, self._reporting):
            able = (self._speaker(sentence, i, speech.verb) for i in speech.speakers)
            speaker = next((m for m in able if m is not None), None)
            if speaker is not None:
                told = [self._mentions.at(sentence, i) for i in speech.to]
                outlets = [m for m in told if self._describer.is_outlet(m)]
                found.append(
                    Frame(speech.verb, speaker, speech.content, outlets, speech.aside, speech.cited, speech.beyond)
                )
        return found

    def _speaker(self, sentence: Sentence, word: int, verb: int) -> Mention | None:
        """Who speaks by the phrase at a word: the phrase itself, for a pronoun its antecedent; None where nobody certain does."""
        mention = self._describer.whole(sentence, word)
        if not mention.pronoun:
            return mention if self._describer.can_speak(mention) else None
        if mention.span.text.lower() in _SPEAKING:
            return None  # whoever speaks the quotation
        return self._antecedent(sentence, mention, verb)

    def _antecedent(self, sentence: Sentence, pronoun: Mention, verb: int) -> Mention | None:
        """The last speaker or subject that fits the pronoun, from the sentence back; the reading of `Mentions` where none does."""
        for back in range(_BACK + 1):
            if (index := sentence.index - back) < 0:
                break
            earlier = self._sentences[index]
            answering = [self._describer.whole(earlier, s) for _, s in answered(earlier)] if back else []
            speaking = [*answering, *(f.speaker for f in self._frames[index] if not f.cited)]
            acting = [self._describer.whole(earlier, t.i) for t in earlier.tokens if matches(t.relation, ("nsubj",))]
            if back == 0:
                acting = [m for m in acting if m.head < min(pronoun.head, verb)]
                # "Garang rejected it," he said: another
                acting = [m for m in acting if not inside(self._quoted, m.start)]
            for mention in [*speaking[:1], *(m for m in reversed(acting) if self._describer.named(m, pronoun))]:
                if self._describer.fits(pronoun, mention):
                    return mention
        return pronoun if pronoun.known and self._describer.certain(pronoun) else None

    def chain(
        self, sentence: Sentence, words: list[int], learned: Mention | None, opinion: bool
    ) -> tuple[list[AttributionStep], str]:
        """Attribution steps of the event at `words`, and the speech mode.

        Args:
            learned: phrase that the model reads as the speaker; used where no frame is found and it speaks in this sentence.
            opinion: the document's author judges here in his own voice (`opinions`). Where nobody else is told to speak, the chain
                is one step of source_type author (gold row G9).
        """
        start = sentence.tokens[words[0]].start
        quotation = inside(self._quoted, start)
        speakers = self._speakers(sentence, words, quotation)
        if not speakers and learned is not None and self._speaks(sentence, learned, words):
            speakers = [learned]
        steps = [AttributionStep(step=1, speaker=self._document.outlet, relation="writes", source_type="outlet")]
        voice = self._voices.at(start)
        if voice is not None:
            steps.append(AttributionStep(step=2, speaker=voice.name, relation="quotes", source_type=voice.source_type))
        if (turn := self._turns.at(start)) is not None:
            steps.append(AttributionStep(step=len(steps) + 1, speaker=turn.source.name, actor=turn.source.actor, relation="quotes",
                                         source_type=turn.source.source_type, mention=turn.span))  # fmt: skip
        text = False
        for mention in speakers:
            taken = {self._own, *(s.speaker for s in steps)}
            if (step := self._step(mention, len(steps), bool(quotation), taken)) is not None:
                steps.append(step)
                text = step.source_type == "document" and speaks_for_all(sentence, mention, self._mentions)
        if opinion and len(steps) == 1:
            author = self._document.outlet or self._document.author
            return [AttributionStep(step=1, speaker=author, relation="writes", source_type="author")], "author_opinion"
        if text and all(s.source_type in MEDIA for s in steps[1:-1]):
            return steps, "document_text"
        spoken = (quotation and speakers) or (turn is not None and steps[-1].mention == turn.span)
        mode = "direct_quote" if spoken else "indirect_speech" if len(steps) > 1 else "outlet_assertion"
        return steps, mode

    def who(self, position: int, words: str, chain: list[AttributionStep]) -> Resolution | None:
        """Who "we", "you" or "our delegation" is at a character, by the chain of who speaks; None where nobody told."""
        pronoun, _, noun = words.lower().partition(" ")
        if noun and pronoun not in _POSSESSIVE:
            return None  # "US troops" are not ours
        meant = self._in_dialogue(position, pronoun, chain)
        return self._mentions.owned(meant, words) if meant is not None and noun else meant

    def _in_dialogue(self, position: int, pronoun: str, chain: list[AttributionStep]) -> Resolution | None:
        """Who a pronoun of the first or second person means."""
        if pronoun not in _FIRST_PERSON:
            asked = self._turns.addressed(position) if pronoun in _SECOND_PERSON and len(chain) == 1 else None
            return asked.resolution if asked else None
        if len(chain) == 1 or (span := chain[-1].mention) is None:
            return None
        turn = self._turns.at(position)
        return turn.resolution if turn is not None and turn.span == span else self._acts_for.get((span.start, span.end))

    def _speaks(self, sentence: Sentence, learned: Mention, words: list[int]) -> bool:
        """Whether the sentence tells a phrase to speak somewhere; outlets do nothing else."""
        told = any(
            f.speaker.span == learned.span
            and f.verb not in words
            and words[0] not in f.beyond
            and not parted(sentence, f.verb, words[0])
            and not (f.content and f.content.isdisjoint(sentence.ancestors(words[0])))
            for f in self.frames(sentence)
        )
        return told or self._describer.outlet(learned) is not None

    def _speakers(self, sentence: Sentence, words: list[int], quotation: tuple[int, int] | None) -> list[Mention]:
        """Speakers of the words, nearest the reader first."""
        framed = [
            f
            for f in self.frames(sentence)
            if words[0] in f.content and f.verb not in words and f.speaker.head not in words
        ]
        framed = sorted(framed, key=lambda f: (not self._carries(f, framed), -len(f.content), f.cited))
        found = [m for f in framed for m in (*f.outlets, f.speaker)]
        if quotation is not None and all(inside([quotation], sentence.tokens[f.verb].start) for f in framed):
            return [*self._quoting.get(quotation, []), *found]
        return found

    def _carries(self, frame: Frame, framed: list[Frame]) -> bool:
        """Whether an outlet carries all the others: it stands nearer the reader unless somebody else tells of its report or cites it."""
        return self._describer.is_outlet(frame.speaker) and not any(
            (frame.verb in f.content and not f.aside) or (frame.cited and not f.cited and f.content == frame.content)
            for f in framed
            if f is not frame
        )

    def _speakers_of_quotations(self) -> dict[tuple[int, int], list[Mention]]:
        """Quotation → its speaker, behind the outlet that he told; quotations without one are left out."""
        made: dict[tuple[int, int], list[Mention]] = {}
        for quotation in self._quoted:
            if found := self._speaker_of(quotation, made):
                made[quotation] = found
        return made

    def _outside(self, sentence: Sentence) -> list[Frame]:
        """Frames by a verb or "according to" that stand outside all quotations."""
        tokens = sentence.tokens
        return [
            f
            for f in self.frames(sentence)
            if not inside(self._quoted, tokens[f.verb].start) and tokens[f.verb].upos != "NOUN"
        ]

    def _speaker_of(
        self, quotation: tuple[int, int], earlier: dict[tuple[int, int], list[Mention]]
    ) -> list[Mention] | None:
        """Own sentence, a colon before it, a sentence behind it that only names him, the speaker before it."""
        start, end = quotation
        touched = [s for s in self._sentences if s.start < end and start < s.end]
        for sentence in touched:
            if outside := self._outside(sentence):
                near = min(outside, key=lambda f: _gap(sentence.tokens[f.verb].start, quotation))
                return [*near.outlets, near.speaker]
        if not touched:
            return None
        first = touched[0].index
        for sentence in reversed(self._sentences[max(0, first - 1) : first + 1]):
            if (who := self._introduces(sentence, start)) is not None:
                return [who]
        if (who := self._judges(touched[0], start)) is not None:
            return [who]
        if _in_clause(touched[0], start):
            return None
        text = self._document.text
        after = self._sentences[touched[-1].index + 1 : touched[-1].index + 2]
        # "“Are the talks over?” asked Lavrov.": what follows says nothing of its own.
        close = (s for s in after if s.start < end + _AFTER and "\n" not in text[end : s.start])
        if follows := [f for s in close for f in self._outside(s) if not f.content]:
            return [*follows[0].outlets, follows[0].speaker]
        if (told := self._before(first, start, earlier)) is not None:
            return told
        for sentence in reversed(self._sentences[max(0, first - _BACK) : first]):
            if outside := self._outside(sentence):
                return [*outside[0].outlets, outside[0].speaker]
            held = [
                m for q, m in earlier.items() if sentence.start <= q[0] < sentence.end or q[0] <= sentence.start < q[1]
            ]
            if held:
                return held[-1]
        return None

    def _before(self, first: int, start: int, earlier: dict[tuple[int, int], list[Mention]]) -> list[Mention] | None:
        """The speaker of a bare quotation in its paragraph: the person who speaks right before it, else whom the last quotation
        belongs to. A capital that denies or wants something between them ("Washington denied it") takes no quotation over."""
        opening = self._document.text.rfind("\n", 0, start) + 1
        if first and self._sentences[first - 1].start >= opening:
            last = self._sentences[first - 1]
            persons = [f for f in self._outside(last) if self._describer.is_person(f.speaker)]
            if persons:
                return [*persons[0].outlets, persons[0].speaker]
            if (judge := self._judges(last, last.end)) is not None and self._describer.is_person(judge):
                return [judge]
        held = [m for q, m in earlier.items() if opening <= q[0] < start]
        return held[-1] if held else None

    def _judges(self, sentence: Sentence, start: int) -> Mention | None:
        """Who passes judgement before a character, by a verb that brings in his words: "called the move “a grave mistake”"."""
        for token in reversed([t for t in sentence.tokens if t.start < start]):
            if token.upos != "VERB" or token.lemma.lower() not in self._judging or inside(self._quoted, token.start):
                continue
            able = (self._speaker(sentence, i, token.i) for i in verb_slots(sentence, token.i)["agent"])
            return next((m for m in able if m is not None and self._describer.is_somebody(m)), None)
        return None

    def _introduces(self, sentence: Sentence, start: int) -> Mention | None:
        """Who brings in a quotation with a colon: "Rabbani declined to be called a mediator: “I lent my brothers a carpet.”"."""
        if not self._document.text[sentence.start : start].rstrip(' \n"“„«`').endswith(":"):
            return None
        subjects = [t.i for t in sentence.tokens if t.start < start and matches(t.relation, ("nsubj",)) and t.head >= 0]
        roots = [i for i in subjects if sentence.tokens[sentence.tokens[i].head].start < start]
        able = (self._speaker(sentence, i, sentence.tokens[i].head) for i in roots)
        return next((m for m in able if m is not None and self._describer.is_somebody(m)), None)

    def _step(self, mention: Mention, before: int, quoted: bool, taken: set[str | None]) -> AttributionStep | None:
        """The step of a speaker; of several who speak together one, with the actor and kind of the first and the names of all.

        None where the chain has them already.
        """
        told = [(m, self._describer.source(m)) for m in self._describer.row(mention)]
        told = [(m, source) for m, source in told if source.name not in taken]
        if not told:
            return None
        (first, source), (last, _) = told[0], told[-1]
        start, end = first.span.start, last.span.end
        self._acts_for[start, end] = self._describer.acts_for(first)
        names = [s.name for _, s in told]
        if all(s.name == m.span.text for m, s in told):
            names = [self._document.text[start:end]]
        return AttributionStep(
            step=before + 1,
            speaker=" and ".join(filter(None, (", ".join(names[:-1]), names[-1]))),
            actor=source.actor,
            relation="quotes" if quoted else "paraphrases",
            source_type=source.source_type,
            mention=first.span if len(told) == 1 else Span(start, end, self._document.text[start:end]),
        )


def _in_clause(sentence: Sentence, start: int) -> bool:
    """Whether a quotation goes on with a clause of the article's own: "the deal was hailed as “a new chapter for all of us”"."""
    return any(t.upos in ("VERB", "AUX") and t.start < start for t in sentence.tokens)


def _gap(position: int, quotation: tuple[int, int]) -> int:
    return quotation[0] - position if position < quotation[0] else position - quotation[1]
