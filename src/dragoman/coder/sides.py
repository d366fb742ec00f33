"""The two sides of talks that the wording itself pairs: "talks between A and B", "their talks"."""

from __future__ import annotations

from dragoman.coder.coordination import whose
from dragoman.coder.filled import Filled
from dragoman.coder.functions import FINER
from dragoman.coder.judge import Candidate
from dragoman.coder.mentions import Mentions
from dragoman.coder.phrases import conjuncts, preposition
from dragoman.coder.slots import is_passive, verb_slots
from dragoman.coder.third_parties import ThirdPartyWords, event_nouns
from dragoman.language.parse import Sentence


def between(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The sides of "talks between A and B" whom nothing else named, also where a verb tells what became of the talks."""
    found: list[Filled] = []
    for noun in event_nouns(sentence, candidate.words, words):
        if sentence.tokens[noun].upos not in ("NOUN", "VERB"):
            continue
        sides = (
            verb_slots(sentence, noun)["between"]
            if sentence.tokens[noun].upos == "VERB"
            else [
                i
                for child in sentence.children[noun]
                if child > noun and preposition(sentence, child) == "between"
                for i in conjuncts(sentence, child)
            ]
        )
        for participle in sentence.dependents(noun, "acl"):
            if is_passive(sentence, participle):
                sides += verb_slots(sentence, participle)["between"]
        for i in sides:
            mention = mentions.at(sentence, i)
            taken = [f for f in [*kept, *found] if f.mention.first <= i <= f.mention.last]
            for f in taken:
                if f.rule == "model" and f.role in ("mediator", "participant"):
                    f.role = "party"
            if not taken and (mention.known or mention.pronoun or mentions.counted(sentence, mention)):
                found.append(Filled(mention, "party", 1.0, "the talks are between it and others"))
    return found


def theirs(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants, with those whom "their talks" means as the parties, unless the sentence names another."""
    for noun in event_nouns(sentence, candidate.words, words):
        if sentence.tokens[noun].lemma.lower() not in words.events:
            continue
        meant = whose(sentence, mentions, noun)
        actors = {m.resolution.actor for m in meant}
        named = {f.mention.resolution.actor for f in kept if f.role == "party" and not f.mention.pronoun}
        if meant and not named - actors and named != actors:
            third = [f for f in kept if f.role in FINER and f.mention.resolution.actor in actors]
            rest = [f for f in kept if f.role != "party" and f not in third]
            return [*rest, *(Filled(mention, "party", 1.0, "the talks are theirs") for mention in meant)]
    return kept
