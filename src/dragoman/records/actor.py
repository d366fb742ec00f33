"""Who a phrase means, as `coder.resolve` answers."""

from __future__ import annotations

import msgspec


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor; every field is None where the phrase does not tell.

    Attributes:
        id: ISO 3166-1 alpha-3 for a state and its government, else a slug ("igo:un").
        actor_type: codebook 2.1.
        country: alpha-3.
        sector: PLOVER sector.
        person: name of the person meant.
        office: office type (codebook 1.9) held at the date.
        why: which entry and which rule.
    """

    id: str | None = None
    name: str | None = None
    actor_type: str | None = None
    country: str | None = None
    sector: str | None = None
    person: str | None = None
    office: str | None = None
    why: str | None = None
