"""The files in requirements/ pin what pyproject.toml asks for, each version with its hashes, wherever it is fetched from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
FILES = {
    "core.txt": PROJECT["dependencies"],
    "all.txt": [
        *PROJECT["dependencies"],
        *EXTRAS["dev"],
        *EXTRAS["cluster"],
        *EXTRAS["web"],
        *EXTRAS["pdf"],
        *EXTRAS["stata"],
    ],
}
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)[^\n]*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)


@pytest.mark.parametrize("file", FILES)
def test_everything_that_is_asked_for_is_pinned_within_its_range(file: str) -> None:
    pins = {canonicalize_name(name): version for name, version, _ in _PIN.findall(text(file))}
    for wanted in map(Requirement, FILES[file]):
        if canonicalize_name(wanted.name) != "dragoman":
            assert wanted.specifier.contains(pins[canonicalize_name(wanted.name)]), f"{wanted}: run make lock"


@pytest.mark.parametrize("file", FILES)
def test_each_pin_has_hashes_and_no_line_says_where_to_fetch(file: str) -> None:
    assert _PIN.sub("", text(file)) == ""


def test_users_and_developers_get_the_same_versions() -> None:
    some, all_of_them = ({(name, version) for name, version, _ in _PIN.findall(text(file))} for file in FILES)
    assert some <= all_of_them


def text(file: str) -> str:
    return (ROOT / "requirements" / file).read_text(encoding="utf8")
