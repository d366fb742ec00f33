"""What the pages for people say of commands, fields, rooms and tables is so, and nothing is left unsaid."""

from __future__ import annotations

import re
import shutil
from importlib import resources
from pathlib import Path

import msgspec
import pytest
import yaml
from pages import PAGES, ROOT, RUN, blocks, name

from dragoman.actors.tables import DATA, FILES
from dragoman.cli.main import VERBS
from dragoman.coder import Coder
from dragoman.coder.deciding.triggers import TriggerMatcher
from dragoman.coder.names.mentions import Mentions
from dragoman.exports import FORMATS
from dragoman.exports.comma_separated import COLUMNS
from dragoman.exports.registry import names as exporter_names
from dragoman.measures import NAMES
from dragoman.ontology import loader
from dragoman.records import (
    AttributionStep,
    Ceasefire,
    Characterisation,
    EventMention,
    Exclusion,
    Participant,
    Venue,
    When,
)
from dragoman.sources import registered_sources
from dragoman.text.sentences import split_sentences
from dragoman.version import VERSION

SOURCE = ROOT / "src" / "dragoman"


def text_of(*pages: Path) -> str:
    return "\n".join(page.read_text(encoding="utf8") for page in pages)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf8")):
        if not target.startswith(("http://", "https://", "#")):
            assert (page.parent / target.partition("#")[0]).exists(), f"{name(page)} links to {target}"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_shown_in_docs(verb: str) -> None:
    assert f"dragoman {verb}" in text_of(*RUN)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_page_shows_a_verb_that_does_not_exist(page: Path) -> None:
    shown = set()
    for block in blocks(page):
        if block.kind == "sh":
            shown |= set(re.findall(r"^(?:.*\| |.*\$\(|.*/)?dragoman ([a-z]+)", block.code, re.MULTILINE))
    assert shown <= set(VERBS)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_explained(form: str) -> None:
    page = text_of(ROOT / "docs" / "formats.md", ROOT / "docs" / "coding-articles.md")
    assert f"`{form}`" in page or f"--format {form}" in page


@pytest.mark.parametrize("exporter", exporter_names())
def test_every_exporter_of_the_record_is_explained(exporter: str) -> None:
    assert f"| `{exporter}` |" in text_of(ROOT / "docs" / "formats.md")


@pytest.mark.parametrize(
    "struct", [EventMention, Participant, Exclusion, Venue, When, AttributionStep, Characterisation, Ceasefire]
)
def test_every_json_field_is_explained(struct: type[msgspec.Struct]) -> None:
    page = text_of(ROOT / "docs" / "formats.md")
    assert [field for field in struct.__struct_encode_fields__ if f"`{field}`" not in page] == []


def test_every_column_of_a_table_of_mentions_is_explained() -> None:
    page = text_of(ROOT / "docs" / "formats.md")
    assert [column for column in COLUMNS if f"`{column}`" not in page] == []


def test_every_measure_is_named_and_explained() -> None:
    page = text_of(ROOT / "docs" / "record-and-brief.md")
    assert [measure for measure in NAMES if f"`{measure}`" not in page] == []
    page = text_of(ROOT / "docs" / "measures.md")
    assert [name for name, number in NAMES.items() if f"| {number} | `{name}` |" not in page] == []


def test_every_kind_of_file_that_is_read_is_named() -> None:
    page = text_of(ROOT / "docs" / "coding-articles.md")
    suffixes = {suffix for source in registered_sources(lambda html, url: None) for suffix in source.suffixes}
    assert [suffix for suffix in sorted(suffixes) if f"`{suffix}`" not in page] == []


def test_the_architecture_names_every_room_and_no_other() -> None:
    page = text_of(ROOT / "ARCHITECTURE.md")
    told = set(re.findall(r"^\| `(\w+)/`", page, re.MULTILINE))
    rooms = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert told == rooms


def test_the_architecture_names_every_wing_of_the_coder_and_rooms_to_begin_at() -> None:
    table = re.findall(r"^\| `coder/(\w+)/` \|[^|]+\|([^|]+)\|", text_of(ROOT / "ARCHITECTURE.md"), re.MULTILINE)
    coder = SOURCE / "coder"
    assert {wing for wing, _ in table} == {path.parent.name for path in coder.glob("*/__init__.py")}
    for wing, rooms in table:
        assert all((coder / wing / f"{room}.py").exists() for room in re.findall(r"`(\w+)`", rooms)), wing


def test_files_that_the_architecture_names_are_there() -> None:
    for path in set(re.findall(r"`([a-z_/]+/[a-z_.]+\.(?:py|yaml|md))[`/]", text_of(ROOT / "ARCHITECTURE.md"))):
        assert any(
            (base / path).exists() for base in (ROOT, SOURCE, SOURCE / "language", SOURCE / "language" / "en")
        ), path


def test_citation_and_changelog_bear_the_version() -> None:
    citation = yaml.safe_load(text_of(ROOT / "CITATION.cff"))
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert citation["version"] == VERSION
    assert f"## {VERSION}" in text_of(ROOT / "CHANGELOG.md")


def test_the_numbers_of_types_and_roles_are_right() -> None:
    ontology = loader.load()
    pages = text_of(*PAGES)
    assert set(re.findall(r"\b(\d+) (?:event )?types\b", pages)) == {str(len(ontology.types))}
    assert set(re.findall(r"\b(\d+) roles\b", pages)) == {str(len(ontology.codes["role"]))}
    assert len(ontology.categories) == 16


def test_every_rule_and_section_that_the_code_cites_is_in_the_codebook() -> None:
    page = text_of(ROOT / "docs" / "codebook.md")
    told = set(re.findall(r"^\| (R\d+) \|", page, re.MULTILINE))
    cited = set()
    for path in [*SOURCE.rglob("*.py"), *SOURCE.rglob("*.yaml")]:
        cited |= set(re.findall(r"\b(R\d{1,2})\b", path.read_text(encoding="utf8")))
    assert cited <= told
    assert len(told) == 29


@pytest.mark.parametrize("page", [ROOT / "README.md", PAGES[-1]], ids=name)
def test_figures_stand_between_marks_with_the_command_that_gives_them(page: Path) -> None:
    text = page.read_text(encoding="utf8")
    table = text.partition("<!-- figures -->")[2].partition("<!-- /figures -->")[0]
    assert table
    for script in re.findall(r"`python (\S+)", table):
        assert script.startswith("benchmarks/")


def test_the_tables_of_the_actor_page_have_the_columns_of_the_files() -> None:
    headers = {(DATA / file).read_text(encoding="utf8").splitlines()[0] for file, _ in FILES.values()}
    found = [block.code.splitlines() for block in blocks(ROOT / "docs" / "add-an-actor.md") if block.kind == "csv"]
    assert len(found) >= 4
    for header, *rows in found:
        assert header in headers
        assert all(row.count(",") == header.count(",") for row in rows)


def test_the_wording_and_the_type_of_the_event_page_are_found_by_their_rules(tmp_path: Path, coder: Coder) -> None:
    yamls = [block.code for block in blocks(ROOT / "docs" / "add-an-event-type.md") if block.kind == "yaml"]
    wording, example, code, new = yamls
    shipped = Path(str(resources.files("dragoman.ontology")))
    for part in ("events", "plover"):
        shutil.copytree(shipped / part, tmp_path / part)
    shutil.copy(shipped / "crosswalk.yaml", tmp_path / "crosswalk.yaml")
    shutil.copy(shipped / "groups.yaml", tmp_path / "groups.yaml")
    codes = (shipped / "codes.yaml").read_text(encoding="utf8")
    (tmp_path / "codes.yaml").write_text(codes.replace("event_type:", "event_type:\n" + code.rstrip() + "\n  #", 1))
    name_of_type = yaml.safe_load(new)["type"]
    (tmp_path / "events" / f"{name_of_type}.yaml").write_text(new)
    venue = tmp_path / "events" / "venue_offered.yaml"
    text = venue.read_text(encoding="utf8")
    venue.write_text(text.replace("examples:\n  for:\n", wording + "examples:\n  for:\n" + example, 1))

    ontology = loader.read(tmp_path, Path(str(resources.files("dragoman.language.en"))) / "lexicon")
    matcher = TriggerMatcher(ontology, coder.words.light_verbs)

    def rules(sentence: str) -> set[str]:
        parsed = coder.engine.parse(sentence, split_sentences(sentence))
        mentions = Mentions(sentence, parsed, coder.knowledge, published=None, context="")
        return {match.trigger.id for one in parsed for match in matcher.match(one, mentions)}

    assert "venue_offered/put-at-disposal" in rules(yaml.safe_load(example)[0]["text"])
    added = ontology.types[name_of_type]
    for good in added.examples_for:
        assert any(rule.startswith(f"{name_of_type}/") for rule in rules(good.text)), good.text
    for bad in added.examples_against:
        assert not any(rule.startswith(f"{name_of_type}/") for rule in rules(bad.text)), bad.text


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CITATION.cff"], ids=name)
def test_no_page_names_a_place_on_somebodys_machine(page: Path) -> None:
    assert not re.search(r"(?<![\w.])/(?:work|home|root|tmp|Users)/", page.read_text(encoding="utf8"))
