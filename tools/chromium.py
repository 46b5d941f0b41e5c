"""Finds a Chromium for the browser tests, or fetches one without root; it changes nothing outside the project.

Order: `FLEDGE_CHROMIUM`, a Chromium, Chrome or Edge on the path or in its usual place, one fetched earlier.
Playwright's own download is not used: it needs the open internet, where a workplace may allow package registries alone.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".browsers"
FETCHED = HOME / "chromium"

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
USUAL_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)

PACKAGE = "@sparticuz/chromium"
VERSION = "153.0.0"
SHA512 = (
    "8e2196a92bcf31dbb8f8ff538a562a011ef21063c41c8371fa50af13f36a34ef"
    "c41d8cc5ff1d615222394fa8a8548b7b744cbb9fcf1bcb24f4be4f9d9ec810c0"
)

UNPACK = """
const fs = require("fs"), zlib = require("zlib");
for (const name of fs.readdirSync(".").filter(name => name.endsWith(".br")))
  fs.writeFileSync(name.slice(0, -3), zlib.brotliDecompressSync(fs.readFileSync(name)));
"""

STARTER = """\
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")/unpacked
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here"
LD_LIBRARY_PATH="$here/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec "$here/chromium" "$@"
"""

ADVICE = (
    "No Chromium was found, so the browser tests cannot run. Install Chromium, Chrome or Edge (Debian: apt install "
    "chromium), or set FLEDGE_CHROMIUM to the path of one."
)


def find() -> Path | None:
    """The browser to test with, or None; a wrong `FLEDGE_CHROMIUM` counts as none rather than as another browser."""
    chosen = os.environ.get("FLEDGE_CHROMIUM")
    if chosen:
        return Path(chosen) if Path(chosen).is_file() else None
    on_path = filter(None, (shutil.which(name) for name in NAMES))
    places = [*on_path, *USUAL_PLACES, str(FETCHED)]
    return next((Path(place) for place in places if Path(place).is_file()), None)


def can_fetch() -> bool:
    """The packed browser is for Linux on x86-64 and arrives through npm."""
    fits = sys.platform == "linux" and platform.machine() == "x86_64"
    return fits and not os.environ.get("FLEDGE_CHROMIUM") and all(map(shutil.which, ("npm", "node")))


def fetch() -> Path:
    """Bring the packed browser from npm, check it against its recorded hash and unpack it; raises `OSError`."""
    HOME.mkdir(exist_ok=True)
    command = ["npm", "pack", "--silent", "--ignore-scripts", f"{PACKAGE}@{VERSION}"]
    subprocess.run(command, cwd=HOME, check=True, stdout=subprocess.DEVNULL)
    packed = HOME / f"sparticuz-chromium-{VERSION}.tgz"
    if hashlib.sha512(packed.read_bytes()).hexdigest() != SHA512:
        packed.unlink()
        raise OSError(f"{PACKAGE} {VERSION} is not the file this project was tested with")
    unpack(packed, HOME / "unpacked")
    packed.unlink()
    FETCHED.write_text(STARTER, encoding="utf-8")
    FETCHED.chmod(0o755)
    return FETCHED


def unpack(packed: Path, folder: Path) -> None:
    """Lay the browser, its libraries and its fonts into one folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with tarfile.open(packed) as archive:
        for member in archive.getmembers():
            if member.isfile() and member.name.startswith("package/bin/"):
                (folder / Path(member.name).name).write_bytes(archive.extractfile(member).read())
    subprocess.run(["node", "-e", UNPACK], cwd=folder, check=True)
    for inner in folder.glob("*.tar"):
        shutil.unpack_archive(inner, folder)  # the hash above vouches for what is in it
        inner.unlink()
    for compressed in folder.glob("*.br"):
        compressed.unlink()
    (folder / "chromium").chmod(0o755)


def find_or_fetch() -> Path | None:
    """A browser by whatever way there is; the reason why there is none has then been printed."""
    found = find()
    if found is None and can_fetch():
        print(f"No Chromium here: fetching one from npm into {HOME.name}/ (70 MB, only this once) ...", flush=True)
        try:
            found = fetch()
        except (OSError, subprocess.CalledProcessError) as problem:
            print(f"Fetching it did not work: {problem}.", flush=True)
    if found is None:
        print(ADVICE, flush=True)
    return found
