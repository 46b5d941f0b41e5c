"""Rules for web.yaml: one page an address, and links that lead to other pages."""

from simulator.packs import references
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings
from simulator.text.addresses import plain


def check(draft: Draft, findings: Findings) -> None:
    """Note addresses that stand twice, pictures that are not there, pages of tomorrow, and links that lead nowhere."""
    part = draft.part("web")
    first: dict[str, str] = {}
    for name, page in draft.web.items():
        other = first.setdefault(plain(page.address), name)
        if other != name:
            findings.add("E113", part.value(name, "address"), f'This is the address of the page "{other}" too.')
        if name in draft.tweet_ids:
            message = f'"{name}" is the id of an old tweet too; ids are unique in a pack.'
            findings.add("E113", part.key(name), message)
        if page.picture is not None:
            references.media(page.picture, "picture", part.value(name, "picture"), draft, findings)
        if page.published and draft.starts and page.published > draft.starts.date():
            findings.add("E125", part.value(name, "published"), "This page comes out after the world begins.")
        references.page_links(page.text, part, (name, "text"), draft, findings)
