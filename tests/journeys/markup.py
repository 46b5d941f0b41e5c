"""Judges a page by what is really in it: no element, attribute or address that no template of ours could have made."""

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

from app import network, plain_page
from app.render import TEMPLATES

Attributes = list[tuple[str, str | None]]

# What the macros of `_fields.html`, `simulator/text/html.py` and `markdown.py` write, and no template shows as markup.
ELSEWHERE = (
    '<input aria-describedby="x" aria-invalid="true"><textarea aria-describedby="x" aria-invalid="true"></textarea>'
    '<bdi dir="ltr"></bdi><span class="unseen" aria-hidden="true"></span><a href="/" class="link"></a><br>'
    '<p><em></em><strong></strong></p><ul><li></li></ul><ol start="1"></ol><h2></h2>'
)
# Attributes that hold people's words; all others hold ours, in these shapes.
WORDS = {"alt", "title", "aria-label", "value", "data-offers"}
ADDRESS = re.compile(r"|#[\w-]*|/(?:[^/\\\s<>\"'`][^\\\s<>\"'`]*)?")
SHAPES = dict.fromkeys(("href", "src", "srcset", "action", "formaction", "hx-get", "hx-post"), ADDRESS)
SHAPES |= {
    "hx-trigger": re.compile(r"[a-z0-9_:,. #-]+"),
    "hx-sse:connect": re.compile(r"/(live|trainer/classes/[A-Z0-9]{6}/stream)\?since=[0-9a-f.]*"),
    "content": re.compile(r"[\w=,.-]+( [\w=,.-]+)*|\{[\w\":,\[\].{}-]*\}"),
    "hx-status:404": re.compile(r"[\w:' ]+"),
}
PLAIN = re.compile(r"[\w.,:;#%()='\[\]/?…+ -]*")


@dataclass
class Page(HTMLParser):
    """A page as it was parsed: everything in it, its words, and what its form fields hold."""

    tags: list[tuple[str, Attributes]] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    _area: list[str] | None = None

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.tags.append((tag, attrs))
        if tag == "input":
            self.held.append(dict(attrs).get("value") or "")
        elif tag == "textarea":
            self._area = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area is not None:
            self.held.append("".join(self._area).removeprefix("\n"))
            self._area = None

    def handle_data(self, data: str) -> None:
        (self.words if self._area is None else self._area).append(data)


def parse(text: str) -> Page:
    """A page, parsed."""
    page = Page()
    page.feed(text)
    page.close()
    return page


def faults(text: str) -> list[str]:
    """Everything in a page that no template of ours could have made."""
    return [wrong for tag, attrs in parse(text).tags for wrong in strange(tag, attrs)]


def strange(tag: str, attrs: Attributes) -> list[str]:
    """What is strange about one element."""
    if tag not in known():
        return [f"<{tag}>"]
    names = [name for name, _ in attrs]
    if tag == "script" and not (dict(attrs).get("src") or "").startswith("/static/"):
        return ["<script>"]
    found = [f"<{tag} {name}>" for name in names if name not in known()[tag] or names.count(name) > 1]
    for name, value in attrs:
        if name not in WORDS and value is not None and not SHAPES.get(name, PLAIN).fullmatch(value):
            found.append(f"<{tag} {name}={value[:80]!r}>")
    return found


@cache
def known() -> dict[str, set[str]]:
    """Every element that our templates can make, with its attributes."""
    sources = [path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.rglob("*.html"))]
    bare = [re.sub(r"\{%.*?%\}|\{#.*?#\}", " ", source, flags=re.DOTALL) for source in sources]
    bare = [re.sub(r"\{\{.*?\}\}", "", source, flags=re.DOTALL) for source in bare]
    bare += [ELSEWHERE, plain_page.render(500, "x", stylesheet="x").decode(), network.qr_svg("x", "x")]
    found: dict[str, set[str]] = {}
    for source in bare:
        for tag, attrs in parse(source).tags:
            found.setdefault(tag, set()).update(name for name, _ in attrs)
    return found


def kept(text: str, typed: str) -> bool:
    """Whether a page still holds what was typed, as a browser's fields can hold it."""
    return _field(typed) in {_field(held) for held in parse(text).held}


def _field(text: str) -> str:
    """What is left of a text in any field: one kind of line end, a mark for each character that no page can hold."""
    text = re.sub(r"\r\n?", "\n", text)
    return re.sub(r"[\0\ud800-\udfff\ufffd?]+", "\ufffd", text)


def attached(text: str) -> list[tuple[str, str]]:
    """The pictures in the compose box of a page, each with its words."""
    names = re.findall(r'name="library" value="([^"]*)"', text)
    words = re.findall(r'<textarea [^>]*name="alt"[^>]*>\n?([^<]*)</textarea>', text)
    assert len(names) == len(words)
    return list(zip(names, words, strict=True))
