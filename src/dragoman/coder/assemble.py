"""Puts the event mentions of one document together from decided triggers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coder.at_the_table.capacities import in_capacity
from dragoman.coder.at_the_table.hosts_apart import without_hosts_apart
from dragoman.coder.at_the_table.one_role import with_one_role
from dragoman.coder.at_the_table.outsiders import Sides, without_absent, without_outside_vetoers
from dragoman.coder.attribution.chain import Attributor
from dragoman.coder.attribution.characterise import Characteriser
from dragoman.coder.attribution.opinions import Opinions, claims_no_event
from dragoman.coder.attribution.stake import with_stakes
from dragoman.coder.attribution.voices import find_voices
from dragoman.coder.casting import Casting
from dragoman.coder.codes.crosswalk import Told
from dragoman.coder.codes.tracks import TrackNames
from dragoman.coder.days_and_places.retelling import retells_history
from dragoman.coder.days_and_places.telling_day import day_is_sure, day_of_telling
from dragoman.coder.days_and_places.when import when
from dragoman.coder.days_and_places.where import venue
from dragoman.coder.deciding.discourse import label_shares, with_prior
from dragoman.coder.draft.apposed import by_their_names
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import without_kinds
from dragoman.coder.draft.identity import mention_id, publication_day
from dragoman.coder.draft.implied import complete
from dragoman.coder.draft.roles import THIRD_PARTIES
from dragoman.coder.grammar.classes import OUT
from dragoman.coder.grammar.quotes import quotations
from dragoman.coder.kept_out.absences import there_after_all
from dragoman.coder.kept_out.complainants import as_complainants
from dragoman.coder.kept_out.echoes import echoed, told_again
from dragoman.coder.kept_out.excluded import not_by_himself, uninvited, with_exclusions
from dragoman.coder.kept_out.kept import Kept
from dragoman.coder.kept_out.kept_from import kept_out
from dragoman.coder.kept_out.not_kept_out import the_only_ones, without_wanted
from dragoman.coder.kept_out.wrong_one import without_wrong_ones
from dragoman.coder.names.authors import authors
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.occurrence.status import clause_values
from dragoman.coder.occurrence.timelines import by_day_above
from dragoman.coder.seating import seated
from dragoman.coder.senses.merge import below, merge
from dragoman.coder.senses.public_affairs import of_private_affairs
from dragoman.coder.settle import is_interview, of_private_sides, settle
from dragoman.coder.sifting import Sifting
from dragoman.coder.taking_part.participants import Filled, once_each, without_accuser
from dragoman.coder.taking_part.plurals import offering, over_against, told_apart
from dragoman.coder.taking_part.several import signed_by, spread
from dragoman.coder.taking_part.standing import Standing
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.records import Characterisation, CoderVersion, Document, DocumentRef, EventMention, Evidence, Span
from dragoman.text.dateline import dateline
from dragoman.text.dates import DateMention
from dragoman.text.turns import find_turns
from dragoman.version import VERSION

if TYPE_CHECKING:
    from dragoman.coder.coder import Coder


class DocumentCoder(Casting):
    """Codes one parsed document."""

    def __init__(self, coder: Coder, document: Document, sentences: list[Sentence], mentions: Mentions) -> None:
        self._document, self._sentences = document, sentences
        self._reference = DocumentRef(id=document.id, path=document.path, url=document.url, title=document.title,
                                      outlet=document.outlet, published=document.published)  # fmt: skip
        self._published = publication_day(document.published)
        self._desk = dateline(document.text)
        self._told = day_of_telling(document.text, self._desk, self._published)
        words = coder.words
        voices = find_voices(document.text, document.outlet, coder.knowledge, words.reporting)
        quoted = quotations(document.text)
        turns = find_turns(document.text, document.outlet)
        attributor = Attributor(document, sentences, mentions, coder.knowledge, words.reporting, words.source_kinds,
                                quoted, voices, turns)  # fmt: skip
        super().__init__(coder, mentions, attributor)
        self._sure = day_is_sure(document.text, self._desk, self._published, quoted)
        answers = [(t.start, t.end) for t in turns if not t.asks]
        self._opinions = Opinions(document, coder.knowledge, words.opinion, [*quoted, *answers])
        self._tracks = TrackNames(coder.knowledge)
        self._sides = Sides(document, coder.knowledge)
        self._parties: list[list[Mention]] = []
        self._facing: list[list[Mention]] = []
        self._standing = Standing(mentions.named, self._sides.foes)
        self._helpers: list[list[Filled]] = []
        self._dates: dict[int, DateMention] = {}
        self._outsiders: set[str] = set()
        self._absent: set[str] = set()
        self._authors = authors(sentences, mentions)
        self._marked: frozenset[int] = frozenset()
        self._sifting = Sifting(coder, sentences, mentions, self._sides)

    def events(self) -> list[EventMention]:
        """Event mentions in order of the text."""
        result: list[EventMention] = []
        shares = label_shares(self._sentences)
        for sentence in self._sentences:
            if shares is not None:
                with_prior(sentence, shares, self._coder.thresholds.document_weight)
            last = self._sentences[sentence.index - 1] if sentence.index else None
            if again := echoed(sentence, result, last, self._coder.words.third_parties):
                result.append(self._echo(sentence, *again))
                continue
            candidates = self._decide(sentence)
            out = kept_out(
                sentence, self._mentions, candidates, self._coder.words.lexicon, self._coder.words.third_parties
            )
            self._absent |= {kept.mention.actor or "" for some in out.values() for kept in some}
            self._marked = frozenset(i for c in candidates for i in c.words)
            # Who is kept out comes first: he is none of "both sides" of the same sentence.
            order = sorted(range(len(candidates)), key=lambda n: candidates[n].label not in group("exclusions"))
            made = {n: self._event(sentence, candidates[n], out.get(candidates[n].words[0], []), result) for n in order}
            told = [made[n] for n in range(len(candidates))]
            claimed = [c.words for c, e in zip(candidates, told, strict=True) if claims_no_event(e)]
            told = [
                e for c, e in zip(candidates, told, strict=True)
                if not (of_private_sides(e, self._coder.words.lexicon) or is_interview(e) or claims_no_event(e))
                and not any(below(sentence, c.words[-1], words) for words in claimed if c.label in group("shared_meetings"))
            ]  # fmt: skip
            acts = [c.words for c in candidates if c.label in group("staying_away")]
            beside = {
                sentence.tokens[c.words[0]].start
                for c in candidates
                if any(below(sentence, c.words[-1], words) or _of_these(sentence, c.words, words) for words in acts)
                and not _has_doer(sentence, c.words)
            }
            told = without_hosts_apart(without_outside_vetoers(told, self._sides))
            for event in without_absent(told, beside):
                whole = complete(event, result, self._coder.words.third_parties, sentence)
                whole = self._coder.words.assessor.assess(whole, sentence)
                result.append(with_stakes(whole, sentence, result, self._coder.knowledge))
        return [] if self._of_private_affairs(result) else with_one_role(result)

    def _of_private_affairs(self, events: list[EventMention]) -> bool:
        lexicon = self._coder.words.lexicon
        return bool(events) and of_private_affairs(self._sentences, self._mentions.named, events, lexicon)

    def characterisations(self) -> list[Characterisation]:
        """What the author judges of actors and lines of talks, in order of the text."""
        maker = Characteriser(
            self._document, self._reference, self._mentions, self._opinions, self._attributor, self._tracks
        )
        return maker.of_sentences(self._sentences, self._version("", "rule"))

    def _version(self, rule: str, decided_by: str) -> CoderVersion:
        coder = self._coder
        return CoderVersion(name="dragoman", version=VERSION, model=coder.engine.version, lexicon=coder.words.version,
                            rule=rule, decided_by=decided_by)  # fmt: skip

    def _decide(self, sentence: Sentence) -> list[Candidate]:
        return merge(sentence, self._weighed(sentence), self._coder.ontology)

    def _weighed(self, sentence: Sentence) -> list[Candidate]:
        """What counts as an event of a sentence, before what tells one of them again is joined to it."""
        return self._sifting.candidates(sentence, self._weighing)

    def _event(
        self, sentence: Sentence, candidate: Candidate, kept_out: list[Kept], earlier: list[EventMention]
    ) -> EventMention:
        coder = self._coder
        read, people = self._cast(sentence, candidate)
        if settle(coder, sentence, candidate, people):
            read, people = self._cast(sentence, candidate)
        clause = clause_values(sentence, candidate, coder.engine.labels, coder.words.lexicon.modality)
        clause |= by_day_above(self._document.text, sentence, candidate, self._published, clause["status"])
        status, tense = clause["status"], clause["tense"]
        people = without_kinds(sentence, not_by_himself(sentence, with_exclusions(people, kept_out), candidate))
        people = by_their_names(sentence, people)
        people = the_only_ones(
            sentence, candidate, there_after_all(sentence, candidate, people), coder.words.third_parties
        )
        people = without_wanted(sentence, candidate, people, coder.words.third_parties)
        people = without_wrong_ones(sentence, candidate, people, coder.words.lexicon)
        people = as_complainants(sentence, self._mentions, candidate, people)
        people = spread(self._sentences, sentence, self._mentions, candidate, people, coder.words.third_parties)
        if candidate.label == "invitation_issued" and clause["polarity"] == "negated" and status != "denied":
            people = uninvited(sentence, self._mentions, candidate, people, coder.words.third_parties)
            if any(f.role == "excluded" for f in people):
                # Who was not invited is kept out (rule R9), however the model calls it.
                candidate.label, clause["polarity"] = "exclusion_declared", "affirmed"
        thirds, sides = coder.words.third_parties, self._sides
        speaker = next((f.mention for f in read if f.role == "speaker"), None)
        chain, mode = self._attributor.chain(
            sentence, candidate.words, speaker, self._opinions.govern(sentence, candidate.words)
        )
        people = [self._named(f, chain) for f in people]
        if len(chain) == 1:
            people = signed_by(people, self._authors)
        people = seated(sentence, candidate, people, earlier, thirds, sides)
        type_ = candidate.label if candidate.label.islower() else None
        people = without_accuser(people, candidate, chain[-1])
        people = told_apart(sentence, self._mentions, people, self._parties, self._outsiders, self._helpers,
                            self._sentences, self._facing, self._standing, self._absent)  # fmt: skip
        self._helpers.append([f for f in people if f.role in THIRD_PARTIES or f.role == "sponsor"])
        self._outsiders |= {f.mention.resolution.actor or "" for f in self._helpers[-1]}
        self._outsiders |= offering(type_, people, self._parties, sides.foes)
        hosts = {f.mention.resolution.actor for f in self._helpers[-1]}
        parties = {f.mention.resolution.actor or "" for f in people if f.role == "party"} - hosts
        self._outsiders -= parties
        self._absent -= parties
        self._absent |= {f.mention.resolution.actor or "" for f in people if f.role in OUT}
        self._parties.append([f.mention for f in people if f.role == "party"])
        self._facing.append(over_against(candidate.label, people, sides.foes, lambda some: sides.outsiders(some, []),
                                         self._facing))  # fmt: skip
        start, end = sentence.slice(candidate.words[0], candidate.words[-1])
        text = self._document.text
        place = venue(
            sentence,
            candidate,
            read,
            self._mentions,
            status,
            coder.knowledge,
            coder.words.times_and_places,
            self._desk,
            people,
            self._sentences[: sentence.index],
        )
        shut_out = self._exclusions(sentence, candidate, people, kept_out, chain[-1].speaker)
        date = when(text, sentence, candidate.words, candidate.label, read, tense, self._told,
                    coder.words.times_and_places, self._desk, self._dates, self._marked, self._sure)  # fmt: skip
        people = in_capacity(people, date, self._document.published, coder.knowledge)
        present = once_each([self._participant(f, chain, told) for f, told in zip(people, shut_out, strict=True)])
        plover, cameo = coder.crosswalk.codes(
            Told(sentence=sentence, candidate=candidate, type=type_, status=status, tense=tense, participants=present,
                 venue=place, outsiders=lambda some: self._sides.bystanders(some, sentence.text))
        )  # fmt: skip
        return EventMention(
            id=mention_id(self._document.id, start, end, candidate.label),
            document=self._reference,
            type=type_,
            plover=plover,
            cameo=cameo,
            status=status, polarity=clause["polarity"], certainty=clause["certainty"], tense=tense,
            participants=present,
            venue=place,
            date=date,
            background=retells_history(sentence, candidate.words, date, self._published, coder.words.times_and_places),
            issues=coder.words.lexicon.issues_in(sentence.text),
            track=self._tracks.name(sentence, candidate, place),
            attribution=chain,
            speech_mode=mode,
            evidence=Evidence(start=sentence.start, end=sentence.end, text=sentence.text, trigger=Span(start, end, text[start:end])),
            confidence=round(candidate.confidence, 3),
            coder=self._version(candidate.ruling.trigger.id if candidate.ruling else "model", candidate.decided_by),
        )  # fmt: skip

    def _echo(self, sentence: Sentence, told: EventMention, heads: list[int]) -> EventMention:
        """An event that a short sentence tells again of others: "Nor was Iran."."""
        first = next(p for p in told.participants if p.role in ("excluded", "boycotting"))
        mentions = (self._mentions.at(sentence, i) for i in heads)
        people = [
            self._participant(Filled(m, first.role, 1.0, "told again of him"), told.attribution, first.exclusion)
            for m in mentions
        ]
        return told_again(told, sentence, people, self._version("told again", "rule"))


def _of_these(sentence: Sentence, talks: list[int], act: list[int]) -> bool:
    """Whether an act stands in a relative clause on talks: "the talks, which Washington boycotted"."""
    return any(sentence.tokens[i].relation == "acl:relcl" and sentence.tokens[i].head in talks for i in act)


def _has_doer(sentence: Sentence, words: list[int]) -> bool:
    """Whether a trigger is the object of a verb joined to another: "did not attend the meeting but held direct talks"."""
    return any(
        sentence.tokens[i].relation == "obj" and sentence.tokens[sentence.tokens[i].head].relation == "conj"
        for i in words
    )
