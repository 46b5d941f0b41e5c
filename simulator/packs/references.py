"""Whether what a pack points at is there: people, pictures, pages, old tweets, and who and what its words name."""

import re
from collections.abc import Container, Iterable

from simulator.packs.draft import Draft, Part
from simulator.packs.findings import Findings, Place, shortened
from simulator.packs.names import filled
from simulator.packs.yaml_reader import Path
from simulator.text import entities
from simulator.text.addresses import plain

_PAGE_LINK = re.compile(r"\]\(([^)\n]{0,200})\)")


def handle(written: str, place: Place, draft: Draft, findings: Findings) -> bool:
    """Whether somebody in people.yaml has this handle; notes it where nobody has."""
    known = draft.known("people")
    if written in known or not draft.sure("people"):
        return True
    message = f'No persona is called "{shortened(written)}".'
    findings.add("E120", place, message, got=written, known=known)
    return False


def handles(
    written: Iterable[str], part: Part, path: Path, draft: Draft, findings: Findings, *, also: Container[str] = ()
) -> None:
    """Note the unknown in a list of handles, and what stands in it twice; the words in `also` mean something, too."""
    seen: set[str] = set()
    for number, each in enumerate(written):
        place = part.value(*path, number)
        if each.casefold() in seen:
            findings.add("E113", place, f'"{each}" stands twice in this list.', suggestion="Take one out.")
        seen.add(each.casefold())
        if each not in also:
            handle(each, place, draft, findings)


def media(file: str, kind: str, place: Place, draft: Draft, findings: Findings) -> None:
    """Note a picture or clip that media.yaml does not describe as one."""
    known = draft.known("media")
    if file in draft.media and draft.media[file].kind != kind:
        findings.add("E121", place, f'"{file}" is a {draft.media[file].kind}; a {kind} was expected.', got=file)
    elif file not in known and draft.sure("media"):
        message = f'media.yaml does not know a {kind} "{shortened(file)}".'
        findings.add("E121", place, message, got=file, known=known)


def page(name: str, place: Place, draft: Draft, findings: Findings) -> None:
    """Note a page that web.yaml does not hold."""
    known = draft.known("web")
    if name in known or not draft.sure("web"):
        return
    advice = "Links lead to pages of web.yaml, by their names."
    findings.add("E122", place, f'No page is called "{shortened(name)}".', got=name, suggestion=advice, known=known)


def page_links(text: str, part: Part, path: Path, draft: Draft, findings: Findings) -> None:
    """Note each Markdown link in a text that leads to no page."""
    for name in _PAGE_LINK.findall(text):
        page(name, part.word(f"({name})", *path), draft, findings)


def tweet(name: str, place: Place, draft: Draft, findings: Findings) -> bool:
    """Whether an old tweet has this id; notes it where none has."""
    if name in draft.tweet_ids or not draft.sure("world"):
        return True
    message = f'No old tweet has the id "{shortened(name)}".'
    findings.add("E122", place, message, got=name, known=draft.tweet_ids)
    return False


def words(text: str, part: Part, path: Path, draft: Draft, findings: Findings) -> None:
    """Note each @handle in a text that nobody has, and each address that no page answers."""
    told = filled(text, draft.usual)
    for name in entities.mentioned(told):
        if name.casefold() not in draft.handles:
            handle(name, part.word(f"@{name}", *path), draft, findings)
    for link in entities.linked(told):
        address(link, part.word(link, *path), draft, findings)


def address(written: str, place: Place, draft: Draft, findings: Findings) -> None:
    """Note an address that no page of web.yaml has."""
    if plain(written) in draft.addresses or not draft.sure("web"):
        return
    message = f'No page of web.yaml answers "{shortened(written)}".'
    advice = "" if "/" in written else "If no link is meant, put a space after the dot."
    known = draft.addresses.values()
    findings.add("E132", place, message, got=written, suggestion=advice, known=known)
