"""The package loads quickly and quietly, prints only from its command line, and its imports run one way."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman

PACKAGE = Path(dragoman.__file__).parent
MEASURE = "import time; t = time.perf_counter(); import dragoman; dragoman.load; print(time.perf_counter() - t)"


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)


def test_the_package_is_imported_in_half_a_second() -> None:
    """The best of three, since other work may hold the machine."""
    assert min(float(python(MEASURE).stdout) for _ in range(3)) < 0.5


def test_importing_says_nothing() -> None:
    done = python("import dragoman")
    assert (done.stdout, done.stderr) == ("", "")


def test_importing_loads_neither_model_nor_tables() -> None:
    done = python("import dragoman, sys; print(*sorted(sys.modules))")
    assert not {"onnxruntime", "duckdb", "trafilatura", "numpy"} & set(done.stdout.split())


def test_only_the_command_line_prints() -> None:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if "cli" in path.relative_to(PACKAGE).parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                found.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    assert found == []


def test_public_names_can_all_be_had() -> None:
    assert all(getattr(dragoman, name) is not None for name in dragoman.__all__)


def test_an_unknown_name_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="Ambassador"):
        _ = dragoman.Ambassador


def test_imports_run_one_way() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    if not linter.exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run(
        [linter, "--no-cache"],
        cwd=PACKAGE.parents[1],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
