"""The rows of who follows whom, with their counts and the requests before them; verbs decide who may, and record it."""

from datetime import datetime

from sqlmodel import Session, col, delete, insert

from simulator.models.accounts import Account, Follow, FollowRequest
from simulator.models.counters import move


def tie(session: Session, follower: int, followee: int, at: datetime, number: int) -> None:
    """Let one account follow another from the event `number` on; a request for it is answered with that."""
    ask_no_more(session, follower, followee)
    session.exec(insert(Follow).values(follower=follower, followee=followee, at=at, number=number))
    move(session, Account, follower, following=1)
    move(session, Account, followee, followers=1)


def untie(session: Session, follower: int, followee: int) -> bool:
    """End a follow; whether there was one."""
    theirs = delete(Follow).where(col(Follow.follower) == follower, col(Follow.followee) == followee)
    if not session.exec(theirs).rowcount:
        return False
    move(session, Account, follower, following=-1)
    move(session, Account, followee, followers=-1)
    return True


def ask_no_more(session: Session, asker: int, asked: int) -> bool:
    """End a request to follow; whether one was waiting."""
    waiting = delete(FollowRequest).where(col(FollowRequest.asker) == asker, col(FollowRequest.asked) == asked)
    return bool(session.exec(waiting).rowcount)
