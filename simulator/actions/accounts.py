"""Being somebody in a world: joining it, and how one shows oneself (twitter-2015 A.1, A.2)."""

from datetime import datetime

from sqlalchemy import func, insert
from sqlmodel import col, select

from simulator import access, facts, handles
from simulator.errors import Invalid, NotAllowed
from simulator.models.accounts import Account, Follow, FollowRequest, SignIn, WayBack
from simulator.models.counters import move
from simulator.models.diary import Heard, Kind, Notification
from simulator.models.furniture import PackPicture, StartFollow
from simulator.models.ties import tie
from simulator.models.uploads import Upload
from simulator.progress import in_first_session
from simulator.renames import rename
from simulator.retractions import retract
from simulator.sim import Sim
from simulator.text.entities import valid_url
from simulator.text.keys import handle_key
from simulator.text.tidy import line, lines, without_emoji
from simulator.timelines import coach_notes


def sign_up(
    sim: Sim, *, handle: str, name: str, token_hash: str = "", words_hash: str = "", shared: bool = False
) -> Account:
    """A learner joins the world, and follows those whom the pack lets newcomers follow.

    With a sign-in and the words of a way back, of which only hashes are kept. Raises what `handles.checked` raises,
    `Duplicate` with three free handles, and `Empty` or `TooLong` for the name.
    """
    chosen = handles.checked(handle)
    shown = _name(sim, name)
    handles.check_free(chosen, lambda other: _taken(sim, other))
    account = _add(sim, chosen, shown)
    account.learner = True
    with sim.acting(account.id):
        number = sim.record(Kind.ACCOUNT_JOINED, account=account.id)
    _start_follows(sim, account.id, number)
    if token_hash:
        sim.session.add(SignIn(token_hash=token_hash, account=account.id, shared=shared, made=sim.wall))
    if words_hash:
        sim.session.add(WayBack(words_hash=words_hash, account=account.id))
    return account


def cast_persona(
    sim: Sim,
    *,
    handle: str,
    name: str,
    role: str,
    bio: str = "",
    location: str = "",
    website: str = "",
    picture: str | None = None,
    header: str | None = None,
    protected: bool = False,
    joined: datetime | None = None,
) -> Account:
    """Bring a made-up person of a pack into the world; whatever a pack says of people was checked with the pack."""
    account = _add(sim, handle, name)
    account.role, account.protected, account.joined = role, protected, joined or account.joined
    account.bio, account.location, account.website = bio, location, website
    account.picture, account.header = picture, header
    account.bio_html = facts.bio_html(sim, handle, bio)
    sim.record(Kind.ACCOUNT_JOINED, account=account.id)
    return account


def edit_profile(
    sim: Sim,
    *,
    name: str,
    bio: str = "",
    location: str = "",
    website: str = "",
    handle: str | None = None,
    picture: str | None = None,
    header: str | None = None,
    ask_first: bool = False,
) -> Account:
    """Change how one shows oneself; `picture` is one of the picture box, "" the egg, None leaves it as it is.

    `picture` may be a portrait, and `header` is a header, that one brought oneself; "" takes the header away.

    Raises `Empty`, `TooLong`, `Invalid` with the field that is wrong. A website gets its http:// if it has none (A.2).
    Another `handle` is refused as at joining, and, after the first session of the course, as `NotAllowed` (A.1).
    With `ask_first` it raises `Held` where the care coach has something to say to somebody who is coached.
    """
    account, rules = sim.account, sim.rules
    name, other = _name(sim, name), _other_handle(sim, handle)
    bio = lines(without_emoji(bio), rules.bio, field="bio")
    location = line(location, rules.location, field="location")
    website = _website(line(website, rules.website, field="website"))
    shown = account.picture if picture is None else _from_box(sim, picture)
    above = account.header if header is None else _own(sim, header, "header")
    if ask_first:
        coach_notes.check_profile(sim, name=name, bio=bio, location=location, website=website, picture=shown)
    if other is not None:
        rename(sim, account, other)
    account.name, account.bio, account.location, account.website = name, bio, location, website
    account.bio_html, account.picture, account.header = facts.bio_html(sim, account.handle, bio), shown, above
    sim.record(Kind.PROFILE_EDITED, account=account.id)
    return account


def change_settings(
    sim: Sim,
    *,
    coached: bool | None = None,
    protected: bool | None = None,
    shortcuts: bool | None = None,
    messages_from_anyone: bool | None = None,
    photo_tags: bool | None = None,
) -> Account:
    """Choose how Fledge behaves towards oneself, and who reads one's tweets; None leaves a setting as it is.

    `coached` is whether the care coach speaks before something is sent (ruling 9). `protected` keeps one's tweets for
    whom one lets in: followers stay, and whoever still asks is let in by opening up again (A.9). `shortcuts` is whether
    bare keys do something on the pages (A.16). `messages_from_anyone` lets in more than those one follows (A.11).
    `photo_tags` is whether others may tag one in their pictures; the tags there are stay (A.14).
    """
    account = sim.account
    chosen = {"coached": coached, "protected": protected, "shortcuts": shortcuts}
    chosen |= {"messages_from_anyone": messages_from_anyone, "photo_tags": photo_tags}
    for item, on in chosen.items():
        if on is not None and on != getattr(account, item):
            setattr(account, item, on)
            sim.record(Kind.SETTINGS_CHANGED, account=account.id, item=item, pick="on" if on else "off")
    if not account.protected:
        _let_in_all(sim, account.id)
    return account


def see_notifications(sim: Sim, *, newest: int | None = None) -> Account:
    """Note that one has looked at one's notifications, up to the newest on the page; what came since stays new."""
    account = sim.account
    upto = sim.state.last_number if newest is None else newest
    mine = (col(Notification.account) == account.id, col(Notification.number).between(account.notified + 1, upto))
    seen = sim.session.execute(select(func.max(Notification.number)).where(*mine)).scalar()
    if seen is not None:
        account.notified = seen
        sim.record(Kind.NOTIFICATIONS_SEEN, account=account.id)
    return account


def _add(sim: Sim, handle: str, name: str) -> Account:
    key = handle_key(handle)
    account = Account(id=sim.new_id(), handle=handle, handle_key=key, joined_as=handle, name=name, joined=sim.now)
    sim.session.add(account)
    sim.session.flush()
    return account


def _taken(sim: Sim, handle: str) -> bool:
    return bool(access.known_handles(sim, [handle]))


def _name(sim: Sim, name: str) -> str:
    """What remains of a name without its far emoji, which must be something."""
    return line(without_emoji(name), sim.rules.name, field="name", needed="Tell us a name. It can be made up.")


def _other_handle(sim: Sim, typed: str | None) -> str | None:
    """The handle that is wished for, if it is another one; the same letters in other capitals are one's own still."""
    account = sim.account
    if typed is None or typed.strip().lstrip("@＠") == account.handle:
        return None
    if not in_first_session(sim):
        raise NotAllowed(
            "A handle can be changed in the first session only. People know you by this one now.", "handle"
        )
    chosen = handles.checked(typed)
    if handle_key(chosen) != account.handle_key:
        handles.check_free(chosen, lambda other: _taken(sim, other))
    return chosen


def _let_in_all(sim: Sim, account: int) -> None:
    """Answer every waiting request with yes."""
    waiting = select(FollowRequest.asker).where(FollowRequest.asked == account).order_by(col(FollowRequest.number))
    for asker in sim.session.exec(waiting).all():
        number = sim.record(Kind.REQUEST_APPROVED, account=asker)
        tie(sim.session, asker, account, sim.now, number)
    asked = (col(Notification.account) == account, col(Notification.kind) == Heard.FOLLOW_REQUEST)
    retract(sim, *asked)


def _website(address: str) -> str:
    if not address:
        return ""
    whole = address if address.lower().startswith(("http://", "https://")) else f"http://{address}"
    if not valid_url(whole):
        raise Invalid("That does not look like a web address. It is like this: www.example.org", "website")
    return whole


def _from_box(sim: Sim, name: str) -> str | None:
    if not name:
        return None
    picture = sim.session.get(PackPicture, name)
    if picture is None:
        return _own(sim, name, "portrait")
    if not picture.for_profile:
        raise Invalid("That picture is not in the picture box. Choose another one.", "picture")
    return picture.name


def _own(sim: Sim, name: str, kind: str) -> str | None:
    """A picture that one brought for this place, or has there already; "" for none."""
    field, now = ("header", sim.account.header) if kind == "header" else ("picture", sim.account.picture)
    upload = sim.session.get(Upload, (sim.actor, name)) if name else None
    if name and name != now and (upload is None or upload.kind != kind):
        raise Invalid("That picture is not in the picture box. Choose another one.", field)
    return name or None


def _start_follows(sim: Sim, account: int, number: int) -> None:
    """Follow whom the pack says, without events: it is how one arrives, not something one has done."""
    for start in sim.session.exec(select(StartFollow).where(col(StartFollow.account) != account)).all():
        follower, followee = (account, start.account) if start.learner_follows else (start.account, account)
        sim.session.execute(insert(Follow).values(follower=follower, followee=followee, at=sim.now, number=number))
        move(sim.session, Account, follower, following=1)
        move(sim.session, Account, followee, followers=1)
