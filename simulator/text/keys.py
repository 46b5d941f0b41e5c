"""The keys under which a tag or a handle is one and the same in any letter case; what was typed is kept beside them."""

from unicodedata import normalize


def tag_key(tag: str) -> str:
    """The key of a hashtag without its sign: case-folded, NFC (twitter-2015 A.6)."""
    return normalize("NFC", normalize("NFD", tag).casefold())


def handle_key(handle: str) -> str:
    """The key of a handle without its @, which is ASCII (twitter-2015 A.1)."""
    return handle.casefold()
