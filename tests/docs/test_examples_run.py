"""Every shell and Python block of the README and of docs/ runs as it stands, page by page in its order.

A comment `<!-- not run: why -->` above a block leaves it out; one with `<!-- slow -->` runs only with
`DRAGOMAN_SLOW=1 make test`.
Each page runs in a folder of its own with `examples`, a folder `articles` and a file `article.txt`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pages import ROOT, RUN, Block, blocks, name

SLOW = bool(os.environ.get("DRAGOMAN_SLOW"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A reader's folder: the samples, and some articles of their own."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "articles").mkdir()
    lines = (ROOT / "examples" / "articles" / "yemen.jsonl").read_text(encoding="utf8").splitlines()
    (tmp_path / "articles" / "yemen.jsonl").write_text("\n".join(lines) + "\n", encoding="utf8")
    (tmp_path / "article.txt").write_text(json.loads(lines[0])["text"], encoding="utf8")
    return tmp_path


def runs(block: Block) -> bool:
    return block.kind in ("sh", "python") and not block.note.startswith("not run") and (SLOW or block.note != "slow")


@pytest.mark.parametrize("page", [page for page in RUN if any(map(runs, blocks(page)))], ids=name)
def test_the_examples_of_a_page_run(page: Path, folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for block in filter(runs, blocks(page)):
        command = (
            ["bash", "-euo", "pipefail", "-c", block.code] if block.kind == "sh" else [sys.executable, "-c", block.code]
        )
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            cwd=folder,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, (
            f"{name(page)}, line {block.line}: exit {done.returncode}\n{(done.stdout + done.stderr)[-2000:]}"
        )


@pytest.mark.parametrize("page", RUN, ids=name)
def test_a_block_that_is_not_run_says_why(page: Path) -> None:
    for block in blocks(page):
        if block.note.startswith("not run"):
            assert len(block.note) > len("not run: why"), f"{name(page)}, line {block.line}"
