"""Shapes of the English word lists: what each file tells, and short views of it."""

from __future__ import annotations

import functools
import re
from typing import Literal

import msgspec

Lemmas = frozenset[tuple[str, ...]]
"""Lemmas or runs of lemmas, each a tuple of lower-case words."""


class Effect(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a word does to an event: the values that it sets, None where it leaves one as it is.

    Attributes:
        fixed: of an auxiliary, the fields whose value holds for its verb however the model reads it; the others make their value more probable.
    """

    status: str | None = None
    tense: str | None = None
    certainty: str | None = None
    polarity: str | None = None
    fixed: tuple[Literal["status", "tense", "certainty", "polarity"], ...] = ()


class LightVerb(msgspec.Struct, frozen=True, kw_only=True):
    """A verb whose noun is the event.

    Attributes:
        lemmas: the verb, with particle or preposition where it has one.
        slot: where the noun stands: patient, agent or a preposition.
        nouns, endings: which nouns.
        role: role of the verb's subject, None where the type's own holds.
        effect: status, tense and polarity that the verb adds.
    """

    lemmas: Lemmas
    slot: str
    nouns: Lemmas
    endings: frozenset[str]
    role: str | None
    effect: Effect


class ReportingVerb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb of saying. `kind`: say, announce, claim, deny, ask, write, think, show, report or quote; `content`: what of its
    complements the speaker answers for."""

    kind: str
    relation: str
    content: tuple[str, ...] = ("clause", "infinitive", "object")
    certainty: str | None = None
    polarity: str | None = None
    status: str | None = None


class Reporting(msgspec.Struct, frozen=True, kw_only=True):
    """Words that hand a statement to a source (reporting_verbs.yaml)."""

    verbs: dict[str, ReportingVerb]
    outlets: dict[str, tuple[str, ...]]
    occasions: frozenset[str]
    judging: frozenset[str]
    conversing: frozenset[str]
    speech_nouns: dict[str, str]


class Modality(msgspec.Struct, frozen=True, kw_only=True):
    """How words around an event change it (modality.yaml)."""

    negations: Lemmas
    focus: Lemmas
    near_negations: Lemmas
    near_misses: Lemmas
    modals: dict[tuple[str, ...], Effect]
    complement_verbs: dict[tuple[str, ...], Effect]
    complement_nouns: dict[tuple[str, ...], Effect]
    complement_adjectives: dict[tuple[str, ...], Effect]
    modifiers: dict[tuple[str, ...], Effect]
    adverbs: dict[tuple[str, ...], Effect]
    conditional_markers: Lemmas
    inverted_conditions: Lemmas
    denied_by_not: Lemmas
    made_by_not: Lemmas
    appointed: Lemmas
    intended: Lemmas
    asking_time: Lemmas
    question_words: Lemmas
    open_questions: Lemmas
    question_openers: Lemmas
    presupposing: Lemmas
    giving_up: Lemmas
    given_up: Lemmas


class ExclusionWording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A run of words that says that somebody is kept out; `who` is subject, object, after or before."""

    words: str
    mode: str
    who: str
    scope: str = "table"


class ExclusionWords(msgspec.Struct, frozen=True, kw_only=True):
    """Wordings of exclusion, reasons, and what makes an absence neither exclusion nor boycott (exclusion.yaml)."""

    wordings: tuple[ExclusionWording, ...]
    modes: dict[str, Lemmas]
    reasons: dict[str, Lemmas]
    causes: Lemmas
    not_exclusion: Lemmas
    unable: Lemmas
    hindrances: Lemmas
    signs: Lemmas
    conditions: Lemmas


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """Source types of speakers without a name and of named ones by sector; nouns for texts that speak for all sides, or for
    whoever issued them (sources.yaml)."""

    unnamed: dict[tuple[str, ...], str]
    mouthpieces: frozenset[str]
    named: dict[str, str]
    phrases: dict[tuple[str, ...], str]
    anonymity: tuple[str, ...]
    wires: frozenset[str]
    ourselves: tuple[str, ...]
    agreed_texts: frozenset[str]
    issued_texts: frozenset[str]


class AssessmentWords(msgspec.Struct, frozen=True, kw_only=True):
    """Wordings by the codebook's value that they tell, and some plain lists (assessment.yaml)."""

    units: dict[str, Lemmas]
    formats: dict[str, Lemmas]
    disclosures: dict[str, Lemmas]
    involvement: dict[str, Lemmas]
    forms: dict[str, Lemmas]
    ceasefire_classes: dict[str, Lemmas]
    declaration_types: dict[str, Lemmas]
    ceasefire_scopes: dict[str, Lemmas]
    in_person: Lemmas
    results: Lemmas
    result_nouns: Lemmas
    agreeing: Lemmas
    no_result: Lemmas
    declaring: Lemmas
    aims: Lemmas


# Light verbs whose subject is not the noun's own agent, or which say that nothing took place, are left out.
_OWN_ROLES = (None, "party", "participant")
_BROKEN = ("cancelled", "postponed", "suspended", "collapsed")


def _pattern(words: Lemmas) -> re.Pattern[str]:
    """Matches the words in lower-case text, a plural or past ending added to the last one."""
    runs = sorted({" ".join(run).replace(" - ", "-") for run in words}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(run) for run in runs) + r")(?:s|es|ed|d|ing)?\b")


class Lexicon(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All English word lists, read and checked.

    Attributes hold what each file tells; the properties give short views for the coder's steps.
    """

    classes: dict[str, tuple[str, ...]]
    light_verb_entries: tuple[LightVerb, ...]
    reporting: Reporting
    modality: Modality
    exclusion: ExclusionWords
    source_words: Sources
    issues: dict[str, Lemmas]
    assessment: AssessmentWords
    agreement_classes: dict[str, Lemmas]
    ceasefire_purposes: dict[str, Lemmas]
    contexts: dict[str, Lemmas]

    @functools.cached_property
    def light_verbs(self) -> frozenset[str]:
        """Lemmas of verbs whose subject is the agent of the event noun that they govern ("hold", "reach")."""
        kept = (e for e in self.light_verb_entries if e.role in _OWN_ROLES and e.effect.status not in _BROKEN)
        return frozenset(lemmas[0] for entry in kept for lemmas in entry.lemmas) - {"be"}

    @functools.cached_property
    def reporting_verbs(self) -> frozenset[str]:
        """Lemmas of verbs that hand a statement to a source."""
        return frozenset(self.reporting.verbs)

    @functools.cached_property
    def sources(self) -> dict[str, str]:
        """Phrase or noun for a speaker without a name to source type."""
        words = {**self.source_words.unnamed, **self.source_words.phrases}
        return {" ".join(phrase): kind for phrase, kind in words.items()}

    def issues_in(self, text: str) -> list[str]:
        """Issues (codebook 2.9) whose words stand in a sentence, in the codebook's order."""
        low = text.lower()
        if not self._any_issue.search(low):
            return []
        return [issue for issue, pattern in self._issue_patterns.items() if pattern.search(low)]

    def tells_of_elsewhere(self, text: str) -> bool:
        """Whether a sentence is about labour, sport, business or who governs at home, and has no word of war."""
        lower = text.lower().replace("’", "'")
        return bool(self._elsewhere.search(lower)) and not self._of_war.search(lower)

    def tells_of_governing(self, text: str) -> bool:
        """Whether a sentence is about who governs together, and has no word of war: "coalition talks"."""
        lower = text.lower()
        return bool(self._governing.search(lower)) and not self._of_war.search(lower)

    def tells_of_war(self, text: str) -> bool:
        """Whether a sentence has a word of war or of making peace."""
        return bool(self._of_war.search(text.lower()))

    def excuses_absence(self, text: str) -> bool:
        """Whether a sentence says why somebody could not come, so that nobody kept him out: illness, weather, a funeral."""
        return bool(self._not_exclusion.search(text.lower()))

    def tells_of_inability(self, words: str) -> bool:
        """Whether somebody is said not to have been able to do something."""
        return bool(self._unable.search(words.lower().replace("’", "'")))

    def tells_of_hindrance(self, text: str) -> bool:
        """Whether a sentence gives a late plane, a closed road or another date as the cause of something."""
        low = text.lower()
        cause = self._causes.search(low)
        return cause is not None and self._hindrances.search(low, cause.start()) is not None

    def may_keep_out(self, text: str) -> bool:
        """Whether a sentence has any word by which somebody may be kept out."""
        return bool(self._signs.search(text.lower().replace("n't", " not").replace("n’t", " not")))

    def sets_condition(self, text: str) -> bool:
        """Whether a sentence has a word for a condition: "unless", "as long as"."""
        return bool(self._conditions.search(text.lower()))

    def exclusion_reason(self, text: str) -> str:
        """Reason (codebook 1.16) that a sentence gives for an exclusion: words for one after a word for a cause, else not_stated."""
        low = text.lower()
        cause = self._causes.search(low)
        if cause is None:
            return "not_stated"
        found = {reason: m.start() for reason, p in self._reasons.items() if (m := p.search(low, cause.start()))}
        return min(found, key=lambda reason: found[reason]) if found else "not_stated"

    @functools.cached_property
    def words_of_arms(self) -> frozenset[str]:
        """Lower-case words for who fights a war."""
        return frozenset(self.classes["of_arms"])

    @functools.cached_property
    def talks(self) -> frozenset[str]:
        """Lemmas of nouns for talks, meetings and conferences."""
        return frozenset(word for name in ("talks", "meeting", "conference") for word in self.classes[name])

    @functools.cached_property
    def parts_played(self) -> frozenset[str]:
        """Lemmas of nouns for what somebody does or has in an event, which mean their owner as far as anybody is meant."""
        return frozenset(self.classes["part_played"])

    @functools.cached_property
    def nouns_of_posts(self) -> frozenset[str]:
        """Lemmas of nouns for those who are sent to a state or body, which has no part in what they do."""
        return frozenset(self.classes["posted"])

    @functools.cached_property
    def nouns_of_margins(self) -> frozenset[str]:
        """Lemmas of nouns for what lies beside a gathering, which has no part in what happens there."""
        return frozenset(self.classes["at_margin"])

    @functools.cached_property
    def nouns_at_home(self) -> frozenset[str]:
        """Lemmas of nouns for those who are of the country that they are in: "rebels in Colombia", "the authorities in Ankara"."""
        return frozenset(self.classes["at_home"])

    @functools.cached_property
    def nouns_of_sides(self) -> frozenset[str]:
        """Lemmas of nouns for those who act for a side."""
        return frozenset(self.classes["side"])

    @functools.cached_property
    def _issue_patterns(self) -> dict[str, re.Pattern[str]]:
        return {issue: _pattern(words) for issue, words in self.issues.items()}

    @functools.cached_property
    def _any_issue(self) -> re.Pattern[str]:
        return _pattern(frozenset(run for words in self.issues.values() for run in words))

    @functools.cached_property
    def _reasons(self) -> dict[str, re.Pattern[str]]:
        return {reason: _pattern(words) for reason, words in self.exclusion.reasons.items()}

    @functools.cached_property
    def _causes(self) -> re.Pattern[str]:
        return re.compile(r"\b(?:" + "|".join(re.escape(" ".join(c)) for c in self.exclusion.causes) + r")\b")

    @functools.cached_property
    def _elsewhere(self) -> re.Pattern[str]:
        return _pattern(frozenset(tuple(words.split()) for words in self.classes["elsewhere"]))

    @functools.cached_property
    def _governing(self) -> re.Pattern[str]:
        return _pattern(frozenset(tuple(words.split()) for words in self.classes["governing_together"]))

    @functools.cached_property
    def _of_war(self) -> re.Pattern[str]:
        return _pattern(frozenset((word,) for word in self.classes["of_war"]))

    @functools.cached_property
    def _not_exclusion(self) -> re.Pattern[str]:
        return _pattern(self.exclusion.not_exclusion)

    @functools.cached_property
    def _unable(self) -> re.Pattern[str]:
        return _pattern(self.exclusion.unable)

    @functools.cached_property
    def _hindrances(self) -> re.Pattern[str]:
        return _pattern(self.exclusion.hindrances)

    @functools.cached_property
    def _signs(self) -> re.Pattern[str]:
        return _pattern(self.exclusion.signs)

    @functools.cached_property
    def _conditions(self) -> re.Pattern[str]:
        return _pattern(self.exclusion.conditions)
