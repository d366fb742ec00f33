"""Of whom an exclusion is told by "none" or "the absence of", and where one is denied or from a town: "none of the rebels was invited", "is no
longer excluded", "barred from the port"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import NO, NOBODY, RELATIVE_PRONOUNS
from dragoman.coder.grammar.phrases import conjuncts, first_of, preposition
from dragoman.coder.grammar.slots import is_passive
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

_AT = frozenset({"in", "at", "on"})
_AWAY_FROM = _AT | {"from"}
OUT_OF = frozenset({"from", "of", "out"})


def of_none(sentence: Sentence, subjects: list[int]) -> list[int]:
    """Those of whom none is meant: "the rebels" of "none of the rebels" and "neither of the two rebel movements"."""
    found: list[int] = []
    for s in subjects:
        whole = sentence.dependents(s, "nmod") if sentence.tokens[s].text.lower() in NOBODY else []
        of = [c for c in whole if preposition(sentence, c) in ("of", "from")]
        found += [k for c in of for k in _antecedents(sentence, c, s)] or [s]
    return found


def _antecedents(sentence: Sentence, i: int, none: int) -> list[int]:
    """Whom a relative pronoun behind "neither" stands for: "the fighting between Ecuador and Peru, neither of which was asked"; else the word
    itself."""
    tokens = sentence.tokens
    if tokens[i].text.lower() not in RELATIVE_PRONOUNS:
        return [i]
    before = first_of(sentence, none - 2) if none > 1 and tokens[none - 1].text == "," else -1
    both = conjuncts(sentence, before) if before >= 0 else []
    if len(both) > 1:
        return both
    clause = next((k for k in sentence.ancestors(i) if tokens[k].relation == "acl:relcl"), None)
    return [i] if clause is None else conjuncts(sentence, first_of(sentence, tokens[clause].head))


def absence_of(sentence: Sentence, events: AbstractSet[str]) -> list[tuple[int, int]]:
    """(whose, noun) of an absence from talks: "the absence of the Fatah delegation", "Morocco's absence from the talks"; not
    "from the capital" nor "the absence of Israeli soldiers in Gaza"."""
    tokens = sentence.tokens
    return [
        (k, token.i)
        for token in tokens
        if token.lemma.lower() == "absence" and _only_from(sentence, token.i, _AWAY_FROM, events)
        for c in sentence.dependents(token.i, "nmod")
        if preposition(sentence, c) == "of" or tokens[c].relation == "nmod:poss"
        for k in conjuncts(sentence, c)
        if _only_from(sentence, k, _AT, events)
    ]


def _only_from(sentence: Sentence, noun: int, cases: AbstractSet[str], events: AbstractSet[str]) -> bool:
    """Whether nothing but talks hangs on a noun by one of some prepositions."""
    below = (c for c in sentence.dependents(noun, "nmod") if preposition(sentence, c) in cases)
    return all(sentence.tokens[c].lemma.lower() in events for c in below)


def out_of_ground(sentence: Sentence, span: list[int], words: ThirdPartyWords) -> bool:
    """Whether a wording tells that somebody is kept out of ground where no talks are, or from doing something else: "barred from the ports",
    "kept out of the city", "barred from running"."""
    verb = next((i for i in span if sentence.tokens[i].upos == "VERB"), None)
    if verb is not None and to_do_else(sentence, verb, words):
        return True
    below = sentence.dependents(verb, "obl", "nmod") if verb is not None else ()
    return any(
        c > span[0] and preposition(sentence, c) in OUT_OF and sentence.tokens[c].lemma.lower() in no_venues(words)
        for c in below
    )


def to_do_else(sentence: Sentence, verb: int, words: ThirdPartyWords) -> bool:
    """Whether somebody is kept from doing something other than being there: "barred from running", not "barred from attending"."""
    tokens = sentence.tokens
    if tokens[verb].lemma.lower() not in lexicon.load().classes["barring"]:
        return False
    done = [
        c
        for c in sentence.dependents(verb, "advcl", "ccomp", "xcomp", "acl")
        if c > verb and preposition(sentence, c) == "from" and tokens[c].upos == "VERB"
    ]
    there = words.being_there | words.coming
    return bool(done) and not any(
        tokens[k].lemma.lower() in there or any(tokens[t].lemma.lower() in words.events for t in sentence.subtree(k))
        for c in done
        for k in (c, *sentence.dependents(c, "conj"))
    )


def no_venues(words: ThirdPartyWords) -> AbstractSet[str]:
    """Nouns for ground where no talks are held; a hotel may be where they are."""
    return words.grounds - set(lexicon.load().classes["talks_venue"])


def not_so(sentence: Sentence, span: list[int]) -> bool:
    """Whether a passive wording without a negation of its own is denied: "is no longer excluded from the talks", "was not left out"."""
    verb = next((i for i in span if sentence.tokens[i].upos == "VERB"), None)
    if verb is None or not is_passive(sentence, verb) or any(sentence.tokens[i].text.lower() in NO for i in span):
        return False
    near = (verb, *sentence.dependents(verb, "aux", "advmod"))
    return any(sentence.tokens[c].text.lower() in NO for i in near for c in sentence.children[i] if c < verb)
