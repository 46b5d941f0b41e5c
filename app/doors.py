"""Which names are ours: whom a request may call (`Host`), and from which pages it may bring a form (`Origin`)."""

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.types import Scope

DEFAULT_PORTS = {"http": 80, "https": 443}
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class Doors:
    """Every authority under which this server may be called, and the origins that go with it (ruling 24).

    Loopback names and the literal address of the accepted socket count with the server's own port only. A name from the
    settings counts with that port too, and otherwise as an HTTPS proxy in front shows it (`name`, or `name:port` where
    it says so); one with a scheme, `http://name`, is taken by its word.
    """

    def __init__(self, allowed_hosts: Iterable[str] = ()) -> None:
        self._names: set[str] = set(LOOPBACK)
        self._proxied: dict[str, str] = {}
        for entry in allowed_hosts:
            parts = urlsplit(entry if "://" in entry else f"https://{entry}")
            self._names.add(_bracketed(parts.hostname or ""))
            self._proxied[parts.netloc.lower()] = parts.scheme

    def origin(self, scope: Scope) -> str | None:
        """The one origin whose pages may bring a form with this request; None where the host is not ours."""
        hosts = headers(scope, b"host")
        if len(hosts) != 1 or not hosts[0].isascii():
            return None
        host = hosts[0].decode("ascii").lower()
        scheme = str(scope.get("scheme", "http"))
        name, port = _split(host, DEFAULT_PORTS.get(scheme, 0))
        here, own_port = _socket(scope)
        if name and port == own_port and (name in self._names or name == here):
            return _spell(scheme, name, port)
        if host in self._proxied:
            scheme = self._proxied[host]
            return _spell(scheme, *_split(host, DEFAULT_PORTS[scheme]))
        return None


def headers(scope: Scope, name: bytes) -> list[bytes]:
    """Every value a request has for one header, whose name is given in lower case."""
    return [value for key, value in scope["headers"] if key == name]


def _split(host: str, default: int) -> tuple[str, int]:
    """Name and port of an authority; a port that is none gives -1, which is nobody's."""
    name, colon, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    if not colon:
        return host, default
    return name, int(port) if port.isdecimal() and len(port) <= 5 else -1


def _socket(scope: Scope) -> tuple[str, int]:
    """Address and port of the accepted socket as a browser writes them."""
    server = scope.get("server") or ("", 0)
    try:
        address = ipaddress.ip_address(str(server[0]).partition("%")[0])
    except ValueError:
        return "", int(server[1] or 0)
    plain = address.ipv4_mapped or address if isinstance(address, ipaddress.IPv6Address) else address
    return _bracketed(str(plain)), int(server[1] or 0)


def _bracketed(name: str) -> str:
    return f"[{name}]" if ":" in name else name


def _spell(scheme: str, name: str, port: int) -> str:
    """An origin as browsers send it: without the port that the scheme implies."""
    return f"{scheme}://{name}" if DEFAULT_PORTS.get(scheme) == port else f"{scheme}://{name}:{port}"
