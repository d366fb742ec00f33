"""Who is in which room and who is out: actors by tracks, in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from dragoman.linking.vocabulary import actor_key, vocabulary
from dragoman.records import Track
from dragoman.reports.cards import events_by_track
from dragoman.reports.material import Material, took_place
from dragoman.reports.notes import Notes
from dragoman.reports.seats import seated
from dragoman.reports.words import words


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What one actor is on one track: `done` in what took place, `ahead` only announced or contested, `out` kept out or away."""

    done: str
    ahead: str
    out: str


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One actor over all tracks."""

    name: str
    cells: list[Cell]
    notes: list[int]


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """Actors by tracks, and how many actors are left out."""

    columns: list[str]
    rows: list[Row]
    left_out: int


def matrix(material: Material, tracks: Sequence[Track], notes: Notes, most: int = 20) -> Matrix:
    """Who is in which room: actors that are known, those on most tracks and in most events first."""
    by_track = events_by_track(material, material.in_window(), tracks)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    sectors: dict[str, str] = {}
    seats: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    basis: dict[str, list[str]] = defaultdict(list)
    weight: Counter[str] = Counter()
    for track in tracks:
        for event in by_track.get(track.id, ()):
            for p in material.people(event.id):
                seat = words().seat(p.role)
                if not p.actor or not seat or p.role in vocabulary().absent:
                    continue
                key = actor_key(p)
                names[key][p.name] += p.n_mentions
                sectors.setdefault(key, p.sector or "")
                weight[key] += p.n_roots
                basis[key].extend(p.basis)
                cell = seats[(key, track.id)]
                cell[seat] = cell.get(seat, False) or took_place(event)
    out: dict[tuple[str, str], set[str]] = defaultdict(set)
    shown = {track.id for track in tracks}
    there = seated(material)
    for row in material.recent_exclusions():
        if row.track_id in shown and row.excluded_actor and row.id not in there:
            key = row.excluded_actor
            names[key][row.excluded_name] += 1
            weight[key] += 1
            basis[key].insert(0, row.mention_id)
            out[(key, row.track_id or "")].add("away" if row.mode == "self_excluded" else "out")
    rows = []
    spread = Counter(key for key, _ in {*seats, *out})
    for key in sorted(names, key=lambda k: (-spread[k], -weight[k], k)):
        cells = [_cell(seats.get((key, t.id), {}), out.get((key, t.id), set())) for t in tracks]
        if any(map(_filled, cells)):
            rows.append((key, names[key].most_common(1)[0][0], cells))
    kept = rows[:most]
    borne = Counter(name for _, name, _ in kept)
    filled = [n for n in range(len(tracks)) if any(_filled(cells[n]) for _, _, cells in kept)]
    return Matrix(
        columns=[material.track_names[tracks[n].id] for n in filled],
        rows=[
            Row(
                name=_told_apart(name, sectors.get(key, "")) if borne[name] > 1 else name,
                cells=[cells[n] for n in filled],
                notes=notes.refer(material.independent(basis[key], 4)),
            )
            for key, name, cells in kept
        ],
        left_out=len(rows) - len(kept),
    )


def _filled(cell: Cell) -> bool:
    return bool(cell.done or cell.ahead or cell.out)


def _told_apart(name: str, sector: str) -> str:
    """A name that two actors of one country bear, with what part of it is meant."""
    part = words().of("sector", sector) if sector else ""
    return f"{name} ({part})" if part else name


def _cell(seats: dict[str, bool], out: Iterable[str]) -> Cell:
    """The seats in words, those that say most; who brokers or is a party need not be told to take part as well."""
    order = words().values("seat")
    kept = [seat for seat in order if seat in seats]
    for first in kept[:]:
        # a seat that is only announced hides none that was taken
        kept = [s for s in kept if s not in words().covered(first) or (seats[s] and not seats[first])]
    return Cell(
        done=", ".join(words().of("seat", seat) for seat in kept if seats[seat]),
        ahead=", ".join(words().of("seat", seat) for seat in kept if not seats[seat]),
        out=", ".join(words().of("seat_out", mode) for mode in sorted(out, reverse=True)),
    )
