"""Random worlds for home, put straight into the tables, and an oracle that looks at every row; it asserts nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from sqlmodel import Session

from simulator.models.accounts import Account, Block, Follow, HashtagFollow, Mute
from simulator.models.diary import Event
from simulator.models.tweets import Tweet, TweetTag
from tests.cast import START

TAGS = ("tea", "cake", "rain")


@dataclass
class Written:
    """One row of the table of tweets, as it was drawn."""

    id: int
    author: int
    addressed: int | None = None
    retweet_of: int | None = None
    hidden: bool = False
    tags: frozenset[str] = frozenset()


@dataclass
class Town:
    """A drawn world: who there is, who shuts out whom, and everything that was ever said."""

    people: list[int]
    protected: set[int] = field(default_factory=set)
    follows: dict[tuple[int, int], bool] = field(default_factory=dict)  # (who, whom) -> with their retweets
    mutes: set[tuple[int, int]] = field(default_factory=set)
    blocks: set[tuple[int, int]] = field(default_factory=set)
    tags: set[tuple[int, str]] = field(default_factory=set)  # (who, the hashtag they follow)
    tweets: dict[int, Written] = field(default_factory=dict)

    def shuns(self, me: int, other: int) -> bool:
        return (me, other) in self.mutes or (me, other) in self.blocks or (other, me) in self.blocks

    def home(self, me: int) -> list[tuple[int, int]]:
        """What stands in somebody's home, the newest first: the row, and the tweet that it shows."""
        plain = {row.id for row in self.tweets.values() if self._reaches(me, row)}
        rows = [(row, row) for row in plain]
        for original in self.tweets:
            passed = [row.id for row in self.tweets.values() if row.retweet_of == original and self._passes(me, row)]
            if passed and original not in plain and self._may_come(me, self.tweets[original]):
                rows.append((max(passed), original))
        return sorted(rows, reverse=True)

    def _reaches(self, me: int, row: Written) -> bool:
        if row.retweet_of is not None or row.hidden:
            return False
        if row.author == me:
            return True
        by_tag = any((me, tag) in self.tags for tag in row.tags)
        return self._may_come(me, row) and (self._by_follow(me, row) or by_tag)

    def _by_follow(self, me: int, row: Written) -> bool:
        if (me, row.author) not in self.follows:
            return False
        return row.addressed in (None, me) or (me, row.addressed) in self.follows

    def _may_come(self, me: int, row: Written) -> bool:
        if row.hidden or row.author == me or self.shuns(me, row.author):
            return False
        return row.author not in self.protected or (me, row.author) in self.follows

    def _passes(self, me: int, row: Written) -> bool:
        return not row.hidden and self.follows.get((me, row.author), False) and not self.shuns(me, row.author)


def drawn(seed: int, tweets: int = 120, people: int = 8) -> Town:
    """A world drawn from a seed: quiet and loud people, ties of every kind, addressed, hidden and tagged tweets."""
    dice = Random(seed)
    town = Town(list(range(1, people + 1)))
    pairs = [(one, other) for one in town.people for other in town.people if one != other]
    town.protected = {one for one in town.people if dice.random() < 0.2}
    town.follows = {pair: dice.random() < 0.8 for pair in pairs if dice.random() < 0.45}
    town.mutes = {pair for pair in pairs if dice.random() < 0.06}
    town.blocks = {pair for pair in pairs if dice.random() < 0.04}
    town.tags = {(one, tag) for one in town.people for tag in TAGS if dice.random() < 0.4}
    loud = [dice.random() ** 3 + 0.01 for _ in town.people]
    for number in range(1, tweets + 1):
        row = _written(dice, town, number * 1000, dice.choices(town.people, loud)[0])
        town.tweets[row.id] = row
    return town


def _written(dice: Random, town: Town, identity: int, author: int) -> Written:
    hidden = dice.random() < 0.1
    if town.tweets and dice.random() < 0.35:
        of = dice.choice(list(town.tweets.values()))
        again = any(row.author == author and row.retweet_of == of.id and not row.hidden for row in town.tweets.values())
        if of.retweet_of is None and of.author != author and not again:
            return Written(identity, author, retweet_of=of.id, hidden=hidden)
    addressed = dice.choice(town.people) if dice.random() < 0.4 else None
    tags = frozenset(tag for tag in TAGS if dice.random() < 0.15)
    return Written(identity, author, addressed, hidden=hidden, tags=tags)


def put(session: Session, town: Town) -> None:
    """Write a drawn world into the tables of an empty one."""
    for one in town.people:
        facts = {"protected": one in town.protected, "joined": START, "joined_as": f"p{one}"}
        session.add(Account(id=one, handle=f"p{one}", handle_key=f"p{one}", name=f"P{one}", **facts))
    session.add(Event(number=1, at=START, kind="account_joined"))
    session.flush()
    session.add_all(_rows(town))
    session.flush()
    for row in town.tweets.values():
        of, hidden = row.retweet_of, START if row.hidden else None
        session.add(
            Tweet(id=row.id, author=row.author, at=START, addressed=row.addressed, retweet_of=of, hidden=hidden)
        )
    session.flush()
    for row in town.tweets.values():
        if not row.hidden:  # a deleted tweet loses its hashtags
            session.add_all(TweetTag(tag=tag, tweet=row.id, shown=tag) for tag in row.tags)
    session.flush()


def _rows(town: Town) -> Iterator[object]:
    for (one, other), retweets in town.follows.items():
        yield Follow(follower=one, followee=other, at=START, number=1, retweets=retweets)
    for one, other in town.mutes:
        yield Mute(account=one, muted=other, at=START)
    for one, other in town.blocks:
        yield Block(account=one, blocked=other, at=START)
    for one, tag in town.tags:
        yield HashtagFollow(account=one, tag=tag, shown=tag, at=START)
