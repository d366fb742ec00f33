"""Where a trigger or an entry stands: the line that is told must hold it."""

from __future__ import annotations

from importlib import resources

import yaml

from dragoman.language.en import engine
from dragoman.ontology import Ontology, excerpts, lexicon


def lines(file: str) -> list[str]:
    return resources.files("dragoman").joinpath(*file.split("/")).read_text(encoding="utf-8").splitlines()


def test_every_trigger_is_found_where_it_stands_and_whole(shipped_ontology: Ontology) -> None:
    assert engine  # the package of the word lists is there
    for trigger in shipped_ontology.triggers:
        found = excerpts.of_trigger(trigger)
        assert found is not None, trigger.id
        first = found.text.splitlines()[0]
        assert lines(found.file)[found.line - 1].strip() == first.strip()
        [read] = yaml.safe_load(found.text)
        assert read["id"] == trigger.id.partition("/")[2]
        assert trigger.anchor in read


def test_every_modal_word_is_found_on_its_own_line(shipped_ontology: Ontology) -> None:
    modality = lexicon.load().modality
    for group in ("modals", "complement_verbs", "adverbs"):
        for entry in getattr(modality, group):
            found = excerpts.of_entry("modality.yaml", group, " ".join(entry))
            assert found is not None
            assert lines(found.file)[found.line - 1].strip().startswith(found.text.splitlines()[0])


def test_a_word_of_a_list_is_found_on_the_line_of_the_list() -> None:
    found = excerpts.of_entry("modality.yaml", "negations", "never")
    assert found is not None
    assert "never" in lines(found.file)[found.line - 1]


def test_what_is_not_there_is_not_found() -> None:
    assert excerpts.of_entry("modality.yaml", "no such group", "never") is None
    assert excerpts.of_entry("no_such_file.yaml", "negations", "never") is None
