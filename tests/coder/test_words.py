"""The version of what the coder knows changes with every file that it reads."""

from __future__ import annotations

from importlib import resources

import pytest

from dragoman.coder.words import _DATA, _files


@pytest.mark.parametrize("folder", _DATA)
def test_every_folder_of_knowledge_is_part_of_the_version(folder: str) -> None:
    root = resources.files("dragoman").joinpath(*folder.split("/"))
    named = {name for name, _ in _files(root)}
    read = {entry.name for entry in root.iterdir() if entry.name.endswith((".yaml", ".csv", ".tsv", ".json"))}
    assert named and read <= named
