"""`dragoman actors add`: writes a row to one's own tables of actors, one subcommand a kind of row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dragoman.errors import OptionError

# What can be added: a row of this kind, its one-line meaning, and an example of its options.
KINDS = {
    "person": ("A person; the office comes apart, as a tenure.", '--name "Ada Lind" --gender f --nationality NOR'),
    "tenure": (
        "An office that a person holds from a day to a day.",
        '--person-id person:ada-lind --actor-id igo:un --office "UN Special Envoy" --office-type special_envoy '
        "--from 2014-02-01",
    ),
    "group": (
        "An armed group, opposition body, party or tribe.",
        '--name "Northern Front" --alias NFS --actor-type armed_group --sector REB --country SYR --from 2012',
    ),
    "organisation": (
        "An organisation of states, private organisation, format or company.",
        '--name "Lakeside Dialogue Centre" --actor-type ngo_mediator --sector NGO',
    ),
    "body": (
        "A ministry, army, agency or parliament of a state.",
        '--name "Water Ministry" --country SYR --sector GOV --actor-type government_body',
    ),
    "place": ("A town, region or venue.", '--name "Hotel Meridian" --country CHE --kind venue --lat 46.2 --lon 6.1'),
    "outlet": (
        "A news agency, newspaper or broadcaster.",
        '--name "Lake Herald" --home-country CHE --outlet-type newspaper --language en',
    ),
    "alias": ("A further name of one whom the tables have.", '--alias "Turtle Bay" --id igo:un'),
    "relation": (
        "How two actors stand to one another.",
        "--actor-a group:syr-northern-front --relation split_from --actor-b group:fsa --from 2013",
    ),
    "role": ("A common noun for a sort of actor.", '--phrase "water envoy" --plural "water envoys" --sector GOV'),
    "ambiguous": ("A name that several bear.", '--alias "Northern Front" --ids group:a --ids group:b'),
}
_NAMES = {"start": "from", "end": "to", "aliases": "alias", "valid_from": "from", "valid_to": "to"}
_HELP = {
    "id": "Made from the name where it is left out.",
    "aliases": "A further name; may be given several times.",
    "country": "ISO alpha-3, such as SYR.",
    "source": "Where the fact can be checked.",
}


class AddGroup(click.Group):
    """The kinds of rows, with the options made from the columns when one is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The kinds in reading order."""
        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command that adds a row of a kind; None for an unknown one."""
        return _command(cmd_name) if cmd_name in KINDS else None


@click.command("add", cls=AddGroup)
def add() -> None:
    """Add a row to your own tables of actors, in a folder of yours; the shipped tables are never changed.

    Codes, dates and references are checked as in the shipped tables; what is there already is refused.

    \b
    Example:
      dragoman actors add group --actors mine --name "Northern Front" --alias NFS --actor-type armed_group \\
          --sector REB --country SYR --from 2012 --source "own note"
      dragoman actors add alias --actors mine --alias "Turtle Bay" --id igo:un --source "own note"
      dragoman code articles/ --actors mine
    """


def _command(kind: str) -> click.Command:
    from dragoman.actors.adding import file_of, struct_of

    struct = struct_of(kind)
    options: list[click.Parameter] = [
        click.Option(
            ["--actors", "--tables", "folder"],
            metavar="FOLDER",
            help="Folder of your tables; made where there is none. Default: the first of DRAGOMAN_ACTORS.",
        )
    ]
    for field in struct.__struct_fields__:
        type_ = str(struct.__annotations__[field])
        name = _NAMES.get(field, field).replace("_", "-")
        options.append(
            click.Option(
                [f"--{name}", field],
                multiple=type_ == "Names",
                type=float if type_.startswith("float") else str,
                required=field in ("name", "source", "person_id", "actor_id", "phrase", "alias"),
                metavar="NUMBER" if type_.startswith("float") else "TEXT",
                help=_help(kind, field, type_),
            )
        )
    meaning, example = KINDS[kind]
    text = (
        f"{meaning} Goes to {file_of(kind)}.\n\n\b\nExample:\n  dragoman actors add {kind} --actors mine {example} \\\n"
    )
    text += '      --source "own note"'

    def call(folder: str | None, **cells: Any) -> None:
        _add(kind, folder, cells)

    return click.Command(kind, callback=call, params=options, help=text, short_help=meaning)


def _help(kind: str, field: str, type_: str) -> str:
    from dragoman.actors.schema import values

    if field == "id" and kind == "alias":
        return "Id of the one who bears it: alpha-3 of a state, igo:un, person:kofi-annan."
    if field in _HELP:
        return _HELP[field]
    if field in values():
        return f"One of: {', '.join(values()[field])}."
    if field in ("start", "end", "valid_from", "valid_to"):
        return "Day, month or year; open where it is left out."
    return field.replace("_", " ").capitalize() + (" ; may be given several times." if type_ == "Names" else ".")


def _add(kind: str, folder: str | None, cells: dict[str, Any]) -> None:
    from dragoman.actors.adding import add_row
    from dragoman.actors.own import folders_in_use
    from dragoman.actors.schema import labels

    used = folders_in_use()
    if folder is None and not used:
        raise OptionError("dragoman actors add: no folder for your tables is given. Say --actors FOLDER")
    given = {
        name: tuple(v.strip() for cell in value for v in cell.split("|") if v.strip())
        if isinstance(value, tuple)
        else value.strip()
        if isinstance(value, str)
        else value
        for name, value in cells.items()
        if value is not None
    }
    path, row = add_row(Path(folder) if folder else used[0], kind, given)
    click.echo(f"added to {path}: {labels(row)}")
