"""Judgements in the tree of a sentence: the words of `opinion.yaml`, what each is said of, and which events it governs (rule R15).

A judgement counts where it is predicated: it is the predicate of a clause, or goes with it as object, complement or adverbial ("Moscow
calls the shots", "is sitting on the sidelines", "should host talks"). One that only describes a noun ("the farcical talks") does not.
It governs its clause and the clauses below, but not what these take for granted ("since the talks collapsed", "it is absurd that Iran
was not invited") nor a coordinated clause with a subject of its own.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from importlib import resources

import msgspec
import yaml

from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.questions import taken_for_granted
from dragoman.coder.grammar.quotes import inside
from dragoman.coder.grammar.slots import verb_slots
from dragoman.errors import DataError
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

Run = tuple[str, ...]
_CLAUSES = ("ccomp", "advcl", "acl", "csubj", "parataxis")
_WITH_PREDICATE = ("obj", "xcomp", "aux", "cop", "advmod", "obl", "fixed", "compound:prt", "mark")
_BESIDE = frozenset({"with", "without", "despite", "amid", "after", "before", "during", "since", "because"})
"""Prepositions of what merely goes with an act: "left without any say"."""
_OF_FACTS = frozenset({"influence", "merit", "duty"})
"""Aspects whose complement, told in the past, is a fact: "it is absurd that Iran was not invited", "all should know that Iran left"."""
_PAST = frozenset({"was", "were", "had", "has", "have", "did"})
_FIRST_PERSON = frozenset({"i", "we"})
_MINE = frozenset({"my", "our"})


class Sides(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say that something is so, and that it is not."""

    affirmed: tuple[str, ...] = ()
    negated: tuple[str, ...] = ()


class Aspects(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by what is judged."""

    influence: Sides
    merit: Sides
    duty: Sides
    forecast: Sides


class OpinionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word lists of `opinion.yaml`, which explains each."""

    genres: frozenset[str]
    outlet_types: frozenset[str]
    speech_genres: frozenset[str]
    first_person: tuple[str, ...]
    editorial: tuple[str, ...]
    aspects: Aspects
    left_without: frozenset[str]
    lacking: frozenset[str]
    holders: frozenset[str]


class Judgement(msgspec.Struct, frozen=True):
    """One judgement of a sentence.

    Attributes:
        aspect: influence, merit, duty, forecast, or view for an author's "in my view".
        polarity: affirmed or negated, after negations in the sentence.
        words: the judging words, first and last.
        predicate: head of the clause in which they are predicated.
        entry: the entry of the word list.
        of: heads of the phrases that are judged.
    """

    aspect: str
    polarity: str
    words: tuple[int, int]
    predicate: int
    entry: str
    of: tuple[int, ...] = ()


Index = dict[str, list[tuple[Run, str, str]]]
"""First word → runs that begin with it, with aspect and polarity."""


@functools.cache
def read_opinion_words() -> OpinionWords:
    """The shipped list, read once. Raises DataError where it breaks its form."""
    path = resources.files("dragoman.language.en").joinpath("lexicon", "opinion.yaml")
    return opinion_words(path.read_text(encoding="utf8"))


def opinion_words(text: str) -> OpinionWords:
    """A list in YAML, checked. Raises DataError where a key is missing, unknown or of another form."""
    try:
        return msgspec.convert(yaml.load(text, yaml.CSafeLoader), OpinionWords)
    except msgspec.ValidationError as problem:
        raise DataError(f"opinion.yaml: {problem}. See the comment at the file's top") from problem


def index(words: OpinionWords, *, commentary: bool) -> Index:
    """The words that count in a commentary, or in any other document, by their first word."""
    made: Index = {}
    for entry in (*words.first_person, *(words.editorial if commentary else ())):
        _add(made, entry, "view", "affirmed")
    if commentary:
        for aspect in Aspects.__struct_fields__:
            sides: Sides = getattr(words.aspects, aspect)
            for polarity in Sides.__struct_fields__:
                for entry in getattr(sides, polarity):
                    _add(made, entry, aspect, polarity)
        for verb in words.left_without:
            _add(made, verb, "influence", "negated")
    return made


def _add(made: Index, entry: str, aspect: str, polarity: str) -> None:
    run = tuple(entry.lower().split())
    made.setdefault(run[0], []).append((run, aspect, polarity))


def judgements(sentence: Sentence, runs: Index, words: OpinionWords, quoted: list[tuple[int, int]]) -> list[Judgement]:
    """Judgements of a sentence in order; none in the spans `quoted`, nor of somebody whom the sentence tells to judge."""
    found = []
    forms = [(t.lemma.lower(), t.text.lower().replace("’", "'")) for t in sentence.tokens]
    for i, (lemma, form) in enumerate(forms):
        for run, aspect, polarity in {id(e): e for k in (lemma, form) for e in runs.get(k, ())}.values():
            last = i + len(run) - 1
            if last >= len(forms) or any(w not in forms[i + k] for k, w in enumerate(run)):
                continue
            if inside(quoted, sentence.tokens[i].start):
                continue
            leaves = run[0] in words.left_without
            if leaves and sentence.tokens[i].upos != "VERB" and not form.endswith("ed"):
                continue  # "on the sidelines of the summit"
            top = _top(sentence, i, last)
            predicate = _predicate(sentence, top, aspect)
            if aspect == "merit" and predicate != top and last == i:
                continue  # "avoided embarrassment", "negotiated that fiasco": named, and said of nobody
            if predicate is None or _inverted_condition(sentence, i) or _held_by_another(sentence, top, words):
                continue
            if _negated(sentence, top, predicate, range(i, last + 1), words):
                polarity = "negated" if polarity == "affirmed" else "affirmed"
            of = _judged(sentence, predicate, leaves)
            found.append(Judgement(aspect, polarity, (i, last), predicate, " ".join(run), of))
    return found


def governed(sentence: Sentence, judgement: Judgement) -> frozenset[int]:
    """The words that a judgement governs."""
    modality = lexicon.load().modality
    below = set(sentence.subtree(judgement.predicate))
    for i in list(below):
        relation = sentence.tokens[i].relation
        if i == judgement.predicate:
            continue
        own = matches(relation, ("conj",)) and bool(sentence.dependents(i, "nsubj"))
        aside = matches(relation, ("parataxis",)) and judgement.aspect != "view"
        fact = judgement.aspect in _OF_FACTS and matches(relation, ("ccomp", "csubj")) and _is_past(sentence, i)
        if own or aside or fact or taken_for_granted(sentence, i, modality):
            below.difference_update(sentence.subtree(i))
    return frozenset(below)


def _is_past(sentence: Sentence, verb: int) -> bool:
    """Whether a clause with a subject of its own tells what has happened: by an auxiliary, else by the form of its verb."""
    token, modals = sentence.tokens[verb], lexicon.load().modality.modals
    helping = {sentence.tokens[c].text.lower() for c in sentence.dependents(verb, "aux", "cop")}
    form = token.text.lower()
    if not sentence.dependents(verb, "nsubj") or any((word,) in modals for word in helping):
        return False
    return bool(helping & _PAST) or (not helping and form != token.lemma.lower() and not form.endswith(("s", "ing")))


def _top(sentence: Sentence, first: int, last: int) -> int:
    """The word of a run whose head lies outside it."""
    return next((i for i in range(first, last + 1) if not first <= sentence.tokens[i].head <= last), first)


def _predicate(sentence: Sentence, word: int, aspect: str) -> int | None:
    """Head of the clause that a word is predicated in; None where it only describes a noun or is the subject."""
    i = word
    while True:
        token = sentence.tokens[i]
        aside = aspect == "view" and matches(token.relation, ("parataxis", "advcl"))
        own = matches(token.relation, ("conj",)) and (token.upos == "VERB" or _has_subject(sentence, i))
        if token.head < 0 or own or (matches(token.relation, _CLAUSES) and not aside):
            return i
        if aside or matches(token.relation, ("conj",)):
            i = token.head
            continue
        case = [sentence.tokens[c].text.lower() for c in sentence.dependents(i, "case")]
        if not matches(token.relation, _WITH_PREDICATE) or (aspect != "view" and _BESIDE & set(case)):
            return None
        i = token.head


def _has_subject(sentence: Sentence, i: int) -> bool:
    return bool(sentence.dependents(i, "nsubj", "cop"))


def _inverted_condition(sentence: Sentence, word: int) -> bool:
    """Whether an auxiliary sets a condition: "should the talks fail"."""
    token = sentence.tokens[word]
    if token.upos != "AUX" or "?" in sentence.text:
        return False
    return any(c > word for c in sentence.dependents(token.head, "nsubj")) and not sentence.dependents(
        token.head, "expl"
    )


def _held_by_another(sentence: Sentence, top: int, words: OpinionWords) -> bool:
    """Whether the sentence gives the judgement to somebody who judges, says or thinks so: "Iran called it a farce", "hopes that it will"."""
    reporting, tokens = lexicon.load().reporting, sentence.tokens
    for i in (top, *(above for _, above in _above(sentence, top))):
        for noun in (c for c in sentence.children[i] if tokens[c].relation == "nsubj:outer"):
            owners = sentence.dependents(noun, "nmod:poss", "compound", "nmod")
            owners += [c for c in sentence.dependents(noun, "amod") if tokens[c].text[:1].isupper()]
            if any(tokens[c].text.lower() not in _MINE for c in owners):
                return True  # "Iran's position was that the talks should resume"
    for below, i in _above(sentence, top):
        relation, lemma = sentence.tokens[below].relation, sentence.tokens[i].lemma.lower()
        if not matches(relation, ("ccomp", "xcomp", "obj", "obl", "csubj")):
            continue  # "the UN should call for talks": the verb is judged, and judges nothing
        said = reporting.verbs.get(lemma)
        clause = matches(relation, ("ccomp", "xcomp", "csubj"))
        ways = {"object", preposition(sentence, below)}
        says = said is not None and (clause or bool(ways & {*said.content}))
        if says or lemma in reporting.judging or lemma in words.holders:
            subjects = verb_slots(sentence, i)["agent"]
            if any(sentence.tokens[s].text.lower() not in _FIRST_PERSON for s in subjects):
                return True
    return False


def _above(sentence: Sentence, word: int) -> Iterator[tuple[int, int]]:
    """Words and their heads, upwards from one, as long as what is below is a part or complement."""
    token = sentence.tokens[word]
    while token.head >= 0 and not matches(token.relation, ("conj", "advcl", "acl", "parataxis")):
        yield token.i, token.head
        token = sentence.tokens[token.head]


def _negated(sentence: Sentence, top: int, predicate: int, run: range, words: OpinionWords) -> bool:
    """Whether a word outside the run negates it or its clause: "no real influence", "does not call the shots", "no longer", "lacks"."""
    modality = lexicon.load().modality
    tokens = sentence.tokens
    for c in (c for i in {top, predicate} for c in sentence.children[i] if c not in run):
        forms = {(tokens[c].lemma.lower(),), (tokens[c].text.lower(),)}
        following = tokens[c + 1].lemma.lower() if c + 1 < len(tokens) else ""
        if forms & (modality.negations | modality.near_negations) and (following,) not in modality.focus:
            return True
        if any(tokens[g].text.lower() == "no" for g in sentence.dependents(c, "advmod") if tokens[c].upos == "ADV"):
            return True
    return predicate not in run and tokens[predicate].lemma.lower() in words.lacking


def _judged(sentence: Sentence, predicate: int, of_object: bool) -> tuple[int, ...]:
    slots = verb_slots(sentence, predicate)
    return tuple(dict.fromkeys(slots["patient"] if of_object else slots["agent"] or slots["patient"]))
