"""The two sides of talks that the wording itself pairs: "talks between A and B", "their talks"."""

from __future__ import annotations

from dragoman.coder.at_the_table.third_parties import event_nouns
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import FINER, MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import MOVEMENTS
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.names.coordination import ACTS, HYPHENS, hyphened, whose
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence

_NAMED = frozenset({"PER", "ORG", "LOC"})
JOINED = "a hyphen joins them before the talks"
"""Rule of the two of "the Trump-Kim summit"."""
_BETWEEN = "the talks are between it and others"
_THEIRS = "the talks are theirs"
_PAIRING = (JOINED, _BETWEEN, _THEIRS)


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
                found.append(Filled(mention, "party", 1.0, _BETWEEN))
    return found


def paired(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants, with the two that a hyphen joins before the talks as their parties: "the Trump-Kim summit"."""
    for noun in event_nouns(sentence, candidate.words, words):
        if sentence.tokens[noun].lemma.lower() not in words.events - ACTS:  # "a Saudi-American initiative" is theirs
            continue
        for pair in _hyphened(sentence, mentions, noun, words):
            sides = [mentions.one_of_pair(sentence, i) for i in pair]
            actors = {m.resolution.actor for m in sides}
            if len(actors) < len(sides) or not actors - {None}:
                continue
            first, last = pair[0], pair[-1]
            kept = [f for f in kept if not (first <= f.mention.head <= last and f.mention.sentence == sentence.index)]
            told = {f.mention.resolution.actor for f in kept if f.role == "party"}
            kept = [*kept, *(Filled(m, "party", 1.0, JOINED) for m in sides if m.resolution.actor not in told)]
    return kept


def _hyphened(sentence: Sentence, mentions: Mentions, noun: int, words: ThirdPartyWords) -> list[tuple[int, int]]:
    """Pairs of names with a hyphen between them before a noun, no name of several parts like "Guinea-Bissau"."""
    tokens = sentence.tokens
    found: list[tuple[int, int]] = []
    for i in range(1, noun - 1):
        before, mark, behind = tokens[i - 1 : i + 2]
        names = all(t.upos == "PROPN" and t.text[:1].isupper() and t.name[2:] in _NAMED for t in (before, behind))
        peoples = all(
            t.upos in ("ADJ", "PROPN") and t.text[:1].isupper() for t in (before, behind)
        )  # "Sino-Indian talks"
        if (
            mark.text not in HYPHENS
            or not (names or (peoples and hyphened(sentence, mentions, i + 1)))
            or noun not in (*sentence.ancestors(i - 1), *sentence.ancestors(i + 1))
        ):
            continue
        if any(t.upos not in ("NOUN", "ADJ") or words.tied_by(t) for t in tokens[i + 2 : noun]):
            continue  # "the Trump-Putin summit in Helsinki and the talks", "Franco-German brokered talks"
        whole = mentions.name_around(sentence, i - 1)
        alone = i < len(("a", "-", "b")) - 1 or tokens[i - 2].upos != "PROPN"
        if alone and (whole is None or whole[1] < i):
            found.append((i - 1, i + 1))
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
            return [*rest, *(Filled(mention, "party", 1.0, _THEIRS) for mention in meant)]
    return kept


def none_mediates(kept: list[Filled]) -> list[Filled]:
    """The participants; whoever is one of the two between whom talks are held, or is a movement and a side, does not mediate the same talks."""
    sides = {f.mention.actor for f in kept if f.role == "party" and (f.rule in _PAIRING or _is_movement(f))} - {None}
    for f in kept:
        if f.role in MEDIATORS and f.rule == "model" and f.mention.actor in sides:
            f.role = "party"
    return kept


def _is_movement(filled: Filled) -> bool:
    return filled.mention.resolution.actor_type in MOVEMENTS
