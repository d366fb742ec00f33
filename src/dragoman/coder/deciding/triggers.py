"""Matches the ontology's triggers on the tree of a sentence (see `ontology/README.md`, "How a trigger is matched")."""

from __future__ import annotations

from collections import defaultdict

from dragoman.coder.deciding.seen_by_triggers import View, is_run, is_word
from dragoman.coder.draft.candidate import RuleMatch
from dragoman.coder.grammar.classes import CLAUSES
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import Condition, Ontology, Trigger

_ANCHOR_TAGS = {
    "verb": frozenset({"VERB", "AUX", "ADJ", "NOUN"}),
    "noun": frozenset({"NOUN", "PROPN", "VERB"}),
    "adjective": frozenset({"ADJ", "VERB", "ADV", "NOUN"}),
}


Entry = tuple[Trigger, tuple[str, ...], list[frozenset[str]]]
"""A trigger, one of its wordings, and words of which a sentence must have one each."""


class TriggerMatcher:
    """All triggers of an ontology, indexed by the words that can stand as their anchor."""

    def __init__(self, ontology: Ontology, light_verbs: frozenset[str]) -> None:
        self._light_verbs = light_verbs
        self._by_word: dict[str, list[Entry]] = defaultdict(list)
        self._plain: dict[int, dict[str, list[Entry]]] = {}
        for trigger in ontology.triggers:
            needs = [words for condition in trigger.conditions if (words := _one_needed(condition))]
            for lemmas in trigger.lemmas:
                key = lemmas[-1] if trigger.anchor == "noun" else lemmas[0]
                self._by_word[key].append((trigger, lemmas, needs))

    def may_hold(self, sentence: Sentence, priority: int) -> bool:
        """Whether a sentence has the words of a wording of a PLOVER category that has this priority or more: "riots broke out"."""
        if priority not in self._plain:
            self._plain[priority] = {
                word: some
                for word, entries in self._by_word.items()
                if (some := [e for e in entries if e[0].label.isupper() and e[0].priority >= priority])
            }
        plain = self._plain[priority]
        present = {form for token in sentence.tokens for form in (token.lemma.lower(), token.text.lower())}
        return any(
            present.issuperset(lemmas) and not any(map(present.isdisjoint, needs))
            for word in present & plain.keys()
            for _, lemmas, needs in plain[word]
        )

    def view(self, sentence: Sentence, mentions: Mentions) -> View:
        """What the conditions of triggers see of a sentence."""
        return View(sentence, mentions, self._light_verbs)

    def match(self, sentence: Sentence, mentions: Mentions) -> list[RuleMatch]:
        """The best trigger of each marked word, in order of the sentence."""
        found: list[RuleMatch] = []
        view = self.view(sentence, mentions)
        forms = view.forms
        present = set().union(*forms)
        for token, keys in zip(sentence.tokens, forms, strict=True):
            for key in keys:
                for trigger, lemmas, needs in self._by_word.get(key, ()):
                    if not present.issuperset(lemmas) or any(map(present.isdisjoint, needs)):
                        continue
                    anchor = _anchor(sentence, token.i, trigger.anchor, lemmas)
                    if anchor is None:
                        continue
                    result = view.holds(trigger, anchor)
                    if result is not None:
                        found.append(result)
        return _best(found)


def _best(found: list[RuleMatch]) -> list[RuleMatch]:
    """Of the matches that mark overlapping words keep the highest ranked."""
    kept: list[RuleMatch] = []
    for match in sorted(found, key=lambda m: (*(-r for r in m.rank), m.trigger.id)):
        if not any(set(match.words) & set(other.words) for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.words)


def _one_needed(condition: Condition) -> frozenset[str]:
    """Words one of which a sentence must have for a condition to hold; none where others than words fulfil it."""
    others = condition.any or condition.actor or condition.place or condition.endings
    if others or any(len(words) == 0 for words in condition.lemmas):
        return frozenset()
    return frozenset(words[0] for words in condition.lemmas)


def _anchor(sentence: Sentence, i: int, kind: str, lemmas: tuple[str, ...]) -> list[int] | None:
    """Words of the anchor whose key word is `i`, or None."""
    if kind == "phrase":
        return list(range(i, i + len(lemmas))) if is_run(sentence, i, lemmas) else None
    if sentence.tokens[i].upos not in _ANCHOR_TAGS[kind]:
        return None
    if kind == "verb" and sentence.tokens[i].upos == "NOUN" and not sentence.tokens[i].text.lower().endswith("ing"):
        return None
    if kind == "noun":
        if sentence.tokens[i].upos == "VERB" and matches(sentence.tokens[i].relation, CLAUSES):
            return None
        start = i - len(lemmas) + 1
        return list(range(start, i + 1)) if is_run(sentence, start, lemmas) else None
    if len(lemmas) == 1:
        return [i]
    if is_run(sentence, i, lemmas):
        return list(range(i, i + len(lemmas)))
    # The rest may stand apart: particles and prepositions below the verb ("called the talks off").
    rest = []
    for word in lemmas[1:]:
        places = [
            j for j in range(i + 1, min(len(sentence), i + 8)) if is_word(sentence, j, word) and _below(sentence, j, i)
        ]
        if not places:
            return None
        rest.append(places[0])
    return [i, *rest]


def _below(sentence: Sentence, j: int, i: int) -> bool:
    """Whether word `j` is a dependent of `i`, or the preposition of one."""
    head = sentence.tokens[j].head
    return head == i or (head >= 0 and sentence.tokens[head].head == i and sentence.tokens[j].relation == "case")
