"""Event mentions in the formats of other tools: one format a file, found by name in `FORMATS`."""

from dragoman.exports.formats import FORMATS, Format, format_of_file

__all__ = ["FORMATS", "Format", "format_of_file"]
