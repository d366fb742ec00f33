"""Which words stand around a mention's trigger, by how they belong to it: for conditions that no slot of a rule tells."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import CLAUSES
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches

SCOPES = ("trigger", "about", "means", "clause")
"""See `ontology/README.md`, "Codes"."""
_BELOW_NOT = ("acl:relcl", "parataxis", "punct", "vocative")
_MEANS = ("by", "with", "in", "from", "through", "using")
_VERB_OF = ("obj", "nsubj", "nsubj:pass", "obl")
_DEPTH = 2
"""Steps below the trigger that `about` looks: to "settlement" of "urged both to reach a settlement"."""

Wordings = frozenset[tuple[str, ...]]
"""Lemmas or runs of lemmas, each a tuple of lower-case words."""


class Surroundings:
    """The words around the trigger of one candidate, looked up once a scope."""

    def __init__(self, sentence: Sentence, candidate: Candidate) -> None:
        self._sentence, self._candidate = sentence, candidate
        self._words: dict[str, list[int]] = {}
        self._places: dict[str, dict[str, list[int]]] = {}

    def words(self, scope: str) -> list[int]:
        """Positions of the words of a scope: trigger, about, means or clause."""
        if scope not in self._words:
            self._words[scope] = {
                "trigger": self._trigger, "about": self._about, "means": self._means, "clause": self._clause,
            }[scope]()  # fmt: skip
        return self._words[scope]

    def _trigger(self) -> list[int]:
        candidate = self._candidate
        anchor = candidate.rule.anchor if candidate.rule is not None else []
        own = [*candidate.words, *(i for i in anchor if i not in candidate.words)]
        tokens = self._sentence.tokens
        # A noun and the verb that it is object or subject of tell together: "issued an ultimatum", "reached a deal".
        verbs = [
            tokens[i].head for i in own if tokens[i].upos in ("NOUN", "PROPN") and matches(tokens[i].relation, _VERB_OF)
        ]
        return [*own, *(i for i in dict.fromkeys(verbs) if i >= 0 and i not in own and tokens[i].upos == "VERB")]

    def _about(self) -> list[int]:
        """The trigger's words and those up to two steps below, without other clauses than infinitives, deeds ("of") and contents."""
        sentence, level = self._sentence, self.words("trigger")
        own, found = set(level), list(level)
        for _ in range(_DEPTH):
            level = [c for i in level for c in sentence.children[i] if c not in own and self._belongs(c)]
            level = [c for c in level if not self._is_next_act(c)]
            found += level
        return found

    def _is_next_act(self, i: int) -> bool:
        """Whether a verb tells another act beside the trigger's own: "met Kiir and spoke with Machar by telephone"."""
        token = self._sentence.tokens[i]
        return token.relation == "conj" and token.upos == "VERB" and token.head in self.words("trigger")

    def _belongs(self, i: int) -> bool:
        sentence = self._sentence
        relation = sentence.tokens[i].relation
        if relation in _BELOW_NOT:
            return False
        return not matches(relation, ("advcl", "acl")) or self._marked(i, "to", "of")

    def _marked(self, clause: int, *words: str) -> bool:
        sentence = self._sentence
        return any(sentence.tokens[c].text.lower() in words for c in sentence.dependents(clause, "mark"))

    def _means(self) -> list[int]:
        """Who or what does it: subjects, phrases of means, and the modifiers and owner of a noun, with their own modifiers."""
        sentence, found = self._sentence, list[int]()
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
        sentence = self._sentence
        top = self._candidate.words[0]
        while (token := sentence.tokens[top]).head >= 0 and (
            not matches(token.relation, CLAUSES)
            or (matches(token.relation, ("advcl", "acl")) and self._marked(top, "to"))
        ):
            top = token.head
        return sentence.subtree(top)

    def has(self, scope: str, wanted: Wordings) -> bool:
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
                token = self._sentence.tokens[i]
                for form in {token.lemma.lower(), token.text.lower()}:
                    at[form].append(i)
            self._places[scope] = at
        return self._places[scope]

    def _ends_at(self, i: int, run: tuple[str, ...]) -> bool:
        tokens, first = self._sentence.tokens, i - len(run) + 1
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
