"""`dragoman actors add` writes to one's own tables what may stand there, and the other verbs know it."""

from __future__ import annotations

import json

import pytest

from dragoman.actors.tables import DATA

GROUP = ("--name", "Hill Guard of Merania", "--actor-type", "armed_group", "--sector", "REB", "--country", "YEM",
         "--source", "t")  # fmt: skip


@pytest.fixture
def mine(tmp_path):
    """The user's folder, not made yet."""
    return tmp_path / "mine"


def add(run, mine, kind, *options):
    return run("actors", "add", kind, "--actors", mine, *options)


def test_a_group_is_added_with_header_and_an_id_made_from_its_name(run, mine):
    result = add(run, mine, "group", *GROUP, "--alias", "HGMX", "--alias", "Hillmen of Merania", "--from", "2011-03")
    assert result.exit_code == 0, result.stderr
    assert "groups.csv: group:yem-hill-guard-of-merania" in result.stdout
    lines = (mine / "groups.csv").read_text().splitlines()
    assert lines[0] == "id,name,aliases,actor_type,sector,country,leaders,valid_from,valid_to,wikidata_id,source"
    assert lines[1] == (
        "group:yem-hill-guard-of-merania,Hill Guard of Merania,HGMX|Hillmen of Merania,armed_group,REB,YEM,,2011-03,,,t"
    )


def test_person_tenure_place_organisation_and_alias_are_added(run, mine):
    person = ("--name", "Ilse Markovsky", "--gender", "f", "--nationality", "YEM", "--source", "t")
    tenure = ("--person-id", "person:ilse-markovsky", "--actor-id", "igo:un", "--office", "UN Special Envoy for Merania",
              "--office-type", "special_envoy", "--from", "2014-02-01", "--source", "t")  # fmt: skip
    place = ("--name", "Hotel Meridianus", "--country", "CHE", "--kind", "venue", "--source", "t")
    body = ("--name", "Lakeside Dialogue Centre", "--actor-type", "igo", "--sector", "IGO", "--source", "t")
    alias = ("--alias", "The Glass House by the River", "--id", "igo:un", "--source", "t")
    for kind, options in [
        ("person", person),
        ("tenure", tenure),
        ("place", place),
        ("organisation", body),
        ("alias", alias),
    ]:
        result = add(run, mine, kind, *options)
        assert result.exit_code == 0, result.stderr
    assert sorted(p.name for p in mine.iterdir()) == [
        "aliases.csv", "organisations.csv", "persons.csv", "places.csv", "tenures.csv",
    ]  # fmt: skip
    assert "igo:lakeside-dialogue-centre" in (mine / "organisations.csv").read_text()


@pytest.mark.parametrize(
    ("kind", "options", "told"),
    [
        ("group", (*GROUP[:4], "--sector", "RBE", "--country", "YEM", "--source", "t"), "column sector: 'RBE'"),
        ("group", (*GROUP, "--from", "2011-13"), "column valid_from: '2011-13' is no date"),
        ("group", (*GROUP, "--from", "2012", "--to", "2011"), "'2012' is after '2011'"),
        ("group", (*GROUP, "--id", "hill"), "column id: 'hill'"),
        ("group", (*GROUP, "--alias", "Russia"), "the name 'Russia' belongs to RUS"),
        ("group", (*GROUP, "--id", "group:yem-houthis"), "in the shipped tables already"),
        ("alias", ("--alias", "United Nations", "--id", "igo:un", "--source", "t"), "bears the name"),
        ("alias", ("--alias", "Big House", "--id", "igo:unn", "--source", "t"), "'igo:unn' is in no table"),
        ("place", ("--name", "Hotel M", "--country", "CHE", "--kind", "venue", "--lat", "95", "--lon", "1", "--source", "t"),
         "column lat: 95.0 is off the globe"),
        ("place", ("--name", "Hotel M", "--country", "CHE", "--kind", "inn", "--source", "t"), "column kind: 'inn'"),
    ],
)  # fmt: skip
def test_what_may_not_stand_there_is_refused_and_nothing_written(run, mine, kind, options, told):
    result = add(run, mine, kind, *options)
    assert result.exit_code == 2
    assert told in result.stderr
    assert str(mine) in result.stderr and result.stderr.count("\n") == 1
    assert not mine.exists()


def test_the_same_row_twice_is_refused(run, mine):
    assert add(run, mine, "group", *GROUP).exit_code == 0
    before = (mine / "groups.csv").read_bytes()
    result = add(run, mine, "group", *GROUP)
    assert result.exit_code == 2
    assert "in this folder already" in result.stderr
    assert (mine / "groups.csv").read_bytes() == before


def test_a_name_that_two_bear_goes_in_after_it_is_listed_as_ambiguous(run, mine):
    group = "group:yem-hill-guard-of-merania"
    alias = ("--alias", "Houthis", "--id", group, "--source", "t")
    assert add(run, mine, "group", *GROUP).exit_code == 0
    assert add(run, mine, "alias", *alias).exit_code == 2
    listed = add(run, mine, "ambiguous", "--alias", "Houthis", "--ids", "group:yem-houthis", "--ids", group)
    assert listed.exit_code == 0, listed.stderr
    assert add(run, mine, "alias", *alias).exit_code == 0


def test_the_shipped_tables_are_never_written(run):
    before = (DATA / "groups.csv").read_bytes()
    result = run("actors", "add", "group", "--actors", DATA, *GROUP)
    assert result.exit_code == 2 and "inside the installed package" in result.stderr
    assert (DATA / "groups.csv").read_bytes() == before


def test_the_folder_may_come_from_the_environment_and_must_come_from_somewhere(run, mine, monkeypatch):
    monkeypatch.delenv("DRAGOMAN_ACTORS", raising=False)
    result = run("actors", "add", "group", *GROUP)
    assert result.exit_code == 2 and "--actors FOLDER" in result.stderr
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(mine))
    assert run("actors", "add", "group", *GROUP).exit_code == 0
    assert (mine / "groups.csv").is_file()


def test_words_that_own_tables_name_by_now_are_listed_as_unresolved_no_more(run, db, mine):
    assert run("actors", "--db", db, "--unresolved").exit_code == 0
    add(run, mine, "role", "--phrase", "lamplighter", "--sector", "CVL", "--source", "t")
    (row,) = map(
        json.loads,
        run("actors", "--db", db, "--unresolved", "--actors", mine, "--format", "jsonl").stdout.splitlines(),
    )
    assert row["phrase"] == "The elders"
    group = (
        "--name",
        "Elders of Brava",
        "--alias",
        "elders",
        "--actor-type",
        "tribal_or_local_authority",
        "--sector",
        "SOC",
        "--source",
        "t",
    )
    assert add(run, mine, "group", *group).exit_code == 0
    assert run("actors", "--db", db, "--unresolved", "--actors", mine).exit_code == 1


def test_only_names_are_listed_where_these_are_asked_for(run, db):
    rows = run("actors", "--db", db, "--unresolved", "--names-only", "--format", "jsonl")
    assert rows.exit_code == 1 and rows.stdout == ""  # "The elders" are no name
    assert run("actors", "--db", db, "--names-only").exit_code == 2


def test_the_listing_asks_for_a_record_and_adding_does_not(run):
    result = run("actors")
    assert result.exit_code == 2 and "--db" in result.stderr


@pytest.mark.parametrize("verb", ["code", "ingest"])
def test_a_folder_that_is_not_there_is_bad_input(run, articles, tmp_path, verb):
    store = ("--db", tmp_path / "new.duckdb") if verb == "ingest" else ()
    result = run(verb, articles, *store, "--actors", tmp_path / "none")
    assert result.exit_code == 2
    assert f"{tmp_path / 'none'}: there is no such folder" in result.stderr


def test_help_of_every_kind_of_row_has_an_example_and_texts(run):
    from dragoman.cli.actors_add import KINDS

    for kind in KINDS:
        output = run("actors", "add", kind, "--help").output
        assert f"dragoman actors add {kind}" in output
