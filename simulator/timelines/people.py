"""Accounts as the viewer sees them: cards, and who follows whom (twitter-2015 A.9)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import TextClause, bindparam, text

from simulator import access
from simulator.cards import AccountCard, AccountPage, Face
from simulator.ids import BIGGEST
from simulator.models.columns import moment
from simulator.sim import Sim

PAGE = 30

_ACCOUNTS = text(
    "SELECT a.*,"
    " EXISTS (SELECT 1 FROM follow f WHERE f.follower = :me AND f.followee = a.id) AS followed,"
    " EXISTS (SELECT 1 FROM follow f WHERE f.follower = a.id AND f.followee = :me) AS follows_me,"
    " EXISTS (SELECT 1 FROM follow_request q WHERE q.asker = :me AND q.asked = a.id) AS requested,"
    " NOT EXISTS (SELECT 1 FROM follow f WHERE f.follower = :me AND f.followee = a.id AND NOT f.retweets) AS retweets,"
    " EXISTS (SELECT 1 FROM mute m WHERE m.account = :me AND m.muted = a.id) AS muted,"
    " EXISTS (SELECT 1 FROM block b WHERE b.account = :me AND b.blocked = a.id) AS blocked,"
    " EXISTS (SELECT 1 FROM block b WHERE b.account = a.id AND b.blocked = :me) AS blocks_me,"
    " (SELECT count(*) FROM account_list l WHERE l.owner = a.id AND (NOT l.private OR l.owner = :me)) AS lists"
    " FROM account a WHERE a.id IN :ids"
).bindparams(bindparam("ids", expanding=True))

_FOLLOWING = text(
    "SELECT followee AS id, number FROM follow WHERE follower = :account"
    " AND (number < :number OR (number = :number AND followee < :id))"
    " ORDER BY number DESC, followee DESC LIMIT :most"
)
_FOLLOWERS = text(
    "SELECT follower AS id, number FROM follow WHERE followee = :account"
    " AND (number < :number OR (number = :number AND follower < :id))"
    " ORDER BY number DESC, follower DESC LIMIT :most"
)

_ASKING = text(
    "SELECT asker AS id, number FROM follow_request WHERE asked = :account"
    " AND (number < :number OR (number = :number AND asker < :id))"
    " ORDER BY number DESC, asker DESC LIMIT :most"
)

_LEARNERS_TWEET = text(
    "SELECT EXISTS (SELECT 1 FROM account a WHERE a.learner AND EXISTS ("
    "SELECT 1 FROM event e WHERE e.actor = a.id AND e.kind IN ('tweet_posted', 'retweeted')))"
)


def account_cards(sim: Sim, ids: Sequence[int], reasons: Mapping[int, str] | None = None) -> list[AccountCard]:
    """The cards of these accounts, in this order; `reasons` say why somebody is suggested."""
    known: dict[int, AccountCard] = sim.recall(("accounts", sim.me), dict)
    if missing := [one for one in ids if one not in known]:
        known |= _made(sim, missing)
    return [replace(known[one], reason=(reasons or {}).get(one, "")) for one in ids if one in known]


def me(sim: Sim) -> AccountCard:
    """The viewer's own card; raises `NotAllowed` when nobody is signed in."""
    return account_cards(sim, [sim.actor])[0]


def following(sim: Sim, handle: str, *, before: str | None = None) -> AccountPage:
    """Whom an account follows, the newest first."""
    return _page(sim, _FOLLOWING, handle, before)


def followers(sim: Sim, handle: str, *, before: str | None = None) -> AccountPage:
    """Who follows an account, the newest first."""
    return _page(sim, _FOLLOWERS, handle, before)


def follow_requests(sim: Sim, *, before: str | None = None) -> AccountPage:
    """Who asks to follow the viewer's protected account, the newest first."""
    return _page(sim, _ASKING, sim.account.handle, before)


def has_learners_tweet(sim: Sim) -> bool:
    """Whether any learner has ever said anything in this world or passed anything on, even if it was taken back."""
    return bool(sim.session.execute(_LEARNERS_TWEET).scalar())


def _made(sim: Sim, ids: Sequence[int]) -> dict[int, AccountCard]:
    rows = sim.session.execute(_ACCOUNTS, {"me": sim.me or 0, "ids": list(ids)})
    return {
        row.id: AccountCard(
            id=str(row.id),
            face=Face(row.handle, row.name, row.picture, bool(row.protected)),
            bio=row.bio,
            bio_html=row.bio_html,
            location=row.location,
            website=row.website,
            header=row.header,
            joined=moment(row.joined),
            tweets=row.tweets,
            following=row.following,
            followers=row.followers,
            favourites=row.favourites,
            mine=row.id == sim.me,
            followed=bool(row.followed),
            follows_me=bool(row.follows_me),
            muted=bool(row.muted),
            blocked=bool(row.blocked),
            blocks_me=bool(row.blocks_me),
            requested=bool(row.requested),
            retweets=bool(row.retweets),
            lists=row.lists,
        )
        for row in rows
    }


def page_of(sim: Sim, query: TextClause, of: Mapping[str, int], before: str | None) -> AccountPage:
    """A page of the accounts that a query gives as `id`, by the `number` of the event that brought each of them."""
    number, _, last = (before or f"{BIGGEST}-{BIGGEST}").partition("-")
    bounds = {**of, "number": _whole(number), "id": _whole(last), "most": PAGE + 1}
    found = sim.session.execute(query, bounds).all()
    older = f"{found[PAGE - 1].number}-{found[PAGE - 1].id}" if len(found) > PAGE else None
    return AccountPage(tuple(account_cards(sim, [row.id for row in found[:PAGE]])), older)


def _page(sim: Sim, query: TextClause, handle: str, before: str | None) -> AccountPage:
    return page_of(sim, query, {"account": access.account(sim, handle).id}, before)


def _whole(text: str) -> int:
    return min(int(text), BIGGEST) if text.isascii() and text.isdigit() and len(text) < 20 else BIGGEST
