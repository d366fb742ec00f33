"""Who says so: the chain from outlet to speaker behind each event mention (codebook 1.4, rules R15 and R28).

A speech frame is a reporting verb (or "according to") with its speaker and the words that the speaker answers for. A quotation
without a frame in its own sentence belongs to the speaker of the sentence before or after it.
"""

from __future__ import annotations

import msgspec

from dragoman.actors import Knowledge
from dragoman.coder.mentions import Mention, Mentions
from dragoman.coder.phrases import preposition
from dragoman.coder.quotes import inside
from dragoman.coder.slots import verb_slots
from dragoman.coder.sources import SourceKinds
from dragoman.coder.voices import Voices
from dragoman.language.parse import Sentence, matches
from dragoman.records import AttributionStep, Document

_PARTY_SECTORS = frozenset({"REB", "OPP", "SEP", "INS", "UAF", "PAR", "PTY"})
_TEMPORAL = frozenset({"after", "since", "when", "before", "following", "while"})
_OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO"})


class Frame(msgspec.Struct):
    """A speaker and the words of the sentence that he answers for."""

    verb: int
    speaker: Mention
    content: frozenset[int]


class Attributor:
    """Finds the chains of one document."""

    def __init__(
        self, document: Document, sentences: list[Sentence], mentions: Mentions, knowledge: Knowledge,
        reporting: frozenset[str], kinds: SourceKinds, quoted: list[tuple[int, int]], voices: Voices,
    ) -> None:  # fmt: skip
        self._document, self._sentences, self._mentions, self._knowledge = document, sentences, mentions, knowledge
        self._reporting, self._kinds, self._quoted, self._voices = reporting, kinds, quoted, voices
        self._frames = [self._frames_of(s) for s in sentences]

    def frames(self, sentence: Sentence) -> list[Frame]:
        """Speech frames of a sentence."""
        return self._frames[sentence.index]

    def _frames_of(self, sentence: Sentence) -> list[Frame]:
        found = []
        for token in sentence.tokens:
            if token.upos == "VERB" and token.lemma.lower() in self._reporting:
                speakers = verb_slots(sentence, token.i)["agent"]
                content = self._content(sentence, token.i)
                if speakers and content:
                    found.append(Frame(token.i, self._mentions.at(sentence, speakers[0]), content))
            elif token.text.lower() == "according":
                governor = token.head
                if (
                    governor >= 0
                    and sentence.tokens[governor].upos in ("NOUN", "PROPN", "PRON")
                    and matches(token.relation, ("case",))
                ):
                    found.append(
                        Frame(token.i, self._mentions.at(sentence, governor), self._others(sentence, governor))
                    )
                elif below := [
                    c for c in sentence.children[token.i] if matches(sentence.tokens[c].relation, ("obl", "nmod"))
                ]:
                    found.append(Frame(token.i, self._mentions.at(sentence, below[0]), self._others(sentence, token.i)))
        return [frame for frame in found if self._can_speak(sentence, frame.speaker)]

    def _can_speak(self, sentence: Sentence, speaker: Mention) -> bool:
        """Whether a phrase says something: as a subject, or where it is a person, a body or a document ("in a move to admit")."""
        token = sentence.tokens[speaker.head]
        return (
            matches(token.relation, ("nsubj",))
            or speaker.known
            or speaker.pronoun
            or token.upos in ("PROPN", "PRON")
            or token.name != "O"
            or token.mention in ("person", "organization")
            or self._kinds.of(speaker.span.text) is not None
        )

    def _content(self, sentence: Sentence, verb: int) -> frozenset[int]:
        """Words that the speaker of `verb` answers for."""
        words: set[int] = set()
        for child in sentence.children[verb]:
            if (
                matches(sentence.tokens[child].relation, ("ccomp", "xcomp", "obj"))
                or sentence.tokens[child].relation == "parataxis"
            ):
                words.update(sentence.subtree(child))
        token = sentence.tokens[verb]
        if matches(token.relation, ("parataxis",)) or (token.relation == "conj" and not words):
            words |= self._others(sentence, verb)
        if (
            token.relation == "advcl"
            and token.head >= 0
            and any(sentence.tokens[c].text.lower() == "as" for c in sentence.children[verb])
        ):
            words |= self._others(sentence, verb)
        return frozenset(words - self._background(sentence, words))

    @staticmethod
    def _background(sentence: Sentence, words: set[int]) -> set[int]:
        """Clauses that the article adds on its own account: temporal ones ("after the summit collapsed") and, behind a
        comma, relative ones ("which has staged two strikes")."""
        found: set[int] = set()
        for i in words:
            token = sentence.tokens[i]
            temporal = matches(token.relation, ("advcl", "obl")) and preposition(sentence, i) in _TEMPORAL
            commas = [c for c in sentence.children[i] if sentence.tokens[c].text == "," and c < i]
            if temporal or (token.relation == "acl:relcl" and commas):
                found.update(sentence.subtree(i))
        return found

    @staticmethod
    def _others(sentence: Sentence, below: int) -> frozenset[int]:
        """All words but those below one: the main clause beside a parenthesis ("…, officials said")."""
        own = set(sentence.subtree(below))
        return frozenset(range(len(sentence))) - own

    def chain(
        self, sentence: Sentence, words: list[int], learned: Mention | None, opinion: bool
    ) -> tuple[list[AttributionStep], str]:
        """Attribution steps of the event at `words`, and the speech mode.

        Args:
            learned: phrase that the model reads as the speaker; used where no frame is found.
            opinion: the document's author judges here in his own voice.
        """
        start = sentence.tokens[words[0]].start
        quotation = inside(self._quoted, start)
        speakers = self._speakers(sentence, words, quotation)
        if not speakers and learned is not None and (learned.known or learned.pronoun):
            speakers = [learned]
        steps = [AttributionStep(step=1, speaker=self._document.outlet, relation="writes", source_type="outlet")]
        voice = self._voices.at(start)
        if voice is not None:
            steps.append(AttributionStep(step=2, speaker=voice.name, relation="quotes", source_type=voice.source_type))
        for mention in speakers:
            steps += self._steps(mention, len(steps), bool(quotation))
        if opinion and len(steps) == 1:
            steps.append(AttributionStep(step=2, speaker="author", relation="writes", source_type="author"))
            return steps, "author_opinion"
        mode = "direct_quote" if quotation and speakers else "indirect_speech" if len(steps) > 1 else "outlet_assertion"
        return steps, mode

    def _speakers(self, sentence: Sentence, words: list[int], quotation: tuple[int, int] | None) -> list[Mention]:
        # An outlet stands nearer the reader than whoever it quotes.
        framed = [
            f
            for f in self.frames(sentence)
            if words[0] in f.content and f.verb not in words and f.speaker.head not in words
        ]
        if framed:
            framed.sort(key=lambda f: (self._knowledge.outlet(f.speaker.span.text) is None, -len(f.content)))
            return [f.speaker for f in framed]
        if quotation is None:
            return []
        return self._speaker_of(quotation, sentence)

    def _speaker_of(self, quotation: tuple[int, int], sentence: Sentence) -> list[Mention]:
        """Speaker of a quotation whose own sentence names none."""
        here = [f for f in self.frames(sentence) if not inside(self._quoted, sentence.tokens[f.verb].start)]
        if here:
            return [here[0].speaker]
        for other in [
            s for s in self._sentences if s.end > quotation[0] and s.start < quotation[1] + 80 and s is not sentence
        ]:
            outside = [f for f in self.frames(other) if not inside(self._quoted, other.tokens[f.verb].start)]
            if outside:
                return [outside[0].speaker]
        for back in (1, 2, 3):
            if sentence.index - back < 0:
                break
            frames = self._frames[sentence.index - back]
            if frames:
                return [frames[0].speaker]
        return []

    def _steps(self, mention: Mention, before: int, quoted: bool) -> list[AttributionStep]:
        resolved = mention.resolution
        name = resolved.person.name if resolved.person else resolved.name if mention.pronoun else mention.span.text
        return [
            AttributionStep(
                step=before + 1,
                speaker=name or mention.span.text,
                actor=resolved.actor,
                relation="quotes" if quoted else "paraphrases",
                source_type=self._source_type(mention),
                mention=mention.span,
            )
        ]

    def _source_type(self, mention: Mention) -> str:
        resolved = mention.resolution
        outlet = self._knowledge.outlet(mention.span.text)
        if outlet is not None:
            return "wire" if outlet.outlet_type == "wire" else "third_outlet"
        if kind := self._kinds.of(mention.span.text):
            if kind == "unnamed_official" and resolved.person is not None:
                kind = "named_official"
            elif kind == "unnamed_official" and resolved.sector in _PARTY_SECTORS:
                kind = "unnamed_party"
            return kind
        if resolved.sector in _PARTY_SECTORS:
            return "named_party"
        if resolved.sector in _OFFICIAL_SECTORS:
            return "named_official"
        if resolved.sector in ("NGO", "NGM", "EDU"):
            return "expert"
        return "named_official" if resolved.person is not None else "none"
