"""The sessions of a pack as the engine asks for them: steps by id, what is main and what extra, who is who."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from simulator import coach
from simulator.packs.check_shapes import Did, Searched, Viewed
from simulator.packs.employer import signs_of
from simulator.packs.pack import Pack
from simulator.packs.policy_shapes import Policy
from simulator.packs.schema import shapes_in
from simulator.packs.session_shapes import Exercise, Session, Step
from simulator.text.addresses import plain
from simulator.text.keys import handle_key

SHORT = 40  # letters of a tweet that name it


class Placed(NamedTuple):
    """A step with the exercise and the session in which it stands."""

    session: Session
    exercise: Exercise
    step: Step


@dataclass(frozen=True, slots=True)
class Course:
    """What a pack teaches, for fast looking up; build it with `course` and keep it as long as the pack is pinned.

    Ids are those of the pack as it is now; `now` tells what an id of before a renaming has become.
    """

    pack: Pack
    sessions: Mapping[str, Session]  # in order
    steps: Mapping[str, Placed]  # every step, live or not, in order
    given: Mapping[str, str]  # the ids of what steps lay on the table -> the step
    mistakes: Mapping[str, str]  # the ids of mistakes -> the step
    renamed: Mapping[str, str]  # `was` -> the id of now: of sessions, exercises, steps, reactions and injects
    roles: Mapping[str, str]  # handle key -> role
    kinds: Mapping[str, str]  # handle key -> what a balanced feed counts
    stand_ins: tuple[str, ...]  # handle keys of those who stand for classmates where nobody else is
    views: frozenset[str]  # the kinds of pages whose visits some check reads (packs.md 2.5)
    reads_searches: bool  # whether some check asks what was looked up
    reads_links: bool  # whether some check asks if a link was opened first
    looks_back: bool  # whether some check counts acts of before its session
    tweets: Mapping[str, str]  # ids of old tweets, the timeline's and those laid on the table -> words that name them
    pages: Mapping[str, str]  # pages -> title
    addresses: Mapping[str, str]  # addresses of pages, as they are compared -> page
    titles: Mapping[str, str]  # steps that are alone in their exercise -> its title
    cards: Mapping[str, tuple[str, ...]]  # steps with a sorting card -> its items
    stands_in: Mapping[str, str]  # exercises that are there for those who leave another one out -> its content rating
    rated: Mapping[str, frozenset[str]]  # content rating -> handle keys of those who are there for it alone
    lists: Mapping[str, tuple[str, ...]]  # `$names` of kind words -> the words, as the pack has them

    def now(self, id: str) -> str:
        """The id that something has now, whatever it was called when it was written down."""
        return self.renamed.get(id, id)

    def step(self, id: str) -> Placed | None:
        """A step by the id it has or had; None where the pack has it no more."""
        return self.steps.get(self.now(id))

    def main(self, session: str) -> tuple[Placed, ...]:
        """The live steps of a session's main exercises, in order."""
        return tuple(placed for placed in self._live(session) if placed.exercise.part == "main")

    def extras(self, session: str) -> tuple[Placed, ...]:
        """The live steps of its extras, which open one exercise at a time after main."""
        return tuple(placed for placed in self._live(session) if placed.exercise.part == "extra")

    def ending(self, session: str) -> Placed:
        """The closing step, to which everybody is brought and which always counts."""
        return self.steps[self.sessions[session].ends_with]

    def first_if_new(self, session: str) -> tuple[Placed, ...]:
        """What a latecomer does first."""
        return tuple(self.steps[id] for id in self.sessions[session].first_if_new)

    def meets(self, exercise: Exercise, left_out: Collection[str]) -> bool:
        """Whether somebody who leaves out these content ratings comes to this exercise."""
        stands_in = self.stands_in.get(exercise.exercise)
        return exercise.content not in left_out if stands_in is None else stands_in in left_out

    def after(self, session: str) -> str | None:
        """The session that follows, None after the last."""
        order = list(self.sessions)
        following = order[order.index(session) + 1 :]
        return following[0] if following else None

    def policy(self, employer: Policy | None = None) -> coach.Policy:
        """The signs that the coach looks for beside its own: the pack's, then the employer's."""
        return signs_of(self.pack.policy, *([employer] if employer else []))

    def _live(self, session: str) -> Iterator[Placed]:
        return (each for each in self.steps.values() if each.session.session == session and each.step.live)


def course(pack: Pack) -> Course:
    """Look through a pack once."""
    placed = [
        Placed(session, exercise, step)
        for session in pack.sessions
        for exercise in session.exercises
        for step in exercise.steps
    ]
    given = {each.step.given.id: each.step.step for each in placed if each.step.given and each.step.given.id}
    reads = _Reads(pack)
    return Course(
        pack=pack,
        sessions={session.session: session for session in pack.sessions},
        steps={each.step.step: each for each in placed},
        given=given,
        mistakes={mistake.mistake: each.step.step for each in placed for mistake in each.step.mistakes},
        renamed=dict(_renamed(pack)),
        roles={handle_key(handle): person.role for handle, person in pack.people.items()},
        kinds={handle_key(handle): person.kind for handle, person in pack.people.items() if person.kind},
        stand_ins=tuple(handle_key(handle) for handle, person in pack.people.items() if person.stand_in),
        views=frozenset(reads.views),
        reads_searches=reads.searches,
        reads_links=reads.links,
        looks_back=reads.back,
        tweets=dict(_tweets(pack)),
        pages={name: pack.words(page.title) for name, page in pack.web.items()},
        addresses={plain(page.address): name for name, page in pack.web.items()},
        titles={each.step.step: pack.words(each.exercise.title) for each in placed if len(each.exercise.steps) == 1},
        cards={each.step.step: _items(each.step) for each in placed if _items(each.step)},
        stands_in={
            each.exercise.instead: each.exercise.content
            for each in placed
            if each.exercise.content and each.exercise.instead not in (None, "skip")
        },
        rated=_rated(pack),
        lists=dict(_lists(pack)),
    )


class _Reads:
    """What the checks of a pack look at: kinds of pages, searches, whether links were opened first, old acts."""

    def __init__(self, pack: Pack) -> None:
        self.views: set[str] = set()
        self.links = self.back = self.searches = False
        for shape, _ in shapes_in(pack.sessions, ()):
            if isinstance(shape, Viewed):
                self.views.update(shape.kinds)
            self.searches = self.searches or isinstance(shape, Searched)
            if isinstance(shape, Did):
                self.back = self.back or shape.since in ("week", "ever")
            self.links = self.links or bool(getattr(shape, "opened_first", None))


def _rated(pack: Pack) -> Mapping[str, frozenset[str]]:
    """Who acts in reactions of one content rating and nowhere else, neither in others nor in the past."""
    ratings: dict[str, set[str | None]] = {}
    for session in pack.sessions:
        for reaction in session.reactions:
            for effect in reaction.then:
                ratings.setdefault(handle_key(effect.by), set()).add(reaction.content)
        for inject in session.timeline:
            ratings.setdefault(handle_key(inject.by), set()).add(None)
    for old in pack.world.history:
        ratings.setdefault(handle_key(old.by), set()).add(None)
    return {
        rating: frozenset(handle for handle, found in ratings.items() if found == {rating})
        for rating in pack.head.content
    }


def _items(step: Step) -> tuple[str, ...]:
    return tuple(item.item for item in step.card.sort or ()) if step.card else ()


def _lists(pack: Pack) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, variable in pack.head.variables.items():
        if variable.kind == "words" and isinstance(variable.default, list):
            yield name, tuple(str(word).strip() for word in variable.default)


def _renamed(pack: Pack) -> Iterator[tuple[str, str]]:
    for shape, _ in shapes_in(pack.sessions, ()):
        for word in ("session", "exercise", "step", "reaction", "inject"):
            was, id = getattr(shape, "was", None), getattr(shape, word, None)
            if was is not None and isinstance(id, str):
                yield was, id


def _tweets(pack: Pack) -> Iterator[tuple[str, str]]:
    for old in pack.world.history:
        if old.id is not None and old.retweet_of is None:
            yield old.id, _short(pack.words(old.tweet or ""))
    for session in pack.sessions:
        for inject in session.timeline:
            if inject.tweet is not None:
                yield inject.inject, _short(pack.words(inject.tweet))
        for given in (step.given for exercise in session.exercises for step in exercise.steps):
            if given is not None and given.tweet is not None and given.id is not None:
                yield given.id, _short(pack.words(given.tweet))


def _short(text: str) -> str:
    """The first words of a text, whole."""
    if len(text) <= SHORT:
        return text
    return f"{text[:SHORT].rpartition(' ')[0] or text[:SHORT]}…"
