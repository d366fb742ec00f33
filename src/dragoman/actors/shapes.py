"""What the build of a phrase tells of it: who bears its title, whether it means somebody not named before."""

from __future__ import annotations

import msgspec

from dragoman.actors import names
from dragoman.actors.phrase import Item, NounPhrase, Tail
from dragoman.actors.words import OTHERS, PLAIN_ENDINGS, SEPARATE


def is_of_group(phrase: NounPhrase) -> bool:
    """Whether the word before the head is a group's name, so that the head says what it is: "the Huthi movement", "the FARC group"."""
    before = phrase.core[-2:-1]
    named = bool(before) and before[0].name is not None and set(before[0].name.kinds) == {"group"}
    return named and not any(i.text.lower() in OTHERS for i in phrase.core[:-2])


def bearer_of(phrase: NounPhrase) -> Item | None:
    """The person of the tables right behind a title that tells what it is for: "Special Envoy for the Horn of Africa Mike Hammer"."""
    title = phrase.core[-1]
    if title.role is None or title.plural or not title.role.office_type or not phrase.tails:
        return None
    last = phrase.tails[-1]
    if last.joint not in ("for", "of") or len(last.items) < 2 or any(i.role for i in last.items):
        return None
    if last.items[-2].text == "'s":
        return None  # "a spokesman for Israel's Netanyahu"
    return last.items[-1] if names.ends_in_person(last.items) else None


def without_last(tail: Tail) -> Tail:
    """What follows a joint, but for its last piece."""
    return msgspec.structs.replace(tail, items=tail.items[:-1])


def means_another(phrase: NounPhrase) -> bool:
    """Whether words before an office tell of somebody not named before: "the Chechen leader", "Karabakh's minister", "both presidents",
    "a second rebel group"."""
    head, before = phrase.core[-1], phrase.core[:-1]
    if any(w in OTHERS for i in before for w in i.text.lower().split()):
        return True
    named = any(i.kind == "name" or (i.kind == "cap" and k) for k, i in enumerate(before))
    begins = bool(before) and before[0].kind == "cap" and not before[0].text.lower().endswith(PLAIN_ENDINGS)
    behind = any(i.kind in ("name", "cap") for t in phrase.tails if t.joint in ("of", "in") for i in t.items)
    several = head.plural and head.role is not None and (bool(head.role.office_type) or head.role.phrase in SEPARATE)
    return bool(phrase.owner) or named or begins or behind or several
