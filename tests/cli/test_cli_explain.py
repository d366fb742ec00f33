"""`dragoman explain`: of a text without a record, of a record, as text, in colours and as JSON."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

import dragoman
from dragoman.cli.explained import draw
from dragoman.cli.main import cli
from dragoman.cli.services import Services
from dragoman.coder import Coder
from dragoman.records import Document
from dragoman.reports.explanation import explain_text
from dragoman.store import Store

TEXT = "Norway mediated talks between the Colombian government and the ELN in Oslo."
SNAPSHOT = Path(__file__).parent / "explained.txt"
"""What a pipe gets for TEXT at a width of 100, with versions, ids, shares and lines of files masked (`masked`)."""

Explain = Callable[..., Result]


@pytest.fixture
def explain(coder: Coder) -> Explain:
    """Calls `dragoman explain` with the shipped coder."""

    def call(*arguments: str | Path, input: str | None = None) -> Result:
        services = Services(coder=lambda threads: coder)
        return CliRunner().invoke(cli, ["explain", *map(str, arguments)], obj=services, input=input)

    return call


def masked(text: str) -> str:
    """Without what another model or version, or other words of the rule change: of shares only the likeliest is left."""
    text = re.sub(r"em_[0-9a-f]+", "em_ID", text)
    text = re.sub(r"(coder +dragoman) .*", r"\1", text)
    text = re.sub(r"(\w+) \d+%(, \w+ \d+%)*", r"\1 N%", text)
    text = re.sub(r"\d+ (marks in coded articles) \d+ (were events,) \d+ ", r"N \1 N \2 N ", text)
    text = re.sub(r"probability [\d.]+", "probability P", text)
    text = re.sub(r"confidence( +)[\d.]+", r"confidence\1C", text)
    text = re.sub(r"(?m)^  also fits .*\n", "", text)
    text = re.sub(r"(?m)^ +│ (?!- id).*\n", "", text)
    return re.sub(r"(\.yaml):\d+", r"\1:LINE", text)


def test_a_pipe_gets_the_whole_explanation_without_colours(explain: Explain, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    result = explain("--text", TEXT, "--published", "2016-12-17", "--outlet", "Gulf Ledger")
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100
    assert masked(result.stdout) == SNAPSHOT.read_text(encoding="utf-8")


def test_the_rule_is_told_with_the_line_where_it_stands(explain: Explain) -> None:
    [view] = json.loads(explain("--text", TEXT, "--format", "json").stdout)["mentions"]
    rule = view["decision"]["rules"][0]
    lines = resources.files("dragoman").joinpath(*rule["file"].split("/")).read_text(encoding="utf-8").splitlines()
    assert lines[rule["line"] - 1].strip() == f"- id: {rule['id'].partition('/')[2]}"
    assert rule["definition"].splitlines()[0] == f"- id: {rule['id'].partition('/')[2]}"


def test_json_tells_the_record_and_how_it_came_about(explain: Explain) -> None:
    told = json.loads(explain("--text", TEXT, "--outlet", "Gulf Ledger", "--format", "json").stdout)
    [view] = told["mentions"]
    assert view["mention"]["type"] == view["decision"]["steps"][-1][1] == "mediated_talks"
    assert {value["name"]: value["value"] for value in view["decision"]["values"]} == {
        name: view["mention"][name] for name in ("status", "polarity", "certainty", "tense")
    }
    assert "".join(piece["text"] for piece in view["pieces"]) == TEXT
    assert [word["text"] for word in view["tree"]][:3] == ["Norway", "mediated", "talks"]
    assert sum(word["head"] == 0 for word in view["tree"]) == 1
    for participant in view["participants"]:
        assert participant["roles"] and participant["why"] and participant["role_by"]


def test_a_text_without_an_event_says_what_was_weighed_and_ends_with_1(explain: Explain) -> None:
    result = explain("--text", "The weather was fine in Geneva.")
    assert result.exit_code == 1
    assert "The weather was fine in Geneva." in result.stdout and "no word is an event to the model" in result.stdout
    assert "Nothing found." in result.stderr
    blank = explain("--text", "  ")
    assert (blank.exit_code, blank.stdout.strip()) == (1, "")


def test_a_word_about_the_event_is_told_with_its_list(explain: Explain, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    told = explain("--text", "The rebels could hold talks with the government in Oslo, Norway said.").stdout
    assert re.search(r"“could” speaks for \w+ \(language/en/lexicon/modality\.yaml:\d+, modals\)", told)


def test_standard_input_is_read_as_code_reads_it(explain: Explain) -> None:
    lines = [{"id": "a", "text": TEXT, "outlet": "Gulf Ledger"}, {"id": "b", "text": "Nothing happened."}]
    result = explain("--text", "-", "--format", "json", input="\n".join(map(json.dumps, lines)))
    assert result.exit_code == 0
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "b"]
    assert "«mediated talks»" in explain("--text", "-", input=TEXT).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["ev_1"],
        ["ev_1", "--text", TEXT],
        ["--text", TEXT, "--db", "x.duckdb"],
        ["--text", TEXT, "--no-parse"],
        ["--text", TEXT, "--published", "some day"],
        ["ev_1", "--db", "x.duckdb", "--outlet", "Gulf Ledger"],
    ],
)
def test_what_does_not_go_together_is_bad_input(explain: Explain, arguments: list[str]) -> None:
    result = explain(*arguments)
    assert result.exit_code == 2
    assert result.stdout == "" and result.stderr.count("\n") == 1


def drawn(coder: Coder, text: str, width: int, *, colours: bool = True) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, force_terminal=colours, color_system="truecolor" if colours else None,
        markup=False, highlight=False, emoji=False,
    )  # fmt: skip
    draw(explain_text(coder.trace(Document.of(text, outlet="Gulf Ledger"))), console)
    return stream.getvalue()


COLOURS = re.compile(r"\x1b\[[\d;]*m")


@pytest.mark.parametrize("width", [80, 100, 160])
def test_on_a_terminal_nothing_is_wider_than_it(coder: Coder, width: int) -> None:
    text = f"{TEXT} Two diplomats said that the talks might collapse if Venezuela, which had brokered them, was not invited again."
    lines = [COLOURS.sub("", line) for line in drawn(coder, text, width).splitlines()]
    assert max(map(len, lines)) <= width
    assert any(line.split() and line.split()[0] == "mediator" for line in lines)


def test_no_color_gives_brackets_on_a_terminal_too(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    told = drawn(coder, TEXT, 100)
    assert "[Norway](mediator)" in told
    assert not re.search(r"\x1b\[[\d;]*3[0-7]", told)


HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07Norway\x9b31m mediated talks between\u202e the Colombian government "
    "and the \x1b[31mELN\x1b[0m in [bold]Oslo[/bold].\r"
)


def test_a_text_cannot_steer_the_terminal(coder: Coder) -> None:
    told = drawn(coder, HOSTILE, 100)
    assert "Norway" in told
    # What remains besides printable characters are colours, and those of the text are not among them.
    assert all(c == "\n" or c.isprintable() for c in COLOURS.sub("", told))
    assert not {"\x1b[31m", "\x1b[2J"} & set(re.findall(r"\x1b\[[^a-zA-Z]*[a-zA-Z]", told))
    assert "[31m" in COLOURS.sub("", told)


def test_without_colours_no_escape_is_left_at_all(coder: Coder) -> None:
    told = drawn(coder, HOSTILE, 100, colours=False)
    assert all(c == "\n" or c.isprintable() for c in told)


def test_in_a_pipe_a_hostile_text_is_plain(explain: Explain) -> None:
    told = explain("--text", HOSTILE).stdout
    assert "[bold]" in told
    assert all(c == "\n" or c.isprintable() for c in told)


def test_several_events_of_one_sentence_have_its_whole_tree_once(coder: Coder) -> None:
    text = "Saudi Arabia accused Iran of arming the Houthis."
    first, second = coder(text, outlet="Gulf Ledger").events
    told = drawn(coder, text, 100, colours=False)
    assert told.count("\nTree\n") == 1
    assert f"(the whole one: {first.id})" in told.partition(second.id)[2]


@pytest.fixture
def record(coder: Coder, tmp_path: Path) -> Path:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    path = tmp_path / "record.duckdb"
    with dragoman.Store(path) as store:
        store.ingest(article, coder=coder, outlet="Gulf Ledger", published="2016-12-17", screen=False)
    return path


def test_an_event_of_a_record_is_explained_as_its_text_is(explain: Explain, record: Path) -> None:
    with Store(record, read_only=True) as store:
        [event] = store.events()
        [mention] = store.mentions()
    told = explain(event.id, "--db", record).stdout
    assert "1 independent" in told
    alone = explain(mention.id, "--db", record, "--format", "json").stdout
    [view] = json.loads(alone)["mentions"]
    text = explain("--text", TEXT, "--outlet", "Gulf Ledger", "--published", "2016-12-17", "--format", "json").stdout
    assert view["decision"] == json.loads(text)["mentions"][0]["decision"]
    assert view["note"] == ""


def test_without_parse_the_model_is_not_asked(explain: Explain, record: Path) -> None:
    with Store(record, read_only=True) as store:
        [mention] = store.mentions()
    told = explain(mention.id, "--db", record, "--no-parse").stdout
    assert "[Norway](mediator)" in told and "Why this type" not in told and "Tree" not in told


def test_a_text_that_is_not_kept_is_said_not_to_be(explain: Explain, record: Path) -> None:
    import duckdb

    with Store(record, read_only=True) as store:
        [mention] = store.mentions()
    with duckdb.connect(str(record)) as open_record:
        open_record.execute("UPDATE document SET text = ''")
    told = explain(mention.id, "--db", record).stdout
    assert "has not kept the text" in " ".join(told.split())
    assert "[Norway](mediator)" in told
