"""Help and start-up: derived from the table of verbs, so that none can be forgotten."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from dragoman.cli.main import VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_every_verb_has_an_example_of_itself(run, verb):
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert "Example" in result.output
    assert f"dragoman {verb}" in result.output.partition("Example")[2].partition("Options")[0]


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_of_every_verb_has_a_help_text(verb):
    import importlib

    command = importlib.import_module(f"dragoman.cli.{VERBS[verb]}").command
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_help_lists_every_verb_and_the_exit_codes(run):
    output = run("--help").output
    assert all(f"\n  {verb}" in output for verb in VERBS)
    assert "3 some inputs failed" in output


def test_help_loads_no_library_that_is_slow():
    slow = ["pyarrow", "onnxruntime", "duckdb", "rich", "jinja2", "numpy"]
    script = (
        "import sys\n"
        "from dragoman.cli.main import cli\n"
        "try:\n    cli(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', [name for name in {slow!r} if name in sys.modules])"
    )
    output = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert output.splitlines()[-1] == "LOADED []"


def test_an_unknown_verb_is_bad_input(run):
    assert run("negotiate").exit_code == 2
