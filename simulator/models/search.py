"""The words of every tweet as search finds them; the one table that is written differently on each database."""

from sqlalchemy import text
from sqlmodel import Session

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
