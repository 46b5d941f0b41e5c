"""The markup that the public text suite expects of a linker and a highlighter; Fledge's own is `text/html.py`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from simulator.text.entities import Entity

SITE = "https://twitter.com/"
UNSEEN = "style='position:absolute;left:-9999px;'"
RIGHT_TO_LEFT = re.compile("[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
TAGS = re.compile(r"(<[^>]*>)")


def linked(text: str, entities: Iterable[Entity], shown: Mapping[int, str] | None = None) -> str:
    """The text escaped, with an anchor for each entity; `shown` says what stands in a link, by where it begins."""
    out, at = [], 0
    for entity in entities:
        out += [escape(text[at : entity.start], quote=False), anchor(text[entity.start], entity, shown or {})]
        at = entity.end
    return "".join([*out, escape(text[at:], quote=False)])


def anchor(sign: str, entity: Entity, shown: Mapping[int, str]) -> str:
    """One entity as a link of the site."""
    value = escape(entity.value)
    if entity.kind == "link":
        return f'<a href="{value}"{shown.get(entity.start, f">{value}")}</a>'
    if entity.kind in ("mention", "list"):
        name, kind = (f"{value}/{entity.slug}", "list-slug") if entity.slug else (value, "username")
        return f'{sign}<a class="tweet-url {kind}" href="{SITE}{name}">{name}</a>'
    title = f"{'#' if entity.kind == 'hashtag' else '$'}{value}"
    query = f"{SITE}search?q=%{ord(title[0]):x}{value}"
    turned = " rtl" if RIGHT_TO_LEFT.search(entity.value) else ""
    return f'<a href="{query}" title="{title}" class="tweet-url {entity.kind}{turned}">{sign}{value}</a>'


def told(told: Mapping[str, Any]) -> tuple[list[Entity], dict[int, str]]:
    """The entities of a tweet as the interface of 2015 gave them, and how each link is shown."""
    found, shown = [], {}
    for each in told.get("urls", ()):
        found.append(Entity("link", *each["indices"], each["url"]))
        shown[each["indices"][0]] = f' title="{escape(each["expanded_url"])}">{shortened(**each)}'
    found += [Entity("hashtag", *each["indices"], each["text"]) for each in told.get("hashtags", ())]
    found += [Entity("mention", *each["indices"], each["screen_name"]) for each in told.get("user_mentions", ())]
    found += [Entity("cashtag", *each["indices"], each["text"]) for each in told.get("symbols", ())]
    return found, shown


def shortened(display_url: str, expanded_url: str, **_: object) -> str:
    """A link of which only a part is shown, the rest unseen around it, so that it is copied whole."""
    bare = display_url.replace("…", "")
    before, found, after = expanded_url.partition(bare)
    if not found:
        return escape(display_url)
    first, last = ("…" if mark else "" for mark in (display_url.startswith("…"), display_url.endswith("…")))
    gap = f"<span {UNSEEN}>&nbsp;</span>"
    return (
        f"<span class='tco-ellipsis'>{first}{gap}</span><span {UNSEEN}>{escape(before)}</span>"
        f"<span class='js-display-url'>{escape(bare)}</span><span {UNSEEN}>{escape(after)}</span>"
        f"<span class='tco-ellipsis'>{gap}{last}</span>"
    )


def highlighted(markup: str, hits: Sequence[Sequence[int]]) -> str:
    """The markup with `<em>` round each hit; hits are offsets in it without its tags.

    An opening mark goes behind every tag at its spot. A closing one goes in front of them if its opening mark is in the
    same stretch of text, else behind.
    """
    out: list[str] = []
    marks = list(marks_of(hits))
    at, opened_here = 0, False
    for number, stretch in enumerate(TAGS.split(markup)):
        if number % 2:
            out.append(stretch)
            opened_here = False
            continue
        end, cut = at + len(stretch), 0
        while marks and (marks[0][0] < end or (marks[0][0] == end and marks[0][1] == "</em>" and opened_here)):
            spot, mark = marks.pop(0)
            out += [stretch[cut : spot - at], mark]
            cut, opened_here = spot - at, mark == "<em>"
        out.append(stretch[cut:])
        at = end
    return "".join([*out, *(mark for _, mark in marks)])


def marks_of(hits: Iterable[Sequence[int]]) -> Iterator[tuple[int, str]]:
    """Each hit as its two marks."""
    for start, end in hits:
        yield start, "<em>"
        yield end, "</em>"
