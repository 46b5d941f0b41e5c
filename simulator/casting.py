"""Casts a pack into a new world: its people, pages, pictures and old tweets, by the verbs that everybody uses.

Everything old is played at its own moment, in the order of time, so that ids, numbers and times are one order.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import partial
from itertools import count
from zoneinfo import ZoneInfo

from sqlmodel import Session, insert, select

from simulator import dice, facts
from simulator.actions import accounts, favourites, follows, lists, messages, retweets, tweets
from simulator.models.accounts import Account, Follow
from simulator.models.furniture import PackPicture, StartFollow, WebPage
from simulator.models.lessons import EVERYBODY, TweetName
from simulator.models.tweets import Pin
from simulator.models.world import World
from simulator.packs.pack import Pack
from simulator.packs.schema import OldMessage, OldTweet, Page
from simulator.sim import Sim
from simulator.text.addresses import plain

Act = Callable[[], None]
SOONEST, LATEST = timedelta(seconds=40), timedelta(hours=4)  # how long after a tweet its stars and retweets came


@dataclass(slots=True)
class _Cast:
    """What casting has made so far: accounts by handle, tweets by the pack's ids and by place."""

    sim: Sim
    pack: Pack
    values: Mapping[str, str]
    accounts: dict[str, int]
    tweets: dict[str, int]

    def words(self, text: str) -> str:
        return self.pack.words(text, self.values)


def cast(session: Session, pack: Pack, values: Mapping[str, str] | None = None, *, seed: int | None = None) -> None:
    """Fill an empty world with a pack; `values` are the `$names` that were set, `seed` replaces the pack's own.

    The clock stands at the moment when the pack's world starts. Raises what the verbs raise; `packs.loader` has
    checked all of it before.
    """
    starts = pack.starts.astimezone(UTC)
    before = [*(old.ago for old in pack.world.history), *(old.ago for old in pack.world.messages)]
    earliest = starts - max(before, default=timedelta()) - timedelta(days=1)
    session.add(_world(pack, earliest, starts, pack.head.world.seed if seed is None else seed))
    session.flush()
    sim = Sim(session, None, starts, writing=True)
    made = _Cast(sim, pack, values or {}, {}, {})
    with sim.acting(None, earliest):
        _pictures(made)
        _pages(made)
        _people(made, earliest)
        _follows(made)
        _lists(made)
    _history(made, starts)
    _pins(made)
    sim.unsettled.clear()  # nobody looks at the notifications of made-up people
    session.flush()


def _world(pack: Pack, earliest: datetime, starts: datetime, seed: int) -> World:
    head = pack.head
    return World(
        kind="own",
        title=head.title,
        pack=head.pack,
        pack_version=head.version,
        pack_hash=pack.hash,
        seed=seed,
        zone=head.zone,
        rules=head.rules,
        last_at=earliest,
        anchor_wall=starts,
        anchor_world=starts,
    )


def _pictures(made: _Cast) -> None:
    places = count()
    for name, row in made.pack.media.items():
        size = made.pack.media_size(name)
        if size is not None:
            picture = PackPicture(
                name=name,
                alt=made.words(row.alt),
                credit=row.credit,
                width=size[0],
                height=size[1],
                for_profile="profile" in row.offered,
                for_tweet="tweet" in row.offered,
                marks=" ".join(row.marks),
                place=next(places),
                kind=row.kind,
                poster=row.poster or "",
                captions=row.captions or "",
                also=row.also or "",
            )
            made.sim.session.add(picture)
    made.sim.session.flush()


def _pages(made: _Cast) -> None:
    for name, page in made.pack.web.items():
        made.sim.session.add(_page(made, name, page))
    made.sim.session.flush()


def _page(made: _Cast, name: str, page: Page) -> WebPage:
    published = f"{page.published.day} {page.published:%B %Y}" if page.published else ""
    return WebPage(
        id=name,
        address=plain(page.address),
        shown=page.address,
        site=page.site,
        title=made.words(page.title),
        by=page.by or "",
        published=published,
        text=made.words(page.text),
        picture=page.picture,
    )


def _people(made: _Cast, earliest: datetime) -> None:
    zone = ZoneInfo(made.pack.head.zone)
    for handle, person in made.pack.people.items():
        joined = datetime.combine(person.joined, time(12), zone).astimezone(UTC) if person.joined else earliest
        account = accounts.cast_persona(
            made.sim,
            handle=handle,
            name=person.name,
            role=person.role,
            bio=made.words(person.bio),
            location=person.location or "",
            website=person.website or "",
            picture=person.picture,
            header=person.header,
            protected=person.protected,
            joined=joined,
        )
        made.accounts[handle] = account.id
    for persona in (made.sim.session.get_one(Account, one) for one in made.accounts.values()):
        persona.bio_html = facts.bio_html(made.sim, persona.handle, persona.bio)  # now that all they name are there


def _follows(made: _Cast) -> None:
    everyone = list(made.pack.people)
    for follower, followed in made.pack.world.follows.items():
        for one in everyone if follower == "everyone" else [follower]:
            for other in followed:
                _follow(made, one, other)
        if follower == "everyone":
            for other in followed:
                _follow(made, "me", other)


def _follow(made: _Cast, follower: str, followed: str) -> None:
    """One line of `follows`; `me` stands for each newcomer, on either side."""
    if follower == followed:
        return
    if "me" in (follower, followed):
        persona = followed if follower == "me" else follower
        row = StartFollow(account=made.accounts[persona], learner_follows=follower == "me")
        made.sim.session.merge(row)
        return
    with made.sim.acting(made.accounts[follower]):
        follows.follow(made.sim, handle=followed)


def _lists(made: _Cast) -> None:
    for kept in made.pack.world.lists:
        with made.sim.acting(made.accounts[kept.by]):
            about = made.words(kept.about or "")
            slug = lists.make_list(made.sim, name=kept.name, description=about, private=kept.private).slug
            for member in kept.members:
                lists.add_to_list(made.sim, slug=slug, handle=member)


def _history(made: _Cast, starts: datetime) -> None:
    """Play the old tweets with their stars and retweets, everything in the order of its time."""
    acts: list[tuple[datetime, int, Act]] = []
    numbers = count()
    for number, old in enumerate(made.pack.world.history):
        at = starts - old.ago
        key = old.id or f"#{number}"  # no id of a pack looks so
        acts.append((at, next(numbers), partial(_tweet, made, old, key, at)))
        for act_at, act in _reactions(made, old, key, at, starts):
            acts.append((act_at, next(numbers), act))
    for written in made.pack.world.messages:
        at = starts - written.ago
        acts.append((at, next(numbers), partial(_message, made, written, at)))
    for _, _, act in sorted(acts, key=lambda one: one[:2]):
        act()


def _tweet(made: _Cast, old: OldTweet, key: str, at: datetime) -> None:
    with made.sim.acting(made.accounts[old.by], at):
        if old.retweet_of is not None:
            retweets.retweet(made.sim, tweet=made.tweets[old.retweet_of])
            return
        tweet = tweets.post_tweet(
            made.sim,
            text=made.pack.tweet_text(old, made.values),
            reply_to=made.tweets[old.reply_to] if old.reply_to else None,
            quote_of=made.tweets[old.quote_of] if old.quote_of else None,
            pictures=[(name, made.words(made.pack.media[name].alt)) for name in old.shown],
            tags=old.tag_people,
        )
        made.tweets[key] = tweet.id
        if old.id is not None:
            made.sim.session.add(TweetName(name=old.id, account=EVERYBODY, tweet=tweet.id))


def _message(made: _Cast, old: OldMessage, at: datetime) -> None:
    with made.sim.acting(made.accounts[old.by], at):
        messages.send_message(made.sim, to=old.to, text=made.words(old.text))


def _reactions(made: _Cast, old: OldTweet, key: str, at: datetime, starts: datetime) -> Iterator[tuple[datetime, Act]]:
    """Who gave it a star or passed it on, and when: some minutes after, and before the world starts."""
    window = min(LATEST, (starts - at) * 0.9)
    soonest = min(SOONEST, window / 2)
    for what, verb, crowd in (
        ("favourite", favourites.favourite, old.favourites),
        ("retweet", retweets.retweet, old.retweets),
    ):
        for handle in _crowd(made, old, key, what, crowd):
            drawn = dice.between(
                soonest.total_seconds(), window.total_seconds(), made.sim.state.seed, key, what, handle
            )
            when = at + timedelta(seconds=drawn)
            yield when, partial(_react, made, verb, handle, key, when)


def _react(made: _Cast, verb: Callable[..., object], handle: str, key: str, at: datetime) -> None:
    with made.sim.acting(made.accounts[handle], at):
        verb(made.sim, tweet=made.tweets[key])


def _crowd(made: _Cast, old: OldTweet, key: str, what: str, crowd: tuple[str, ...] | int) -> tuple[str, ...]:
    """The handles themselves, or that many of the cast, dealt by the dice (ruling 10)."""
    if isinstance(crowd, tuple):
        return crowd
    return tuple(dice.deal(_able(made, old, key, what), crowd, made.sim.state.seed, key, what))


def _able(made: _Cast, old: OldTweet, key: str, what: str) -> list[str]:
    """To whom the dice may deal this: not to its author, nor to anybody whom the rules would refuse it."""
    done = {other.by for other in made.pack.world.history if what == "retweet" and other.retweet_of == key}
    people = [handle for handle in made.pack.people if handle != old.by and handle not in done]
    if not made.pack.people[old.by].protected:
        return people
    followers = made.sim.session.exec(select(Follow.follower).where(Follow.followee == made.accounts[old.by])).all()
    return [handle for handle in people if made.accounts[handle] in followers]


def _pins(made: _Cast) -> None:
    for handle, person in made.pack.people.items():
        if person.pinned is not None:
            pin = insert(Pin).values(account=made.accounts[handle], tweet=made.tweets[person.pinned])
            made.sim.session.exec(pin)
