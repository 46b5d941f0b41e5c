"""What others wrote is exactly what they published: its hash, its licence beside it, nothing unnamed."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests import sources

FOLDERS = [sources.ROOT / "app/static/vendor", sources.ROOT / "tests/vendor"]
ENTRIES = [
    pytest.param(folder, entry, id=entry["file"])
    for folder in FOLDERS
    for entry in json.loads((folder / "vendor.json").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("folder", "entry"), ENTRIES)
def test_a_vendored_file_is_the_published_one(folder: Path, entry: dict[str, Any]) -> None:
    content = (folder / entry["file"]).read_bytes()
    assert base64.b64encode(hashlib.sha384(content).digest()).decode() == entry["sha384"]
    assert (folder / entry["licence_file"]).is_file()
    assert entry["version"]


@pytest.mark.parametrize("folder", FOLDERS, ids=sources.name)
def test_no_vendored_file_is_unnamed(folder: Path) -> None:
    entries = json.loads((folder / "vendor.json").read_text(encoding="utf-8"))
    named = {"vendor.json", *(entry["file"] for entry in entries), *(entry["licence_file"] for entry in entries)}
    assert {path.name for path in folder.iterdir()} == named


def test_htmx_and_its_streams_are_of_one_version() -> None:
    entries = json.loads((FOLDERS[0] / "vendor.json").read_text(encoding="utf-8"))
    versions = {entry["file"]: entry["version"] for entry in entries}
    assert versions["htmx.min.js"] == versions["hx-sse.min.js"] == "4.0.1"
