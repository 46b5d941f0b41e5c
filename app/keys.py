"""The keyboard shortcuts of this version: one list for the sheet, the pages and their script (twitter-2015 A.16).

It offers a key only where the address it needs exists; what a key does on a page stands in `static/js/keys.js`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """A key, or `g` and a key one after the other; `page` is where it leads, with ME for one's own handle."""

    key: str
    does: str
    needs: str = ""  # the address without which there is nothing to do
    page: str = ""
    shown: str = ""  # how it is written, where that is not the key itself


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that belong together on the sheet."""

    title: str
    keys: tuple[Key, ...]


def offered(addresses: Collection[str]) -> tuple[Group, ...]:
    """The keys that work in a version with these addresses."""
    groups = (Group(group.title, tuple(_there(group.keys, addresses))) for group in _ALL)
    return tuple(group for group in groups if group.keys)


def spelled(groups: Iterable[Group], handle: str) -> str:
    """The same for the script of a page: `n f g:h=/home`, for somebody with this handle."""
    keys = [key for group in groups for key in group.keys]
    return " ".join(f"g:{key.key}={key.page.replace('ME', handle)}" if key.page else key.key for key in keys)


def _there(keys: Iterable[Key], addresses: Collection[str]) -> Iterable[Key]:
    return (key for key in keys if not key.needs or key.needs in addresses)


_ALL = (
    Group("Anywhere", (
        Key("n", "Write a new Tweet"),
        Key("/", "Search", needs="/search"),
        Key(".", "Show the new Tweets"),
        Key("j", "Go to the next Tweet"),
        Key("k", "Go to the Tweet before"),
        Key("Space", "One page down"),
        Key("?", "Show this list"),
    )),
    Group("On the Tweet with the frame", (
        Key("Enter", "Open it"),
        Key("r", "Reply"),
        Key("t", "Retweet"),
        Key("f", "Favourite"),
        Key("o", "Open its picture"),
        Key("m", "Write a message to whoever wrote it", needs="/messages/{handle}"),
        Key("u", "Go to Mute", needs="/accounts/{handle}/mute"),
        Key("b", "Go to Block", needs="/accounts/{handle}/block"),
    )),
    Group("One after the other", (
        Key("h", "Home", page="/home"),
        Key("n", "Notifications", page="/notifications"),
        Key("r", "Mentions", page="/mentions"),
        Key("m", "Messages", needs="/messages", page="/messages"),
        Key("p", "My profile", page="/ME"),
        Key("f", "My favourites", page="/ME/favourites"),
        Key("l", "My lists", needs="/{handle}/lists", page="/ME/lists"),
        Key("s", "Settings", page="/settings"),
    )),
    Group("While you write", (
        Key("Send", "Send it", shown="Ctrl + Enter"),
        Key("Escape", "Close a reply or a window", shown="Esc"),
    )),
)  # fmt: skip
