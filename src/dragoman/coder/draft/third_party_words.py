"""The word lists of `lexicon/third_parties.yaml`: how third parties, seats and company are tied to events."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dragoman.coder.draft.roles import MEDIATORS
from dragoman.language.parse import Token


class ThirdPartyWords(msgspec.Struct, frozen=True):
    """The lexicon file `third_parties.yaml`."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    prepositions: list[str]
    participation: list[str] = []
    favours: frozenset[str] = frozenset()
    text_verbs: Mapping[str, str] = {}
    watching: Mapping[str, str] = {}
    negated_passives: Mapping[str, str] = {}
    functions: Mapping[str, str] = {}
    doings: Mapping[str, str] = {}
    participles: Mapping[str, str] = {}
    attending: Mapping[str, str] = {}
    takes_part: Mapping[str, frozenset[str]] = {}
    of_talks: list[str] = []
    apart: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    led: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    answering: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    permitting: frozenset[str] = frozenset()
    backing: frozenset[str] = frozenset()
    charged: frozenset[str] = frozenset()
    callings: frozenset[str] = frozenset()
    ways: frozenset[str] = frozenset()
    travelling: frozenset[str] = frozenset()
    visits: frozenset[str] = frozenset()
    recording: frozenset[str] = frozenset()
    truces: frozenset[str] = frozenset()
    helping: frozenset[str] = frozenset()
    home_offices: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    delegates: frozenset[str] = frozenset()
    causing: frozenset[str] = frozenset()
    moving: frozenset[str] = frozenset()
    judging: frozenset[str] = frozenset()
    reacting: frozenset[str] = frozenset()
    vetoing: frozenset[str] = frozenset()
    stirring: frozenset[str] = frozenset()
    withstanding: frozenset[str] = frozenset()
    yielding: frozenset[str] = frozenset()
    occasions: Mapping[str, frozenset[str]] = {}
    acting_for: frozenset[str] = frozenset()
    doing_together: frozenset[str] = frozenset()
    made_of: frozenset[str] = frozenset()
    dating: frozenset[str] = frozenset()
    seizing: frozenset[str] = frozenset()
    charging: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    admitting: tuple[str, ...] = ()
    leaving_open: tuple[str, ...] = ()
    ordinals: frozenset[str] = frozenset()
    sittings: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    warring: frozenset[str] = frozenset()
    arms: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    being_there: frozenset[str] = frozenset()
    told_again: frozenset[str] = frozenset()
    kept_apart: Mapping[str, str] = {}
    coming: frozenset[str] = frozenset()
    disclaiming: frozenset[str] = frozenset()
    of_no_state: frozenset[str] = frozenset()
    seeking: frozenset[str] = frozenset()
    standings: frozenset[str] = frozenset()

    def verb(self, lemma: str) -> str | None:
        """Role by a verb's lemma, or by a participle that the tagger took for an adjective ("brokered")."""
        return _by_lemma(self.verbs, lemma)

    def participle(self, lemma: str) -> str | None:
        """The same for participles, which tie some more: "U.N.-led talks"."""
        return self.verb(lemma) or _by_lemma(self.participles, lemma)

    def tied_by(self, token: Token) -> str | None:
        """Role by a participle of the sentence, whose form is asked where its lemma is none ("led")."""
        return self.participle(token.lemma) or self.participle(token.text)

    def tells_of_mediation(self, lemma: str) -> bool:
        """Whether a word by itself speaks of somebody who assists: "mediator", "brokered", "auspices"."""
        role = self.verb(lemma) or self.nouns.get(lemma.lower()) or self.functions.get(lemma.lower())
        return role in MEDIATORS


def _by_lemma(table: Mapping[str, str], lemma: str) -> str | None:
    low = lemma.lower()
    return table.get(low) or table.get(low.removesuffix("ed")) or table.get(low.removesuffix("d"))
