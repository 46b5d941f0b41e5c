"""The habits of the house that a program can see: size, reasons, and calls that have no place in it."""

import ast
import re
from pathlib import Path

import pytest

from tests import sources

LINES, FUNCTION_LINES = 300, 40
DATA = {
    "simulator/text/tlds.py": "a table of top-level domains",
    "simulator/text/ranges.py": "a table of Unicode ranges",
}
# `|safe` and Markup say "this is markup, do not escape it": each place answers for what it passes on.
TRUSTED_MARKUP = {"app/render.py": "the filter for what cards call …html, and parts that templates made"}
DANGEROUS = {
    "eval", "exec", "compile", "__import__", "yaml.load", "yaml.unsafe_load", "yaml.full_load", "pickle.loads",
    "pickle.load", "marshal.loads", "os.system", "os.popen", "tarfile.open", "shutil.unpack_archive",
}  # fmt: skip


@pytest.mark.parametrize("path", sources.files(), ids=sources.name)
def test_files_are_short(path: Path) -> None:
    if sources.name(path) not in DATA:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES


def test_functions_are_short() -> None:
    own = [path for path in sources.files(".py") if sources.name(path) not in DATA]
    found = [
        f"{sources.name(path)}:{node.line} {node.name} has {node.length} lines"
        for path in own
        for node in sources.functions(path)
        if node.length > FUNCTION_LINES
    ]
    assert not found


def test_functions_in_scripts_are_short() -> None:
    found = []
    for path in sources.files(".js"):
        lines = path.read_text(encoding="utf-8").splitlines()
        for start, line in enumerate(lines):
            if (length := script_function_length(lines, start)) > FUNCTION_LINES:
                found.append(f"{sources.name(path)}:{start + 1} {line.strip()} has {length} lines")
    assert not found


def script_function_length(lines: list[str], start: int) -> int:
    """Lines of the function that opens here, by its indentation; the wrapper round a whole file is no function."""
    opening = lines[start]
    indent = len(opening) - len(opening.lstrip())
    opens = re.search(r"(\bfunction\b.*|=>\s*|^\s*(async )?\w+\([^)]*\)\s*)\{\s*$", opening)
    if not opens or re.match(r"\(|(if|for|while|switch|catch)\b", opening.lstrip()):
        return 0
    closing = (at for at in range(start + 1, len(lines)) if lines[at].startswith(" " * indent + "}"))
    return next(closing, start) - start + 1


def test_every_module_says_what_it_is_for() -> None:
    silent = [sources.name(path) for path in sources.files(".py") if not ast.get_docstring(sources.tree(path))]
    assert not silent


def test_markup_is_trusted_only_where_a_reason_stands() -> None:
    wrong = []
    for path in sources.files(".html", ".py"):
        if sources.name(path) in TRUSTED_MARKUP or path.is_relative_to(sources.ROOT / "tests"):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(r"\|\s*safe\b|\bMarkup\(|autoescape\s+false|autoescape\s*=\s*False", line):
                wrong.append(f"{sources.name(path)}:{number} {line.strip()}")
    assert not wrong


def test_no_dangerous_call() -> None:
    found = [
        f"{sources.name(path)}:{line} {what}"
        for path in [*sources.python("app"), *sources.python("simulator")]
        for line, what in sources.calls(path)
        if what in DANGEROUS or what.endswith(".extractall")
    ]
    shells = [
        sources.name(path)
        for path in sources.files(".py")
        if re.search(r"shell\s*=\s*" + "True", path.read_text(encoding="utf-8"))
    ]
    assert not found
    assert not shells


def test_every_exception_to_a_rule_gives_its_reason() -> None:
    wrong = []
    for path in sources.files(".py"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(BARE_EXCEPTION, line):
                wrong.append(f"{sources.name(path)}:{number} {line.strip()}")
    assert not wrong


BARE_EXCEPTION = "|".join(
    (
        r"# type: ignore(\[[\w, -]+\])?\s*$",
        r"# noqa(: [A-Z]+\d+(, ?[A-Z]+\d+)*)?\s*$",
        r"pytest\.mark\.(skip|skipif|xfail)(?!.*reason=)",
        r"pytest\.(skip|xfail)\(\s*\)",
    )
)


@pytest.mark.parametrize("line", ["x = 1  # type: " + "ignore[misc]", "x  # no" + "qa: E501", "@pytest.mark." + "skip"])
def test_an_exception_without_a_reason_is_seen(line: str) -> None:
    assert re.search(BARE_EXCEPTION, line)
    assert not re.search(BARE_EXCEPTION, line.replace("mark.skip", "x") + "  a reason")
