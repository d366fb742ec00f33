"""Where a trigger or an entry of a word list stands: file, line and the lines themselves, for whoever asks why."""

from __future__ import annotations

import functools
import textwrap
from collections.abc import Iterator
from importlib import resources

import msgspec
import yaml

from dragoman.ontology.schema import Trigger

_LISTS = "language/en/lexicon/"


class Excerpt(msgspec.Struct, frozen=True):
    """Lines of a data file: `file` within the package, `line` from 1, `text` without common indentation."""

    file: str
    line: int
    text: str


def of_trigger(trigger: Trigger) -> Excerpt | None:
    """The definition of a trigger of the shipped ontology; None where no shipped file has it."""
    owner, _, name = trigger.id.partition("/")
    folder = "events" if trigger.type else "plover"
    file = f"ontology/{folder}/{owner}.yaml"
    for item in _items(_entry(_root(file), "triggers")):
        if any(_text(told) == name for _, told in _entries(item, "id")):
            return _excerpt(file, item)
    return None


def of_entry(file: str, group: str, entry: str) -> Excerpt | None:
    """An entry under a key of an English word list, or the key where the entry is spelled otherwise; None where neither is there."""
    where = _LISTS + file
    for key, found in _entries(_root(where), group):
        entries = [name for name, _ in found.value] if isinstance(found, yaml.MappingNode) else [*_items(found)]
        same = next((node for node in entries if _text(node) == entry), None)
        return _excerpt(where, key if same is None else same)
    return None


def of_word(file: str, word: str) -> Excerpt | None:
    """The first place in an English word list where a word or run of words stands; None where it does not."""
    for node in _scalars(_root(_LISTS + file)):
        if node.value == word:
            return _excerpt(_LISTS + file, node)
    return None


@functools.lru_cache(maxsize=16)
def _root(file: str) -> yaml.Node | None:
    text = _read(file)
    return yaml.compose(text, Loader=yaml.CSafeLoader) if text else None


@functools.lru_cache(maxsize=16)
def _read(file: str) -> str:
    """Text of a file of the package, "" where there is none."""
    path = resources.files("dragoman").joinpath(*file.split("/"))
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _excerpt(file: str, node: yaml.Node) -> Excerpt:
    """The whole lines that a node takes; a block ends where the next one begins, a flow or a word on its own line."""
    lines = _read(file).splitlines()
    first, last = node.start_mark.line, node.end_mark.line
    block = isinstance(node, yaml.MappingNode) and not node.flow_style
    some = lines[first : last if block and last > first else last + 1]
    return Excerpt(file, first + 1, textwrap.dedent("\n".join(some)).rstrip())


def _entries(node: yaml.Node | None, key: str) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """The entry of a mapping under a key, as key and value; nothing where there is none."""
    if isinstance(node, yaml.MappingNode):
        yield from ((name, value) for name, value in node.value if _text(name) == key)


def _entry(node: yaml.Node | None, key: str) -> yaml.Node | None:
    return next((value for _, value in _entries(node, key)), None)


def _items(node: yaml.Node | None) -> Iterator[yaml.Node]:
    yield from node.value if isinstance(node, yaml.SequenceNode) else ()


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Every word of a file, in its order."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for entry in node.value:
            for part in entry:
                yield from _scalars(part)
    for item in _items(node):
        yield from _scalars(item)


def _text(node: yaml.Node | None) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
