"""What the big screen shows now; it only reads, and leaves out whatever a whole room should not read on a wall.

A Tweet waits ten seconds of the wall's time, so that the trainer can take it down first. Those of protected people,
those on which the care coach has a sign, and learners' Tweets in which somebody may be named never come. Of a learner
it says the handle alone, and pictures are not shown, since both may be anybody's. As before sending, what others
tweeted is left out of the coach's judgement: whoever does the same exercise writes alike.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Row, bindparam, text

from simulator import coach
from simulator.clock import ago
from simulator.coach.on_a_wall import may_name_somebody
from simulator.exercises.variables import values
from simulator.models.columns import moment
from simulator.screen import ScreenCard, WallTweet, on_screen
from simulator.sim import Sim
from simulator.text.keys import tag_key

HOLD = timedelta(seconds=10)
MOST = 5  # Tweets that fit
LOOKED_AT = 100  # the newest with the tag
_noticed = lru_cache(maxsize=1024)(coach.signs)
_names = lru_cache(maxsize=1024)(may_name_somebody)

_TWEETS = text(
    "SELECT t.id, t.at, t.text, t.author, t.reply_to, t.pictures + t.clips AS media, a.handle, a.name, a.learner,"
    " p.mentioned, pa.handle AS answers FROM tweet_tag g JOIN tweet t ON t.id = g.tweet"
    " JOIN account a ON a.id = t.author LEFT JOIN tweet p ON p.id = t.reply_to LEFT JOIN account pa ON pa.id = p.author"
    " WHERE g.tag = :key AND t.hidden IS NULL AND t.retweet_of IS NULL AND NOT a.protected"
    " ORDER BY t.id DESC LIMIT :most"
)
_HANDLES = text("SELECT handle FROM account")
_MEDIA = text(
    "SELECT m.tweet, m.alt, coalesce(b.marks, '') AS marks FROM tweet_picture m"
    " LEFT JOIN pack_picture b ON b.name = m.name WHERE m.tweet IN :ids"
).bindparams(bindparam("ids", expanding=True))


def screen(sim: Sim) -> ScreenCard:
    """The big screen as it is now; `before` is what one key brings back after a blank."""
    now, tag = on_screen(sim), class_tag(sim)
    tweets = tuple(_tweets(sim, tag)) if now.show == "tag" and tag else ()
    return ScreenCard(now.show, now.question, tag, tweets, before=on_screen(sim, but="blank"))


def class_tag(sim: Sim) -> str:
    """The tag of the class: the first hashtag of its course that is for the trainer to set; "" without one."""
    if sim.course is None:
        return ""
    every = sim.course.pack.head.variables.items()
    found = (name for name, one in every if one.kind == "hashtag" and one.set_by == "trainer")
    name = next(found, "")
    return values(sim, sim.course)[name] if name else ""


def _tweets(sim: Sim, tag: str) -> Iterator[WallTweet]:
    rows = sim.session.execute(_TWEETS, {"key": tag_key(tag), "most": LOOKED_AT}).all()
    waited = [row for row in rows if not _is_held(sim, moment(row.at))]
    calm = [row for row in waited if not (row.learner and _names(row.text, frozenset({tag})))]
    for row in _without_signs(sim, calm)[:MOST]:
        name = "" if row.learner else row.name
        yield WallTweet(str(row.id), name, row.handle, row.text, ago(moment(row.at), sim.now, sim.state.zone))


def _is_held(sim: Sim, at: datetime) -> bool:
    """Whether ten seconds outside have not gone by yet, however fast the world's clock runs, and whether it stands."""
    clock = sim.clock
    if clock.stands_still(sim.wall) and at >= clock.now(sim.wall):
        return True
    said = clock.wall_at(at)
    return said is None or sim.wall - said < HOLD


def _without_signs(sim: Sim, rows: Sequence[Row[Any]]) -> list[Row[Any]]:  # Any: columns of a statement in text
    if sim.course is None:
        return []
    media: dict[int, list[Row[Any]]] = {}
    for one in sim.session.execute(_MEDIA, {"ids": [row.id for row in rows if row.media]}):
        media.setdefault(one.tweet, []).append(one)
    handles = frozenset(sim.session.execute(_HANDLES).scalars())
    tags, policy = frozenset(values(sim, sim.course).values()), sim.course.policy()

    def draft(row: Row[Any]) -> coach.Draft:
        shown = media.get(row.id, [])
        return coach.Draft(
            row.text,
            me=row.handle,
            is_reply=row.reply_to is not None,
            parent_author=row.answers or "",
            prefilled=_prefilled(row),
            known_handles=handles,
            known_tags=tags,
            marks=frozenset(mark for one in shown for mark in one.marks.split()),
            attached=bool(shown),
            described=bool(shown) and all(one.alt.strip() for one in shown),
        )

    return [row for row in rows if not _noticed(draft(row), policy)]


def _prefilled(row: Row[Any]) -> str:  # Any: as above
    if row.reply_to is None:
        return ""
    handles = dict.fromkeys([row.answers, *row.mentioned.split()])
    return " ".join(f"@{handle}" for handle in handles if handle.casefold() != row.handle.casefold())
