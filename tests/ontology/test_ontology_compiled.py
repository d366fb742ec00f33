"""The compiled ontology: the same as the YAML files, made anew after an edit, never needed."""

import shutil
from importlib import resources
from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.ontology.compiled import NAME, load_compiled
from dragoman.ontology.loader import read

Folders = tuple[Path, Path]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    own = Path(str(resources.files("dragoman.ontology")))
    lexicon = Path(str(resources.files("dragoman.language.en"))) / "lexicon"
    without = shutil.ignore_patterns("*.py", "*.msgpack*", "__pycache__")
    return (
        Path(shutil.copytree(own, tmp_path / "ontology", ignore=without)),
        Path(shutil.copytree(lexicon, tmp_path / "lexicon")),
    )


def test_what_is_compiled_is_what_the_files_say(folders: Folders) -> None:
    load_compiled(*folders)
    assert (folders[0] / NAME).is_file()
    again = load_compiled(*folders)
    assert again == read(*folders)
    of_types = [t for e in (*again.types.values(), *again.categories.values()) for t in e.triggers]
    assert all(a is b for a, b in zip(again.triggers, of_types, strict=True))


def test_an_edit_is_seen_at_once(folders: Folders) -> None:
    load_compiled(*folders)
    path = folders[0] / "events" / "direct_negotiation.yaml"
    words = path.read_text(encoding="utf8").replace(
        "\ntriggers:\n", "\ntriggers:\n  - {id: pow-wow, noun: [pow-wow]}\n"
    )
    path.write_text(words, encoding="utf8")
    assert any(t.id == "direct_negotiation/pow-wow" for t in load_compiled(*folders).triggers)


def test_a_wrong_edit_is_told_though_an_older_compiled_file_is_there(folders: Folders) -> None:
    load_compiled(*folders)
    path = folders[0] / "events" / "direct_negotiation.yaml"
    path.write_text(path.read_text(encoding="utf8").replace("\ntriggers:", "\ntrigger:"), encoding="utf8")
    with pytest.raises(DataError, match=r"direct_negotiation\.yaml"):
        load_compiled(*folders)


@pytest.mark.parametrize("content", [b"", b"short", None])
def test_a_broken_file_is_made_anew(folders: Folders, content: bytes | None) -> None:
    load_compiled(*folders)
    file = folders[0] / NAME
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if content is None else content)
    assert load_compiled(*folders) == read(*folders)
    assert len(file.read_bytes()) == len(whole)


def test_a_folder_that_cannot_be_written_is_read_all_the_same(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert load_compiled(*folders) == read(*folders)
    assert not (folders[0] / NAME).exists()
