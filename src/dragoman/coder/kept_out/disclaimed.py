"""Who says himself that he had no part in something, which keeps him out of nothing: "Russia said it was not involved in the talks"."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import HE_OR_THEY, HIS_OR_THEIR, MOVEMENTS, NO
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches

_PART = frozenset({"part", "role", "hand"})
_PLAYING = frozenset({"have", "play", "take"})


def disclaims(sentence: Sentence, mentions: Mentions, told: Iterable[int], words: ThirdPartyWords) -> bool:
    """Whether words that keep somebody out are those by which he tells that he has nothing to do with it."""
    said = disclaimers(sentence, mentions, words)
    return any(i in own for i in told for _, own in said)


def disclaimers(sentence: Sentence, mentions: Mentions, words: ThirdPartyWords) -> list[tuple[int, list[int]]]:
    """(who, words that say so) of those who tell that they have no part: "Washington said it had played no part in drafting the deal"; not
    "Kabul complained that it was not involved" nor "Kabul said it was not consulted", nor a government with whose rebels others talk."""
    tokens = sentence.tokens
    found = []
    for token in tokens:
        above = token.head
        if above < 0 or not matches(token.relation, ("ccomp",)) or tokens[above].lemma.lower() not in words.disclaiming:
            continue
        part = [c for c in sentence.dependents(token.i, "obj") if tokens[c].lemma.lower() in _PART]
        playing = token.lemma.lower() in _PLAYING and part
        if not playing and token.text.lower() != "involved":
            continue
        below = (token.i, *sentence.dependents(token.i, "aux"), *part)
        if not any(tokens[c].text.lower() in NO for k in below for c in sentence.children[k]):
            continue
        tellers = {tokens[s].text for s in sentence.dependents(above, "nsubj") if s < token.i}
        for s in sentence.dependents(token.i, "nsubj", "nsubj:pass") if tellers else ():
            own = any(tokens[c].text.lower() in HIS_OR_THEIR for c in sentence.dependents(s, "nmod:poss"))
            if _over_its_rebels(sentence, mentions, token.i, above):
                continue
            if own or tokens[s].text.lower() in HE_OR_THEY or tokens[s].text in tellers:
                found.append((s, [token.i, *part]))
    return found


def _over_its_rebels(sentence: Sentence, mentions: Mentions, denied: int, saying: int) -> bool:
    """Whether a government has no part in something with a movement of its own country: "Kabul said it was not involved in the talks between
    Washington and the Taliban"."""
    states = {
        mentions.at(sentence, s).resolution.country
        for s in (*sentence.dependents(denied, "nsubj", "nsubj:pass"), *sentence.dependents(saying, "nsubj"))
    } - {None}
    here = {*sentence.subtree(denied)}
    return any(
        m.head in here and m.resolution.actor_type in MOVEMENTS and m.resolution.country in states
        for m in mentions.of_sentence(sentence)
    )
