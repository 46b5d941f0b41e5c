"""A learner's acts as checks read them, told from the diary and the rows it points at (`checks/deeds.py`)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, text

from simulator.checks.deeds import Deed, Words
from simulator.checks.spoken import Beside, Known, words_of
from simulator.exercises.noticing import Noticing
from simulator.exercises.rows import Rows, fetched
from simulator.models.columns import moment
from simulator.models.diary import Kind
from simulator.packs.course import Course
from simulator.progress import Progress
from simulator.renames import Renames
from simulator.sim import Sim
from simulator.text import addresses
from simulator.text.keys import handle_key

WORDS: Mapping[str, str] = {
    Kind.TWEET_POSTED: "tweeted",  # or replied, or quoted: the tweet's row says which
    Kind.TWEET_DELETED: "deleted",
    Kind.FAVOURITED: "favourited",
    Kind.FAVOURITE_UNDONE: "undid",
    Kind.RETWEETED: "retweeted",
    Kind.RETWEET_UNDONE: "undid",
    Kind.FOLLOWED: "followed",
    Kind.UNFOLLOWED: "unfollowed",
    Kind.HASHTAG_FOLLOWED: "followed",
    Kind.HASHTAG_UNFOLLOWED: "unfollowed",
    Kind.MUTED: "guarded",
    Kind.UNMUTED: "undid",
    Kind.BLOCKED: "guarded",
    Kind.UNBLOCKED: "undid",
    Kind.REPORTED: "guarded",
    Kind.PROFILE_EDITED: "edited_profile",
    Kind.TWEET_PINNED: "edited_profile",
    Kind.TWEET_UNPINNED: "edited_profile",
    Kind.LIST_MADE: "listed",
    Kind.LIST_EDITED: "listed",
    Kind.LISTED: "listed",
    Kind.UNLISTED: "unlisted",
    Kind.LIST_DELETED: "unlisted",
    Kind.MESSAGE_SENT: "messaged",
    Kind.SEARCHED: "searched",
    Kind.SEARCH_SAVED: "searched",
    Kind.SEARCH_REMOVED: "unsaved",
    Kind.PAGE_VIEWED: "viewed",
    Kind.LINK_OPENED: "opened_link",
    Kind.ANSWERED: "answered",
    Kind.REFLECTED: "wrote",
}
_TAKEN_BACK: Mapping[str, str] = {
    Kind.FAVOURITE_UNDONE: Kind.FAVOURITED,
    Kind.RETWEET_UNDONE: Kind.RETWEETED,
    Kind.UNFOLLOWED: Kind.FOLLOWED,
    Kind.HASHTAG_UNFOLLOWED: Kind.HASHTAG_FOLLOWED,
    Kind.SEARCH_REMOVED: Kind.SEARCH_SAVED,
    Kind.UNMUTED: Kind.MUTED,
    Kind.UNBLOCKED: Kind.BLOCKED,
}
# What was taken back, or by what somebody was kept away.
_UNDONE = {
    Kind.FAVOURITE_UNDONE: "favourite", Kind.RETWEET_UNDONE: "retweet", Kind.MUTED: "mute", Kind.UNMUTED: "mute",
    Kind.BLOCKED: "block", Kind.UNBLOCKED: "block", Kind.REPORTED: "report",
}  # fmt: skip

_EVENTS = text(
    "SELECT e.number, e.at, e.kind, e.tweet, e.account, e.tag, e.part, e.item, e.pick, e.reason, a.handle_key,"
    " a.handle, coalesce(r.text, m.text) AS written FROM event e LEFT JOIN account a ON a.id = e.account"
    " LEFT JOIN reflection r ON r.number = e.number LEFT JOIN message m ON m.number = e.number"
    " WHERE e.actor = :who AND e.number >= :since AND e.kind IN :kinds AND e.cause IS NULL ORDER BY e.number"
).bindparams(bindparam("kinds", expanding=True))
_FIRST_USES = text("SELECT tag, min(tweet) AS tweet FROM tweet_tag WHERE tag IN :tags GROUP BY tag").bindparams(
    bindparam("tags", expanding=True)
)


def deeds(sim: Sim, course: Course, mine: Progress, learner: int, since: int) -> list[Deed]:
    """The acts of a learner from an event number on, oldest first; what was taken back since is marked as gone.

    What has a cause was not the learner's own doing: a tweet that a step laid on the table.
    """
    bounds = {"who": learner, "since": since, "kinds": list(WORDS)}
    events = sim.session.execute(_EVENTS, bounds).all()
    rows = fetched(sim, learner, events)
    completed = {state.passed_by: step for step, state in mine.steps.items() if state.passed_by is not None}
    gone = _gone(events) | _stopped(course, mine)
    told = _Teller(sim, course, learner, rows, completed, _opened(events))
    return [told.deed(event, gone=event.number in gone) for event in events]


class _Teller:
    """Tells one event after the other."""

    def __init__(
        self,
        sim: Sim,
        course: Course,
        learner: int,
        rows: Rows,
        completed: Mapping[int, str],
        opened: Mapping[str, int],
    ) -> None:
        self._sim, self._course, self._learner, self._rows = sim, course, learner, rows
        self._completed, self._opened = completed, opened
        own = (row.id for row in rows.tweets.values() if row.author == learner)
        self._renames = Renames(sim)
        self._noticing = Noticing(sim, course, min(own, default=0))

    def deed(self, event: Row[Any], *, gone: bool) -> Deed:  # Any: as above
        made = Deed(event.number, moment(event.at), WORDS[event.kind], tag=event.tag, gone=gone)
        if event.kind == Kind.TWEET_POSTED:
            return self._posted(made, self._rows.tweets[event.tweet], event.handle)
        if event.tweet is not None:
            return self._pressed(made, event)
        if event.kind in (Kind.ANSWERED, Kind.REFLECTED):
            return self._answered(made, event)
        if event.kind == Kind.MESSAGE_SENT:
            return made._replace(who=event.handle_key, words=self._message(event.written))
        if event.kind == Kind.LINK_OPENED:
            return made._replace(a="page", of=frozenset([event.item]))
        if event.kind in (Kind.SEARCHED, Kind.SEARCH_SAVED):
            return made._replace(asked=event.pick, saved=event.kind == Kind.SEARCH_SAVED)
        return made._replace(who=event.handle_key, a=_UNDONE.get(event.kind, event.item))

    def _posted(self, made: Deed, row: Row[Any], meant: str | None) -> Deed:  # Any: as above
        """A tweet; `meant` is whom it was to answer, where its writer took the handle out."""
        target = self._rows.tweets.get(row.reply_to or row.quote_of or 0)
        word = "replied" if row.reply_to is not None else "quoted" if row.quote_of is not None else "tweeted"
        return made._replace(
            word=word,
            words=self._words(row, target if word == "replied" else None, lost=meant or "", signs=True),
            who=target.handle_key if target else None,
            of=self._of(target.id) if target else frozenset(),
            about=self._words(target, None) if target else None,
            gone=made.gone or row.hidden is not None,
            tweet=row.id,
            target=target.id if target else None,
            opened_first=target is not None and self._was_opened(target.id, made.number),
        )

    def _pressed(self, made: Deed, event: Row[Any]) -> Deed:  # Any: as above
        row = self._rows.tweets[event.tweet]
        return made._replace(
            who=row.handle_key,
            of=self._of(row.id),
            about=self._words(row, None),
            a=_UNDONE.get(event.kind, event.item),
            target=row.id,
            opened_first=self._was_opened(row.id, made.number),
        )

    def _message(self, said: str) -> Words:
        known = Known(self._noticing.names, self._course.addresses)
        return words_of(said, known=known, signs=self._noticing.message(said), rules=self._sim.rules)

    def _answered(self, made: Deed, event: Row[Any]) -> Deed:  # Any: as above
        placed = self._course.step(event.part)
        right = _is_right(placed.step.card, event) if placed and placed.step.card else None
        words = words_of(event.written or "") if event.kind == Kind.REFLECTED else None
        return made._replace(
            step=event.part, item=event.item or None, pick=event.pick, reason=event.reason, right=right, words=words
        )

    def _words(
        self, row: Row[Any], parent: Row[Any] | None, *, lost: str = "", signs: bool = False
    ) -> Words:  # Any: as above
        links, pictures = self._rows.links.get(row.id, []), self._rows.pictures.get(row.id, [])
        marks = frozenset(mark for picture in pictures for mark in picture.marks.split())
        beside = Beside(
            tuple(picture.name for picture in pictures if picture.kind != "clip"),
            marks,
            clip=any(picture.kind == "clip" for picture in pictures),
            alts=tuple(picture.alt for picture in pictures),
            quote=row.quote_of is not None,
        )
        pages = {addresses.plain(link.url): link.page for link in links if link.page is not None}
        known = Known(self._renames.then(map(handle_key, row.mentioned.split()), row.id), pages)
        titles = [self._course.pages[page] for page in pages.values() if page in self._course.pages]
        noticed = self._noticing.tweet(row, parent, lost, beside) if signs else ()
        made = words_of(
            row.text, beside=beside, known=known, signs=noticed, by=row.handle_key, app=row.app,
            prefilled=next((title for title in titles if title in row.text), ""), rules=self._sim.rules,
        )  # fmt: skip
        made = made._replace(
            mentions=tuple(self._renames.now(name, row.id) for name in made.mentions),
            credit=self._renames.now(made.credit, row.id),
        )
        return made._replace(new_tags=self._new_tags(row.id, made.tags)) if signs and made.tags else made

    def _new_tags(self, tweet: int, tags: Sequence[str]) -> frozenset[str]:
        first = self._sim.session.execute(_FIRST_USES, {"tags": list(tags)})
        return frozenset(row.tag for row in first if row.tweet == tweet)

    def _of(self, tweet: int) -> frozenset[str]:
        names = set(self._rows.names.get(tweet, ()))
        if tweet in self._completed:
            names.add(self._completed[tweet])
        return frozenset(names | {self._course.given[name] for name in names if name in self._course.given})

    def _was_opened(self, tweet: int, number: int) -> bool:
        """Whether one of a tweet's own links had been opened before."""
        pages = (link.page for link in self._rows.links.get(tweet, ()))
        return any(page is not None and self._opened.get(page, number) < number for page in pages)


def _opened(events: Iterable[Row[Any]]) -> dict[str, int]:  # Any: as above
    """Which pretend pages were opened, and by which event first."""
    opened: dict[str, int] = {}
    for event in events:
        if event.kind == Kind.LINK_OPENED:
            opened.setdefault(event.item, event.number)
    return opened


def _gone(events: Iterable[Row[Any]]) -> set[int]:  # Any: as above
    """The numbers of acts that were taken back."""
    standing: dict[object, int] = {}
    gone: set[int] = set()
    for event in events:
        about = event.tweet or event.account or event.tag or event.pick
        if event.kind in _TAKEN_BACK:
            taken = standing.pop((_TAKEN_BACK[event.kind], about), None)
            gone |= {taken} if taken is not None else set()
        else:
            standing[event.kind, about] = event.number
        if event.kind == Kind.BLOCKED and (Kind.FOLLOWED, event.account) in standing:
            gone.add(standing.pop((Kind.FOLLOWED, event.account)))  # a block ends the follow
    return gone


def _stopped(course: Course, mine: Progress) -> set[int]:
    """The acts that an unsafe mistake stopped: they never count (packs.md 2.5)."""
    return {slip.cause for slip in _slips(mine) if slip.mistake and _is_unsafe(course, slip.mistake)}


def _slips(mine: Progress) -> Iterator[Any]:  # Any: Slip
    for state in mine.steps.values():
        yield from state.slips


def _is_unsafe(course: Course, mistake: str) -> bool:
    placed = course.step(course.mistakes.get(mistake, ""))
    return placed is not None and any(one.mistake == mistake and one.unsafe for one in placed.step.mistakes)


def _is_right(card: Any, event: Row[Any]) -> bool | None:  # Any: a judgement card; columns as above
    """Whether an answer agrees with the card's key; a scale has none."""
    if card.sort is not None:
        item = next((one for one in card.sort if one.item == event.item), None)
        return item is not None and item.pile == event.pick
    if card.options is not None and any(option.right for option in card.options):
        return any(option.pick == event.pick and option.right for option in card.options)
    return None
