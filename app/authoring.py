"""What authors are given: a first pack, schemas for their editor, the meaning of a finding; it prints nothing."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from app.checking import EXPECTED, told
from app.good_examples import GOOD
from app.shelf import BUILT_IN
from simulator.errors import Duplicate, Invalid, Missing
from simulator.packs.findings import CODES, Finding, did_you_mean
from simulator.packs.kinds import ID
from simulator.packs.loader import read
from simulator.packs.pack import Pack
from simulator.packs.published import json_schemas
from simulator.walkthroughs.proofs import CODES as PROOFS
from simulator.walkthroughs.proofs import prove

SMALLEST = "five-lines"
BROKEN = BUILT_IN / "broken"


def explain_code(code: str) -> str:
    """What a finding means, and how it looks in a pack that is broken on purpose. Raises `Missing`."""
    asked = code.strip().upper()
    if asked not in CODES:
        near = did_you_mean(asked, CODES) or f"There are: {', '.join(CODES)}."
        raise Missing(f'There is no finding "{code}". {near}')
    good = ["", "Right is:", "", *(f"    {line}" for line in GOOD[asked].splitlines())]
    return "\n".join([f"{asked}  {CODES[asked]}", *_example(asked), *good])


def _example(code: str) -> Iterator[str]:
    folder = next(iter(sorted(BROKEN.glob(f"{code.lower()}-*"))), None)
    if folder is None:
        yield from ("", "Such as: no pack can bring this about, so it is a fault in Fledge. Please report it.")
        return
    reading = read(folder)
    found = reading.findings
    if code in PROOFS and reading.pack is not None:
        found = prove(reading.pack, quick=False, workers=1, only=[code]).findings
    why = (folder / EXPECTED).read_text(encoding="utf-8").splitlines()[0].lstrip("# ")
    yield ""
    yield f"Such as: {why}"
    yield ""
    yield from (line for finding in found[:1] for line in _shown(finding))


def _shown(finding: Finding) -> Iterator[str]:
    """The lines of a finding without the last, which leads to where we are."""
    yield from list(told(finding))[:-1]


def make_pack(folder: Path, like: str | None) -> list[str]:
    """Make a pack in a new folder, and name its files; `like` is a session of a built-in course.

    Raises `Duplicate` where something lies there already, `Invalid` for a name that no pack can have, and `Missing`.
    """
    name = folder.resolve().name
    if not re.fullmatch(ID, name):
        raise Invalid(f'"{name}" cannot be the id of a pack. Use small letters, digits and hyphens, such as my-pack.')
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Duplicate(f"Something lies in {folder} already. Name a folder that is not there yet.")
    source, session = (BUILT_IN / SMALLEST, None) if like is None else _with_session(like)
    shutil.copytree(source, folder, dirs_exist_ok=True)
    _renamed(folder / "pack.yaml", name)
    if session is not None:
        _alone(folder, session)
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml"))


def _with_session(like: str) -> tuple[Path, str]:
    """The built-in pack that has this session, and the session's id."""
    known: list[str] = []
    for head in sorted(BUILT_IN.glob("*/pack.yaml")):
        pack = read(head.parent).pack
        sessions = [session.session for session in pack.sessions] if pack is not None else []
        if like in sessions:
            return head.parent, like
        known += sessions
    near = did_you_mean(like, known) or f"There are: {', '.join(known)}."
    raise Missing(f'No built-in course has a session "{like}". {near}')


def _renamed(head: Path, name: str) -> None:
    text = head.read_text(encoding="utf-8")
    head.write_text(re.sub(r"(?m)^pack: .*$", f"pack: {name}", text, count=1), encoding="utf-8")


def _alone(folder: Path, session: str) -> None:
    """Take out every other session, with the walkthroughs that go through them."""
    pack = read(folder).pack
    if pack is None:
        raise AssertionError("a built-in pack is sound")
    file = next((path for path in _sessions(folder) if _is_session(path, session)), None)
    if file is None:
        return  # its sessions stand in pack.yaml itself
    for other in _sessions(folder):
        if other != file:
            other.unlink()
    for name in _of_others(pack, session):
        (folder / "walkthroughs" / f"{name}.yaml").unlink()
    head = folder / "pack.yaml"
    listed = re.sub(r"(?m)^sessions: \[.*\]$", f"sessions: [{file.name}]", head.read_text(encoding="utf-8"), count=1)
    head.write_text(listed, encoding="utf-8")


def _sessions(folder: Path) -> list[Path]:
    return sorted((folder / "sessions").glob("*.yaml"))


def _is_session(path: Path, session: str) -> bool:
    return re.search(rf"(?m)^session: {re.escape(session)}\s*$", path.read_text(encoding="utf-8")) is not None


def _of_others(pack: Pack, session: str) -> list[str]:
    return [name for name, walk in pack.walkthroughs.items() if walk.session != session]


def write_schemas(folder: Path | None) -> list[str]:
    """The schemas as one line of JSON each, or, in a folder, what was written: one file for each kind of file."""
    schemas = json_schemas()
    if folder is None:
        return [json.dumps(schemas, ensure_ascii=False)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, schema in schemas.items():
            (folder / f"{name}.json").write_text(
                json.dumps(schema, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
            )
    except OSError as fault:
        raise Invalid(f"The folder {folder} cannot be written ({fault.strerror}). Name another one.") from None
    return [f"{len(schemas)} schemas are in {folder}. Point your editor at them: sessions.json is for sessions/*.yaml."]
