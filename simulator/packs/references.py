"""Whether what a pack points at is there: people, pictures, pages, old tweets, and who and what its words name."""

import re
from collections.abc import Container, Iterable

from simulator.packs.draft import Draft
from simulator.packs.findings import Findings, Place, shortened
from simulator.packs.names import filled
from simulator.packs.part import Part
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


def one_of(
    kinds: tuple[str, ...], name: str, place: Place, draft: Draft, findings: Findings, *, called: str = ""
) -> bool:
    """Whether something of these kinds (as in `known_ids`) has this id; notes it where nothing has."""
    known = draft.ids.of(*kinds)
    sure = draft.sure_of_sessions and draft.sure("world") and draft.sure("web")
    if name in known or not sure:
        return True
    findings.add("E122", place, f'No {called or kinds[0]} is called "{shortened(name)}".', got=name, known=known)
    return False


def step(name: str, place: Place, draft: Draft, findings: Findings) -> bool:
    """Whether a step has this id; notes it where none has."""
    return one_of(("step",), name, place, draft, findings)


def own_step(name: str, place: Place, part: Part, draft: Draft, findings: Findings) -> None:
    """Note a step that is not there, stands in another session than this part, or is not live."""
    given = draft.ids.of("step").get(name)
    if not step(name, place, draft, findings) or given is None:
        return
    if draft.parts[given.part] is not part:
        findings.add("E122", place, f'The step "{name}" stands in another session.')
    elif any(one.step == name and not one.live for one in draft.sessions[given.part].steps.values()):
        findings.add("E122", place, f'The step "{name}" is not live.')


def any_tweet(name: str, place: Place, draft: Draft, findings: Findings) -> bool:
    """Whether a tweet has this id: an old one, one of the timeline, or one that a step gives or is completed by."""
    return one_of(("tweet", "inject", "given", "step"), name, place, draft, findings)


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
