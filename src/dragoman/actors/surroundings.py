"""What the words around a phrase speak of: of "The president met the rebels in Bamako" Mali, its groups and its conflict."""

from __future__ import annotations

from collections import Counter

import msgspec


class Surroundings(msgspec.Struct, frozen=True):
    """What the words around speak of: countries with counts, groups, countries and parties of the conflict.

    `told` is the country where the caller gave its name or code and nothing else; `named` counts countries whose name may mean
    another thing, too ("Sudan", "Georgia"); `called` are those called by more than an adjective.
    """

    countries: Counter[str] = msgspec.field(default_factory=Counter)
    groups: tuple[str, ...] = ()
    conflict: tuple[str, ...] = ()
    given: bool = False
    told: str | None = None
    named: Counter[str] = msgspec.field(default_factory=Counter)
    parties: tuple[str, ...] = ()
    called: frozenset[str] = frozenset()

    def single(self) -> str | None:
        """The country they are about where they name no other at all, not even by a name that may mean another thing ("Niger")."""
        return (
            next(iter(self.countries))
            if len(self.countries) == 1 and self.named.keys() <= self.countries.keys()
            else None
        )

    def only(self) -> str | None:
        """The one country they are about, None where there are several.

        Of a known conflict it is one of its countries. Else a country named once may be host, broker or guest.
        """
        inside = [c for c in self.conflict if c in self.countries] or list(self.conflict)
        if len(inside) == 1:
            return inside[0]
        single = self.single()
        return single if single and self.countries[single] > 1 and not self.conflict else None

    def may_be_home(self, country: str | None) -> bool:
        """Whether "the government" may be that country's: it is in the conflict spoken of, or named more than once."""
        if self.conflict:
            return country in self.conflict
        return max(self.countries[country or ""], self.named[country or ""]) > 1 or not self.given
