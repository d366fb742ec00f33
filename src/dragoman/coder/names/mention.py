"""A noun phrase with who it means."""

from __future__ import annotations

import msgspec

from dragoman.actors import Resolution
from dragoman.records import Span


class Mention(msgspec.Struct):
    """One noun phrase. `head`, `first`, `last` are words of the sentence; `resolution` says who is meant."""

    sentence: int
    head: int
    first: int
    last: int
    span: Span
    resolution: Resolution
    pronoun: bool = False

    @property
    def known(self) -> bool:
        """Whether the phrase means an actor, by name or by kind ("rebels")."""
        return self.resolution.actor is not None or self.resolution.actor_type is not None

    @property
    def start(self) -> int:
        """First character of the phrase in the document's text."""
        return self.span.start

    @property
    def end(self) -> int:
        """Character behind the phrase."""
        return self.span.end

    @property
    def text(self) -> str:
        """The phrase as it stands in the text."""
        return self.span.text

    @property
    def actor(self) -> str | None:
        """Code of who is meant, as participants have it; None where nobody known is."""
        return self.resolution.actor

    @property
    def name(self) -> str | None:
        """Name of who is meant."""
        return self.resolution.name

    @property
    def country(self) -> str | None:
        """ISO alpha-3 of the state that the actor is or belongs to."""
        return self.resolution.country
