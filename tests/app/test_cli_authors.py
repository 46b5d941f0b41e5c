"""The commands for those who write packs: what they say, what they refuse in one sentence, and their exit codes."""

import json
from pathlib import Path

import pytest

from app import authoring
from simulator.packs.findings import CODES
from tests import sources
from tests.app.typed import Run
from tests.simulator.walkthroughs import little

PACKS = sources.ROOT / "scenarios"


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    return Run(capfd, monkeypatch, tmp_path)


def test_a_step_is_explained_by_its_pack_or_by_a_built_in_name(run: Run) -> None:
    for name in ("five-lines", str(PACKS / "five-lines")):
        ran = run("explain", name, "say-hello")
        assert (ran.code, ran.err) == (0, "")
        assert "Done when the learner has sent a new tweet with 10 or more letters of their own." in ran.out
        assert "jo-answers: @Jo_sim replies" in ran.out


def test_a_text_is_tried(run: Run) -> None:
    ran = run("try", "five-lines", "say-hello", "Hello")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Nearly.")
    assert run("try", "five-lines", "say-hello", "Hello, I am new here").out.endswith("It sets off: jo-answers\n")


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (["explain", "nowhere", "x"], 2, "There is no pack in nowhere"),
        (["explain", "five-lines", "say-helo"], 1, 'no step "say-helo". Did you mean "say-hello"?'),
        (["explain", "five-lines", "zzz"], 1, "There are: say-hello."),
        (["try", "five-lines", "say-hello"], 2, "TWEET"),
        (["try", str(PACKS / "broken/e110-misspelt-field"), "x", "y"], 1, "has 1 error still. See them: fledge check"),
        (["play", "five-lines", "--walkthrough", "helo"], 1, 'no walkthrough "helo". Did you mean "hello"?'),
        (["play", "five-lines", "--until", "say-helo"], 1, 'Did you mean "say-hello"?'),
        (["play", str(PACKS / "broken/w102-homework-of-later")], 1, "has no walkthroughs to play"),
        (["help", "E999"], 1, 'There is no finding "E999".'),
        (["new", "My Pack"], 1, "Use small letters, digits and hyphens, such as my-pack."),
        (["new", "mine", "--like", "first-tweet"], 1, 'Did you mean "first-tweets"?'),
        (["why", "ABCDEF", "ann", "x"], 1, "There is no Fledge in the folder"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence_with_the_cure(
    words: list[str], code: int, part: str, run: Run
) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (code, "")
    assert part in ran.sentence


def test_every_finding_is_explained_with_an_example(run: Run) -> None:
    for code in sorted(CODES):
        text = authoring.explain_code(code.lower())
        assert text.startswith(f"{code}  {CODES[code]}\n\nSuch as: ")
        bad, right, good = text.partition("Such as: ")[2].partition("\n\nRight is:\n\n")
        assert f"  {code}  " in bad or "a fault in Fledge" in bad
        assert right
        assert good.startswith("    ")
    assert run("help", "p105").out.startswith("P105  An answer of a card that no walkthrough gives.")


def test_a_new_pack_passes_its_own_check(run: Run, tmp_path: Path) -> None:
    made = run("new", "my-pack")
    assert made.code == 0
    assert "  walkthroughs/hello.yaml\n" in made.out
    assert "pack: my-pack\n" in (tmp_path / "my-pack" / "pack.yaml").read_text(encoding="utf-8")
    checked = run("check", "my-pack", "--strict", "--quick")
    assert (checked.code, checked.out) == (0, "my-pack: clean\n")


def test_a_new_pack_may_begin_with_a_session_that_is_there(run: Run, tmp_path: Path) -> None:
    assert run("new", "mine", "--like", "hello").code == 0
    assert run("check", "mine", "--strict", "--quick").code == 0
    assert run("new", "school", "--like", "first-tweets").code == 0
    assert (tmp_path / "school/sessions/1-first-tweets.yaml").is_file()
    assert run("explain", "school", "first-tweet").code == 0


def test_nothing_is_ever_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    ran = run("new", "mine")
    assert ran.code == 1
    assert "Something lies in mine already." in ran.sentence
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_schemas_are_printed_or_written(run: Run, tmp_path: Path) -> None:
    printed = json.loads(run("schema").out)
    ran = run("schema", "schemas")
    assert (ran.code, ran.err) == (0, "")
    written = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "schemas").iterdir()}
    assert written == printed
    assert "sessions" in written
    (tmp_path / "file").write_text("")
    assert run("schema", "file").code == 1


def test_check_writes_transcripts_and_near_misses(run: Run, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        assert run("check", str(PACKS / "five-lines"), "--quick", "--transcript", folder).code == 0
    one, two = tmp_path / "one" / "five-lines", tmp_path / "two" / "five-lines"
    assert sorted(path.name for path in one.iterdir()) == ["hello.txt", "near-misses.txt"]
    assert "@Jo_sim answers @sam_new" in (one / "hello.txt").read_text(encoding="utf-8")
    assert all((one / name).read_bytes() == (two / name).read_bytes() for name in ("hello.txt", "near-misses.txt"))


def test_check_says_what_it_found_as_json(run: Run, tmp_path: Path) -> None:
    little.wrote(tmp_path / "little", nell=little.walk("  - {finished: first}\n"), ola=little.OTHER)
    ran = run("check", "little", "--quick", "--json")
    (told,) = json.loads(ran.out)
    assert (ran.code, told["exit"], told["pack"], told["walkthroughs"]) == (1, 1, "little", ["nell", "ola"])
    assert {"P100", "P102", "P103", "P104", "P105"} == {finding["code"] for finding in told["findings"]}
    first = next(finding for finding in told["findings"] if finding["code"] == "P100")
    assert (first["file"], first["line"], first["column"]) == ("walkthroughs/nell.yaml", 5, 6)


def test_check_shows_a_walkthrough_that_fails_where_it_does(run: Run, tmp_path: Path) -> None:
    little.wrote(tmp_path / "little", nell=little.walk("  - {finished: first}\n"), ola=little.OTHER)
    out = run("check", "little", "--quick").out
    assert (
        'walkthroughs/nell.yaml:5:6  P100  The session "first" is not finished; open is: open-one.\n'
        "    5 |   - {finished: first}\n"
        "             ^^^^^^^^\n"
        "   More: fledge help P100\n"
    ) in out


def test_check_takes_the_settings_of_an_employer(run: Run, tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("variables: {class_tog: Us}\n", encoding="utf-8")
    ran = run("check", str(PACKS / "five-lines"), "--quick", "--settings", "settings.yaml")
    assert ran.code == 1
    assert "settings.yaml" in ran.out
