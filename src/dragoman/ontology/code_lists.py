"""Reads the enumerations of `codes.yaml` and checks values against them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any

from dragoman.errors import DataError
from dragoman.ontology.yaml_files import read_yaml


def read_codes(path: Traversable) -> dict[str, dict[str, str]]:
    """Read the enumerations: name to value to meaning. Raises DataError."""
    raw = read_yaml(path)
    for name, values in raw.items():
        if not isinstance(values, dict) or not all(
            isinstance(k, str) and isinstance(v, str) and v for k, v in values.items()
        ):
            raise DataError(f"{path.name}, {name}: is not a mapping of value to meaning. Write `value: meaning.` lines")
    return {str(name): dict(values) for name, values in raw.items()}


def check_code(codes: Mapping[str, Mapping[str, str]], enumeration: str, value: Any, where: str) -> str:
    """Return `value` if it is in that enumeration; else raise DataError with `where` and what is accepted."""
    if value not in codes[enumeration]:
        raise DataError(f"{where}: {value!r} is no {enumeration}. Use one of: {', '.join(codes[enumeration])}")
    return str(value)
