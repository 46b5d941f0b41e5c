"""A world of an installation that begins in the middle of a walkthrough, with the way in for whoever walks it."""

from app import auth
from app.installation import Installation
from simulator import engine
from simulator.actions import sign_ins
from simulator.clock import Clock
from simulator.models.catalogue import WorldEntry
from simulator.packs.course import Course
from simulator.packs.walkthrough_shapes import Walkthrough
from simulator.store import World
from simulator.walkthroughs.player import Player, kind_of
from simulator.walkthroughs.report import values_of
from simulator.walkthroughs.worlds import Worlds, in_memory, keep_going


def played_world(
    installation: Installation, course: Course, name: str, walk: Walkthrough, until: str | None
) -> tuple[str, str]:
    """Make the world and play it as far as the step; the three words of a way in, and a line about where it stands.

    With several who walk, the way in is that of the one for whom the step is open, else of the first.
    """
    key, kind = auth.new_key(), kind_of(walk)
    installation.shelf.template(course.pack)  # keeps the pack and its pictures for this world
    with in_memory() as folder:
        worlds = Worlds(course, folder)
        try:
            installation.worlds.create(key, worlds.template(values_of(walk)))
        finally:
            worlds.close()
    entry = _entry(installation, course, key, kind)
    with installation.worlds.using(key) as world:
        player = Player(course, name, walk, world)
        engine.begin(world, kind=kind, title=entry.title, wall=player.wall)
        keep_going(world, player.wall)
        player.play(until=until)
        walkers = list(player.walkers.values())
        walker = next((one for one in walkers if until is not None and player.is_open(one, until)), walkers[0])
        words = _way_in(installation, key, world, walker.account, player)
        line = _where(player, walker.handle, until)
    return words, line


def _entry(installation: Installation, course: Course, key: str, kind: str) -> WorldEntry:
    now, head = installation.wall.now(), course.pack.head
    entry = WorldEntry(
        key=key, kind=kind, title=head.title, code=auth.new_code() if kind == "class" else None, pack=head.pack,
        pack_hash=course.pack.hash, made=now, last_act=now,
    )  # fmt: skip
    installation.catalogue.add_world(entry)
    return entry


def _way_in(installation: Installation, key: str, world: World, account: int, player: Player) -> str:
    """Set the world's clock to go on from here, and give the learner three words to come back with."""
    now, words = installation.wall.now(), auth.new_words()
    words_hash = auth.hash_words(installation.secret, words)
    engine.perform(world, account, sign_ins.new_words, player.wall, words={"words_hash": words_hash})
    installation.catalogue.remember_words(words_hash, key)
    with engine.looking(world, None, player.wall) as sim:
        clock, own = Clock(anchor_wall=now, anchor_world=sim.now), sim.state.kind == "own"
    engine.set_clock(world, now, clock.attended(now) if own else clock)
    return words


def _where(player: Player, handle: str, until: str | None) -> str:
    faults = len(player.walked.faults)
    wrong = f" {faults} of its expectations did not come: fledge check says which." if faults else ""
    if until is None:
        return f"@{handle} has played {player.name} to its end.{wrong}"
    walker = next(one for one in player.walkers.values() if one.handle == handle)
    if player.is_open(walker, until):
        return f"@{handle} stands before {until}.{wrong}"
    return f"The step {until} never opens in {player.name}, which was played to its end.{wrong}"
