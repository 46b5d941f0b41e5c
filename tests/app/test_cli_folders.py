"""Commands on a data folder without a server: they work under its lock, or say in one sentence why they cannot."""

import csv
import json
import re
import sqlite3
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from app import cli, lock
from app.cli import asking
from tests.app.typed import Run
from tests.templates import lend


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    return Run(capfd, monkeypatch, tmp_path)


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one class in it."""
    folder = tmp_path_factory.mktemp("stocked") / "data"
    folder.mkdir(mode=0o700)
    lend(folder)
    assert cli.main(["class", "new", "--pack", "twitter-school", "--title", "Tuesday", "--data", str(folder)]) == 0
    return folder


def code_in(run: Run, folder: Path) -> str:
    return str(json.loads(run("classes", "--json", "--data", str(folder)).out)[0]["code"])


def test_a_class_is_made_listed_exported_and_deleted_without_a_server(run: Run, tmp_path: Path) -> None:
    data = ["--data", str(tmp_path / "data")]
    made = json.loads(run("class", "new", "--pack", "twitter-school", "--title", "Wednesday", "--json", *data).out)
    code = made["code"]
    assert made["learner_url"] == f"http://127.0.0.1:8140/join/{code}"
    assert made["trainer_url"] == f"http://127.0.0.1:8140/trainer/classes/{code}"
    assert f"{code}  Wednesday (twitter-school, made 20" in run("classes", *data).out
    assert run("export", code, "--out", "all.csv", *data).out == ""
    assert (tmp_path / "all.csv").read_bytes().startswith(b'"id","at","by"')
    assert run("export", code, "--format", "json", "--out", "all.json", *data).out == ""
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["class"]["title"] == "Wednesday"
    refused = run("purge", code, *data)
    assert (refused.code, "--yes" in refused.sentence) == (2, True)
    assert run("purge", code, "--yes", *data).out == f"The class Wednesday ({code}) is deleted for good.\n"
    gone = run("export", code, *data)
    assert (gone.code, gone.out) == (1, "")
    assert f"There is no class {code} here" in gone.sentence
    assert "There are no classes yet" in run("classes", *data).out
    assert json.loads(run("classes", "--json", *data).out) == []


def test_an_export_to_the_output_is_utf_8_and_good_csv(run: Run, stocked: Path) -> None:
    out = run("export", code_in(run, stocked), "--data", str(stocked)).out
    rows = list(csv.DictReader(out.splitlines()))
    assert len(rows) > 50
    assert {row["by"] for row in rows} >= {"CJ_trainer", "PriyaRN_sim"}


def test_an_export_that_cannot_be_written_says_so(run: Run, stocked: Path) -> None:
    ran = run("export", code_in(run, stocked), "--out", "no/such/folder.csv", "--data", str(stocked))
    assert ran.code == 2
    assert "The file no/such/folder.csv cannot be written (No such file or directory)" in ran.sentence


def test_a_trainers_link_stands_alone_on_the_first_line(run: Run, stocked: Path) -> None:
    first, _, rest = run("trainer", "link", "--data", str(stocked)).out.partition("\n")
    assert re.fullmatch(r"http://127\.0\.0\.1:8140/trainer/start/[\w-]{43}", first)
    assert rest.startswith("It works once")


def test_the_address_of_learners_is_the_name_that_the_operator_gave(
    run: Run, stocked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLEDGE_ALLOWED_HOSTS", "fledge.example.org")
    (found,) = json.loads(run("classes", "--json", "--data", str(stocked)).out)
    assert found["learner_url"] == f"https://fledge.example.org/join/{found['code']}"


@pytest.mark.parametrize("words", [["classes"], ["export", "ABCDEF"], ["purge", "ABCDEF", "--yes"]], ids=" ".join)
def test_only_what_makes_something_makes_a_data_folder(run: Run, tmp_path: Path, words: list[str]) -> None:
    ran = run(*words, "--data", "mistyped")
    assert ran.code == 1
    assert "There is no Fledge in the folder" in ran.sentence
    assert "--data" in ran.sentence
    assert not (tmp_path / "mistyped").exists()


def test_a_folder_that_somebody_else_has_is_told_after_a_while(
    run: Run, stocked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "WAITS", 0.2)
    with lock.hold(stocked):
        ran = run("classes", "--data", str(stocked))
        assert (ran.code, ran.out) == (3, "")
        assert "already runs on this data folder" in ran.sentence
        assert run("serve", "--data", str(stocked)).code == 3
    assert run("classes", "--data", str(stocked)).code == 0


def test_a_folder_whose_note_cannot_be_read_is_waited_for_too(
    run: Run, stocked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(asking, "WAITS", 0.05)
    with lock.hold(stocked):
        (stocked / lock.NAME).write_text("{nonsense")
        monkeypatch.setattr("time.sleep", waits.append)
        assert run("classes", "--data", str(stocked)).code == 3
    assert waits


def test_a_command_waits_for_another_that_is_at_work(run: Run, stocked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = lock.hold(stocked)
    held.__enter__()
    monkeypatch.setattr("time.sleep", lambda _: held.__exit__(None, None, None))
    assert run("classes", "--data", str(stocked)).code == 0


def test_a_server_that_does_not_answer_is_named(run: Run, stocked: Path) -> None:
    with lock.hold(stocked) as held:
        held.publish("http://127.0.0.1:1/")
        ran = run("classes", "--data", str(stocked))
    assert ran.code == 1
    assert "does not answer at http://127.0.0.1:1. Stop it" in ran.sentence


@pytest.fixture
def strange_server() -> Iterator[str]:
    """Something on a port of this machine that answers 500 to everything."""

    class Strange(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_error(500)

        def log_message(self, format: str, *args: object) -> None:
            """It is a quiet one."""

    server = HTTPServer(("127.0.0.1", 0), Strange)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_server_that_answers_with_a_fault_is_named(run: Run, stocked: Path, strange_server: str) -> None:
    with lock.hold(stocked) as held:
        held.publish(strange_server)
        ran = run("classes", "--data", str(stocked))
    assert ran.code == 1
    assert "could not do this (it answered 500)" in ran.sentence


def test_a_spoilt_catalogue_is_told_in_one_sentence(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "catalogue.db").write_bytes(b"this is no database, whatever its name says" * 50)
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(folder / "catalogue.db").execute("SELECT * FROM sqlite_master")
    ran = run("classes", "--data", str(folder))
    assert ran.code == 1
    assert "A database in the data folder cannot be used (file is not a database)" in ran.sentence
