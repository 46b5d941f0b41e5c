"""A learner's case, as checks want it: acts, how things stand, from when acts count, and the names of everything."""

from itertools import groupby

from sqlalchemy import text

from simulator.checks.deeds import Case, Deed, Kept, Moments, Scene, Standing, Words
from simulator.checks.spoken import Known, words_of
from simulator.exercises.deeds import deeds
from simulator.exercises.noticing import Noticing, Signs
from simulator.exercises.variables import values
from simulator.models.accounts import Account
from simulator.packs.course import Course, Placed
from simulator.progress import Progress, StepState
from simulator.sim import Sim
from simulator.text.keys import handle_key

_PEOPLE = text("SELECT id, handle, handle_key, learner FROM account")
_FOLLOWS = text("SELECT a.handle_key FROM follow f JOIN account a ON a.id = f.followee WHERE f.follower = :who")
_TAGS = text("SELECT tag FROM hashtag_follow WHERE account = :who")
_PINNED = text("SELECT t.text FROM pin p JOIN tweet t ON t.id = p.tweet WHERE p.account = :who")
_LISTS = text(
    "SELECT l.id, l.name, l.description, l.private, a.handle_key FROM account_list l"
    " LEFT JOIN list_member m ON m.list = l.id LEFT JOIN account a ON a.id = m.account"
    " WHERE l.owner = :who ORDER BY l.id"
)
_MARKS = text("SELECT marks FROM pack_picture WHERE name = :name")


class Learner:
    """Everything that a learner's steps are judged by, worked out once and asked for every step."""

    def __init__(self, sim: Sim, course: Course, mine: Progress, learner: int) -> None:
        self._course, self._mine = course, mine
        self._account = sim.session.get_one(Account, learner)
        self.scene = _scene(sim, course, self._account)
        self.deeds = deeds(sim, course, mine, learner, 0 if course.looks_back else mine.session_number)
        self.standing = _standing(sim, course, self._account, self.scene)

    def case(self, placed: Placed | None = None) -> Case:
        """The case for one of the steps; without one, for what looks at the session as a whole."""
        state = self._mine.steps.get(placed.step.step) if placed else None
        return Case(self.scene, self.deeds, self.standing, _moments(self._mine, placed, state))

    def deed(self, number: int) -> Deed | None:
        """The act that this event was."""
        return next((deed for deed in reversed(self.deeds) if deed.number == number), None)


def _scene(sim: Sim, course: Course, account: Account) -> Scene:
    people = sim.session.execute(_PEOPLE).all()
    others = (one.handle_key for one in people if one.learner and one.id != account.id)
    told = values(sim, course)
    return Scene(
        me=account.handle_key,
        my_name=account.name,
        trainer=handle_key(course.pack.head.trainer),
        variables=told,
        classmates=frozenset(others),
        kinds=course.kinds,
        handles={one.handle_key: one.handle for one in people},
        tweets=course.tweets,
        pages=course.pages,
        stand_ins=frozenset(course.stand_ins),
        lists=course.lists,
        cards=course.cards,
        titles=course.titles,
        zone=sim.state.zone,
    )


def _standing(sim: Sim, course: Course, account: Account, scene: Scene) -> Standing:
    known, bounds = Known(frozenset(scene.handles)), {"who": account.id}
    pinned = sim.session.execute(_PINNED, bounds).scalar()
    marks = sim.session.execute(_MARKS, {"name": account.picture}).scalar() if account.picture else ""
    return Standing(
        handle=account.handle,
        name=_said(account.name, known),
        bio=_said(account.bio, known, Noticing(sim, course).bio(account.bio, account.handle)),
        location=_said(account.location, known),
        website=_said(account.website, known),
        pinned=_said(pinned or "", known),
        picture=account.picture,
        marks=frozenset((marks or "").split()),
        header=account.header is not None,
        following=frozenset(sim.session.execute(_FOLLOWS, bounds).scalars()),
        followed_tags=frozenset(sim.session.execute(_TAGS, bounds).scalars()),
        lists=_kept(sim, account, known),
    )


def _kept(sim: Sim, account: Account, known: Known) -> tuple[Kept, ...]:
    """The lists that a learner keeps, with the handles of those on them."""
    rows = groupby(sim.session.execute(_LISTS, {"who": account.id}), key=lambda row: row[:4])
    return tuple(
        Kept(words_of(name, known=known), _said(about, known), frozenset(row[4] for row in on if row[4]), bool(private))
        for (_, name, about, private), on in rows
    )


def _said(text: str, known: Known, signs: Signs = ()) -> Words | None:
    return words_of(text, known=known, signs=signs) if text else None


def _moments(mine: Progress, placed: Placed | None, state: StepState | None) -> Moments:
    """From which event acts count: a step's own opening, its exercise's first, the session's, or from the beginning."""
    opened = {"step": mine.session_number, "session": mine.session_number, "week": mine.session_number, "ever": 0}
    if placed is not None and state is not None:
        opened["step"] = state.opened
        steps = (mine.steps.get(step.step) for step in placed.exercise.steps)
        opened["exercise"] = min((one.opened for one in steps if one is not None), default=state.opened)
    opened.setdefault("exercise", opened["step"])
    at = state.opened_at if state is not None else mine.session_at
    done = {step: one.passed for step, one in mine.steps.items() if one.passed is not None}
    since = {step: one.opened for step, one in mine.steps.items()}
    made = Moments(opened, done=done, opened_steps=since)
    return made if at is None else made._replace(opened_at=at)
