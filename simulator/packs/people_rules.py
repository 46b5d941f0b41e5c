"""Rules for people.yaml and for who follows whom: handles, pictures, and what a profile points at."""

from simulator import handles
from simulator.errors import Refused
from simulator.packs import references
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings, Place
from simulator.packs.named_things import EVERYBODY
from simulator.packs.schema import Person

MOST_PEOPLE = 200  # safety T20
LONGEST_WEBSITE = 100  # twitter-2015 0.2
NEWCOMERS = ("me", "everyone")  # in `follows`: each newcomer (who may be followed, too), and all together


def check(draft: Draft, findings: Findings) -> None:
    """Note every handle that packs may not use, everybody who is there twice, and what leads nowhere."""
    part = draft.part("people")
    known = list(draft.known("people"))
    if len(known) > MOST_PEOPLE:
        findings.add("E106", part.key(known[MOST_PEOPLE]), f"A pack has at most {MOST_PEOPLE} people.")
    first: dict[str, str] = {}
    for handle in known:
        other = first.setdefault(handle.casefold(), handle)
        if other != handle:
            message = f'"{handle}" and "{other}" are one and the same: the case of letters does not count.'
            findings.add("E113", part.key(handle), message, suggestion="Give one of them another handle.")
    for handle, person in draft.people.items():
        _allowed(handle, part.key(handle), findings)
        _person(handle, person, draft, findings)
    _follows(draft, findings)


def _allowed(handle: str, place: Place, findings: Findings) -> None:
    if handle.casefold() in (*NEWCOMERS, *EVERYBODY):
        findings.add("E132", place, f'"{handle}" means something else in packs.', suggestion="Choose another handle.")
        return
    try:
        handles.checked(handle)
    except Refused as refusal:
        findings.add("E132", place, refusal.message, got=handle)


def _person(handle: str, person: Person, draft: Draft, findings: Findings) -> None:
    part = draft.part("people")
    for field in ("picture", "header"):
        file = getattr(person, field)
        if file is not None:
            references.media(file, "picture", part.value(handle, field), draft, findings)
    if person.looks_like is not None:
        place = part.value(handle, "looks_like")
        if person.looks_like == handle:
            findings.add("E127", place, "Nobody is a look-alike of oneself.")
        references.handle(person.looks_like, place, draft, findings)
    if person.website is not None:
        place = part.value(handle, "website")
        if len(person.website) > LONGEST_WEBSITE:
            findings.add("E114", place, f"A website has at most {LONGEST_WEBSITE} letters on a profile.")
        references.address(person.website, place, draft, findings)
    if person.pinned is not None:
        _pinned(handle, person.pinned, draft, findings)
    if person.joined is not None and draft.starts is not None and person.joined > draft.starts.date():
        findings.add("E125", part.value(handle, "joined"), f"{handle} joins after the world begins.")
    references.words(person.bio, part, (handle, "bio"), draft, findings)


def _pinned(handle: str, pinned: str, draft: Draft, findings: Findings) -> None:
    place = draft.part("people").value(handle, "pinned")
    if not references.tweet(pinned, place, draft, findings):
        return
    old = next((old for old in draft.history.values() if old.id == pinned), None)
    if old is not None and old.by != handle:
        findings.add("E127", place, f'"{pinned}" is by {old.by}; one can pin only what is one\'s own.')
    elif old is not None and old.retweet_of is not None:
        findings.add("E127", place, f'"{pinned}" is a retweet; only a tweet can be pinned.')


def _follows(draft: Draft, findings: Findings) -> None:
    part = draft.part("world")
    for follower, followed in draft.follows.items():
        if follower not in NEWCOMERS:
            references.handle(follower, part.key("follows", follower), draft, findings)
        references.handles(followed, part, ("follows", follower), draft, findings, also=NEWCOMERS[:1])
        for number, handle in enumerate(followed):
            if handle == follower or (handle == "me" and follower in NEWCOMERS):
                place = part.value("follows", follower, number)
                findings.add("E127", place, "Nobody follows themselves.", suggestion="Take it out.")
