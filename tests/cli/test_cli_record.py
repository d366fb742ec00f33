"""The verbs over a record: ingest, the listings, explain, brief, doctor."""

from __future__ import annotations

import datetime
import json

import pyarrow.parquet as pq
import pytest

import dragoman
from dragoman.store import Store

LISTINGS = ["events", "tracks", "actors", "exclusions", "agreements"]


def test_ingest_twice_is_ingest_once(run, articles, tmp_path):
    db = tmp_path / "new.duckdb"
    first = run("ingest", articles, "--db", db)
    assert first.exit_code == 0
    assert "8 new" in first.stdout and "8 articles, 15 event mentions" in first.stdout
    with Store(db, read_only=True) as store:
        events = list(store.events())
    second = run("ingest", articles, "--db", db)
    assert second.exit_code == 0
    assert "0 new, 8 known already" in second.stdout and "0 articles, 0 event mentions" in second.stdout
    with Store(db, read_only=True) as store:
        assert list(store.events()) == events
        assert store.check() == []


def test_articles_without_a_day_are_told_of(run, tmp_path):
    (tmp_path / "one.txt").write_text("Talks opened in Alma on Friday.")
    result = run("ingest", tmp_path / "one.txt", "--db", tmp_path / "new.duckdb", "--no-screen")
    assert "1 new article without a day of publication" in result.stdout
    again = run("ingest", tmp_path / "one.txt", "--db", tmp_path / "new.duckdb", "--no-screen")
    assert "undated" not in again.stdout


@pytest.mark.parametrize("verb", ["events", "tracks", "exclusions", "agreements"])
def test_an_unknown_conflict_is_answered_with_those_there_are(run, db, verb):
    with Store(db, read_only=True) as store:
        known = [name for name, _ in store.conflicts()]
    result = run(verb, "--db", db, "--conflict", "erania")
    assert result.exit_code == 1
    assert "no event is about 'erania'" in result.stderr and all(name in result.stderr for name in known)


@pytest.fixture
def two_wars(tmp_path, invented):
    """A record with two conflicts of one country of this world, and a third."""
    path = tmp_path / "two.duckdb"
    with Store(path) as store:
        invented.fill(store)
        with store.transaction() as connection:
            connection.execute("UPDATE event SET conflict = 'Colombia-FARC' WHERE type = 'mediated_talks'")
            connection.execute("UPDATE event SET conflict = 'Colombia-ELN' WHERE type = 'walkout'")
    return path


@pytest.mark.parametrize(
    ("asked", "types"),
    [
        ("colombia", {"mediated_talks", "walkout"}),  # a country, of which the record has two conflicts
        ("FARC", {"mediated_talks"}),  # a word of the name
        ("Colombia-E", {"walkout"}),  # how it begins
    ],
)
def test_a_country_or_a_word_stands_for_the_conflicts_that_have_it(run, two_wars, tmp_path, asked, types):
    result = run("events", "--db", two_wars, "--conflict", asked, "--format", "jsonl")
    assert {json.loads(line)["type"] for line in result.stdout.splitlines()} == types
    assert "--conflict " + asked in result.stderr and "Colombia-" in result.stderr
    out = tmp_path / "brief.md"
    assert run("brief", "--db", two_wars, "--conflict", asked, "--out", out).exit_code == 0
    assert "Merania\n" not in out.read_text().splitlines()[0]
    for verb in ("tracks", "exclusions", "agreements", "actors", "measure"):
        assert "no event is about" not in run(verb, "--db", two_wars, "--conflict", asked).stderr


def test_events_are_chosen_by_type_track_and_actor(run, db):
    def told(*options):
        return [
            json.loads(line) for line in run("events", "--db", db, "--format", "jsonl", *options).stdout.splitlines()
        ]

    assert {e["type"] for e in told("--type", "mediated_talks")} == {"mediated_talks"}
    assert {e["track"] for e in told("--track", "tarn")} == {"Tarn track"}
    some = told("--actor", "ostland")
    assert some and all(any("Ostland" in p["name"] for p in e["participants"]) for e in some)
    wrong = run("events", "--db", db, "--type", "talk")
    assert wrong.exit_code == 2 and "--type: 'talk' is not known" in wrong.stderr


def test_peacemaking_meetings_and_texts_can_be_asked_for_as_such(run, db):
    def types(group):
        told = run("events", "--db", db, "--type", group, "--format", "jsonl").stdout
        return {json.loads(line)["type"] for line in told.splitlines()}

    assert types("texts") == {"prisoner_exchange", "ceasefire_declared"}
    assert types("meetings") == {"mediated_talks", "direct_negotiation", "third_party_consultation"}
    assert types("peacemaking") > types("texts") | types("meetings")
    assert not types("peacemaking") & {"endorsement", "precondition_set", None}


def test_an_event_without_a_date_shows_the_day_of_its_report_in_brackets(run, db):
    table = run("events", "--db", db, "--type", "talks_refused").stdout
    assert "(2031-04-15)" in table and "in brackets the day of the first report" in table


def test_no_word_of_a_table_is_cut_where_there_is_room(run, db, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    with Store(db) as store, store.transaction() as connection:
        connection.execute("UPDATE track SET conflict = 'Nagorno-Karabakh'")
        connection.execute("UPDATE agreement SET agreement_class = 'comprehensive'")
    assert "Nagorno-Karabakh" in run("tracks", "--db", db).stdout
    assert "comprehensive" in run("agreements", "--db", db).stdout


@pytest.mark.parametrize(
    ("typed", "told"), [("trakcs", "Did you mean tracks?"), ("changes", "There are: code, ingest")]
)
def test_a_mistyped_verb_is_answered_with_those_there_are(run, typed, told):
    result = run(typed)
    assert result.exit_code == 2 and told in result.stderr


def test_a_file_that_is_no_record_is_called_so(run, articles):
    result = run("events", "--db", articles)
    assert result.exit_code == 2 and "not a Dragoman record" in result.stderr


def test_a_brief_of_the_past_knows_nothing_of_what_came_later(run, db, tmp_path):
    run("brief", "--db", db, "--until", "2031-03-15", "--out", tmp_path / "past.md")
    text = (tmp_path / "past.md").read_text()
    assert "to 12 March 2031" in text and "States as of 12 March 2031" in text
    assert "Tarn" not in text and "April 2031" not in text


def test_ingest_goes_on_where_it_was_broken_off(run, articles, tmp_path, invented):
    db = tmp_path / "new.duckdb"
    with Store(db) as store:
        store.add_documents(invented.documents())
    result = run("ingest", articles, "--db", db)
    assert "0 new, 8 known already" in result.stdout and "8 articles, 15 event mentions" in result.stdout


def test_ingest_keeps_what_failed_and_ends_with_3(run, articles, tmp_path):
    bad = tmp_path / "breaks.txt"
    bad.write_text("BREAK")
    db = tmp_path / "new.duckdb"
    result = run("ingest", articles, bad, "--db", db)
    assert result.exit_code == 3
    assert "breaks.txt" in result.stderr
    with Store(db, read_only=True) as store:
        assert [failure.stage for failure in store.failures()] == ["code"]
        assert [d.path for d in store.uncoded("invented")] == [str(bad)]


def test_web_addresses_are_refused_before_anything_is_written(run, tmp_path):
    db = tmp_path / "new.duckdb"
    result = run("ingest", "https://news.example/a", "--db", db)
    assert result.exit_code == 2
    assert "--fetch" in result.stderr
    assert not db.exists()


def test_an_empty_folder_is_bad_input(run, tmp_path):
    (tmp_path / "in").mkdir()
    assert run("ingest", tmp_path / "in", "--db", tmp_path / "new.duckdb").exit_code == 2


def test_where_no_article_is_read_no_record_is_made(run, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "deep.json").write_text("[" * 100_000)
    db = tmp_path / "new.duckdb"
    for paths in (["in"], ["deep.json"], ["in", "deep.json", "gone.txt"]):
        result = run("ingest", *(tmp_path / path for path in paths), "--db", db)
        assert (result.exit_code, db.exists()) == (2, False)
        assert all(str(tmp_path / path) in result.stderr for path in paths)


def test_a_record_that_is_there_keeps_what_failed_though_no_article_is_read(run, db, tmp_path):
    (tmp_path / "in").mkdir()
    assert run("ingest", tmp_path / "in", "--db", db).exit_code == 2
    with Store(db, read_only=True) as store:
        assert [failure.path for failure in store.failures()] == [str(tmp_path / "in")]
        assert len(list(store.documents())) == 8


def test_a_python_user_names_paths_as_texts_as_path_objects_and_in_lists(articles, tmp_path, invented):
    (tmp_path / "one.txt").write_text(invented.ARTICLES[0].text)
    with dragoman.Store(tmp_path / "new.duckdb") as store:
        done = store.ingest([str(articles), tmp_path / "one.txt"], coder=invented.InventedCoder(),
                            published=datetime.date(2031, 3, 2))  # fmt: skip
        assert len(done.added.new) == 9
        assert store.document(done.added.new[-1]).published == "2031-03-02"
        assert len(store.ingest(articles, str(articles), coder=invented.InventedCoder()).added.new) == 0
        for wrong in ([], [[]], [7], [None], [invented.documents()[0]], [b"articles"]):
            with pytest.raises(dragoman.DragomanError, match="path"):
                store.ingest(*wrong, coder=invented.InventedCoder())
        with pytest.raises(dragoman.DragomanError, match="unreadable date"):
            store.ingest(articles, coder=invented.InventedCoder(), published="17.12.2016")


@pytest.mark.parametrize("verb", LISTINGS)
def test_a_missing_record_is_bad_input(run, verb, tmp_path):
    result = run(verb, "--db", tmp_path / "none.duckdb")
    assert result.exit_code == 2
    assert "dragoman ingest" in result.stderr


@pytest.mark.parametrize("verb", LISTINGS)
def test_every_listing_has_every_format(run, verb, db, tmp_path):
    lines = run(verb, "--db", db, "--format", "jsonl").stdout.splitlines()
    assert lines
    header, *rows = run(verb, "--db", db, "--format", "csv").stdout.splitlines()
    assert header.split(",") == list(json.loads(lines[0]))
    assert len(rows) == len(lines)
    assert run(verb, "--db", db, "--out", tmp_path / "rows.parquet").exit_code == 0
    assert pq.read_table(tmp_path / "rows.parquet").num_rows == len(lines)
    table = run(verb, "--db", db).stdout
    assert f"{len(lines)} {verb.removesuffix('s')}" in table


@pytest.mark.parametrize("verb", LISTINGS)
def test_a_conflict_that_is_not_there_is_nothing_found(run, verb, db):
    assert run(verb, "--db", db, "--conflict", "Nowhere").exit_code == 1


@pytest.mark.parametrize(("option", "value"), [("--status", "finished"), ("--since", "last week")])
def test_an_unknown_status_or_date_is_bad_input(run, db, option, value):
    result = run("events", "--db", db, option, value)
    assert result.exit_code == 2
    assert value in result.stderr


@pytest.mark.parametrize("verb", [*LISTINGS, "brief", "export", "measure"])
def test_a_window_that_ends_before_it_begins_is_bad_input(run, db, tmp_path, verb):
    out = {"brief": ["--out", tmp_path / "b.md"], "export": ["--as", "plover", "--out", tmp_path / "p.jsonl"]}
    result = run(verb, "--db", db, "--since", "2032", "--until", "2031-06", *out.get(verb, []))
    assert result.exit_code == 2
    assert "--since 2032 is after --until 2031-06. Swap the two" in result.stderr
    assert not list(tmp_path.glob("[bp].*"))


@pytest.mark.parametrize("verb", [*LISTINGS, "brief", "export", "measure"])
@pytest.mark.parametrize("day", ["2031-02-30", "2031-13", "2031-00"])
def test_a_day_that_is_in_no_calendar_is_bad_input(run, db, tmp_path, verb, day):
    out = {"brief": ["--out", tmp_path / "b.md"], "export": ["--as", "plover", "--out", tmp_path / "p.jsonl"]}
    for option in ("--since", "--until"):
        result = run(verb, "--db", db, option, day, *out.get(verb, []))
        assert result.exit_code == 2
        assert f"{option}: '{day}' is not a date" in result.stderr


def test_events_are_narrowed_by_status_and_date(run, db):
    lines = run("events", "--db", db, "--status", "planned", "--since", "2031-05", "--format", "jsonl").stdout
    (event,) = map(json.loads, lines.splitlines())
    assert (event["type"], event["status"]) == ("direct_negotiation", "planned")
    assert {p["name"] for p in event["participants"]} >= {"Merania", "River League"}


def test_the_table_of_tracks_tells_brokers_parties_and_who_is_out(run, db, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    output = run("tracks", "--db", db).stdout
    for word in ("name", "brokers", "parties", "excluded", "venue", "state", "last change"):
        assert word in output.splitlines()[1]
    assert "Tarn" in output and "Kedar and Ostland" in output and "United Nations" in output


def test_tables_fit_a_narrow_terminal(run, db, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    for verb in LISTINGS:
        assert max(map(len, run(verb, "--db", db).stdout.splitlines())) <= 80


def test_unresolved_words_are_listed_by_frequency(run, db):
    (row,) = map(json.loads, run("actors", "--db", db, "--unresolved", "--format", "jsonl").stdout.splitlines())
    assert (row["phrase"], row["times"], row["roles"]) == ("The elders", 1, {"host": 1})


def test_explain_shows_sentence_rule_chain_history_and_why(run, db):
    with Store(db, read_only=True) as store:
        event = next(e for e in store.events() if e.status == "contested")
    output = run("explain", event.id, "--db", db).stdout
    assert "«talks»" in output
    assert "invented/rule" in output
    assert "The Brava Observer ← a commander of the Northern Front" in output
    assert "denied" in output and "proposed" in output
    assert "invented table, exact name" in output


def test_explain_takes_a_mention_too(run, db):
    output = run("explain", "em_mer-01_0", "--db", db).stdout
    assert "[Merania](conflict party)" in output.replace("\n", " ").replace("    ", "")


def test_explain_of_an_unknown_id_finds_nothing(run, db):
    assert run("explain", "ev_0", "--db", db).exit_code == 1


@pytest.mark.parametrize("name", ["brief.html", "brief.md"])
def test_a_brief_is_written(run, db, tmp_path, name):
    out = tmp_path / name
    assert run("brief", "--db", db, "--conflict", "merania", "--out", out).exit_code == 0
    assert "Merania" in out.read_text()


def test_a_brief_of_nothing_is_not_written(run, db, tmp_path):
    out = tmp_path / "brief.html"
    assert run("brief", "--db", db, "--conflict", "Nowhere", "--out", out).exit_code == 1
    assert not out.exists()


def test_a_brief_needs_a_known_ending(run, db, tmp_path):
    assert run("brief", "--db", db, "--out", tmp_path / "brief.pdf").exit_code == 2


def test_doctor_tells_versions_and_that_the_record_is_whole(run, db):
    result = run("doctor", "--db", db)
    assert result.exit_code == 0
    assert "Python" in result.stdout and "whole" in result.stdout


def test_doctor_finds_a_record_that_is_broken(run, db):
    with Store(db) as store, store.transaction() as connection:
        connection.execute("UPDATE document SET text = 'other' WHERE id = 'mer-01'")
    result = run("doctor", "--db", db)
    assert result.exit_code == 2
    assert "mer-01" in result.stdout
