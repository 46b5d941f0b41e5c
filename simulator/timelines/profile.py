"""An account's own page and its tabs (twitter-2015 A.2)."""

from dataclasses import replace

from sqlalchemy import TextClause, text

from simulator import access, messaging
from simulator.audience import Onlooker, Said, may_read
from simulator.cards import AccountCard, TweetPage
from simulator.ids import BIGGEST
from simulator.models.accounts import Account
from simulator.progress import in_first_session
from simulator.sim import Sim
from simulator.timelines.listed import Listed, alone, cards
from simulator.timelines.people import account_cards

PAGE = 20

_WITH_REPLIES = text(
    "SELECT id, retweet_of FROM tweet WHERE author = :account AND hidden IS NULL AND id < :before"
    " ORDER BY id DESC LIMIT :most"
)
# What begins with a handle is an answer in public's eyes: it is missing from the first tab, even to oneself (A.2, A.5).
_TWEETS = text(
    "SELECT id, retweet_of FROM tweet WHERE author = :account AND hidden IS NULL AND id < :before"
    " AND addressed IS NULL ORDER BY id DESC LIMIT :most"
)
_MEDIA = text(
    "SELECT id, retweet_of FROM tweet WHERE author = :account AND hidden IS NULL AND id < :before"
    " AND pictures + clips > 0 ORDER BY id DESC LIMIT :most"
)
_FAVOURITES = text(
    "SELECT tweet, number FROM favourite WHERE account = :account AND number < :before ORDER BY number DESC LIMIT :most"
)
_PINNED = text("SELECT tweet FROM pin WHERE account = :account")


def account(sim: Sim, handle: str) -> AccountCard:
    """The account with this handle, as the viewer sees it; raises `Missing`."""
    row = access.account(sim, handle)
    card = account_cards(sim, [row.id])[0]
    return replace(card, can_write=sim.me is not None and not messaging.why_not(sim, row))


def may_change_handle(sim: Sim) -> bool:
    """Whether the viewer may still choose another handle (A.1)."""
    return in_first_session(sim)


def tweets(sim: Sim, handle: str, *, before: int | None = None) -> TweetPage:
    """The first tab: tweets and retweets, the pinned one on top of the first page, no answers."""
    row = access.account(sim, handle)
    return _tab(sim, _TWEETS, row, before, sim.session.execute(_PINNED, {"account": row.id}).scalar())


def with_replies(sim: Sim, handle: str, *, before: int | None = None) -> TweetPage:
    """Everything this account has said or passed on."""
    return _tab(sim, _WITH_REPLIES, access.account(sim, handle), before)


def media(sim: Sim, handle: str, *, before: int | None = None) -> TweetPage:
    """Its own tweets with pictures or clips."""
    return _tab(sim, _MEDIA, access.account(sim, handle), before)


def favourites(sim: Sim, handle: str, *, before: int | None = None) -> TweetPage:
    """What it gave a star, the newest star first; the cursor counts stars."""
    row, onlooker = access.account(sim, handle), access.onlooker(sim)
    if not _is_open(onlooker, row):
        return _SHUT
    bounds = {"account": row.id, "before": before or BIGGEST, "most": PAGE + 1}
    found = sim.session.execute(_FAVOURITES, bounds).all()
    listed = [Listed(star.tweet, star.tweet) for star in found[:PAGE]]
    made = cards(sim, onlooker, listed)
    older = str(found[PAGE - 1].number) if len(found) > PAGE else None
    return TweetPage(alone(made), str(found[0].number) if found else "0", older)


_SHUT = TweetPage((), "0")


def _is_open(onlooker: Onlooker, account: Account) -> bool:
    """Whether this viewer sees what an account does: tweets, and also what it passes on and stars (A.9, A.12)."""
    return may_read(onlooker, Said(account.id, protected=account.protected))


def _tab(sim: Sim, query: TextClause, account: Account, before: int | None, pinned: int | None = None) -> TweetPage:
    onlooker = access.onlooker(sim)
    if not _is_open(onlooker, account):
        return _SHUT
    found = sim.session.execute(query, {"account": account.id, "before": before or BIGGEST, "most": PAGE + 1}).all()
    listed = [
        Listed(row.retweet_of or row.id, row.id, retweeter=account.id if row.retweet_of is not None else None)
        for row in found[:PAGE]
        if row.id != pinned
    ]
    if pinned is not None and before is None:
        listed.insert(0, Listed(pinned, pinned, pinned=True))
    made = cards(sim, onlooker, listed)
    older = str(found[PAGE - 1].id) if len(found) > PAGE else None
    return TweetPage(alone(made), str(found[0].id) if found else "0", older)
