"""The entry point `dragoman`: finds the verbs and turns errors into one line and an exit code."""

from __future__ import annotations

import difflib
import importlib
import logging
from typing import Any

import click

from dragoman.errors import DragomanError
from dragoman.version import VERSION

# Verb to its module in this folder, in the order in which a reader meets them; each has a function `command`.
VERBS = {
    "code": "code",
    "ingest": "ingest",
    "events": "events",
    "tracks": "tracks",
    "actors": "actors",
    "exclusions": "exclusions",
    "agreements": "agreements",
    "measure": "measure",
    "brief": "brief",
    "export": "export",
    "explain": "explain",
    "doctor": "doctor",
    "diff": "diff",
}


class BadInput(click.ClickException):
    """An error of the package as one line on standard error; the command ends with exit code 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Write the line; line breaks inside the message become spaces."""
        click.echo(f"dragoman: {' '.join(self.format_message().split())}", err=True, file=file)


class Verbs(click.Group):
    """Loads a verb's module when the verb is used, so that `dragoman --help` stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in reading order."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a verb, None for an unknown one."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(f"dragoman.cli.{VERBS[cmd_name]}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that is asked for; of an unknown one it is told which is meant, or which there are."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], VERBS, n=2, cutoff=0.7)
            meant = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(VERBS)}."
            raise click.UsageError(f"{error.message} {meant}", ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; what the package raises on purpose becomes exit code 2."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            raise BadInput(str(error)) from error


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="dragoman")
def cli() -> None:
    """Reads news and keeps the record of peacemaking: who brokers talks, who is in the room, who is kept
    out, and who said so.

    \b
    Example:
      dragoman ingest articles/ --db syria.duckdb
      dragoman tracks --db syria.duckdb
      dragoman brief --db syria.duckdb --out syria.html

    Exit codes: 0 done, 1 nothing found, 2 bad input, 3 some inputs failed (they are listed).
    """


def main() -> None:
    """Run the command line with the arguments of the process."""
    # what libraries log about broken files would stand on standard error without a file or a remedy
    logging.getLogger().addHandler(logging.NullHandler())
    cli(prog_name="dragoman")


if __name__ == "__main__":
    main()
