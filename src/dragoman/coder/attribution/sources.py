"""Kind of a source by the words that name it and by whom it speaks for (codebook 1.4, rule R28).

A person's name makes a source named, a common noun alone ("a spokesman") unnamed; the actor spoken for tells official from party.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.ontology import lexicon

_NAMED = {"unnamed_official": "named_official", "unnamed_party": "named_party"}


class SourceKinds:
    """Source types by phrase.

    Args:
        phrases: lower-case phrase → source type of codebook 1.4.
    """

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._kinds = dict(phrases)
        ordered = sorted(phrases, key=len, reverse=True)
        self._pattern = (
            re.compile(r"\b(" + "|".join(re.escape(p) for p in ordered) + r")s?\b", re.IGNORECASE) if ordered else None
        )

    def by_phrase(self, description: str, head: int) -> str | None:
        """Source type of the longest run of words that ends with the description's noun or behind it ("people familiar with").

        Args:
            head: end of the noun, in characters of the description: "White House" in "White House officials" tells nothing.
        """
        runs = [m.group(1) for m in self._pattern.finditer(description) if m.end() >= head] if self._pattern else []
        runs = [r for r in runs if " " in r]
        return self._kinds[max(runs, key=len).lower()] if runs else None

    def by_head(self, words: list[str], lemma: str) -> str | None:
        """Source type of a phrase by the noun that it ends in, the longest run of words first ("aid worker"); None where none says.

        Args:
            words: the phrase up to its head. lemma: of the head.
        """
        low = [w.lower() for w in words]
        for start in range(max(0, len(low) - 3), len(low)):
            # The lemma of "aides" may be read as "aid".
            for last in (low[-1], lemma.lower(), low[-1].removesuffix("s")):
                if kind := self._kinds.get(" ".join([*low[start:-1], last])):
                    return kind
        return None


def source_type(
    kind: str | None, sector: str | None, *, person: bool = False, known: bool = False, single: bool = False, party: bool = False
) -> str:  # fmt: skip
    """Source type (codebook 1.4) of a speaker.

    Args:
        kind: what the words say (`SourceKinds`).
        sector: PLOVER sector of the actor that the speaker is or speaks for.
        person: a person is named, or known by a unique office.
        known: the actor is known by name.
        single: the words mean one or some of many ("a rebel", "three insurgents").
        party: other words of the phrase tell of a conflict party ("a rebel commander").
    """
    side = lexicon.load().source_words.named.get(sector or "")
    party = party or side == "named_party"
    if kind is None and party and side is None:
        return "named_party" if person or (known and not single) else "unnamed_party"
    if kind is None or (kind == "none" and (known or person)):
        return side or ("named_official" if person else "none")
    if kind == "unnamed_participant":
        # Who mediates is no expert, whatever he does else.
        return ("named_party" if party or side == "named_party" else "named_official") if person else kind
    if kind in _NAMED:
        if party:
            kind = "unnamed_party"
        elif side == "named_official":
            kind = "unnamed_official"
        elif side == "expert":
            return side
        return _NAMED[kind] if person else kind
    if kind == "named_party":
        return kind if person or (known and not single) else "unnamed_party"
    return "named_party" if kind == "named_official" and party else kind
