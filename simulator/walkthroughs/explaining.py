"""A step in plain words, for authors: when it is done, what counts as a mistake, what helps, and who reacts."""

from collections.abc import Iterator
from datetime import timedelta

from simulator.checks import read_back
from simulator.checks.deeds import Scene
from simulator.checks.language import lasting, listed
from simulator.checks.reading import clause
from simulator.packs.check_shapes import Check, Did
from simulator.packs.course import Course, Placed
from simulator.packs.kinds import Wait
from simulator.packs.schema import shapes_in
from simulator.packs.session_shapes import Effect, Inject, Reaction, Step
from simulator.text.keys import handle_key

_DOES = ("reply", "tweet", "quote", "message", "retweet", "favourite", "follow", "visit", "resolve")
_SPELLED = {
    "reply": "replies", "tweet": "tweets", "quote": "quotes it", "message": "sends a message", "retweet": "retweets it",
    "favourite": "stars it", "follow": "follows the learner", "visit": "visits", "resolve": "resolves it",
}  # fmt: skip


def explain(course: Course, placed: Placed) -> str:
    """Everything that hangs on a step, as text."""
    return "\n".join(_lines(course, placed))


def scene_of(course: Course) -> Scene:
    """Who and what the checks of a course may name, while nobody has joined."""
    pack = course.pack
    return Scene(
        me="learner",
        my_name="the learner",
        trainer=handle_key(pack.head.trainer),
        variables=pack.values(),
        kinds=course.kinds,
        handles={handle_key(handle): handle for handle in pack.people},
        tweets=course.tweets,
        pages=course.pages,
        stand_ins=frozenset(course.stand_ins),
        lists=course.lists,
        cards=course.cards,
        titles=course.titles,
        zone=pack.head.zone,
        addresses=course.addresses,
    )


def done_when(course: Course, step: Step) -> str:
    """When a step is done, in one sentence."""
    if step.goal is not None:
        return f"{read_back(step.goal, scene_of(course))}."
    if step.card is not None:
        return "Done when everything on the card is sorted." if step.card.sort else "Done when the card is answered."
    words = step.reflect.min_words if step.reflect is not None else 1
    return f"Done when the reflection is written, in {words} {'word' if words == 1 else 'words'} or more."


def _lines(course: Course, placed: Placed) -> Iterator[str]:
    step, scene = placed.step, scene_of(course)
    yield f"{step.step}: {placed.exercise.title}, {placed.exercise.part} part of the session {placed.session.session}"
    yield ""
    yield done_when(course, step)
    for mistake in step.mistakes:
        kind = "Unsafe, the step cannot complete on it" if mistake.unsafe else "A mistake"
        yield f"{kind}: {mistake.mistake}, when the learner {clause(mistake.when, scene)}."
    for hint in step.hints:
        example = f' Such as: "{hint.example}"' if hint.example else ""
        yield f'After {lasting(hint.after)}, a hint: "{" ".join(hint.say.split())}"{example}'
    yield ""
    yield from _who_reacts(placed, scene)


def _who_reacts(placed: Placed, scene: Scene) -> Iterator[str]:
    """First those who wait for this very step, then those who may answer acts of its kind."""
    step, session = placed.step, placed.session
    hang = [one for one in session.reactions if step.step in set(_steps(one.when)) | set(_steps(one.only_if))]
    injects = [one for one in session.timeline if one.after == step.step]
    words = set(_acts(step.goal))
    maybe = [one for one in session.reactions if one not in hang and words & set(_acts(one.when))]
    if not hang and not injects:
        yield "Nobody waits for this step."
    yield from (_reaction(one, scene) for one in hang)
    yield from (_inject(one) for one in injects)
    if maybe:
        names = listed([f"{one.reaction} (@{one.then[0].by})" for one in maybe])
        yield f"Acts like these may also set off: {names}."


def _reaction(reaction: Reaction, scene: Scene) -> str:
    who = listed([_effect(effect) for effect in reaction.then])
    only = f", if the learner {clause(reaction.only_if, scene)}" if reaction.only_if is not None else ""
    return f"{reaction.reaction}: {who}, {_wait(reaction.wait)}, when the learner {clause(reaction.when, scene)}{only}."


def _effect(effect: Effect) -> str:
    does = next(word for word in _DOES if getattr(effect, word) is not None)
    texts = getattr(effect, does)
    variants = f" ({len(texts)} variants)" if isinstance(texts, tuple) and len(texts) > 1 else ""
    return f"@{effect.by} {_SPELLED[does]}{variants}"


def _inject(inject: Inject) -> str:
    latest = f", at the latest {lasting(inject.at_latest)} from the start" if inject.at_latest is not None else ""
    return f"{inject.inject}: @{inject.by} does it {_wait(inject.wait)}, once this step is done or left{latest}."


def _wait(wait: Wait) -> str:
    if wait.high == timedelta():
        return "at once"
    if wait.low == wait.high:
        return f"after {lasting(wait.low)}"
    return f"after {lasting(wait.low)} to {lasting(wait.high)}"


def _steps(check: Check | None) -> Iterator[str]:
    """The steps that a check names by `opened` or `done`."""
    for shape, _ in shapes_in(check, ()):
        if isinstance(shape, Check):
            yield from (step for step in (shape.opened, shape.done) if step is not None)


def _acts(check: Check | None) -> Iterator[str]:
    """The words about acts that stand in a check, however deep."""
    for shape, _ in shapes_in(check, ()):
        if isinstance(shape, Check):
            yield from (name for name, asked in shape.words() if isinstance(asked, Did))
