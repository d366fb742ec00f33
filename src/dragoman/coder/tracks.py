"""The name of the track that a mention belongs to, where the text gives a cue (rule R19); None otherwise."""

from __future__ import annotations

import re

from dragoman.actors import Knowledge
from dragoman.coder.judge import Candidate
from dragoman.language.parse import Sentence, matches
from dragoman.records import Venue

_LABEL = re.compile(
    r"\b((?:[A-Z][\w’'-]+[ -]){1,2})(?:(?:peace|political|proximity|indirect|direct) )?(talks?|process|negotiations?|format|track|round|dialogue|conference|summit|platform)\b"
)
_NOUNS = frozenset({"talks", "talk", "negotiation", "process", "round", "conference", "track", "format", "summit", "meeting", "dialogue"})


class TrackNames:
    """Names tracks as people name them: place or format and "talks" ("Geneva talks", "Astana process", "Normandy format")."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._cities: dict[str, str | None] = {}

    def name(self, sentence: Sentence, candidate: Candidate, place: Venue | None) -> str | None:
        """Label by the trigger's own modifiers ("the Geneva talks"), else by a city venue ("talks in Astana")."""
        head = candidate.words[-1]
        if sentence.tokens[head].lemma.lower() in _NOUNS:
            for child in sentence.children[head]:
                token = sentence.tokens[child]
                if token.upos == "PROPN" and matches(token.relation, ("compound", "nmod")) and child < head:
                    city = self._city(token.text)
                    if city:
                        return f"{city} talks"
        if place is not None and (city := self._city(place.name)):
            return f"{city} talks"
        return None

    def _city(self, name: str) -> str | None:
        if name not in self._cities:
            found = self._knowledge.place(name)
            self._cities[name] = found.name if found is not None and found.kind in ("city", "capital", "venue") else None
        return self._cities[name]
