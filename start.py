"""Sets Fledge up and runs it with Python's own library alone; whatever it installs stays inside `.venv/`.

It must start on any Python 3, so that an old one gets a sentence and not a stack trace; hence the quoted types.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "fledge.json"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
OLDEST = (3, 11)
VERSION = "{}.{}".format(*sys.version_info[:2])

USAGE = """\
Fledge, a practice Twitter.

  python3 start.py run          serve on http://127.0.0.1:8140 (--port N, --host H)
  python3 start.py class        the same, open to the phones in the room
  python3 start.py test         every check, at most 8 minutes
  python3 start.py prove        the long runs, up to an hour
  python3 start.py check        check every pack in scenarios/
  python3 start.py bench        the benchmarks
  python3 start.py fledge ...   any fledge command, for example: fledge doctor

On Windows say py instead of python3. The first start installs what is needed into .venv/."""


def main(words: "list[str]") -> int:
    """Carry out one command line and return its exit code: 2 when the command itself is not understood."""
    command, rest = (words[0], words[1:]) if words else ("run", [])
    if command in ("-h", "--help", "help"):
        print(USAGE)
        return 0
    commands = {
        "run": ("run", ["app.cli", "serve"]),
        "class": ("run", ["app.cli", "serve", "--lan"]),
        "check": ("run", ["app.cli", "check", *packs()]),
        "fledge": ("run", ["app.cli"]),
        "test": ("dev", ["tools.gate"]),
        "prove": ("dev", ["tools.prove"]),
        "bench": ("dev", ["benchmarks.run"]),
    }
    if command not in commands:
        print(f'There is no command "{command}".\n\n{USAGE}', file=sys.stderr)
        return 2
    lock, module = commands[command]
    set_up(lock)
    if command != "fledge":
        os.chdir(ROOT)
    return hand_over([str(PYTHON), "-m", *module, *rest])


def packs() -> "list[str]":
    """Every pack beside this file; folders without a `pack.yaml` (such as the broken samples) are none."""
    return [str(found.parent) for found in sorted(ROOT.glob("scenarios/*/pack.yaml"))]


def set_up(lock: str) -> None:
    """Make sure that `.venv/` holds what `lock` names, without asking pip when it does already."""
    if is_ready(lock):
        return
    with alone():
        if is_ready(lock):
            return
        STAMP.unlink(missing_ok=True)
        make_environment()
        install(LOCKS[lock])
        names = ["run", "dev"] if lock == "dev" else ["run"]
        STAMP.write_text(json.dumps({"python": VERSION} | {name: digest(name) for name in names}), encoding="utf-8")
    say("Set up.")


def is_ready(lock: str) -> bool:
    """Tell from the stamp whether this Python and this very lock were installed to the end."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return PYTHON.exists() and stamp.get("python") == VERSION and stamp.get(lock) == digest(lock)


def digest(lock: str) -> str:
    """The fingerprint of a lock; line ends do not count, since Git may change them."""
    return hashlib.sha256(LOCKS[lock].read_bytes().replace(b"\r\n", b"\n")).hexdigest()


@contextmanager
def alone() -> "Iterator[None]":
    """Let one start at a time install; the system frees the lock even when its holder is killed."""
    with (ROOT / ".setup.lock").open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:  # it gives up after ten seconds
                    continue
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_environment() -> None:
    """Build `.venv/` unless a sound one for this Python stands there."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        stop(
            "This Python came without venv: install the package python3-venv "
            f"(Debian, Ubuntu: apt install python3-venv or python{VERSION}-venv), then run the same command again."
        )
    if is_sound():
        return
    say(f"Making .venv for Python {VERSION} ...")
    made = quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode:
        stop(f"The folder .venv could not be made:\n{made.stdout.strip()}")


def is_sound() -> bool:
    """Ask the environment for its Python version and its pip; a half-made or foreign one answers neither."""
    if not PYTHON.exists():
        return False
    asked = quietly([str(PYTHON), "-c", "import pip, sys; print('{}.{}'.format(*sys.version_info))"])
    return asked.returncode == 0 and asked.stdout.strip() == VERSION


def install(lock: Path) -> None:
    """Install exactly what the lock names, each file checked against its hash."""
    count = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    say(f"Installing {count} packages into .venv (about a minute; only this once) ...")
    switches = "--require-hashes --no-deps --quiet --no-input --disable-pip-version-check --progress-bar off".split()
    done = quietly([str(PYTHON), "-m", "pip", "install", *switches, "-r", str(lock)])
    if done.returncode == 0:
        return
    print(done.stdout.strip()[-2000:], file=sys.stderr)
    if "DO NOT MATCH THE HASHES" in done.stdout:
        stop("A package is not the one this version of Fledge was tested with, so nothing was run: see above.")
    stop("The packages could not be installed. This needs the network once: check it (and the proxy), then try again.")


def quietly(command: "list[str]") -> "subprocess.CompletedProcess[str]":
    """Run a command and keep what it says; the person's own pip habits must not lead it out of `.venv/`."""
    return subprocess.run(
        command, env=environment() | {"PIP_USER": "0"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def hand_over(command: "list[str]") -> int:
    """Become the command, so that Ctrl-C and a polite stop reach it directly; Windows can only wait for it."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, environment())  # noqa: S606  no shell is what we want
    with subprocess.Popen(command, env=environment()) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:  # the child got it too and is closing
                continue


def environment() -> "dict[str, str]":
    """The surroundings of everything started here: the project importable from any folder, no foreign Python home."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "__PYVENV_LAUNCHER__")}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), kept.get("PYTHONPATH")]))}


def find_newer_python() -> "str | None":
    """Another Python on this machine that is new enough, where the one that was called is not."""
    found = (shutil.which(f"python3.{minor}") for minor in (13, 12, 11, 14))
    return next(filter(None, found), None)


def say(sentence: str) -> None:
    """Tell the person what is going on, at once."""
    print(sentence, flush=True)


def stop(sentence: str) -> NoReturn:
    """End with one plain sentence."""
    sys.exit(sentence)


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        newer = find_newer_python()
        if newer is None or os.name == "nt":
            stop(f"Fledge needs Python 3.11 or newer; this one is {VERSION}. Install the package python3.11 or newer.")
        else:
            os.execv(newer, [newer, *sys.argv])  # noqa: S606  no shell is what we want
    sys.exit(main(sys.argv[1:]))
