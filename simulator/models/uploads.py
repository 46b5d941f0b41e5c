"""Pictures and clips that people brought into a world, and everything that may stand beside a tweet."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from sqlmodel import Field, Session, col, select

from simulator.models.accounts import Account
from simulator.models.columns import Big, Moment, WorldTable
from simulator.models.furniture import PackPicture
from simulator.models.tweets import Tweet, TweetPicture

_NO_ROWID = {"sqlite_with_rowid": False}


class Upload(WorldTable, table=True):
    """A picture or clip of an account's own; its files lie in the world's `media/` under a name of their content.

    `kind` is picture, gif, clip, portrait or header. One that nothing shows after a day is swept.
    """

    __table_args__ = _NO_ROWID
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    name: str = Field(primary_key=True)
    kind: str
    width: int
    height: int
    seconds: int = 0
    poster: str = ""
    bytes: int = 0  # of all its files
    at: datetime = Field(sa_type=Moment)


class Captions(WorldTable, table=True):
    """What is said in a clip, as WebVTT of our own making; named by its content."""

    __table_args__ = _NO_ROWID
    name: str = Field(primary_key=True)
    text: str


class Medium(NamedTuple):
    """A picture or clip that can stand beside a tweet; `alt` is what its pack says of it, "" for one's own."""

    name: str
    alt: str
    width: int
    height: int
    kind: str = "picture"
    seconds: int = 0
    poster: str = ""
    captions: str = ""
    also: str = ""


def medium(session: Session, name: str, account: int, *, learner: bool) -> Medium | None:
    """What this account may put beside a tweet under this name: of the pack (learners: of the box), or its own."""
    boxed = session.get(PackPicture, name)
    if boxed is not None:
        return of_pack(boxed) if boxed.for_tweet or not learner else None
    own = session.get(Upload, (account, name))
    return of_upload(own) if own is not None and own.kind in ("picture", "gif", "clip") else None


def of_pack(row: PackPicture) -> Medium:
    """A picture or clip of the pack."""
    return Medium(
        row.name, row.alt, row.width, row.height, row.kind, poster=row.poster, captions=row.captions, also=row.also
    )


def of_upload(row: Upload) -> Medium:
    """A picture or clip of somebody's own."""
    return Medium(row.name, "", row.width, row.height, row.kind, row.seconds, row.poster)


def keep_captions(session: Session, text: str) -> str:
    """Keep captions and give their name; "" for none."""
    if not text:
        return ""
    name = f"u{sha256(text.encode('utf-8')).hexdigest()[:32]}.vtt"
    if session.get(Captions, name) is None:
        session.add(Captions(name=name, text=text))
    return name


def store_media(session: Session, tweet: Tweet, shown: Sequence[tuple[Medium, str]], captions: str) -> None:
    """Put what is shown beside a tweet that was stored; `captions` are those of one's own clip."""
    for n, (one, alt) in enumerate(shown):
        spoken = one.captions or (keep_captions(session, captions) if one.kind == "clip" else "")
        told = one._asdict() | {"alt": alt, "captions": spoken}
        session.add(TweetPicture(tweet=tweet.id, n=n, **told))
    tweet.clips = sum(one.kind == "clip" for one, _ in shown)
    tweet.pictures = len(shown) - tweet.clips
    session.flush()


def is_used(session: Session, row: Upload) -> bool:
    """Whether a tweet, hidden ones too, or its owner's profile shows it."""
    if session.exec(select(TweetPicture.tweet).where(TweetPicture.name == row.name)).first() is not None:
        return True
    owner = session.get_one(Account, row.account)
    return row.name in (owner.picture, owner.header)


def names(session: Session) -> set[str]:
    """The names of everything that anybody brought."""
    return set(session.exec(select(col(Upload.name))).all())
