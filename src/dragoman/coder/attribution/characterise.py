"""The characterisations of a document: its author's judgements of actors and lines of talks (codebook 1.3, rule R15)."""

from __future__ import annotations

import hashlib

from dragoman.coder.attribution.chain import Attributor
from dragoman.coder.attribution.judgements import Judgement
from dragoman.coder.attribution.opinions import Opinions
from dragoman.coder.codes.tracks import TrackNames
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.questions import asked
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon
from dragoman.records import Characterisation, Characterised, CoderVersion, Document, DocumentRef, Evidence, Span

_LEFT_OPEN = "influence"
"""The aspect that is told also where the sentence leaves open who is meant: "who calls the shots"."""


class Characteriser:
    """Makes the characterisations of one document."""

    def __init__(
        self, document: Document, reference: DocumentRef, mentions: Mentions, opinions: Opinions, attributor: Attributor,
        tracks: TrackNames,
    ) -> None:  # fmt: skip
        self._document, self._reference, self._mentions = document, reference, mentions
        self._opinions, self._attributor, self._tracks = opinions, attributor, tracks

    def of_sentences(self, sentences: list[Sentence], version: CoderVersion) -> list[Characterisation]:
        """One for each clause, aspect and polarity, in order of the text; none for what somebody else is told to say.

        Args:
            version: of the coder; its rule is set here.
        """
        found: list[Characterisation] = []
        for sentence in sentences:
            seen: dict[tuple[int, str, str], Judgement] = {}
            for judgement in self._opinions.in_sentence(sentence):
                key = (judgement.predicate, judgement.aspect, judgement.polarity)
                if key not in seen:
                    seen[key] = judgement
            found += [c for j in seen.values() if (c := self._one(sentence, j, version)) is not None]
        return found

    def _one(self, sentence: Sentence, judgement: Judgement, version: CoderVersion) -> Characterisation | None:
        chain, mode = self._attributor.chain(sentence, [judgement.words[0]], None, opinion=True)
        if mode != "author_opinion" or asked(sentence, [judgement.predicate], lexicon.load().modality):
            return None
        targets, track = self._targets(sentence, judgement), self._track(sentence, judgement)
        if not targets and track is None and not self._leaves_open(sentence, judgement):
            return None
        start, end = sentence.slice(*judgement.words)
        key = f"{self._document.id}\x1f{start}\x1f{end}\x1f{judgement.aspect}"
        return Characterisation(
            id="ch_" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16],
            document=self._reference,
            holder=self._document.author or self._document.outlet,
            aspect=judgement.aspect,
            polarity=judgement.polarity,
            targets=targets,
            track=track,
            evidence=Evidence(
                start=sentence.start, end=sentence.end, text=sentence.text,
                trigger=Span(start, end, self._document.text[start:end]),
            ),
            attribution=chain,
            coder=CoderVersion(
                name=version.name, version=version.version, model=version.model, lexicon=version.lexicon,
                rule=f"{judgement.aspect}/{judgement.entry.replace(' ', '-')}", decided_by="rule",
            ),
        )  # fmt: skip

    def _leaves_open(self, sentence: Sentence, judgement: Judgement) -> bool:
        """Whether influence is told of whoever has it: "no doubt about who calls the shots"."""
        if judgement.aspect != _LEFT_OPEN or sentence.tokens[judgement.predicate].relation == "acl:relcl":
            return False
        who = [sentence.tokens[i].text.lower() for i in sentence.dependents(judgement.predicate, "nsubj")]
        return bool(who) and all((word,) in lexicon.load().modality.question_words for word in who)

    def _targets(self, sentence: Sentence, judgement: Judgement) -> list[Characterised]:
        """The actors that the judged phrases mean, or, where one means none, whose it is ("the Russian plan")."""
        found: dict[str, Characterised] = {}
        for head in judgement.of:
            for mention in self._meant(sentence, head):
                actor = mention.actor
                if actor is not None:
                    found.setdefault(actor, Characterised(actor=actor, name=mention.name, mention=mention.span))
        return list(found.values())

    def _meant(self, sentence: Sentence, head: int) -> list[Mention]:
        whole = self._mentions.meant(sentence, self._mentions.at(sentence, head))
        if whole.actor is not None:
            return [whole]
        # "The Minsk talks" are judged, and not Belarus.
        relations = ("nmod:poss",) if self._label(sentence, head) else ("nmod:poss", "amod", "compound")
        owners = [c for c in sentence.children[head] if matches(sentence.tokens[c].relation, relations)]
        return [self._mentions.at(sentence, c) for c in owners]

    def _track(self, sentence: Sentence, judgement: Judgement) -> str | None:
        """The line of talks that a judged phrase names: "the Geneva talks are a farce"."""
        return next((name for head in judgement.of if (name := self._label(sentence, head))), None)

    def _label(self, sentence: Sentence, noun: int) -> str | None:
        return self._tracks.name(sentence, Candidate([noun], "mediated_talks", 1.0, None, "rule"), None)
