"""Plays every walkthrough of a pack, on two cores where there are two, and gathers what they and the proofs found."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from simulator.packs.course import Course, course
from simulator.packs.names import default_text
from simulator.packs.pack import Pack
from simulator.packs.walkthrough_shapes import Line, Walkthrough
from simulator.walkthroughs.leaving_out import LeavingOut, TooEasy
from simulator.walkthroughs.machines import Machine, machines, run
from simulator.walkthroughs.near_misses import NearMisses, Tripped
from simulator.walkthroughs.noted import Noted
from simulator.walkthroughs.player import Player, Walked, Walker, walking
from simulator.walkthroughs.worlds import Worlds, in_memory

MOST_WORKERS = 8


@dataclass(frozen=True, slots=True)
class Job:
    """One walkthrough to play; `steps` are those whose near misses it tries, and `full` leaves lines out as well."""

    name: str
    steps: frozenset[str]
    full: bool


@dataclass(slots=True)
class Played:
    """What came of one walkthrough."""

    walked: Walked
    tripped: list[Tripped] = field(default_factory=list)
    easy: list[TooEasy] = field(default_factory=list)
    noted: list[Noted] = field(default_factory=list)


def play_all(
    pack: Pack, *, quick: bool, workers: int | None = None, only: Collection[str] | None = None
) -> list[Played]:
    """Every walkthrough of a pack, or these alone, in the order of their names; `quick` leaves out what takes long."""
    return _all(pack, [job for job in _jobs(pack, quick=quick) if only is None or job.name in only], [], workers)[0]


def play_everything(
    pack: Pack, *, quick: bool, workers: int | None = None, only: Collection[str] | None = None
) -> tuple[list[Played], list[Noted]]:
    """Every walkthrough, and unless it is to be quick what machine learners find; those alone that report `only`."""
    return _all(pack, _jobs(pack, quick=quick), [] if quick else machines(pack, only), workers)


def play_machines(pack: Pack) -> list[Noted]:
    """What machine learners find, in this process."""
    return _all(pack, [], machines(pack), 1)[1]


def _all(pack: Pack, jobs: list[Job], others: list[Machine], workers: int | None) -> tuple[list[Played], list[Noted]]:
    count = min(workers or os.cpu_count() or 1, len(jobs) + len(others), MOST_WORKERS)
    told = course(pack)
    with in_memory() as folder:
        if count > 1 and sys.platform == "linux":  # where a process can be forked without harm
            return _together(told, folder, jobs, others, count)
        with _settled(told, folder):
            return [play(job) for job in jobs], [one for other in others for one in play_machine(other)]


def play(job: Job) -> Played:
    """One walkthrough, in this process."""
    worlds = _HERE[0]
    walk = worlds.course.pack.walkthroughs[job.name]
    near, leaving = NearMisses(job.steps), LeavingOut()

    def before(player: Player, number: int, line: Line, walker: Walker) -> None:
        near.look(player, line, walker)
        if job.full:
            leaving.look(player, number, line, walker)

    with walking(worlds, job.name, walk) as player:
        return Played(player.play(before=before), near.tripped, leaving.found, near.noted)


def play_machine(machine: Machine) -> list[Noted]:
    """What one machine learner finds, in this process."""
    return run(_HERE[0], machine)


_HERE: list[Worlds] = []  # the worlds of this process, while it plays


@contextmanager
def _settled(told: Course, folder: Path) -> Iterator[None]:
    _settle(told, folder)
    try:
        yield
    finally:
        _HERE.pop().close()


def _settle(told: Course, folder: Path) -> None:
    _HERE.append(Worlds(told, folder))


def _together(
    told: Course, folder: Path, jobs: list[Job], others: list[Machine], count: int
) -> tuple[list[Played], list[Noted]]:
    """The longest first, since they decide when the last one is through."""
    scripts = {name: len(walk.script) for name, walk in told.pack.walkthroughs.items()}
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(count, context, initializer=_settle_aside, initargs=(told, folder))
    try:
        list(pool.map(_cast, _values(told.pack)))
        order = sorted(jobs, key=lambda job: -scripts[job.name])
        walked = [pool.submit(play, job) for job in order]
        noted = [pool.submit(play_machine, other) for other in others]
        found = {job.name: done.result() for job, done in zip(order, walked, strict=True)}
        more = [one for done in noted for one in done.result()]
    finally:
        pool.shutdown(cancel_futures=True)
    return [found[job.name] for job in jobs], more


def _settle_aside(told: Course, folder: Path) -> None:
    """In a process of its own, which Ctrl+C ends without a word: the first one speaks for all."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    _settle(told, folder)


def _cast(values: Mapping[str, str]) -> None:
    _HERE[0].template(values)


def _values(pack: Pack) -> list[dict[str, str]]:
    """The values under which worlds are needed, each once."""
    found: dict[str, dict[str, str]] = {}
    for walk in pack.walkthroughs.values():
        values = values_of(walk)
        found.setdefault(repr(sorted(values.items())), values)
    return list(found.values())


def values_of(walk: Walkthrough) -> dict[str, str]:
    """What a walkthrough sets the `$names` of its world to."""
    return {name: default_text(value) for name, value in walk.values.items()}


def _jobs(pack: Pack, *, quick: bool) -> list[Job]:
    """A job for each walkthrough; the near misses of a step are tried in the first one that completes it."""
    mine: dict[str, set[str]] = {name: set() for name in pack.walkthroughs}
    seen: set[str] = set()
    for name, walk in pack.walkthroughs.items():
        claimed = {step for line in walk.script for step in line.completes}
        mine[name] = claimed - seen
        seen |= claimed
    return [Job(name, frozenset(steps), not quick) for name, steps in mine.items()]
