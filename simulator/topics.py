"""Which pages should look again after an event (ruling 16): public topics for everybody, named ones for some accounts.

Whatever not everybody in the world may see goes to named accounts alone, so that the stream gives nothing away.
"""

from collections.abc import Set

from sqlmodel import col, select

from simulator.models.accounts import Account, Follow
from simulator.models.diary import Kind
from simulator.models.tweets import Tweet
from simulator.sim import Fact, Sim
from simulator.text.entities import hashtags
from simulator.text.keys import tag_key
from simulator.wake import DESK

NEWEST = 20  # tweets of somebody with another handle that pages look at again

_OWN: dict[Kind, tuple[str, ...]] = {
    Kind.FOLLOWED: ("follows",),
    Kind.UNFOLLOWED: ("follows",),
    Kind.HASHTAG_FOLLOWED: ("follows",),
    Kind.HASHTAG_UNFOLLOWED: ("follows",),
    Kind.FOLLOW_REQUESTED: ("follows",),
    Kind.REQUEST_WITHDRAWN: ("follows",),
    Kind.REQUEST_APPROVED: ("follows",),
    Kind.REQUEST_DECLINED: ("follows",),
    Kind.RETWEETS_HIDDEN: ("timeline",),
    Kind.RETWEETS_SHOWN: ("timeline",),
    Kind.MUTED: ("timeline", "notifications"),
    Kind.UNMUTED: ("timeline", "notifications"),
    Kind.BLOCKED: ("timeline", "notifications", "follows"),
    Kind.UNBLOCKED: ("timeline",),
    Kind.NOTIFICATIONS_SEEN: ("notifications",),
    Kind.LISTED: ("timeline",),
    Kind.UNLISTED: ("timeline",),
    Kind.MESSAGE_SENT: ("messages",),
    Kind.MESSAGE_DELETED: ("messages",),
    Kind.MESSAGES_READ: ("messages",),
}
_OTHERS: dict[Kind, tuple[str, ...]] = {
    Kind.REQUEST_APPROVED: ("timeline", "follows"),
    Kind.BLOCKED: ("timeline", "follows"),
    Kind.MESSAGE_SENT: ("messages",),
}  # what changes for the other of the two


_LESSONS = frozenset(
    {
        Kind.SESSION_OPENED, Kind.SESSION_FINISHED, Kind.STEP_OPENED, Kind.STEP_PASSED, Kind.STEP_SKIPPED,
        Kind.STEP_AGAIN, Kind.MISTAKE_MADE, Kind.TRIED, Kind.HINT_SHOWN, Kind.ANSWERED, Kind.REFLECTED,
        Kind.BREAK_TAKEN, Kind.BREAK_ENDED, Kind.PART_LEFT_OUT, Kind.STOPPED, Kind.ENDING_ASKED,
        Kind.HAND_UP, Kind.NOTE_READ,
    }
)  # fmt: skip


_DESK = _LESSONS | {
    Kind.ACCOUNT_JOINED, Kind.CAME_BACK, Kind.PROFILE_EDITED, Kind.TWEET_POSTED, Kind.TWEET_DELETED,
    Kind.REPORTED, Kind.NOTE_SENT, Kind.NOTE_TAKEN_BACK, Kind.HAND_LOWERED, Kind.TWEET_TAKEN_DOWN,
    Kind.ROOM_STOPPED, Kind.ROOM_WENT_ON, Kind.EVERYBODY_BROUGHT, Kind.ENDING_SET, Kind.SCREEN_SET,
}  # fmt: skip
_ROOM = frozenset({Kind.ROOM_STOPPED, Kind.ROOM_WENT_ON, Kind.ENDING_SET})
_NOTES = frozenset({Kind.NOTE_SENT, Kind.NOTE_TAKEN_BACK})


def wake(sim: Sim, fact: Fact) -> None:
    """Note the topics of one event; who hears of it by a notification is woken with that."""
    if fact.kind in _DESK and sim.state.kind == "class":
        sim.wake_one(DESK, "board")
    if fact.kind in _ROOM:
        sim.wake_all("guide" if fact.kind is Kind.ENDING_SET else "room")
    elif fact.kind in _NOTES and fact.account is not None:
        sim.wake_one(fact.account, "guide")
    elif fact.kind in _LESSONS:
        _wake_guide(sim, fact)
    elif fact.kind is Kind.REPORTED:
        pass  # no page of anybody's shows it
    elif fact.kind is Kind.HANDLE_CHANGED and fact.actor is not None:
        _wake_named(sim, fact.actor)
    elif fact.tweet is not None:
        _wake_tweet(sim, fact, sim.session.get_one(Tweet, fact.tweet))
    elif fact.actor is not None:
        sim.wake_one(fact.actor, *_OWN.get(fact.kind, ()))
        if fact.account is not None and fact.kind in _OTHERS:
            sim.wake_one(fact.account, *_OTHERS[fact.kind])


def _wake_guide(sim: Sim, fact: Fact) -> None:
    """The guide of whoever it happened to; of everybody, where a session opens for all."""
    if fact.actor is None:
        sim.wake_all("guide")
    else:
        sim.wake_one(fact.actor, "guide", *(("timeline", "notifications") if fact.kind is Kind.PART_LEFT_OUT else ()))


def _wake_tweet(sim: Sim, fact: Fact, tweet: Tweet) -> None:
    topics = {f"tweet:{tweet.id}"}
    if fact.kind in (Kind.TWEET_POSTED, Kind.TWEET_DELETED, Kind.TWEET_TAKEN_DOWN):
        # From the words, since a deleted tweet has lost its rows of hashtags.
        topics |= {"timeline", "trends", *(f"hashtag:{tag_key(tag.value)}" for tag in hashtags(tweet.text))}
        if tweet.reply_to is not None:
            topics |= {f"thread:{tweet.thread}", f"tweet:{tweet.reply_to}"}
    _wake_readers(sim, tweet.author, topics)
    if fact.kind in (Kind.RETWEETED, Kind.RETWEET_UNDONE) and fact.actor is not None:
        _wake_readers(sim, fact.actor, {"timeline"})


def _wake_named(sim: Sim, account: int) -> None:
    """Wherever somebody's newest tweets stand, under a handle that is not theirs any more; and their own guide."""
    newest = select(Tweet.id).where(
        Tweet.author == account, col(Tweet.hidden).is_(None), col(Tweet.retweet_of).is_(None)
    )
    ids = sim.session.exec(newest.order_by(col(Tweet.id).desc()).limit(NEWEST)).all()
    _wake_readers(sim, account, {f"tweet:{one}" for one in ids})
    sim.wake_one(account, "guide", "follows")


def _wake_readers(sim: Sim, author: int, topics: Set[str]) -> None:
    """Wake whoever may read this author: everybody, or the followers that a protected one has let in."""
    if not sim.session.get_one(Account, author).protected:
        sim.wake_all(*topics)
        return
    followers = sim.session.exec(select(Follow.follower).where(Follow.followee == author)).all()
    for account in (author, *followers):
        sim.wake_one(account, *topics)
