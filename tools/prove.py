"""What `make prove` runs: the long tests, and the table of what they measured, printed and kept in docs/proved.md."""

import os
import platform
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tools import chromium

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "proved.md"
HEAD = """\
# What was proved

Written by `make prove`; do not edit. Each line is a long run, the figure it gave and the limit it had to keep.

| | |
| --- | --- |
"""


def main() -> int:
    """Run everything marked `prove`; exit 0 only if there was something to run and all of it held."""
    os.chdir(ROOT)
    if chromium.find_or_fetch() is None:
        print("make prove needs a browser.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-m", "prove", "-o", "junit_family=xunit1", f"--junitxml={report}"]
        code = subprocess.run(command).returncode
        rows = list(read(report)) if report.exists() else []
    table = "\n".join(["| run | measured | limit | |", "| --- | --- | --- | --- |", *rows])
    print(f"\n{table}\n\nmake prove: {'all held' if code == 0 else 'NOT all held'}.")
    PAGE.write_text(f"{HEAD}{circumstances()}\n\n{table}\n", encoding="utf-8")
    return code


def read(report: Path) -> Iterator[str]:
    """One line for each figure a test noted, or for the test itself where it noted none."""
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        failed = any(case.find(word) is not None for word in ("failure", "error"))
        verdict = "FAILED" if failed else "skipped" if case.find("skipped") is not None else "held"
        run = case.get("name", "").removeprefix("test_").replace("_", " ")
        notes = [note.get("value", "") for note in case.iter("property") if note.get("name") == "proved"]
        for note in notes or [f"\t{float(case.get('time', 0)):.0f} s\t"]:
            what, measured, limit = note.split("\t")
            yield f"| {run}{': ' if what else ''}{what} | {measured} | {limit} | {verdict} |"


def circumstances() -> str:
    """When, of what, and on what kind of machine."""
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True).stdout.strip()
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    facts = {"date": f"{datetime.now(UTC):%Y-%m-%d}", "commit": commit, "machine": system}
    return "\n".join(f"| {name} | {value} |" for name, value in facts.items())


if __name__ == "__main__":
    sys.exit(main())
