"""Agreements and truces as people read them: what each is, who made it, where it stands."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

import msgspec

from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Agreement
from dragoman.reports.material import Material
from dragoman.reports.notes import Notes
from dragoman.reports.say import capital, day, listed
from dragoman.reports.stories import date_of
from dragoman.reports.words import words

# A name made by linking ends in a date, which is told as such.
_DATE_IN_NAME = re.compile(r"\s+\d{4}(-\d{2}){0,2}$")


IN_FORCE_DAYS = 120
"""A text of one name that comes into force so many days after it was made is that text."""


class AgreementView(msgspec.Struct, frozen=True, kw_only=True):
    """A text or deal: `state` tells what was done with it and when, `group` colours it."""

    name: str
    kind: str
    state: str
    group: str
    signatories: str
    brokers: str
    track: str
    notes: list[int]


def agreements(material: Material, notes: Notes, most: int = 20) -> list[AgreementView]:
    """Texts that were made, drafted, are due or disputed, the latest first; of many those told by more sources.

    What was merely proposed, wished for or denied is no text. Rows that are told alike, or one of them without a day, are one row.
    """
    factuality = {event.id: event.factuality for event in material.events}
    made = [a for a in material.agreements if is_text(a) and factuality.get(a.event_id) != "counterfactual"]
    kept = one_row_each(sorted(made, key=lambda a: (-a.n_roots, a.name)))[:most]
    of_texts = {a.event_id for rows in kept for a in rows}
    events = {event.id: event for event in material.read(e for e in material.events if e.id in of_texts)}
    views = []
    for rows in sorted(kept, key=lambda rows: last_day(rows[0]), reverse=True):
        told = [m for a in rows if a.event_id in events for m in events[a.event_id].mention_ids]
        views.append(
            AgreementView(
                name=name_of(rows[0]),
                kind=kind_of(rows[0]),
                state=state_of(_with_effect(rows)),
                group=words().group(rows[0].status),
                signatories=listed(max((a.signatories for a in rows), key=len)),
                brokers=listed(max((a.brokers for a in rows), key=len), most=5),
                track=material.track_names.get(rows[0].track_id or "", ""),
                notes=notes.refer(material.independent(told, 3)),
            )
        )
    return views


def is_text(agreement: Agreement) -> bool:
    """Whether there is, or is to be, such a text; one that failed to come about counts only where its day was set."""
    group = words().group(agreement.status)
    if agreement.status in ("proposed", "denied"):
        return False
    return group != "failed" or agreement.status in vocabulary().held or bool(last_day(agreement))


def last_day(agreement: Agreement) -> str:
    """The day by which a text is put in order, ISO, "" where none is told."""
    return agreement.signed or agreement.announced or agreement.effective or ""


def one_row_each(agreements: Iterable[Agreement]) -> list[list[Agreement]]:
    """Agreements of one name that were made on one day, or one of them on a day that is not told, together, a dated one first."""
    kept: list[list[Agreement]] = []
    for a in agreements:
        home = next((rows for rows in kept if _told_alike(a, rows[0])), None)
        if home is None:
            kept.append([a])
        else:
            home.append(a)
            home.sort(key=lambda row: (-len(last_day(row)), -len(row.signatories), -row.n_roots))
    return kept


def _with_effect(rows: Sequence[Agreement]) -> Agreement:
    """The first row, with the day on which another tells that its text comes into force."""
    first = next((row for row in rows if row.signed or row.announced), rows[0])
    effective = first.effective or next((row.effective for row in rows if row.effective), None)
    return msgspec.structs.replace(first, effective=effective)


def _told_alike(one: Agreement, other: Agreement) -> bool:
    """Whether two rows are of one text: of one name, or truces of one conflict between the same sides, on days that may be the same."""
    a, b = last_day(one), last_day(other)
    if _comes_into_force(one, other) or _comes_into_force(other, one):
        return True
    if one.conflict != other.conflict or not (a.startswith(b) or b.startswith(a)):
        return False
    truces = one.agreement_class == other.agreement_class == "ceasefire" and bool(a and b)
    sides, others = set(one.signatories), set(other.signatories)
    return name_of(one) == name_of(other) or (truces and (sides <= others or others <= sides))


def _comes_into_force(text: Agreement, later: Agreement) -> bool:
    """Whether the second row only tells on which day the text of the first one comes into force."""
    if later.signed or later.announced or later.ended or text.effective or name_of(text) != name_of(later):
        return False
    begun, due = date_of(text.signed or text.announced), date_of(later.effective)
    sides, others = set(text.signatories), set(later.signatories)
    near = begun is not None and due is not None and dt.timedelta() <= due - begun <= dt.timedelta(IN_FORCE_DAYS)
    return near and text.conflict == later.conflict and (sides <= others or others <= sides)


def name_of(agreement: Agreement) -> str:
    """The name without the date at its end."""
    return _DATE_IN_NAME.sub("", agreement.name)


def kind_of(agreement: Agreement) -> str:
    """What sort of text it is: its class, else its form."""
    known = agreement.agreement_class != "unknown"
    told = [words().of("agreement_class", agreement.agreement_class)] if known else []
    if agreement.form not in ("signed", "agreed_unsigned"):
        told.append(words().of("agreement_form", agreement.form))
    return ", ".join(told) or words().of("agreement_class", "unknown")


def state_of(agreement: Agreement) -> str:
    """What was done with a text and when: "signed 24 November 2016", "announced 5 May 2031, in force 7 May 2031"."""
    status, made = agreement.status, agreement.status in vocabulary().held
    told = []
    if agreement.signed or (made and agreement.form == "signed"):
        told.append(f"signed {day(agreement.signed)}" if agreement.signed else "signed")
    if agreement.announced and agreement.announced != agreement.signed:
        told.append(f"announced {day(agreement.announced)}")
    if agreement.effective:
        told.append(f"{'in force' if made else 'due in force'} {day(agreement.effective)}")
    if agreement.ended:
        told.append(f"ended {day(agreement.ended)}")
    elif status == "under_way" and not agreement.effective:
        told.append("in force")
    if not made or status in ("collapsed", "suspended", "held_partial"):
        standing = words().of("agreement_status", status)
        told = told if standing == "due" and agreement.effective else [standing, *told]
    return ", ".join(told) or words().of("agreement_status", status)


def heading(agreement: Agreement) -> str:
    """Name for a table's cell."""
    return capital(name_of(agreement))
