"""`dragoman actors`: who appears in which roles, which words name nobody that is known, and adding who is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.actors_add import add
from dragoman.cli.listing import about, listing_options, make_filters, open_store, show
from dragoman.cli.services import actors_option

if TYPE_CHECKING:
    from dragoman.reports.actor_rows import Phrase
    from dragoman.reports.tables import Table
    from dragoman.store import Filters


@click.group("actors", invoke_without_command=True)
@listing_options
@actors_option
@click.option("--unresolved", is_flag=True, help="List the words for actors that are not known, most frequent first.")
@click.option("--names-only", is_flag=True, help="With --unresolved: only those that hold a name.")
@click.pass_context
def command(
    ctx: click.Context,
    db: str | None,
    conflict: str | None,
    since: str | None,
    until: str | None,
    status: tuple[str, ...],
    form: str | None,
    out: str | None,
    unresolved: bool,
    names_only: bool,
) -> None:
    """List actors with their type, their roles and in how many events, and the number of independent sources.

    With --unresolved: words such as "the rebels" that could not be tied to an actor; they show where the
    actor tables need a row. With --actors FOLDER those that this folder knows by now are left out. "add"
    writes the row.

    \b
    Example:
      dragoman actors --db syria.duckdb --since 2016-12
      dragoman actors --db syria.duckdb --unresolved --names-only
      dragoman actors add group --actors mine --name "Northern Front" --actor-type armed_group --sector REB \\
          --country SYR --from 2012 --source "own note"
    """
    if ctx.invoked_subcommand is not None:
        return
    if db is None:
        raise click.MissingParameter(ctx=ctx, param=_DB)
    if names_only and not unresolved:
        raise click.UsageError("--names-only belongs to --unresolved.", ctx)
    filters = make_filters(conflict, since, until, status)
    if unresolved:
        _list_unresolved(db, filters, names_only, form, out)
    else:
        _list(db, filters, form, out)


def _list(db: str, filters: Filters, form: str | None, out: str | None) -> None:
    from dragoman.reports import actor_rows

    with open_store(db) as store:
        mentions = list(store.mentions())
        events = list(store.events(about(store, filters)))
        participations = list(store.participations([event.id for event in events]))
        roots = {root.document_id: root.id for root in store.roots()}
    document = {mention.id: mention.document.id for mention in mentions}
    root_of = {mention_id: roots.get(document_id, document_id) for mention_id, document_id in document.items()}
    actors = actor_rows.actors(participations, root_of)

    def table() -> Table:
        return actor_rows.actor_table(actors)

    show(actors, table, form, out)


def _list_unresolved(db: str, filters: Filters, names_only: bool, form: str | None, out: str | None) -> None:
    from dragoman.reports import actor_rows

    with open_store(db) as store:
        phrases = actor_rows.unresolved(store.mentions(about(store, filters)))
    if names_only:
        phrases = [phrase for phrase in phrases if _is_name(phrase.phrase)]
    phrases = _unknown_still(phrases)
    show(phrases, lambda: actor_rows.unresolved_table(phrases), form, out)


def _is_name(phrase: str) -> bool:
    """Whether any word but a leading article begins with a capital letter."""
    words = phrase.split()
    return any(word[:1].isupper() for word in (words[1:] if words[0].lower() in ("the", "a", "an") else words))


def _unknown_still(phrases: list[Phrase]) -> list[Phrase]:
    """Without those that own tables name by now, though the record was coded before."""
    from dragoman.actors.own import folders_in_use

    if not phrases or not folders_in_use():
        return phrases
    from dragoman import actors

    knowledge = actors.load()
    return [row for row in phrases if knowledge.resolve(row.phrase, context=row.example).actor is None]


command.add_command(add)
# `add` needs no record, so that --db is asked for by the listing alone.
_DB = next(parameter for parameter in command.params if parameter.name == "db")
_DB.required = False
