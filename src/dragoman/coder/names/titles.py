"""Titles before a name that parsers make phrases of their own, though they and the name are one person."""

from __future__ import annotations

from dragoman.coder.grammar.phrases import phrase_words, preposition
from dragoman.language.parse import Sentence, matches

OFFICES = frozenset({"minister", "secretary", "premier", "chancellor", "commissioner", "envoy", "representative", "ambassador", "adviser",
                      "advisor", "coordinator", "chairman", "president", "vice-president"})  # fmt: skip
"""Nouns for offices that news writes in capitals before or beside a name."""
_ALONE = frozenset({"president"})
"""Offices whose holder holds no other beside: "President and Foreign Minister Lavrov" are two."""
_SUBORDINATE = frozenset({"vice", "deputy"})


def bearer(sentence: Sentence, head: int) -> int | None:
    """Head of the name of whom a title is: of "Secretary of State" before "Mike Pompeo", and of the first of two titles, in "Deputy Prime
    Minister and Foreign Minister Ishaq Dar"; None for a title that stands for itself, as in "the Prime Minister and Foreign Minister X"."""
    tokens = sentence.tokens
    token = tokens[head]
    if matches(token.relation, ("nmod",)) and token.head >= 0 and preposition(sentence, head) == "of":
        return bearer(sentence, token.head)  # "State" of "Secretary of State"
    if token.lemma.lower() not in OFFICES or not token.text[:1].isupper():
        return None
    first, last = phrase_words(sentence, head)
    if any(t.name.endswith("PER") for t in tokens[first : last + 1]):
        return None
    if (name := _name_at(sentence, last + 1)) is not None:
        torn = (tokens[name].head, tokens[name].relation) == (token.head, token.relation)
        return name if torn or tokens[name].head == head or token.head == name else None
    if last + 1 >= len(tokens) or tokens[last + 1].text.lower() != "and":
        return None
    lesser = any(t.text.lower() in _SUBORDINATE for t in tokens[first:head])
    led = first > 0 and tokens[first - 1].text.lower() == "the"
    if led or (token.lemma.lower() in _ALONE and not lesser):
        return None
    return _after_titles(sentence, head, last + 2)


def named_behind(sentence: Sentence, head: int) -> int | None:
    """Head of the name behind an office of nobody else: "Machar" of "the First Vice-President, Dr. Riek Machar"."""
    token = sentence.tokens[head]
    office = token.mention == "person" or token.lemma.lower() in OFFICES
    if not office or token.upos not in ("NOUN", "PROPN") or token.text.lower() != token.lemma.lower():
        return None
    if "the" not in {sentence.tokens[c].text.lower() for c in sentence.dependents(head, "det")}:
        return None
    apposed = (c for c in sentence.dependents(head, "appos") if c > head and sentence.tokens[c].upos == "PROPN")
    if (name := next((c for c in apposed if sentence.tokens[c].name.endswith("PER")), None)) is not None:
        return name
    last = phrase_words(sentence, head)[1]
    if last != head or last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].text != ",":
        return None
    if (name := _name_at(sentence, last + 2)) is None or head in sentence.ancestors(name):
        return None
    after = phrase_words(sentence, name)[1] + 1  # parsers tie the name to what the office stands with
    return name if after >= len(sentence.tokens) or sentence.tokens[after].upos == "PUNCT" else None


def of_government(sentence: Sentence, head: int) -> int | None:
    """The heads of "heads of state and government", whose second half names nobody of its own; None for any other word."""
    tokens, token = sentence.tokens, sentence.tokens[head]
    if token.relation != "conj" or token.lemma.lower() != "government" or token.head < 0:
        return None
    state = tokens[token.head]
    heads = state.head if state.lemma.lower() == "state" and matches(state.relation, ("nmod",)) else -1
    return heads if heads >= 0 and tokens[heads].lemma.lower() in ("head", "chief") else None


def _after_titles(sentence: Sentence, head: int, word: int) -> int | None:
    """Head of the name behind a second title that begins at a word: "Minister of Foreign Affairs Sheikh Mohammed"."""
    tokens = sentence.tokens
    second = False
    while word < len(tokens) and not tokens[word].name.endswith("PER"):
        second |= tokens[word].lemma.lower() in OFFICES
        if not tokens[word].text[:1].isupper() and tokens[word].text not in ("of", "for"):
            return None
        word += 1
    name = _name_at(sentence, word) if second else None
    return name if name is not None and head in sentence.ancestors(name) else None


def _name_at(sentence: Sentence, word: int) -> int | None:
    """Head of a person's name that begins at a word."""
    tokens = sentence.tokens
    if word >= len(tokens) or tokens[word].upos != "PROPN":
        return None
    while tokens[word].relation in ("flat", "compound", "nmod:desc") and tokens[word].head >= 0:
        word = tokens[word].head
    return word if tokens[word].name.endswith("PER") else None


def is_title(sentence: Sentence, title: int, name: int) -> bool:
    """Whether a phrase is the title of the person named in apposition: "special adviser Enrique Iglesias", "its president, Jan Kubis"."""
    token, office = sentence.tokens[name], sentence.tokens[title]
    apposed = token.head == title and token.relation == "appos"
    # Parsers make some names right behind their title a second object of the verb.
    beside = title == phrase_words(sentence, name)[0] - 1 and (token.head, token.relation) == (
        office.head,
        office.relation,
    )
    plural = office.upos == "NOUN" and office.text.lower() != office.lemma.lower()
    if office.upos not in ("NOUN", "PROPN") or plural:
        return False
    if _ends_in_name(sentence, title, name):
        return True
    see = sentence.dependents(title, "det") and any(preposition(sentence, c) == "of" for c in sentence.children[title])
    apposed = apposed or (bool(see) and _behind_see(sentence, title, name))
    return (apposed or beside) and token.name.endswith("PER") and (not office.name.endswith("PER") or bool(see))


def _behind_see(sentence: Sentence, title: int, name: int) -> bool:
    """Whether a name between commas stands behind "the Emir of Kano", though the parser ties it to the place, as if both were a row."""
    token = sentence.tokens[name]
    torn = token.relation in ("conj", "appos") and not sentence.dependents(name, "cc") and token.head >= 0
    first, last = phrase_words(sentence, name)
    marks = [t.text for t in (*sentence.tokens[max(0, first - 1) : first], *sentence.tokens[last + 1 : last + 2])]
    return torn and sentence.tokens[token.head].head == title and marks == [",", ","]


def _ends_in_name(sentence: Sentence, title: int, name: int) -> bool:
    """Whether what a title is for runs into the name of who bears it, as the parser has it: "Minister for Finance Anna Reed"."""
    below = sentence.tokens[name]
    if sentence.dependents(title, "det") or not sentence.tokens[title].text[:1].isupper():
        return False  # "a spokesman for Anna Reed"
    of_title = below.head == title and matches(below.relation, ("nmod",)) and preposition(sentence, name) == "for"
    return of_title and any(sentence.tokens[c].name.endswith("PER") for c in sentence.dependents(name, "flat"))
