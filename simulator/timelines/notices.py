"""Notifications, mentions and the counts in the top bar (twitter-2015 A.9)."""

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, text

from simulator import access
from simulator.cards import Badges, Face, NotificationCard, NotificationPage, TweetCard, TweetPage
from simulator.clock import ago
from simulator.ids import BIGGEST
from simulator.models.columns import moment
from simulator.sim import Sim
from simulator.timelines.listed import Listed, alone, cards, faces

PAGE = 20
RAW = 120  # rows that one page of grouped notifications is made from
MOST_NEW = 99
PEOPLE = 8
_ABOUT_ME = ("follow", "follow_request", "listed")
_TOGETHER = ("favourite", "favourite_passed", "retweet", "retweet_passed")

_NOTICES = text(
    "SELECT n.number, n.kind, n.actor, n.tweet, n.at, l.name AS list_name, l.slug AS list_slug FROM notification n"
    " LEFT JOIN list_member m ON n.kind = 'listed' AND m.account = n.account AND m.number = n.number"
    " LEFT JOIN account_list l ON l.id = m.list WHERE n.account = :me AND n.number < :before"
    " ORDER BY n.number DESC LIMIT :most"
)
_SEEN = text("SELECT notified FROM account WHERE id = :me")
_NEW = text(
    "SELECT count(*) FROM notification WHERE account = :me AND number > (SELECT notified FROM account WHERE id = :me)"
)
# By somebody whom one has muted and does not follow, or has blocked, nothing counts (twitter-2015 A.9).
_NEW_MESSAGES = text(
    "SELECT count(*) FROM message m WHERE m.recipient = :me AND m.new AND m.kept_by_recipient"
    " AND NOT EXISTS (SELECT 1 FROM block b WHERE b.account = :me AND b.blocked = m.sender)"
    " AND (NOT EXISTS (SELECT 1 FROM mute x WHERE x.account = :me AND x.muted = m.sender)"
    " OR EXISTS (SELECT 1 FROM follow f WHERE f.follower = :me AND f.followee = m.sender))"
)
_MENTIONS = text(
    "SELECT tweet FROM notification WHERE account = :me AND kind IN ('reply', 'mention')"
    " AND tweet < :before AND tweet > :after ORDER BY number DESC LIMIT :most"
)


def notifications(sim: Sim, *, before: int | None = None) -> NotificationPage:
    """A page of what others did, newest first; stars and retweets of one tweet stand together, and follows of a day."""
    bounds = {"me": sim.actor, "before": before or BIGGEST, "most": RAW + 1}
    rows = sim.session.execute(_NOTICES, bounds).all()
    groups, used = _grouped(sim, rows[:RAW])
    seen = sim.session.execute(_SEEN, {"me": sim.actor}).scalar_one()
    older = str(rows[used - 1].number) if used < len(rows) else None
    return NotificationPage(tuple(_made(sim, groups, seen)), str(rows[0].number) if rows else "0", older)


def mentions(sim: Sim, *, before: int | None = None, after: int = 0) -> TweetPage:
    """The tweets that name the viewer, newest first."""
    bounds = {"me": sim.actor, "before": before or BIGGEST, "after": after, "most": MOST_NEW if after else PAGE + 1}
    ids = list(sim.session.execute(_MENTIONS, bounds).scalars())
    made = cards(sim, access.onlooker(sim), [Listed(one, one) for one in (ids if after else ids[:PAGE])])
    older = str(ids[PAGE - 1]) if not after and len(ids) > PAGE else None
    return TweetPage(alone(made), str(ids[0]) if ids else str(after), older)


def count_new_mentions(sim: Sim, after: int) -> int:
    """How many tweets wait behind *View N new Tweets* on the mentions page; 99 at most."""
    return sum(len(talk.tweets) for talk in mentions(sim, after=after).talks)


def badges(sim: Sim) -> Badges:
    """The counts in the top bar: what the viewer has not looked at yet."""
    return sim.recall(("badges", sim.actor), lambda: _badges(sim))


def _badges(sim: Sim) -> Badges:
    me = {"me": sim.actor}
    new, messages = (sim.session.execute(each, me).scalar_one() for each in (_NEW, _NEW_MESSAGES))
    return Badges(notifications=new, messages=messages)


Rows = Sequence[Row[Any]]  # Any: columns of a statement in text


def _grouped(sim: Sim, rows: Rows) -> tuple[list[Rows], int]:
    """What stands together, the newest first, until the page is full; and how many rows are in it.

    The page ends at a row, so that the next one goes on from there and nothing falls between the two.
    """
    groups: dict[object, list[Row[Any]]] = {}  # Any: as above
    for used, row in enumerate(rows):
        key = _together(row, sim.state.zone)
        if key not in groups and len(groups) == PAGE:
            return list(groups.values()), used
        groups.setdefault(key, []).append(row)
    return list(groups.values()), len(rows)


def _together(row: Row[Any], zone: str) -> object:  # Any: as above
    """What a notification shares with those it stands together with."""
    if row.kind in _TOGETHER:
        return row.kind, row.tweet
    if row.kind == "follow":
        return row.kind, moment(row.at).astimezone(ZoneInfo(zone)).date()
    return row.number


def _made(sim: Sim, groups: Sequence[Rows], seen: int) -> list[NotificationCard]:
    people = faces(sim, (row.actor for group in groups for row in group[:PEOPLE]))
    about = sorted({group[0].tweet for group in groups if group[0].tweet is not None})
    tweets = {card.id: card for card in cards(sim, access.onlooker(sim), [Listed(one, one) for one in about])}
    made = [_card(sim, group, people, tweets.get(str(group[0].tweet)), seen) for group in groups]
    return [card for card in made if card.tweet is not None or card.kind in _ABOUT_ME]


def _card(sim: Sim, group: Rows, people: Mapping[int, Face], tweet: TweetCard | None, seen: int) -> NotificationCard:
    newest = group[0]
    at = moment(newest.at)
    return NotificationCard(
        kind=newest.kind,
        people=tuple(people[row.actor] for row in group[:PEOPLE]),
        others=max(0, len(group) - PEOPLE),
        at=at,
        when=ago(at, sim.now, sim.state.zone),
        tweet=tweet,
        new=newest.number > seen,
        row=str(newest.number),
        list_name=newest.list_name or "",
        list_slug=newest.list_slug or "",
    )
