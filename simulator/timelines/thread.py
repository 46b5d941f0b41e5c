"""A tweet's own page, a single card of it, and the tweets of a conversation (twitter-2015 A.5)."""

from datetime import datetime

from sqlalchemy import TextClause, text

from simulator import access
from simulator.cards import Face, QuoteCard, Thread, TweetCard
from simulator.clock import in_full
from simulator.errors import Missing
from simulator.sim import Sim
from simulator.timelines.listed import Listed, cards, faces, fetch, readable

PAGE = 50
DEEPEST = 100  # a conversation longer than this shows its last hundred above
FACES = 9

_ABOVE = text(
    """
WITH RECURSIVE up(id, reply_to, hidden, depth) AS (
  SELECT id, reply_to, hidden, 0 FROM tweet WHERE id = :tweet
  UNION ALL
  SELECT t.id, t.reply_to, t.hidden, depth + 1 FROM up JOIN tweet t ON t.id = up.reply_to
  WHERE up.hidden IS NULL AND depth < :deepest)
SELECT id FROM up WHERE depth > 0 ORDER BY depth DESC
"""
)
_BELOW = text(
    """
WITH RECURSIVE down(id) AS (
  SELECT id FROM tweet WHERE reply_to = :tweet AND hidden IS NULL
  UNION ALL
  SELECT t.id FROM down JOIN tweet t ON t.reply_to = down.id WHERE t.hidden IS NULL)
SELECT id FROM down WHERE id > :after ORDER BY id LIMIT :most
"""
)
_FAVOURITERS = text("SELECT account FROM favourite WHERE tweet = :tweet ORDER BY number DESC LIMIT :most")
_RETWEETERS = text("SELECT author FROM tweet WHERE retweet_of = :tweet AND hidden IS NULL ORDER BY id DESC LIMIT :most")


def thread(sim: Sim, tweet: int, *, after: int = 0) -> Thread:
    """The page of a tweet, with answers to it and to its answers, oldest first, from the one after `after` on.

    Raises `Missing`. A deleted tweet above breaks the thread: its place is shown, and nothing before it.
    """
    row = access.tweet(sim, tweet)
    onlooker = access.onlooker(sim)
    above = [found.id for found in sim.session.execute(_ABOVE, {"tweet": row.id, "deepest": DEEPEST})]
    below = [found.id for found in sim.session.execute(_BELOW, {"tweet": row.id, "after": after, "most": PAGE + 1})]
    shown = below[:PAGE]
    fetched = fetch(sim, (*above, row.id, *shown))
    made = {card.id: card for card in cards(sim, onlooker, [Listed(one, one) for one in fetched], fetched)}
    return Thread(
        above=tuple(made.get(str(one)) or _gone(fetched[one].id, fetched[one].at) for one in above),
        tweet=made[str(row.id)],
        full_time=in_full(row.at, sim.state.zone),
        below=tuple(made[str(one)] for one in shown if str(one) in made),
        root=str(row.thread or row.id),
        newest=str(shown[-1] if shown else max(after, row.id)),
        newer=str(shown[-1]) if len(below) > PAGE else None,
        retweeters=_some(sim, _RETWEETERS, row.id),
        favouriters=_some(sim, _FAVOURITERS, row.id),
    )


def count_new(sim: Sim, tweet: int, after: int) -> int:
    """How many answers wait behind *View N new Tweets* of this conversation; one page at most."""
    row, onlooker = access.tweet(sim, tweet), access.onlooker(sim)
    below = sim.session.execute(_BELOW, {"tweet": row.id, "after": after, "most": PAGE}).scalars()
    return sum(readable(onlooker, found) for found in fetch(sim, below).values())


def card(sim: Sim, tweet: int) -> TweetCard:
    """One tweet by itself, as it stands in any timeline; raises `Missing`."""
    row = access.tweet(sim, tweet)
    found = cards(sim, access.onlooker(sim), [Listed(row.id, row.id)])
    if not found:
        raise Missing("That Tweet is not here. It may have been deleted.")
    return found[0]


def quoted(sim: Sim, tweet: int) -> QuoteCard:
    """One tweet as the small card inside a quote, for the box where the quote is written; raises `Missing`."""
    made = card(sim, tweet)
    return QuoteCard(made.id, made.author, made.when, made.html, made.pictures, quotes=made.quote is not None)


def _some(sim: Sim, query: TextClause, tweet: int) -> tuple[Face, ...]:
    """The newest faces of those who did it; over a block nobody sees anybody."""
    found = sim.session.execute(query, {"tweet": tweet, "most": FACES}).scalars()
    accounts = [account for account in found if account not in access.onlooker(sim).blocked]
    known = faces(sim, accounts)
    return tuple(known[account] for account in accounts)


def _gone(tweet: int, at: datetime) -> TweetCard:
    nobody = Face("", "", None)
    return TweetCard(
        str(tweet), str(tweet), nobody, at, "", "", "", 0, 0, 0,
        mine=False, retweeted=False, favourited=False, can_retweet=False, gone=True,
    )  # fmt: skip
