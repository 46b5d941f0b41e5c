"""Counts everything anew and names what does not agree with what is stored (D5a, ruling 20); it asserts nothing."""

from typing import Any

from sqlalchemy import text
from sqlmodel import Session

_COUNTS = {
    "replies of a tweet": """
        SELECT t.id, t.replies, (SELECT count(*) FROM tweet r WHERE r.reply_to = t.id AND r.hidden IS NULL)
        FROM tweet t""",
    "retweets of a tweet": """
        SELECT t.id, t.retweets, (SELECT count(*) FROM tweet r WHERE r.retweet_of = t.id AND r.hidden IS NULL)
        FROM tweet t""",
    "stars of a tweet": """
        SELECT t.id, t.favourites, (SELECT count(*) FROM favourite f WHERE f.tweet = t.id) FROM tweet t""",
    "tweets of an account": """
        SELECT a.id, a.tweets, (SELECT count(*) FROM tweet t WHERE t.author = a.id AND t.hidden IS NULL)
        FROM account a""",
    "stars by an account": """
        SELECT a.id, a.favourites, (SELECT count(*) FROM favourite f WHERE f.account = a.id) FROM account a""",
    "followees": """
        SELECT a.id, a.following, (SELECT count(*) FROM follow f WHERE f.follower = a.id) FROM account a""",
    "followers": """
        SELECT a.id, a.followers, (SELECT count(*) FROM follow f WHERE f.followee = a.id) FROM account a""",
    "people on a list": """
        SELECT l.id, l.members, (SELECT count(*) FROM list_member m WHERE m.list = l.id) FROM account_list l""",
    "readers of a list": """
        SELECT l.id, l.subscribers, (SELECT count(*) FROM list_subscriber s WHERE s.list = l.id) FROM account_list l""",
    "events": "SELECT 0, last_number, (SELECT count(*) FROM event) FROM world",
    "the last number": "SELECT 0, last_number, (SELECT coalesce(max(number), 0) FROM event) FROM world",
}
_LEFT_OVER = {
    "hashtags of what is hidden": "SELECT tweet FROM tweet_tag JOIN tweet ON id = tweet WHERE hidden IS NOT NULL",
    "mentions in what is hidden": "SELECT tweet FROM mention JOIN tweet ON id = tweet WHERE hidden IS NOT NULL",
    "stars on what is hidden": "SELECT tweet FROM favourite JOIN tweet ON id = tweet WHERE hidden IS NOT NULL",
    "news of what is hidden": "SELECT tweet FROM notification JOIN tweet ON id = tweet WHERE hidden IS NOT NULL",
    "news of lists that nobody is on": """
        SELECT n.number FROM notification n WHERE n.kind = 'listed' AND NOT EXISTS (
        SELECT 1 FROM list_member m JOIN account_list l ON l.id = m.list
        WHERE m.number = n.number AND m.account = n.account AND NOT l.private)""",
    "subscriptions to private lists": """
        SELECT s.list FROM list_subscriber s JOIN account_list l ON l.id = s.list WHERE l.private""",
    "search words of what is hidden": """
        SELECT w.rowid FROM tweet_words w JOIN tweet t ON t.id = w.rowid WHERE t.hidden IS NOT NULL""",
    "retweets of what is hidden": """
        SELECT r.id FROM tweet r JOIN tweet o ON o.id = r.retweet_of
        WHERE o.hidden IS NOT NULL AND r.hidden IS NULL""",
    "ids against their numbers": """
        SELECT e.tweet FROM event e JOIN event f ON f.number < e.number AND f.tweet > e.tweet
        WHERE e.kind = 'tweet_posted' AND f.kind = 'tweet_posted'""",
    "numbers against their times": """
        SELECT e.number FROM event e JOIN event f ON f.number = e.number + 1 WHERE f.at < e.at""",
    "broken references": "SELECT * FROM pragma_foreign_key_check",
}


def faults(session: Session) -> list[str]:
    """Everything that is not as it should be, in words; an empty list for a sound world."""
    found = []
    for what, sql in _COUNTS.items():
        for identity, stored, counted in session.execute(text(sql)):
            if stored != counted:
                found.append(f"{what} {identity}: {stored} stored, {counted} counted")
    for what, sql in _LEFT_OVER.items():
        rows: list[Any] = session.execute(text(sql)).scalars().all()
        found += [f"{what}: {rows}"] if rows else []
    return found
