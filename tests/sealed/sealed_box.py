"""Refuses every connection and name look-up that would leave this machine, and writes it down; importing it is enough.

It works on Python's audit events, before anything is sent, in the tests and in every Python that they start.
"""

import ipaddress
import os
import sys

LOG = "FLEDGE_SEALED_LOG"


class LeftTheBox(RuntimeError):
    """Something tried to reach another machine."""


def stays(host: object) -> bool:
    """Loopback, a socket file or nothing at all."""
    if host is None or host in ("", b"", "localhost", b"localhost"):
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def is_literal(host: object) -> bool:
    """A number needs no look-up, so asking for it sends nothing."""
    try:
        ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return False
    return True


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """The audit hook: Python calls it for every event, so it looks at the name first."""
    if not event.startswith("socket."):
        return
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        if not isinstance(address, tuple) or stays(address[0]):
            return
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        address = arguments[0]
        if stays(address) or is_literal(address):
            return
    else:
        return
    refuse(f"{event} {address!r}")


def refuse(what: str) -> None:
    """Note it for the test that is running, since the code may swallow the error, and raise."""
    if log := os.environ.get(LOG):
        with open(log, "a", encoding="utf-8") as file:  # noqa: PTH123  pathlib is not worth loading in every Python
            file.write(what + "\n")
    raise LeftTheBox(f"nothing may leave this machine: {what}")


sys.addaudithook(watch)
