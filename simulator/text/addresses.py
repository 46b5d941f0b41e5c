"""How two web addresses are compared: a link opens the pretend page whose address says the same (`packs.md` 2.3)."""

import re

_SCHEME = re.compile(r"https?://", re.IGNORECASE)


def plain(address: str) -> str:
    """The address without scheme, www and slash at the end, its host in lower case; equal ones open the same page."""
    bare = _SCHEME.sub("", address.strip(), count=1)
    host, slash, rest = bare.partition("/")
    return f"{host.lower().removeprefix('www.')}{slash}{rest}".rstrip("/")
