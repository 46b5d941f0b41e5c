"""P115: somebody does anything at all, in any order: nothing breaks, nobody is flooded, no text is over the limit."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from simulator import dice
from simulator.actions import lessons
from simulator.errors import Refused
from simulator.exercises.flow import current
from simulator.models.diary import Kind
from simulator.packs.course import Course
from simulator.packs.walkthrough_shapes import Line, Walkthrough
from simulator.progress import progress
from simulator.walkthroughs import acts, happenings
from simulator.walkthroughs.acts import Doing
from simulator.walkthroughs.noted import Noted
from simulator.walkthroughs.player import Player, Walker, kind_of, walking
from simulator.walkthroughs.worlds import Worlds

RUNS, ACTS = 200, 12
MOST_ANSWERS = 6  # of made-up people to one act
_SKIP = "skip"


def wandered(worlds: Worlds, session: str, runs: range) -> list[Noted]:
    """What goes wrong in these runs, each thing once."""
    pool = _pool(worlds.course, session)
    walk = _somebody(session)
    found: dict[tuple[str, str, str], Noted] = {}
    for run in runs if pool else ():
        with walking(worlds, "", walk) as player:
            for one in _run(player, session, pool, run):
                found.setdefault((one.kind, one.about, one.message), one)
    return list(found.values())


def _pool(course: Course, session: str) -> list[Line]:
    """What learners of this session's walks do, waiting apart: their best and their worst ideas."""
    walks = [walk for walk in course.pack.walkthroughs.values() if walk.session == session and kind_of(walk) == "own"]
    lines = [line for walk in walks for line in walk.script]
    return [line for line in lines if line.act not in ("wait", "finished", "break", "skip", "reload", "leave_out")]


def _run(player: Player, session: str, pool: list[Line], run: int) -> Iterator[Noted]:
    player.arrive()
    walker = next(iter(player.walkers.values()))
    for number in range(ACTS):
        chosen = dice.number(len(pool) + 3, "wanders", run, number)
        line = pool[chosen] if chosen < len(pool) else None
        try:
            _do(player, walker, line)
            player.wait(timedelta(seconds=dice.number(120, "rests", run, number)))
        except Exception as fault:  # noqa: BLE001  a fault of Fledge is told with the act that met it
            told = f"{type(fault).__name__}: {fault}"[:200]
            what = line.act if line is not None else _SKIP
            message = f"Somebody who does anything at all met a fault of Fledge by a {what}: {told}"
            yield Noted("P115", "session", session, message, "Please report it.")
            return
    player.wait(timedelta(minutes=5))
    yield from _looked_over(player)


def _do(player: Player, walker: Walker, line: Line | None) -> None:
    with player.looking(walker.account) as sim:
        try:
            if line is not None:
                todo = acts.doing(sim, line)
            else:
                todo = [
                    Doing(lessons.skip, {"step": each.step.step})
                    for each in current(player.course, progress(sim, sim.actor))
                ]
        except Refused:
            return
    for each in todo:
        try:
            player.perform(walker, each)
        except Refused:
            return


def _looked_over(player: Player) -> Iterator[Noted]:
    with player.looking(None) as sim:
        played, events = happenings.played(sim), happenings.since(sim, 0)
    for one in played:
        if "too long" in one.refused:
            message = f"For somebody who does anything at all this could not be said: {one.refused}"
            yield Noted("P115", "reaction", one.reaction, message, "Make it shorter.")
    said = [one for one in events if not one.learner and one.kind is Kind.TWEET_POSTED and one.reply_to is not None]
    flood = Counter(one.reply_to for one in said)
    for tweet, count in flood.items():
        mine = any(one.tweet == tweet and one.learner for one in events)
        if mine and count > MOST_ANSWERS:
            names = _answers(player, {one.by for one in said if one.reply_to == tweet})
            message = f"Somebody who does anything at all had {count} answers to one tweet."
            yield Noted("P115", "reaction", names, message, "Let fewer of them answer the same thing.")


def _answers(player: Player, by: set[str]) -> str:
    """One of the reactions in which these people answer."""
    reactions = player.course.sessions[player.walk.session].reactions
    names = [one.reaction for one in reactions if any(effect.by in by and effect.reply for effect in one.then)]
    return names[0] if names else ""


def parts(runs: int = RUNS, count: int = 4) -> list[range]:
    """The runs in portions, for processes that share them."""
    edges = [runs * number // count for number in range(count + 1)]
    return [range(one, two) for one, two in pairwise(edges)]


def _somebody(session: str) -> Walkthrough:
    data = {
        "walkthrough": "somebody who does anything at all",
        "session": session,
        "learner": {"handle": "somebody_new", "name": "Somebody"},
        "script": [{"reload": "true"}],
    }
    return Walkthrough.model_validate(data)
