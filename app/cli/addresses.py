"""Under which addresses people and commands reach a server; worked out from how it serves, asking nobody outside."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from app import network
from app.settings import Serving, Settings

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1", "localhost": "127.0.0.1"}  # noqa: S104  compared


@dataclass(frozen=True, slots=True)
class Addresses:
    """Without a slash at the end: `here` for commands on this machine, the others for whoever trains and learns."""

    here: str
    trainers: str
    learners: str


def addresses(settings: Settings, serving: Serving, host: str, port: int) -> Addresses:
    """Of a server that listens on `host` and `port`.

    In a room learners type its address on the network; where an operator named the server, everybody uses that name.
    """
    secure = serving.tls is not None
    here = network.url(EVERYWHERE.get(host, host), port, secure=secure).rstrip("/")
    named = _named(settings.allowed_hosts[0], port, secure=secure) if settings.allowed_hosts else here
    room = network.lan_addresses() if serving.lan else []
    learners = network.url(room[0], port, secure=secure).rstrip("/") if room else named
    return Addresses(here, named, learners)


def _named(entry: str, port: int, *, secure: bool) -> str:
    """A name of the settings as people type it: a bare one is this server's own over TLS, else an HTTPS proxy's."""
    if "://" in entry:
        return entry
    parts = urlsplit(f"https://{entry}")
    return (
        network.url(parts.hostname or "", port, secure=True).rstrip("/")
        if secure and not parts.port
        else f"https://{entry}"
    )
