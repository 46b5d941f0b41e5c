"""The commands that change, compare and hand on whole packs: what they write, and what they refuse."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests import sources
from tests.app.typed import Run

PACKS = sources.ROOT / "scenarios"


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    return Run(capfd, monkeypatch, tmp_path)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", ["e101-colon-in-a-title", "e103-eaten-hashtag", "e104-bold-first"])
def test_fix_puts_the_quotes_and_the_check_is_clean(name: str, run: Run, tmp_path: Path) -> None:
    shutil.copytree(PACKS / "broken" / name, tmp_path / "mine", ignore=shutil.ignore_patterns("expected.txt"))
    before = (tmp_path / "mine/pack.yaml").read_text(encoding="utf-8").splitlines()
    assert run("check", "mine", "--quick").code == 1
    assert run("fix", "mine").out.endswith("1 line has quotes now.\n")
    after = (tmp_path / "mine/pack.yaml").read_text(encoding="utf-8").splitlines()
    assert sum(one != two for one, two in zip(before, after, strict=True)) == 1
    assert run("check", "mine", "--quick").code == 0
    assert run("fix", "mine").out == "0 lines have quotes now.\n"


def test_words_are_listed_with_who_says_them_and_how_long_they_may_be(run: Run) -> None:
    rows = [line.split("\t") for line in run("words", "five-lines").out.splitlines()]
    assert rows[0] == ["path", "by", "longest", "text"]
    assert [
        "sessions/hello/reactions/jo-answers/then/1/reply/1",
        "Jo_sim",
        "140",
        "Hello! So glad you came in.",
    ] in rows
    assert len({row[0] for row in rows}) == len(rows)


def test_diff_says_what_changed_and_shows_the_changed_part_of_the_transcript(run: Run, tmp_path: Path) -> None:
    for name in ("old", "new"):
        shutil.copytree(PACKS / "five-lines", tmp_path / name)
    assert run("diff", "old", "new").out == "Nothing that learners meet has changed.\n"
    change(tmp_path / "new/pack.yaml", "Hello! So glad you came in.", "Hello! How good to see you.")
    change(tmp_path / "new/pack.yaml", "minutes: 4", "minutes: 5")
    out = run("diff", "old", "new").out
    assert "Changed step: say-hello.\n" in out
    assert 'reply/1 said "Hello! So glad you came in." and says "Hello! How good to see you." now.' in out
    assert "+" in out.partition("hello:\n")[2]
    marked = run("diff", "old", "new", "--markdown").out
    assert marked.startswith("### Five lines: what changed\n\n- Changed step: say-hello.\n")
    assert "```diff\n--- old\n+++ new\n" in marked


def test_a_packed_pack_has_the_same_bytes_every_time(run: Run, tmp_path: Path) -> None:
    shutil.copytree(PACKS / "five-lines", tmp_path / "mine")
    assert run("pack", "mine", "-o", "one.zip", "--quick").code == 0
    (tmp_path / "mine/pack.yaml").touch()
    assert run("pack", "mine", "-o", "two.zip", "--quick").code == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert packed.namelist() == ["pack.yaml", "walkthroughs/hello.yaml"]
        note = json.loads(packed.comment)
        packed.extractall(tmp_path / "again")
    assert note["check"] == "clean"
    assert len(note["hash"]) == 64
    assert run("check", "again", "--quick").code == 0


def test_a_pack_whose_check_fails_is_not_packed(run: Run, tmp_path: Path) -> None:
    shutil.copytree(PACKS / "five-lines", tmp_path / "mine")
    change(tmp_path / "mine/walkthroughs/hello.yaml", "completes: say-hello", "leaves_open: say-hello")
    ran = run("pack", "mine", "-o", "mine.zip", "--quick")
    assert (ran.code, (tmp_path / "mine.zip").exists()) == (1, False)
    assert "so nothing is packed. See them: fledge check mine" in ran.sentence


@pytest.mark.parametrize(
    ("reader", "has", "has_not"),
    [
        ("trainer", "Slip two-guesses-wrong", "zzz"),
        ("learner", "You give a tweet a star. Who can know about it?", "✓"),
        ("key", "- Anybody who looks at my page. ✓ Your stars are on your page", "Slip two-guesses-wrong"),
    ],
)
def test_a_pack_is_printed_for_whoever_reads_it(reader: str, has: str, has_not: str, run: Run) -> None:
    out = run("print", "twitter-school", "--for", reader).out
    assert out.startswith("# Twitter school\n")
    assert has in out
    assert has_not not in out


def test_there_is_one_format_and_migrate_says_so(run: Run) -> None:
    assert run("migrate", "five-lines").out == "There is one format so far, format 1, and nothing to change.\n"


@pytest.mark.parametrize("command", ["fix", "migrate", "words", "print"])
def test_no_pack_is_told_in_one_sentence(command: str, run: Run) -> None:
    ran = run(command, "nowhere")
    assert ran.code == 2
    assert "There is no pack in nowhere" in ran.sentence
