"""The option --genre: what kind of text articles are that do not say it themselves."""

from __future__ import annotations

import click


def _known(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The genre, if the codebook has it.

    Raises:
        click.BadParameter: it has not; the message lists those it has.
    """
    if value is None:
        return None
    from dragoman import ontology

    genres = ontology.load().codes["genre"]
    if value not in genres:
        raise click.BadParameter(f"{value!r} is none of {', '.join(sorted(genres))}.", context, parameter)
    return value


genre_option = click.option(
    "--genre",
    metavar="GENRE",
    callback=_known,
    help="Genre where an article does not tell it: commentary, analysis, news_report, wire_copy, interview ... "
    "(codebook 1.2). Opinions are told from reports in commentary and analysis.",
)
