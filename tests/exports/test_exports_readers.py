"""Every export is opened by a program that reads its format, and holds what the record holds."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path

import geopandas
import msgspec
import networkx as nx
import pandas
import pyarrow.parquet as pq
import pyreadstat
import pytest
from export_builders import BELL, EVENTS, FORMULA, PEOPLE, event, seat

from dragoman import ontology
from dragoman.exports.registry import exporter, names
from dragoman.exports.tables import columns
from dragoman.exports.views import acled, mend
from dragoman.exports.views.stata import codes
from dragoman.measures.network import projection, two_mode

SPOKEN = {FORMULA: "'" + FORMULA}
READABLE = "Front  & <Sons>"
"""The name with the bell as XML can hold it."""


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_exporter_is_in_a_file_of_its_name() -> None:
    assert {"acled", "cameo", "csv", "geojson", "mend", "network", "parquet", "plover", "projection", "stata"} <= set(
        names()
    )
    assert all(exporter(name).name == name and exporter(name).summary for name in names())


@pytest.mark.parametrize(("ending", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)])
def test_networkx_reads_the_two_mode_network(export, ending, read) -> None:
    graph = read(export("network", f"net{ending}"))
    assert not graph.is_directed()
    assert {node for node, data in graph.nodes(data=True) if data["mode"] == "event"} == {"ev_0", "ev_1", "ev_4"}
    assert nx.is_bipartite(graph)
    assert graph["NOR"]["ev_0"]["role"] == "mediator"
    assert graph["SWE"]["ev_4"]["newman"] == pytest.approx(1 / 3)
    assert graph.nodes["NOR"]["actor_type"] == "state"
    assert graph.nodes["ev_1"]["n_roots"] == 2
    label = graph.nodes["group:exa-front"].get("label")
    assert label == READABLE


@pytest.mark.parametrize(("ending", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)])
def test_networkx_reads_the_projection_with_newmans_weights(export, ending, read) -> None:
    graph = read(export("projection", f"net{ending}"))
    net = two_mode(EVENTS, PEOPLE)
    ties = projection(net.present)
    expected = {
        (a, b): ties[i, j] for i, a in enumerate(net.actors) for j, b in enumerate(net.actors) if i < j and ties[i, j]
    }
    found = {tuple(sorted((a, b))): data["weight"] for a, b, data in graph.edges(data=True)}
    assert found == pytest.approx({tuple(sorted(pair)): weight for pair, weight in expected.items()})
    # at the talks of four and of four, and at the signing of three
    assert graph["EXA"]["NOR"]["weight"] == pytest.approx(1 / 3 + 1 / 3 + 1 / 2)
    assert graph["EXA"]["NOR"]["events"] == 3


def test_nodes_and_edges_make_the_same_network(export) -> None:
    folder = export("network", "net")
    nodes, edges = table(folder / "nodes.csv"), table(folder / "edges.csv")
    graph = nx.Graph()
    graph.add_nodes_from(node["id"] for node in nodes)
    assert {edge[end] for edge in edges for end in ("source", "target")} <= set(graph)
    graph.add_edges_from((edge["source"], edge["target"]) for edge in edges)
    assert (len(graph), graph.number_of_edges()) == (8, 11)


def test_two_mode_weights_add_up_to_the_projection(export) -> None:
    graph = nx.read_graphml(export("network", "net.graphml"))
    other = nx.read_graphml(export("projection", "one.graphml"))
    for a, b, data in other.edges(data=True):
        common = set(graph[a]) & set(graph[b])
        assert data["weight"] == pytest.approx(sum(graph[a][e]["newman"] for e in common))


def test_geopandas_reads_the_places(export) -> None:
    frame = geopandas.read_file(export("geojson", "places.geojson"))
    assert list(frame["event_id"]) == ["ev_0", "ev_1", "ev_2", "ev_3", "ev_5"]
    assert (frame.geometry.iloc[0].x, frame.geometry.iloc[0].y) == (10.7, 59.9)
    assert frame.crs.to_epsg() == 4326
    assert frame["mediators"].iloc[0] == "Norway"
    assert frame["excluded"].iloc[0] == "the militia"


def test_arrow_reads_tables_with_their_types_and_labels(export) -> None:
    folder = export("parquet", "tables")
    events = pq.read_table(folder / "events.parquet")
    assert events.column("start").to_pylist()[0] == dt.date(2016, 12, 9)
    assert events.column("mediators").to_pylist()[0] == ["Norway"]
    assert events.schema.field("status").metadata == {b"label": b"What became of it", b"values": b"status"}
    assert pq.read_table(folder / "tracks.parquet").column("brokers").to_pylist() == [["Norway"], []]
    assert {file.stem for file in folder.glob("*.parquet")} == set(columns())


def test_csv_tables_come_with_a_codebook_of_every_column(export) -> None:
    folder = export("csv", "tables")
    codebook = table(folder / "codebook.csv")
    for name in columns():
        rows = table(folder / f"{name}.csv")
        assert rows
        assert list(rows[0]) == [row["column"] for row in codebook if row["table"] == name and row["kind"] != "value"]
    held = {row["value"] for row in codebook if (row["table"], row["column"]) == ("events", "status")}
    assert {row["status"] for row in table(folder / "events.csv")} <= held


def test_stata_files_have_labels_of_variables_and_values(export) -> None:
    folder = export("stata", "tables")
    frame, meta = pyreadstat.read_dta(str(folder / "events.dta"))
    status = next(c for c in columns()["events"] if c.name == "status")
    assert meta.column_names_to_labels["status"] == "What became of it"
    assert meta.variable_value_labels["status"][float(codes(status, [])["held"])] == "held"
    assert list(frame["start"])[:2] == [dt.date(2016, 12, 9), dt.date(2016, 12, 20)]
    worded, _ = pyreadstat.read_dta(str(folder / "events.dta"), apply_value_formats=True)
    assert list(worded["status"])[:4] == ["held", "held", "planned", "cancelled"]
    people, _ = pyreadstat.read_dta(str(folder / "participations.dta"))
    assert people["name"].iloc[0] == "Norway"
    assert list(frame["lat"].isna()) == [False, False, False, False, True, False]
    assert {file.stem for file in folder.glob("*.dta")} == set(columns())


def test_stata_without_its_library_says_what_to_install(content, monkeypatch) -> None:
    from dragoman.errors import OptionError

    monkeypatch.setitem(__import__("sys").modules, "pyreadstat", None)
    with pytest.raises(OptionError, match=r"dragoman\[stata\]"):
        exporter("stata").parts(content, "")


def test_mend_has_held_mediation_events_only(export) -> None:
    rows = table(export("mend", "mend.csv"))
    assert [row["event_id"] for row in rows] == ["ev_0", "ev_1", "ev_4"]
    assert rows[0]["third_parties"] == "Norway"
    assert rows[0]["local_actor_ids"] == "EXA; group:exa-front"
    assert rows[0]["individuals"] == "A. Minister (foreign minister), of Norway"
    assert rows[2]["third_party_roles"] == "mediator; host"


def test_mend_tells_how_deep_third_parties_went_and_keeps_them_out_of_the_local_actors(content) -> None:
    def row(kind: str, *roles: tuple[str, str]) -> dict[str, object]:
        people = [seat(0, name, role, name[:3].upper()) for name, role in roles]
        one = msgspec.structs.replace(content, events=[event(0, type=kind)], participations={"ev_0": people})
        return next(mend.rows(one))

    fight = (("Alpha", "party"), ("Beta", "party"))
    for role, depth in (
        ("host", "hosting_only"),
        ("go_between", "good_offices"),
        ("convener", "facilitation"),
        ("co_mediator", "mediation"),
        ("guarantor", "enforcement_or_guarantee"),
    ):
        found = row("mediated_talks", ("Gamma", "host"), ("Gamma", role), ("Gamma", "party"), *fight)
        assert (found["third_party_involvement"], found["local_actors"]) == (depth, ["Alpha", "Beta"])
    assert row("third_party_consultation", ("Gamma", "host"))["third_party_involvement"] == "third_parties_only"
    told = msgspec.structs.replace(event(0), third_party_involvement="arbitration")
    people = [seat(0, name, role, name[:3].upper()) for name, role in (("Gamma", "mediator"), *fight)]
    [found] = mend.rows(msgspec.structs.replace(content, events=[told], participations={"ev_0": people}))
    assert found["third_party_involvement"] == "arbitration"


ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 "
    "assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude "
    "geo_precision source source_scale notes fatalities tags timestamp"
)


def test_acled_has_a_row_a_day_and_texts_are_agreements(export) -> None:
    rows = table(export("acled", "acled.csv"))
    told = [(row["event_id_cnty"], row["event_date"], row["sub_event_type"], row["time_precision"]) for row in rows]
    assert told == [
        ("ev_0-1", "2016-12-09", "Other", "1"),
        ("ev_0-2", "2016-12-10", "Other", "1"),
        ("ev_1", "2016-12-20", "Agreement", "1"),
        ("ev_4", "2017-02-14", "Other", "3"),
    ]
    assert rows[0]["actor1"] == "Government of Exampleland"
    assert (rows[0]["inter1"], rows[0]["inter2"]) == ("State forces", "Rebel group")
    assert rows[0]["interaction"] == "State forces-Rebel group"
    assert rows[0]["assoc_actor_2"].startswith("Government of Norway")


def test_acled_has_all_columns_in_order_and_types_that_pandas_reads(export) -> None:
    frame = pandas.read_csv(export("acled", "acled.csv"), parse_dates=["event_date"])
    assert list(frame.columns) == ACLED.split()
    assert list(frame["iso"][:3]) == [578, 578, 578]
    assert list(frame["country"][:3]) == ["Norway"] * 3
    assert list(frame["region"][:3]) == ["Europe"] * 3
    assert set(frame["fatalities"]) == {0}
    assert set(frame["time_precision"]) <= {1, 2, 3}
    assert set(frame["geo_precision"].dropna()) <= {1, 2, 3}
    assert set(frame["disorder_type"]) == set(frame["event_type"]) == {"Strategic developments"}
    assert (frame["event_date"].dt.year == frame["year"]).all()


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2017-02-06", "2017-02-12", "week", [("2017-02-06", 2)]),
        ("2017-02-06", "2017-02-20", "bounded", [("2017-02-13", 3)]),
        ("2017-01-01", "2017-01-31", "month", [("2017-01-16", 3)]),
        ("2017-01-01", "2017-12-31", "year", []),
        ("2017-01-01", "2017-03-31", "day", [("2017-01-01", 1)]),
        (None, None, None, []),
    ],
)
def test_acled_dates_no_better_than_the_record_knows_them(start, end, precision, expected) -> None:
    assert acled._days(event(0, start=start, end=end, date_precision=precision)) == expected


@pytest.mark.parametrize(
    ("code", "number", "region"),
    [
        ("SYR", 760, "Middle East"),
        ("FRA", 250, "Europe"),
        ("AFG", 4, "Caucasus and Central Asia"),
        ("SDN", 729, "Northern Africa"),
        ("CHE", 756, "Europe"),
        ("QAT", 634, "Middle East"),
        ("COL", 170, "South America"),
        ("MMR", 104, "Southeast Asia"),
        ("ZMB", 894, None),
        ("SUN", None, "Europe"),
    ],
)
def test_acled_countries_have_their_number_and_region(code, number, region) -> None:
    where = acled._where(event(0, venue_country=code))
    assert (where["iso"], where["region"]) == (number, region)


def test_acled_names_each_actor_once_and_helpers_stand_beside_the_two_sides() -> None:
    people = [
        seat(0, "Gamma", "party", "GAM"),
        seat(0, "Gamma", "mediator", "GAM"),
        seat(0, "Alpha", "party", "ALP", sector="MIL"),
        seat(0, "Beta", "party", "BET", sector="GOV"),
    ]
    first, second, others = acled._actors(people)
    assert (acled._name(first), acled._name(second)) == ("Military Forces of Alpha", "Government of Beta")
    assert [acled._name(who) for who in others] == ["Government of Gamma"]
    assert acled._name(seat(0, "seventeen countries", "party", actor_type="state")) == "seventeen countries"
    assert acled._interaction("State forces", "") == "State forces only"


def test_plover_in_a_file_that_ends_in_json_is_one_list(export) -> None:
    lines = [json.loads(line) for line in export("plover", "events.jsonl").read_text().splitlines()]
    assert len(lines) > 1
    assert json.loads(export("plover", "events.json").read_text()) == lines


def test_plover_has_a_line_an_event_with_its_status(export) -> None:
    lines = [json.loads(line) for line in export("plover", "events.jsonl").read_text().splitlines()]
    assert [line["id"] for line in lines] == [event.id for event in EVENTS]
    assert [actor["code"] for actor in lines[0]["actor"]] == ["NOR"]
    assert [actor["code"] for actor in lines[0]["recipient"]] == ["EXA", "group:exa-front"]
    assert lines[3]["x_mediation"]["status"] == "cancelled"
    assert lines[1]["event"] == "SUPPORT"
    known = ontology.load().codes
    assert {line["event"] for line in lines} <= set(known["plover_category"])
    assert {c for line in lines for c in line["context"]} <= set(known["plover_context"])
    assert all(dt.date.fromisoformat(line["date"]) for line in lines if line["date"])
    assert lines[0]["x_mediation"]["n_roots"] == 2


def test_cameo_lines_leave_out_what_was_called_off(export) -> None:
    cells = [line.split("\t") for line in export("cameo", "events.tsv").read_text().splitlines()]
    assert {line[-1] for line in cells} == {"ev_0", "ev_1", "ev_2", "ev_4"}
    talks = [line[1:4] for line in cells if line[-1] == "ev_0"]
    assert cells[0][0] == "20161209"
    assert talks == [
        ["NORGOV", "EXAGOV", "045"],
        ["NORGOV", "EXAREB", "045"],
        ["EXAGOV", "EXAREB", "046"],
        ["EXAREB", "EXAGOV", "046"],
    ]
    to_come = [line[1:4] for line in cells if line[-1] == "ev_2"]
    assert to_come == [[a, b, {"045": "039", "046": "036"}[cameo]] for a, b, cameo in talks]
    assert all(len(line) == 7 for line in cells)


def test_the_bell_and_the_formula_come_through_where_a_format_can_hold_them(export) -> None:
    people = pq.read_table(export("parquet", "tables") / "participations.parquet").column("name").to_pylist()
    assert {BELL, FORMULA} <= set(people)
    spoken = {row["name"] for row in table(export("csv", "csv") / "participations.csv")}
    assert set(SPOKEN.values()) <= spoken and FORMULA not in spoken


def test_labels_of_nodes_are_no_formulas_in_csv(export) -> None:
    labels = {node["label"] for node in table(export("network", "net") / "nodes.csv")}
    assert "'" + FORMULA in labels and FORMULA not in labels
