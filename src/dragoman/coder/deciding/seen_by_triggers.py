"""What the conditions of triggers see of a sentence: the fillers of slots around an anchor, and of those above and beside it: of "the talks
collapsed, Kenya said" Kenya as `teller`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dragoman.coder.draft.candidate import RuleMatch
from dragoman.coder.grammar.classes import CLAUSES
from dragoman.coder.grammar.commands import is_command
from dragoman.coder.grammar.not_there import neither_of
from dragoman.coder.grammar.phrases import conjuncts, is_personal_pronoun, preposition
from dragoman.coder.grammar.seats import left_by, seated
from dragoman.coder.grammar.slots import Slots, noun_slots, verb_slots
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import Condition, Trigger
from dragoman.ontology.schema import BESIDE

_ABOVE = ("agent", "governor", "teller", "above", "left_above", "whose_seat")
"""Slots whose fillers do not hang right below the anchor."""


def is_word(sentence: Sentence, i: int, word: str) -> bool:
    token = sentence.tokens[i]
    return token.lemma.lower() == word or token.text.lower() == word


class _Wanted:
    """The words of a condition: those that stand alone, and runs of several by each of their words, with its place in the run."""

    __slots__ = ("condition", "runs", "single")

    def __init__(self, condition: Condition) -> None:
        self.condition = condition  # kept alive, since `_WANTED` is keyed by its identity
        self.single = frozenset(words[0] for words in condition.lemmas if len(words) == 1)
        self.runs: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        for words in condition.lemmas:
            for shift, one in enumerate(words if len(words) > 1 else ()):
                self.runs[one].append((words, shift))


_WANTED: dict[int, _Wanted] = {}


def _wanted(condition: Condition) -> _Wanted:
    found = _WANTED.get(id(condition))
    if found is None:
        found = _WANTED[id(condition)] = _Wanted(condition)
    return found


def is_run(sentence: Sentence, start: int, words: tuple[str, ...]) -> bool:
    return (
        start >= 0
        and start + len(words) <= len(sentence)
        and all(is_word(sentence, start + k, w) for k, w in enumerate(words))
    )


def _owns(sentence: Sentence, i: int) -> bool:
    """Whether a dependent of a noun is its possessor or "of" phrase: "Bangui" of "the request of Bangui"."""
    relation = sentence.tokens[i].relation
    return relation == "nmod:poss" or (matches(relation, ("nmod",)) and preposition(sentence, i) == "of")


class View:
    """What conditions look at in one sentence, computed once for each anchor."""

    def __init__(self, sentence: Sentence, mentions: Mentions, light_verbs: frozenset[str]) -> None:
        self._sentence, self._mentions, self._light_verbs = sentence, mentions, light_verbs
        self.forms = [{token.lemma.lower(), token.text.lower()} for token in sentence.tokens]
        self._slots: dict[tuple[int, str], Slots] = {}
        self._clauses: dict[int, list[int]] = {}

    def holds(self, trigger: Trigger, anchor: list[int]) -> RuleMatch | None:
        head = anchor[-1] if trigger.anchor == "noun" else anchor[0]
        slots = self.slots(head, trigger.anchor)
        for condition in trigger.conditions:
            if not self._condition(condition, head, slots):
                return None
        for condition in trigger.none_of:
            if self._condition(condition, head, slots):
                return None
        words = anchor
        if trigger.mark != "anchor":
            wanted = next((c for c in trigger.conditions if c.slot == trigger.mark), None)
            fillers = slots.get(trigger.mark, [])
            marked = [f for f in fillers if wanted is None or self._filler(wanted, f)]
            if marked:
                words = [marked[0]]
        return RuleMatch(trigger, anchor, words, slots)

    def slots(self, head: int, kind: str) -> Slots:
        key = (head, "noun" if kind == "noun" else "verb")
        if key not in self._slots:
            self._slots[key] = (
                noun_slots(self._sentence, head, self._light_verbs)
                if kind == "noun"
                else verb_slots(self._sentence, head)
            )
            if kind != "noun":
                self._look_through_light_verbs(self._slots[key])
                token = self._sentence.tokens[head]
                self._slots[key]["modifier"] = [
                    c
                    for c in self._sentence.children[head]
                    if matches(self._sentence.tokens[c].relation, ("advmod", "amod", "compound"))
                ] + neither_of(self._sentence, head)
                if token.head >= 0:
                    self._slots[key]["governor"] = [token.head]
                self._look_above(head, self._slots[key])
                self._look_beside(self._slots[key])
        return self._slots[key]

    def _look_beside(self, slots: Slots) -> None:
        """Fill the slots of what stands by the verb or by its object, as parsers attach it: "built | a school | for Afghan girls"."""
        sentence = self._sentence
        for case, beside in BESIDE.items():
            by_object = [
                c
                for i in slots.get("patient", [])
                for c in sentence.children[i]
                if c > i and matches(sentence.tokens[c].relation, ("nmod", "obl")) and preposition(sentence, c) == case
            ]
            found = [*slots.get(case, []), *(k for c in by_object for k in conjuncts(sentence, c))]
            if found:
                slots[beside] = list(dict.fromkeys(found))

    def _look_above(self, verb: int, slots: Slots) -> None:
        """Fill the slots of those who stand above the clause or deeper in it: `teller`, `above`, `left_above`, `at_whose`,
        `whose_seat` (ontology/README.md)."""
        sentence = self._sentence
        first = verb
        while sentence.tokens[first].relation == "conj" and sentence.tokens[first].head >= 0:
            first = sentence.tokens[first].head  # what is joined to a reported clause is reported too
        token = sentence.tokens[first]
        if token.head >= 0 and matches(token.relation, ("ccomp", "advcl")):
            slot = "teller" if matches(token.relation, ("ccomp",)) else "above"
            slots[slot] += self._who_acts(token.head)
            slots["left_above"] += left_by(sentence, token.head)
        while matches(sentence.tokens[first].relation, ("advcl",)) and sentence.tokens[first].head >= 0:
            first = sentence.tokens[first].head  # "people died when the army shelled it, the rebels said"
            token = sentence.tokens[first]
            if token.head >= 0 and matches(token.relation, ("ccomp",)):
                slots["teller"] += verb_slots(sentence, token.head)["agent"]
        for child in sentence.children[first]:
            if sentence.tokens[child].relation == "parataxis" and sentence.dependents(child, "nsubj"):
                slots["teller"] += verb_slots(sentence, child)["agent"]
            elif preposition(sentence, child) == "according":
                slots["teller"] += conjuncts(sentence, child)
        for noun in slots.get("at", []):
            owners = [c for c in sentence.children[noun] if _owns(sentence, c)]
            slots["at_whose"] += [i for c in owners for i in conjuncts(sentence, c)]
        slots["whose_seat"] = seated(sentence, slots)
        slots["bidden"] = [c for c in sentence.dependents(verb, "ccomp", "parataxis") if is_command(sentence, c)]

    def _who_acts(self, verb: int) -> list[int]:
        """Logical subject of a verb, grammatical one where a passive tells none; of "there will be no talks" whoever says so."""
        sentence = self._sentence
        if not sentence.dependents(verb, "expl"):
            slots = verb_slots(sentence, verb)
            return slots["agent"] or [i for i in slots["patient"] if i < verb]
        token = sentence.tokens[verb]
        told = token.head >= 0 and matches(token.relation, ("ccomp",))
        return verb_slots(sentence, token.head)["agent"] if told else []

    def _look_through_light_verbs(self, slots: Slots) -> None:
        for verb in list(slots.get("complement", [])):
            token = self._sentence.tokens[verb]
            if token.lemma in self._light_verbs:
                slots["complement"] += [
                    c
                    for c in self._sentence.children[verb]
                    if matches(self._sentence.tokens[c].relation, ("obj", "nsubj:pass", "obl"))
                ]

    def _condition(self, condition: Condition, head: int, slots: Slots) -> bool:
        if condition.slot == "clause":
            return any(self._filler(condition, i) for i in self._clause(head))
        if condition.slot == "governs":
            fillers: Iterable[int] = [f for slot, found in slots.items() if slot not in _ABOVE for f in found]
        else:
            fillers = slots.get(condition.slot, [])
        return any(self._filler(condition, f) for f in fillers)

    def _filler(self, condition: Condition, i: int) -> bool:
        if condition.any:
            return True
        if condition.actor and self.is_actor(i):
            return True
        if condition.place and self._sentence.tokens[i].name.endswith("LOC"):
            return True
        wanted, own = _wanted(condition), self.forms[i]
        if not wanted.single.isdisjoint(own):
            return True
        for word in own if wanted.runs else ():
            for words, shift in wanted.runs.get(word, ()):
                if is_run(self._sentence, i - shift, words):
                    return True
        last = self._sentence.tokens[i].text.lower().rpartition("-")[2]  # "Omani-led", not "stalled"
        return last in condition.endings

    def is_actor(self, i: int) -> bool:
        """Whether the word heads a phrase for an actor: resolved, a personal pronoun, or a name of a person or organisation."""
        token = self._sentence.tokens[i]
        if is_personal_pronoun(self._sentence, i) or token.name[2:] in ("PER", "ORG", "LOC"):
            return True
        if token.upos not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
            return False
        return self._mentions.at(self._sentence, i).known or token.mention in ("person", "organization")

    def _clause(self, head: int) -> list[int]:
        top = head
        while self._sentence.tokens[top].head >= 0 and not matches(self._sentence.tokens[top].relation, CLAUSES):
            top = self._sentence.tokens[top].head
        if top not in self._clauses:
            self._clauses[top] = self._sentence.subtree(top)
        return self._clauses[top]
