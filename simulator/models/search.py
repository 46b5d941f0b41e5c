"""What search finds by and what is kept of it: the words of every tweet, the one table that each database has its way.

Saved searches are ordinary rows beside it.
"""

from collections.abc import Sequence

from sqlalchemy import UniqueConstraint, text
from sqlmodel import Field, Session

from simulator.models.columns import Big, WorldTable

_ADD = text("INSERT INTO tweet_words (rowid, words) VALUES (:tweet, :words)")
_DROP = text("DELETE FROM tweet_words WHERE rowid = :tweet")
_MERGE = text("INSERT INTO tweet_words (tweet_words) VALUES ('optimize')")

MAKE = "CREATE VIRTUAL TABLE IF NOT EXISTS tweet_words USING fts5(words, tokenize='unicode61')"


def add_words(session: Session, tweet: int, words: str) -> None:
    """Let search find a tweet by its folded words (`joints.md` 3)."""
    session.execute(_ADD, {"tweet": tweet, "words": words})


def drop_words(session: Session, tweet: int) -> None:
    """Let search forget a tweet."""
    session.execute(_DROP, {"tweet": tweet})


def forget_dropped(session: Session) -> None:
    """Let nothing of what was dropped stay in the index, where words lie until it is merged; it reads all of it."""
    session.execute(_MERGE)


NEWEST_WITH_WORDS = (
    "SELECT rowid AS id FROM tweet_words WHERE tweet_words MATCH :words AND rowid < :before AND rowid > :after"
    " ORDER BY rowid DESC LIMIT :scan"
)


def asked_words(groups: Sequence[Sequence[str]], without: Sequence[str] = ()) -> str:
    """What `NEWEST_WITH_WORDS` asks for: one phrase of every group, and none of `without`; phrases are folded words."""
    wanted = " AND ".join(f"({' OR '.join(map(_phrase, group))})" for group in groups)
    return f"({wanted}) NOT ({' OR '.join(map(_phrase, without))})" if without else wanted


def _phrase(words: str) -> str:
    """A phrase in quotes, so that nothing in it is read as an operator of the database (safety T16)."""
    return '"' + words.replace('"', " ") + '"'


class SavedSearch(WorldTable, table=True):
    """A search that an account keeps; `key` tells whether it is the same one in other letters."""

    __tablename__ = "saved_search"
    __table_args__ = (UniqueConstraint("account", "key"),)
    id: int = Field(sa_type=Big, primary_key=True, sa_column_kwargs={"autoincrement": False})
    account: int = Field(sa_type=Big, foreign_key="account.id")
    query: str
    key: str
