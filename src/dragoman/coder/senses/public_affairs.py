"""Whether a text is of public affairs at all.

Neighbours sign truces, leagues hold talks and bands have mediators, in every word of peacemaking. What sets such texts apart is who
acts: they name no states, international bodies, armed groups or parties (codebook 2.1). News of any conflict names some, its country
at the least, and villages, tribes and clans that make peace count their dead. Texts of a sentence or two are not judged, since a reader
brings along what they leave out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.coder.names.mention import Mention
from dragoman.language.parse import Sentence
from dragoman.ontology.lexicon import Lexicon
from dragoman.records import EventMention

POLITICAL = frozenset(
    {"state", "igo", "regional_org", "armed_group", "government_body", "state_coalition", "umbrella", "de_facto_entity",
     "political_party", "unidentified"})  # fmt: skip
"""Actor types (codebook 2.1) of those between whom there is war and peace."""
WORDS = 25
"""A shorter text is not judged; one of up to `LONGER` only where no political actor is named at all."""
LONGER = 60
FEW = 3
"""Fewer names of political actors than this, and nothing in the text is an event."""
SOME = 8
"""Fewer than this, and no more than one known actor taking part in anything, and nothing is either.

Of 670 articles written for the project, drawn at random, in which the coder finds peacemaking, the rule loses none of the 607 that tell
of it and silences 50 of the 63 that do not (most of them trained on; the figures were set on others).
"""

_COMMUNITIES = 2
"""Different words for communities that a text on war among them has at least."""
_MANY = frozenset({"people", "person", "dozen", "score", "hundred", "thousand"})


def of_private_affairs(
    sentences: Sequence[Sentence],
    named: Iterable[Mention],
    events: Iterable[EventMention],
    lexicon: Lexicon,
) -> bool:
    """Whether nothing that a text tells is of politics.

    Args:
        named: the noun phrases that are names, each with who is meant.
        events: what was found.
        lexicon: its words for who fights ("rebels"): a text with one of them is of public affairs, known actors or not.
    """
    words = sum(len(s.tokens) for s in sentences)
    if words < WORDS:
        return False
    political = sum(1 for m in named if m.actor is not None and m.resolution.actor_type in POLITICAL)
    if political >= SOME or any(t.text.lower() in lexicon.words_of_arms for s in sentences for t in s.tokens):
        return False
    if of_communal_war(sentences, lexicon):
        return False
    if words < LONGER:
        return political == 0
    return political < FEW or sum(1 for e in events for p in e.participants if p.actor is not None) <= 1


def of_communal_war(sentences: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether a text tells of communities at war: "elders of both tribes signed a truce ... 60 people have been killed since March".

    Villagers, elders and bishops quarrel anywhere; where the dead are counted they are at war.
    """
    lemmas = {t.lemma.lower() for s in sentences for t in s.tokens}
    if len(lemmas.intersection(lexicon.classes["of_communities"])) < _COMMUNITIES:
        return False
    return any(
        not {t.lemma.lower() for t in s.tokens}.isdisjoint(lexicon.classes["of_the_dead"])
        and any(t.upos == "NUM" or t.lemma.lower() in _MANY for t in s.tokens)
        for s in sentences
    )
