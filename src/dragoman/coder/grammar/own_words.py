"""Which words of a sentence speak of an event itself, and which wordings stand among them.

"Envoys of both sides, who had met secretly in May, held talks by video": "by video" is said of the talks, "secretly" is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import light_governor
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.word_lists import Lemmas

_CLAUSES = ("ccomp", "advcl", "parataxis", "csubj", "acl", "nsubj", "discourse", "vocative")
"""Relations of what is said beside an event, not of it."""
_SUBJECTS = ("nsubj", "nsubj:pass")
_BETWEEN = frozenset({"DET", "ADJ", "NUM", "ADV"})
"""Tags of words that may stand inside a run: "without a final agreement"."""
_GAP = 4
_DENYING = frozenset({"no", "not", "n't", "never", "without", "nor"})


def head_of(sentence: Sentence, words: Collection[int]) -> int:
    """The one of an event's words that the others hang on."""
    return next((i for i in words if sentence.tokens[i].head not in words), next(iter(words)))


def whole(sentence: Sentence, head: int) -> int:
    """The noun that portions an event noun, which itself otherwise: "round" of "a round of talks"."""
    token = sentence.tokens[head]
    while token.head >= 0 and token.relation == "nmod" and preposition(sentence, token.i) == "of":
        token = sentence.tokens[token.head]
    return token.i


def phrase(sentence: Sentence, top: int, *, but: Collection[str | None] = ()) -> list[int]:
    """A word and what is said of it: all below it but clauses, save its own participles and infinitives, and what is coordinated with it.

    Args:
        but: prepositions of phrases right below it that are left out.
    """
    tokens = sentence.tokens
    found = [top]
    stack = [(child, top) for child in sentence.children[top]]
    while stack:
        i, above = stack.pop()
        relation = tokens[i].relation
        passive_subject = relation == "nsubj:pass" and above == top
        if matches(relation, _CLAUSES) and not passive_subject and not (above == top and matches(relation, ("acl",))):
            continue
        if relation == "conj" and (above == top or tokens[i].upos in ("VERB", "AUX")):
            continue
        if above == top and but and matches(relation, ("nmod", "obl")) and preposition(sentence, i) in but:
            continue
        found.append(i)
        stack += [(child, i) for child in sentence.children[i]]
    return found


def governor_of(sentence: Sentence, head: int, light_verbs: Collection[str]) -> int | None:
    """The verb that says what becomes of an event noun: any whose subject it is, a light one ("held talks") whose object it is."""
    if sentence.tokens[head].upos in ("VERB", "AUX"):
        return None
    verb = light_governor(sentence, head)
    if verb is None or sentence.tokens[verb].upos not in ("VERB", "AUX", "ADJ"):
        return None
    top = whole(sentence, head)
    subject = matches(sentence.tokens[top].relation, _SUBJECTS) and sentence.tokens[top].head == verb
    return verb if subject or sentence.tokens[verb].lemma.lower() in light_verbs else None


def own_words(sentence: Sentence, words: Collection[int], light_verbs: Collection[str]) -> set[int]:
    """Positions of an event's words, of its phrase, and of what stands beside the verb that has it as subject or object."""
    head = head_of(sentence, words)
    found = {*words, *phrase(sentence, whole(sentence, head))}
    verb = governor_of(sentence, head, light_verbs)
    if verb is not None:
        found.update(phrase(sentence, verb))
    return found


def acts_of(sentence: Sentence, head: int) -> set[int]:
    """Positions of what somebody is told to do: the verbs that a noun phrase is subject or agent of, each with its object."""
    tokens = sentence.tokens
    found: set[int] = set()
    i = head
    for _ in range(_GAP):  # up a title, a possessor or the first of several: "the envoy of Norway", "Norway and Oman"
        verbs = [c for c in sentence.children[i] if tokens[c].relation == "acl:relcl"]
        above, relation = tokens[i].head, tokens[i].relation
        agent = matches(relation, ("obl",)) and preposition(sentence, i) == "by"
        if above >= 0 and (relation == "nsubj" or agent):
            verbs.append(above)
        for verb in verbs:
            both = [
                verb,
                *(c for c in sentence.dependents(verb, "conj", "xcomp") if not sentence.dependents(c, "nsubj")),
            ]
            for one in both:
                found.update(phrase(sentence, one))
        if above < 0 or not matches(relation, ("conj", "appos", "flat", "compound", "nmod", "amod")):
            break
        i = above
    return found


class Wordings:
    """Runs of lemmas by the value that they tell.

    Args:
        told: value → its runs; the order of the values is that in which they count.
    """

    def __init__(self, told: Mapping[str, Lemmas]) -> None:
        self._order = {value: rank for rank, value in enumerate(told)}
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for value, runs in told.items():
            for run in runs:
                by_first[run[0]].append((run, value))
        self._runs = {first: tuple(pairs) for first, pairs in by_first.items()}

    def values(self, sentence: Sentence, positions: Iterable[int]) -> list[str]:
        """Values that are told by runs that begin at these positions and are not denied, the first in the list's order first."""
        return sorted(dict.fromkeys(self.in_text(sentence, positions)), key=self._order.__getitem__)

    def in_text(self, sentence: Sentence, positions: Iterable[int]) -> list[str]:
        """The same in the order of the text, a value as often as it is told."""
        tokens = sentence.tokens
        found: list[str] = []
        for i in sorted(positions):
            lemma, form = tokens[i].lemma.lower(), tokens[i].text.lower()
            runs = self._runs.get(lemma, ())
            if form != lemma:
                runs += self._runs.get(form, ())
            told = [value for run, value in runs if _stands(sentence, i, run)]
            if told and not _denied(sentence, i):
                found += sorted(set(told), key=self._order.__getitem__)
        return found

    def tell(self, sentence: Sentence, positions: Iterable[int]) -> bool:
        """Whether any run stands there."""
        return bool(self.in_text(sentence, positions))


def _stands(sentence: Sentence, i: int, run: tuple[str, ...]) -> bool:
    """Whether a run of lemmas begins at a word."""
    tokens = sentence.tokens
    for word in run[1:]:
        for j in range(i + 1, min(i + 1 + _GAP, len(tokens))):
            if word in (tokens[j].lemma.lower(), tokens[j].text.lower()):
                i = j
                break
            if tokens[j].upos not in _BETWEEN:
                return False
        else:
            return False
    return True


def _denied(sentence: Sentence, i: int) -> bool:
    """Whether "no", "not" or "without" stands with a word."""
    return any(c < i and sentence.tokens[c].text.lower() in _DENYING for c in sentence.children[i])
