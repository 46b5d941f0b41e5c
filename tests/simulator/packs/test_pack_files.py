"""What counts as a file of a pack: plain files of known names; links, devices and floods are named and not followed."""

import os
import socket
from pathlib import Path

import pytest

from simulator.packs import files
from simulator.packs.findings import Findings
from simulator.packs.loader import read
from tests.simulator.packs import small


def test_a_folder_that_is_not_there_is_one_finding(tmp_path: Path) -> None:
    reading = read(tmp_path / "nowhere")
    assert small.places(reading) == ["pack.yaml:1:1 E101"]
    assert reading.hash == ""


def test_a_file_in_place_of_a_folder_is_one_finding(tmp_path: Path) -> None:
    small.put(tmp_path / "pack.yaml", small.PACK)
    assert small.places(read(tmp_path / "pack.yaml")) == ["pack.yaml:1:1 E101"]


def test_every_pack_begins_with_pack_yaml(tmp_path: Path) -> None:
    small.put(tmp_path / "people.yaml", small.PEOPLE)
    assert small.places(read(tmp_path)) == ["pack.yaml:1:1 E101"]


@pytest.mark.parametrize("name", ["people", "world"])
def test_people_and_world_have_to_be_there(name: str, tmp_path: Path) -> None:
    small.wrote(tmp_path)
    (tmp_path / f"{name}.yaml").unlink()
    assert f"{name}.yaml:1:1 E101" in small.places(read(tmp_path))


@pytest.mark.parametrize("name", ["people.yaml", "media", "media/cj.gif", "notes.txt", "sessions"])
def test_a_link_is_never_followed(name: str, tmp_path: Path) -> None:
    folder, elsewhere = small.wrote(tmp_path / "pack"), tmp_path / "elsewhere"
    elsewhere.mkdir()
    path = folder / name
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(elsewhere, target_is_directory=True)
    assert f"{name}:1:1 E101" in small.places(read(folder))


def test_a_pipe_and_a_socket_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small.wrote(tmp_path)
    (folder / "web.yaml").unlink()
    os.mkfifo(folder / "web.yaml")
    (folder / "media").mkdir()
    monkeypatch.chdir(folder / "media")  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("cj.gif")
        found = small.places(read(folder))
    assert {"web.yaml:1:1 E101", "media/cj.gif:1:1 E101"} <= set(found)


def test_a_device_is_not_opened(tmp_path: Path) -> None:
    folder = small.wrote(tmp_path)
    try:
        os.mknod(folder / "voices.yaml", 0o600 | 0o020000, os.makedev(1, 5))
    except PermissionError:
        (folder / "voices.yaml").symlink_to("/dev/zero")
    assert small.places(read(folder)) == ["voices.yaml:1:1 E101"]


def test_a_file_that_cannot_be_opened_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small.wrote(tmp_path)
    gathered = files.gather(folder, Findings())
    assert gathered
    (folder / "people.yaml").unlink()
    monkeypatch.setattr("simulator.packs.loader.gather", lambda *_: gathered)
    reading = read(folder)
    assert small.places(reading) == ["pack.yaml:1:1 E101"]
    assert reading.hash == ""


def test_unknown_yaml_and_misspelt_folders_are_named_with_the_known_one(tmp_path: Path) -> None:
    folder = small.wrote(tmp_path, peopel="x: y")
    for name in ("sesions/1.yaml", "Media/a.gif", "notes/mine.yaml"):
        small.put(folder / name, "x: y")
    small.put(folder / "World.YML", "x: y")
    small.put(folder / "settings.yaml", "x: y")
    found = {finding.file: finding.suggestion for finding in read(folder).findings}
    assert found == {
        "Media": 'Did you mean "media"?',
        "World.YML": 'Did you mean "world.yaml"?',
        "peopel.yaml": 'Did you mean "people.yaml"?',
        "sesions": 'Did you mean "sessions"?',
        "settings.yaml": "Move it out.",
    }


def test_what_systems_and_authors_leave_beside_a_pack_is_nobodys_business(tmp_path: Path) -> None:
    folder = small.wrote(tmp_path)
    before = read(folder).hash
    for name in (".DS_Store", ".git/config", "README.md", "media/Thumbs.db", "drawings/cj.svg", "expected.txt"):
        small.put(folder / name, "x")
    reading = read(folder)
    assert not reading.findings
    assert reading.hash == before


def test_a_folder_inside_media_is_refused(tmp_path: Path) -> None:
    folder = small.wrote(tmp_path)
    small.put(folder / "media" / "more" / "cj.gif", small.gif())
    assert small.places(read(folder)) == ["media/more:1:1 E110"]


def test_a_flood_of_files_or_bytes_is_refused_unread(tmp_path: Path) -> None:
    folder = small.wrote(tmp_path / "many")
    for number in range(files.MOST_FILES):
        small.put(folder / "media" / f"{number}.gif", b"")
    assert small.places(read(folder)) == ["pack.yaml:1:1 E106"]
    folder = small.wrote(tmp_path / "large")
    small.put(folder / "media" / "large.gif", b"")
    os.truncate(folder / "media" / "large.gif", files.MOST_BYTES)
    assert small.places(read(folder)) == ["pack.yaml:1:1 E106"]


def test_the_hash_changes_with_every_byte_and_every_name(tmp_path: Path) -> None:
    hashes = {
        read(small.wrote(tmp_path / "a")).hash,
        read(small.wrote(tmp_path / "b", people=small.PEOPLE + "\n")).hash,
        read(small.wrote(tmp_path / "c", voices="- Hello")).hash,
    }
    assert len(hashes) == 3
    assert read(small.wrote(tmp_path / "d")).hash == read(tmp_path / "a").hash
    assert all(len(each) == 64 for each in hashes)


def test_a_broken_pack_has_a_hash_too(tmp_path: Path) -> None:
    reading = read(small.wrote(tmp_path, people="{"))
    assert reading.pack is None
    assert len(reading.hash) == 64


def test_names_that_hide_or_break_lines_cannot_reach_a_terminal(tmp_path: Path) -> None:
    folder = small.wrote(tmp_path)
    for name in (b"a\nb.yaml", b"a\x1b[31m.yaml", b"a\xff.yaml"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"")
    told = [str(finding) for finding in read(folder).findings]
    assert len(told) == 3
    assert all(line.isprintable() for line in told)
    assert "\n".join(told).encode()
