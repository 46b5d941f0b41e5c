"""Turns stored text into markup that is safe to put on a page as it is: every stretch escaped, then our own anchors.

No word of a person ever stands in an attribute, save for parts of our own addresses, percent-encoded.
"""

from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import quote

from simulator.text.entities import Entity, entities
from simulator.text.keys import handle_key
from simulator.text.links import has_scheme

Href = Callable[[int, Entity], str]  # the address inside Fledge that the n-th link opens, counted from 0

SHOWN = 20  # about so many characters of a link are shown (twitter-2015 A.3) ...
SHOWN_HOST = 40  # ... and more of its host, since that says where one is going


def tweet_html(text: str, *, handles: Mapping[str, str], href: Href) -> str:
    """A tweet: mentions of the accounts in `handles` (key to handle as shown), hashtags and links become anchors.

    A link shows no scheme and about 20 characters; the rest is there unseen, so that it is copied whole. A name that
    nobody has and a cashtag are words; of `@jo/nurses` the name alone leads somewhere.
    """
    out, at, links = [], 0, 0
    for entity in entities(text):
        sign = text[entity.start]
        if entity.kind == "link":
            anchor, links = _link(entity, href(links, entity)), links + 1
        elif entity.kind == "hashtag":
            anchor = _hashtag(sign, entity)
        elif entity.kind != "cashtag" and (shown := handles.get(handle_key(entity.value))):
            anchor = _mention(sign, entity, shown)
        else:
            continue
        out += [_plain(text[at : entity.start]), anchor]
        at = entity.end - (len(entity.slug) + 1 if entity.slug else 0)
    return "".join([*out, _plain(text[at:])])


def bio_html(text: str, *, handles: Mapping[str, str], href: Href) -> str:
    """A bio, with the same anchors as a tweet, on one line."""
    return tweet_html(text.replace("\n", " "), handles=handles, href=href)


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _mention(sign: str, entity: Entity, handle: str) -> str:
    return f'<a href="/{quote(handle, safe="")}" class="mention">{sign}<bdi>{escape(entity.value)}</bdi></a>'


def _hashtag(sign: str, entity: Entity) -> str:
    """The sign stands inside the isolate, where the direction of the tag puts it."""
    address = f"/hashtag/{quote(entity.value, safe='')}"
    return f'<a href="{address}" class="hashtag"><bdi>{sign}{escape(entity.value)}</bdi></a>'


def _link(entity: Entity, address: str) -> str:
    scheme, rest = _split(entity.value)
    room = max(SHOWN, min(SHOWN_HOST, len(rest.partition("/")[0])))
    shown, cut = (rest, "") if len(rest) <= room + 1 else (rest[:room], rest[room:])
    more = _unseen(cut) + '<span class="cut" aria-hidden="true">…</span>' if cut else ""
    return f'<a href="{escape(address)}" class="link"><bdi dir="ltr">{_unseen(scheme)}{escape(shown)}{more}</bdi></a>'


def _split(link: str) -> tuple[str, str]:
    if not has_scheme(link):
        return "", link
    scheme, sign, rest = link.partition("://")
    return scheme + sign, rest


def _unseen(part: str) -> str:
    """What is copied but neither shown nor spoken: a screen reader would spell out the whole address."""
    return f'<span class="unseen" aria-hidden="true">{escape(part)}</span>' if part else ""
