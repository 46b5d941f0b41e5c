"""The doctor finds what is wrong with an installation or its machine, says the cure, and mends nothing."""

import asyncio
import shutil
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from app import commands, doctor, lock, network
from app.doctor import Found
from app.installation import Installation
from app.settings import Settings
from app.wall import TestWall
from tests import cast
from tests.templates import lend

START = datetime(2026, 5, 12, tzinfo=UTC)
RUNNING = lock.Running(4711, "http://127.0.0.1:8140/", "secret")


class Disk(NamedTuple):
    """What `shutil.disk_usage` tells."""

    total: int
    used: int
    free: int


@pytest.fixture(scope="module")
def packs() -> Iterator[Path]:
    """The course, cast once."""
    with cast.memory() as folder:
        yield lend(folder) / "packs"


@pytest.fixture
def installation(packs: Path) -> Iterator[Installation]:
    with cast.memory() as folder:
        shutil.copytree(packs, folder / "packs")
        made = Installation(Settings(data_dir=folder), TestWall(START))
        yield made
        made.close()


@pytest.fixture
def world(installation: Installation) -> Path:
    """The file of a class called Tuesday; nobody has it open."""
    code = commands.make_class(installation, pack="twitter-school", title="Tuesday")["code"]
    installation.worlds.close()
    return installation.worlds.folder / installation.catalogue.by_code(str(code)).key / "world.db"


def inside(installation: Installation) -> list[Found]:
    return [Found(well, line) for well, line in doctor.look_inside(installation)["found"]]


def around(settings: Settings, running: lock.Running | None = None) -> list[Found]:
    return list(doctor.look_around(settings, running))


def wrong(found: list[Found]) -> list[str]:
    return [each.line for each in found if not each.well]


def test_a_sound_installation_is_well(installation: Installation, world: Path) -> None:
    found = inside(installation)
    assert not wrong(found)
    lines = "\n".join(each.line for each in found)
    for part in ("1 class, 0 worlds of one's own", 'The class "Tuesday"', "full sync", "twitter-school can be used"):
        assert part in lines


def test_a_damaged_class_is_named(installation: Installation, world: Path) -> None:
    size = world.stat().st_size
    with world.open("r+b") as file:
        file.seek(size // 3 // 4096 * 4096)
        file.write(b"\xa5" * 4096 * 8)
    (line,) = wrong(inside(installation))
    assert line.startswith('The class "Tuesday" (')
    assert "is damaged: " in line
    assert line.endswith("Copy the data folder away before anything else.")


def test_a_file_that_is_no_database_is_named(installation: Installation, world: Path) -> None:
    world.write_bytes(b"no database" * 1000)
    (line,) = wrong(inside(installation))
    assert "is damaged: file is not a database" in line


def test_a_class_whose_file_is_gone_is_named(installation: Installation, world: Path) -> None:
    shutil.rmtree(world.parent)
    (line,) = wrong(inside(installation))
    assert "is damaged: its file is gone" in line


def test_a_folder_that_belongs_to_no_class_is_found(installation: Installation, world: Path) -> None:
    installation.catalogue.forget(world.parent.name)
    (line,) = wrong(inside(installation))
    assert line.startswith(f"The folder worlds/{world.parent.name} belongs to no class.")


def test_a_database_that_might_lose_something_is_found(installation: Installation, world: Path) -> None:
    loose = Installation(Settings(data_dir=installation.settings.data_dir), TestWall(START), synchronous="OFF")
    try:
        (line,) = wrong(inside(loose))
    finally:
        loose.close()
    assert "synchronous is 0" in line


def test_a_course_that_is_broken_is_found(packs: Path, tmp_path: Path) -> None:
    (tmp_path / "packs/half-done").mkdir(parents=True)
    (tmp_path / "packs/half-done/pack.yaml").write_text("pack: half-done\n")
    made = Installation(Settings(data_dir=tmp_path / "data", packs_dir=tmp_path / "packs"), TestWall(START))
    try:
        (line,) = wrong(inside(made))
    finally:
        made.close()
    assert line.endswith(f"fledge check {tmp_path / 'packs/half-done'}")


def test_a_machine_in_order_is_well(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o700)
    settings = Settings(data_dir=tmp_path / "data", port=0)
    assert not wrong(around(settings))
    assert not wrong(around(settings, RUNNING))
    assert "Fledge runs at http://127.0.0.1:8140/ (process 4711)" in [each.line for each in around(settings, RUNNING)]


def test_a_folder_that_is_not_there_yet_is_no_fault_and_is_not_made(tmp_path: Path) -> None:
    assert not wrong(around(Settings(data_dir=tmp_path / "none", port=0)))
    assert not (tmp_path / "none").exists()


def test_a_folder_that_others_can_open_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o755)
    (line,) = wrong(around(Settings(data_dir=folder, port=0)))
    assert line.endswith(f"chmod 700 {folder}")


def test_a_folder_on_a_network_drive_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir(mode=0o700)
    monkeypatch.setattr(lock, "file_system", lambda _: "nfs4")
    (line,) = wrong(around(Settings(data_dir=tmp_path / "data", port=0)))
    assert "network drive (nfs4)" in line


@pytest.mark.parametrize(("free", "well"), [(500_000_000, True), (499_999_999, False)])
def test_a_disk_that_is_nearly_full_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, well: bool
) -> None:
    (tmp_path / "data").mkdir(mode=0o700)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Disk(10**12, 10**12 - free, free))
    assert (wrong(around(Settings(data_dir=tmp_path / "data", port=0))) == []) is well


def test_a_port_that_is_taken_is_found(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        (line,) = wrong(around(Settings(data_dir=tmp_path / "none", port=port)))
        assert f"Port {port} on 127.0.0.1 cannot be used" in line
        assert line.endswith(f"fledge serve --port {port + 1}")


def room(learners: str | None) -> list[Found]:
    return asyncio.run(doctor.look_at_room(8140, learners))


@pytest.fixture
def addresses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found = ["192.168.1.5"]
    monkeypatch.setattr(network, "lan_addresses", lambda: found)
    return found


def reached(monkeypatch: pytest.MonkeyPatch, answer: bool) -> None:
    async def answers(*_: object, **__: object) -> bool:
        return answer

    monkeypatch.setattr(network, "answers", answers)


def test_without_a_network_the_room_is_told_what_to_do(addresses: list[str]) -> None:
    addresses.clear()
    assert wrong(room(None)) == [network.NO_NETWORK]


def test_without_a_server_the_room_is_told_how_to_try(addresses: list[str]) -> None:
    found = room(None)
    assert not wrong(found)
    assert [each.line.partition(", start")[0] for each in found] == [
        "On the network this computer is 192.168.1.5",
        "To try whether phones reach it",
    ]


def test_a_server_for_this_computer_only_is_told_apart_from_a_firewall(
    addresses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reached(monkeypatch, False)
    (only_here,) = wrong(room("http://127.0.0.1:8140"))
    assert only_here.startswith("Fledge runs for this computer only.")
    (shut,) = wrong(room("http://192.168.1.5:8140"))
    assert "firewall" in shut


def test_a_server_that_answers_in_the_room_is_well(addresses: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    reached(monkeypatch, True)
    found = room("http://192.168.1.5:8140")
    assert not wrong(found)
    assert "keeps devices apart" in found[-1].line
