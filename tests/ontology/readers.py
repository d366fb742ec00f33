"""Which attributes of the word lists the package's code reads, told from its syntax trees.

An access `words.occasions` counts for the list that `words` is: the class named by its annotation, or the attribute or function that
it was assigned from, also through `for`, `with items()` and comprehensions. A name of which nothing is known stands for itself.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(str(resources.files("dragoman")))
CHECKING = ("ontology/lexicon_reader.py",)
"""What reads every list only to check and to build it."""


def loaded(path: Path) -> Any:
    """Content of a YAML file."""
    return yaml.load(path.read_text(encoding="utf8"), yaml.CSafeLoader)


@functools.cache
def accesses() -> frozenset[tuple[str, str]]:
    """(owner, attribute) of every attribute that the package's code reads, but for the checks of the word lists themselves."""
    found: set[tuple[str, str]] = set()
    for path, tree in _trees().items():
        if path not in CHECKING:
            for scope, inside in _scopes(tree):
                known = _names(scope, inside)
                for node in _own(scope):
                    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                        found.add((_owner(node.value, known), node.attr))
    return frozenset(found)


@functools.cache
def constants() -> frozenset[str]:
    """Every text that stands as a constant in the package's code, or as a key, value or cell in its data, but for `codes.yaml` (which
    tells what there is), `reports/words.yaml` (how it is called) and the docstrings."""
    found: set[str] = set()
    for tree in _trees().values():
        docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        found |= {
            n.value for n in ast.walk(tree)
            if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in docs
        }  # fmt: skip
    for path in ROOT.rglob("*.yaml"):
        if path.name not in ("codes.yaml", "words.yaml"):
            found |= set(_texts(loaded(path)))
    return frozenset(found)


@functools.cache
def _trees() -> dict[str, ast.Module]:
    """Syntax trees by path in the package."""
    return {p.relative_to(ROOT).as_posix(): ast.parse(p.read_text(encoding="utf8")) for p in sorted(ROOT.rglob("*.py"))}


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(key)
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
    elif isinstance(data, str):
        yield data


def _scopes(tree: ast.AST, inside: str = "") -> Iterator[tuple[ast.AST, str]]:
    """Modules, classes and functions, each with the name of the class around it."""
    yield tree, inside
    for node in _own(tree):
        if isinstance(node, ast.ClassDef):
            yield from _scopes(node, node.name)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _scopes(node, inside)


def _own(scope: ast.AST) -> Iterator[ast.AST]:
    """Nodes of a scope without those of the scopes in it; these themselves are among them."""
    stack = list(ast.iter_child_nodes(scope))
    while stack:
        node = stack.pop()
        yield node
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            stack.extend(ast.iter_child_nodes(node))


def _names(scope: ast.AST, inside: str) -> dict[str, str]:
    """What the names of a scope stand for."""
    told = {"self": inside} if inside else {}
    if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
        for arg in (*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs):
            if arg.annotation is not None:
                told[arg.arg] = ast.unparse(arg.annotation).split("[")[0].split(".")[-1]
    bindings: list[tuple[ast.AST, ast.AST]] = []
    for node in _own(scope):
        if isinstance(node, ast.Assign):
            bindings += [(target, node.value) for target in node.targets]
        elif isinstance(node, ast.For | ast.comprehension):
            bindings.append((node.target, node.iter))
        elif isinstance(node, ast.NamedExpr):
            bindings.append((node.target, node.value))
    known = dict(told)
    for _ in range(2):  # the nodes come in no order: a second round knows what the first found
        for target, value in bindings:
            for name in ast.walk(target):
                if isinstance(name, ast.Name) and name.id not in told:
                    known[name.id] = _owner(value, known)
    return known


def _owner(node: ast.AST, known: dict[str, str]) -> str:
    """What an expression is: its class, or the last name that tells of it."""
    match node:
        case ast.Name():
            return known.get(node.id, node.id)
        case ast.Call(func=ast.Attribute(value=value, attr="load" | "get" | "items" | "values")):
            return _owner(value, known)
        case ast.Call(func=func):
            return _owner(func, known)
        case ast.Attribute():
            return node.attr
        case ast.Subscript(value=value):
            return _owner(value, known)
        case ast.GeneratorExp(generators=[first, *_]) | ast.ListComp(generators=[first, *_]):
            return _owner(first.iter, known)
        case _:
            return ""
