"""How far a speaker answers in a sentence of several main clauses: "Hamas rejected it, but Israel, according to an official, agreed"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from dragoman.coder.grammar.classes import INDEFINITE
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches

_AGAINST = frozenset({"but", "yet", "while", "whereas"})
_BESIDE = frozenset({"while", "whereas", "although", "though"})
"""Conjunctions behind a comma with which an article puts something of its own beside what was said: ", although Djibouti warned"."""
_PERFECT = frozenset({"has", "have"})
_SHIFTED = frozenset({"had", "would", "could", "might", "was", "were"})
"""Auxiliaries of what somebody is said to have said: "said Kenya had hosted them", not "said they would come, and Kenya has hosted them"."""
_TEMPORAL = frozenset({"after", "since", "when", "before", "following", "while"})
_QUOTES = frozenset({"“", "”", '"', "``", "''"})


def beyond_parenthesis(sentence: Sentence, first: int, last: int) -> frozenset[int]:
    """Words of the clauses that a parenthesis from `first` to `last` says nothing of.

    At the beginning or end of the sentence it holds for all of it; behind clauses for those ("A, according to officials, and B"); inside
    a clause for that one.
    """
    rest = [t.i for t in sentence.tokens[last + 1 :] if t.upos != "PUNCT"]
    before = [t.i for t in sentence.tokens[:first] if t.upos != "PUNCT"]
    apart = {*_joined(sentence), *_joined_before(sentence, first)}
    bounds = sorted({min(sentence.subtree(c)) for c in apart} - {0})
    if not rest or not before or not bounds:
        return frozenset()
    own = bisect_right(bounds, first)
    stop = bounds[own] if own < len(bounds) else len(sentence)
    inside = any(i < stop and sentence.tokens[i].upos != "CCONJ" for i in rest)
    start = bounds[own - 1] if own and inside else 0
    return frozenset(i for i in range(len(sentence)) if not start <= i < stop)


def beyond_speech(sentence: Sentence, verb: int, words: Collection[int], reporting: Collection[str]) -> frozenset[int]:
    """Words of the clauses, among those below a verb of saying, that the article tells on its own: behind a semicolon, or against what
    was said before the verb ("…, the rebels said, but the mediator praised both"), or where another person speaks ("Kerry said it held,
    and Lavrov condemned Ukraine") or the tense is the article's own ("said it would talk, and Kenya has hosted it"), with "which", or set
    beside by "while" or "although"; clauses with "that" are said all the same, and so are those in which he goes on ("; he added that").
    """
    found: set[int] = set()
    for clause in (c for c in words if c > verb and _has_subject(sentence, c)):
        token = sentence.tokens[clause]
        beside = _set_beside(sentence, clause)
        if not (matches(token.relation, ("conj", "parataxis")) or beside) or _is_told(sentence, clause):
            continue
        if token.lemma.lower() in reporting and all(
            sentence.tokens[s].upos == "PRON" for s in _subjects(sentence, clause)
        ):
            continue
        whole = sentence.subtree(clause)
        between = [t.text for t in sentence.tokens[verb + 1 : max(min(whole), verb) + 1]]
        if sum(t in _QUOTES for t in between) % 2 or ":" in between:
            continue
        joint = {sentence.tokens[c].text.lower() for c in sentence.dependents(clause, "cc", "mark")}
        own = _speaks_himself(sentence, clause, reporting) or _in_own_tense(sentence, clause, bool(joint & _AGAINST))
        if ";" in between or beside or own or (token.head < verb and joint & _AGAINST):
            found.update(whole)
    return frozenset(found)


def _set_beside(sentence: Sentence, clause: int) -> bool:
    """Whether a clause behind a comma, on somebody else, is only put beside the one before: "while Flake praised it", "which Rabat denied"."""
    token = sentence.tokens[clause]
    first = next(i for i in sentence.subtree(clause) if sentence.tokens[i].upos != "PUNCT")
    if first == 0 or sentence.tokens[first - 1].text != "," or not _on_another(sentence, clause):
        return False
    opening = sentence.tokens[first]
    if opening.text.lower() == "even":
        opening = sentence.tokens[first + 1]
    joined = matches(token.relation, ("advcl", "ccomp", "conj", "parataxis")) and opening.text.lower() in _BESIDE
    return joined or (matches(token.relation, ("parataxis",)) and opening.text.lower() == "which")


def _in_own_tense(sentence: Sentence, clause: int, against: bool) -> bool:
    """Whether a clause with a subject of its own, behind a comma, is told in the article's tense, not in that of what was said before it.

    "Said it would stay away, and Egypt has not been invited"; "said that the truce would hold, and Santos extended it".
    """
    token = sentence.tokens[clause]
    joint = sentence.dependents(clause, "cc")
    parted_by_comma = any(c > 0 and sentence.tokens[c - 1].text == "," for c in joint)
    if not parted_by_comma or not _on_another(sentence, clause) or token.relation != "conj":
        return False
    own, said = (_auxiliaries(sentence, i) for i in (clause, token.head))
    if own & _PERFECT:
        return not said & _PERFECT
    simple = not own and token.upos == "VERB" and token.text.lower() != token.lemma.lower()
    return simple and bool(said & (_SHIFTED | {"will"})) and (against or _is_told(sentence, token.head))


def _auxiliaries(sentence: Sentence, clause: int) -> set[str]:
    return {sentence.tokens[c].text.lower() for c in sentence.dependents(clause, "aux", "aux:pass", "cop")}


def _on_another(sentence: Sentence, clause: int) -> bool:
    return any(sentence.tokens[s].upos in ("NOUN", "PROPN") for s in _subjects(sentence, clause))


def added_answers(sentence: Sentence) -> set[int]:
    """Words of what an article adds behind a statement, with a new noun for it, on what somebody makes of it: "…, a step that Austria opposes"."""
    found: set[int] = set()
    for token in sentence.tokens:
        noun = sentence.tokens[token.head]
        if token.relation != "acl:relcl" or noun.upos != "NOUN" or noun.mention in ("person", "organization"):
            continue
        if _on_another(sentence, token.i) and brought_in(sentence, noun.i):
            found.update(sentence.subtree(noun.i))
    return found


def brought_in(sentence: Sentence, noun: int) -> bool:
    """Whether a noun stands behind a comma as a new word for what was said: ", a claim", ", charges"."""
    first = min(i for i in sentence.subtree(noun) if sentence.tokens[i].upos != "PUNCT")
    articles = {sentence.tokens[c].text.lower() for c in sentence.dependents(noun, "det")}
    return first > 0 and sentence.tokens[first - 1].text == "," and articles <= INDEFINITE


def clause_around(sentence: Sentence, below: int) -> frozenset[int]:
    """The relative or participle clause in the middle of which a parenthesis stands, which then is all it holds for; else nothing.

    "Guerrillas, armed according to Amman by Iran, won back the town", "guerrillas, armed by Iran according to Amman, won it back",
    "camps where, the UN says, many are beaten".
    """
    above = sentence.tokens[below].head
    if above < 0 or not matches(sentence.tokens[above].relation, ("acl",)):
        return frozenset()
    own = sentence.subtree(below)
    around = [i for i in sentence.subtree(above) if i not in own and sentence.tokens[i].upos != "PUNCT"]
    first, last = min(own), max(own)
    runs_in = (
        sentence.tokens[first - 1].text != "," and last + 1 < len(sentence) and sentence.tokens[last + 1].text == ","
    )
    inside = bool(around) and around[0] < first and (around[-1] > last or runs_in)
    return frozenset(around) if inside else frozenset()


def _speaks_himself(sentence: Sentence, clause: int, reporting: Collection[str]) -> bool:
    """Whether a clause joined by a comma and "and" has a person by name for its subject and, in the past, a verb of saying of his own."""
    token = sentence.tokens[clause]
    subjects = [sentence.tokens[s] for s in _subjects(sentence, clause)]
    joint = sentence.dependents(clause, "cc")
    return (
        token.lemma.lower() in reporting
        and token.text.lower() != token.lemma.lower()
        and not sentence.dependents(clause, "aux")
        and any(s.name.endswith("PER") for s in subjects)
        and any(c > 0 and sentence.tokens[c - 1].text == "," for c in joint)
    )


def background(sentence: Sentence, words: Collection[int]) -> set[int]:
    """Clauses that the article adds on its own account: temporal ones ("after the summit collapsed") and, behind a
    comma, relative ones ("which has staged two strikes")."""
    found = set(relative_asides(sentence, words))
    for i in words:
        if matches(sentence.tokens[i].relation, ("advcl", "obl")) and preposition(sentence, i) in _TEMPORAL:
            found.update(sentence.subtree(i))
    return found


def relative_asides(sentence: Sentence, words: Collection[int]) -> frozenset[int]:
    """Relative clauses behind a comma among what is said."""
    asides = (
        i
        for i in words
        if sentence.tokens[i].relation == "acl:relcl"
        and any(sentence.tokens[c].text == "," and c < i for c in sentence.children[i])
    )
    return frozenset(w for i in asides for w in sentence.subtree(i))


def added_clauses(sentence: Sentence, verb: int, content: Collection[int]) -> set[int]:
    """Relative clauses behind a comma that the article adds beside what is said: "Speaking at talks to which …, he said"."""
    return {
        w
        for t in sentence.tokens
        if t.relation == "acl:relcl" and t.head not in content and t.i not in content
        for c in [sentence.subtree(t.i)]
        if verb not in c and c[0] > 0 and "," in (sentence.tokens[c[0] - 1].text, sentence.tokens[c[0]].text)
        for w in c
    }


def parted(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a semicolon outside of quotation marks stands between two words."""
    between = [t.text for t in sentence.tokens[min(a, b) : max(a, b)]]
    return ";" in between and not any(t in _QUOTES for t in between)


def _joined(sentence: Sentence) -> list[int]:
    """Main clauses with a subject of their own that are joined to another."""
    return [
        t.i
        for t in sentence.tokens
        if t.relation == "conj" and _has_subject(sentence, t.i) and not _is_told(sentence, t.i)
    ]


def _joined_before(sentence: Sentence, first: int) -> list[int]:
    """A verb that is joined by the "and" right before a parenthesis: "spoke by phone and, according to an aide, assured him"."""
    last = first - 1
    while last > 0 and sentence.tokens[last].text == ",":
        last -= 1
    verb = sentence.tokens[last].head
    joined = sentence.tokens[last].relation == "cc" and verb > first and sentence.tokens[verb].relation == "conj"
    return [verb] if joined and sentence.tokens[verb].upos == "VERB" else []


def _subjects(sentence: Sentence, clause: int) -> list[int]:
    return sentence.dependents(clause, "nsubj", "expl", "csubj")


def _has_subject(sentence: Sentence, clause: int) -> bool:
    return bool(_subjects(sentence, clause))


def _is_told(sentence: Sentence, clause: int) -> bool:
    return any(sentence.tokens[c].text.lower() == "that" for c in sentence.dependents(clause, "mark"))
