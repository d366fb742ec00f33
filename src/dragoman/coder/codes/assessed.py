"""What kind of contact an event is and what came of it: unit, format, disclosure, depth and strategy of third parties, outcome.

Each value is told by type, status and roles (`ontology.assessment`) or by words that stand with the event (lexicon/assessment.yaml);
None where nothing tells it. Class, form and ceasefire of texts: `texts.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.coder.codes.texts import TextAssessor
from dragoman.coder.grammar.own_words import Wordings, acts_of, governor_of, head_of, own_words, phrase, whole
from dragoman.language.parse import Sentence
from dragoman.ontology import assessment
from dragoman.ontology.assessment import Assessment
from dragoman.ontology.lexicon import Lexicon
from dragoman.records import EventMention, Span

_SECRET, _ALLEGED = "secret_disclosed_later", "alleged"
_PENDING = ("offered_only", "ongoing")
_IN_EVENT = ("arbitration", "good_offices")
"""Depths that the event's own words tell ("binding arbitration"); others are told by what third parties do."""


class Assessor:
    """Fills the fields of mentions that their other fields and their sentence tell."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.assessment
        self._rules: Assessment = assessment.load()
        self._light = lexicon.light_verbs
        self._texts = TextAssessor(self._rules, lexicon)
        self._units, self._formats = Wordings(words.units), Wordings(words.formats)
        self._disclosures, self._involvement = Wordings(words.disclosures), Wordings(words.involvement)
        self._in_person = Wordings({"face_to_face": words.in_person})
        self._no_result = Wordings({"held_no_result": words.no_result})
        self._classes = Wordings(lexicon.agreement_classes)
        self._results = frozenset(run[0] for run in words.results)
        self._result_nouns = frozenset(run[0] for run in words.result_nouns if len(run) == 1)
        self._agreeing = frozenset(run[0] for run in words.agreeing)

    def assess(self, event: EventMention, sentence: Sentence) -> EventMention:
        """The mention with unit, format, disclosure, involvement, strategy, outcome and what its text is; itself where it has no type.

        Args:
            sentence: the one that the mention's evidence is, parsed.
        """
        trigger = words_of(sentence, event.evidence.trigger)
        if event.type is None or not trigger:
            return event
        own = own_words(sentence, trigger, self._light)
        roles = frozenset(p.role for p in event.participants)
        told = self._depths(event, sentence, trigger)
        refuted = event.polarity == "negated" and event.status in self._rules.disputed
        text = self._texts.assess(event, sentence, trigger, own, roles)
        how = self._format(event, sentence, trigger, own)
        return msgspec.structs.replace(
            event,
            unit_level=self._unit(event, sentence, trigger, how),
            format=how,
            disclosure=self._disclosure(event, sentence, own),
            third_party_involvement=None if refuted else self._rules.involvement(event.type, roles, told),
            strategy=None if refuted else self._strategy(event, roles, told),
            outcome=self._outcome(event, sentence, trigger, text.agreement_class),
            ceasefire=text.ceasefire,
            agreement_class=text.agreement_class,
            form=text.form,
        )

    def _unit(self, event: EventMention, sentence: Sentence, trigger: Sequence[int], how: str | None) -> str | None:
        rules = self._rules
        by_type = rules.unit_level.get(event.type or "")
        if event.type not in rules.units_of:
            return by_type
        near = {*trigger, whole(sentence, head_of(sentence, trigger))}
        told = self._units.values(sentence, near)
        return rules.unit_by_format.get(how or "") or (told[0] if told else by_type)

    def _format(self, event: EventMention, sentence: Sentence, trigger: Sequence[int], own: set[int]) -> str | None:
        if event.type not in self._rules.formats_of:
            return None
        told = set(self._formats.in_text(sentence, own))
        told |= {self._rules.format[event.type]} if event.type in self._rules.format else set()
        if not told and self._in_person.tell(sentence, trigger):
            return "face_to_face"
        return "mixed" if len(told) > 1 else next(iter(told), None)

    def _disclosure(self, event: EventMention, sentence: Sentence, own: set[int]) -> str | None:
        rules = self._rules
        if event.type not in rules.disclosures_of:
            return None
        told = next(iter(self._disclosures.values(sentence, own)), None) or rules.disclosure.get(event.type)
        if told != _SECRET:
            return told
        if event.status in rules.disputed or event.polarity == "negated":
            return _ALLEGED
        return _SECRET if event.status in rules.took_place else None

    def _depths(self, event: EventMention, sentence: Sentence, trigger: Sequence[int]) -> list[str]:
        """Depths of involvement that the sentence's words tell, the deepest first."""
        if event.type not in self._rules.involvement_of:
            return []
        acts: set[int] = set()
        for who in event.participants:
            if who.role in self._rules.involvement_by_role and who.mention is not None:
                named = words_of(sentence, who.mention)
                acts |= acts_of(sentence, head_of(sentence, named)) if named else set()
        head = head_of(sentence, trigger)
        event_words = {*trigger, *sentence.dependents(head, "amod", "compound")}
        told = self._involvement.values(sentence, acts)
        return told + [d for d in self._involvement.values(sentence, event_words) if d in _IN_EVENT and d not in told]

    def _strategy(self, event: EventMention, roles: frozenset[str], told: Sequence[str]) -> list[str] | None:
        rules = self._rules
        if event.type not in rules.involvement_of:
            return None
        found = {rules.strategy_by_role.get(role) for role in roles} | {rules.strategy_by_depth.get(d) for d in told}
        found.add(rules.strategy_by_type.get(event.type))
        return sorted(s for s in found if s) or None

    def _outcome(self, event: EventMention, sentence: Sentence, trigger: Sequence[int], kind: str | None) -> str | None:
        rules, type_, status = self._rules, event.type or "", event.status
        affirmed = event.polarity != "negated"
        by_type = rules.outcome_by_type.get(type_)
        if by_type == "not_applicable":
            return by_type
        if status in rules.disputed:
            return None
        if by_type in _PENDING:
            return by_type if affirmed and status not in rules.came_to_nothing else None
        if by_type:
            return by_type if affirmed and status in rules.took_place else None
        if type_ in rules.deals:
            if type_ in rules.no_result_where_denied and not affirmed and status in rules.stands:
                return "held_no_result"
            if affirmed and status in rules.stands:
                return rules.outcome_by_class.get(kind or "")
            return rules.outcome_of_deals.get(status) if affirmed or status in rules.came_to_nothing else None
        if type_ not in rules.meetings:
            return None
        if not affirmed:
            return "not_applicable"
        return rules.outcome_of_meetings.get(status) or self._result(sentence, trigger)

    def _result(self, sentence: Sentence, trigger: Sequence[int]) -> str | None:
        """What talks are told to have produced, or that they produced nothing."""
        head = head_of(sentence, trigger)
        verb = governor_of(sentence, head, self._light)
        said = phrase(sentence, verb if verb is not None else head)
        if verb is not None:
            top = whole(sentence, head)
            ended = set(said) - set(phrase(sentence, top))
            said = [*ended, *sentence.dependents(top, "amod")]
        elif sentence.tokens[head].upos not in ("VERB", "AUX"):
            said = [head, *sentence.dependents(head, "amod")]
        if self._no_result.tell(sentence, said):
            return "held_no_result"
        lemma = sentence.tokens[verb].lemma.lower() if verb is not None else ""
        if verb is None or lemma not in self._results | self._agreeing:
            return None
        nouns = None if lemma in self._agreeing else self._result_nouns
        made = [c for c in sentence.dependents(verb, "obj", "obl", "xcomp") if c in said]
        made = [c for c in made if nouns is None or sentence.tokens[c].lemma.lower() in nouns]
        produced = {i for c in made for i in phrase(sentence, c)}
        classes = self._classes.values(sentence, produced)
        return self._rules.outcome_by_class.get(classes[0]) if classes else None


def words_of(sentence: Sentence, span: Span) -> list[int]:
    """Positions of the words inside characters of the document; empty where the span lies elsewhere."""
    if span.end <= sentence.start or span.start >= sentence.end:
        return []
    return [t.i for t in sentence.tokens if t.start >= span.start and t.end <= span.end]
