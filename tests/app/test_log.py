"""The log: one line whatever happens, and nobody's words in it (safety T24)."""

import io
import logging
import sys
from collections.abc import Iterator

import pytest

from app import log
from app.crash import log_crash, way_to


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    """What is written while the log is set up for a server; the tests' own logging comes back afterwards."""
    root, levels = (
        logging.getLogger(),
        {name: logging.getLogger(name).level for name in ("", "fledge", "uvicorn.error")},
    )
    handlers, written = root.handlers[:], io.StringIO()
    log.set_up(written)
    yield written
    root.handlers[:] = handlers
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def fail() -> None:
    raise ValueError("the words of ana\nover two lines")


def caught() -> ValueError:
    try:
        fail()
    except ValueError as fault:
        return fault
    raise AssertionError


@pytest.mark.parametrize("said", ["a\nb", "a\r\nb", "a\x1b[31mb", "a\x00b", "a\u2028b", "a\u202eb", "a\x85b"])
def test_an_event_is_one_line_of_printable_characters(said: str, out: io.StringIO) -> None:
    logging.getLogger("fledge.test").info("%s", said)
    line = out.getvalue()
    assert line.count("\n") == len(line.splitlines()) == 1
    assert line[:-1].isprintable()


def test_of_a_fault_only_its_class_is_told(out: io.StringIO) -> None:
    logging.getLogger("fledge.test").error("it failed", exc_info=caught())
    assert out.getvalue().endswith("ERROR fledge.test it failed ValueError\n")


def test_a_crash_is_told_with_its_reference_and_the_way_to_it(out: io.StringIO) -> None:
    log_crash("ab12cd", caught())
    line = out.getvalue()
    assert "crash ab12cd ValueError at tests/app/test_log.py:" in line
    assert " fail < tests/app/test_log.py:" in line
    assert "ana" not in line


def test_code_of_others_is_told_by_its_file() -> None:
    with pytest.raises(ValueError) as theirs:
        logging.Formatter(style="?")
    assert way_to(theirs.value).startswith("__init__.py:")
    assert way_to(ValueError()) == "nowhere"


def test_chatter_of_the_libraries_is_left_out(out: io.StringIO) -> None:
    logging.getLogger("asyncio").info("chatter")
    logging.getLogger("uvicorn.error").warning("Invalid HTTP request received.")
    logging.getLogger("fledge.test").debug("chatter")
    assert out.getvalue() == ""
    assert sys.stderr is not out
