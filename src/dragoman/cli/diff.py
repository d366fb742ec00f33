"""`dragoman diff`: how two versions of the coder differ on the same articles."""

from __future__ import annotations

import click
import msgspec

from dragoman.cli.listing import FORMATS, open_store, show
from dragoman.errors import InputError


@click.command("diff")
@click.argument("first", metavar="A.duckdb")
@click.argument("second", metavar="B.duckdb")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: table, or by the ending of --out.")
@click.option("--out", metavar="FILE", help="Write to a file instead of printing.")
def command(first: str, second: str, form: str | None, out: str | None) -> None:
    """Tell how two records differ on the articles that both have coded: by type, by field, mention by mention.

    An article is the same where its id and its text are. The table shows the first twenty single differences,
    jsonl and csv all of them.

    \b
    Example:
      dragoman ingest articles/ --db old.duckdb      # then, with another version:
      dragoman ingest articles/ --db new.duckdb
      dragoman diff old.duckdb new.duckdb
      dragoman diff old.duckdb new.duckdb --format csv --out differences.csv
    """
    from dragoman.reports.comparison import compare, comparison_table

    with open_store(first) as a, open_store(second) as b:
        coded_a, coded_b = a.coded_texts(), b.coded_texts()
        shared = [id_ for id_, (text, _) in coded_a.items() if id_ in coded_b and coded_b[id_][0] == text]
        if not shared:
            raise InputError(
                second, f"has no coded article in common with {first}", "Ingest the same articles into both"
            )
        alone = (len(coded_a) - len(shared), len(coded_b) - len(shared))
        rows = compare(a.mentions(), b.mentions(), shared=shared, alone=alone)
    names = tuple(f"{db} ({_versions(coded)})" for db, coded in ((first, coded_a), (second, coded_b)))
    show([msgspec.structs.asdict(row) for row in rows], lambda: comparison_table(rows, names), form, out)  # type: ignore[arg-type]


def _versions(coded: dict[str, tuple[str, str]]) -> str:
    return ", ".join(sorted({version for _, version in coded.values()})) or "nothing coded"
