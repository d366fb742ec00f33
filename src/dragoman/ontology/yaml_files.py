"""Reads the package's YAML files: only `true` and `false` are truth values (on, off, no stay words)."""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from dragoman.errors import DataError


class _WordLoader(yaml.CSafeLoader):
    """YAML 1.1 reads on, off, yes and no as truth values; here they are prepositions and adverbs."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:bool"]
        for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def _mapping(loader: _WordLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    """A mapping whose keys are all different; YAML itself would silently keep the last of two."""
    made: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in made:
            raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} stands twice", key_node.start_mark)
        made[key] = loader.construct_object(value_node, deep=True)
    return made


_WordLoader.add_constructor("tag:yaml.org,2002:map", _mapping)
_WordLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read_yaml(path: Traversable) -> Any:
    """Parse one YAML file. Raises DataError naming file and line if it is no YAML or not there."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_WordLoader)
    except yaml.YAMLError as problem:
        raise DataError(f"{path.name}: is no valid YAML: {problem}. Correct the marked line") from problem
    except OSError as problem:
        raise DataError(
            f"{path.name}: cannot be read: {problem}. Reinstall the package or restore the file"
        ) from problem
