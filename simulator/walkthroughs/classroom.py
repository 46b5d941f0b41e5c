"""P114: thirty copies of the model learner in one class, who come in one by one, all finish and all get answers."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import text

from simulator import dice, engine
from simulator.actions import accounts, lessons
from simulator.errors import Refused
from simulator.models.columns import moment
from simulator.packs.course import Course
from simulator.packs.names import default_text
from simulator.packs.walkthrough_shapes import Line, Walkthrough
from simulator.progress import progress
from simulator.walkthroughs import acts
from simulator.walkthroughs.noted import Noted
from simulator.walkthroughs.player import Player, Walker, kind_of
from simulator.walkthroughs.worlds import Worlds

LEARNERS = 30
ARRIVALS, EACH = timedelta(minutes=4), timedelta(seconds=20)  # all are in by then; what a line takes
MOST_A_MINUTE, SLOWEST = 6, timedelta(seconds=90)  # tweets of others' people in a Home; p95 of act -> own answer
_PUBLIC = text(
    "SELECT g.done, g.learner, g.reaction, g.actor FROM agenda g LEFT JOIN tweet t ON t.id = g.tweet"
    " WHERE g.done IS NOT NULL AND g.refused IS NULL AND g.learner IS NOT NULL AND g.actor IS NOT NULL"
    " AND (g.act IN ('quote', 'retweet') OR (g.act = 'tweet' AND g.tweet IS NULL AND g.text NOT LIKE '@%'))"
    " ORDER BY g.done, g.id"
)
_FOLLOWED = text("SELECT followee FROM follow WHERE follower = :me")
_OWN = text(
    "SELECT g.reaction, g.done, e.at FROM agenda g JOIN event e ON e.number = g.cause"
    " WHERE g.done IS NOT NULL AND g.refused IS NULL AND g.learner IS NOT NULL AND g.act = 'tweet'"
)


class Turn(NamedTuple):
    """A line of one learner, and when its turn comes."""

    at: timedelta
    learner: int
    line: int


def model(course: Course, session: str) -> tuple[str, Walkthrough] | None:
    """The walk of one learner that comes to the end with the fewest mistakes, and completes the most."""
    found = [
        (-sum(len(line.triggers) for line in walk.script), sum(len(line.completes) for line in walk.script), name)
        for name, walk in course.pack.walkthroughs.items()
        if walk.session == session and kind_of(walk) == "own" and any(line.finished for line in walk.script)
    ]  # fmt: skip
    if not found:
        return None
    name = max(found)[2]
    return name, course.pack.walkthroughs[name]


def class_of_thirty(worlds: Worlds, session: str) -> list[Noted]:
    """What goes wrong when thirty do as the model learner does."""
    found = model(worlds.course, session)
    if found is None:
        return []
    name, walk = found
    values = {key: default_text(value) for key, value in walk.values.items()}
    with worlds.fresh("class", values) as world:
        player = Player(worlds.course, name, walk, world, worlds)
        _play(player, walk)
        return [*_unfinished(player), *_crowded(player), *_slow(player)]


def _play(player: Player, walk: Walkthrough) -> None:
    begun = player.wall
    joined: dict[int, Walker] = {}
    engine.perform(player.world, None, lessons.open_session, player.wall, words={"session": walk.session})
    for turn in _turns(walk):
        player.wall = max(player.wall, begun + turn.at)
        player.tick()
        if turn.learner not in joined:
            joined[turn.learner] = _join(player, walk, turn.learner)
        _do(player, joined[turn.learner], walk.script[turn.line])
    player.wait(timedelta(minutes=2))
    player.walkers = {one.name: one for one in joined.values()}


def _turns(walk: Walkthrough) -> list[Turn]:
    """Everybody's lines in the order of time: each comes in when the dice say, and then waits as the walk does."""
    turns = []
    for learner in range(LEARNERS):
        at = timedelta(seconds=dice.number(int(ARRIVALS.total_seconds()), "arrives", learner))
        for number, line in enumerate(walk.script):
            turns.append(Turn(at, learner, number))
            at += line.wait or EACH
    return sorted(turns)


def _join(player: Player, walk: Walkthrough, number: int) -> Walker:
    learner = walk.learner or next(iter((walk.learners or {}).values()))
    handle, name = f"{learner.handle[:12]}{number:02}", f"{learner.name[:15]} {number}"
    done = engine.perform(player.world, None, accounts.sign_up, player.wall, words={"handle": handle, "name": name})
    return Walker(str(number), done.answer or 0, handle)


def _do(player: Player, walker: Walker, line: Line) -> None:
    """One line, whatever comes of it: whether all were able to finish is looked at in the end."""
    if line.act in ("wait", "finished", "reload", "break"):
        return
    try:
        with player.looking(walker.account) as sim:
            todo = acts.doing(sim, line)
        for each in todo:
            player.perform(walker, each)
    except Refused:
        pass


def _unfinished(player: Player) -> Iterator[Noted]:
    late = []
    for walker in player.walkers.values():
        with player.looking(walker.account) as sim:
            mine = progress(sim, sim.actor)
        if player.walk.session not in mine.finished:
            late.append(next((step for step in mine.steps if mine.is_open(step)), "the first step"))
    if late:
        most = max(sorted(set(late)), key=late.count)
        message = f'In a class of {LEARNERS}, {len(late)} never finish; most of them are held up at "{most}".'
        cure = "Does it need something that comes only once for the whole class?"
        if player.course.step(most) is not None:
            yield Noted("P114", "step", most, message, cure)
        else:
            yield Noted("P114", "session", player.walk.session, message, cure)


def _crowded(player: Player) -> Iterator[Noted]:
    """Tweets of made-up people for others that one learner has in Home, in the fullest minute of all."""
    with player.looking(None) as sim:
        rows = [(moment(row.done), row.learner, row.reaction, row.actor) for row in sim.session.execute(_PUBLIC)]
        accounts = [walker.account for walker in player.walkers.values()][-3:]
        follows = {one: set(sim.session.execute(_FOLLOWED, {"me": one}).scalars()) for one in accounts}
    for me, followed in follows.items():
        seen = [(at, reaction) for at, learner, reaction, actor in rows if learner != me and actor in followed]
        worst = _fullest(seen)
        if len(worst) > MOST_A_MINUTE:
            names = [reaction for _, reaction in worst]
            most = max(sorted(set(names)), key=names.count)
            message = f"In a class of {LEARNERS}, {len(worst)} tweets for other people come into one Home in a minute."
            yield Noted("P114", "reaction", most, message, "Let it reply, or limit it: once per class.")
            return


def _fullest(seen: Sequence[tuple[datetime, str]]) -> Sequence[tuple[datetime, str]]:
    minute = timedelta(minutes=1)
    return max((_within(seen, first, minute) for first in range(len(seen))), key=len, default=())


def _within(seen: Sequence[tuple[datetime, str]], first: int, length: timedelta) -> Sequence[tuple[datetime, str]]:
    return [one for one in seen[first:] if one[0] - seen[first][0] < length]


def _slow(player: Player) -> Iterator[Noted]:
    with player.looking(None) as sim:
        rows = list(sim.session.execute(_OWN))
    took = sorted(((moment(row.done) - moment(row.at)), row.reaction) for row in rows)
    if not took:
        return
    longest, reaction = took[min(len(took) - 1, len(took) * 95 // 100)]
    if longest > SLOWEST:
        seconds = int(longest.total_seconds())
        message = f"In a class of {LEARNERS}, one answer in twenty comes after {seconds} seconds or more."
        yield Noted(
            "P114", "reaction", reaction, message, f"Let it come within {int(SLOWEST.total_seconds())} seconds."
        )
