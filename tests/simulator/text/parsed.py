"""Reads markup as a browser would and keeps what a person or a script could meet in it; it judges nothing."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Parsed(HTMLParser):
    """The tags with their attributes, all the text, and what a person sees of it."""

    markup: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    seen: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.feed(self.markup)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.tags.append((tag, known))
        if tag == "br":
            self.text += "\n"
            self.seen += "\n"
        else:
            self.open.append((tag, known.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [kind for _, kind in self.open]
        if "cut" not in classes:
            self.text += data
        if "unseen" not in classes:
            self.seen += data
