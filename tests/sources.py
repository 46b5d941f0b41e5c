"""The project's own source files as the habits tests read them; it judges nothing."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("app", "simulator", "templates", "tests", "tools", "benchmarks")
SUFFIXES = (".py", ".html", ".css", ".js")


@cache
def files(*suffixes: str) -> tuple[Path, ...]:
    """Every source file of the project with one of these endings; vendored files are not ours to judge."""
    own = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in (suffixes or SUFFIXES)]
    own += [ROOT / "start.py"] if not suffixes or ".py" in suffixes else []
    return tuple(sorted(path for path in own if "vendor" not in path.parts))


def python(folder: str) -> list[Path]:
    """The Python files under one folder, such as `app/routes`."""
    return [path for path in files(".py") if path.is_relative_to(ROOT / folder)]


@cache
def tree(path: Path) -> ast.Module:
    """The file, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path) -> str:
    """The path as people say it."""
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[tuple[int, str, str]]:
    """Line, local name and full dotted name of everything a file imports, wherever in the file it does so."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.asname or alias.name.partition(".")[0], alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node.lineno, alias.asname or alias.name, f"{node.module or ''}.{alias.name}"


def mentions(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of every name and attribute in a file, whatever it was imported as."""
    yield from resolved(path, (node for node in ast.walk(tree(path)) if isinstance(node, ast.Name | ast.Attribute)))


def calls(path: Path) -> Iterator[tuple[int, str]]:
    """The same for everything that is called."""
    yield from resolved(path, (node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)))


def resolved(path: Path, nodes: Iterable[ast.expr]) -> Iterator[tuple[int, str]]:
    """Line and dotted name of each node that has one, its first part replaced by what was imported under it."""
    known = {local: local if full.startswith(f"{local}.") else full for _, local, full in imports(path)}
    for node in nodes:
        if dotted := spell(node):
            first, dot, rest = dotted.partition(".")
            yield node.lineno, known.get(first, first) + dot + rest


def spell(node: ast.expr) -> str:
    """`a.b.c` for a chain of attributes; `….c` where it starts from something without a name."""
    if isinstance(node, ast.Attribute):
        return f"{spell(node.value) or '…'}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Line and value of every string in a file that is not a docstring."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = list(ast.walk(tree(path)))
    docstrings = {
        id(node.body[0].value)
        for node in nodes
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


class Function(NamedTuple):
    """A function as it stands in a file."""

    name: str
    line: int
    length: int
    is_async: bool
    decorators: tuple[str, ...]


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a file; decorators do not count as its lines."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            decorators = tuple(spell(item.func if isinstance(item, ast.Call) else item) for item in node.decorator_list)
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            yield Function(node.name, node.lineno, length, isinstance(node, ast.AsyncFunctionDef), decorators)


def routed(function: Function) -> list[str]:
    """The HTTP methods under which a function is a route: `get`, `post`."""
    last = [decorator.rpartition(".") for decorator in function.decorators]
    return [method for owner, _, method in last if owner and method in ("get", "post", "put", "delete", "patch")]
