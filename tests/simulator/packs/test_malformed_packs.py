"""Packs that are broken by a machine: never a traceback, always quick, and the finding stands where the damage is."""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.packs.findings import CODES, MOST, Findings
from simulator.packs.loader import Reading, read
from simulator.packs.yaml_reader import read_yaml
from tests import sources
from tests.simulator.packs import lesson, small

PATIENCE = 60  # seconds; what grows with the square takes minutes
COURSE = small.texts(sources.ROOT / "scenarios/twitter-school")
LESSON = {name: str(text) for name, text in {**small.FILES, **lesson.FILES}.items()}
QUIET = settings(
    max_examples=100, deadline=None, database=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip

Damage = Callable[[str], str | None]


def misspelt(line: str) -> str | None:
    """A key with one letter twice."""
    found = re.search(r"\b([a-z_]{3,}):", line)
    return line[: found.end(1) - 1] + line[found.end(1) - 2 :] if found else None


def opened(line: str) -> str | None:
    """A bracket that nothing closes."""
    return line.replace(": ", ": [", 1) if ": " in line else None


def half_quoted(line: str) -> str | None:
    """A text that lost its closing quotes."""
    return line[: line.rindex('"')] + line[line.rindex('"') + 1 :] if line.count('"') == 2 else None


def indented_with_a_tab(line: str) -> str | None:
    """A tab in front."""
    return f"\t{line}" if line.strip() else None


def with_a_sign(line: str) -> str | None:
    """A value that begins with @."""
    return re.sub(r": (?=[A-Za-z])", ": @", line, count=1) if re.search(r": [A-Za-z]", line) else None


def with_a_star(line: str) -> str | None:
    """A value that begins with *."""
    return re.sub(r": (?=[A-Za-z])", ": *", line, count=1) if re.search(r": [A-Za-z]", line) else None


def emptied(line: str) -> str | None:
    """A value that is not there."""
    return re.sub(r"(^\s*(?:- )?\w+:) .*", r"\1", line) if re.match(r"\s*(- )?\w+: [^\[{|]", line) else None


def doubled(line: str) -> str | None:
    """The same key once more on the next line."""
    return f"{line}\n{line}" if re.match(r"\s*[a-z_]+: \S", line) else None


def with_an_eaten_tag(line: str) -> str | None:
    """Words without quotes, and a hashtag in them."""
    return re.sub(r': ".*"$', ": Loved this #NHSChangeDay", line) if re.search(r'\w: ".*"$', line) else None


def with_something_hidden(line: str) -> str | None:
    """A character that turns the text around."""
    return f"{line}\u202e" if line.strip() else None


def with_a_colon(line: str) -> str | None:
    """Words without quotes, and a colon in them."""
    return re.sub(r': ".*"$', ": Q1: what is this", line) if re.search(r'\w: ".*"$', line) else None


DAMAGES: list[Damage] = [
    misspelt, opened, half_quoted, indented_with_a_tab, with_a_sign, with_a_star, emptied, doubled, with_an_eaten_tag,
    with_something_hidden, with_a_colon,
]  # fmt: skip


def damaged(files: Mapping[str, str], every: int) -> Iterator[tuple[str, str, int, str]]:
    """Packs with one line damaged: its file, the kind of damage, the line, the text; `every` so many kinds a line."""
    for file, text in files.items():
        lines = text.splitlines()
        for number, line in enumerate(lines):
            for damage in DAMAGES[number % every :: every]:
                told = damage(line)
                if told is not None and told != line:
                    yield (
                        file,
                        damage.__name__,
                        number + 1,
                        "\n".join([*lines[:number], told, *lines[number + 1 :], ""]),
                    )


@pytest.mark.parametrize(
    ("files", "every"),
    [(small.FILES, 1), ({name: LESSON[name] for name in ("sessions/1-first", "walkthroughs/1-model", "policy")}, 6)],
    ids=["world", "lessons"],
)
def test_a_damaged_line_is_named_by_file_and_line(files: Mapping[str, str], every: int, tmp_path: Path) -> None:
    packs, missed, slowest = list(damaged(files, every)), [], 0.0
    for number, (file, damage, line, text) in enumerate(packs):
        folder = (lesson if every > 1 else small).wrote(tmp_path / str(number), **{file: text})
        before = perf_counter()
        reading = read(folder)
        slowest = max(slowest, perf_counter() - before)
        # What YAML takes for part of one line it can only miss in the next.
        if not any(one.file == f"{file}.yaml" and line <= one.line <= line + 1 for one in reading.findings):
            missed.append(f"{file} {damage} {line}: {small.places(reading)}")
    assert len(packs) >= 100
    assert slowest < PATIENCE
    assert len(missed) <= len(packs) // 20, missed


ROWS = {
    "ids": "  - {{id: tweet-{0}, by: Jo_sim, ago: {1}m, tweet: 'x {0}', reply_to: twet-{0}x}}\n",
    "people": "  - {{by: Persn_{0}x, ago: {1}m, tweet: '@n{0} @m{0} @o{0} @p{0} @q{0} @r{0} @s{0} @t{0}'}}\n",
    "names and links": "  - {{by: Jo_sim, ago: {1}m, tweet: '$a{0} $b{0} $c{0} a{0}.example.org b{0}.example.org'}}\n",
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_thousands_of_wrong_names_are_refused_quickly(row: str, tmp_path: Path) -> None:
    people = "".join(f'Person_{number}: {{name: "P", bio: x, picture: none, role: friend}}\n' for number in range(197))
    rows = "".join(row.format(number, 9000 - number) for number in range(2_000))
    world = small.changed(small.WORLD, "messages:", f"{rows}messages:")
    folder = small.wrote(tmp_path, people=small.PEOPLE + people, world=world)
    before = perf_counter()
    reading = read(folder)
    assert perf_counter() - before < PATIENCE
    assert len(reading.findings) == MOST
    assert reading.left_out >= 1_800


STEP = """\
      - step: s{0}
        minutes: 1
        instructions: "Look at $x{0} and [there](p{0})."
        look_at: place-{0}
        goal: {{replied: {{to: Nobody_{0}, of: [t{0}, u{0}], after: a{0}, noticed: n{0}}}, done: d{0}}}
        well_done: "x"
"""


def test_thousands_of_wrong_names_in_lessons_are_refused_quickly(tmp_path: Path) -> None:
    steps = "".join(STEP.format(number) for number in range(700))
    session = small.changed(lesson.SESSION, "  - exercise: say-hello\n", f"{steps}  - exercise: say-hello\n")
    lines = "".join(f"  - {{favourite: f{number}, completes: c{number}, as: x}}\n" for number in range(2_000))
    folder = lesson.wrote(tmp_path, session=session, walk=lesson.WALK + lines)
    before = perf_counter()
    reading = read(folder)
    assert perf_counter() - before < PATIENCE
    assert len(reading.findings) == MOST


def test_a_check_as_deep_as_yaml_may_be_is_read(tmp_path: Path) -> None:
    for depth, codes in ((5, set()), (60, {"E106"})):
        goal = "{any_of: [" * depth + "{done: star-one}" + "]}" * depth
        session = small.changed(lesson.SESSION, "goal: {favourited: {}}", f"goal: {goal}")
        found = lesson.reading(tmp_path / str(depth), session=session).findings
        assert {finding.code for finding in found if finding.file.startswith("sessions")} == codes


def judged(reading: Reading) -> None:
    """What holds for every reading, whatever was read."""
    assert (reading.pack is None) == any(one.severity == "error" for one in reading.findings)
    for finding in reading.findings:
        assert finding.code in CODES
        assert finding.line >= 1
        assert finding.column >= 1
        assert finding.file.isprintable()
        assert finding.message
        assert str(finding).isprintable()
        assert f"{finding}{finding.source}{finding.expected}".encode()


@pytest.mark.parametrize(
    "seed", [*range(20), *(pytest.param(seed, marks=pytest.mark.prove) for seed in range(20, 200))]
)
def test_the_built_in_course_with_letters_shaken_never_raises(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    texts = dict(COURSE)
    for name in dice.sample(sorted(texts), 2):
        letters = list(texts[name])
        for _ in range(dice.randint(1, 12)):
            at = dice.randrange(len(letters))
            letters[at] = dice.choice([*"\n \t:#@*&!%?-[]{}|>\"'`,\\$0aé😀\u2028\x00", "", "\n  ", "  ", ": ", " #a"])
        texts[name] = "".join(letters)
    before = perf_counter()
    judged(read(small.wrote(tmp_path, **texts)))
    assert perf_counter() - before < PATIENCE


YAML_ISH = st.text(
    alphabet=st.one_of(st.sampled_from(list("\n\n  ::--[]{},#@*&!|>%?\"'\\$~<=\tab1é")), st.characters(codec="utf-8")),
    max_size=120,
)


@QUIET
@given(raw=st.one_of(st.binary(max_size=200), YAML_ISH.map(str.encode)))
def test_no_bytes_make_the_reader_raise(raw: bytes) -> None:
    findings = Findings()
    document = read_yaml(raw, "x.yaml", findings)
    assert document is not None or findings.errors


@QUIET
@given(name=st.sampled_from(sorted(LESSON)), raw=st.one_of(st.binary(max_size=200), YAML_ISH.map(str.encode)))
def test_no_bytes_in_any_file_make_a_pack_raise(name: str, raw: bytes, tmp_path: Path) -> None:
    judged(lesson.reading(tmp_path, **{name: raw}))


VALUES = st.recursive(
    st.one_of(
        st.just("''"), st.sampled_from(["none", "me", "hello", "1", "-1", "9" * 40, "3d", "true", "$me", "2015-05-12"])
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(["by", "ago", "id", "tweeted", "of", "x"]), inner, max_size=3).map(
            lambda items: f"{{{', '.join(f'{key}: {value}' for key, value in items.items())}}}"
        ),
    ),
    max_leaves=6,
)


@QUIET
@given(name=st.sampled_from(sorted(LESSON)), data=st.data(), value=VALUES)
def test_no_value_in_any_field_makes_a_pack_raise(name: str, data: st.DataObject, value: str, tmp_path: Path) -> None:
    lines = LESSON[name].splitlines()
    fields = [number for number, line in enumerate(lines) if re.match(r"[\s-]*\w+:", line)]
    number = data.draw(st.sampled_from(fields))
    lines[number] = re.sub(r"^([\s-]*\w+:).*", lambda found: f"{found[1]} {value}", lines[number])
    judged(lesson.reading(tmp_path, **{name: "\n".join(lines)}))
