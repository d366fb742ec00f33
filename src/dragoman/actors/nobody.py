"""Role nouns that name people by what they are to another, or by a part of a country: opponents, allies, Kurdish leaders."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.actors.phrase import Item
from dragoman.actors.resolution import Resolution, unknown
from dragoman.actors.rows import Role
from dragoman.actors.words import FOLLOWING, FORMER, HONORIFICS, OPPOSING, PEOPLE_ENDINGS, PEOPLES

_OPPOSED = frozenset({"OPP", "PTY"})


def related(role: Role, head: Item, owner: Resolution | None) -> Resolution:
    """Who is named by what he is to another: opponents and supporters are of that one's country, allies are not."""
    why = f"'{head.text}' of another"
    country = owner.country if owner is not None and owner.actor_type not in ("igo", "regional_org") else None
    if role.phrase in OPPOSING:
        return Resolution(country=country, sector="OPP" if owner is not None else None, why=why)
    if role.phrase in FOLLOWING:
        if owner is not None and owner.sector in _OPPOSED and role.phrase != "victim":
            # who marches for the opposition's leader is of the opposition
            return msgspec.structs.replace(
                owner, person=None, why=f"{owner.actor}: '{head.text}' of it", confidence=0.6
            )
        return unknown(why, country)
    return Resolution(sector="GOV" if head.plural and role.sector == "GOV" else None, why=why)


def narrower(before: Sequence[Item], office: bool) -> str:
    """A capitalised word that narrows a country ("Kurdish", "Sunni"), else "".

    Before an office only peoples and parties count ("Special Presidential Envoy" is the state's).
    """
    for index, item in enumerate(before):
        word = item.text.lower()
        if item.kind != "cap" or word in HONORIFICS or word in FORMER:
            continue
        people = word.endswith(PEOPLE_ENDINGS) or word in PEOPLES
        if people or (index and not office):
            return item.text
    return ""
