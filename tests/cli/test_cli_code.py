"""`dragoman code`: formats, spans, exit codes."""

from __future__ import annotations

import csv
import io
import json

import msgspec
import pyarrow.parquet as pq
import pytest

from dragoman.records import EventMention


def test_jsonl_is_one_event_mention_a_line(run, articles, invented):
    result = run("code", articles)
    assert result.exit_code == 0
    mentions = [msgspec.json.decode(line, type=EventMention) for line in result.stdout.splitlines()]
    assert len(mentions) == len(invented.mentions())


def test_spans_hold_in_the_text_that_with_text_adds(run, articles):
    result = run("code", articles, "--format", "jsonl", "--with-text")
    text, seen = None, 0
    for line in map(json.loads, result.stdout.splitlines()):
        if "document_text" in line:
            text, document = line["document_text"], line["document"]["id"]
            continue
        assert line["document"]["id"] == document
        trigger = line["evidence"]["trigger"]
        assert text[trigger["start"] : trigger["end"]] == trigger["text"]
        for participant in line["participants"]:
            if span := participant["mention"]:
                assert text[span["start"] : span["end"]] == span["text"]
                seen += 1
    assert seen > 10


def test_characterisations_have_lines_of_their_own_and_only_where_they_are_asked_for(run, articles, invented):
    plain = run("code", articles, "--format", "jsonl").stdout.splitlines()
    lines = [json.loads(line) for line in run("code", articles, "--characterisations").stdout.splitlines()]
    judged = [line["characterisation"] for line in lines if "characterisation" in line]
    assert judged and len(lines) == len(plain) + len(judged)
    assert {c["predicate"] for c in judged} == {"characterises"}
    assert [line for line in lines if "characterisation" not in line] == [json.loads(line) for line in plain]


def test_characterisations_have_no_place_in_a_table(run, articles):
    result = run("code", articles, "--format", "csv", "--characterisations")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--format jsonl" in result.stderr


def test_a_plain_text_takes_date_and_outlet_from_the_options(run, tmp_path, invented):
    path = tmp_path / "one.txt"
    path.write_text(invented.ARTICLES[0].text)
    result = run("code", path, "--published", "2031-03-02", "--outlet", "Alma Herald")
    document = json.loads(result.stdout.splitlines()[0])["document"]
    assert (document["published"], document["outlet"]) == ("2031-03-02", "Alma Herald")


def test_a_text_is_read_from_standard_input(run, invented):
    result = run("code", "-", input=invented.ARTICLES[0].text)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 2


def test_nothing_found_ends_with_1(run, tmp_path):
    path = tmp_path / "weather.txt"
    path.write_text("It rained.")
    result = run("code", path)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Nothing found.\n")


def test_a_path_that_is_not_there_spares_the_others_and_ends_with_3(run, articles, tmp_path, invented):
    result = run("code", tmp_path / "gone.txt", articles)
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == len(invented.mentions())
    assert f"{tmp_path / 'gone.txt'}: no such file" in result.stderr


def test_json_nested_without_end_spares_the_others_in_its_folder(run, articles):
    (articles.parent / "deep.json").write_text("[" * 100_000)
    result = run("code", articles.parent)
    assert result.exit_code == 3
    assert result.stdout.strip()
    assert "deep.json: malformed JSON (nested too deeply)" in result.stderr


def test_an_article_given_twice_is_coded_once_with_a_note(run, articles, tmp_path, invented):
    (tmp_path / "copy.jsonl").write_bytes(articles.read_bytes())
    for paths, note in (
        ([articles, articles], "given twice, read once"),
        ([articles, tmp_path / "copy.jsonl"], "8 articles"),
    ):
        result = run("code", *paths)
        ids = [json.loads(line)["id"] for line in result.stdout.splitlines()]
        assert (result.exit_code, len(ids), len(set(ids))) == (0, len(invented.mentions()), len(invented.mentions()))
        assert note in result.stderr


def test_a_blank_outlet_is_null(run, tmp_path, invented):
    (tmp_path / "one.txt").write_text(invented.ARTICLES[0].text)
    result = run("code", tmp_path / "one.txt", "--outlet", "")
    assert json.loads(result.stdout.splitlines()[0])["document"]["outlet"] is None


@pytest.mark.parametrize(
    "arguments",
    [
        ["missing.txt"],
        ["ARTICLES", "--published", "soon"],
        ["ARTICLES", "--format", "csv", "--with-text"],
        ["ARTICLES", "--out", "events.doc"],
        ["ARTICLES", "--format", "xml"],
        ["ARTICLES", "--out", "no/such/folder/events.jsonl"],
        [],
    ],
)
def test_bad_input_ends_with_2_and_one_line(run, articles, arguments):
    result = run("code", *(articles if a == "ARTICLES" else a for a in arguments))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_some_inputs_failed_ends_with_3_and_lists_them(run, articles, tmp_path):
    (tmp_path / "in").mkdir()
    articles.rename(tmp_path / "in" / "articles.jsonl")
    (tmp_path / "in" / "broken.json").write_text("{")
    (tmp_path / "in" / "breaks.txt").write_text("BREAK the coder")
    result = run("code", tmp_path / "in")
    assert result.exit_code == 3
    assert result.stdout.count("\n") == 15
    assert "2 inputs failed" in result.stderr
    assert "broken.json" in result.stderr and "breaks.txt" in result.stderr


def test_when_every_input_failed_the_input_was_bad(run, tmp_path):
    path = tmp_path / "breaks.txt"
    path.write_text("BREAK the coder")
    assert run("code", path).exit_code == 2


def test_one_text_that_breaks_the_coder_spares_its_batch(run, tmp_path, invented):
    for number, text in enumerate([invented.ARTICLES[0].text, "BREAK", invented.ARTICLES[1].text]):
        (tmp_path / f"{number}.txt").write_text(text)
    result = run("code", *sorted(tmp_path.glob("*.txt")))
    assert len(result.stdout.splitlines()) == 4


def test_an_unreadable_date_is_noted_and_fails_nothing(run, tmp_path, invented):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": invented.ARTICLES[0].text, "published": "soon"}))
    result = run("code", path)
    assert result.exit_code == 0
    assert "note:" in result.stderr and "soon" in result.stderr


def test_files_of_another_kind_in_a_folder_are_noted_and_fail_nothing(run, tmp_path, articles):
    (tmp_path / "make.py").write_text("1")
    result = run("code", tmp_path)
    assert result.exit_code == 0
    assert "note:" in result.stderr and "make.py" in result.stderr


def test_the_table_names_brokers_parties_and_status(run, articles):
    output = run("code", articles, "--format", "table").stdout
    assert "mediated talks" in output and "planned" in output and "Northern Front" in output
    assert "15 event mentions in 8 articles" in output


def test_output_to_a_pipe_bears_no_control_characters(run, articles, tmp_path):
    output = run("code", articles, "--format", "table").output
    assert "\x1b" not in output
    assert max(map(len, output.splitlines())) <= 120


def test_the_format_follows_the_ending_of_the_file(run, articles, tmp_path):
    for name in ("e.jsonl", "e.csv", "e.parquet", "e.plover.jsonl", "e.tsv"):
        assert run("code", articles, "--out", tmp_path / name).exit_code == 0
    assert pq.read_table(tmp_path / "e.parquet").num_rows == 15
    assert len(list(csv.DictReader((tmp_path / "e.csv").open()))) == 15
    assert json.loads((tmp_path / "e.plover.jsonl").read_text().splitlines()[0])["x_mediation"]
    assert len((tmp_path / "e.tsv").read_text().splitlines()[0].split("\t")) == 7


def test_a_file_that_could_not_be_finished_leaves_the_old_one(run, tmp_path, articles, monkeypatch):
    target = tmp_path / "events.jsonl"
    target.write_text("old")
    from dragoman.exports import json_lines

    def fail(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(json_lines.msgspec.json, "Encoder", fail)
    run("code", articles, "--out", target)
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_csv_cells_cannot_run_as_formulas():
    from dragoman.exports.comma_separated import write_rows

    out = io.BytesIO()
    write_rows([{"a": "=1+1", "b": "@x", "c": -3.5, "d": "-x", "e": ["+1", "b"]}], "abcde", out)
    assert out.getvalue().decode().splitlines()[1] == "'=1+1,'@x,-3.5,'-x,'+1; b"


def test_a_genre_from_the_options_is_that_of_articles_that_tell_none(run, tmp_path):
    from dragoman.records import Document
    from dragoman.sources import Defaults, read_paths

    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two.", "genre": "interview"}\n')
    read = [d for d in read_paths([path], defaults=Defaults(genre="commentary")) if isinstance(d, Document)]
    assert [d.genre for d in read] == ["commentary", "interview"]
    assert run("code", path, "--genre", "commentary").exit_code in (0, 1)


def test_a_genre_that_the_codebook_lacks_is_refused_with_those_it_has(run, articles):
    result = run("code", articles, "--genre", "gossip")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "commentary" in result.stderr and "gossip" in result.stderr
