"""Which exporters of the record there are: those in `exports/views/`, and those that other packages plug in.

A package plugs one in with an entry point of the group `dragoman.exports` that names an `Exporter`.
"""

from __future__ import annotations

import importlib
import pkgutil
from importlib.metadata import entry_points
from pathlib import Path

from dragoman.errors import OptionError
from dragoman.exports import views
from dragoman.exports.exporter import Exporter

GROUP = "dragoman.exports"


def names() -> list[str]:
    """Names of all exporters, built-in ones first, each kind in alphabetical order; imports none."""
    built_in = sorted(module.name for module in pkgutil.iter_modules(views.__path__))
    return list(dict.fromkeys([*built_in, *sorted(plug.name for plug in entry_points(group=GROUP))]))


def exporter(name: str) -> Exporter:
    """The exporter of a name; a built-in one is never replaced by one that is plugged in.

    Raises:
        OptionError: there is none of that name, or a plugged-in one cannot be loaded.
    """
    if name in {module.name for module in pkgutil.iter_modules(views.__path__)}:
        found: object = importlib.import_module(f"{views.__name__}.{name}").EXPORTER
    else:
        plug = next((plug for plug in entry_points(group=GROUP) if plug.name == name), None)
        if plug is None:
            raise OptionError(f"--as: {name!r} is not known. Use one of: {', '.join(names())}")
        try:
            found = plug.load()
        except Exception as error:  # foreign code may fail in any way; the message must name the plug
            raise OptionError(f"exporter {name!r} ({plug.value}) cannot be loaded: {error}") from error
    if not isinstance(found, Exporter):
        raise OptionError(f"exporter {name!r} is no Exporter. See dragoman/exports/exporter.py")
    return found


def ending_of(chosen: Exporter, out: str) -> str:
    """The ending of an exporter that a file's name has, "" for a folder.

    Raises:
        OptionError: the exporter writes no such file.
    """
    name = Path(out).name.lower()
    for ending in sorted(filter(None, chosen.endings), key=len, reverse=True):
        if name.endswith(ending):
            return ending
    if "" in chosen.endings and not Path(out).is_file() and not Path(out).suffix:
        return ""
    told = [ending or "a folder (a name without an ending)" for ending in chosen.endings]
    raise OptionError(f"--out {out}: --as {chosen.name} writes {' or '.join(told)}")
