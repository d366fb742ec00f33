"""Whose deed it is that somebody else repels, punishes, deplores or suffers: "repelled a rebel attack", "sanctions imposed by Kenya for its
invasion of Uganda", "condemned the opposition leader's arrest"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import FOR_DEEDS, MEANWHILE, OBJECTS, POSSESSIVES
from dragoman.coder.grammar.phrases import conjuncts, first_of, preposition, stands_below
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.offers_of_others import with_authors
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.coder.taking_part.own_clause import is_agent, top_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_WHOSE = frozenset({"by", "from", None})
_WITHDRAWAL = "withdrawal_or_disengagement"
_RULE = "whose deed it is"


def with_doers(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants with those for doers whose deed or offer a noun tells, and not who only answers to it."""
    if candidate.label == "ceasefire_violated":
        return _without_bystanders(sentence, candidate, kept)
    if candidate.label == "ACCUSE":
        return _without_victims(sentence, candidate, kept)
    noun = candidate.words[-1]
    kept = _of_possessor(sentence, candidate, kept)
    deed = sentence.tokens[noun].upos == "NOUN" or sentence.tokens[noun].relation == "nmod"  # "a protest over firing"
    if candidate.label == _WITHDRAWAL and sentence.tokens[noun].upos == "NOUN":
        kept = _without_what_is_left(sentence, candidate, kept)
    if candidate.label not in group("hostile") or not deed:
        return with_authors(sentence, candidate, kept, words)
    _faced(sentence, candidate, kept)
    if candidate.label not in group("violence"):
        return kept
    kept = _blamed_for(sentence, noun, _by_whom(sentence, noun, kept))
    _repelled(sentence, candidate.words, kept)
    _suffered_by_owner(sentence, noun, kept)
    kept = [f for f in kept if not _punishes(sentence, noun, f) and not _complains(sentence, noun, f, words)]
    return _by_owner(sentence, mentions, noun, kept)


def _of_possessor(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """The participants without doers of other words where the deed itself tells whose it is: "Kenya's warning came after Uganda's refusal"."""
    noun = candidate.words[-1]
    if candidate.label.islower() or sentence.tokens[noun].upos != "NOUN":
        return kept
    named = [i for i in sentence.dependents(noun, "nmod:poss") if sentence.tokens[i].upos != "PRON"]
    owners = {k for i in named for k in conjuncts(sentence, i)}
    if not any(f.role == "initiator" and f.mention.head in owners for f in kept):
        return kept
    return [
        f
        for f in kept
        if f.role != "initiator"
        or f.mention.sentence != sentence.index
        or stands_below(sentence, f.mention.head, noun)
        or f.mention.head in candidate.words
    ]


def _without_what_is_left(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """The participants of a withdrawal without that from which it is for its doer: "the Ugandan withdrawal from Congo"."""
    away = [c for c in sentence.dependents(candidate.words[-1], "nmod") if preposition(sentence, c) == "from"]
    left = {k for c in away for k in conjuncts(sentence, c)}
    return [f for f in kept if f.role != "initiator" or f.mention.head not in left]


def _by_whom(sentence: Sentence, noun: int, kept: list[Filled]) -> list[Filled]:
    """The participants without doers outside its phrase where a deed's own "by" tells whose it is: "blamed Chad for attacks by the rebels"."""
    tokens = sentence.tokens
    own = {
        k
        for c in sentence.dependents(noun, "nmod")
        if preposition(sentence, c) == "by" or (tokens[c].relation == "nmod:poss" and tokens[c].upos == "PROPN")
        for k in conjuncts(sentence, c)
    }
    if not any(f.role == "initiator" and f.mention.head in own for f in kept):
        return kept
    return [f for f in kept if f.role != "initiator" or stands_below(sentence, f.mention.head, noun)]


def _blamed_for(sentence: Sentence, noun: int, kept: list[Filled]) -> list[Filled]:
    """The participants with him for the doer who is blamed for a deed, and without who blames him: "Kenya was condemned by Uganda over the raid"."""
    tokens, classes = sentence.tokens, lexicon.load().classes
    verb = tokens[noun].head
    if verb < 0 or preposition(sentence, noun) not in FOR_DEEDS or not is_passive(sentence, verb):
        return kept
    if tokens[verb].lemma.lower() not in {*classes["alleging"], *classes["disapproving"]}:
        return kept
    if sentence.dependents(noun, "nmod:poss") or any(
        preposition(sentence, c) == "by" for c in sentence.dependents(noun, "nmod")
    ):
        return kept
    blamed = {k for c in sentence.dependents(verb, "nsubj:pass") for k in conjuncts(sentence, c)}
    blaming = {k for c in sentence.dependents(verb, "obl") if is_agent(sentence, c) for k in conjuncts(sentence, c)}
    for f in kept:
        if f.mention.head in blamed and f.role == "recipient":
            f.role, f.rule = "initiator", _RULE
    return [f for f in kept if f.role != "initiator" or f.mention.head not in blaming]


def _repelled(sentence: Sentence, trigger: list[int], kept: list[Filled]) -> None:
    """Who repels an attack has it done to him by those whose it is: "Ugandan forces repelled an attack by the LRA"."""
    tokens, noun = sentence.tokens, trigger[-1]
    verb = tokens[noun].head
    if (
        verb < 0
        or verb in trigger
        or tokens[noun].relation not in OBJECTS
        or tokens[verb].lemma.lower() not in lexicon.load().classes["repelling"]
    ):
        return
    whose = {
        k for c in sentence.dependents(noun, "amod", "compound", "nmod") if preposition(sentence, c) in _WHOSE for k in conjuncts(sentence, c)
    }  # fmt: skip
    repellers = {
        k
        for c in sentence.children[verb]
        if (is_agent(sentence, c) if is_passive(sentence, verb) else tokens[c].relation == "nsubj")
        for k in conjuncts(sentence, c)
    }
    struck = any(f.role == "recipient" and f.mention.head not in whose for f in kept)
    for f in list(kept):
        if f.mention.head in whose and f.role == "recipient":
            f.role, f.rule = "initiator", _RULE
        elif f.role == "initiator" and (f.mention.head in repellers or top_of(sentence, f.mention.head) in repellers):
            if struck:
                kept.remove(f)
            else:
                f.role, f.rule = "recipient", _RULE


def _punishes(sentence: Sentence, noun: int, filled: Filled) -> bool:
    """Whether a phrase is by whom something is done to another for his deed: "sanctions imposed by Kenya for its invasion of Uganda"."""
    top = top_of(sentence, filled.mention.head)
    owned = any(sentence.tokens[i].text.lower() in POSSESSIVES for i in sentence.dependents(noun, "nmod:poss"))
    verb = sentence.tokens[noun].head
    if filled.role != "initiator" or not owned or preposition(sentence, noun) not in FOR_DEEDS or verb < 0:
        return False
    return is_agent(sentence, top) and sentence.tokens[top].head == verb


def _complains(sentence: Sentence, noun: int, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who complains of a deed or avenges it: "lodged a protest with Uganda over firing", "retaliated for the killing"."""
    tokens, classes = sentence.tokens, lexicon.load().classes
    head, case = first_of(sentence, filled.mention.head), preposition(sentence, noun)
    verb = tokens[noun].head
    if verb >= 0 and tokens[verb].upos == "NOUN":  # "its complaint over"
        verb = tokens[verb].head
    if filled.role != "initiator" or verb < 0 or tokens[head].head != verb or tokens[head].relation != "nsubj":
        return False
    lemma = tokens[verb].lemma.lower()
    if case == "for":
        return lemma in classes["avenging"]
    voices = any(tokens[i].lemma.lower() in classes["voiced"] for i in sentence.dependents(verb, "obj"))
    return case in ("over", "about", "against", "at") and (voices or lemma in words.reacting | {"complain"})


def _without_bystanders(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """The participants of a breach without the subject of the main clause where a clause of time with "fighting" or the like for its subject
    stands before it: "its trucks arrived before shelling resumed, breaking the truce"."""
    tokens = sentence.tokens
    verb = own_verb(sentence, candidate.words)
    if verb not in candidate.words or not tokens[verb].text.lower().endswith("ing") or tokens[verb].relation != "advcl":
        return kept
    above = tokens[verb].head
    times = [
        i
        for i in (above, *sentence.dependents(above, "advcl"))
        if i < verb and tokens[i].relation == "advcl" and preposition(sentence, i) in MEANWHILE
    ]
    last = max(times, default=-1)
    if last < 0 or not all(last in (i, *sentence.ancestors(i)) for i in range(last, verb) if tokens[i].upos != "PUNCT"):
        return kept
    subjects = sentence.dependents(last, "nsubj", "nsubj:pass")
    if any(tokens[i].mention in ("person", "organization") or tokens[i].upos in ("PROPN", "PRON") for i in subjects):
        return kept
    return [f for f in kept if f.role != "initiator" or stands_below(sentence, f.mention.head, last)]


def _by_owner(sentence: Sentence, mentions: Mentions, noun: int, kept: list[Filled]) -> list[Filled]:
    """The participants with him for the doer whose "its" stands before the deed: "Kenya was criticised for its offensive"."""
    if (
        any(f.role == "initiator" for f in kept)
        or sentence.tokens[noun].lemma.lower() in lexicon.load().classes["suffered"]
    ):
        return kept
    if preposition(sentence, noun) not in FOR_DEEDS:
        return kept
    for i in sentence.dependents(noun, "nmod:poss"):
        owner = mentions.at(sentence, i)
        same = [f for f in kept if f.role == "recipient" and owner.actor is not None and f.mention.actor == owner.actor]
        for f in same:
            f.role, f.rule = "initiator", _RULE
    return kept


def _suffered_by_owner(sentence: Sentence, noun: int, kept: list[Filled]) -> None:
    """Whose arrest or killing it is has it done to him: "condemned the opposition leader's arrest", "the general's killing"; not "Kenya's killing of
    the general"."""
    if sentence.tokens[noun].lemma.lower() not in lexicon.load().classes["suffered"]:
        return
    if any(preposition(sentence, c) == "of" for c in sentence.dependents(noun, "nmod")):
        return
    owners = sentence.dependents(noun, "nmod:poss")
    for f in kept:
        person = f.mention.resolution.person is not None or sentence.tokens[f.mention.head].mention == "person"
        if f.role == "initiator" and f.mention.head in owners and person:
            f.role, f.rule = "recipient", _RULE


def _without_victims(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """The participants of a charge without those whose arrest or killing is deplored: "condemned the arrest of the opposition leader"."""
    verb = own_verb(sentence, candidate.words)
    if candidate.label != "ACCUSE" or verb not in candidate.words:
        return kept
    things = [
        i for i in sentence.dependents(verb, *OBJECTS)
        if sentence.tokens[i].lemma.lower() in lexicon.load().classes["suffered"]
    ]  # fmt: skip
    done_to = {
        k
        for i in things
        for c in sentence.dependents(i, "nmod")
        if sentence.tokens[c].relation == "nmod:poss" or preposition(sentence, c) == "of"
        for k in conjuncts(sentence, c)
        if not (sentence.tokens[c].relation == "nmod:poss" and any(preposition(sentence, o) == "of" for o in sentence.dependents(i, "nmod")))
    }  # fmt: skip
    return [
        f for f in kept if f.role != "recipient" or not any(stands_below(sentence, f.mention.head, i) for i in done_to)
    ]


def _faced(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> None:
    """Who faces or risks an act has it done to him: "warned Kenya that it would face sanctions"."""
    tokens = sentence.tokens
    verb = own_verb(sentence, candidate.words)
    if verb < 0 or verb in candidate.words or tokens[verb].lemma.lower() not in lexicon.load().classes["suffering"]:
        return
    if not matches(tokens[first_of(sentence, candidate.words[-1])].relation, ("obj",)):
        return  # "lost 20 men during an assault"
    subjects = {k for i in sentence.dependents(verb, "nsubj") for k in conjuncts(sentence, i)}
    for f in kept:
        if f.role == "initiator" and f.mention.head in subjects:
            f.role, f.rule = "recipient", _RULE
