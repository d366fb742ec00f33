"""On whose behalf somebody acted at the time of an event, where that is not whom he speaks for when the text is published (rule R10).

"In 2022 Charles Michel brought the leaders together" means the European Union in a text of 2025 too, when he holds no office any more.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.actors import Knowledge, Resolution
from dragoman.coder.draft.filled import Filled
from dragoman.records import When

_BY_OFFICE = "person:"
"""Beginning of the reason where a person is known by himself, and not by the title that the text gives him."""
_BY_TITLE = ": title"


def in_capacity(
    people: Sequence[Filled], date: When | None, published: str | None, knowledge: Knowledge
) -> list[Filled]:
    """The participants, each person with the office that he held on the days of the event, if they are told and past."""
    if date is None or date.start is None or (published is not None and date.start >= published):
        return list(people)
    days = date.start, date.end or date.start
    return [_then(filled, days, knowledge) for filled in people]


def _then(filled: Filled, days: tuple[str, str], knowledge: Knowledge) -> Filled:
    now = filled.mention.resolution
    if now.person is None or not now.why.startswith(_BY_OFFICE) or now.why.endswith(_BY_TITLE):
        return filled
    # of a whole year a part is enough
    held = {r.actor: r for day in days if (r := _in_office(now.person.name, day, knowledge)) is not None}
    if len(held) != 1 or now.actor in held:
        return filled
    return msgspec.structs.replace(
        filled, mention=msgspec.structs.replace(filled.mention, resolution=held.popitem()[1])
    )


def _in_office(name: str, day: str, knowledge: Knowledge) -> Resolution | None:
    """Whom a person speaks for on a day by an office that he holds then."""
    found = knowledge.resolver.resolve(name, published=day)
    return found if found.person is not None and found.person.name == name and found.person.office is not None else None
