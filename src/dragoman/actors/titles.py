"""Titles that news gives without a country, because everybody knows whose they are: "Secretary of State George Shultz", "Rep. Liz Cheney"."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.actors.offices import Scene
from dragoman.actors.people import People
from dragoman.actors.phrase import NounPhrase
from dragoman.actors.resolution import Entries, Resolution
from dragoman.actors.rows import UsualTitle

_AMERICAN = frozenset(
    {"administration", "administration official", "senior administration official", "top administration official"}
)
"""What with nobody named before it is the American government's, in news that speaks of America at all."""
_LAWMAKERS = frozenset({"congressman", "congresswoman", "rep", "sen", "senator"})
_DEPARTMENTS = ("defence", "northern ireland", "scotland", "wales", "the colonies")
"""Of what a British minister, and no American one, is Secretary of State: "Secretary of State for Northern Ireland"."""


def elsewhere(name: str, scene: Scene, titles: Mapping[str, UsualTitle]) -> str | None:
    """The one other state spoken of whose body bears a name that is usually another's, of whom nobody speaks: "Congress" in a text on Colombia that
    does not name America."""
    row = titles.get(name.lower())
    if row is None:
        return None
    spoken = {c for c in (row.actor_id, *row.others) if scene.around.countries[c] or scene.around.named[c]}
    spoken |= {r.country for r in scene.known if r.country in (row.actor_id, *row.others)}
    return spoken.pop() if len(spoken) == 1 and row.actor_id not in spoken else None


def usual_owner(
    phrase: NounPhrase, scene: Scene, people: People, entries: Entries, titles: Mapping[str, UsualTitle]
) -> Resolution | None:
    """The state that a title of nobody named beside it means; None for a title that many states have, and where the words around or the
    answers before speak of several that have it.

    Args:
        titles: the rows of `usual_titles.csv` by their title.
    """
    role = phrase.core[-1].role
    if role is None or (phrase.core[-1].plural and role.phrase not in _AMERICAN | _LAWMAKERS):
        return None
    if role.phrase in _AMERICAN and len(phrase.core) == 1 and not phrase.tails:
        told = scene.around.countries["USA"] or scene.around.named["USA"] or "USA" in scene.around.usual
        told = told or any(r.country == "USA" for r in scene.known)
        return entries.answer("USA", f"'{role.phrase}' where America is spoken of", 0.6) if told else None
    title = "secretary of state" if role.phrase.endswith("secretary of state") else role.phrase
    row = titles.get(title)
    if row is None:
        return None
    usual = row.actor_id
    behind = [" ".join(i.text.lower() for i in t.items) for t in phrase.tails if t.joint == "for"]
    if title == "secretary of state" and any(b.startswith(_DEPARTMENTS) for b in behind):
        usual = "GBR"
    bearers = people.bearers_of_title(title) | {usual, *row.others}
    spoken = {c for c in bearers if scene.around.countries[c] or scene.around.named[c]}
    spoken |= {r.actor for r in scene.known if r.actor in bearers}
    if not spoken and phrase.core[-1].text.islower() and len(bearers) > 1:
        return None  # "his foreign secretary"
    meant = spoken if spoken and usual not in spoken else {usual}
    if title in _LAWMAKERS and usual not in meant:
        return None  # American papers write of senators without naming their own country
    return entries.answer(meant.pop(), f"'{phrase.core[-1].text}' of nobody else", 0.7) if len(meant) == 1 else None
