"""The box that the other tests run in is really closed, here and in the programs they start."""

import socket
import subprocess
import sys
from collections.abc import Callable

import pytest
import sealed_box

Attempts = Callable[[], list[str]]


def test_a_connection_to_another_machine_is_refused_and_written_down(attempts: Attempts) -> None:
    # A datagram socket sends nothing when it connects, so this stays harmless even if the box were open.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward, pytest.raises(sealed_box.LeftTheBox):
        outward.connect(("192.0.2.1", 9))
    assert attempts() == ["socket.connect ('192.0.2.1', 9)"]


def test_a_name_is_not_looked_up(attempts: Attempts) -> None:
    with pytest.raises(sealed_box.LeftTheBox):
        socket.getaddrinfo("fledge.invalid", 80)
    assert attempts() == ["socket.getaddrinfo 'fledge.invalid'"]


def test_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_programs_started_by_tests_are_sealed_too(attempts: Attempts) -> None:
    connect = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 9))"
    child = subprocess.run([sys.executable, "-c", connect], capture_output=True, text=True)
    assert "LeftTheBox" in child.stderr
    assert attempts() == ["socket.connect ('192.0.2.1', 9)"]
