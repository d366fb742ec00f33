"""What counts as an event of a sentence: the judge's candidates, less those whose words tell of something else."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.deciding.judge import could_hold_event, decide, is_specific
from dragoman.coder.deciding.lexical import LexicalReading, opening_of
from dragoman.coder.deciding.reading import LearnedTrigger, learned_triggers
from dragoman.coder.deciding.stacking import density_of
from dragoman.coder.draft.candidate import Candidate, RuleMatch
from dragoman.coder.draft.weighing import LeftOut, Weighing
from dragoman.coder.grammar.phrases import forms_of
from dragoman.coder.kept_out.absences import attendance_denied, comes_after_all, has_no_stake, no_choice, only_absent
from dragoman.coder.kept_out.disclaimed import disclaims
from dragoman.coder.kept_out.echoes import only_adds
from dragoman.coder.kept_out.excluded import invited_somewhere, is_included
from dragoman.coder.kept_out.granted import leaves_nobody_out
from dragoman.coder.kept_out.not_kept_out import is_awaited, is_taken_back, keeps_nobody_out
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.senses.meant_otherwise import relabel, reread
from dragoman.coder.senses.other_matters import is_visit, of_other_matter
from dragoman.coder.senses.plain_politics import between_states, may_be_plain, plain_category
from dragoman.coder.senses.plain_words import CHECKS
from dragoman.coder.taking_part.gatherings import only_speaks
from dragoman.coder.taking_part.visits import only_tells_when
from dragoman.language.parse import Sentence
from dragoman.ontology import group

if TYPE_CHECKING:
    from dragoman.coder.coder import Coder

_SENTENCES_BEFORE, _SENTENCES_BEHIND = 3, 2
"""How far a word for talks may stand from what is only an event of peacemaking beside one."""


class Sifting:
    """Sifts the candidates of one document, sentence by sentence."""

    def __init__(self, coder: Coder, sentences: list[Sentence], mentions: Mentions, sides: Sides) -> None:
        self._coder, self._sentences, self._mentions, self._sides = coder, sentences, mentions, sides
        self._opening = opening_of(sentences)
        self._density = density_of(s.reading.probabilities for s in sentences if s.reading is not None)

    def candidates(self, sentence: Sentence, weighing: Weighing | None = None) -> list[Candidate]:
        """What counts as an event of a sentence; `weighing` takes down what is left out and why."""
        read = self._read(sentence)
        if read is None:
            return []
        rules, learned = read
        coder = self._coder
        alone = LexicalReading(coder.lexical, sentence, self._opening)
        decided = decide(
            sentence, rules, learned, coder.engine.labels["event"], coder.thresholds, coder.stacker, self._density, weighing, alone,
            any(is_specific(m, coder.thresholds) for m in rules) and between_states(sentence, self._mentions),
        )  # fmt: skip
        lexicon = coder.words.lexicon
        thirds = coder.words.third_parties
        for candidate in decided:
            reread(sentence, candidate, self._mentions, lexicon)

        def leave_out(unmeant: list[Candidate], why: str) -> None:
            nonlocal decided
            if unmeant:
                if weighing is not None:
                    weighing.left_out += [LeftOut(c.words, c.label, why) for c in unmeant]
                decided = [c for c in decided if c not in unmeant]

        for check, why in CHECKS:
            leave_out([c for c in decided if check(sentence, c, self._mentions, lexicon)], why)
        at_odds = self._sides.foes
        others = [c for c in decided if of_other_matter(sentence, c, self._mentions, lexicon, at_odds)]
        leave_out(others, "talks of trade and the like")
        if any(map(may_be_plain, decided)) and not self._of_talks(sentence):
            for candidate in decided:
                if category := plain_category(sentence, candidate, self._mentions, lexicon):
                    relabel(candidate, category)
        trips = [c for c in decided if is_visit(sentence, c, lexicon)]
        times = [c for c in decided if only_tells_when(sentence, c, thirds)]
        leave_out(times, "a visit that only tells when something else was")
        if trips and not self._of_talks(sentence):
            leave_out(trips, "a visit, with no word for talks or a text near by")
        # Exclusion is from talks or a text (codebook 1.16): without a word of either near by, somebody is merely kept out of something.
        shut_out = [c for c in decided if c.label in group("exclusions")]
        if shut_out and not self._of_talks(sentence) and not invited_somewhere(sentence, shut_out):
            leave_out(shut_out, "no word for talks or a text near by")
        if shut_out and not lexicon.may_keep_out(sentence.text):
            leave_out([c for c in shut_out if c.ruling is None], "no word by which anybody is kept out")
        beside = [
            c for c in decided
            if keeps_nobody_out(sentence, c, thirds, lexicon) or leaves_nobody_out(sentence, c, thirds, lexicon)
        ]  # fmt: skip
        leave_out(beside, "keeps nobody out of talks or a text")
        leave_out([c for c in decided if is_taken_back(sentence, c, lexicon)], "an invitation that is taken back")
        leave_out([c for c in decided if is_awaited(sentence, c, lexicon)], "an invitation that is waited for")
        own = [
            c for c in decided
            if c.label in group("exclusions") and disclaims(sentence, self._mentions, c.words, thirds)
        ]  # fmt: skip
        leave_out(own, "says himself that he has no part in it")
        included = [c for c in decided if is_included(sentence, c, thirds)]
        leave_out(included, "is told or asked, which keeps nobody out")
        leave_out([c for c in decided if only_adds(sentence, c, decided)], "adds others to the exclusion before it")
        coming = [c for c in decided if comes_after_all(sentence, c)]
        leave_out(coming, "comes or sends somebody, which is no boycott")
        twice: list[Candidate] = []
        elsewhere: list[Candidate] = []
        for candidate in decided:  # the talks were held, whoever was not there
            talks = attendance_denied(sentence, candidate, thirds)
            if talks is not None and any(talks in c.words for c in decided):
                twice.append(candidate)
            elif talks is not None:
                candidate.words = [talks]
            elif only_absent(sentence, candidate, thirds):
                if self._of_talks(sentence) and not has_no_stake(sentence, candidate):
                    relabel(candidate, "exclusion_declared")
                else:
                    elsewhere.append(candidate)
        leave_out(elsewhere, "is not there, and has no stake or no word for talks or a text near by")
        leave_out(twice, "tells of the same talks who was not there")
        speak = [c for c in decided if c.label in group("gatherings") and only_speaks(sentence, c.words, thirds)]
        leave_out(speak, "speaks, and nothing is told of who met")
        unable = [c for c in decided if no_choice(sentence, c, lexicon, thirds)]
        leave_out(unable, "could not come, mediates or keeps out of no talks, which is no choice")
        return decided

    def _read(self, sentence: Sentence) -> tuple[list[RuleMatch], list[LearnedTrigger]] | None:
        """What rules and model see in a sentence; None where nothing in it can be an event."""
        coder, limits = self._coder, self._coder.thresholds
        elsewhere = self.tells_of_elsewhere(sentence)
        quiet = elsewhere or not could_hold_event(sentence, limits)
        plain = quiet and coder.matcher.may_hold(sentence, limits.sure_priority)
        if elsewhere and not plain:
            return None
        if quiet and not plain and not self._names_text(sentence):
            return None
        learned = (
            [] if limits.deciders == "rules" else learned_triggers(sentence, coder.engine.labels["event"], limits.seen)
        )
        rules = [] if limits.deciders == "model" else coder.matcher.match(sentence, self._mentions)
        if quiet:  # the model sees no event in "the truce does not cover the rebels"
            rules = [m for m in rules if m.trigger.priority >= limits.sure_priority]
        if elsewhere:  # what a union does is no peacemaking, but a strike is a protest
            learned, rules = [], [m for m in rules if m.trigger.label == "PROTEST"]
        return rules, learned

    def tells_of_elsewhere(self, sentence: Sentence) -> bool:
        """Whether a sentence is about sport, business, labour or who governs, and not of foes who would govern together: "Annan met Kibaki and
        Odinga to discuss a grand coalition"."""
        lexicon = self._coder.words.lexicon
        if lexicon.tells_of_elsewhere(sentence.text):
            return True
        if not lexicon.tells_of_governing(sentence.text):
            return False
        actors = sorted({m.actor for m in self._mentions.of_sentence(sentence) if m.actor is not None})
        return not any(self._sides.share_conflict(a, b) for a, b in permutations(actors, 2))

    def _names_text(self, sentence: Sentence) -> bool:
        """Whether a word of the sentence is one for talks, those who hold them, a truce or a deal."""
        words = self._coder.words
        named = {*words.third_parties.events, *words.lexicon.classes["talks_format"]}
        return any(form in named for form in forms_of(sentence))

    def _of_talks(self, sentence: Sentence) -> bool:
        """Whether the sentence, the three before it or the next two have a word for talks, truces, texts or mediation."""
        near = self._sentences[max(0, sentence.index - _SENTENCES_BEFORE) : sentence.index + _SENTENCES_BEHIND + 1]
        return any(form in self._coder.words.peace_words for s in near for form in forms_of(s))
