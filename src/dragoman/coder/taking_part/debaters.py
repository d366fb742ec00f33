"""Who only speaks of talks: "Clinton and Kohl discussed the Bosnian talks" makes neither of them a side."""

from __future__ import annotations

from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.at_the_table.who_meets import may_assist
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import ABOUT, DISCUSSING
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.slots import verb_slots
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_INFORMING = frozenset({"brief", "inform", "update", "consult", "speak", "confer", "talk", "advise", "tell"})
_MARGINS = frozenset({"sideline", "margin", "fringe", "sidelines", "margins"})


def without_debaters(
    sentence: Sentence, candidate: Candidate, people: list[Filled], words: ThirdPartyWords, sides: Sides
) -> list[Filled]:
    """The participants of talks without those who only speak or are told of them, or meet before them, and are no side of their matter.

    "Clinton and Kohl discussed the Bosnian talks", "briefed British officials on the talks between Colombo and the Tigers".
    """
    if candidate.label not in group("talks_of_parties"):
        return people
    noun = candidate.words[-1]
    people = _without_margins(sentence, noun, people)
    verb = _told_of(sentence, noun)
    if verb is None or verb in candidate.words or sentence.tokens[noun].lemma.lower() not in words.events:
        return people
    slots = verb_slots(sentence, verb)
    debating = {*slots["agent"], *slots["with"], *slots["patient"]} - {noun}
    partners = [c for c in sentence.dependents(noun, "nmod") if preposition(sentence, c) == "with"]
    debating |= {i for c in partners for i in conjuncts(sentence, c)}  # however the parser ties them
    start, end = sentence.slice(min(sentence.subtree(noun)), max(sentence.subtree(noun)))
    matter = sides.countries_in(_but_with(sentence, noun, start, end))

    def only_debates(f: Filled) -> bool:
        if f.mention.sentence != sentence.index:
            return False
        title = sentence.tokens[f.mention.head]  # "Foreign Minister" before the name
        heads = {*range(f.mention.first, f.mention.last + 1)} | (
            {title.head} if title.relation == "nmod:desc" else set()
        )
        here = bool(heads & debating)
        actor, country = f.mention.resolution.actor, f.mention.resolution.country
        third = may_assist(f) or f.mention.resolution.actor_type == "individual_mediator"
        return here and third and country not in matter and not any(sides.foes(actor or "", c) for c in matter)

    return [f for f in people if f.rule.startswith(TIED) or not only_debates(f)] if matter else people


def _without_margins(sentence: Sentence, noun: int, people: list[Filled]) -> list[Filled]:
    """The participants of talks without those who meet each other at the margin: "the donors met on the sidelines of talks between the two"."""
    above = sentence.tokens[noun].head
    if above < 0 or sentence.tokens[above].lemma.lower() not in _MARGINS or preposition(sentence, noun) != "of":
        return people
    verb = sentence.tokens[above].head
    if verb < 0 or sentence.tokens[verb].upos not in ("VERB", "NOUN"):
        return people
    slots = verb_slots(sentence, verb)
    there = {*slots["agent"], *slots["with"], *slots["patient"]}
    return [f for f in people if f.mention.sentence != sentence.index or f.mention.head not in there]


def _told_of(sentence: Sentence, noun: int) -> int | None:
    """The verb of speaking of talks ("discussed the talks", "briefed officials on the talks"), or of meeting before them ("on the eve of")."""
    about = False
    while sentence.tokens[noun].relation == "nmod" and preposition(sentence, noun) in ("of", *ABOUT):
        if sentence.tokens[sentence.tokens[noun].head].upos not in ("NOUN", "PROPN"):
            break
        if sentence.tokens[noun].lemma.lower() == "eve":
            break
        about = about or preposition(sentence, noun) in ABOUT
        noun = sentence.tokens[noun].head
    token = sentence.tokens[noun]
    seeing = lexicon.load().classes["seeing_somebody"]
    if token.lemma.lower() == "eve":  # "in Paris on the eve of the talks", however it is tied
        return next((i for i in sentence.ancestors(noun) if sentence.tokens[i].lemma.lower() in seeing), None)
    if token.head < 0 or sentence.tokens[token.head].upos != "VERB":
        return None
    lemma, oblique = sentence.tokens[token.head].lemma.lower(), matches(token.relation, ("obl",))
    discussed = token.relation == "obj" and lemma in DISCUSSING
    told = lemma in _INFORMING and (about or (oblique and preposition(sentence, noun) in ABOUT))
    before = preposition(sentence, noun) in ("before", "ahead") and lemma in seeing
    return token.head if discussed or told or before else None


def _but_with(sentence: Sentence, noun: int, start: int, end: int) -> str:
    """The words of a phrase up to those with whom it is held: "the Congo talks" of "discuss the Congo talks with Museveni"."""
    partners = [c for c in sentence.children[noun] if c > noun and preposition(sentence, c) in ("with", "in", "at")]
    if partners:
        end = min(end, sentence.tokens[min(sentence.subtree(partners[0]))].start)
    return sentence.text[start - sentence.start : end - sentence.start]
