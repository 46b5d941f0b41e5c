"""The real server on a real socket: streams over the wire, patience, refusals in raw bytes, and a quick stop."""

import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from app import shield
from app.server import CannotListen, listen
from app.settings import Serving
from tests import sources

pytestmark = pytest.mark.slow


class Running:
    """A server in a process of its own, and raw requests to it."""

    def __init__(self, *words: str) -> None:
        self.child = subprocess.Popen(
            [sys.executable, "-m", "tests.app.sample", *words],
            cwd=sources.ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.child.stdout
        self.port = int(self.child.stdout.readline())

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=5)

    def send(self, raw: bytes, patience: float = 5) -> bytes:
        """Everything that comes back until the server closes or falls silent for so many seconds."""
        with self.connect() as link:
            link.settimeout(patience)
            link.sendall(raw)
            return rest(link)

    def head(self, path: str, *lines: str, method: str = "GET") -> bytes:
        own = f"127.0.0.1:{self.port}"
        return "\r\n".join([f"{method} {path} HTTP/1.1", f"Host: {own}", *lines, "", ""]).encode()

    def get(self, path: str, *lines: str) -> str:
        return self.send(self.head(path, *lines, "Connection: close")).decode()

    def wake(self, form: str = "topic=timeline") -> None:
        origin = f"Origin: http://127.0.0.1:{self.port}"
        kind = "Content-Type: application/x-www-form-urlencoded"
        lines = (origin, kind, f"Content-Length: {len(form)}", "Connection: close")
        assert b" 204 " in self.send(self.head("/wake", *lines, method="POST") + form.encode())

    def listen(self, *lines: str, since: str = "") -> socket.socket:
        link = self.connect()
        link.sendall(self.head(f"/live{since}", *lines))
        assert until(link, b"\r\n\r\n").startswith(b"HTTP/1.1 200")
        return link

    def position(self) -> str:
        found = re.search(r"since=([^\"]+)", self.get("/"))
        assert found
        return found[1]

    def stop(self) -> float:
        """Ask politely; seconds until it is gone."""
        begun = time.monotonic()
        self.child.send_signal(signal.SIGTERM)
        self.child.wait(10)
        return time.monotonic() - begun


def rest(link: socket.socket) -> bytes:
    found = b""
    try:
        while piece := link.recv(65536):
            found += piece
    except (TimeoutError, ConnectionResetError):
        pass
    return found


def until(link: socket.socket, end: bytes) -> bytes:
    found = b""
    while not found.endswith(end):
        piece = link.recv(1)
        assert piece, found
        found += piece
    return found


def event(link: socket.socket) -> str:
    """The next piece of a stream, without the frame round it."""
    size = int(until(link, b"\r\n"), 16)
    piece = b""
    while len(piece) < size + 2:
        piece += link.recv(size + 2 - len(piece))
    return piece[:-2].decode()


@pytest.fixture
def start() -> Iterator[Callable[..., Running]]:
    """Start servers; whatever still runs in the end is killed, and none may have written a traceback."""
    begun: list[Running] = []

    def one(*words: str) -> Running:
        begun.append(Running(*words))
        return begun[-1]

    yield one
    for running in begun:
        running.child.kill()
        _, said = running.child.communicate()
        assert "Traceback" not in said, said


def test_a_stream_over_the_wire_and_again_after_a_break(start: Callable[..., Running]) -> None:
    running = start()
    since = f"?since={running.position()}"
    with running.listen(since=since) as link:
        running.wake()
        said = event(link)
        assert said.startswith("event: live:timeline\n")
        place = said.rpartition("id: ")[2].strip()
    running.wake("topic=messages&account=1")
    running.wake("topic=messages&account=2")
    with running.listen(f"Last-Event-ID: {place}", since=since) as link:
        said = event(link)
        assert (said.count("event:"), "live:messages" in said) == (1, True)
    with running.listen(f"Last-Event-ID: {place}", since=since + "&account=9") as link:
        link.settimeout(0.5)
        with pytest.raises(TimeoutError):
            link.recv(1)


def test_after_a_restart_a_page_looks_at_everything(start: Callable[..., Running]) -> None:
    before = start().position()
    with start().listen(f"Last-Event-ID: {before}") as link:
        assert "live:resync" in event(link)


def test_with_two_hundred_streams_a_polite_stop_takes_less_than_a_second(start: Callable[..., Running]) -> None:
    running = start()
    since = f"?since={running.position()}"
    with ExitStack() as stack:
        links = [stack.enter_context(running.listen(since=f"{since}&browser={number // 4}")) for number in range(200)]
        running.wake()
        assert all("live:timeline" in event(link) for link in links)
        taken = running.stop()
        endings = [rest(link).decode() for link in links]
    assert taken < 1.0
    assert running.child.returncode == 0
    assert all("live:pause" in ending and "retry: " in ending and ending.endswith("0\r\n\r\n") for ending in endings)


def test_a_removed_learners_stream_closes_at_once(start: Callable[..., Running]) -> None:
    running = start()
    with running.listen(since=f"?since={running.position()}") as link:
        begun = time.monotonic()
        lines = (f"Origin: http://127.0.0.1:{running.port}", "Content-Length: 0")
        running.send(running.head("/end", *lines, "Connection: close", method="POST"))
        assert b"live:enough" in until(link, b"\r\n0\r\n\r\n")
        assert time.monotonic() - begun < 2


def test_nobody_waits_for_a_request_that_does_not_come(start: Callable[..., Running]) -> None:
    running = start("HEAD_SECONDS=0.3", "BODY_SECONDS=0.3")
    slow_body = running.head("/change", f"Origin: http://127.0.0.1:{running.port}", "Content-Length: 9", method="POST")
    for first in (b"", b"GET / HT", running.head("/")[:-2], slow_body + b"a"):
        with running.connect() as link:
            begun = time.monotonic()
            link.sendall(first)
            rest(link)
            assert 0.2 < time.monotonic() - begun < 2, first
    assert " 200 OK" in running.get("/")


def test_a_slow_body_that_comes_at_a_pace_is_waited_for(start: Callable[..., Running]) -> None:
    running = start("BODY_SECONDS=0.3")
    lines = (f"Origin: http://127.0.0.1:{running.port}", "Content-Length: 80000", "Connection: close")
    lines += ("Content-Type: application/x-www-form-urlencoded",)
    with running.connect() as link:
        link.sendall(running.head("/change", *lines, method="POST"))
        for _ in range(8):
            link.sendall(b"a" * 10_000)
            time.sleep(0.1)  # the pace is what is tried
        assert rest(link).startswith(b"HTTP/1.1 303")


def test_a_stream_is_not_hurried(start: Callable[..., Running]) -> None:
    running = start("HEAD_SECONDS=0.2", "BODY_SECONDS=0.2")
    with running.listen(since=f"?since={running.position()}") as link:
        time.sleep(0.6)  # longer than a request would be waited for
        running.wake()
        assert "live:timeline" in event(link)


RAW = [
    b"nonsense\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET /caf\xc3\xa9 HTTP/1.1\r\nHost: %b\r\n\r\n",
    b"GET /?q=\xff HTTP/1.1\r\nHost: %b\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.0\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: %b\r\nHost: evil.example\r\n\r\n",
    b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: %b\r\nX: a\x00b\r\n\r\n",
    b"POST /change HTTP/1.1\r\nHost: %b\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST /change HTTP/1.1\r\nHost: %b\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    b"POST /change HTTP/1.1\r\nHost: %b\r\nContent-Length: -1\r\n\r\n",
    b"POST /change HTTP/1.1\r\nHost: %b\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"TRACE / HTTP/1.1\r\nHost: %b\r\n\r\n",
    b"CONNECT evil.example:443 HTTP/1.1\r\nHost: %b\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: %b\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: %b\r\n" + b"X: a\r\n" * 60_000,
    b"GET /" + b"a" * 5_000 + b" HTTP/1.1\r\nHost: %b\r\n\r\n",
]  # fmt: skip


def test_odd_bytes_are_refused_with_every_header_and_never_a_fault(start: Callable[..., Running]) -> None:
    running = start("HEAD_SECONDS=1")
    own = f"127.0.0.1:{running.port}".encode()
    for raw in RAW:
        answer = running.send(raw.replace(b"%b", own), patience=0.3).decode()
        assert re.match(r"HTTP/1\.1 4\d\d ", answer), (raw[:80], answer[:200])
        for name in shield.HEADERS:
            assert f"\r\n{name.lower()}: " in answer.lower(), (raw[:80], name)
        assert "\r\nserver:" not in answer.lower()
    assert " 200 OK" in running.get("/")
    assert running.stop() < 1


def test_an_upgrade_is_answered_as_a_page(start: Callable[..., Running]) -> None:
    upgrade = ("Upgrade: websocket", "Sec-WebSocket-Key: dGhlIHNhbXBsZQ==", "Sec-WebSocket-Version: 13")
    running = start()
    assert " 200 OK" in running.send(running.head("/", "Connection: Upgrade, close", *upgrade)).decode()


def test_the_log_has_one_line_for_each_event_and_no_words_in_it(start: Callable[..., Running]) -> None:
    running = start()
    running.get("/nowhere/ana?q=secret")
    running.get("/%0aana%zz")
    running.stop()
    _, said = running.child.communicate()
    lines = said.splitlines()
    assert [re.sub(r"^\S+ INFO ", "", line) for line in lines] == [
        f"fledge.server listening on 127.0.0.1 port {running.port}",
        "fledge.shield refused 400 GET",
        "fledge.server stopped",
    ]
    assert not [word for word in ("ana", "secret") if word in said]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="a certificate for the test is made with openssl")
def test_with_a_certificate_the_server_speaks_https(start: Callable[..., Running], tmp_path: Path) -> None:
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "cert.pem")
    make = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    subprocess.run(["openssl", *make.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
    running = start("--tls", certificate, key)
    trusting = ssl.create_default_context(cafile=certificate)
    with running.connect() as link, trusting.wrap_socket(link, server_hostname="localhost") as secure:
        secure.sendall(running.head("/", "Connection: close"))
        answer = rest(secure).decode()
    assert " 200 OK" in answer
    assert "strict-transport-security: max-age" in answer
    assert running.stop() < 1


def test_a_port_that_is_taken_is_told_in_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CannotListen, match=f"Port {port} is taken by another program"):
            listen(Serving("127.0.0.1", port))


def test_an_address_of_another_computer_is_told_in_one_sentence() -> None:
    with pytest.raises(CannotListen, match=r"no address 192\.0\.2\.99"):
        listen(Serving("192.0.2.99", 0))


def test_the_room_is_let_in_only_when_asked_for() -> None:
    with listen(Serving("127.0.0.1", 0)) as alone, listen(Serving("127.0.0.1", 0, lan=True)) as room:
        assert alone.getsockname()[0] == "127.0.0.1"
        assert room.getsockname()[0] == "0.0.0.0"
