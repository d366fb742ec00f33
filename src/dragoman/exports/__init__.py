"""The formats of other tools: for mentions one a file, by name in `FORMATS`; for the record in `views/`."""

from dragoman.exports.formats import FORMATS, Format, format_of_file

__all__ = ["FORMATS", "Format", "format_of_file"]
