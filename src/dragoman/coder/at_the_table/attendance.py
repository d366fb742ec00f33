"""Who only comes to a meeting, or looks on, does not mediate it (R21): "talks attended by the American ambassador", "watched by diplomats"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import IN_PHRASE, OF_STATES
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group

SENT = frozenset({"envoy", "emissary"})
CAME = " by'"
"""End of the rule of those by whom a meeting was attended."""
_TWO = 2
_READ_SO = MEDIATORS | {"observer", "participant", "witness"}


def with_attendance(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants; those by whom a meeting was attended or watched are there as what they are called ("observers"), else as who was there.

    Whoever is called an envoy or mediator, or comes from an organisation of states, may well mediate where he comes to.
    """
    if candidate.label not in group("assisted") or candidate.label in group("truces"):
        return kept
    attended = _attending_verbs(sentence, words)
    come = [
        (f, path)
        for f in kept
        if f.mention.sentence == sentence.index
        and _verb_above(sentence, path := up_to(sentence, f.mention.head)) in attended
    ]
    sides = {f.mention.actor or f.mention.text for f in kept if f.role == "party" and all(f is not o for o, _ in come)}
    for f, path in come:
        among = f.role == "party" and len(sides) > 1  # "attended by Norway, it brought together A and B"
        acts = _acts(sentence, f, path, words) and not (f.role == "observer" and not called_so(sentence, f, words))
        if (f.role in _READ_SO or among) and not f.rule.startswith(TIED) and not acts:
            f.role, f.rule = _came_as(sentence, path, words)
    if len(sides) == 1 and candidate.label in group("talks_of_parties"):
        return kept  # who came may be the other side; where no side is named, foes among them are (`both_sides`)
    taken = {f.mention.head for f in kept if f.mention.sentence == sentence.index}
    for verb, met in attended.items():
        for i in verb_slots(sentence, verb)["by"] if met & set(candidate.words) else []:
            mention = mentions.at(sentence, i)
            if mention.known and not taken & {i, *sentence.subtree(i)}:
                role, rule = _came_as(sentence, up_to(sentence, i), words)
                kept.append(Filled(mention, role, 1.0, rule))
    return kept


def _came_as(sentence: Sentence, path: list[int], words: ThirdPartyWords) -> tuple[str, str]:
    """Role and rule of those who came: by what they are called, or else by the verb."""
    told = (words.functions.get(sentence.tokens[i].lemma.lower()) for i in path)
    verb = sentence.tokens[_verb_above(sentence, path)]
    return next((role for role in told if role), words.attending[verb.lemma.lower()]), f"{TIED} '{verb.text}{CAME}"


def up_to(sentence: Sentence, head: int) -> list[int]:
    """A word and those above it in its phrase: "France", "Belgium", "diplomats" of "diplomats from Belgium and France"."""
    path = [head]
    while True:
        token = sentence.tokens[path[-1]]
        if token.head < 0 or not matches(token.relation, IN_PHRASE):
            return path
        if preposition(sentence, token.i) not in (None, "of", "from"):
            return path
        path.append(token.head)


def _verb_above(sentence: Sentence, path: list[int]) -> int:
    """The verb whose agent a phrase is, -1 for none: "attended" of "attended by envoys"."""
    return sentence.tokens[path[-1]].head if preposition(sentence, path[-1]) == "by" else -1


def _attending_verbs(sentence: Sentence, words: ThirdPartyWords) -> dict[int, set[int]]:
    """Passive verbs by which people are told who came to a meeting, each with what they came to.

    What is watched or observed must be talks: "talks chaired by Beye and observed by diplomats", not "a truce observed by both sides".
    """
    found: dict[int, set[int]] = {}
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        if lemma not in words.attending or token.upos not in ("VERB", "ADJ"):
            continue
        by = [c for c in sentence.children[token.i] if preposition(sentence, c) == "by"]
        bare = token.relation == "conj" and token.head >= 0 and is_passive(sentence, token.head)
        if not by or not (is_passive(sentence, token.i) or bare):
            continue
        met = set(verb_slots(sentence, token.head if bare else token.i)["patient"])
        meets = any(sentence.tokens[i].lemma.lower() in words.events - words.truces for i in met)
        if meets or words.attending[lemma] == "participant":
            found[token.i] = met
    return found


def called_so(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether somebody's phrase calls him a mediator or an observer: "Chiefs of the UN's mediation", "observers from Togo"."""
    path = {*up_to(sentence, filled.mention.head), *range(filled.mention.first, filled.mention.last + 1)}
    return any(words.functions.get(sentence.tokens[i].lemma.lower()) for i in path)


def _acts(sentence: Sentence, filled: Filled, path: list[int], words: ThirdPartyWords) -> bool:
    """Whether those who came are called mediators, or one is an envoy or comes from an organisation of states."""
    tokens = sentence.tokens
    here = {*path, *range(filled.mention.first, filled.mention.last + 1)}
    mediates = any(words.functions.get(tokens[i].lemma.lower()) in MEDIATORS for i in here)
    envoy = any(t.lower() in SENT for t in (tokens[i].text for i in here))
    of_states = filled.mention.resolution.actor_type in OF_STATES
    return mediates or envoy or (of_states and not called_so(sentence, filled, words))
