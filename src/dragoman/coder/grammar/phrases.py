"""Noun phrases of a sentence: which words stand for one participant, place or time."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.parse import Sentence, matches

HEADING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
"""Parts of speech (UPOS) of the heads of noun phrases."""
_LEFT = ("compound", "amod", "nmod", "nummod", "flat", "goeswith", "advmod", "obl", "obj", "dep")
_RIGHT = ("flat", "compound", "goeswith", "nummod")
_BOUNDS = frozenset({"least", "most"})
PERSONAL = frozenset(
    {"he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "himself", "herself", "themselves"}
)
_TITLE_JOIN = frozenset({"PROPN", "NOUN"})


_NOBODY = frozenset({"nobody", "none", "no-one", "no", "neither"})


def phrase_words(sentence: Sentence, head: int) -> tuple[int, int]:
    """First and last word of the noun phrase headed by `head`, without determiner and trailing clauses.

    "of" phrases belong to it ("representatives of the armed opposition"), as do names in apposition without a comma
    ("Foreign Minister Sergei Lavrov"); coordinated phrases do not.
    """
    tokens = sentence.tokens
    first = last = head
    for child in reversed([c for c in sentence.children[head] if c < head]):
        relation = tokens[child].relation
        if not matches(relation, _LEFT):
            if tokens[child].upos == "PUNCT" and tokens[child].text in "-–":
                continue
            break
        first = min(first, _leftmost(sentence, child))
    for child in [c for c in sentence.children[head] if c > head]:
        token = tokens[child]
        if matches(token.relation, _RIGHT):
            last = max(last, _rightmost(sentence, child))
        elif (
            token.relation == "appos"
            and child - last <= 3
            and not _between(sentence, last, child, ",")
            and token.upos in _TITLE_JOIN
        ) or (token.relation == "nmod" and preposition(sentence, child) == "of"):
            last = max(last, phrase_words(sentence, child)[1])
        elif token.upos == "PUNCT" and token.text in "-–":
            continue
        else:
            break
    while first < head and (
        tokens[first].upos in ("DET", "PUNCT", "ADP", "CCONJ", "PART") or tokens[first].relation == "det"
    ):
        first += 1
    if first and tokens[first].text.lower() in _BOUNDS and tokens[first - 1].text.lower() == "at":
        first -= 1  # "at least three people"
    return _within_brackets(sentence, head, first, last)


def _within_brackets(sentence: Sentence, head: int, first: int, last: int) -> tuple[int, int]:
    """A phrase without what stands behind a bracket that it does not close, or before one that it does not open: "you" of "you (Israel"."""
    texts = [token.text for token in sentence.tokens[first : last + 1]]
    for i, text in enumerate(texts, first):
        if text == "(" and ")" not in texts[i - first :]:
            first, last = (first, i - 1) if head < i else (i + 1, last)
            break
        if text == ")" and "(" not in texts[: i - first]:
            first, last = (first, i - 1) if head < i else (i + 1, last)
            break
    return first, last


def _leftmost(sentence: Sentence, i: int) -> int:
    return min(sentence.subtree(i))


def _rightmost(sentence: Sentence, i: int) -> int:
    end = i
    for child in sentence.children[i]:
        if child > i and matches(sentence.tokens[child].relation, _RIGHT):
            end = max(end, _rightmost(sentence, child))
    return end


def _between(sentence: Sentence, first: int, last: int, mark: str) -> bool:
    return any(sentence.tokens[k].text == mark for k in range(first + 1, last))


def preposition(sentence: Sentence, i: int) -> str | None:
    """Lemma of the preposition (or marker) that introduces word `i`: the first word of a fixed one ("because of" → "because")."""
    for child in sentence.children[i]:
        if child < i and sentence.tokens[child].relation in ("case", "mark"):
            return sentence.tokens[child].text.lower()
    return None


def forms_of(sentence: Sentence) -> Iterator[str]:
    """Lemmas of a sentence in lower case, those of hyphenated words also in one: "cease-fire" of "cease", "-", "fire"."""
    tokens = sentence.tokens
    for token in tokens:
        yield token.lemma.lower()
        if token.text in ("-", "–") and 0 < token.i < len(tokens) - 1:
            yield f"{tokens[token.i - 1].text.lower()}-{tokens[token.i + 1].lemma.lower()}"


def conjuncts(sentence: Sentence, i: int) -> list[int]:
    """`i` and the words coordinated with it, in order; no word before it, which parsers at times hang on it across a verb."""
    return [i, *(c for j in sentence.dependents(i, "conj") if j > i for c in conjuncts(sentence, j))]


def first_of(sentence: Sentence, i: int) -> int:
    """The first of several: "Kenya" for "Uganda" of "Kenya and Uganda"."""
    while sentence.tokens[i].relation == "conj":
        i = sentence.tokens[i].head
    return i


def stands_below(sentence: Sentence, i: int, top: int) -> bool:
    """Whether a word is another or stands in its phrase or clause."""
    return i == top or top in sentence.ancestors(i)


def is_personal_pronoun(sentence: Sentence, i: int) -> bool:
    """Whether the word is a personal pronoun that can stand for an actor."""
    return sentence.tokens[i].upos == "PRON" and sentence.tokens[i].text.lower() in PERSONAL


def phrase_heads(sentence: Sentence) -> list[int]:
    """Heads of all noun phrases: nominal words that are no part of a name or compound themselves."""
    result = []
    for token in sentence.tokens:
        if token.upos not in HEADING and not (token.upos == "ADJ" and token.text[:1].isupper()):
            continue
        if matches(token.relation, ("flat", "goeswith", "fixed", "punct")):
            continue
        result.append(token.i)
    return result


def names_nobody(sentence: Sentence, head: int) -> bool:
    """Whether a phrase stands for nobody at all: "nobody", "none", "no one", "no party", "neither side"."""
    forms = [sentence.tokens[head].text.lower()]
    forms += [sentence.tokens[c].text.lower() for c in sentence.children[head] if sentence.tokens[c].relation == "det"]
    return any(form in _NOBODY for form in forms)
