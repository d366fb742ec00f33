"""Who is kept out or stays away, how and from what, and everybody who says so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from dragoman.records import ExclusionRow
from dragoman.reports.cards import Told
from dragoman.reports.material import Material
from dragoman.reports.notes import Notes
from dragoman.reports.say import capital, counted, day, listed
from dragoman.reports.seats import from_what, how, seated
from dragoman.reports.words import words


class ExclusionView(msgspec.Struct, frozen=True, kw_only=True):
    """Who is kept out, how and from what, and everybody who says so."""

    who: str
    how: str
    source: str
    by: str
    says: list[Told]


def exclusions(material: Material, notes: Notes, most: int = 30) -> list[ExclusionView]:
    """Exclusions, those of known actors first and of whom most reports tell; who says so is listed with the date."""
    grouped: dict[tuple[str, str, str, bool], list[ExclusionRow]] = defaultdict(list)
    there = seated(material)
    rows = material.recent_exclusions()
    reports = reports_of(rows)
    for row in rows:
        grouped[(row.excluded_name, row.mode, from_what(material, row), row.id in there)].append(row)
    views = []
    shown = sorted(
        grouped.items(),
        key=lambda item: (not item[1][0].excluded_actor, -reports[item[0][0]], item[0][0], -len(item[1]), item[0]),
    )[:most]
    material.mentions.places.want(row.mention_id for _, some in shown for row in some[:6])
    for (who, _, source, _), some in shown:
        reasons = {row.reason for row in some} - {"not_stated"}
        by = {material.names.actor(row.excluded_by) for row in some if row.excluded_by and row.excluded_by != "self"}
        views.append(
            ExclusionView(
                who=capital(who),
                how=capital(how(some[0], there))
                + (f" ({', '.join(sorted(words().of('exclusion_reason', r) for r in reasons))})" if reasons else ""),
                source=capital(source)
                or capital(", ".join(sorted({words().of("exclusion_scope", row.scope) for row in some}))),
                by=", ".join(sorted(by)),
                says=[
                    Told(
                        text=f"{capital(material.names.actor(row.asserted_by)) or 'Not named'}, {day(row.date)}",
                        notes=notes.refer([row.mention_id]),
                    )
                    # who is kept out by several has a row for each
                    for row in list({row.mention_id: row for row in some}.values())[:6]
                ],
            )
        )
    return views


def reports_of(rows: Iterable[ExclusionRow]) -> Counter[str]:
    """By name of the one kept out, how many articles tell of it."""
    return Counter(name for name, _ in {(row.excluded_name, row.document_id) for row in rows})


def in_short(material: Material) -> str:
    """One sentence on who is kept out, most often told first, and who stays away; "" where nobody is."""
    there = seated(material)
    rows = [row for row in material.recent_exclusions() if row.id not in there]
    out = reports_of(row for row in rows if row.mode != "self_excluded")
    away = reports_of(row for row in rows if row.mode == "self_excluded")
    told = []
    if out:
        ranked = sorted(out, key=lambda name: (-out[name], name))
        top = [name for name in ranked if out[name] == out[ranked[0]]]
        if len(ranked) <= _NAMED:
            told.append(f"Said to be kept out: {listed([capital(name) for name in ranked])}")
        else:
            often = f", most often {listed(top)}" if out[ranked[0]] > 1 and len(top) <= _NAMED else ""
            told.append(f"{counted(len(out), 'actor')} said to be kept out{often}")
    if away:
        names = sorted(away, key=lambda name: (-away[name], name))
        told.append(f"stay away by choice: {listed([capital(name) for name in names], most=_NAMED)}")
    return capital("; ".join(told))


_NAMED = 4
"""Names that the sentence lists; more are counted."""
