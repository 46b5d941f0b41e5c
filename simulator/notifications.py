"""Who hears of an event (the matrix of twitter-2015 A.9); written with the change, in the same transaction."""

from collections.abc import Iterator

from sqlmodel import col, insert, select

from simulator.models.accounts import Account, Block, Follow, Mute
from simulator.models.diary import Heard, Kind, Notification
from simulator.models.lists import AccountList, ListMember
from simulator.models.tweets import Mention, PhotoTag, Tweet
from simulator.sim import Fact, Sim


def notify(sim: Sim, fact: Fact) -> None:
    """Write the notifications of one event and wake those who get one."""
    if fact.actor is None:
        return
    told: set[int] = {fact.actor}
    for account, heard in _heard(sim, fact):
        if account not in told and _wants(sim, account, fact.actor):
            told.add(account)
            news = insert(Notification).values(
                account=account, number=fact.number, kind=heard, actor=fact.actor, tweet=fact.tweet, at=fact.at
            )
            sim.session.exec(news)
            sim.wake_one(account, "notifications")


def _heard(sim: Sim, fact: Fact) -> Iterator[tuple[int, Heard]]:
    """Accounts and what they hear, the most telling reason first; each hears of one event once."""
    match fact.kind:
        case Kind.TWEET_POSTED:
            yield from _of_tweet(sim, fact)
        case Kind.FAVOURITED:
            yield from _of_press(sim, fact, Heard.FAVOURITE, Heard.FAVOURITE_PASSED)
        case Kind.RETWEETED:
            yield from _of_press(sim, fact, Heard.RETWEET, Heard.RETWEET_PASSED)
        case Kind.FOLLOWED if fact.account is not None:
            yield fact.account, Heard.FOLLOW
        case Kind.FOLLOW_REQUESTED if fact.account is not None:
            yield fact.account, Heard.FOLLOW_REQUEST
        case Kind.LISTED if fact.account is not None and _is_public(sim, fact):
            yield fact.account, Heard.LISTED


def _of_tweet(sim: Sim, fact: Fact) -> Iterator[tuple[int, Heard]]:
    tweet = sim.session.get_one(Tweet, fact.tweet)
    answered = sim.session.get(Tweet, tweet.reply_to) if tweet.reply_to is not None else None
    for account in sim.session.exec(select(Mention.account).where(Mention.tweet == tweet.id)).all():
        yield account, Heard.REPLY if answered is not None and account == answered.author else Heard.MENTION
    tagged = select(PhotoTag.account).where(PhotoTag.tweet == tweet.id).order_by(col(PhotoTag.n))
    for account in sim.session.exec(tagged).all():
        yield account, Heard.PHOTO_TAG
    if tweet.quote_of is not None:
        yield sim.session.get_one(Tweet, tweet.quote_of).author, Heard.QUOTE


def _of_press(sim: Sim, fact: Fact, own: Heard, passed: Heard) -> Iterator[tuple[int, Heard]]:
    yield sim.session.get_one(Tweet, fact.tweet).author, own
    if fact.account is not None:
        yield fact.account, passed


def _is_public(sim: Sim, fact: Fact) -> bool:
    """Whether the list that somebody was put on is one that others may know of (A.10)."""
    put_on = select(AccountList.private).join(ListMember).where(ListMember.number == fact.number)
    return sim.session.exec(put_on).first() is False


def _wants(sim: Sim, account: int, actor: int) -> bool:
    """Whether somebody hears of what the actor did: never over a block; of muted and protected ones if followed."""
    session = sim.session
    if session.get(Block, (account, actor)) or session.get(Block, (actor, account)):
        return False
    if session.get(Follow, (account, actor)) is not None:
        return True
    return session.get(Mute, (account, actor)) is None and not session.get_one(Account, actor).protected
