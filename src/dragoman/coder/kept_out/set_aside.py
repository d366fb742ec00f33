"""Who is set aside by a word within a sentence that tells of others: "with Sinn Fein barred", "all but Iran", "Chad, but not Libya, met"."""

from __future__ import annotations

from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import NO
from dragoman.coder.grammar.not_there import denied_alone, is_denied_all
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.slots import is_absolute, is_passive
from dragoman.coder.kept_out.denials import OUT_OF
from dragoman.coder.kept_out.kept import ABSENT
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_EVERY = frozenset({"all", "every", "each", "everyone", "everybody"})
_EXCEPT = frozenset({"except", "excepting", "excluding", "bar", "save", "but", "barring"})
_OUT = frozenset({"out", "off", "away"})


def set_aside(sentence: Sentence, words: ThirdPartyWords) -> list[tuple[int, str, int]]:
    """(who, mode, word that says so) of everybody whom a sentence sets aside."""
    return [
        *_behind_with(sentence, words),
        *_none_with(sentence, words),
        *_excepted(sentence, words),
        *_but_not(sentence, words),
    ]


def _behind_with(sentence: Sentence, words: ThirdPartyWords) -> list[tuple[int, str, int]]:
    """Those out by a clause without a finite verb: "with the rebels shut out", "with UNITA absent"; not "with the rebels kept out of the town",
    "with reporters barred" nor "with its leader missing"."""
    found = []
    for token in sentence.tokens:
        if token.upos not in ("VERB", "ADJ") or not is_absolute(sentence, token.i):
            continue
        particle = next(
            (
                sentence.tokens[c].text.lower()
                for c in sentence.children[token.i]
                if sentence.tokens[c].text.lower() in _OUT
            ),
            "",
        )
        lemma = token.lemma.lower()
        mode = words.kept_apart.get(lemma) or words.kept_apart.get(f"{lemma} {particle}")
        negated = any(sentence.tokens[c].text.lower() in NO for c in sentence.children[token.i])
        if mode and not negated and not _from_elsewhere(sentence, token.i, words):
            out = [i for s in sentence.dependents(token.i, "nsubj") for i in conjuncts(sentence, s)]
            found += [(i, mode, token.i) for i in out if not _sits_at_no_table(sentence, i, mode)]
    return found


def _none_with(sentence: Sentence, words: ThirdPartyWords) -> list[tuple[int, str, int]]:
    """Those of whom "with no" or "with neither" says that they are not there: "with neither Chad nor Sudan at the table", "with no Chadian
    diplomats present", "with no involvement of Chad"."""
    tokens, classes = sentence.tokens, lexicon.load().classes
    found = []
    for token in tokens:
        who = token.head
        if token.text.lower() != "with" or token.relation != "case" or who < 0 or not is_denied_all(sentence, who):
            continue
        if tokens[who].lemma.lower() in classes["presence"]:
            # not "with no presence of peacekeepers at the crossing"
            places = [c for c in sentence.subtree(who) if c > who and preposition(sentence, c) in ("at", "in", "on")]
            there = all(tokens[c].lemma.lower() in {*words.events, *classes["at_talks"]} for c in places)
            found += [(i, "not_invited", who) for i in _those_of(sentence, who)] if there else []
            continue
        near = [*sentence.dependents(who, "nmod"), *sentence.dependents(tokens[who].head, "obl", "nmod")]
        rooms = [
            c for c in near
            if c > who and preposition(sentence, c) in ("at", "in") and tokens[c].lemma.lower() in classes["at_talks"]
        ]  # fmt: skip
        rooms += [c for c in sentence.dependents(who, "acl", "amod") if c > who and tokens[c].text.lower() == "present"]
        if rooms:
            sent = _those_of(sentence, who) if tokens[who].lemma.lower() in words.delegates else []
            found += [(i, ABSENT, rooms[0]) for i in sent or conjuncts(sentence, who)]
    return found


def _those_of(sentence: Sentence, noun: int) -> list[int]:
    """Those whose a noun is by "of", "by" or "from": Chad of "no involvement of Chad"."""
    whose = (c for c in sentence.dependents(noun, "nmod") if preposition(sentence, c) in ("of", "by", "from"))
    return [i for c in whose for i in conjuncts(sentence, c)]


def _from_elsewhere(sentence: Sentence, word: int, words: ThirdPartyWords) -> bool:
    """Whether somebody is kept from something that is no talks: "barred from the ports", "kept out of the city"."""
    tokens = sentence.tokens
    talks = {*words.events, *lexicon.load().classes["at_talks"], *lexicon.load().classes["talks_venue"]}
    kept_from = [c for c in sentence.dependents(word, "obl", "nmod") if c > word and preposition(sentence, c) in OUT_OF]
    return any(tokens[c].upos in ("NOUN", "PROPN") and tokens[c].lemma.lower() not in talks for c in kept_from)


def _sits_at_no_table(sentence: Sentence, who: int, mode: str) -> bool:
    """Whether somebody would not be at talks anyway, or is missed by a side that is told of itself: "reporters", "its leader"."""
    if sentence.tokens[who].lemma.lower() in lexicon.load().classes["press"]:
        return True
    whose = sentence.dependents(who, "nmod:poss")
    return mode == ABSENT and any(sentence.tokens[c].upos == "PRON" for c in whose)


def _excepted(sentence: Sentence, words: ThirdPartyWords) -> list[tuple[int, str, int]]:
    """Those excepted from "all" who are asked, come, meet or sign: "all the parties but Sinn Fein were invited"."""
    found = []
    for token in sentence.tokens:
        if token.text.lower() not in _EVERY and not any(
            sentence.tokens[c].text.lower() in _EVERY for c in sentence.dependents(token.i, "det")
        ):
            continue
        mode = _mode(sentence, token.i, words)
        # "met everyone except the rebels": the exception may hang on the verb
        of_verb = [c for c in sentence.dependents(token.head, "obl") if c > token.i] if token.head >= 0 else []
        for c in (*sentence.children[token.i], *of_verb) if mode else ():
            case = next(
                (k for k in sentence.dependents(c, "case", "cc") if sentence.tokens[k].text.lower() in _EXCEPT), None
            )
            other = matches(sentence.tokens[c].relation, ("nmod", "conj", "obl"))
            if case is not None and other and not denied_alone(sentence, c):
                found += [(i, mode or ABSENT, case) for i in conjuncts(sentence, c)]
    return found


def _but_not(sentence: Sentence, words: ThirdPartyWords) -> list[tuple[int, str, int]]:
    """Those whom "not" sets apart from others who are asked, come, meet or sign: "Chad, but not Libya, was asked"."""
    found = []
    for token in sentence.tokens:
        if token.upos not in ("PROPN", "NOUN") or not denied_alone(sentence, token.i):
            continue
        mode = _mode(sentence, token.head, words)
        if mode:
            word = next(c for c in sentence.children[token.i] if sentence.tokens[c].text.lower() == "not")
            found.append((token.i, mode, word))
    return found


def _mode(sentence: Sentence, i: int, words: ThirdPartyWords) -> str | None:
    """How somebody is out who is set apart from those of a word: by the verb that they are the subject of, or whom talks include; None for
    other verbs and where the verb itself is denied."""
    tokens = sentence.tokens
    while (
        matches(tokens[i].relation, ("nmod", "conj")) and tokens[i].head >= 0 and tokens[tokens[i].head].upos != "VERB"
    ):
        i = tokens[i].head  # "advisers from 40 countries, but not Russia, met"
    verb = tokens[i].head
    if verb < 0 or tokens[verb].upos != "VERB":
        return None
    near = (verb, *sentence.dependents(verb, "aux"))
    if any(tokens[c].text.lower() in NO for k in near for c in sentence.children[k]):
        return None
    lemma, passive = tokens[verb].lemma.lower(), is_passive(sentence, verb)
    if passive and matches(tokens[i].relation, ("nsubj:pass",)):
        return words.negated_passives.get(lemma)
    if passive:
        return None
    if matches(tokens[i].relation, ("nsubj",)) and lemma in words.coming:
        return ABSENT
    subjects = sentence.dependents(verb, "nsubj")
    asked = lemma in ("invite", "include", "involve", "consult")
    if matches(tokens[i].relation, ("obj",)) and lemma in lexicon.load().classes["seeing_somebody"]:
        return "not_invited"  # "met everybody but the rebels"
    of_talks = lemma in ("include", "involve") and not any(tokens[s].lemma.lower() in words.events for s in subjects)
    if matches(tokens[i].relation, ("obj",)) and asked and not of_talks:
        return words.negated_passives.get(lemma)
    return None
