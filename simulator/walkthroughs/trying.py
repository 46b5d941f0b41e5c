"""One act of an author's own at the moment at which a step is open, and the verdict on it; the world is thrown away."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from simulator.actions import lessons, tweets
from simulator.errors import Missing
from simulator.packs.course import Course, Placed
from simulator.packs.walkthrough_shapes import Line, Walkthrough
from simulator.sim import Sim
from simulator.walkthroughs import acts
from simulator.walkthroughs.acts import Doing
from simulator.walkthroughs.paper import act_of
from simulator.walkthroughs.player import Player, Walker, walking
from simulator.walkthroughs.trials import Tried, tried
from simulator.walkthroughs.worlds import Worlds, in_memory


def try_text(course: Course, placed: Placed, text: str) -> str:
    """What becomes of this text, sent as the learner of a walkthrough who has just come to the step; as text.

    It is sent in the way in which the step is completed there: as a tweet, an answer, a bio, a choice, a reflection.
    Raises `Missing` where nobody ever comes to the step.
    """
    step = placed.step.step
    with at_step(course, placed) as (player, walker, line):
        with player.looking(walker.account) as sim:
            todo = sent(sim, line, step, acts.text_of(sim, text))
        seen = tried(player.world, walker.account, player.wall, todo)
    return "\n".join(_verdict(step, seen))


@contextmanager
def at_step(course: Course, placed: Placed) -> Iterator[tuple[Player, Walker, Line | None]]:
    """A walk that has come to an open step, who walks it, and the line that would complete it."""
    step = placed.step.step
    name, walk, line = _walk(course, placed)
    with in_memory() as folder:
        worlds = Worlds(course, folder)
        try:
            with walking(worlds, name, walk) as player:
                player.play(until=step)
                walker = next((one for one in player.walkers.values() if player.is_open(one, step)), None)
                if walker is None:
                    raise Missing(f'The step "{step}" never opens in the walkthrough {name or "that skips all"}.')
                yield player, walker, line
        finally:
            worlds.close()


def _walk(course: Course, placed: Placed) -> tuple[str, Walkthrough, Line | None]:
    """The walkthrough that is there first and sets nothing of its own, or one that skips everything before the step."""
    found = []
    for name, walk in course.pack.walkthroughs.items():
        at = next((at for at, line in enumerate(walk.script) if placed.step.step in line.completes), None)
        if at is not None:
            found.append((bool(walk.values), at, name))
    if not found:
        return "", _skipping(placed), None
    _, at, name = min(found)
    walk = course.pack.walkthroughs[name]
    return name, walk, walk.script[at]


def _skipping(placed: Placed) -> Walkthrough:
    live = [step for exercise in placed.session.exercises for step in exercise.steps if step.live]
    script: list[dict[str, object]] = [{"skip": "true"} for step in live if step.step != placed.step.step]
    data = {
        "walkthrough": "somebody who skips everything",
        "session": placed.session.session,
        "learner": {"handle": "somebody_new", "name": "Somebody"},
        "script": script or [{"reload": "true"}],
    }
    return Walkthrough.model_validate(data)


def sent(sim: Sim, line: Line | None, step: str, text: str) -> list[Doing]:
    """The text in the place of the one that would complete the step; a reply keeps what stood in the box (A.5)."""
    if line is None:
        return [Doing(tweets.post_tweet, {"text": text})]
    *before, last = acts.doing(sim, line)
    words: dict[str, Any] = dict(last.words)  # Any: a verb's own
    if last.verb is lessons.answer:
        words["pick"] = text
    elif line.profile is not None and line.profile.bio is not None:
        words["bio"] = text
    elif "text" not in words:
        raise Missing(f'Nothing is written in the step "{step}", so there is no text to try.')
    else:
        base = act_of(sim, line, last)
        front = base.prefilled if base is not None and line.act == "reply" and not text.startswith(("@", ".")) else ""
        words["text"] = f"{front} {text}".strip()
    return [*before, Doing(last.verb, words)]


def _verdict(step: str, seen: Tried) -> Iterator[str]:
    if seen.refused:
        yield f"Refused: {seen.refused}"
        return
    mistake = seen.mistake(step)
    if mistake:
        yield f"Mistake: {mistake}"
    elif seen.passes(step):
        yield f"Met: {step} is done."
    else:
        yield "Nearly." if seen.nearly(step) else "Not what this step asks for."
    yield from (f"The guide says: {say}" for say in seen.sayings)
    if seen.answers:
        yield f"It sets off: {', '.join(seen.answers)}"
