"""The `fledge` command in a process of its own, a server that it started, and the plainest of browsers to visit it."""

import contextlib
import http.client
import io
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from app import cli
from tests import sources

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("FLEDGE_")} | {
    name: value for name, value in os.environ.items() if name.startswith("FLEDGE_SEALED")
}


def fledge(*words: str | Path, folder: Path | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end."""
    data = ["--data", str(folder)] if folder is not None else []
    command = [sys.executable, "-m", "app.cli", *map(str, words), *data]
    return subprocess.run(
        command, cwd=sources.ROOT, env=ENVIRONMENT, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL
    )


class Served:
    """A server in a process of its own, everything it said until it was ready, and how long that took."""

    def __init__(self, folder: Path, *words: str) -> None:
        begun = time.monotonic()
        self.folder = folder
        self.child = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "serve", "--data", str(folder), "--port", "0", *words],
            cwd=sources.ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.said = self._listen()
        self.took = time.monotonic() - begun
        self.origin = json.loads((folder / ".server").read_text())["address"].rstrip("/")

    def _listen(self) -> str:
        said = ""
        assert self.child.stdout
        for line in self.child.stdout:
            said += line
            if line.startswith("Stop it"):
                return said
        raise AssertionError(f"it did not start: {said}{self.child.stderr.read() if self.child.stderr else ''}")

    def stop(self, how: signal.Signals = signal.SIGTERM) -> tuple[int, str, str]:
        """End it; its exit code, and what it said since it was ready."""
        self.child.send_signal(how)
        out, err = self.child.communicate(timeout=10)
        return self.child.returncode, out, err

    def classes(self) -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads(fledge("classes", "--json", folder=self.folder).stdout)
        return found


class Phone:
    """A browser of the plainest kind: one origin, cookies, forms with the token of the page."""

    def __init__(self, origin: str) -> None:
        self.origin, self.cookies = origin, {}

    def ask(self, method: str, path: str, **form: str) -> tuple[int, str, str]:
        """Status, place to go, and page."""
        parts = urlsplit(self.origin)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            headers |= {"Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded"}
        context = ssl._create_unverified_context() if parts.scheme == "https" else None
        kind = http.client.HTTPSConnection if context else http.client.HTTPConnection
        more = {"context": context} if context else {}
        with contextlib.closing(kind(parts.hostname or "", parts.port, timeout=10, **more)) as link:
            link.request(method, path, urlencode(form) if method == "POST" else None, headers)
            answer = link.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie", []):
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, answer.headers.get("Location", ""), answer.read().decode("utf-8")

    def join(self, code: str, handle: str, name: str) -> None:
        assert self.ask("POST", "/join", code=code, handle=handle, name=name)[:2] == (303, "/home")

    def tweet(self, text: str) -> None:
        csrf = re.search(r'<meta name="csrf" content="([^"]+)"', self.ask("GET", "/home")[2])
        assert csrf
        assert self.ask("POST", "/tweets", text=text, csrf=csrf[1])[0] == 303


def new_class(folder: Path, title: str = "Tuesday") -> dict[str, str]:
    """The command, in this process, since a fresh Python takes longer than the class."""
    said, words = io.StringIO(), ["class", "new", "--pack", "twitter-school", "--title", title, "--json"]
    with contextlib.redirect_stdout(said):
        assert cli.main([*words, "--data", str(folder)]) == 0
    found: dict[str, str] = json.loads(said.getvalue())
    return found


def holds(folder: Path, canary: bytes) -> bool:
    return any(canary in path.read_bytes() for path in folder.rglob("*") if path.is_file())


@contextlib.contextmanager
def stream(phone: Phone) -> Iterator[socket.socket]:
    """A page that stays open and listens."""
    parts = urlsplit(phone.origin)
    cookie = "; ".join(f"{name}={value}" for name, value in phone.cookies.items())
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=10) as link:
        link.sendall(f"GET /live HTTP/1.1\r\nHost: {parts.netloc}\r\nCookie: {cookie}\r\n\r\n".encode())
        assert link.recv(100).startswith(b"HTTP/1.1 200")
        yield link


def until_closed(link: socket.socket) -> bool:
    while piece := link.recv(4096):
        if b"\r\n0\r\n\r\n" in b"\r\n" + piece:
            return True
    return True
