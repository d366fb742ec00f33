"""The crosswalk of the shipped ontology against section 3 of the codebook (`crosswalk.tsv`), type by type."""

from __future__ import annotations

import csv
from pathlib import Path

import msgspec
import pytest

from dragoman import ontology
from dragoman.ontology.schema import EventType, Variant
from dragoman.records import Plover

TABLE = Path(__file__).with_name("crosswalk.tsv")
# PLOVER manual: which modes a category has; categories that are not here have none.
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release return disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict ban arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict ban censor curfew martial-law arrest deport withhold misinform cyber",
    "ASSAULT": "abduct beat torture execute sexual assassinate primitive firearms explosives suicide-attack heavy-weapons aerial "
    "unconventional cleansing",
}
# First two digits of the CAMEO codes of a PLOVER category: its roots, and what it takes from neighbours of them.
ROOTS = {
    "AGREE": "03",
    "CONSULT": "04",
    "SUPPORT": "05",
    "COOPERATE": "06",
    "AID": "07",
    "CONCEDE": "05 08",
    "RETREAT": "08",
    "REQUEST": "02 10",
    "ACCUSE": "09 11",
    "REJECT": "01 12",
    "THREATEN": "13",
    "PROTEST": "14",
    "SANCTION": "11 16",
    "MOBILIZE": "15",
    "COERCE": "16 17 19",
    "ASSAULT": "18 19 20",
}


class Row(msgspec.Struct):
    """One event type as the table has it; each tuple begins with the value that holds without a variant."""

    type: str
    cameo: tuple[str | None, ...]
    event: tuple[str | None, ...]
    mode: tuple[str | None, ...]
    context: tuple[tuple[str, ...], ...]


def _values(cell: str) -> tuple[str | None, ...]:
    return tuple(None if value == "-" else value for value in cell.split())


def rows() -> list[Row]:
    lines = [line for line in TABLE.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    found = []
    for line in csv.DictReader(lines, delimiter="\t"):
        variants = () if line["cameo of variants"] == "-" else _values(line["cameo of variants"])
        mode = (None, *MODES["ASSAULT"].split()) if line["mode"] == "WEAPON" else _values(line["mode"])
        contexts = tuple(tuple(value.split()) for value in line["context"].split("|"))
        found.append(Row(line["type"], (*_values(line["cameo"]), *variants), _values(line["event"]), mode, contexts))
    return found


ROWS = rows()
EVERY = [*ontology.load().types.values(), *ontology.load().categories.values()]


def given(entry: EventType, key: str, base: object) -> set[object]:
    """All values that an entry can give: its own and those of its variants."""
    told = {getattr(v, key) for v in entry.variants if getattr(v, key) is not msgspec.UNSET}
    return {base, *told}


def test_the_table_has_every_event_type_once() -> None:
    assert sorted(row.type for row in ROWS) == sorted(ontology.load().types)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.type)
def test_without_a_variant_a_type_has_the_codes_of_section_three(row: Row) -> None:
    plover = Plover(event=row.event[0], mode=row.mode[0], context=list(row.context[0]))
    assert ontology.load().crosswalk(row.type) == (plover, row.cameo[0])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.type)
def test_variants_give_the_other_codes_of_section_three_and_no_more(row: Row) -> None:
    entry = ontology.load().types[row.type]
    assert given(entry, "cameo", entry.cameo) == set(row.cameo)
    assert given(entry, "event", entry.plover.event) == set(row.event)
    assert given(entry, "context", tuple(entry.plover.context)) == set(row.context)
    if row.type != "ceasefire_violated":  # whose weapons are told by the variants of all ASSAULT
        assert given(entry, "mode", entry.plover.mode) == set(row.mode)


def test_what_is_not_mediation_has_the_root_of_its_category() -> None:
    for category in ontology.load().categories.values():
        assert category.cameo is not None and category.cameo.endswith("0"), category.name
        assert category.cameo[:2] in ROOTS[category.name]


def test_no_mode_of_a_category_is_a_guess() -> None:
    assert {c.plover.mode for c in ontology.load().categories.values()} == {None}


def codes_of(entry: EventType) -> list[tuple[str, str | None, str | None, str]]:
    """Category, mode, CAMEO code and place of all that an entry's variants and triggers give beside its own."""
    found = []
    for n, variant in enumerate(entry.variants, 1):
        event = entry.plover.event if variant.event is msgspec.UNSET else variant.event
        found.append((event, _set(variant, "mode"), _set(variant, "cameo"), f"{entry.name}, variant {n}"))
    found += [(entry.plover.event, t.mode, t.cameo, t.id) for t in entry.triggers]
    return [(event or "", mode, cameo, place) for event, mode, cameo, place in found]


def _set(variant: Variant, key: str) -> str | None:
    value = getattr(variant, key)
    return None if value is msgspec.UNSET else value


@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: entry.name)
def test_modes_are_those_of_their_category(entry: EventType) -> None:
    for event, mode, _, place in codes_of(entry):
        assert mode is None or mode in MODES.get(event, "").split(), place


@pytest.mark.parametrize("entry", ontology.load().categories.values(), ids=lambda entry: entry.name)
def test_finer_cameo_codes_stay_under_the_roots_of_their_category(entry: EventType) -> None:
    for event, _, cameo, place in codes_of(entry):
        assert cameo is None or cameo[:2] in ROOTS[event].split(), place


def test_variants_for_all_types_give_modes_and_codes_of_their_category() -> None:
    for variant in ontology.load().variants:
        before = variant.when.event or {"CONSULT" if variant.when.type != {"ceasefire_violated"} else "ASSAULT"}
        for event in {variant.event} if variant.event is not msgspec.UNSET else before:
            mode, cameo = _set(variant, "mode"), _set(variant, "cameo")
            assert mode is None or mode in MODES[str(event)].split(), variant
            assert cameo is None or cameo[:2] in ROOTS[str(event)].split(), variant


def test_every_mode_of_plover_is_told_by_some_wording() -> None:
    loaded = ontology.load()
    told = {mode for entry in EVERY for _, mode, _, _ in codes_of(entry)} | {e.plover.mode for e in EVERY}
    told |= {_set(v, "mode") for v in loaded.variants}
    assert set(loaded.codes["plover_mode"]) <= told
