"""What goes into cells and labels: no formulas, no column without a meaning, no label too long for Stata."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import ontology, records
from dragoman.errors import OptionError
from dragoman.exports import registry
from dragoman.exports.comma_separated import cell, write_rows
from dragoman.exports.exporter import Exporter
from dragoman.exports.registry import ending_of, exporter, names
from dragoman.exports.tables import columns, first_day
from dragoman.exports.views.stata import codes

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


@given(st.sampled_from(STARTS), st.text(max_size=20))
def test_no_text_cell_begins_as_a_formula(start: str, rest: str) -> None:
    assert cell(start + rest) == "'" + start + rest
    assert cell([start + rest, "b"]) == f"'{start}{rest}; b"


@pytest.mark.parametrize("value", [-1, -0.5, 3])
def test_numbers_stay_numbers(value: float) -> None:
    assert cell(value) == value


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), min_size=1, max_size=4))
def test_a_table_read_again_has_no_cell_that_begins_as_a_formula(texts: list[str]) -> None:
    stream = io.BytesIO()
    write_rows([{str(i): text for i, text in enumerate(texts)}], [str(i) for i in range(len(texts))], stream)
    row = list(csv.reader(io.StringIO(stream.getvalue().decode(), newline="")))[1:]
    assert not [text for line in row for text in line if text.startswith(STARTS)]


STRUCTS = {
    "events": (records.Event, {"mention_ids"}, {"track", "mediators", "conveners", "hosts", "parties", "excluded"}),
    "participations": (records.Participation, {"basis"}, set()),
    "exclusions": (records.ExclusionRow, set(), set()),
    "agreements": (records.Agreement, set(), set()),
    "tracks": (records.Track, set(), set()),
}


@pytest.mark.parametrize("table", columns())
def test_every_field_of_the_record_is_a_column(table: str) -> None:
    struct, left_out, added = STRUCTS[table]
    assert {column.name for column in columns()[table]} == set(struct.__struct_fields__) - left_out | added


@pytest.mark.parametrize("column", [c for some in columns().values() for c in some], ids=lambda c: c.name)
def test_every_column_fits_stata(column) -> None:
    assert 0 < len(column.label) <= 80
    assert len(column.name) <= 32
    assert column.kind in ("text", "whole", "number", "date", "list")
    assert column.values is None or column.values in ontology.load().codes


def test_numbers_of_values_follow_the_codebook_and_unknown_ones_come_after() -> None:
    status = next(c for c in columns()["events"] if c.name == "status")
    known = codes(status, ["held", "brand_new"])
    assert next(iter(known)) == "proposed"
    assert known["brand_new"] == len(known)
    assert sorted(known.values()) == list(range(1, len(known) + 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016", "2016-01-01"),
        ("2016-12", "2016-12-01"),
        ("2016-12-17T09:00:00Z", "2016-12-17"),
        ("soon", None),
        (None, None),
    ],
)
def test_days_of_coarse_dates_are_the_first(text: str | None, expected: str | None) -> None:
    found = first_day(text)
    assert (found and found.isoformat()) == expected


def test_an_unknown_exporter_lists_the_known_ones() -> None:
    with pytest.raises(OptionError, match="geojson"):
        exporter("shapefile")


@pytest.mark.parametrize("name", names())
def test_a_file_that_an_exporter_cannot_write_is_refused_with_those_it_can(name: str) -> None:
    with pytest.raises(OptionError, match="writes"):
        ending_of(exporter(name), "record.docx")
    for ending in exporter(name).endings:
        assert ending_of(exporter(name), f"record{ending}") == ending


class Plug:
    """Stands in for an entry point of another package."""

    def __init__(self, name: str, found: object) -> None:
        self.name, self.value, self._found = name, "elsewhere:EXPORTER", found

    def load(self) -> object:
        if isinstance(self._found, Exception):
            raise self._found
        return self._found


def test_an_exporter_of_another_package_is_found_and_a_broken_one_named(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = Exporter(name="shapefile", summary="shapes", endings=(".shp",), parts=lambda content, ending: [])
    plugs = [Plug("shapefile", mine), Plug("broken", ImportError("no gdal")), Plug("odd", 3), Plug("mend", mine)]
    monkeypatch.setattr(registry, "entry_points", lambda group: plugs)
    assert names()[-3:] == ["broken", "odd", "shapefile"]
    assert exporter("shapefile") is mine
    assert exporter("mend").name == "mend"
    with pytest.raises(OptionError, match=r"broken.*no gdal"):
        exporter("broken")
    with pytest.raises(OptionError, match="no Exporter"):
        exporter("odd")
