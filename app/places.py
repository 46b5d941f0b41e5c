"""On which page a place that the guide points at can be found, for *Show me*; it knows addresses, and no lesson."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page with an anchor of the contract on it. `id` is the element a plain link can go to."""

    page: str  # its address; "" for a place that every page has
    name: str  # as people call the page
    id: str

    @property
    def href(self) -> str:
        """Where a plain link leads, without scripts."""
        return f"{self.page}#{self.id}"


def place(anchor: str, handle: str) -> Place:
    """Where an anchor is found by the owner of a handle; what no page has yet is looked for in Home."""
    if anchor in _EVERYWHERE:
        return Place("", "", _EVERYWHERE[anchor])
    page, name, target = _PAGES.get(anchor, ("/home", "Home", "timeline"))
    return Place(page.replace("ME", handle), name, target)


_EVERYWHERE = {
    "compose-button": "compose-button", "notifications": "to-notifications", "messages": "to-messages",
    "edit-profile": "to-profile",
    "guide": "guide", "guide-menu": "guide-menu", "hint": "guide", "skip": "guide", "card-item": "guide",
    "card-option": "guide", "reflect-box": "guide",
}  # fmt: skip
_PAGES = {
    "compose-box": ("/compose", "the page for a new Tweet", "text-new"),
    "send-tweet": ("/compose", "the page for a new Tweet", "compose-new"),
    "counter": ("/compose", "the page for a new Tweet", "left-new"),
    "audience": ("/compose", "the page for a new Tweet", "compose-new"),
    "add-picture": ("/compose", "the page for a new Tweet", "compose-new"),
    "add-clip": ("/compose", "the page for a new Tweet", "compose-new"),
    "alt-text": ("/compose", "the page for a new Tweet", "compose-new"),
    "message-box": ("/messages", "Messages. Open the ones with somebody", "main"),
    "send-message": ("/messages", "Messages. Open the ones with somebody", "main"),
    "mentions": ("/mentions", "Mentions", "main"),
    "picture-box": ("/settings/profile", "Edit profile", "picture"),
    "save-profile": ("/settings/profile", "Edit profile", "main"),
    "profile": ("/ME", "your own page", "main"),
    "who-to-follow": ("/who-to-follow", "Who to follow", "main"),
    "follow-button": ("/who-to-follow", "Who to follow", "main"),
    "follow-hashtag": ("/home", "the page of a hashtag. Press a hashtag in Home", "timeline"),
    "tweet-this-page": ("/home", "a web page. Press a link in a Tweet", "timeline"),
    "trends": ("/home", "Home", "trends"),
    "way-back": ("/settings", "Settings", "way-back"),
    "delete-now": ("/ME", "your own page", "main"),
    "delete-button": ("/ME", "your own page", "main"),
    "search-box": ("/search", "Search", "search-box"),
    "save-search": ("/search", "Search. Look something up first", "search-box"),
    "lists": ("/ME/lists", "your lists", "lists"),
    "list-name": ("/ME/lists", "your lists", "new-list"),
    "save-list": ("/ME/lists", "your lists", "new-list"),
    "pin-button": ("/ME", "your own page", "main"),
}
