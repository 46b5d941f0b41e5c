"""What the care coach says of a draft in this world, before it is sent (twitter-2015 C.2); it stores nothing.

What others have tweeted is left out of it: those who do the same exercise write alike, and a hint's own words are there
to be used. Whether words were copied is judged once they are sent.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import bindparam, text

from simulator import access, coach
from simulator.cards import NoteCard, SettingsCard
from simulator.coach import Draft, Sign
from simulator.errors import Held, Refused
from simulator.models.accounts import Account
from simulator.sim import Sim
from simulator.text.tidy import tidy, without_emoji
from simulator.timelines.thread import card

HOLDS = 2  # from this severity on a draft waits for its writer's word; what is less is a nudge (C.2)
LONGEST = 60  # characters of a draft that a note repeats
ROOM = 1_000  # a draft of more characters is far from being sent

_ASKING = text("SELECT count(*) FROM follow_request WHERE asked = :me")
_HANDLES = text("SELECT handle FROM account")
_MARKS = text("SELECT marks FROM pack_picture WHERE name IN :names").bindparams(bindparam("names", expanding=True))

Picture = tuple[str, str]  # its name, its alt text
Notes = tuple[NoteCard, ...]


def settings(sim: Sim) -> SettingsCard:
    """What the viewer chose for herself."""
    account = sim.account
    asking = sim.session.execute(_ASKING, {"me": account.id}).scalar_one()
    return SettingsCard(
        coached=account.coached,
        protected=account.protected,
        shortcuts=account.shortcuts,
        photo_tags=account.photo_tags,
        messages_from_anyone=account.messages_from_anyone,
        asking=asking,
    )


def tweet_notes(sim: Sim, *, text: str, reply_to: int | None = None, pictures: Sequence[Picture] = ()) -> Notes:
    """What the coach notices in a tweet, the gravest first; nothing where nobody wants to be coached.

    It refuses nothing: a draft may be unfinished, and what it answers may have gone.
    """
    said = _tidied(text, "text")
    if not sim.account.coached or not (said or pictures):
        return ()
    author, prefilled = _answered(sim, reply_to)
    draft = Draft(
        said,
        me=sim.account.handle,
        is_reply=bool(author),
        parent_author=author,
        prefilled=prefilled,
        known_handles=frozenset(sim.session.execute(_HANDLES).scalars()),
        marks=_marks(sim, [name for name, _ in pictures]),
        attached=bool(pictures),
        described=bool(pictures) and all(alt.strip() for _, alt in pictures),
    )
    return tuple(_notes(sim, draft))


def message_notes(sim: Sim, *, text: str) -> Notes:
    """The same for a message to one person: private is not confidential (A.11)."""
    said = _tidied(text, "text")
    if not sim.account.coached or not said:
        return ()
    known = frozenset(sim.session.execute(_HANDLES).scalars())
    return tuple(_notes(sim, Draft(said, place="message", me=sim.account.handle, known_handles=known)))


def profile_notes(
    sim: Sim, *, name: str, bio: str = "", location: str = "", website: str = "", picture: str | None = None
) -> Notes:
    """What the coach notices in what changes of a profile; what stood there before was decided before."""
    account = sim.account
    if not account.coached:
        return ()
    said = _tidied(without_emoji(bio), "bio")
    marks = _marks(sim, [picture] if picture and picture != account.picture else [])
    found = list(_notes(sim, Draft("" if said == account.bio else said, place="bio", marks=marks), "bio"))
    for field, typed in (("name", without_emoji(name)), ("location", location), ("website", website)):
        if (said := _tidied(typed, field)) != getattr(account, field):
            found += [note for note in _notes(sim, Draft(said, place="bio"), field) if note.holds]
    return tuple(replace(note, field="picture") if note.sign == "unsafe-picture" else note for note in found)


def check_tweet(sim: Sim, *, text: str, reply_to: int | None, pictures: Sequence[Picture]) -> None:
    """Let a tweet wait for its writer's word; raises `Held` where the coach noticed more than a nudge."""
    _hold(tweet_notes(sim, text=text, reply_to=reply_to, pictures=pictures), "sent")


def check_message(sim: Sim, *, text: str) -> None:
    """The same for a message."""
    _hold(message_notes(sim, text=text), "sent")


def check_profile(sim: Sim, *, name: str, bio: str, location: str, website: str, picture: str | None) -> None:
    """The same for a profile."""
    notes = profile_notes(sim, name=name, bio=bio, location=location, website=website, picture=picture)
    _hold(notes, "saved")


def _hold(notes: Notes, done: str) -> None:
    if any(note.holds for note in notes):
        raise Held(f"Nothing has been {done} yet. {notes[0].says}", notes)


def _notes(sim: Sim, draft: Draft, field: str = "text") -> Iterator[NoteCard]:
    policy = sim.course.policy() if sim.course else coach.Policy()
    for sign in coach.signs(draft, policy):
        yield NoteCard(sign.id, sign.say, sign.severity >= HOLDS, field, _words(draft.text, sign))


def _words(said: str, sign: Sign) -> str:
    """The words that a sign is about; nothing where that is the whole draft, which everybody sees."""
    found = said[sign.start : sign.end] if sign.start is not None else ""
    if found.strip() == said.strip():
        return ""
    return " ".join(found.split()) if len(found) <= LONGEST else f"{' '.join(found[:LONGEST].split())}…"


def _tidied(typed: str, field: str) -> str:
    """A text as it would be stored; nothing for one that the rules will refuse."""
    try:
        said = tidy(typed, field)
    except Refused:
        return ""
    return said if len(said) <= ROOM else ""


def _answered(sim: Sim, reply_to: int | None) -> tuple[str, str]:
    """Whom a draft answers, and what stood in its box at first."""
    try:
        parent = access.tweet(sim, reply_to) if reply_to is not None else None
    except Refused:
        parent = None
    if parent is None:
        return "", ""
    return sim.session.get_one(Account, parent.author).handle, card(sim, parent.id).prefill


def _marks(sim: Sim, names: Sequence[str]) -> frozenset[str]:
    """What makes these pictures of the pack unsafe."""
    found = sim.session.execute(_MARKS, {"names": list(names)}).scalars() if names else ()
    return frozenset(mark for marks in found for mark in marks.split())
