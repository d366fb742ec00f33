"""PLOVER event, mode and contexts and the CAMEO code of a mention (codebook section 3): the one place that decides them.

The codes of the type or category hold unless a variant does: the first to set a value wins, in the order wording of the trigger,
variants of the whole crosswalk (`ontology/crosswalk.yaml`), variants of the type. Contexts that the words of the clause show
(`lexicon/contexts.yaml`) are added. What no one of them tells stays null.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from typing import Any

import msgspec

from dragoman.coder.contexts import ContextWords
from dragoman.coder.judge import Candidate
from dragoman.coder.phrases import preposition
from dragoman.coder.roles import ASSISTING
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import Ontology
from dragoman.ontology.schema import Case, EventType, ThirdParties, Variant
from dragoman.records import Participant, Plover, Venue

_CLAUSES = ("root", "ccomp", "advcl", "acl", "parataxis", "csubj")
_BELOW_NOT = ("acl:relcl", "parataxis", "punct", "vocative")
_MEANS = ("by", "with", "in", "from", "through", "using")
_VERB_OF = ("obj", "nsubj", "nsubj:pass", "obl")
_DEPTH = 2
_HOSTS = frozenset({"host", "venue_state"})
_SCOPES = ("trigger", "about", "means", "clause")
_OF_MENTION = ("status", "tense", "roles", "hosted", "initiator", "addressees", *_SCOPES)
"""Keys of a case that ask for the mention; type and category are settled before. Cheap ones first."""

Wordings = frozenset[tuple[str, ...]]
Outsiders = Callable[[Sequence[Participant]], bool]
"""Whether all of them are known to be no side of the conflict that the document tells of."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a mention says, as far as its codes depend on it; `outsiders` is asked only where roles and kinds leave it open."""

    sentence: Sentence
    candidate: Candidate
    type: str | None
    status: str
    tense: str
    participants: Sequence[Participant]
    venue: Venue | None
    outsiders: Outsiders


class _Rule(msgspec.Struct, frozen=True):
    """A variant that may hold for a label: what it sets, what of a mention has to hold, and what must not."""

    sets: dict[str, Any]
    asks: tuple[tuple[str, Any], ...]
    bars: tuple[tuple[str, Any], ...]


class Crosswalk:
    """The codes of an ontology's types and categories, with their variants."""

    def __init__(self, ontology: Ontology, contexts: ContextWords) -> None:
        self._ontology, self._contexts = ontology, contexts
        self._rules: dict[str, list[_Rule]] = {}

    def codes(self, told: Told) -> tuple[Plover, str | None]:
        """PLOVER codes and CAMEO code of a mention. A type or category that the ontology lacks has none but its name."""
        ontology, label = self._ontology, told.candidate.label
        entry = ontology.types.get(label) if told.type else ontology.categories.get(label)
        if entry is None:
            return Plover(event=None if told.type else label), None
        case = _Mention(told, ontology.third_parties)
        found: dict[str, Any] = {}
        rule = told.candidate.ruling
        if rule is not None:
            own = {"mode": rule.trigger.mode, "context": rule.trigger.context, "cameo": rule.trigger.cameo}
            found = {key: value for key, value in own.items() if value}
        for variant in self._rules_of(entry):
            if not variant.sets.keys() <= found.keys() and case.fulfils(variant):
                found = {**variant.sets, **found}
        base = entry.plover
        codes = {"event": base.event, "mode": base.mode, "context": base.context, "cameo": entry.cameo, **found}
        contexts = [*codes["context"], *self._contexts.of(told.sentence, case.words("clause"))]
        plover = Plover(event=codes["event"], mode=codes["mode"], context=list(dict.fromkeys(contexts)))
        return plover, codes["cameo"]

    def _rules_of(self, entry: EventType) -> list[_Rule]:
        """The variants that a type or category may fulfil, in the order of asking."""
        if entry.name not in self._rules:
            every = (*self._ontology.variants, *entry.variants)
            self._rules[entry.name] = [_rule(v) for v in every if _may_hold(v.when, entry)]
        return self._rules[entry.name]


def _may_hold(case: Case, entry: EventType) -> bool:
    """Whether what a case asks of the type and its category holds."""
    return (
        (case.type is None or entry.type in case.type)
        and (case.event is None or entry.plover.event in case.event)
        and (case.typed is None or case.typed == (entry.type is not None))
    )


def _rule(variant: Variant) -> _Rule:
    sets = {key: getattr(variant, key) for key in ("event", "mode", "context", "cameo")}
    bars = () if variant.unless is None else _asked(variant.unless)
    return _Rule({key: v for key, v in sets.items() if v is not msgspec.UNSET}, _asked(variant.when), bars)


def _asked(case: Case) -> tuple[tuple[str, Any], ...]:
    told = {key: getattr(case, key) for key in _OF_MENTION}
    return tuple((key, value) for key, value in told.items() if value is not None)


class _Mention:
    """One mention as cases look at it; words and actors are looked up once."""

    def __init__(self, told: Told, third_parties: ThirdParties) -> None:
        self._told, self._third_parties = told, third_parties
        self._words: dict[str, list[int]] = {}
        self._places: dict[str, dict[str, list[int]]] = {}

    def fulfils(self, rule: _Rule) -> bool:
        """Whether all that a variant asks for holds, and nothing that it bars."""
        return all(self._holds(*asked) for asked in rule.asks) and not any(self._holds(*barred) for barred in rule.bars)

    def _holds(self, key: str, value: Any) -> bool:
        told = self._told
        if key in _SCOPES:
            return self._has(key, value)
        if key in ("status", "tense"):
            return getattr(told, key) in value
        if key == "roles":
            return any(p.role in value for p in told.participants)
        if key == "initiator":
            return bool(self._initiator == value)
        if key == "addressees":
            return bool(self._addressees >= value)
        return self._hosted is value

    # --- who takes part --------------------------------------------------------------------------------------------

    def _with(self, *roles: str) -> list[Participant]:
        return [p for p in self._told.participants if p.role in roles]

    @cached_property
    def _addressees(self) -> int:
        """Number of others to whom the act is addressed, each once; "both sides" are two."""
        acting = {_who(p) for p in self._with("initiator")}
        others = {_who(p): p for p in self._with("recipient", "party") if _who(p) not in acting}
        return sum(2 if self._last_word(p) & self._third_parties.several else 1 for p in others.values())

    @cached_property
    def _initiator(self) -> str | None:
        """Who acts: a third party by role, kind, name, or since it is no side of the conflict; a party by role; else unknown."""
        initiators = self._with("initiator")
        if not initiators:
            return "third_party" if self._with(*ASSISTING) else None
        assisting = {_who(p) for p in self._with(*ASSISTING)}
        parties = {_who(p) for p in self._with("party")}
        if any(_who(p) in parties - assisting for p in initiators):
            return "party"
        if all(_who(p) in assisting or self._is_third(p) for p in initiators):
            return "third_party"
        # Who proposes to one other alone may speak for itself, a side or not.
        return "third_party" if self._addressees != 1 and self._told.outsiders(initiators) else None

    def _is_third(self, participant: Participant) -> bool:
        if participant.actor_type in self._third_parties.actor_types:
            return True
        return bool(self._last_word(participant) & self._third_parties.nouns)

    @staticmethod
    def _last_word(participant: Participant) -> set[tuple[str, ...]]:
        """The last word of the words for somebody, as it stands and without a plural ending."""
        words = participant.mention.text.lower().split() if participant.mention else []
        return {(form,) for word in words[-1:] for form in (word, word.removesuffix("s"))}

    @cached_property
    def _hosted(self) -> bool:
        """Whether it is on the ground of a third party: of a host, or in a country of none of the sides, all of which are known."""
        sides = self._with("party") or self._with("participant", "initiator", "recipient")
        countries = {p.country for p in sides}
        hosts = [p for p in self._told.participants if p.role in _HOSTS]
        if hosts:
            return not any(p.country in countries for p in hosts if p.country)
        venue = self._told.venue
        return bool(venue and venue.country and sides and None not in countries and venue.country not in countries)

    # --- words -----------------------------------------------------------------------------------------------------

    def words(self, scope: str) -> list[int]:
        """Positions of the words of a scope: trigger, about, means or clause."""
        if scope not in self._words:
            self._words[scope] = {
                "trigger": self._trigger, "about": self._about, "means": self._means, "clause": self._clause,
            }[scope]()  # fmt: skip
        return self._words[scope]

    def _trigger(self) -> list[int]:
        candidate = self._told.candidate
        anchor = candidate.rule.anchor if candidate.rule is not None else []
        own = [*candidate.words, *(i for i in anchor if i not in candidate.words)]
        tokens = self._told.sentence.tokens
        # A noun and the verb that it is object or subject of tell together: "issued an ultimatum", "reached a deal".
        verbs = [
            tokens[i].head for i in own if tokens[i].upos in ("NOUN", "PROPN") and matches(tokens[i].relation, _VERB_OF)
        ]
        return [*own, *(i for i in dict.fromkeys(verbs) if i >= 0 and i not in own and tokens[i].upos == "VERB")]

    def _about(self) -> list[int]:
        """The trigger's words and those up to two steps below, without other clauses than infinitives, deeds ("of") and contents."""
        sentence, level = self._told.sentence, self.words("trigger")
        own, found = set(level), list(level)
        for _ in range(_DEPTH):
            level = [c for i in level for c in sentence.children[i] if c not in own and self._belongs(c)]
            found += level
        return found

    def _belongs(self, i: int) -> bool:
        sentence = self._told.sentence
        relation = sentence.tokens[i].relation
        if relation in _BELOW_NOT:
            return False
        return not matches(relation, ("advcl", "acl")) or self._marked(i, "to", "of")

    def _marked(self, clause: int, *words: str) -> bool:
        sentence = self._told.sentence
        return any(sentence.tokens[c].text.lower() in words for c in sentence.dependents(clause, "mark"))

    def _means(self) -> list[int]:
        """Who or what does it: subjects, phrases of means, and the modifiers and owner of a noun, with their own modifiers."""
        sentence, found = self._told.sentence, list[int]()
        for i in self.words("trigger"):
            for child in sentence.children[i]:
                relation = sentence.tokens[child].relation
                subject = relation == "nsubj" or matches(relation, ("compound", "amod", "nmod:poss"))
                phrase = matches(relation, ("obl", "nmod")) and preposition(sentence, child) in _MEANS
                if subject or phrase or (matches(relation, ("advcl",)) and self._marked(child, "by")):
                    found.append(child)
        below = [
            c
            for i in found
            for c in sentence.children[i]
            if matches(sentence.tokens[c].relation, ("compound", "amod", "conj"))
        ]
        return [*found, *below]

    def _clause(self) -> list[int]:
        """The trigger's clause; an infinitive belongs to the clause above: "admitted observers to monitor the truce"."""
        sentence = self._told.sentence
        top = self._told.candidate.words[0]
        while (token := sentence.tokens[top]).head >= 0 and (
            not matches(token.relation, _CLAUSES)
            or (matches(token.relation, ("advcl", "acl")) and self._marked(top, "to"))
        ):
            top = token.head
        return sentence.subtree(top)

    def _has(self, scope: str, wanted: Wordings) -> bool:
        """Whether one of the wordings ends at a word of the scope; the words before its last may stand outside."""
        at = self._forms(scope)
        single, runs = _by_last_word(wanted)
        if not single.isdisjoint(at):
            return True
        return any(self._ends_at(i, run) for form in runs.keys() & at.keys() for i in at[form] for run in runs[form])

    def _forms(self, scope: str) -> dict[str, list[int]]:
        """Lemmas and forms of the words of a scope, lower case, with their positions."""
        if scope not in self._places:
            at: dict[str, list[int]] = defaultdict(list)
            for i in self.words(scope):
                token = self._told.sentence.tokens[i]
                for form in {token.lemma.lower(), token.text.lower()}:
                    at[form].append(i)
            self._places[scope] = at
        return self._places[scope]

    def _ends_at(self, i: int, run: tuple[str, ...]) -> bool:
        tokens, first = self._told.sentence.tokens, i - len(run) + 1
        return first >= 0 and all(
            word in (tokens[first + k].lemma.lower(), tokens[first + k].text.lower()) for k, word in enumerate(run)
        )


@cache
def _by_last_word(wanted: Wordings) -> tuple[frozenset[str], dict[str, list[tuple[str, ...]]]]:
    """Wordings of one word, and those of several by their last."""
    runs: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for run in wanted:
        if len(run) > 1:
            runs[run[-1]].append(run)
    return frozenset(run[0] for run in wanted if len(run) == 1), runs


def _who(participant: Participant) -> str:
    """Government and opposition of one country are two, so the sector belongs to it."""
    return f"{participant.actor or participant.name or id(participant)}|{participant.sector}"
