"""*Why am I seeing this* and *Who will see this?*: the audience rule in sentences (twitter-2015 A.5)."""

from collections.abc import Iterable, Iterator

from sqlalchemy import bindparam, text

from simulator import access, tagging
from simulator.audience import Candidate, Onlooker, Reason, Said, why
from simulator.cards import Audience, TweetCard, Why
from simulator.errors import Refused
from simulator.facts import Facts, facts
from simulator.models.accounts import Account
from simulator.models.tweets import Tweet
from simulator.sim import Sim
from simulator.text.tidy import tidy
from simulator.timelines.hashtags import followed
from simulator.timelines.thread import card

_RETWEETERS = text(
    "SELECT r.author, a.handle FROM tweet r JOIN account a ON a.id = r.author"
    " WHERE r.retweet_of = :tweet AND r.hidden IS NULL ORDER BY r.id DESC"
)
_TAGS = text("SELECT tag, shown FROM tweet_tag WHERE tweet = :tweet")
_TIES = text("SELECT follower, followee FROM follow WHERE followee IN (:author, :addressed)")
_SHUT = text(
    "SELECT account AS one FROM mute WHERE muted = :author UNION SELECT account FROM block WHERE blocked = :author"
    " UNION SELECT blocked FROM block WHERE account = :author"
)
_BY_TAG = text("SELECT DISTINCT account, tag FROM hashtag_follow WHERE tag IN :tags").bindparams(
    bindparam("tags", expanding=True)
)


def why_here(sim: Sim, tweet: int) -> Why:
    """Why a tweet stands in the viewer's home, or why it does not; raises `Missing`."""
    row = access.tweet(sim, tweet)
    author = sim.session.get_one(Account, row.author)
    onlooker = access.onlooker(sim)
    said = Said(row.author, row.addressed, protected=author.protected)
    reasons = tuple(_reasons(sim, onlooker, row, said, author.handle))
    shown = card(sim, row.id)
    reasons = reasons or tuple(_absent(sim, onlooker, row, author.handle))
    return Why(shown, (*reasons, *_of_quote(shown)))


def audience(
    sim: Sim, *, text: str, reply_to: int | None = None, quote_of: int | None = None, tags: Iterable[str] = ()
) -> Audience:
    """Who will see a draft, by the very rule that decides it later. It refuses nothing: a draft may be unfinished."""
    author, known = sim.account, _draft(sim, text, reply_to)
    ties = _ties(sim, author, known)
    homes = _homes(sim, author, known, ties)
    quoted = _quoted(sim, quote_of)
    tagged = access.known_handles(sim, tagging.typed(tags)).values()
    named = known.mentioned | {row.id: row.handle for row in tagged} | quoted
    heard = (one for one in named if not author.protected or author.id in ties.get(one, {}))
    notified = tuple(named[account] for account in heard if account != author.id)
    others = known.addressed not in (None, author.id)
    begins = sim.session.get_one(Account, known.addressed).handle if others else ""
    lines = [*_lines(author, begins, homes, known, notified)]
    if reply_to is not None and known.parent is None:
        lines.append("It does not name whom you answer, so it will be a Tweet of its own.")
    for handle in quoted.values():
        lines.append(f"@{handle}'s Tweet shows in it as a small card. It does not stand among the answers to it.")
    return Audience(_heading(begins, author.protected), tuple(lines), homes, notified)


def _reasons(sim: Sim, onlooker: Onlooker, row: Tweet, said: Said, handle: str) -> Iterator[str]:
    match why(onlooker, Candidate(said)):
        case Reason.MINE:
            yield "You wrote it."
        case Reason.FOLLOW if row.addressed == onlooker.me:
            yield f"You follow @{handle}, and the Tweet begins with your handle."
        case Reason.FOLLOW if row.addressed not in (None, row.author):
            other = sim.session.get_one(Account, row.addressed).handle
            yield f"You follow @{handle}, and you follow @{other} too."
            yield f"It begins with @{other}, so only people who follow both get it."
        case Reason.FOLLOW:
            yield f"You follow @{handle}."
    mine = {one.key for one in followed(sim)}
    tags = [tag for tag in sim.session.execute(_TAGS, {"tweet": row.id}) if tag.tag in mine]
    for tag in tags:
        if why(onlooker, Candidate(said, tag=tag.tag)):
            yield f"It has #{tag.shown} in it, which you follow."
    for passed in sim.session.execute(_RETWEETERS, {"tweet": row.id}):
        if why(onlooker, Candidate(Said(passed.author), said, original_tagged=bool(tags))):
            yield f"@{passed.handle}, whom you follow, retweeted it."


def _absent(sim: Sim, onlooker: Onlooker, row: Tweet, handle: str) -> Iterator[str]:
    protected = sim.session.get_one(Account, row.author).protected
    yield "It is not in your Home." if protected else "It is not in your Home. Anybody may read it here."
    if row.author in onlooker.muted:
        yield f"You have muted @{handle}."
    elif row.author not in onlooker.follows:
        yield f"You do not follow @{handle}."
    elif row.addressed is not None:
        other = sim.session.get_one(Account, row.addressed).handle
        yield f"It begins with @{other}, whom you do not follow. Only people who follow both get it in their Home."


def _of_quote(shown: TweetCard) -> Iterator[str]:
    """Whose tweet the one on the small card is; nothing of one that the viewer may not read."""
    if shown.quote is not None and shown.quote.author is not None:
        other = shown.quote.author.handle
        yield f"It is a quote: a Tweet by @{shown.author.handle}, with one by @{other} on a small card in it."


def _quoted(sim: Sim, quote_of: int | None) -> dict[int, str]:
    """Whom a draft quotes, with their handle; what it quotes may have gone meanwhile."""
    try:
        row = access.tweet(sim, quote_of) if quote_of is not None else None
    except Refused:
        row = None
    return {row.author: sim.session.get_one(Account, row.author).handle} if row is not None else {}


def _draft(sim: Sim, text: str, reply_to: int | None) -> Facts:
    """The facts of a draft; what it answers may have gone meanwhile."""
    try:
        said = tidy(text, field="text")
    except Refused:
        return Facts(())
    try:
        return facts(sim, said, reply_to)
    except Refused:
        return facts(sim, said)


_Ties = dict[int, dict[int, bool]]  # follower -> whom of the two they follow


def _ties(sim: Sim, author: Account, known: Facts) -> _Ties:
    """Who follows the author, and who follows the account that the draft begins with."""
    follows: _Ties = {}
    for row in sim.session.execute(_TIES, {"author": author.id, "addressed": known.addressed or author.id}):
        follows.setdefault(row.follower, {})[row.followee] = True
    return follows


def _homes(sim: Sim, author: Account, known: Facts, follows: _Ties) -> int:
    """In how many homes of others the draft would stand."""
    tags: dict[int, str] = {}
    if known.tags:
        for row in sim.session.execute(_BY_TAG, {"tags": list(known.tags)}):
            tags[row.account] = row.tag
    shut = frozenset(sim.session.execute(_SHUT, {"author": author.id}).scalars())
    said = Said(author.id, known.addressed, protected=author.protected)

    def sees(other: int) -> bool:
        onlooker = Onlooker(other, follows.get(other, {}))
        return why(onlooker, Candidate(said, tag=tags.get(other))) is not None

    return sum(sees(other) for other in {*follows, *tags} - {author.id} - shut)


def _heading(begins: str, protected: bool) -> str:
    if begins:
        return f"Only people who follow both you and @{begins}"
    return "Only people whom you have let in" if protected else "Everybody who follows you"


def _lines(author: Account, begins: str, homes: int, known: Facts, notified: tuple[str, ...]) -> Iterator[str]:
    people = "1 person's Home" if homes == 1 else f"{homes} people's Homes"
    yield f"It shows in {people} and on your own page."
    if begins:
        yield f"It begins with @{begins}. Put a word or a full stop before it, and all your followers get it."
        if not author.protected:
            yield "It is not private: anybody can find it."
    if known.addressed == author.id:
        yield "It begins with your own handle, so it is missing from the first tab of your page."
    if notified:
        names = ", ".join(f"@{handle}" for handle in notified)
        yield f"{names} {'gets' if len(notified) == 1 else 'get'} a notification."
    for tag in () if author.protected else known.tags.values():
        yield f"Anybody who looks up #{tag} finds it."
