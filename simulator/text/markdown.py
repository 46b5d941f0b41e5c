"""The short Markdown of packs (`packs.md` 1, Text) as safe markup: bold, italics, lists, paragraphs, links inside.

Whatever is written comes out as something; nothing is ever refused here, and HTML is shown as the text it is.
"""

import re
from collections.abc import Callable, Iterator
from html import escape

Href = Callable[[str], str | None]  # the address inside Fledge for what a link names; None: the link becomes words

_ITEM = re.compile(r"(?:[-*+]|([0-9]{1,3})[.)])[ \t]+")
_TOKEN = re.compile(
    r"\\(?P<plain>[!-/:-@\[-`{-~])"
    r"|\[(?P<words>[^\[\]\n]*)\]\((?P<target>[^()\s]{0,200})\)"
    r"|(?P<mark>\*{1,3}|_{1,3})"
)
_TAGS = {"**": "strong", "__": "strong", "*": "em", "_": "em"}


def markdown_html(text: str, *, href: Href) -> str:
    """The markup of a short text. A blank line ends a paragraph; `-`, `*`, `+` or `1.` begin an item of a list."""
    return "".join(_block(*block, href) for block in _blocks(text))


def _blocks(text: str) -> Iterator[tuple[str, str, list[list[str]]]]:
    """Each paragraph (`p`) and each list (`ul`, `ol`): its first number if it has one, and the lines of its parts."""
    tag, first, parts, gap = "", "", list[list[str]](), False
    for line in text.splitlines():
        words = line.strip()
        item = _ITEM.match(words)
        if not words:
            gap = True
            continue
        kind = ("ol" if item[1] else "ul") if item else tag if tag and not gap else "p"
        if kind != tag or (gap and kind == "p"):
            if tag:
                yield tag, first, parts
            tag, first, parts = kind, (item[1] if item else "") or "", []
        if item or not parts:
            parts.append([words[item.end() :] if item else words])
        else:
            parts[-1].append(words)
        gap = False
    if tag:
        yield tag, first, parts


def _block(tag: str, first: str, parts: list[list[str]], href: Href) -> str:
    inside = [_inline("\n".join(lines), href) for lines in parts]
    if tag == "p":
        return f"<p>{inside[0]}</p>"
    begins = f' start="{int(first)}"' if first and int(first) != 1 else ""
    return f"<{tag}{begins}>{''.join(f'<li>{each}</li>' for each in inside)}</{tag}>"


def _inline(text: str, href: Href) -> str:
    out: list[str] = []
    opened: dict[str, int] = {}  # mark -> its place in `out`, the outermost first
    at = 0
    for token in _TOKEN.finditer(text):
        out.append(escape(text[at : token.start()]))
        at = token.end()
        if mark := token["mark"]:
            before, after = text[max(0, token.start() - 1) : token.start()], text[at : at + 1]
            for each in _marks(mark, opened):
                _emphasise(each, before, after, out, opened)
        elif token["plain"]:
            out.append(escape(token["plain"]))
        else:
            address, words = href(token["target"]), _inline(token["words"], href)
            out.append(f'<a href="{escape(address)}">{words}</a>' if address else words)
    return "".join([*out, escape(text[at:])])


def _marks(mark: str, opened: dict[str, int]) -> list[str]:
    """The marks in a row of up to three, in the order in which they close what is open, or else open."""
    if len(mark) < 3:
        return [mark]
    bold, italics = mark[:2], mark[:1]
    return [italics, bold] if list(opened)[-1:] == [italics] else [bold, italics]


def _emphasise(mark: str, before: str, after: str, out: list[str], opened: dict[str, int]) -> None:
    """Close the mark if it is open and may close here, else open it, else leave it as the character it is."""
    within_word = mark[0] == "_"
    out.append(mark)
    if mark in opened and not _is_gap(before) and not (within_word and after.isalnum()):
        place = opened[mark]
        out[place], out[-1] = f"<{_TAGS[mark]}>", f"</{_TAGS[mark]}>"
        for other in [other for other in opened if opened[other] >= place]:
            del opened[other]
    elif mark not in opened and not _is_gap(after) and not (within_word and before.isalnum()):
        opened[mark] = len(out) - 1


def _is_gap(character: str) -> bool:
    return not character or character.isspace()
