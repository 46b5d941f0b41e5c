"""How the phones in the room reach this server: its addresses, whether it answers there, and the code to scan.

Addresses come from the system's list of adapters, never from a socket that points outward (ruling 24).
"""

import asyncio
import contextlib
import io
import ipaddress
from collections.abc import Iterable

import ifaddr
import segno

SELF_TEST_SECONDS = 5.0
# Networks between programs of this one computer, which no phone is on.
INNER = ("docker", "br-", "veth", "virbr", "vboxnet", "vmnet", "vethernet", "podman", "cni", "lxc", "tun", "utun", "wg")
PRIVATE = tuple(ipaddress.ip_network(block) for block in ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12"))

NO_NETWORK = (
    "This computer is on no network that phones could be on. Join the room's Wi-Fi, or switch on a phone's hotspot and "
    "join that, then start again."
)
SHUT = (
    "Fledge does not answer at {url}: a firewall on this computer stands in the way. Ask whoever looks after it to let "
    "Python accept connections on port {port} from the local network."
)
APART = (
    "If a phone cannot open {url}, this Wi-Fi keeps devices apart, as guest networks do. Ask whoever looks after the "
    "network for one without client isolation, or let everybody join a phone's hotspot."
)


def lan_addresses(adapters: Iterable[ifaddr.Adapter] | None = None) -> list[str]:
    """The addresses phones may reach, the likeliest first: private IPv4, other IPv4, IPv6; loopback is none of them."""
    found: list[tuple[tuple[bool, int], str]] = []
    for adapter in ifaddr.get_adapters() if adapters is None else adapters:
        for ip in adapter.ips:
            address = ipaddress.ip_address(ip.ip if isinstance(ip.ip, str) else ip.ip[0])
            if not (address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified):
                inner = adapter.nice_name.lower().startswith(INNER)
                found.append(((inner, _rank(address)), str(address)))
    return [address for _, address in sorted(found, key=lambda each: each[0])]


def url(address: str, port: int, *, secure: bool = False) -> str:
    """The address as people type it; the port is left out where the scheme implies it."""
    scheme, implied = ("https", 443) if secure else ("http", 80)
    host = f"[{address}]" if ":" in address else address
    return f"{scheme}://{host}/" if port == implied else f"{scheme}://{host}:{port}/"


async def answers(address: str, port: int, *, secure: bool = False) -> bool:
    """Whether the server answers at one of this computer's own addresses within five seconds.

    Over TLS it only has to accept the connection, since the certificate is for a name and not for this address.
    """
    host = url(address, port, secure=secure).partition("//")[2].rstrip("/")
    with contextlib.suppress(OSError, TimeoutError):
        async with asyncio.timeout(SELF_TEST_SECONDS):
            reader, writer = await asyncio.open_connection(address, port)
            try:
                if secure:
                    return True
                writer.write(f"GET /healthz HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode("ascii"))
                return (await reader.readline()).startswith(b"HTTP/1.1 200")
            finally:
                writer.close()
    return False


async def in_the_way(address: str | None, port: int, *, secure: bool = False) -> str:
    """One sentence for whoever runs the class: what stands between the phones and this server, and whom to ask."""
    if address is None:
        return NO_NETWORK
    place = url(address, port, secure=secure)
    reached = await answers(address, port, secure=secure)
    return (APART if reached else SHUT).format(url=place, port=port)


def qr_svg(text: str, title: str) -> str:
    """A code to scan as one `<svg>`, with a title for those who cannot see it; it has no style and no script in it."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, title=title, border=4, dark="#000", light="#fff", omitsize=True, nl=False
    )
    return out.getvalue().decode("utf-8").replace("<svg ", '<svg role="img" ', 1)


def qr_terminal(text: str, *, colours: bool = True) -> str:
    """The same for a terminal, in half blocks: black on white in any terminal that knows colours."""
    out = io.StringIO()
    segno.make(text, error="l", micro=False).terminal(out, border=2, compact=True)
    lines = out.getvalue().splitlines()
    return "\n".join(f"\x1b[97;40m{line}\x1b[0m" if colours else line for line in lines) + "\n"


def _rank(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> int:
    if isinstance(address, ipaddress.IPv6Address):
        return len(PRIVATE) + 1
    return next((rank for rank, block in enumerate(PRIVATE) if address in block), len(PRIVATE))
