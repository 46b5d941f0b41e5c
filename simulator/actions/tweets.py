"""Saying something and taking it back: post and delete; how a tweet is shown is not decided here."""

from collections.abc import Sequence

from sqlmodel import col, insert, select

from simulator import access, tagging
from simulator.errors import Duplicate, Empty, Invalid, NotAllowed, TooLong
from simulator.facts import Facts, facts
from simulator.ids import first_at
from simulator.limits import check_tweets
from simulator.models.accounts import Account
from simulator.models.columns import milliseconds
from simulator.models.counters import move
from simulator.models.diary import Kind
from simulator.models.search import add_words
from simulator.models.tweets import Mention, Tweet, TweetLink, TweetTag
from simulator.models.uploads import Medium, medium, store_media
from simulator.retractions import take_back
from simulator.sim import Sim
from simulator.text.html import tweet_html
from simulator.text.length import count
from simulator.text.query import words_of
from simulator.text.tidy import lines, tidy
from simulator.timelines import coach_notes

_SAID_ALREADY = "You have already tweeted these words today. Change them a little."
_QUOTED_ALREADY = "You have already quoted this Tweet today without words of your own. Write some."
_ONE_KIND = "A Tweet holds up to four still pictures, or one that moves, or one clip. Take some out."
LONGEST_ALT = 420  # twitter-2015 0.1


def post_tweet(
    sim: Sim,
    *,
    text: str = "",
    reply_to: int | None = None,
    quote_of: int | None = None,
    pictures: Sequence[tuple[str, str]] = (),
    captions: str = "",
    tags: Sequence[str] = (),
    app: str = "web",
    ask_first: bool = False,
) -> Tweet:
    """Say something to the world: a tweet, a reply, a quote; `pictures` are names of what is shown, with alt texts.

    They are the pack's or its author's own; `captions` is a WebVTT file of ours for a clip, `tags` are people in them.
    Raises `Empty`, `TooLong`, `Invalid`, `Duplicate` (the same words within a day), `Limited` (2,400 a day) and
    `Missing` (twitter-2015 0.2, A.3, A.5). Without the handle it answers, a reply is stored as a tweet of its own.
    A protected author's tweet is not to be quoted: `NotAllowed` (A.7). With `ask_first` it raises `Held` where
    the care coach has something to say to somebody who is coached.
    """
    author = sim.account
    said = tidy(text, field="text")
    shown = _pictures(sim, author, pictures)
    tagged = tagging.people(sim, tags, pictures=bool(shown))
    _check_length(sim, said, bool(shown), quote_of is not None)
    known = facts(sim, said, reply_to)
    quoted = _quoted(sim, quote_of) if quote_of is not None else None
    check_tweets(sim)
    _check_new(sim, said, quoted.id if quoted else None)
    if ask_first:
        coach_notes.check_tweet(sim, text=said, reply_to=reply_to, pictures=pictures)
    tweet = _store(sim, author, said, known, quoted, app)
    _store_parts(sim, tweet.id, said, known)
    store_media(sim.session, tweet, shown, captions)
    tagging.keep(sim, tweet.id, tagged)
    move(sim.session, Account, author.id, tweets=1)
    if known.parent is not None:
        move(sim.session, Tweet, known.parent.id, replies=1)
    sim.record(Kind.TWEET_POSTED, tweet=tweet.id, account=_lost(sim, reply_to, known))
    return tweet


def delete_tweet(sim: Sim, *, tweet: int) -> Tweet:
    """Take one's own tweet back, with its retweets and stars; answers to it stay. Raises `Missing`, `NotAllowed`.

    The row stays, hidden, so that the diary resolves; of quotes of it only the words about it remain (A.2).
    """
    row = access.tweet(sim, tweet)
    if row.author != sim.actor:
        raise NotAllowed("You can only delete your own Tweets.")
    take_back(sim, row)
    sim.record(Kind.TWEET_DELETED, tweet=row.id)
    return row


def _lost(sim: Sim, reply_to: int | None, known: Facts) -> int | None:
    """Whom this was meant to answer, where their handle was taken out, so that it answers nobody."""
    return access.tweet(sim, reply_to).author if reply_to is not None and known.parent is None else None


def _check_length(sim: Sim, said: str, pictures: bool, quote: bool) -> None:
    if not said and not pictures and not quote:
        raise Empty("There are no words yet. Write something first.", "text")
    counted = count(said, sim.rules, media=pictures, quote=quote)
    if counted.left < 0:
        over = -counted.left
        raise TooLong(
            f"This is {over} {'character' if over == 1 else 'characters'} too long. Take some words out.", "text"
        )


def _quoted(sim: Sim, quote_of: int) -> Tweet:
    """The tweet to be quoted; whom a protected author has let in may read it, and not hand it on."""
    row = access.tweet(sim, quote_of)
    author = sim.session.get_one(Account, row.author)
    if author.protected and row.author != sim.actor:
        raise NotAllowed(f"@{author.handle} shares Tweets with approved followers only, so nobody can quote them.")
    return row


def _check_new(sim: Sim, said: str, quoted: int | None) -> None:
    """What it quotes counts as a part of the words, as the hidden link on the real site did (A.7)."""
    since = first_at(milliseconds(sim.now - sim.rules.duplicate_window))
    same = (
        Tweet.author == sim.actor, col(Tweet.hidden).is_(None), Tweet.id >= since, Tweet.text == said,
        col(Tweet.quote_of).is_not_distinct_from(quoted),
    )  # fmt: skip
    if (said or quoted is not None) and sim.session.exec(select(Tweet.id).where(*same)).first() is not None:
        raise Duplicate(_SAID_ALREADY if said else _QUOTED_ALREADY, "text")


def _pictures(sim: Sim, author: Account, chosen: Sequence[tuple[str, str]]) -> list[tuple[Medium, str]]:
    """What is shown, with alt texts; learners choose from the picture box and from what they brought themselves."""
    if len(chosen) > sim.rules.pictures:
        raise Invalid(f"A Tweet holds at most {sim.rules.pictures} pictures. Take some out.", "library")
    found = []
    for name, alt in chosen:
        shown = medium(sim.session, name, author.id, learner=author.learner)
        if shown is None:
            raise Invalid("That picture is not in the picture box. Choose another one.", "library")
        found.append((shown, lines(alt, LONGEST_ALT, field="alt")))
    if len(found) > 1 and any(shown.kind != "picture" for shown, _ in found):
        raise Invalid(_ONE_KIND, "library")
    return found


def _store(sim: Sim, author: Account, said: str, known: Facts, quoted: Tweet | None, app: str) -> Tweet:
    parent, new_id = known.parent, sim.new_id()

    def href(n: int, _: object) -> str:
        page = known.pages[n]
        return f"/go/{page}" if page else f"/go/out/{new_id}/{n}"

    tweet = Tweet(
        id=new_id,
        author=author.id,
        at=sim.now,
        text=said,
        html=tweet_html(said, handles=known.handles, href=href),
        mentioned=" ".join(known.mentioned.values()),
        addressed=known.addressed,
        reply_to=parent.id if parent else None,
        thread=(parent.thread or parent.id) if parent else None,
        quote_of=quoted.id if quoted else None,
        app=app,
    )
    sim.session.add(tweet)
    sim.session.flush()
    return tweet


def _store_parts(sim: Sim, tweet: int, said: str, known: Facts) -> None:
    rows: dict[type, list[dict[str, object]]] = {
        Mention: [{"tweet": tweet, "account": account} for account in known.mentioned],
        TweetTag: [{"tag": tag, "tweet": tweet, "shown": typed} for tag, typed in known.tags.items()],
        TweetLink: [
            {"tweet": tweet, "n": n, "url": link.value, "page": known.pages[n]} for n, link in enumerate(known.links)
        ],
    }
    for table, values in rows.items():
        if values:
            sim.session.exec(insert(table), params=values)
    add_words(sim.session, tweet, " ".join(words_of(said)))
