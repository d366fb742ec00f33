"""`dragoman measure` and `dragoman export` on the invented record."""

from __future__ import annotations

import csv
import io
import json

import pytest

from dragoman.cli.periods import first_day, last_day, period
from dragoman.errors import OptionError
from dragoman.measures import NAMES, measure
from dragoman.store import Store


def test_measures_are_withheld_under_the_minimum(run, db) -> None:
    result = run("measure", "--db", db)
    assert result.exit_code == 0
    assert "m1 mediation share" in result.output and "m10 outcome attribution" in result.output
    assert "n1" not in result.output
    assert "withheld: 3 held events, at least 8 needed" in result.output
    assert "United Nations" not in result.output


def test_small_gives_them_with_formula_interval_numbers_and_warnings(run, db) -> None:
    output = run("measure", "m1", "--db", db, "--small").output
    assert "United Nations" in output
    for told in ("formula:", "interval:", "independent sources", "beware: only 3 held events"):
        assert told in output


@pytest.mark.parametrize("name", NAMES)
def test_every_measure_can_be_asked_for_as_json(run, db, name) -> None:
    result = run("measure", name, "--db", db, "--small", "--format", "jsonl")
    assert result.exit_code == 0
    assert json.loads(result.output)["id"] == NAMES[name]


def test_csv_has_a_row_a_value_and_keeps_what_has_none(run, db, tmp_path) -> None:
    out = tmp_path / "m.csv"
    assert run("measure", "m1", "m2", "--db", db, "--small", "--out", out).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text())))
    assert {row["measure"] for row in rows} == {"m1", "m2"}
    assert sum(float(row["value"]) for row in rows if row["measure"] == "m1") == pytest.approx(1)
    assert [row["key"] for row in rows if row["measure"] == "m2"] == [""]


def test_compare_sets_two_periods_side_by_side_with_a_test(run, db) -> None:
    result = run(
        "measure", "displacement", "--db", db, "--small", "--since", "2031-04", "--compare", "2031-01..2031-03",
        "--format", "jsonl",
    )  # fmt: skip
    found = json.loads(result.output)
    assert "2031-04-01 to the end" in found["formula"] and "2031-01-01 to 2031-03-31" in found["formula"]
    un = next(value for value in found["values"] if value["key"] == "igo:un")
    assert un["value"] == -1 and 0 < un["detail"]["p"] <= 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ["--since", "2031-04", "--compare", "2031-03..2031-01"],
            "ends before it begins. Swap its two ends: 2031-01..2031-03",
        ),
        (["--since", "2031-04", "--compare", "2031-01..2031-04-01"], "does not end before 2031-04-01"),
        (["--since", "2031-04", "--until", "2031-05", "--compare", "2031-04..2031-05"], "does not end before"),
        (["--since", "2031-04", "--compare", "2032"], "does not end before"),
        (["--since", "2031-04", "--compare", "2031-01.."], "does not end before"),
        (["--compare", "2031-01..2031-03"], "Say --since"),
    ],
)
def test_periods_that_overlap_or_run_backwards_are_not_compared(run, db, options, told) -> None:
    result = run("measure", "displacement", "--db", db, *options)
    assert result.exit_code == 2 and told in result.stderr


def test_in_python_a_window_of_months_or_years_is_held_to(db) -> None:
    with Store(db, read_only=True) as store:
        events, people = list(store.events()), list(store.participations())
    in_march, at_all = (measure("m1", events, people, since=since, until=since) for since in ("2031-03", None))
    assert (in_march.since, in_march.until) == ("2031-03-01", "2031-03-31")
    assert 0 < in_march.n_events < at_all.n_events
    for since, until in (("2032", "2031"), ("soon", None), (None, "2031-02-30")):
        with pytest.raises(OptionError):
            measure("m1", events, people, since=since, until=until)


def test_camps_are_read_from_a_table(run, db, tmp_path) -> None:
    camps = tmp_path / "camps.csv"
    camps.write_text("actor,camp,from,to\nKED,government,2030,\n")
    found = json.loads(run("measure", "n3", "--db", db, "--small", "--camps", camps, "--format", "jsonl").output)
    assert next(v for v in found["values"] if v["key"] == "KED")["detail"]["camp"] == "government"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name\nKED\n", "line 1"),
        ("actor,camp\nKED,\n", "line 2"),
        ("actor,camp,from\nKED,government,soon\n", "soon"),
        ("actor,camp,from,to\nKED,government,2031,2030\n", "line 2: from 2031-01-01 is after to 2030-12-31"),
    ],
)
def test_a_broken_table_of_camps_is_bad_input(run, db, tmp_path, text, told) -> None:
    camps = tmp_path / "camps.csv"
    camps.write_text(text)
    result = run("measure", "n3", "--db", db, "--camps", camps)
    assert result.exit_code == 2 and told in result.output


def test_a_track_narrows_and_nothing_found_is_1(run, db) -> None:
    found = json.loads(run("measure", "m1", "--db", db, "--track", "alma talks", "--format", "jsonl").output)
    assert found["n_events"] == 1
    assert run("measure", "--db", db, "--conflict", "Nowhere").exit_code == 1
    assert run("measure", "influence", "--db", db).exit_code == 2
    assert run("measure", "--db", db, "--since", "soon").exit_code == 2


def test_periods_are_whole_months_and_years() -> None:
    assert period("2015-10..2016-02", "--compare") == ("2015-10-01", "2016-02-29")
    assert period("2015", "--compare") == ("2015-01-01", "2015-12-31")
    assert period("..2016-01-05", "--compare") == (None, "2016-01-05")
    assert (first_day("2016-02", "x"), last_day("2016-02", "x")) == ("2016-02-01", "2016-02-29")
    for wrong in ("..", "soon..", "2016-13", "2016-02-30", "20160101", "2016-00", "2016-11..2015-01", "2016..2015-12"):
        with pytest.raises(OptionError):
            period(wrong, "--compare")


def test_export_lists_what_it_can_write(run) -> None:
    output = run("export", "--list").output
    assert all(name in output for name in ("mend", "geojson", "stata"))


def test_export_filters_as_the_other_verbs_do(run, db, tmp_path) -> None:
    def ids(*more: str) -> set[str]:
        out = tmp_path / "e.jsonl"
        assert run("export", "--db", db, "--as", "plover", "--out", out, *more).exit_code == 0
        return {json.loads(line)["id"] for line in out.read_text().splitlines()}

    assert ids("--since", "2031-04") < ids()
    assert ids("--status", "planned") < ids()
    assert (
        run("export", "--db", db, "--as", "mend", "--out", tmp_path / "x.csv", "--conflict", "Nowhere").exit_code == 1
    )


@pytest.mark.parametrize(
    "arguments", [("shapefile", "x.shp"), ("mend", "x.graphml"), ("csv", "-"), ("network", "no/such/folder/x.gexf")]
)
def test_what_cannot_be_written_is_bad_input(run, db, tmp_path, arguments) -> None:
    name, out = arguments
    target = out if out == "-" else tmp_path / out
    assert run("export", "--db", db, "--as", name, "--out", target).exit_code == 2


def test_an_export_can_be_piped(run, db) -> None:
    result = run("export", "--db", db, "--as", "mend", "--out", "-")
    assert result.exit_code == 0
    assert result.stdout.startswith("event_id,conflict")
