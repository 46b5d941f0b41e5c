"""What `make test` runs, in order, stopping at the first failure; it decides nothing that a setting file could say."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from tools import chromium

ROOT = Path(__file__).resolve().parent.parent
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


class Check(NamedTuple):
    """One step of the gate: its name, its command, and what to do when it fails."""

    name: str
    command: list[str]
    cure: str


def checks() -> list[Check]:
    """Quick ones first; browsers by themselves, whose driver leaves its event loop in the thread of the tests."""
    packs = sorted(str(found.parent.relative_to(ROOT)) for found in ROOT.glob("scenarios/*/pack.yaml"))
    workers = str(min(8, max(2, os.cpu_count() or 2)))
    return [
        Check("format", module("ruff", "format", "--check", "."), "Run: .venv/bin/ruff format ."),
        Check("lint", module("ruff", "check", "."), "Each line above names a rule; ruff rule NAME explains it."),
        Check("types", module("mypy"), "The lines above name the places."),
        Check("arrows", [sys.executable, "-c", LINT_IMPORTS, "--no-logo"], "README.md says why the arrows are so."),
        Check("tests", tests("-n", workers, marked="not browser"), "The summary above names the tests."),
        Check(
            "browser tests",
            tests("-n", workers, "--dist", "loadfile", marked="browser"),
            "The summary above names them.",
        ),
        Check("packs", module("app.cli", "check", *packs, "--quick"), "fledge help CODE explains a finding."),
    ]


def tests(*words: str, marked: str) -> list[str]:
    """The tests with these marks, but none of the long ones."""
    return module("pytest", "-q", *words, "-m", f"({marked}) and not prove")


def module(*words: str) -> list[str]:
    """A module of this very environment, run with these words."""
    return [sys.executable, "-m", *words]


def main() -> int:
    """Run every check and close with one line that says how it went."""
    os.chdir(ROOT)
    browser = chromium.find_or_fetch()
    if browser is None and os.environ.get("CI"):
        print("\nmake test FAILED: in CI the browser tests must run.")
        return 1
    begun = time.monotonic()
    for number, check in enumerate(checks(), 1):
        print(f"\n== {number}/{len(checks())} {check.name}", flush=True)
        since = time.monotonic()
        code = subprocess.run(check.command).returncode
        if code:
            print(f"\nmake test FAILED at {check.name}. {check.cure}")
            return 1
        print(f"   {check.name}: fine, {time.monotonic() - since:.0f} s", flush=True)
    unsaid = "" if browser else " BUT NO BROWSER WAS FOUND, so nothing was tried in one."
    print(f"\nmake test: all {len(checks())} checks passed in {spell(time.monotonic() - begun)}.{unsaid}")
    return 0


def spell(seconds: float) -> str:
    """A length of time as a person says it."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


if __name__ == "__main__":
    sys.exit(main())
