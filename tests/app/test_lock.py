"""One server for each folder (safety F8): the second is told of the first, and a killed one frees the folder."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app import lock
from app.lock import Held, UnfitFolder
from tests import sources

HOLDER = """
import sys
from pathlib import Path
from app import lock
with lock.hold(Path(sys.argv[1])) as held:
    held.publish("http://127.0.0.1:8140/")
    print(held.secret, flush=True)
    sys.stdin.read()
"""
Holder = Callable[[], subprocess.Popen[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "data"


@pytest.fixture
def holder(folder: Path) -> Iterator[Holder]:
    """Another process that holds the folder."""
    started: list[subprocess.Popen[str]] = []

    def start() -> subprocess.Popen[str]:
        child = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(folder)],
            cwd=sources.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        started.append(child)
        return child

    yield start
    for child in started:
        with child:
            child.kill()


def test_the_second_server_is_told_which_one_is_the_first(folder: Path, holder: Holder) -> None:
    first = holder()
    assert first.stdout
    secret = first.stdout.readline().strip()
    with pytest.raises(Held) as refused, lock.hold(folder):
        pass
    assert f"at http://127.0.0.1:8140/ (process {first.pid})" in str(refused.value)
    assert lock.running(folder) == lock.Running(first.pid, "http://127.0.0.1:8140/", secret)
    with pytest.raises(Held), lock.hold(folder):
        pass
    assert first.poll() is None


def test_a_killed_server_frees_its_folder_and_its_note_is_not_believed(folder: Path, holder: Holder) -> None:
    first = holder()
    assert first.stdout
    first.stdout.readline()
    first.send_signal(signal.SIGKILL)
    first.wait(5)
    assert "8140" in (folder / lock.NAME).read_text()
    assert lock.running(folder) is None
    with lock.hold(folder):
        pass


def test_a_stopped_server_leaves_no_secret(folder: Path) -> None:
    with lock.hold(folder) as held:
        assert held.secret in (folder / lock.NAME).read_text()
    assert (folder / lock.NAME).read_text() == ""
    assert lock.running(folder) is None


def test_every_start_has_a_secret_of_its_own(folder: Path) -> None:
    with lock.hold(folder) as one:
        pass
    with lock.hold(folder) as other:
        assert len(other.secret) >= 40
        assert other.secret != one.secret


def test_folder_and_secret_are_for_their_owner_alone(folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    with lock.hold(folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((folder / lock.NAME).stat().st_mode) == 0o600


def test_a_folder_full_of_other_things_keeps_its_mode(folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    (folder / "letters").mkdir()
    with lock.hold(folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_nobody_runs_on_a_folder_that_is_not_there(folder: Path) -> None:
    assert lock.running(folder) is None
    assert not folder.exists()


def test_a_file_in_the_place_of_the_folder_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(UnfitFolder, match="cannot be used"), lock.hold(tmp_path / "data"):
        pass


def test_a_network_drive_is_refused_in_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "file_system", lambda _: "nfs4")
    with pytest.raises(UnfitFolder, match="network drive"), lock.hold(folder):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no table of mounts")
def test_the_file_system_is_that_of_the_nearest_mount(tmp_path: Path) -> None:
    inside = tmp_path.resolve() / "share" / "our data"
    inside.mkdir(parents=True)
    table = tmp_path / "mounts"
    escaped = str(inside).replace(" ", "\\040")
    table.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {inside.parent} nfs4 rw 0 0\n/dev/sdb {escaped} xfs rw 0 0\n")
    assert lock.file_system(inside, table) == "xfs"
    assert lock.file_system(inside.parent / "other", table) == "nfs4"
    assert lock.file_system(Path("/somewhere"), table) == "ext4"
    assert lock.file_system(inside, tmp_path / "missing") == ""
    assert lock.file_system(tmp_path) not in lock.NETWORK_FILE_SYSTEMS


def test_a_note_that_was_spoilt_names_nobody_but_still_refuses(folder: Path, holder: Holder) -> None:
    first = holder()
    assert first.stdout
    first.stdout.readline()
    (folder / lock.NAME).write_text("{nonsense")
    with pytest.raises(Held, match="already runs on this data folder"), lock.hold(folder):
        pass
    os.truncate(folder / lock.NAME, 0)
    assert lock.running(folder) is None
