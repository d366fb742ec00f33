"""What `ingest` tells at its end: read, set aside, coded, relevant, the record, and what failed and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from dragoman.cli.outcome import is_warning
from dragoman.records import Failure

if TYPE_CHECKING:
    from dragoman.recording import Ingested
    from dragoman.screening import Tally

_REASONS = 8
"""Reasons of failure that are told; each failure is listed by itself on standard error too."""
_HELD = ("events", "tracks", "exclusions", "agreements")
_STAGES = {"read": "could not be read", "changed": "known with another text", "code": "could not be coded"}


def tell(done: Ingested, n_read: int) -> None:
    """Print the summary of a run."""
    from dragoman.reports.say import counted

    added, held = done.added, done.record
    replaced = f", {len(added.replaced):,} replaced" if added.replaced else ""
    by = (
        ""
        if done.n_processes == 1
        else " by the cluster"
        if not done.n_processes
        else f" by {done.n_processes} processes"
    )
    lines = {
        "read": f"{counted(n_read, 'article')}: {len(added.new):,} new,"
        f" {len(added.duplicates):,} known already{replaced}",
        "set aside": f"{set_aside(done.screened)}; {done.n_set_aside:,} in the record, which --no-screen codes",
        "coded": f"{counted(done.n_coded, 'article')}, {counted(done.n_mentions, 'event mention')}{by}",
        "relevant": f"{done.n_relevant:,} of these tell of an event",
        "undated": f"{counted(done.n_undated, 'new article')} without a day of publication: days such as “Friday” in"
        f" {'it' if done.n_undated == 1 else 'them'} cannot be told. Give the day with --published",
        "duplicates": f"{len(added.duplicates):,} known already; {counted(held.get('reprints', 0), 'reprint')} in the record",
        "record": ", ".join(counted(held[name], name.removesuffix("s")) for name in _HELD),
        "failed": f"{sum(not is_warning(failure) for failure in done.failures):,}",
    }
    if not done.n_set_aside:
        del lines["set aside"]
    if not done.n_undated:
        del lines["undated"]
    for name, text in lines.items():
        click.echo(f"{name:<11}{text}")
        if name == "set aside":
            for place, language in done.screened.shown:
                click.echo(f"{'':<11}{language}: {place}")
    reasons = why(done.failures)
    for reason, count in reasons[:_REASONS]:
        click.echo(f"{'':<11}{count:,} × {reason}")
    if len(reasons) > _REASONS:
        click.echo(f"{'':<11}and {len(reasons) - _REASONS:,} other reasons")


def set_aside(tally: Tally) -> str:
    """How many articles were set aside and why: "3 articles: 1 French, 2 with hardly a word of war and peace"."""
    from dragoman.reports.say import counted

    by_size = sorted(tally.languages.items(), key=lambda pair: (-pair[1], pair[0]))
    reasons = [f"{count:,} {language}" for language, count in by_size]
    if tally.irrelevant:
        reasons.append(f"{tally.irrelevant:,} with hardly a word of war and peace")
    return f"{counted(tally.total, 'article')}{': ' * bool(reasons)}{', '.join(reasons)}"


def why(failures: Iterable[Failure]) -> list[tuple[str, int]]:
    """Reasons of failure with how often each comes, the most frequent first; what differs by file is left out."""
    counts = Counter(_reason(failure) for failure in failures if not is_warning(failure))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _reason(failure: Failure) -> str:
    stage = _STAGES.get(failure.stage, failure.stage)
    if failure.stage == "changed":
        return stage
    plain = re.sub(r"'[^']*'|\"[^\"]*\"|«[^»]*»|\d+", "…", " ".join(failure.problem.split()))
    return plain if plain.startswith(stage) else f"{stage}: {plain}"
