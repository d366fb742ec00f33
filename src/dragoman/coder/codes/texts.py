"""What kind of text an event is about: class and form of an agreement (codebook 1.17, 2.12), and what a ceasefire is (1.19, 2.13)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.coder.grammar.own_words import Wordings, head_of, phrase, whole
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import light_governor, verb_slots
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.assessment import Assessment
from dragoman.ontology.lexicon import Lexicon
from dragoman.records import Ceasefire, EventMention

_ABOUT = frozenset({"on", "to", "for", "about", "over", "upon", "of"})
"""Prepositions with which a verb has what is agreed: "agreed on a roadmap"; "agreed in a village" tells nothing of the text."""
_BESIDE = frozenset(
    {"between", "with", "by", "in", "at", "from", "among", "under", "after", "before", "during", "near", "since"}
)
"""Prepositions after a text's noun that tell of others than what it is about."""
_FURTHER = ("conj", "ccomp", "xcomp", "advcl", "parataxis")
"""Relations of further acts: who "agreed to end the war and signed a truce" signed no agreement to end the war by that."""
_MAKERS = frozenset({"between", "with", "by", "among", "from"})
_MANY = 2
_CLASSES = ("ceasefire", "renewal")


class TextFields(msgspec.Struct, frozen=True):
    """What is told of a text; None where it is not."""

    agreement_class: str | None = None
    form: str | None = None
    ceasefire: Ceasefire | None = None


_NOTHING = TextFields()


class TextAssessor:
    """Reads class, form and ceasefire off the words that stand with a text."""

    def __init__(self, rules: Assessment, lexicon: Lexicon) -> None:
        words = lexicon.assessment
        self._rules = rules
        self._classes, self._forms = Wordings(lexicon.agreement_classes), Wordings(words.forms)
        self._purposes, self._scopes = Wordings(lexicon.ceasefire_purposes), Wordings(words.ceasefire_scopes)
        self._kinds, self._declared = Wordings(words.ceasefire_classes), Wordings(words.declaration_types)
        self._order = {kind: rank for rank, kind in enumerate(words.ceasefire_classes)}
        self._declaring = frozenset(run[0] for run in words.declaring)
        self._aims = frozenset(run[0] for run in words.aims)

    def assess(
        self, event: EventMention, sentence: Sentence, trigger: Sequence[int], own: set[int], roles: frozenset[str]
    ) -> TextFields:
        """Class, form and ceasefire of a mention about a text.

        Args:
            trigger: positions of the trigger's words.
            own: positions of all words that speak of the event.
            roles: of everybody who takes part.
        """
        rules, type_ = self._rules, event.type
        if type_ not in rules.classes_of and type_ not in rules.class_by_type:
            return _NOTHING
        head = head_of(sentence, trigger)
        told = next(iter(self._classes.values(sentence, self._matter(sentence, head))), None)
        kind = rules.agreement_class(type_, roles, told)
        ceasefire = None
        if type_ in rules.ceasefires or (type_ in rules.deals and kind in _CLASSES):
            ceasefire = self._ceasefire(event, sentence, head, own, roles)
        return TextFields(kind, self._form(event, sentence, trigger, head, ceasefire), ceasefire)

    def _matter(self, sentence: Sentence, head: int) -> set[int]:
        """Positions of the text's own phrase and of what is signed or agreed in it."""
        tokens = sentence.tokens
        if tokens[head].upos not in ("VERB", "AUX"):
            found = set(phrase(sentence, whole(sentence, head), but=_BESIDE))
            verb = light_governor(sentence, head)
            # Parsers hang "to free all prisoners" on "reached" as often as on "a deal".
            for child in sentence.dependents(verb, "xcomp", "advcl") if verb is not None and verb < head else ():
                if child > head and preposition(sentence, child) == "to":
                    found.update(phrase(sentence, child, but=_BESIDE))
            return found
        found = {head}
        for child in sentence.children[head]:
            relation = tokens[child].relation
            about = matches(relation, ("obl",)) and preposition(sentence, child) in _ABOUT
            if about or matches(relation, ("obj", "xcomp")) or relation == "nsubj:pass":
                found.update(phrase(sentence, child, but=_BESIDE))
        return found

    def _form(
        self, event: EventMention, sentence: Sentence, trigger: Sequence[int], head: int, ceasefire: Ceasefire | None
    ) -> str | None:
        rules = self._rules
        if event.type not in rules.forms_of or event.status not in rules.stands or event.polarity == "negated":
            return None
        verb = light_governor(sentence, head)
        near = set(trigger)
        for node in (head, verb) if verb is not None else (head,):
            beside = [c for c in sentence.children[node] if not matches(sentence.tokens[c].relation, _FURTHER)]
            near.update((node, *beside))
        told = self._forms.values(sentence, near)
        if told:
            return told[0]
        alone = ceasefire is not None and ceasefire.declaration_type == "unilateral"
        return rules.form_by_type.get(event.type) or ("unilateral_matching" if alone else None)

    def _ceasefire(
        self, event: EventMention, sentence: Sentence, head: int, own: set[int], roles: frozenset[str]
    ) -> Ceasefire:
        rules = self._rules
        kinds = self._kinds.values(sentence, own)
        kinds += [rules.ceasefire_class_by_role[role] for role in roles if role in rules.ceasefire_class_by_role]
        aims = list(dict.fromkeys(self._purposes.in_text(sentence, self._aimed_at(sentence, head))))
        return Ceasefire(
            class_=min(kinds, key=self._order.__getitem__, default="unclear"),
            purpose=aims[0] if aims else "unclear",
            second_purpose=aims[1] if len(aims) > 1 else None,
            declaration_type=self._declaration(event, sentence, head, own),
            scope=self._scope(event, sentence, head, own),
        )

    def _aimed_at(self, sentence: Sentence, head: int) -> set[int]:
        """Positions of modifiers of the truce ("an Easter truce") and of what it is for ("for Easter", "to let aid in")."""
        tokens = sentence.tokens
        verb = light_governor(sentence, head)
        found: set[int] = set()
        for node in {head, whole(sentence, head)} | ({verb} if verb is not None else set()):
            for child in sentence.children[node]:
                relation, case = tokens[child].relation, preposition(sentence, child)
                modifier = node != verb and case is None and matches(relation, ("amod", "compound", "nmod"))
                aim = case in self._aims and matches(relation, ("nmod", "obl", "acl", "advcl", "xcomp"))
                if (modifier or aim) and child != head:
                    found.update(phrase(sentence, child))
        return found

    def _declaration(self, event: EventMention, sentence: Sentence, head: int, own: set[int]) -> str | None:
        """How many sides declare: as the words say, else by the parties named; one is alone where it is said to declare."""
        parties = [p for p in event.participants if p.role == "party"]
        spans = [p.mention for p in parties if p.mention is not None]
        named = {t.i for t in sentence.tokens if any(s.start <= t.start and t.end <= s.end for s in spans)}
        counts = {c for i in named for c in sentence.dependents(i, "det", "nummod", "amod")}  # "both" of "both sides"
        told = self._declared.values(sentence, own | named | counts)
        if told:
            return told[0]
        sides = {p.actor or (p.name or "").casefold() for p in parties}
        if len(sides) >= _MANY:
            return "bilateral" if len(sides) == _MANY else "multilateral"
        verb = head if sentence.tokens[head].upos == "VERB" else light_governor(sentence, head)
        if not sides or verb is None or sentence.tokens[verb].lemma.lower() not in self._declaring:
            return None
        return "unilateral" if named & set(verb_slots(sentence, verb)["agent"]) else None

    def _scope(self, event: EventMention, sentence: Sentence, head: int, own: set[int]) -> str | None:
        """How far it reaches, by common words: "South Sudan" is no part of a country."""
        where = set(phrase(sentence, whole(sentence, head), but=_MAKERS))
        if event.type in self._rules.scope_by_verb:
            where |= own
        verb = light_governor(sentence, head)
        if verb is not None and sentence.tokens[verb].lemma.lower() in self._declaring:
            # Parsers hang "in the north" of "declared a truce in the north" on the verb.
            after = [c for c in sentence.dependents(verb, "obl") if c > head and preposition(sentence, c) == "in"]
            where |= {i for c in after for i in phrase(sentence, c)}
        common = [i for i in where if sentence.tokens[i].upos != "PROPN"]
        return next(iter(self._scopes.values(sentence, common)), None)
