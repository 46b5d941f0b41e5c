"""A hashtag's page and what is trending (twitter-2015 A.6); everything is counted, nothing invented (ruling 10)."""

from collections import Counter, defaultdict
from datetime import timedelta

from sqlalchemy import text

from simulator import access
from simulator.cards import HashtagCard, TweetPage
from simulator.errors import Missing
from simulator.ids import BIGGEST, first_at
from simulator.models.columns import milliseconds
from simulator.sim import Sim
from simulator.text.entities import valid_hashtag
from simulator.text.keys import tag_key
from simulator.timelines.listed import Listed, alone, cards

PAGE = 20
MOST_NEW = 99
LOOKED_AT = 3000  # the newest uses of tags that trends are counted from
DAY, WEEK = timedelta(days=1), timedelta(days=7)

_TWEETS = text(
    "SELECT tweet FROM tweet_tag WHERE tag = :key AND tweet < :before AND tweet > :after"
    " ORDER BY tweet DESC LIMIT :most"
)
_COUNT = text("SELECT count(*) FROM tweet_tag WHERE tag = :key")
_SHOWN = text("SELECT shown FROM tweet_tag WHERE tag = :key GROUP BY shown ORDER BY count(*) DESC, shown LIMIT 1")
_FOLLOWED = text("SELECT tag, shown FROM hashtag_follow WHERE account = :me ORDER BY at, tag")
_USES = text(
    "SELECT g.tag, g.shown, g.tweet, t.author FROM tweet_tag g JOIN tweet t ON t.id = g.tweet"
    " JOIN account a ON a.id = t.author WHERE g.tweet >= :since AND NOT a.protected ORDER BY g.tweet DESC LIMIT :most"
)


def hashtag(sim: Sim, tag: str) -> HashtagCard:
    """The head of a hashtag's page, also of one that nobody has used yet; raises `Missing` for what is no hashtag."""
    plain = tag.lstrip("#＃")
    if not valid_hashtag(f"#{plain}"):
        raise Missing("That is not a hashtag. It is one word of letters and numbers, with at least one letter.")
    key = tag_key(plain)
    shown = sim.session.execute(_SHOWN, {"key": key}).scalar()
    count = sim.session.execute(_COUNT, {"key": key}).scalar_one()
    return HashtagCard(shown or plain, key, count, any(one.key == key for one in followed(sim)))


def tagged(sim: Sim, tag: str, *, before: int | None = None, after: int = 0) -> TweetPage:
    """The tweets with a hashtag, newest first; retweets are not repeated here (A.5)."""
    ids = _ids(sim, tag, before or BIGGEST, after, MOST_NEW if after else PAGE + 1)
    shown = ids if after else ids[:PAGE]
    made = cards(sim, access.onlooker(sim), [Listed(one, one) for one in shown])
    older = str(ids[PAGE - 1]) if not after and len(ids) > PAGE else None
    return TweetPage(alone(made), str(ids[0]) if ids else str(after), older)


def count_new(sim: Sim, tag: str, after: int) -> int:
    """How many tweets wait behind *View N new Tweets* on a hashtag's page; 99 at most."""
    return sum(len(talk.tweets) for talk in tagged(sim, tag, after=after).talks)


def followed(sim: Sim) -> tuple[HashtagCard, ...]:
    """The hashtags that the viewer follows, in the order of following."""
    rows = sim.session.execute(_FOLLOWED, {"me": sim.me or 0})
    return tuple(HashtagCard(row.shown, row.tag, 0, followed=True) for row in rows)


def trends(sim: Sim) -> tuple[HashtagCard, ...]:
    """What is rising: people who used a tag in the last day, against an ordinary day of the week before."""
    minute = sim.now.replace(second=0, microsecond=0)
    return sim.recall(("trends", sim.me, minute), lambda: _trends(sim))


def _trends(sim: Sim) -> tuple[HashtagCard, ...]:
    since, today = (first_at(milliseconds(sim.now - age)) for age in (WEEK + DAY, DAY))
    people: dict[str, list[set[int]]] = defaultdict(lambda: [set(), set()])
    spelling: dict[str, Counter[str]] = defaultdict(Counter)
    tweets: Counter[str] = Counter()
    for row in sim.session.execute(_USES, {"since": since, "most": LOOKED_AT}):
        people[row.tag][row.tweet >= today].add(row.author)
        spelling[row.tag][row.shown] += 1
        tweets[row.tag] += 1

    def rising(tag: str) -> tuple[float, int, str]:
        before, now = people[tag]
        return (-(len(now) - len(before) / 7), -tweets[tag], tag)

    mine = {one.key for one in followed(sim)}
    best = sorted(tweets, key=rising)[: sim.rules.trends]
    return tuple(HashtagCard(spelling[tag].most_common(1)[0][0], tag, tweets[tag], tag in mine) for tag in best)


def _ids(sim: Sim, tag: str, before: int, after: int, most: int) -> list[int]:
    bounds = {"key": tag_key(tag.lstrip("#＃")), "before": before, "after": after, "most": most}
    return list(sim.session.execute(_TWEETS, bounds).scalars())
