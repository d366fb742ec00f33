"""Takes up what a document said before: a bare surname, "the group", "the president", "the rebels", "lawmakers"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dragoman.actors.matcher import fold
from dragoman.actors.resolution import COMPOSED, Resolution
from dragoman.actors.rows import Role
from dragoman.actors.words import GROUP_NOUNS, JUNTAS, STATE_NOUNS

Home = Callable[[str | None], bool]
"""Whether a country may be the one at home in the conflict spoken of."""
Ruled = Callable[[str], bool]
"""Whether officers may rule a country."""
Holder = Callable[[str], str | None]
"""Name of who holds the office asked for in a state, None where not known."""
_ALIKE = frozenset({"REB", "SEP"})
"""Sectors of which news says "rebels"."""
_GROUP_TYPES = frozenset({"armed_group", "umbrella", "political_party", "de_facto_entity"})
_OF_A_CHURCH = frozenset({"VAT"})
"""States whose head is called by none of the titles of others: "the president" after the Pope is another."""


def earlier_by_surname(name: str, known: Sequence[Resolution]) -> Resolution | None:
    """The earlier person whose name has all words of `name`; None where none or several do."""
    words = set(fold(name).lower().split())
    found = {
        r.person.name: r
        for r in known
        if r.person is not None and words <= set(fold(r.person.name).lower().replace("-", " ").split())
    }
    if len(found) != 1:
        return None
    return _again(next(iter(found.values())), "named earlier")


def earlier_by_noun(noun: str, known: Sequence[Resolution], may_be_home: Home) -> Resolution | None:
    """The one group, or the one government that may be at home here, spoken of before, for "the group" or "the country"."""
    word = noun.lower()
    if word in GROUP_NOUNS:
        return _only((r for r in known if r.actor_type in _GROUP_TYPES), f"'{word}' said earlier")
    if word in STATE_NOUNS:
        states = [
            r
            for r in known
            if r.actor_type in ("state", "government_body") and not _is_apart(r) and may_be_home(r.country)
        ]
        if word == "country" and states:
            return _again(
                states[-1], f"'{word}'", person=False
            )  # the state named last, where a government is that of the text
        return _only(states, f"'{word}'")
    return None


def earlier_by_role(
    role: Role,
    known: Sequence[Resolution],
    may_be_home: Home,
    holder: Holder = lambda _: None,
    may_have_junta: Ruled = lambda _: True,
) -> Resolution | None:
    """The one earlier holder of an office, or the one earlier group of that sector; None where unclear.

    Args:
        holder: who holds the office of that title in a state; a head of another title ("Supreme Leader") is then not meant.
    """
    if role.office_type:
        titled = {r.actor: holder(r.actor) for r in known if r.person is not None and r.actor is not None}
        found = {
            r.person.name: r
            for r in known
            if r.person is not None
            and (r.country not in _OF_A_CHURCH or role.sector == "REL")
            and (r.person.name == name if (name := titled.get(r.actor or "")) else _holds(r.person.office, role))
        }
        if len(found) == 1:
            return _again(next(iter(found.values())), "office named earlier")
    if role.sector == "LEG":
        return _only((r for r in known if r.sector == "LEG"), "parliament named earlier")
    if role.office_type:
        return None
    if role.sector in COMPOSED:
        same = _only((r for r in known if r.sector == role.sector), "group named earlier")
        if same is None and role.sector == "REB" and not any(r.sector == role.sector for r in known):
            # "the rebels" after the Free Aceh Movement, which fights to secede
            groups = (r for r in known if r.sector in _ALIKE and r.actor_type in _GROUP_TYPES)
            return _only(groups, "group named earlier")
        return same
    if role.phrase in JUNTAS:
        states = [r for r in known if r.country and r.actor == r.country and may_have_junta(r.country)]
        juntas = [r for r in states if r.sector == "MIL"] or [r for r in known if _is_junta(r)]
        return _only(juntas, "junta named earlier") or _only(states, "junta of it")
    return earlier_by_noun(role.phrase.removeprefix("federal "), known, may_be_home)


def _holds(office: str | None, role: Role) -> bool:
    """Whether somebody's office is that of a title; offices of no type of their own are told by their words: "the Vice-President"."""
    if office == role.office_type:
        return True
    words = (office or "").lower().replace("-", " ")
    return role.office_type == "other" and words.startswith(role.phrase.replace("-", " "))


def _is_apart(known: Resolution) -> bool:
    """Whether somebody is a body that acts apart from its state: Congress is no government."""
    return (known.actor or "").startswith("gov:")


def _is_junta(known: Resolution) -> bool:
    """Whether somebody is a junta with an entry of its own among the groups: Myanmar's."""
    return known.actor_type == "government_body" and (known.actor or "").startswith("group:")


def _only(found: Iterable[Resolution], why: str) -> Resolution | None:
    actors = {r.actor: r for r in found if r.actor is not None}
    return _again(next(iter(actors.values())), why, person=False) if len(actors) == 1 else None


def _again(answer: Resolution, why: str, *, person: bool = True) -> Resolution:
    return Resolution(
        actor=answer.actor,
        name=answer.name,
        actor_type=answer.actor_type,
        country=answer.country,
        sector=answer.sector,
        person=answer.person if person else None,
        why=f"{answer.actor}: {why}",
        confidence=min(answer.confidence, 0.7),
    )
