"""The reader of YAML: places that hold in any alphabet, and a quick refusal of what was made to break it."""

from pathlib import Path
from time import perf_counter

import pytest

from simulator.packs.findings import Findings, Place
from simulator.packs.loader import read
from simulator.packs.yaml_reader import BIGGEST, DEEPEST, MOST_VALUES, Document, read_yaml
from tests.simulator.packs import small

PATIENCE = 60  # seconds; what grows with the square takes minutes


def refused(raw: bytes) -> list[str]:
    """Place and code of what is found in these bytes alone; it has to be quick."""
    findings = Findings()
    before = perf_counter()
    read_yaml(raw, "x.yaml", findings)
    assert perf_counter() - before < PATIENCE
    return [f"{one.line}:{one.column} {one.code}" for one in findings.all()]


def parsed(text: str) -> Document:
    """The document in a sound text."""
    findings = Findings()
    document = read_yaml(text.encode(), "x.yaml", findings)
    assert document
    assert not findings.all()
    return document


def test_places_count_characters_whatever_they_are() -> None:
    line = 'first: {flag: "🏴󠁧󠁢󠁥󠁮󠁧󠁿", arabic: "مرحبا", after: here}'
    document = parsed(line)
    assert document.value(("first", "after")) == Place("x.yaml", 1, line.index("here") + 1)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_are_the_same_with_every_line_end(line_end: str) -> None:
    document = parsed(line_end.join(["a: 1", "b:", "  - {c: Ünïcode, d: x}", ""]))
    assert document.value(("b", 0, "d")) == Place("x.yaml", 3, 21)
    assert document.key(("b", 0, "d")) == Place("x.yaml", 3, 18)


def test_a_byte_order_mark_in_front_moves_no_place() -> None:
    findings = Findings()
    document = read_yaml(b"\xef\xbb\xbfa: b", "x.yaml", findings)
    assert document
    assert document.value(("a",)) == Place("x.yaml", 1, 4)


def test_a_word_is_found_inside_its_text() -> None:
    document = parsed('a: "one two"\nb: |\n  one\n  two three\nc: "\\u0074wo"\n')
    assert document.word(("a",), "two") == Place("x.yaml", 1, 9)
    assert document.word(("b",), "three") == Place("x.yaml", 4, 7)
    assert document.word(("c",), "two") == Place("x.yaml", 5, 4)


def test_what_is_missing_stands_where_the_nearest_thing_around_it_stands() -> None:
    document = parsed("a:\n  b: {c: 1}\n")
    assert document.value(("a", "b", "d", "e")) == Place("x.yaml", 2, 6)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"", "1:1 E101"),
        (b"# nothing\n", "1:1 E101"),
        (b"---\n---\n", "2:1 E104"),
        (b"%YAML 1.1\n---\na: b\n", "1:1 E104"),
        (b"%TAG ! !x\n---\na: b\n", "1:1 E104"),
        ("a: b".encode("utf-16"), "1:1 E101"),
        ("a: b".encode("utf-16-le"), "1:1 E101"),
        ("a: b".encode("utf-32"), "1:1 E101"),
        ("a: Ünï".encode("latin-1"), "1:4 E101"),
        (b"a: b\nc: \xed\xa0\x80\n", "2:4 E101"),
        (b"a: b\x00c" + b" plenty of other letters", "1:5 E107"),
        ("a: b\u200bc".encode(), "1:5 E107"),
        ("a: b\u2028c: d".encode(), "1:5 E107"),
        ("a: b\u202ec".encode(), "1:5 E107"),
        ("a: b\ufeffc".encode(), "1:5 E107"),
        ("a: b\x85c".encode(), "1:5 E107"),
        (b'a: "\\0"', "1:4 E107"),
        (b'a: "\\u202e"', "1:4 E107"),
        (b'"\\x07": a', "1:1 E107"),
        (b'a: "\\ud800"', "1:7 E101"),
        (b'a: "\\uDFFF\\uD800"', "1:7 E101"),
        (b"a: &x [*x]\n", "1:4 E104"),
        (b"a: 1\nb: *x\n", "2:4 E104"),
        (b"? [a]\n: b\n", "1:3 E112"),
        (b"<<: {a: b}\n", "1:1 E104"),
    ],
)
def test_bytes_that_are_no_plain_data_are_refused_with_their_place(raw: bytes, found: str) -> None:
    assert refused(raw)[0] == found


def test_words_of_every_alphabet_and_joined_emoji_are_welcome() -> None:
    words = "Croeso ŵyl, שלום, नमस्ते, 你好, 👩‍⚕️ ❤️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 می‌خواهم"
    assert parsed(f'a: "{words}"').data == {"a": words}


def test_a_bomb_of_aliases_is_refused_before_it_is_built() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)
    )
    assert {place.split()[1] for place in refused(bomb.encode())} == {"E104"}


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 5_000,
        b"{a: " * 5_000,
        b"- " * 5_000 + b"x",
        b"".join(b" " * depth + b"a:\n" for depth in range(200)),
        b"[" * 900_000,
        b"? " * 300_000,
        b"- - - - " * 100_000,
    ],
    ids=lambda raw: f"{raw[:12]!r}",
)
def test_deep_nesting_is_refused(raw: bytes) -> None:
    assert refused(raw)[0].endswith("E106")


def test_depth_and_number_of_values_are_allowed_up_to_their_limits() -> None:
    assert not refused(b"[" * DEEPEST + b"]" * DEEPEST)
    assert refused(b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1))[0].endswith("E106")
    assert not refused(b"[" + b"a," * (MOST_VALUES - 1) + b"]")
    assert refused(b"[" + b"a," * MOST_VALUES + b"]") == [f"1:{MOST_VALUES * 2} E106"]


def test_a_file_may_have_a_million_bytes_and_no_more() -> None:
    whole = b'a: "' + b"x" * (BIGGEST - 5) + b'"'
    assert len(whole) == BIGGEST
    assert not refused(whole)
    assert refused(whole + b"\n") == ["1:1 E101"]


@pytest.mark.parametrize(
    "raw",
    [
        b"a: " + b"#" * 900_000,
        b"a: " + b" #a" * 300_000,
        b"a: b\n" * 180_000,
        b'a: "' + b"\\u202e" * 150_000 + b'"',
        b"&a " * 300_000,
        b"\x07" * 900_000,
        b"'" * 900_000,
        b"\n" * 900_000 + b"@",
        b"a: #x\n" * 8_000,
        b"x: |\n" + b" #x\n" * 200_000,
    ],
    ids=lambda raw: f"{raw[:12]!r}",
)
def test_a_million_bytes_of_nonsense_are_judged_quickly(raw: bytes, tmp_path: Path) -> None:
    before = perf_counter()
    reading = read(small.wrote(tmp_path, world=raw))
    assert perf_counter() - before < PATIENCE
    assert reading.pack is None
    assert "world.yaml" in {finding.file for finding in reading.findings}
