"""Who takes part in an event, as records have it: the reading of its arguments, how each is kept out, and who "we" are.

"We have not been invited, Okello said": excluded is whom Okello speaks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.coder.attribution.chain import Attributor
from dragoman.coder.deciding.reading import argument_scores
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.roles import THIRD_PARTIES
from dragoman.coder.draft.weighing import Weighing
from dragoman.coder.kept_out.excluded import excluder
from dragoman.coder.kept_out.kept import Kept
from dragoman.coder.kept_out.modes import exclusion_of, mode_of_words
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.participants import Filled, participants, read_arguments
from dragoman.language.parse import Sentence
from dragoman.records import AttributionStep, Exclusion, Participant

if TYPE_CHECKING:
    from dragoman.coder.coder import Coder


class Casting:
    """Casts the events of one document."""

    _weighing: Weighing | None = None
    """Takes down what is left out, where somebody asks (`trace.py`)."""

    def __init__(self, coder: Coder, mentions: Mentions, attributor: Attributor) -> None:
        self._coder, self._mentions, self._attributor = coder, mentions, attributor

    def _cast(self, sentence: Sentence, candidate: Candidate) -> tuple[list[Filled], list[Filled]]:
        """The model's reading of the arguments, and who takes part in which role."""
        coder = self._coder
        labels, limits = coder.engine.labels["argument"], coder.thresholds
        scores = argument_scores(coder.engine, sentence, candidate.words, candidate.label)
        read = read_arguments(
            sentence, self._mentions, candidate.words, scores, labels, limits.argument, self._weighing
        )
        people = participants(
            sentence, self._mentions, candidate, read, scores, labels, limits, coder.words.third_parties, self._weighing
        )
        return read, people

    def _exclusions(
        self, sentence: Sentence, candidate: Candidate, people: list[Filled], kept_out: list[Kept], asserter: str | None
    ) -> list[Exclusion | None]:
        """How each participant is kept out, None for those who are not."""
        reason = self._coder.words.lexicon.exclusion_reason(sentence.text)
        by = excluder(people, candidate)
        mode = mode_of_words(sentence, candidate, self._coder.words.lexicon)
        return [
            exclusion_of(sentence, f, candidate, kept_out, asserter, reason=reason, by=by, otherwise=mode)
            if f.role in ("excluded", "boycotting")
            else None
            for f in people
        ]

    def _named(self, filled: Filled, chain: list[AttributionStep]) -> Filled:
        """A participant who is "we" by the name of who speaks."""
        mention = filled.mention
        if not mention.pronoun or mention.resolution.actor is not None:
            return filled
        meant = self._attributor.who(mention.span.start, mention.span.text, chain)
        if meant is None or meant.actor is None:
            return filled
        return msgspec.structs.replace(filled, mention=msgspec.structs.replace(mention, resolution=meant))

    def _participant(self, filled: Filled, chain: list[AttributionStep], exclusion: Exclusion | None) -> Participant:
        mention: Mention = filled.mention
        resolved = mention.resolution
        if mention.pronoun or resolved.actor is None:
            resolved = self._attributor.who(mention.span.start, mention.span.text, chain) or resolved
        return Participant(
            role=filled.role,
            actor=resolved.actor,
            name=resolved.name or mention.span.text,
            actor_type=resolved.actor_type,
            country=resolved.country,
            sector=resolved.sector,
            person=resolved.person,
            side=_side(filled.role),
            mention=mention.span,
            exclusion=exclusion,
            why=f"{resolved.why}; role: {filled.rule}",
        )


def _side(role: str) -> str | None:
    if role in THIRD_PARTIES:
        return "third_party"
    return "other_party" if role == "party" else None
